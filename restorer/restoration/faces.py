"""Faces that would not stay themselves: so small or soft that a little more or less detail is another look.

Nothing is ever made of a face, and nobody is recognised. Where a face is delicate, steps that work on detail
do half of what they would do elsewhere.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.regions import connected
from restorer.restoration.small import Floats, box_mean, luma, shrunk, small_size

SPARED = 0.5
"""Share of a step's change that a delicate face is spared."""

_LONGEST = (640, 214)
"""Pixels of the copies that are looked at: in one small faces are as large as those learnt from, in the other
large ones."""
_LARGE = 4
"""Times a copy's side. Of a larger photo, four pixels of those that make one of the copy's are enough."""
_INSIDE, _SURE = 0.5, 0.85
"""The chance from which a pixel may belong to a face, and the mean of it that makes one of its place. Of 62
photos of things and animals that were kept from training one has such a place then, of 13 portraits all."""
_FEWEST = 40  # pixels of a copy that a face must have
_WIDE, _HIGH = 0.4, 0.52  # half axes of the oval that is found, in heights of a face
_OVAL = math.pi * _WIDE * _HIGH
_UNLIKE = 1.6
"""How many times as long, or as short, as an oval of its area a place may be that is taken for a face."""
_SMALL = 72
"""Pixels. A face from forehead to chin that is lower has eyes of five or six pixels."""
_LOOKED_AT = 48
"""Pixels to which a face is shrunk before it is asked whether it is sharp: that takes noise away."""
_SOFT = 0.1
"""A face is blurred if its finest detail is a smaller share than this of all its contrast."""
_WHOLE_HEAD, _FADING = 1.25, 0.5
"""Ovals are that much larger where faces are spared, and fade out over so much more."""


@dataclass(frozen=True)
class Face:
    """A face: its middle (row, column) and its height from forehead to chin, in the photo's pixels."""

    row: float
    column: float
    height: float
    blurred: bool

    @property
    def delicate(self) -> bool:
        """Whether a step that works on detail should hold back."""
        return self.blurred or self.height < _SMALL


@dataclass(frozen=True, eq=False)
class Faces:
    """The faces of a photo; ``field`` ``(1, h, w)`` says how far each place is to be spared, 0..1.

    It covers the whole photo, whatever its size (`small.stretched`).
    """

    found: tuple[Face, ...]
    field: Floats
    run: RunReport

    @property
    def delicate(self) -> tuple[Face, ...]:
        """Those that are spared."""
        return tuple(face for face in self.found if face.delicate)


def find_faces(pixels: Pixels, model: Model, engine: Engine, progress: Progress) -> Faces:
    """Look for faces in a photo ``(H, W, 1 or 3)`` of any depth.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress(0.0, "Looking for faces")
    size = pixels.shape[:2]
    found: list[tuple[float, Face]] = []
    copy: NDArray[Any] = pixels
    sides = sorted({min(longest, max(size)) for longest in _LONGEST}, reverse=True)
    for part, longest in enumerate(sides):
        copy = _copy(copy, longest)
        chances = np.empty(copy.shape[:2], np.float32)
        run = _run(copy, chances, model, engine, progress.part(part / len(sides), 1 / len(sides)))
        found += _ovals(chances, size[0] / copy.shape[0])
    faces = [_judged(face, pixels) for face in _each_once(found)]
    return Faces(tuple(faces), _field(faces, (size[0], size[1])), run)


def _copy(pixels: NDArray[Any], longest: int) -> Floats:
    """Return a copy ``(h, w, 3)``, 0..1, with at most ``longest`` pixels a side."""
    step = -(-max(pixels.shape[:2]) // longest)
    if step <= _LARGE or min(pixels.shape[:2]) < step:
        return shrunk(pixels, longest)
    height, width = (side // step for side in pixels.shape[:2])
    offsets = step // 4, 3 * step // 4
    samples = [pixels[row::step, column::step][:height, :width] for row in offsets for column in offsets]
    mean: Floats = np.asarray(np.mean(samples, axis=0, dtype=np.float32))
    if pixels.dtype != np.float32:
        mean *= np.float32(1 / np.iinfo(pixels.dtype).max)
    np.clip(mean, 0, 1, out=mean)
    return mean if mean.shape[2] == 3 else np.repeat(mean, 3, axis=2)


def _run(copy: Floats, chances: Floats, model: Model, engine: Engine, progress: Progress) -> RunReport:
    planes = np.ascontiguousarray(copy.transpose(2, 0, 1))

    def sink(box: Box, answer: NDArray[np.float32]) -> None:
        chances[box.slices] = answer[0]

    return engine.run(model, lambda box: planes[:, *box.slices], sink, chances.shape, progress=progress)


def _ovals(chances: Floats, scale: float) -> list[tuple[float, Face]]:
    """Return the places that look like faces, each with how sure that is; ``scale`` leads to the photo."""
    width = chances.shape[1]
    places = np.flatnonzero(chances > _INSIDE)
    region, count = connected(places, width)
    if not count:
        return []
    rows, columns = places // width, places % width
    area = np.bincount(region, minlength=count)
    middle = [np.bincount(region, along, count) / area for along in (rows, columns)]
    sure = np.bincount(region, chances.ravel()[places], count) / area
    spread = [
        np.sqrt(np.bincount(region, (along - mean[region]) ** 2, count) / area)
        for along, mean in zip((rows, columns), middle, strict=True)
    ]
    height = np.sqrt(area / _OVAL)
    # The standard deviation of an ellipse's places is half of its half axis.
    tall, wide = spread[0] / (_HIGH * height / 2), spread[1] / (_WIDE * height / 2)
    fits = (np.minimum(tall, wide) > 1 / _UNLIKE) & (np.maximum(tall, wide) < _UNLIKE)
    fits &= (sure >= _SURE) & (area >= _FEWEST)
    return [
        (
            float(sure[at]),
            Face(
                float(middle[0][at] + 0.5) * scale,
                float(middle[1][at] + 0.5) * scale,
                float(height[at]) * scale,
                blurred=False,
            ),
        )
        for at in np.flatnonzero(fits)
    ]


def _each_once(found: list[tuple[float, Face]]) -> list[Face]:
    """Return each face once: of those on the same place, the surest."""
    faces: list[Face] = []
    for _, face in sorted(found, key=lambda it: -it[0]):
        apart = (
            math.hypot(face.row - other.row, face.column - other.column)
            > 0.5 * max(face.height, other.height)
            for other in faces
        )
        if all(apart):
            faces.append(face)
    return faces


def _judged(face: Face, pixels: Pixels) -> Face:
    """Return the face with the verdict whether it is blurred."""
    return Face(face.row, face.column, face.height, sharpness(face, pixels) < _SOFT)


def sharpness(face: Face, pixels: Pixels) -> float:
    """Return how much of a face's contrast is in its finest detail, once it is shrunk to the same size."""
    half = face.height / 2
    whole = Box(0, 0, *pixels.shape[:2])
    box = Box(
        round(face.row - half), round(face.column - half), round(face.row + half), round(face.column + half)
    ).intersect(whole)
    if box.empty:
        return 1.0
    grey = luma(shrunk(pixels[box.slices], _LOOKED_AT))
    contrast = float(grey.std())
    return float((grey - box_mean(grey, 1)).std()) / contrast if contrast > 0 else 1.0


def _field(faces: list[Face], size: tuple[int, int]) -> Floats:
    """Draw the ovals of the delicate faces, fading out around them."""
    height, width = small_size(size, _LONGEST[0])
    field = np.zeros((1, height, width), np.float32)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    rows, columns = (rows + 0.5) * (size[0] / height), (columns + 0.5) * (size[1] / width)
    for face in faces:
        if face.delicate:
            down = (rows - face.row) / (_WHOLE_HEAD * _HIGH * face.height)
            across = (columns - face.column) / (_WHOLE_HEAD * _WIDE * face.height)
            np.maximum(field[0], np.clip(1 - (np.hypot(down, across) - 1) / _FADING, 0, 1), out=field[0])
    return field
