"""How strong noise and compression damage are, summed up from what a denoiser says and does place by place.

To a network fine texture looks like noise: grass, cloth and gravel have their level. But no photo is grass
all over, and noise is everywhere. So what is taken out of the calm places of a photo decides whether it is
noise (docs/decisions/035).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.restoration.small import LUMA

CELL = 4
"""Pixels; the network's estimate is constant over squares of this side."""

VISIBLE_NOISE = 1.7
"""Of 255. A photo has noise that is seen if so much is taken out of its calm places (docs/decisions/035)."""
_CALM, _CALMEST = 25, 10  # percent of the places
_PLACE = 8  # pixels; the side of one
_HALVED = 0.5  # independent noise loses so much in half size, where most of it is looked for
_DARK, _LIGHT = 16 / 255, 240 / 255  # beyond, noise is cut off
_FEWEST = 50  # places; of fewer no tenth can be told
_COLOURS = slice(0, 3)
_NOISE, _COMPRESSION = 3, 4


@dataclass(frozen=True)
class NoiseEstimate:
    """How strong a photo's noise and compression damage are, in steps of an 8-bit value (0..255).

    ``noise`` is what the literature calls σ: 2 is hardly visible, 10 plain, 25 heavy. Texture does not count.
    ``calm_noise`` is what a denoiser takes out of calm places, in full size and in half.
    """

    noise: float
    compression: float
    calm_noise: float = 0.0

    @property
    def noisy(self) -> bool:
        """Whether there is noise that a person would see."""
        return self.calm_noise >= VISIBLE_NOISE


class Levels:
    """Gathers what a network says of noise, once every ``stride`` pixels, and what it takes out."""

    def __init__(self, stride: int = CELL) -> None:
        self._stride = stride
        self._noise: list[NDArray[np.float32]] = []
        self._compression: list[NDArray[np.float32]] = []
        self._taken: list[NDArray[np.float32]] = []
        self._tones: list[NDArray[np.float32]] = []

    def add(self, seen: NDArray[np.float32], planes: NDArray[np.float32]) -> None:
        """Take a part of what a network saw and of its answer, both 0..1.

        ``seen`` are colours ``(3, h, w)``; ``planes`` colours, noise and compression ``(5, h, w)``. A network
        made elsewhere estimates nothing: fewer planes are passed over.
        """
        if len(planes) <= _COMPRESSION:
            return
        places = planes[:, :: self._stride, :: self._stride].reshape(len(planes), -1)
        self._noise.append(places[_NOISE].copy())
        self._compression.append(places[_COMPRESSION].copy())
        colours = planes[_COLOURS]
        self._taken.append(np.sqrt(_means(np.square(seen[_COLOURS] - colours).mean(axis=0))))
        self._tones.append(_means(np.tensordot(LUMA, colours, 1)))

    def taken(self, percent: float) -> float:
        """Return what is taken out (root mean square, of 255) of the calmest places, so many in a hundred.

        Places that are black or white do not count.
        """
        if not self._taken:
            return 0.0
        taken, tones = np.concatenate(self._taken), np.concatenate(self._tones)
        between = (tones > _DARK) & (tones < _LIGHT)
        places = taken[between] if between.sum() >= _FEWEST else taken
        return float(np.percentile(places, percent)) * 255

    def estimate(self, halved: "Levels | None" = None) -> NoiseEstimate:
        """Return the estimate; ``halved`` are those of the photo in half size, which tell grain better."""
        if not self._noise:
            return NoiseEstimate(0.0, 0.0)
        calmest = halved.taken(_CALMEST) if halved else _HALVED * self.taken(_CALMEST)
        calm = self.taken(_CALM)
        calm_noise = math.sqrt(calm * calmest)
        noise, compression = (
            float(np.median(np.concatenate(parts))) * 255 for parts in (self._noise, self._compression)
        )
        noise = max(noise, calm) if calm_noise >= VISIBLE_NOISE else min(noise, calm_noise)
        return NoiseEstimate(noise, compression, calm_noise)


def _means(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the means over squares of pixels, one after another, without what is left over at the borders.

    A plane that is smaller than a square is one.
    """
    height, width = (_PLACE * (side // _PLACE) for side in plane.shape)
    if not height * width:
        return np.asarray(plane.mean(keepdims=True).ravel(), np.float32)
    squares = plane[:height, :width].reshape(height // _PLACE, _PLACE, width // _PLACE, _PLACE)
    return np.asarray(squares.mean(axis=(1, 3)).ravel(), np.float32)
