"""Gives worn photos their detail back: softness, grain, paper and compression go, tile by tile.

What a network does depends on how large the grain is in pixels. Grain, paper and printing dots that are too
large for it at full size are small enough at half of it: what it changes there is carried over.
"""

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.photo.buffers import allocate
from restorer.progress import Progress
from restorer.restoration.layers import SCRATCH_LIMIT
from restorer.restoration.planes import Planes, Read, Write, from_planes, reduced, reduced_size, to_planes

COARSE_SHARE = 0.25
"""Of the work at full size, as much as the pixels of half the size are of all."""

_STRIP_ROWS = 128


def run_detail(
    read: Read,
    size: tuple[int, int],
    model: Model,
    engine: Engine,
    write: Write,
    *,
    area: Box | None = None,
    progress: Progress | None = None,
) -> RunReport:
    """Run the network over ``area`` (default: all) of a photo of ``size`` (height, width).

    ``write`` gets the pixels of each part once, at full strength.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        write(box, from_planes(read(box), planes[:3]))

    return engine.run(model, lambda box: to_planes(read(box)), sink, size, area=area, progress=progress)


def run_coarse(
    read: Read,
    size: tuple[int, int],
    model: Model,
    engine: Engine,
    write: Write,
    *,
    area: Box,
    progress: Progress,
) -> RunReport:
    """Run the network over ``area`` at half the size, and put what it changes there on the photo.

    As `run_detail` otherwise. Between the pixels of half the size its change is interpolated.
    """
    half = reduced_size(size)
    around = Box(
        area.top // 2 - 1, area.left // 2 - 1, -(-area.bottom // 2) + 1, -(-area.right // 2) + 1
    ).intersect(Box(0, 0, *half))
    # Sixteen bits are a fortieth of a step of 8 bits for all but the largest changes, and half the memory.
    shape = (around.height, around.width, 3)
    change = allocate(shape, np.dtype(np.float16), memory_limit=SCRATCH_LIMIT)

    def source(box: Box) -> Planes:
        return reduced(read, size, box)

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        change[box.within(around).slices] = (planes[:3] - source(box)).transpose(1, 2, 0)

    run = engine.run(model, source, sink, half, area=around, progress=progress.part(0.0, 0.9))
    for top in range(area.top, area.bottom, _STRIP_ROWS):
        progress.part(0.9, 0.1)((top - area.top) / area.height)
        box = Box(top, area.left, min(top + _STRIP_ROWS, area.bottom), area.right)
        pixels = read(box)
        write(box, from_planes(pixels, to_planes(pixels) + _doubled(change, around, box)))
    return run


def _doubled(change: NDArray[np.float16], around: Box, box: Box) -> Planes:
    """Return a change ``(h, w, 3)``, that of ``around`` at half the size, in ``box`` of full size: planes.

    Three quarters are those of the pixel that a pixel lies in, a quarter its neighbour's.
    """
    rows, columns = (
        _between(first, last, start, count)
        for first, last, start, count in (
            (box.top, box.bottom, around.top, around.height),
            (box.left, box.right, around.left, around.width),
        )
    )
    near, far = (change[index].astype(np.float32) for index in rows)
    near += np.float32(0.25) * (far - near)
    nearer, farther = near[:, columns[0]], near[:, columns[1]]
    nearer += np.float32(0.25) * (farther - nearer)
    return np.ascontiguousarray(nearer.transpose(2, 0, 1))


def _between(first: int, last: int, start: int, count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return, for pixels along a side, the pixel of half the size that each lies in, and its neighbour."""
    pixels = np.arange(first, last)
    inside = pixels // 2 - start
    beside = np.clip(inside + np.where(pixels % 2, 1, -1), 0, count - 1)
    return inside, beside
