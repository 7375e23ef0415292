"""Takes noise, grain and compression damage out of a photo, and says how much there is.

The network sees the photo's own values, whatever their depth, as 0..1; a grey photo goes in as three equal
planes and comes back as their mean. What it returns is kept at full strength: a strength below that is a
blend, so that the network never runs twice for one photo.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine, RunReport
from restorer.photo import Box, Photo
from restorer.photo.photo import Pixels
from restorer.progress import Progress

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
    photo: Photo,
    model: Model,
    engine: Engine,
    write: Callable[[Box, Pixels], None],
    *,
    area: Box | None = None,
    progress: Progress | None = None,
) -> DenoiseReport:
    """Run the network over ``area`` (default: all) and hand each part, at full strength, to ``write``.

    ``write`` gets a box and the pixels ``(h, w, C)`` for it in the photo's own depth, once for every part.
    The estimate in the report is that of the whole area.

    Raises:
        ModelError: the model is damaged or does not fit.
        DeviceError: no device can run it.
        Cancelled: somebody asked to stop.
    """

    levels = _Levels()

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        levels.add(planes)
        write(box, _from_planes(photo.pixels[box.slices], planes[_COLOURS]))

    size = (photo.height, photo.width)
    run = engine.run(model, _source(photo), sink, size, area=area, progress=progress)
    return DenoiseReport(run, levels.estimate())


def blend(before: Pixels, full: Pixels, strength: float) -> Pixels:
    """Return ``before`` moved towards ``full`` by ``strength`` (0..1), in their own depth.

    Strength 0 and 1 return the arrays themselves, to the bit.
    """
    if strength <= 0.0:
        return before
    if strength >= 1.0:
        return full
    mixed = before + np.float32(strength) * (full.astype(np.float32) - before)
    if before.dtype == np.float32:
        return np.asarray(mixed, np.float32)
    return np.asarray(np.rint(mixed), before.dtype)


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
            _source(photo),
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
        levels = planes[[_NOISE, _COMPRESSION], ::_LEVEL_STRIDE, ::_LEVEL_STRIDE]
        self._parts.append(levels.reshape(2, -1))

    def estimate(self) -> NoiseEstimate:
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


def _source(photo: Photo) -> Callable[[Box], NDArray[np.float32]]:
    def read(box: Box) -> NDArray[np.float32]:
        return _to_planes(photo.pixels[box.slices])

    return read


def _to_planes(pixels: Pixels) -> NDArray[np.float32]:
    """``(h, w, 1 or 3)`` in any depth → ``(3, h, w)`` float32 in 0..1."""
    planes = np.ascontiguousarray(pixels.transpose(2, 0, 1), np.float32)
    if pixels.dtype == np.float32:
        np.clip(planes, 0.0, 1.0, out=planes)
    else:
        planes *= np.float32(1 / np.iinfo(pixels.dtype).max)
    return planes if len(planes) == 3 else np.repeat(planes, 3, axis=0)


def _from_planes(pixels: Pixels, planes: NDArray[np.float32]) -> Pixels:
    """``(3, h, w)`` in 0..1 → the depth and channels of ``pixels`` ``(h, w, C)``, which they came from."""
    if pixels.shape[2] == 1:
        planes = planes.mean(axis=0, keepdims=True)
    if pixels.dtype == np.float32:
        # Values beyond 0..1 are legal there, and the network never saw them: only its change is applied.
        change = planes.transpose(1, 2, 0) - np.clip(pixels, 0.0, 1.0)
        return np.asarray(pixels + change, np.float32)
    most = np.float32(np.iinfo(pixels.dtype).max)
    result = np.empty(pixels.shape, pixels.dtype)
    for channel, plane in enumerate(planes):  # one by one: three times as quick as all in one go
        scaled = plane * most + np.float32(0.5)
        result[..., channel] = np.clip(scaled, 0, most, out=scaled)
    return result
