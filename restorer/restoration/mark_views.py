"""Looks for marks in a whole photo: by a network at several small sizes, and for what repeats by itself.

What is missed at one size may be found at another, and the mean of all is right more often than the best of
them (docs/decisions/026). What lies on a lattice is told to the pixel, without a network (027).
"""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.photo.buffers import allocate
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.layers import SCRATCH_LIMIT
from restorer.restoration.marks import learnt_side, with_companions
from restorer.restoration.overlays import Overlay, overlay_of
from restorer.restoration.planes import Planes, reduced, reduced_size
from restorer.restoration.repairs import Scores
from restorer.restoration.repeated_marks import repeated_marks
from restorer.restoration.small import Floats, stretched

Size = tuple[int, int]
"""Height and width in pixels."""

_VIEWS = (1.0, 1.125, 1.25, 1.5)
"""Shorter sides of what the network is shown, in those of the photos that it learnt from."""
_REPEATS_SIDE, _REPEATS_PIXELS = 720, 1_500_000
"""Pixels of the shorter side of what repeated marks are looked for in, and of all of it: a panorama would
take gigabytes of memory."""
_FINDING_SHARE = 0.5
"""Of the time that is spent on marks that repeat; the rest goes into what shines through them."""
_STRIP_ROWS = 64


@dataclasses.dataclass(frozen=True)
class Repeating:
    """Marks that repeat: which pixels ``(H, W)`` of a photo bear them, and what lies there over it."""

    marked: NDArray[np.bool_]
    overlay: Overlay


def view_sizes(card: ModelCard, size: Size) -> list[Size]:
    """Return at which sizes a network that learnt from whole photos sees one of ``size``, smallest first.

    A photo is never enlarged. The list is empty for a network that learnt from photos as they are.
    """
    side, shorter = learnt_side(card), min(size)
    if side is None:
        return []
    sides = sorted({min(round(side * view), shorter) for view in _VIEWS})
    return [(round(size[0] * seen / shorter), round(size[1] * seen / shorter)) for seen in sides]


def mark_scores(
    pixels: Pixels, model: Model, engine: Engine, *, progress: Progress | None = None
) -> tuple[Scores, RunReport]:
    """Return how surely each pixel of a photo ``(H, W, C)`` is marked: the mean of all its `view_sizes`.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
        PhotoError: neither the memory nor the disk has room for the scores.
    """
    progress = progress or Progress()
    sizes = view_sizes(model.card, (pixels.shape[0], pixels.shape[1]))
    largest, areas = sizes[-1], [height * width for height, width in sizes]
    copy, total, seconds, done = _copy(pixels, largest), np.zeros(largest, np.float32), 0.0, 0.0
    for size, share in zip(sizes, (area / sum(areas) for area in areas), strict=True):
        chances, run = _chances(_resized(copy, size), model, engine, progress.part(done, share))
        total += stretched(chances[None], largest, 0, Box(0, 0, *largest))[0]
        seconds, done = seconds + run.seconds, done + share
    scores = with_companions(np.rint(total * np.float32(255 / len(sizes))).astype(np.uint8))
    return _enlarged(scores, (pixels.shape[0], pixels.shape[1])), dataclasses.replace(run, seconds=seconds)


def repeats_size(size: Size) -> Size:
    """Return at which size a photo of ``size`` is looked at for marks that repeat; it is never enlarged."""
    ratio = min(1.0, _REPEATS_SIDE / min(size), (_REPEATS_PIXELS / (size[0] * size[1])) ** 0.5)
    return max(1, int(size[0] * ratio)), max(1, int(size[1] * ratio))


def repeating(pixels: Pixels, *, progress: Progress | None = None) -> Repeating | None:
    """Return what repeats all over a photo ``(H, W, C)``, None if nothing does.

    Raises:
        Cancelled: ``progress`` says so.
        PhotoError: neither the memory nor the disk has room for the answer.
    """
    size = pixels.shape[0], pixels.shape[1]
    least = repeats_size(size)
    seen, progress = _resized(_copy(pixels, least), least), progress or Progress()
    marks = repeated_marks(seen, progress=progress.part(0.0, _FINDING_SHARE))
    if not marks:
        progress(1.0)
        return None
    marked = np.logical_or.reduce([mark.marked for mark in marks])
    overlay = dataclasses.replace(
        overlay_of(seen, marks, progress=progress.part(_FINDING_SHARE, 1 - _FINDING_SHARE)), size=size
    )
    return Repeating(_enlarged(np.where(marked, np.uint8(255), np.uint8(0)), size) >= 128, overlay)


def _chances(view: Planes, model: Model, engine: Engine, progress: Progress) -> tuple[Floats, RunReport]:
    """Return how likely each pixel of a view ``(3, h, w)`` is marked, 0..1."""
    size = view.shape[1], view.shape[2]
    chances = np.empty(size, np.float32)

    def sink(box: Box, planes: Planes) -> None:
        chances[box.slices] = np.clip(planes[0], 0, 1)

    run = engine.run(model, lambda box: view[:, *box.slices], sink, size, progress=progress)
    return chances, run


def _copy(pixels: Pixels, least: Size) -> Planes:
    """Return a copy ``(3, h, w)``, 0..1, reduced by a whole number to ``least`` pixels or some more."""
    size = pixels.shape[0], pixels.shape[1]
    scale = max(1, min(size[0] // least[0], size[1] // least[1]))
    height, width = reduced_size(size, scale)
    copy = np.empty((3, height, width), np.float32)
    for top in range(0, height, _STRIP_ROWS):  # all at once would take the memory of several photos
        box = Box(top, 0, min(top + _STRIP_ROWS, height), width)
        copy[:, *box.slices] = reduced(lambda part: pixels[part.slices], size, box, scale)
    return copy


def _resized(planes: Planes, size: Size) -> Planes:
    """Return planes ``(3, h, w)`` reduced to a size, each pixel the mean of what it stands for."""
    for axis, count in enumerate(size, 1):
        length = planes.shape[axis]
        if length == count:
            continue
        sums = np.insert(np.cumsum(planes, axis, np.float64), 0, 0.0, axis)
        edges = np.linspace(0, length, count + 1)
        before = np.minimum(edges.astype(np.intp), length - 1)
        share = (edges - before).reshape(-1, 1) if axis == 1 else edges - before
        low, high = np.take(sums, before, axis), np.take(sums, before + 1, axis)
        means = np.diff(low + share * (high - low), axis=axis) * (count / length)
        planes = np.ascontiguousarray(means, np.float32)
    return planes


def _enlarged(scores: Scores, size: Size) -> Scores:
    """Return scores of a view as those of the photo, of ``size``, interpolated."""
    if scores.shape == size:
        return scores
    field, result = scores[None].astype(np.float32), allocate(size, np.uint8, memory_limit=SCRATCH_LIMIT)
    for top in range(0, size[0], _STRIP_ROWS):
        box = Box(top, 0, min(top + _STRIP_ROWS, size[0]), size[1])
        result[box.slices] = np.rint(stretched(field, size, 0, box)[0])
    return result
