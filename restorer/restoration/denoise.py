"""Takes noise, grain and compression damage out of a photo, and says how much there is.

What the network returns is kept at full strength: a strength below that is a blend, so that the network
never runs twice for one photo.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine, RunReport
from restorer.photo import Box, Photo
from restorer.progress import Progress
from restorer.restoration.planes import Read, Write, from_planes, to_planes

_SAMPLE_SIDE = 192  # pixels; large enough for the estimate, small enough to be quick
_SAMPLES_ACROSS = 3
_COLOURS = slice(0, 3)
_NOISE, _COMPRESSION = 3, 4
_LEVEL_STRIDE = 12


@dataclass(frozen=True)
class NoiseEstimate:
    """How strong a photo's noise and compression damage are, in steps of an 8-bit value (0..255).

    ``noise`` is what the literature calls σ: 2 is hardly visible, 10 plain, 25 heavy.
    """

    noise: float
    compression: float

    @property
    def negligible(self) -> bool:
        """Whether denoising would rather harm the photo than help it."""
        return self.noise < 1.0 and self.compression < 1.0


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

    levels = _Levels()

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        if len(planes) > _COMPRESSION:
            levels.add(planes)
        write(box, from_planes(read(box), planes[_COLOURS]))

    run = engine.run(model, lambda box: to_planes(read(box)), sink, size, area=area, progress=progress)
    return DenoiseReport(run, levels.estimate())


def estimate_noise(
    photo: Photo, model: Model, engine: Engine, *, progress: Progress | None = None
) -> NoiseEstimate:
    """Estimate a photo's noise from samples spread over it, with the network's own estimator.

    The median over the samples counts, so that a few blown or black corners do not.

    Raises:
        ModelError, DeviceError, Cancelled: as `run_denoiser`.
    """
    progress = progress or Progress()
    levels = _Levels()
    boxes = _sample_boxes(photo.height, photo.width)
    for index, box in enumerate(boxes):
        engine.run(
            model,
            lambda part: to_planes(photo.pixels[part.slices]),
            lambda _, planes: levels.add(planes),
            (photo.height, photo.width),
            area=box,
            progress=progress.part(index / len(boxes), 1 / len(boxes)),
        )
    return levels.estimate()


class _Levels:
    """Gathers the network's estimates and sums them up."""

    def __init__(self) -> None:
        self._parts: list[NDArray[np.float32]] = []

    def add(self, planes: NDArray[np.float32]) -> None:
        # The network's estimate is constant over 4×4 pixels, and a tenth of those tell enough.
        if len(planes) <= _COMPRESSION:  # a network made elsewhere estimates nothing
            return
        levels = planes[[_NOISE, _COMPRESSION], ::_LEVEL_STRIDE, ::_LEVEL_STRIDE]
        self._parts.append(levels.reshape(2, -1))

    def estimate(self) -> NoiseEstimate:
        if not self._parts:
            return NoiseEstimate(0.0, 0.0)
        noise, compression = np.median(np.concatenate(self._parts, axis=1), axis=1) * 255
        return NoiseEstimate(float(noise), float(compression))


def _sample_boxes(height: int, width: int) -> list[Box]:
    """Return up to nine boxes, evenly spread; the whole photo if it is small."""

    def starts(length: int) -> list[int]:
        if length <= _SAMPLE_SIDE * 2:
            return [max(0, (length - _SAMPLE_SIDE) // 2)]
        room = length - _SAMPLE_SIDE
        return [round(room * (i + 0.5) / _SAMPLES_ACROSS) for i in range(_SAMPLES_ACROSS)]

    return [
        Box(top, left, min(top + _SAMPLE_SIDE, height), min(left + _SAMPLE_SIDE, width))
        for top in starts(height)
        for left in starts(width)
    ]
