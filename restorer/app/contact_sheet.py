"""A picture of many photos before and after, with maps of what was changed, repaired and guessed.

It is for looking: small copies, in the screen's colours, each photo with its name and what was done to it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.app.diagnosis import diagnose
from restorer.app.difference import ramp
from restorer.errors import PhotoError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Box, Photo, display_pixels, open_photo
from restorer.photo.captions import Colour, caption
from restorer.progress import Progress
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import Restoration, restore
from restorer.restoration.small import LUMA, shrunk
from restorer.restoration.stages import colour_step, mask_steps

Image = NDArray[np.uint8]
"""``(h, w, 3)``, sRGB."""

_GROUND: Colour = (28, 28, 28)
_INK: Colour = (232, 232, 232)
_FAINT: Colour = (160, 160, 160)
_REPAIRED = np.array([255, 150, 40], np.float32)
_DIMMED = 0.4  # of the photo's light, behind what was repaired
_THIN = 4.0  # a scratch covers little of a small pixel, and is to be seen
_GAP, _TEXT = 6, 13
_STRIP_ROWS = 256
_NARROWEST = 480  # pixels of an entry's width: room for a name and a sentence
_WIDE = 1.6  # a sheet's width by its height, about


@dataclass(frozen=True, eq=False)
class Entry:
    """A photo's pictures by the name of their column, and what is said of it."""

    name: str
    pictures: dict[str, Image]
    sentence: str


def entries(
    photos: Sequence[Path],
    recipe: Recipe | None,
    engine: Engine,
    catalog: Catalog,
    *,
    side: int,
    progress: Progress | None = None,
) -> Iterator[Entry]:
    """Restore photos and yield each one's small pictures, their longer sides ``side`` pixels at most.

    Without a recipe each photo gets what it needs. One that cannot be read is told of, and no reason to stop.

    Raises:
        ModelError, DeviceError, InvalidRecipe, Cancelled: as `restore`.
    """
    progress = progress or Progress()
    for index, path in enumerate(photos):
        part = progress.part(index / len(photos), 1 / len(photos))
        try:
            photo = open_photo(path, progress=part.part(0.0, 0.1))
            yield _entry(path.name, photo, recipe, engine, catalog, side, part.part(0.1, 0.9))
        except PhotoError as error:
            yield Entry(path.name, {}, error.message)


def contact_sheet(shown: Sequence[Entry], across: int | None = None) -> Image:
    """Put entries on a sheet, ``across`` of them beside each other (None: what makes it a little wide)."""
    columns = list(dict.fromkeys(name for entry in shown for name in entry.pictures)) or ["before"]
    pictures = [picture for entry in shown for picture in entry.pictures.values()]
    cell = max((picture.shape[1] for picture in pictures), default=_NARROWEST)
    cell = max(cell, _NARROWEST // len(columns))
    width = len(columns) * (cell + _GAP) + _GAP
    blocks = [_block(entry, columns, cell, width) for entry in shown]
    if across is None:
        height = sum(len(block) for block in blocks)
        across = max(1, min(len(blocks), round(math.sqrt(_WIDE * height / width))))
    head = np.hstack([_head(columns, cell, width)] * across)
    rows = [_side_by_side(blocks[at : at + across], across, width) for at in range(0, len(blocks), across)]
    return np.vstack([head, *rows])


def _entry(
    name: str,
    photo: Photo,
    recipe: Recipe | None,
    engine: Engine,
    catalog: Catalog,
    side: int,
    progress: Progress,
) -> Entry:
    rendition, share = Rendition(photo), 0.0
    if recipe is None:
        share = 0.4
        recipe = diagnose(rendition, engine, catalog, progress=progress.part(0.0, share)).recipe
    part = progress.part(share, 1 - share)
    done = restore(photo, recipe, engine, catalog, rendition=rendition, progress=part)
    pictures = {
        "before": _small(photo, side),
        "after": _small(done.photo, side),
        "changed": ramp()[_steps(shrunk(_changes(photo, done.photo), side))],
    }
    whole = Box(0, 0, photo.height, photo.width)
    if masks := [rendition.mask(step, 0, whole) for step in mask_steps(recipe)]:
        pictures["repaired"] = _marked(pictures["before"], shrunk(np.maximum.reduce(masks)[..., None], side))
    colours = colour_step(recipe)
    if colours and (guess := rendition.guess(colours, 0, whole)) is not None:
        pictures["guessed"] = ramp(1.0)[_steps(shrunk(guess[..., None], side))]
    return Entry(name, pictures, _sentence(done))


def _small(photo: Photo, side: int) -> Image:
    small = np.rint(shrunk(photo.pixels, side) * 255).astype(np.uint8)
    return display_pixels(small[..., :1] if photo.is_grey else small, photo.profile)


def _changes(before: Photo, after: Photo) -> NDArray[np.uint8]:
    """Return the change of the channel that changed most in each pixel, ``(H, W, 1)``, of 255."""
    scale = np.float32(255 if before.bits == 32 else 255 / np.iinfo(before.pixels.dtype).max)
    result = np.empty((before.height, before.width, 1), np.uint8)
    for top in range(0, before.height, _STRIP_ROWS):
        rows = slice(top, top + _STRIP_ROWS)
        apart = np.abs(after.pixels[rows].astype(np.float32) - before.pixels[rows])
        result[rows, :, 0] = np.clip(np.rint(apart.max(axis=2) * scale), 0, 255)
    return result


def _steps(shares: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(np.clip(shares[..., 0], 0, 1) * 255).astype(np.uint8)


def _marked(picture: Image, mask: NDArray[np.float32]) -> Image:
    """Return the picture dim and grey, with what was repaired in one colour."""
    dim = np.float32(_DIMMED) * (picture.astype(np.float32) @ LUMA)[..., None]
    share = np.minimum(_THIN * mask[..., :1], 1)
    return np.asarray(np.rint(dim + share * (_REPAIRED - dim)), np.uint8)


def _sentence(done: Restoration) -> str:
    if not done.steps:
        return "Needs nothing."
    said = [f"{it.model} {it.version}" + (f": {it.finding}" if it.finding else "") for it in done.steps]
    return "; ".join([*said, f"{100 * done.unchanged:.1f} % unchanged to the bit"])


def _block(entry: Entry, columns: Sequence[str], cell: int, width: int) -> Image:
    """Return an entry's pictures beside each other, each under its column, with two lines of text below."""
    tallest = max((len(picture) for picture in entry.pictures.values()), default=0)
    pictures = _ground(tallest + _GAP, width)
    for index, column in enumerate(columns):
        if (picture := entry.pictures.get(column)) is not None:
            left = _GAP + index * (cell + _GAP)
            pictures[: len(picture), left : left + picture.shape[1]] = picture
    lines = [_line(entry.name, width, _INK), _line(entry.sentence, width, _FAINT)]
    return np.vstack([pictures, *lines, _ground(2 * _GAP, width)])


def _head(columns: Sequence[str], cell: int, width: int) -> Image:
    names = [caption(column, cell, _TEXT, _FAINT, _GROUND) for column in columns]
    gap = _ground(len(names[0]), _GAP)
    return np.vstack(
        [_ground(_GAP, width), np.hstack([part for name in names for part in (gap, name)] + [gap])]
    )


def _line(text: str, width: int, ink: Colour) -> Image:
    line = caption(text, width - 2 * _GAP, _TEXT, ink, _GROUND)
    edge = _ground(len(line), _GAP)
    return np.hstack([edge, line, edge])


def _side_by_side(blocks: Sequence[Image], across: int, width: int) -> Image:
    tallest = max(len(block) for block in blocks)
    row = _ground(tallest, across * width)
    for index, block in enumerate(blocks):
        row[: len(block), index * width : (index + 1) * width] = block
    return row


def _ground(height: int, width: int) -> Image:
    return np.broadcast_to(np.array(_GROUND, np.uint8), (height, width, 3)).copy()
