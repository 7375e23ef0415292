"""Faces to learn from: cut out of photos in which somebody has marked them, and put beside each other."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from restorer.errors import InvalidRecipe
from restorer.training.ageing.fields import Pixels, coordinates
from restorer.training.dataset import PhotoFolder, is_held_out

_AROUND = 2.4
"""Sides of what is cut out, in sides of the face's box."""
_LARGEST_CUT = 288
_LONGEST = 960  # pixels of photos of nobody
_LEAST_KNOWN = 9.0
"""Pixels. Of a face that is lower nobody could say that it is one, and nobody asks."""
_GRIDS = (1, 2, 3, 4, 6, 8)
_GRID_SHARES = (0.2, 0.22, 0.2, 0.16, 0.12, 0.1)
_WIDE, _HIGH = 0.4, 0.52
"""Half axes of the oval that a face fills of its box."""


@dataclass(frozen=True)
class Face:
    """A square cut ``(side, side, 3)`` uint8; the box of the face in its middle is ``share`` of its side."""

    pixels: NDArray[np.uint8]
    share: float


@dataclass(frozen=True)
class Faces:
    """``marked`` faces, and photos ``(H, W, 3)`` uint8 of ``nobody``, which look like those with somebody."""

    marked: tuple[Face, ...]
    nobody: tuple[NDArray[np.uint8], ...]


@dataclass(frozen=True)
class Mosaic:
    """A picture, where in it faces are (H, W), 0 or 1, and where that is known at all."""

    pixels: Pixels
    mask: Pixels
    known: Pixels


def load_faces(boxes: Path, photos: Path, validation_share: float) -> tuple[Faces, Faces]:
    """Cut out the faces of photos: those to train on and those to validate on, split by photo.

    ``boxes`` is a JSON file of photos' paths below ``photos``, each with its faces' ``[top, left, height,
    width]`` in pixels; with an empty list where nobody is in the photo.

    Raises:
        InvalidRecipe: the file cannot be read, or one of the photos.
    """
    try:
        content: dict[str, list[list[float]]] = json.loads(boxes.read_text(encoding="utf-8"))
        marked: tuple[list[Face], list[Face]] = ([], [])
        nobody: tuple[list[NDArray[np.uint8]], list[NDArray[np.uint8]]] = ([], [])
        for name, found in sorted(content.items()):
            with Image.open(photos / name) as image:
                whole = image.convert("RGB")
            held_out = is_held_out(photos / name, photos, validation_share)
            marked[held_out].extend(_cut(whole, *box) for box in found)
            if not found:
                whole.thumbnail((_LONGEST, _LONGEST))
                nobody[held_out].append(np.asarray(whole))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InvalidRecipe(
            f"The faces in {boxes.name} cannot be read: {error}.", "Check that it belongs to these photos."
        ) from error
    return Faces(tuple(marked[0]), tuple(nobody[0])), Faces(tuple(marked[1]), tuple(nobody[1]))


def mosaic(photos: PhotoFolder, faces: Faces, size: int, random: np.random.Generator) -> Mosaic:
    """Draw a picture of fields of one size, in some of which there is a face and in others something else.

    So faces come in all sizes, and amid anything: where a field ends tells nothing about what is in it.
    """
    if random.random() < 0.15:
        nothing = np.zeros((size, size), np.float32)
        return Mosaic(_without(photos, faces, size, random), nothing, 1 - nothing)
    count = int(random.choice(_GRIDS, p=_GRID_SHARES))
    cell = -(-size // count)
    share = random.uniform(0.15, 0.85)
    picture = np.empty((cell * count, cell * count, 3), np.float32)
    mask, known = (np.zeros(picture.shape[:2], np.float32) for _ in range(2))
    others = _without(photos, faces, picture.shape[0], random)
    for row in range(count):
        for column in range(count):
            field = (slice(row * cell, (row + 1) * cell), slice(column * cell, (column + 1) * cell))
            if random.random() < share:
                face = faces.marked[random.integers(len(faces.marked))]
                picture[field], mask[field], known[field] = _placed(face, cell, random)
            else:
                picture[field], known[field] = others[field], 1.0
    top, left = random.integers(cell * count - size + 1, size=2)
    inside = (slice(top, top + size), slice(left, left + size))
    return Mosaic(picture[inside], mask[inside], known[inside])


def _without(photos: PhotoFolder, faces: Faces, size: int, random: np.random.Generator) -> Pixels:
    """Return a crop without a face, half of the time of a photo in which somebody might have been."""
    if not faces.nobody or random.random() < 0.5:
        return photos.crop(size, random)
    photo = Image.fromarray(faces.nobody[random.integers(len(faces.nobody))])
    side = random.uniform(0.3, 1.0) * min(photo.size)
    left, top = (random.uniform(0, length - side) for length in photo.size)
    inside = (left, top, left + side, top + side)
    crop = photo.resize((size, size), Image.Resampling.BICUBIC, inside, reducing_gap=3)
    return np.asarray(crop, np.float32) / np.float32(255)


def _cut(photo: Image.Image, top: float, left: float, height: float, width: float) -> Face:
    side = _AROUND * max(height, width)
    row, column = top + height / 2, left + width / 2
    pixels = min(_LARGEST_CUT, round(side))
    # What lies beyond the photo is its border repeated: black would tell where faces are.
    reach = round(side)
    padded = np.pad(np.asarray(photo), ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    start = (column - side / 2 + reach, row - side / 2 + reach)
    box = (*start, start[0] + side, start[1] + side)
    cut = Image.fromarray(padded).resize((pixels, pixels), Image.Resampling.LANCZOS, box)
    return Face(np.asarray(cut), 1 / _AROUND)


def _placed(face: Face, side: int, random: np.random.Generator) -> tuple[Pixels, Pixels, Pixels]:
    """Return a field ``(side, side)`` with the face somewhere in it, its mask, and where that is known."""
    cut = Image.fromarray(face.pixels)
    if random.random() < 0.5:
        cut = cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    turn = random.normal(0, 9)
    cut = cut.rotate(turn, Image.Resampling.BILINEAR, fillcolor=tuple(face.pixels[0, 0]))
    length = cut.width
    window = length * face.share * random.uniform(1.05, 1 / face.share / 1.1)
    room = (length - window) / 2
    shift = np.clip(random.uniform(-1, 1, 2) * window * 0.3, -room, room)
    left, top = room + shift[1], room + shift[0]
    field = cut.resize(
        (side, side), Image.Resampling.BICUBIC, (left, top, left + window, top + window), reducing_gap=3
    )
    scale = side / window
    high = face.share * length * scale
    rows, columns = coordinates((side, side))
    row, column = ((length / 2 - start) * scale for start in (top, left))
    lean = np.deg2rad(turn)
    down, right = rows + 0.5 - row, columns + 0.5 - column
    along = np.cos(lean) * down + np.sin(lean) * right
    across = np.cos(lean) * right - np.sin(lean) * down
    oval = (along / (_HIGH * high)) ** 2 + (across / (_WIDE * high)) ** 2 <= 1
    known = np.ones((side, side), np.float32)
    if high < _LEAST_KNOWN:
        known[oval] = 0
    pixels = np.asarray(field, np.float32) / np.float32(255)
    if random.random() < 0.6:  # another light, another camera, another film
        light, slope = random.uniform(0.6, 1.4) * random.uniform(0.85, 1.15, 3), random.uniform(0.6, 2.2)
        pixels = np.clip(pixels * light.astype(np.float32), 0, 1) ** np.float32(slope)
    return pixels, oval.astype(np.float32), known
