"""What can be said of a photo without a network: its tones, its tint, and whether it has colours at all.

Judged on a small copy, in which noise and dust have averaged out.
"""

from dataclasses import dataclass

import numpy as np

from restorer.photo.oklab import from_srgb
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.small import luma, shrunk

_LONGEST = 256
_END = 0.5  # percent of the pixels that count as the darkest, and as the lightest
_TAIL = 0.06  # share of the pixels at either end whose tint is looked at

_GREY_CHROMA = 0.012  # OKLab; what grey scans and JPEG leave
_TONED_SPREAD = 0.02
"""OKLab; how far a toned photo's colours lie off one colour for each tone. See docs/decisions/033."""
_TONES = 24  # steps from dark to light in which colours are compared
_TONED_HUES = 0.5, 2.0
"""Radians in OKLab's plane, from orange to a greenish yellow: sepia and old paper. A blue photo is a sky."""
_TONED_CHROMA = 0.13
_FADED_RANGE = 0.6
"""A range of tones narrower than this is faded; fog and night are the exceptions."""
_CAST = 0.045
"""OKLab; a tint as strong as this in shadows and lights alike is a cast."""


@dataclass(frozen=True)
class Appearance:
    """How a photo looks.

    ``black`` and ``white`` (0..1) are its darkest and lightest tones; ``tint`` (OKLab distance) what shadows
    and lights have in common; ``chroma`` how colourful it is; ``spread`` how far things of one tone differ in
    colour; ``hue`` (radians) the direction from grey in which most colours lie.
    """

    black: float
    white: float
    tint: float
    chroma: float
    spread: float
    hue: float

    @property
    def grey(self) -> bool:
        """Whether it is black and white."""
        return self.chroma < _GREY_CHROMA

    @property
    def toned(self) -> bool:
        """Whether it is black and white, toned in one colour (sepia, selenium, a yellowed print).

        Lights may be toned otherwise than shadows: each tone has a colour of its own, and only that one.
        """
        one_colour = self.spread < _TONED_SPREAD and _GREY_CHROMA < self.chroma < _TONED_CHROMA
        return one_colour and _TONED_HUES[0] < self.hue < _TONED_HUES[1]

    @property
    def fading(self) -> float:
        """How sure it is (0..1) that the photo has faded; 0.5 and more is worth a repair."""
        lost = (_FADED_RANGE - (self.white - self.black)) / 0.2
        # A faded print has neither black nor white; fog has one, and so has a night.
        both = min((self.black - 0.12) / 0.1, (0.9 - self.white) / 0.1)
        return float(np.clip(0.5 + min(lost, both) / 2, 0.0, 1.0)) if lost > -1 else 0.0

    @property
    def cast(self) -> float:
        """How sure it is (0..1) that a tint lies over the whole photo; 0 for a toned one."""
        return 0.0 if self.toned or self.grey else float(np.clip(self.tint / _CAST / 2, 0.0, 1.0))


def appearance(pixels: Pixels, *, progress: Progress | None = None) -> Appearance:
    """Look at a whole photo ``(H, W, C)``."""
    small = shrunk(pixels, _LONGEST, progress)
    tones = luma(small).reshape(-1)
    black, white = np.percentile(tones, (_END, 100 - _END))
    colours = from_srgb(small)[..., 1:].reshape(-1, 2)
    order = np.argsort(tones, kind="stable")
    tail = max(1, round(_TAIL * len(order)))
    dark, light = colours[order[:tail]].mean(axis=0), colours[order[-tail:]].mean(axis=0)
    alike = max(0.0, float(dark @ light))
    steps = [colours[part] for part in np.array_split(order, min(_TONES, len(order)))]
    apart = np.concatenate([np.hypot(*(step - np.median(step, axis=0)).T) for step in steps])
    _, lines = np.linalg.eigh(colours.T @ colours)
    towards = lines[:, 1] * np.copysign(1.0, lines[:, 1] @ colours.mean(axis=0))
    return Appearance(
        float(black),
        float(white),
        float(np.sqrt(alike)),
        float(np.percentile(np.hypot(*colours.T), 95)),
        float(np.percentile(apart, 95)),
        float(np.arctan2(towards[1], towards[0])),
    )
