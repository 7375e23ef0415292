"""Gives a photo colours: a network proposes them at a small size, and the photo's own edges bring them up.

The network sees the lightness of a small copy and answers with colours and with the chances of each colour of
its palette, all in OKLab. Colours are brought to full size by a guided filter (He, Sun, Tang, "Guided Image
Filtering", 2013; "Fast Guided Filter", 2015): around each small pixel the differences of red and blue from
luma are a straight line of the luma, and that line is drawn along the luma of the photo.

Luma is kept: turned into grey again (0.299 red + 0.587 green + 0.114 blue, rounded, as photo programs do), a
photo of 8 or 16 bits with no colours of its own is what it was, to the bit.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.photo.oklab import from_srgb, to_srgb
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.colour_fit import ColourFit, fit_of, tempered
from restorer.restoration.framing import Frame
from restorer.restoration.hinting import spread
from restorer.restoration.recolour import recoloured
from restorer.restoration.small import LUMA, Floats, box_mean, luma, shrunk, stretched
from restorer.restoration.steps import Hint, Place

QUARTER = 4
"""The chances are constant over so many by so many small pixels."""

APART = 0.06
"""OKLab; closer colours are not two alternatives."""

_GREY = 0.5  # the planes a and b hold OKLab's a and b plus this
_CHANCES_FROM = 2
_VIVID = 0.38  # the "temperature" at which chances are sharpened for vivid colours (Zhang et al., 2016)
_SURE, _LOST = 0.02, 0.12
"""Spread of the chances (OKLab) up to which a colour is no guess, and from which it is nothing but one."""
_RADIUS, _EPSILON = 4, 2e-3
_MOST_ALTERNATIVES = 5
_LEAST_SHARE = 0.03


@dataclass(frozen=True)
class Alternative:
    """A colour that would fit at a place, as it would look there, and how likely it is (0..1)."""

    colour: tuple[float, float, float]
    share: float


@dataclass(frozen=True, eq=False)
class Colouring:
    """What the network said of the picture in its ``frame``, at its small size.

    ``grey`` ``(h, w)`` is its luma; in OKLab are its ``lightness`` ``(h, w)``, the ``colours``
    ``(2, h, w)`` and the ``chances`` ``(K, h / 4, w / 4)`` of each colour of the ``palette`` ``(K, 2)``.
    ``hints`` are the places where a colour was known; ``fit`` is how the answer was read.
    """

    frame: Frame
    grey: Floats
    lightness: Floats
    colours: Floats
    chances: Floats
    palette: Floats
    hints: tuple[tuple[slice, slice], ...]
    run: RunReport
    fit: ColourFit

    @cached_property
    def guess(self) -> Floats:
        """How far each small pixel's colour is a guess: ``(h, w)``, 0 (sure) to 1."""
        mean = np.einsum("kc,khw->chw", self.palette, self.chances)
        square = np.einsum("k,khw->hw", np.square(self.palette).sum(axis=1), self.chances)
        spread = np.sqrt(np.maximum(square - np.square(mean).sum(axis=0), 0.0))
        unsure = _enlarged(np.clip((spread - _SURE) / (_LOST - _SURE), 0, 1)[None], self.lightness.shape)[0]
        for place in self.hints:
            unsure[place] = 0.0
        return np.ascontiguousarray(unsure, np.float32)

    def lines(self, vividness: float) -> Floats:
        """Return the colours as straight lines of the luma, ``(4, h, w)``, as `recoloured` wants them."""
        lab = np.concatenate([self.lightness[None], self._set(vividness)]).transpose(1, 2, 0)
        rgb = np.clip(to_srgb(lab), 0.0, 1.0)
        grey = luma(rgb)
        mean = box_mean(self.grey, _RADIUS)
        variance = box_mean(np.square(self.grey), _RADIUS) - np.square(mean)
        slopes, starts = [], []
        for channel in (0, 2):
            plane = rgb[..., channel] - grey
            middle = box_mean(plane, _RADIUS)
            slope = (box_mean(plane * self.grey, _RADIUS) - mean * middle) / (variance + _EPSILON)
            slopes.append(box_mean(slope, _RADIUS))
            starts.append(box_mean(middle - slope * mean, _RADIUS))
        return np.stack([*slopes, *starts])

    def over(self, field: Floats, level: int, box: Box) -> Floats:
        """Return a field ``(C, h, w)`` at the small size, in ``box`` of a zoom level of the photo."""
        area = self.frame.picture
        return stretched(field, (area.height, area.width), level, box, (area.top, area.left))

    def alternatives(self, place: Place, grey: float) -> tuple[Alternative, ...]:
        """Return colours that would fit at a pixel of the photo, of luma ``grey`` (0..1).

        The likeliest comes first; beyond the picture there are none.
        """
        if not self.frame.reaches(*place):
            return ()
        area, small = self.frame.picture, self.chances.shape[1:]
        row = int(np.clip((place[0] - area.top) * small[0] // area.height, 0, small[0] - 1))
        column = int(np.clip((place[1] - area.left) * small[1] // area.width, 0, small[1] - 1))
        chances = self.chances[:, row, column].astype(np.float64)
        found: list[Alternative] = []
        while len(found) < _MOST_ALTERNATIVES and chances.max() > 0:
            best = self.palette[int(chances.argmax())]
            near = np.hypot(*(self.palette - best).T) < APART
            share = float(chances[near].sum())
            if share < _LEAST_SHARE:
                break
            middle = (self.palette[near] * chances[near, None]).sum(axis=0) / chances[near].sum()
            chances[near] = 0.0
            found.append(Alternative(_at_luma(grey, middle), share))
        return tuple(sorted(found, key=lambda one: -one.share))

    def _set(self, vividness: float) -> Floats:
        """Return the colours ``(2, h, w)`` between faithful (0), as the network means them, and vivid (1)."""
        if vividness <= 0.5:
            kept = 1 - (1 - 2 * vividness) * self.fit.drawn_back * self.guess
            return np.asarray(self.colours * kept, np.float32)
        share = np.float32(2 * vividness - 1)
        gain = np.einsum("kc,khw->chw", self.palette, tempered(self.chances, _VIVID) - self.chances)
        likeliest = self.colours + _enlarged(gain, self.lightness.shape)
        gain = likeliest * np.float32(self.fit.vivid) - self.colours
        for place in self.hints:
            gain[:, *place] = 0.0
        return np.asarray(self.colours + share * gain, np.float32)


def find_colours(
    pixels: Pixels,
    model: Model,
    engine: Engine,
    hints: tuple[Hint, ...] = (),
    frame: Frame | None = None,
    *,
    progress: Progress | None = None,
) -> Colouring:
    """Let the network look at a photo ``(H, W, C)`` and at what colours are known.

    It looks at the picture in a ``frame``, unless a colour is known beyond that: then all of it is picture.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress = progress or Progress()
    fit = fit_of(model.card)
    if frame is None or not all(frame.reaches(hint.row, hint.column) for hint in hints):
        frame = Frame.of(pixels)
    small = shrunk(pixels[frame.picture.slices], fit.pixels, progress.part(0.0, 0.5))
    grey = luma(small)
    lightness = from_srgb(np.repeat(grey[..., None], 3, axis=2))[..., 0]
    size = lightness.shape[0], lightness.shape[1]
    seen, places = _seen(lightness, hints, frame.picture)
    count = len(model.card.outputs)
    answer = np.empty((count, *size), np.float32)

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        answer[:, *box.slices] = planes

    run = engine.run(model, lambda box: seen[:, *box.slices], sink, size, progress=progress.part(0.5, 0.5))
    palette = np.asarray(model.card.recipe.get("palette", np.zeros((count - 2, 2))), np.float32)
    known = [(place, _lab_of(hint)[1:]) for place, hint in zip(places, hints, strict=True)]
    colours = spread(answer[:_CHANCES_FROM] - np.float32(_GREY), lightness, known)
    chances = fit.tempered(answer[_CHANCES_FROM:, ::QUARTER, ::QUARTER])
    return Colouring(frame, grey, lightness, colours, chances, palette, places, run, fit)


def _seen(
    lightness: Floats, hints: tuple[Hint, ...], area: Box
) -> tuple[Floats, tuple[tuple[slice, slice], ...]]:
    """Return the four planes for the network, and where in them each hint lies."""
    seen = np.zeros((4, *lightness.shape), np.float32)
    seen[0] = lightness
    seen[1:3] = _GREY
    scale = lightness.shape[0] / area.height
    places = []
    for hint in hints:
        row = int(np.clip((hint.row - area.top) * scale, 0, lightness.shape[0] - 1))
        column = int(np.clip((hint.column - area.left) * scale, 0, lightness.shape[1] - 1))
        reach = max(1, round(hint.radius * scale))
        place = (
            slice(max(0, row - reach), row + reach + 1),
            slice(max(0, column - reach), column + reach + 1),
        )
        seen[1:3, *place] = np.clip(_lab_of(hint)[1:] + _GREY, 0, 1)[:, None, None]
        seen[3, *place] = 1.0
        places.append(place)
    return seen, tuple(places)


def _lab_of(hint: Hint) -> Floats:
    return from_srgb(np.asarray(hint.colour, np.float32))


def _at_luma(grey: float, colour: Floats) -> tuple[float, float, float]:
    """Return a colour (OKLab's a and b) as it looks on a pixel of luma ``grey`` (0..1)."""
    lightness = float(from_srgb(np.full(3, grey, np.float32))[0])
    rgb = np.clip(to_srgb(np.array([lightness, *colour], np.float32)), 0.0, 1.0)
    red, _, blue = (rgb - rgb @ LUMA).tolist()
    line = np.array([0, 0, red, blue], np.float32)[:, None, None]
    red, green, blue = recoloured(np.full((1, 1, 1), grey, np.float32), line, 1.0, 1.0, 0.0)[0, 0].tolist()
    return red, green, blue


def _enlarged(planes: Floats, shape: tuple[int, ...]) -> Floats:
    """Return ``(C, h / 4, w / 4)`` at four times the size, without steps."""
    return stretched(planes, (shape[0], shape[1]), 0, Box(0, 0, shape[0], shape[1]))
