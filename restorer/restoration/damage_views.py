"""Looks for damage in a photo at several sizes: what is damaged looks so at each, what belongs to it rarely.

A network that learnt from photos at full size is as good a judge of smaller copies, which show it more of
what is around. Its mistakes there are others; the weighted mean of the log odds is right more often than
either (docs/decisions/029). What stands out as a speck is likelier damage than it says (036).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport, Sink
from restorer.photo import Box
from restorer.photo.buffers import allocate
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.layers import SCRATCH_LIMIT
from restorer.restoration.planes import Planes, enlarged, reduced, reduced_area, reduced_size
from restorer.restoration.score_fit import log_odds, score_fit_of
from restorer.restoration.small import LUMA
from restorer.restoration.specks import STEP, Light, smaller, specks

Write = Callable[[Box, NDArray[np.float32], Planes], None]
"""Takes the scores (0..1) of a box, and all that the network said of it in full size."""

_FOUND = ("damage", "mask")
"""What the plane of scores is called in the cards of models that find."""
_SMALLEST = 170
"""Pixels of the shorter side of a copy; in a smaller one fine damage is lost. A third of 640 × 480 pixels
says less than it spoils, one of 1024 × 576 helps."""

_STRIP_ROWS = 128
_SUREST_SPECK, _SURER = log_odds(np.array(0.97)), np.log(4.0)
"""Log odds that standing out raises those of a pixel to, or what it adds to them if that is more: a bird in
the sky stands out as no dust does. What a photo is called damaged for is left to the network, nearly."""


def found_plane(card: ModelCard) -> int:
    """Return which of a model's outputs are its scores."""
    return next((card.outputs.index(name) for name in _FOUND if name in card.outputs), 0)


def reductions(card: ModelCard, size: tuple[int, int]) -> dict[int, float]:
    """Return by what a photo of ``size`` is reduced for each look at it, and what that look counts.

    Fewer looks are less sure: one that a small photo has no room for still counts by half, as saying nothing.
    """
    fit = score_fit_of(card)
    stated = {1: 1.0, 2: _share(fit.half), 3: _share(fit.third)}
    looks = {by: count for by, count in stated.items() if by == 1 or (count and min(size) >= by * _SMALLEST)}
    total = (sum(stated.values()) + sum(looks.values())) / 2
    return {by: count / total for by, count in looks.items()}


@dataclass(frozen=True)
class _Photo:
    """A photo, reduced by ``scale``, that a network looks at."""

    pixels: Pixels
    scale: int
    model: Model
    engine: Engine

    def size(self, by: int = 1) -> tuple[int, int]:
        """Return its size when it is reduced by so much more."""
        return reduced_size((self.pixels.shape[0], self.pixels.shape[1]), self.scale * by)

    def seen(self, by: int, box: Box) -> Planes:
        """Return a box of the photo reduced by so much more."""
        whole = self.pixels.shape[0], self.pixels.shape[1]
        return reduced(lambda part: self.pixels[part.slices], whole, box, self.scale * by)

    def run(self, by: int, sink: Sink, progress: Progress) -> RunReport:
        """Run the network on the photo reduced by so much more."""
        brushes = max(0, len(self.model.card.inputs) - 3)  # nothing is painted while it looks

        def source(box: Box) -> Planes:
            seen = self.seen(by, box)
            nothing = np.zeros((brushes, *seen.shape[1:]), np.float32)
            return np.concatenate([seen, nothing]) if brushes else seen

        return self.engine.run(self.model, source, sink, self.size(by), progress=progress)


def score_in_sizes(
    pixels: Pixels,
    scale: int,
    model: Model,
    engine: Engine,
    write: Write,
    *,
    progress: Progress | None = None,
) -> RunReport:
    """Score a photo ``(H, W, C)`` that is reduced by ``scale``, at each size that the model's card asks for.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
        PhotoError: neither the memory nor the disk has room for the scores.
    """
    progress = progress or Progress()
    photo, plane = _Photo(pixels, scale, model, engine), found_plane(model.card)
    looks = reductions(model.card, photo.size())
    fit = score_fit_of(model.card)
    raised = _share(fit.raised) * (len(looks) - 1)
    coarse: dict[int, NDArray[np.float16]] = {}
    seconds = done = 0.0
    shares = {by: 1 / by**2 / sum(1 / by**2 for by in looks) for by in looks}
    for by in sorted(looks)[1:]:
        odds = allocate(photo.size(by), np.float16, memory_limit=SCRATCH_LIMIT)
        seconds += photo.run(by, _keeping(odds, plane), progress.part(done, shares[by])).seconds
        coarse[by], done = odds, done + shares[by]
    speckled = _speckled(photo, looks, progress.part(done, 0)) if 0 < fit.speck < np.inf else {}

    def judge(box: Box, planes: Planes) -> None:
        if looks == {1: 1.0} and not speckled:
            write(box, planes[plane], planes)
            return
        odds = looks[1] * log_odds(planes[plane])
        for by, found in coarse.items():
            odds += looks[by] * _full_size(found, photo, box, by)
        odds += raised
        there = [it for it in speckled.items() if it[1][reduced_area(photo.size(), box, it[0]).slices].any()]
        if there:
            times = np.max([_full_size(told, photo, box, by) for by, told in there], axis=0)
            likelier = odds + np.log(np.maximum(1, fit.speck * STEP * times))
            odds = np.minimum(likelier, np.maximum(odds + _SURER, _SUREST_SPECK))
        write(box, (1 / (1 + np.exp(-odds))).astype(np.float32), planes)

    last = photo.run(1, judge, progress.part(done, 1 - done))
    return replace(last, seconds=seconds + last.seconds)


def _speckled(photo: _Photo, looks: Iterable[int], progress: Progress) -> dict[int, NDArray[np.uint8]]:
    """Return by how many times each pixel of the photo stands out at each size, as `specks` says."""
    height, width = photo.size()
    light: Light = allocate((height, width), np.uint8, memory_limit=SCRATCH_LIMIT)
    for top in range(0, height, _STRIP_ROWS):
        progress(0.0)
        strip = Box(top, 0, min(top + _STRIP_ROWS, height), width)
        light[strip.slices] = np.rint(255 * np.tensordot(LUMA, photo.seen(1, strip), 1))
    return {by: specks(smaller(light, by), lambda: progress(0.0)) for by in looks}


def _full_size(field: NDArray[np.generic], photo: _Photo, box: Box, by: int) -> NDArray[np.float32]:
    """Return a field over the photo reduced by so much more, in a box of the photo itself."""
    around = reduced_area(photo.size(), box, by)
    return np.asarray(enlarged(field[None, *around.slices], around, box, by)[0])


def _share(stated: float) -> float:
    """Return what a card states, if it is between 0 and 1; a hostile one may state anything."""
    return stated if 0 <= stated <= 1 else 0.0


def _keeping(odds: NDArray[np.float16], plane: int) -> Sink:
    """Return what keeps the log odds that a network finds."""

    def keep(box: Box, planes: Planes) -> None:
        odds[box.slices] = log_odds(planes[plane])

    return keep
