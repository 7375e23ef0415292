"""A mask over a photo: how much of each pixel is meant, kept as tiles of which most are not there at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box

TILE = 256
"""Length of a tile's side, in pixels."""

Values = NDArray[np.uint8]
Place = tuple[int, int]
"""Row and column of a tile."""


class Tile:
    """The values ``(TILE, TILE)`` of one tile, and smaller copies of them. Never changes."""

    def __init__(self, values: Values) -> None:
        values.flags.writeable = False
        self.values = values

    @cached_property
    def levels(self) -> tuple[Values, ...]:
        """The tile at every zoom level down to one pixel; the largest of four values stands for them.

        So that a hair-thin scratch is seen from far away too.
        """
        levels = [self.values]
        while len(levels[-1]) > 1:
            finer = levels[-1]
            rows = np.maximum(finer[0::2], finer[1::2])
            levels.append(np.maximum(rows[:, 0::2], rows[:, 1::2]))
        return tuple(levels)


FULL = Tile(np.full((TILE, TILE), 255, np.uint8))
"""The tile of which every pixel is meant."""


@dataclass(frozen=True, eq=False)
class Mask:
    """How much of each pixel is meant: 0 (not) to 255 (wholly). Shares its tiles with the masks made from it.

    ``size`` is the photo's height and width. Tiles that are missing hold 0; what a tile holds beyond the
    photo's border is never read.
    """

    size: tuple[int, int]
    tiles: Mapping[Place, Tile] = field(default_factory=dict)

    @classmethod
    def of(cls, values: NDArray[np.uint8] | NDArray[np.bool_]) -> Self:
        """Return the mask of ``(H, W)`` values; True counts as 255."""
        whole = cls((values.shape[0], values.shape[1]))
        tiles: dict[Place, Tile] = {}
        for place in whole.places(Box.of(values)):
            box = tile_box(place)
            part = values[box.intersect(Box.of(values)).slices]
            if part.any():
                padded = np.zeros((TILE, TILE), np.uint8)
                padded[: part.shape[0], : part.shape[1]] = _bytes(part)
                tiles[place] = Tile(padded)
        return cls(whole.size, tiles)

    @property
    def empty(self) -> bool:
        """Whether no pixel is meant."""
        return not self.tiles

    def places(self, box: Box) -> list[Place]:
        """Return the tiles that share pixels with ``box`` and the photo."""
        box = box.intersect(Box(0, 0, *self.size))
        if box.empty:
            return []
        rows = range(box.top // TILE, (box.bottom - 1) // TILE + 1)
        columns = range(box.left // TILE, (box.right - 1) // TILE + 1)
        return [(row, column) for row in rows for column in columns]

    def read(self, level: int, box: Box) -> Values:
        """Return the values ``(h, w)`` of ``box`` at a zoom level, in pixels of that level.

        Level n is the photo at 1 / 2ⁿ; beyond the border there is 0.
        """
        values = np.zeros((max(0, box.height), max(0, box.width)), np.uint8)
        scale = 1 << level
        photo = Box(box.top * scale, box.left * scale, box.bottom * scale, box.right * scale)
        for place in self.places(photo):
            if (tile := self.tiles.get(place)) is not None:
                _put(tile, place, level, box, values)
        return values

    def whole(self) -> Values:
        """Return all values, ``(H, W)``."""
        return self.read(0, Box(0, 0, *self.size))

    def changed(self, places: list[Place], change: Callable[[Place, Values], Values | None]) -> Self:
        """Return the mask with ``change`` of each tile in ``places``: new values, or None to leave it."""
        tiles = dict(self.tiles)
        for place in places:
            old = tiles.get(place)
            values = change(place, old.values if old else _NOTHING)
            if values is None:
                continue
            if values.any():
                tiles[place] = FULL if values is FULL.values else Tile(values)
            else:
                tiles.pop(place, None)
        return type(self)(self.size, tiles)

    def united(self, box: Box, values: Values) -> Self:
        """Return the mask with the ``values`` ``(h, w)`` of ``box`` wherever they are higher."""

        def change(place: Place, old: Values) -> Values:
            own = tile_box(place)
            shared = own.intersect(box)
            new, part = old.copy(), shared.within(own).slices
            new[part] = np.maximum(old[part], values[shared.within(box).slices])
            return new

        return self.changed(self.places(box), change)

    def differs(self, other: "Mask") -> list[Box]:
        """Return the boxes of the tiles in which this mask may differ from ``other``."""
        if self.tiles is other.tiles:
            return []
        photo = Box(0, 0, *self.size)
        places = self.tiles.keys() | other.tiles.keys()
        return [
            tile_box(place).intersect(photo)
            for place in places
            if self.tiles.get(place) is not other.tiles.get(place)
        ]


_NOTHING = Tile(np.zeros((TILE, TILE), np.uint8)).values


def tile_box(place: Place) -> Box:
    """Return the pixels of a tile; they may reach beyond the photo."""
    row, column = place
    return Box(row * TILE, column * TILE, (row + 1) * TILE, (column + 1) * TILE)


def _bytes(values: NDArray[np.uint8] | NDArray[np.bool_]) -> Values:
    return values.astype(np.uint8) * np.uint8(255) if values.dtype == np.bool_ else values.astype(np.uint8)


def _put(tile: Tile, place: Place, level: int, box: Box, values: Values) -> None:
    """Copy the part of a tile inside ``box``, both at ``level``, to its place in ``values``."""
    finest = len(tile.levels) - 1
    if level > finest:  # the tile is less than a pixel
        row, column = place[0] >> (level - finest), place[1] >> (level - finest)
        at = (row - box.top, column - box.left)
        values[at] = max(values[at], tile.levels[finest][0, 0])
        return
    side = TILE >> level
    own = Box(place[0] * side, place[1] * side, (place[0] + 1) * side, (place[1] + 1) * side)
    shared = own.intersect(box)
    if not shared.empty:
        values[shared.within(box).slices] = tile.levels[level][shared.within(own).slices]
