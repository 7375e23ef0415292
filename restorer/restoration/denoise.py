"""Takes noise, grain and compression damage out of a photo, and says how much there is.

What the network returns is kept at full strength: a strength below that is a blend, so that the network
never runs twice for one photo.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport, Source
from restorer.photo import Box, Photo
from restorer.progress import Progress
from restorer.restoration.levels import Levels, NoiseEstimate
from restorer.restoration.planes import Read, Write, from_planes, reduced, to_planes
from restorer.restoration.sampling import sample_boxes

_SAMPLE_SIDE = 192  # pixels; large enough for the estimate, small enough to be quick
_SAMPLES_ACROSS, _HALVED_ACROSS = 3, 2
_SMALLEST_HALVED = 64  # pixels
_SURROUNDINGS = 32  # pixels; the estimate depends on 28
_COLOURS = slice(0, 3)
_STRIDE = 12  # pixels; over a whole photo, a ninth of the estimates tell enough


@dataclass(frozen=True)
class DenoiseReport:
    """How the network ran, and what it found."""

    run: RunReport
    estimate: NoiseEstimate


def run_denoiser(
    read: Read,
    size: tuple[int, int],
    model: Model,
    engine: Engine,
    write: Write,
    *,
    area: Box | None = None,
    progress: Progress | None = None,
) -> DenoiseReport:
    """Run the network over ``area`` (default: all) and hand each part, at full strength, to ``write``.

    ``read`` gives the pixels of a photo of ``size`` (height, width); ``write`` gets those of each part once.
    The estimate in the report is that of the whole area.

    Raises:
        ModelError: the model is damaged or does not fit.
        DeviceError: no device can run it.
        Cancelled: somebody asked to stop.
    """

    levels = Levels(_STRIDE)

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        pixels = read(box)
        levels.add(to_planes(pixels), planes)
        write(box, from_planes(pixels, planes[_COLOURS]))

    run = engine.run(model, lambda box: to_planes(read(box)), sink, size, area=area, progress=progress)
    return DenoiseReport(run, levels.estimate())


def estimate_noise(
    photo: Photo, model: Model, engine: Engine, *, progress: Progress | None = None
) -> NoiseEstimate:
    """Estimate a photo's noise from samples spread over it: what the network says, and what it takes out.

    The photo is looked at in full size and in half: grain, and noise that compression has smoothed, are
    plainer there.

    Raises:
        ModelError, DeviceError, Cancelled: as `run_denoiser`.
    """
    progress = progress or Progress()
    size, half = (photo.height, photo.width), (photo.height // 2, photo.width // 2)
    full = _sampled(
        lambda box: to_planes(photo.pixels[box.slices]),
        size,
        _SAMPLES_ACROSS,
        model,
        engine,
        progress.part(0.0, 0.7),
    )
    if min(half) < _SMALLEST_HALVED:
        return full.estimate()
    smaller = _sampled(
        lambda box: reduced(lambda part: photo.pixels[part.slices], size, box, 2),
        half,
        _HALVED_ACROSS,
        model,
        engine,
        progress.part(0.7, 0.3),
    )
    return full.estimate(smaller)


def _sampled(
    source: Source, size: tuple[int, int], across: int, model: Model, engine: Engine, progress: Progress
) -> Levels:
    levels = Levels()
    boxes = sample_boxes(size, _SAMPLE_SIDE, across)
    for index, box in enumerate(boxes):
        part = progress.part(index / len(boxes), 1 / len(boxes))
        _sample(levels, source, size, box, model, engine, part)
    return levels


def _sample(
    levels: Levels,
    source: Source,
    size: tuple[int, int],
    box: Box,
    model: Model,
    engine: Engine,
    progress: Progress,
) -> None:
    """Put a box before the engine as a photo of its own.

    What the estimate sees around a pixel is little; all the surroundings that removing noise takes would be
    several times the sample, and what the farther ones change is little beside the noise.
    """
    around = box.grow(_SURROUNDINGS).intersect(Box(0, 0, *size))

    def seen(inner: Box) -> NDArray[np.float32]:
        return source(inner.moved(around.top, around.left))

    engine.run(
        model,
        seen,
        lambda inner, planes: levels.add(seen(inner), planes),
        (around.height, around.width),
        area=box.within(around),
        progress=progress,
    )
