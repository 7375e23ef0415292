"""Runs the networks of steps with a mask: one scores each pixel, one fills what is to be repaired.

A network for the mark of one archive does both, and takes what a user painted for lost.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box, Photo
from restorer.photo.buffers import allocate
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.damage_views import reductions, score_in_sizes
from restorer.restoration.layers import SCRATCH_LIMIT, Layer
from restorer.restoration.mark_views import Repeating, mark_scores, repeating, view_sizes
from restorer.restoration.marks import learnt_side, mark_margin, small_scale
from restorer.restoration.overlays import Overlay
from restorer.restoration.planes import (
    Planes,
    Read,
    enlarged,
    from_planes,
    reduced,
    reduced_area,
    reduced_size,
    to_planes,
)
from restorer.restoration.repairs import Repairs, Scores, find_repairs

Weights = Callable[[Box], NDArray[np.uint8]]
"""How much of a filling is taken, ``(h, w)``, 0..255."""

Lift = Callable[[Box, Planes], tuple[Planes, NDArray[np.float32]]]
"""Takes the marked planes of a box; returns what shines through, and how far that is trusted ``(h, w)``."""


_STRIP_ROWS = 128
_NETWORK_SHARE = 0.5
"""Of the time that is spent on looking for marks; the rest goes into those that repeat."""


@dataclass(frozen=True)
class Scored:
    """How surely each pixel of a photo needs repair; ``repeating`` is what is known to the pixel."""

    scores: Scores
    repeating: Repeating | None
    run: RunReport


@dataclass(frozen=True)
class Found:
    """The places that a network proposes to repair, and what is known to lie over the photo there."""

    repairs: Repairs
    overlay: Overlay | None
    run: RunReport


def find(
    photo: Photo,
    scale: int,
    model: Model,
    engine: Engine,
    area: Box | None = None,
    *,
    progress: Progress | None = None,
) -> Found:
    """Return the places in a photo that a network, which sees it reduced by ``scale``, proposes to repair.

    It sees nothing but ``area``, all of the photo where none is given. One that learnt from whole photos at
    a small size sees it as `mark_scores` says.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
        PhotoError: neither the memory nor the disk has room for the scores.
    """
    area = area or Box.of(photo.pixels)
    small = small_scale(model.card, (area.height, area.width))
    scale = small or scale
    scored = score(photo, scale, model, engine, area, progress=progress)
    margin = mark_margin(scale) if small else None
    known = scored.repeating
    repairs = find_repairs(scored.scores, scale, area, margin, known.marked if known else None)
    return Found(repairs, known.overlay if known else None, scored.run)


def score(
    photo: Photo, scale: int, model: Model, engine: Engine, area: Box, *, progress: Progress | None = None
) -> Scored:
    """Return how surely each pixel of a photo needs repair, to a network that sees ``area`` of it, reduced.

    By ``scale``, or as `mark_scores` says; marks that repeat are found besides (`repeating`).

    Raises:
        ModelError, DeviceError, Cancelled, PhotoError: as `find`.
    """
    pixels, size, whole = photo.pixels[area.slices], (area.height, area.width), (photo.height, photo.width)
    if learnt_side(model.card) is not None:
        progress = progress or Progress()
        marks, run = mark_scores(pixels, model, engine, progress=progress.part(0.0, _NETWORK_SHARE))
        known = repeating(pixels, progress=progress.part(_NETWORK_SHARE, 1 - _NETWORK_SHARE))
        return Scored(_placed(marks, area, whole, 1), known and _within(known, area, whole), run)
    scores = allocate(reduced_size(size, scale), np.uint8, memory_limit=SCRATCH_LIMIT)

    def write(box: Box, found: NDArray[np.float32], _: Planes) -> None:
        scores[box.slices] = np.clip(found * 255 + 0.5, 0, 255).astype(np.uint8)

    run = score_in_sizes(pixels, scale, model, engine, write, progress=progress)
    return Scored(_placed(scores, area, whole, scale), None, run)


def seen_share(card: ModelCard, area: Box, scale: int) -> float:
    """Return how many pixels a network looks at in `score`, in all its views, for each one of ``area``."""
    if views := view_sizes(card, (area.height, area.width)):
        return sum(height * width for height, width in views) / area.area
    looks = reductions(card, reduced_size((area.height, area.width), scale))
    return sum(1 / (scale * by) ** 2 for by in looks)


def _placed(scores: Scores, area: Box, whole: tuple[int, int], scale: int) -> Scores:
    """Return scores found in ``area`` of a photo, reduced by ``scale``, as scores of the whole photo."""
    if scale == 1 and area == Box(0, 0, *whole):
        return scores
    result = allocate(whole, np.uint8, memory_limit=SCRATCH_LIMIT)
    if scale == 1:
        result[area.slices] = scores
    else:
        _enlarge(scores, result[area.slices], scale)
    return result


def _within(known: Repeating, area: Box, whole: tuple[int, int]) -> Repeating:
    """Return what repeats in ``area`` of a photo as what does in the whole photo."""
    if area == Box(0, 0, *whole):
        return known
    marked = allocate(whole, np.bool_, memory_limit=SCRATCH_LIMIT)
    marked[area.slices] = known.marked
    return Repeating(marked, dataclasses.replace(known.overlay, corner=(area.top, area.left)))


def _enlarge(scores: Scores, result: Scores, scale: int) -> None:
    """Write scores found on a reduced photo into ``result``, of the photo's own size, interpolated."""
    size = result.shape[0], result.shape[1]
    for top in range(0, size[0], _STRIP_ROWS):
        box = Box(top, 0, min(top + _STRIP_ROWS, size[0]), size[1])
        around = reduced_area(size, box, scale)
        result[box.slices] = np.rint(enlarged(scores[None, *around.slices], around, box, scale)[0])


def lifting(overlays: Sequence[Overlay], painted: Weights | None = None) -> Lift | None:
    """Return what computes overlays away, if there are any, but where somebody ``painted``."""
    if not overlays:
        return None

    def lift(box: Box, marked: Planes) -> tuple[Planes, NDArray[np.float32]]:
        beneath, trust = marked, np.zeros(marked.shape[1:], np.float32)
        for overlay in overlays:
            lifted, trusted = overlay.lifted(box, marked)
            beneath, trust = np.where(trusted > trust, lifted, beneath), np.maximum(trusted, trust)
        return beneath, trust if painted is None else np.where(painted(box) > 0, np.float32(0), trust)

    return lift


def fill(
    read: Read,
    size: tuple[int, int],
    scale: int,
    weights: Weights,
    holes: Weights,
    model: Model,
    engine: Engine,
    cell: Box,
    *,
    lift: Lift | None = None,
    progress: Progress | None = None,
) -> tuple[Pixels, RunReport]:
    """Return the pixels of ``cell``, repaired, and mixed in by ``weights``; ``holes`` is what counts as lost.

    The network sees a photo of ``size`` (height, width) reduced by ``scale``, and its filling is enlarged.

    What ``lift`` computes back replaces the filling as far as it is trusted.
    Where the weight is 0, the pixels are those of ``read``, to the bit.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    around = reduced_area(size, cell, scale) if scale > 1 else cell
    filling = np.empty((3, around.height, around.width), np.float32)

    def source(box: Box) -> Planes:
        return np.concatenate([reduced(read, size, box, scale), _covered(holes, size, box, scale)])

    def sink(box: Box, planes: Planes) -> None:
        filling[:, *box.within(around).slices] = planes[:3]

    run = engine.run(model, source, sink, reduced_size(size, scale), area=around, progress=progress)
    before = read(cell)
    filled = enlarged(filling, around, cell, scale) if scale > 1 else filling
    if lift is not None:
        beneath, trust = lift(cell, to_planes(before))
        filled = filled + trust * (beneath - filled)
    return mixed(before, from_planes(before, filled), weights(cell)), run


def _covered(holes: Weights, size: tuple[int, int], box: Box, scale: int) -> Planes:
    """Return ``(1, h, w)``, 1 where any of the pixels that one of a reduced photo stands for is lost."""
    inside = Box(*(scale * side for side in (box.top, box.left, box.bottom, box.right)))
    lost = holes(inside.intersect(Box(0, 0, *size))) > 0
    missing = (scale * box.height - lost.shape[0], scale * box.width - lost.shape[1])
    lost = np.pad(lost, [(0, missing[0]), (0, missing[1])])
    squares = lost.reshape(box.height, scale, box.width, scale)
    return np.asarray(squares.any(axis=(1, 3)), np.float32)[None]


def mixed(before: Pixels, filled: Pixels, weights: NDArray[np.uint8]) -> Pixels:
    """Return ``before`` where ``weights`` ``(h, w)`` are 0, ``filled`` where they are 255, else between."""
    share = (weights.astype(np.float32) * np.float32(1 / 255))[..., None]
    values = before + share * (filled.astype(np.float32) - before)
    if before.dtype != np.float32:
        values = np.rint(values)
    values = values.astype(before.dtype)
    return np.where(weights[..., None] == 255, filled, np.where(weights[..., None] == 0, before, values))


def laid_over(base: Pixels, layer: Layer, cells: Sequence[Box]) -> Read:
    """Return what reads ``layer`` in its cells and ``base`` elsewhere."""

    def read(box: Box) -> Pixels:
        result = base[box.slices].copy()
        for cell in cells:
            shared = cell.intersect(box)
            if not shared.empty:
                result[shared.within(box).slices] = layer.pixels[shared.slices]
        return result

    return read
