"""Tiles: the square pieces in which pictures are turned into images for the screen, and their cache."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QImage

from restorer.gui.canvas.layout import Layer
from restorer.photo import Box

TILE = 512
"""Length of a tile's side, in pixels of its level."""

APRON = 1
"""Pixels of its neighbours that a tile holds on every side, so that smooth scaling leaves no seams."""


class TileKey(NamedTuple):
    """Which tile: its layer, pyramid level, and place in the grid of that level."""

    layer: Layer
    level: int
    row: int
    column: int

    @property
    def box(self) -> Box:
        """The tile's pixels of its level, without the apron; may reach beyond the picture."""
        return Box(self.row * TILE, self.column * TILE, (self.row + 1) * TILE, (self.column + 1) * TILE)

    def parent(self, level: int) -> "TileKey":
        """Return the tile of a coarser level that shows the same place."""
        shift = level - self.level
        return TileKey(self.layer, level, self.row >> shift, self.column >> shift)

    def children(self) -> list["TileKey"]:
        """Return the four tiles of the next finer level that show the same place."""
        return [
            TileKey(self.layer, self.level - 1, 2 * self.row + down, 2 * self.column + right)
            for down in (0, 1)
            for right in (0, 1)
        ]


class Draft(NamedTuple):
    """What is seen of a tile, the ``box`` of its level: shown for a moment, while finer tiles are old."""

    layer: Layer
    level: int
    box: Box


Piece = TileKey | Draft
"""What an image is made of and kept for."""


def level_box(size: tuple[int, int], level: int) -> Box:
    """Return all pixels of a level of a picture of (height, width) ``size``."""
    return Box(0, 0, -(-size[0] >> level), -(-size[1] >> level))


def at_level(box: Box, level: int) -> Box:
    """Return the pixels of a level that a box of level 0 has any part in."""
    scale = 1 << level
    return Box(box.top // scale, box.left // scale, -(-box.bottom // scale), -(-box.right // scale))


def tiles_in(layer: Layer, level: int, box: Box) -> list[TileKey]:
    """Return the tiles that share pixels with ``box``, given in pixels of the level."""
    if box.empty:
        return []
    return [
        TileKey(layer, level, row, column)
        for row in range(box.top // TILE, (box.bottom - 1) // TILE + 1)
        for column in range(box.left // TILE, (box.right - 1) // TILE + 1)
    ]


@dataclass(slots=True)
class _Entry:
    image: QImage
    fresh: bool


class TileCache:
    """The most recently used tiles, up to a number of bytes.

    A tile whose picture has changed is only marked: its old image is shown until the new one is there.
    Protected tiles, those on the screen, are never thrown out, or too small a limit would make the canvas
    flicker.
    """

    def __init__(self, byte_limit: int) -> None:
        self.byte_limit = byte_limit
        self.byte_count = 0
        self._entries: OrderedDict[Piece, _Entry] = OrderedDict()
        self._protected: frozenset[Piece] = frozenset()

    def __len__(self) -> int:
        return len(self._entries)

    def protect(self, keys: Iterable[Piece]) -> None:
        """Keep these tiles, and from now on only these, whatever the limit."""
        self._protected = frozenset(keys)
        for key in self._protected & self._entries.keys():
            self._entries.move_to_end(key)

    def image(self, key: Piece) -> QImage | None:
        """Return a tile's image, fresh or not, and mark it as used."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry.image

    def is_fresh(self, key: Piece) -> bool:
        """Whether the tile's image is there and shows the picture as it is now."""
        entry = self._entries.get(key)
        return entry is not None and entry.fresh

    def put(self, key: Piece, image: QImage, *, fresh: bool = True) -> None:
        """Keep a tile's image, and let go of those not used for longest if there are too many."""
        self._drop(key)
        self._entries[key] = _Entry(image, fresh)
        self.byte_count += image.sizeInBytes()
        while self.byte_count > self.byte_limit:
            oldest = next(iter(self._entries))
            if oldest in self._protected:
                break
            self._drop(oldest)

    def age(self, layers: set[Layer], box: Box | None = None) -> None:
        """Mark the tiles of ``layers`` that show a part of ``box`` (in pixels of level 0; None: all)."""
        for key, entry in self._entries.items():
            if key.layer in layers and (box is None or touches(key, box)):
                entry.fresh = False

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self.byte_count = 0

    def _drop(self, key: Piece) -> None:
        if entry := self._entries.pop(key, None):
            self.byte_count -= entry.image.sizeInBytes()


def touches(key: Piece, box: Box) -> bool:
    """Whether a tile, with its apron, shows a part of ``box``, which is in pixels of level 0."""
    own = key.box.grow(APRON)
    scale = 1 << key.level
    return (
        not Box(own.top * scale, own.left * scale, own.bottom * scale, own.right * scale).intersect(box).empty
    )
