"""Gives worn photos their detail back: softness, grain, paper and compression go, tile by tile."""

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.progress import Progress
from restorer.restoration.planes import Read, Write, from_planes, to_planes


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
