"""Gives worn photos their detail back: softness, grain, paper and compression go, tile by tile.

What a network does depends on how large the grain is in pixels. Grain, paper and printing dots that are too
large for it at full size are small enough in a reduced photo: what it changes there is carried over.
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
from restorer.restoration.planes import (
    Planes,
    Read,
    Write,
    enlarged,
    from_planes,
    reduced,
    reduced_area,
    reduced_size,
    to_planes,
)

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
    scale: int,
    model: Model,
    engine: Engine,
    write: Write,
    *,
    area: Box,
    progress: Progress,
) -> RunReport:
    """Run the network over ``area`` reduced by ``scale``, and put what it changes there on the photo.

    As `run_detail` otherwise. Between the pixels of the reduced photo its change is interpolated.
    """
    around = reduced_area(size, area, scale)
    # Sixteen bits are a fortieth of a step of 8 bits for all but the largest changes, and half the memory.
    shape = (3, around.height, around.width)
    change = allocate(shape, np.dtype(np.float16), memory_limit=SCRATCH_LIMIT)

    def source(box: Box) -> Planes:
        return reduced(read, size, box, scale)

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        change[:, *box.within(around).slices] = planes[:3] - source(box)

    run = engine.run(
        model, source, sink, reduced_size(size, scale), area=around, progress=progress.part(0.0, 0.9)
    )
    for top in range(area.top, area.bottom, _STRIP_ROWS):
        progress.part(0.9, 0.1)((top - area.top) / area.height)
        box = Box(top, area.left, min(top + _STRIP_ROWS, area.bottom), area.right)
        pixels = read(box)
        write(box, from_planes(pixels, to_planes(pixels) + enlarged(change, around, box, scale)))
    return run
