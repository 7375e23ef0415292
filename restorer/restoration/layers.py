"""What a network made of a photo at full strength, kept at every zoom level and filled part by part."""

import threading
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.buffers import allocate, release
from restorer.photo.photo import Pixels
from restorer.photo.pyramid import Pyramid
from restorer.restoration.painting.edits import Edits

CELL = 256
"""Side of the cells in which repairs are computed, in pixels."""

SCRATCH_LIMIT = 512 * 2**20
"""Layers larger than this (bytes) lie in a scratch file, so that a huge scan does not fill the memory."""

_GRID = 32
_GRID_LEVEL = 5  # 32 = 2⁵


class Layer:
    """Pixels like a photo's. Nothing is promised of what has not been written yet (see `covered`).

    With ``zoomable`` it has the smaller copies that a window draws from. May be read while it is written.
    """

    def __init__(self, shape: tuple[int, int, int], dtype: np.dtype[np.generic], *, zoomable: bool) -> None:
        self._zoomable = zoomable
        pixels = allocate(shape, dtype, memory_limit=SCRATCH_LIMIT)
        self.pyramid = _empty_pyramid(pixels) if zoomable else Pyramid([pixels])
        self.painted: dict[Box, tuple[Edits | None, ...]] = {}
        """What was painted when each cell was computed."""
        self._grid = np.zeros((-(-shape[0] // _GRID), -(-shape[1] // _GRID)), np.bool_)
        self._lock = threading.Lock()
        self.complete = False

    @property
    def pixels(self) -> Pixels:
        """The pixels at full size."""
        return self.pyramid.levels[0]

    def write(self, box: Box, pixels: Pixels) -> None:
        """Take a part."""
        with self._lock:  # the coarser levels of two parts share pixels
            self.pixels[box.slices] = pixels
            if self._zoomable:
                self.pyramid.update(box)
        self.cover(box)
        release(self.pixels)

    def cover(self, box: Box) -> None:
        """Take note that all of ``box`` has been written, in parts that need not lie on the grid."""
        height, width = self.pixels.shape[:2]
        bottom = self._grid.shape[0] if box.bottom >= height else box.bottom // _GRID
        right = self._grid.shape[1] if box.right >= width else box.right // _GRID
        self._grid[-(-box.top // _GRID) : bottom, -(-box.left // _GRID) : right] = True

    def finish(self) -> None:
        """Take note that the whole photo has been written."""
        self.complete = True

    def covered(self, level: int, box: Box) -> NDArray[np.bool_] | None:
        """Return which pixels ``(h, w, 1)`` of ``box`` hold what was written; None if all do."""
        if self.complete:
            return None
        rows = np.arange(box.top, box.bottom) << level >> _GRID_LEVEL
        columns = np.arange(box.left, box.right) << level >> _GRID_LEVEL
        known = self._grid[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        if known.all():
            return None
        return np.asarray(known[rows - rows[0]][:, columns - columns[0], None])


def cells(size: tuple[int, int]) -> Iterator[Box]:
    """Yield the cells of a photo of ``size`` (height, width), those at the border cut to it."""
    for top in range(0, size[0], CELL):
        for left in range(0, size[1], CELL):
            yield Box(top, left, min(top + CELL, size[0]), min(left + CELL, size[1]))


def near_each_other(cells: Sequence[Box], side: int) -> list[tuple[Box, list[Box]]]:
    """Return cells by the square of ``side`` pixels that they lie in, with the area that they span together.

    In a reduced photo a cell is small beside the surroundings that a network has to see for it.
    """
    groups: dict[tuple[int, int], list[Box]] = {}
    for cell in cells:
        groups.setdefault((cell.top // side, cell.left // side), []).append(cell)
    return [
        (
            Box(
                min(cell.top for cell in group),
                min(cell.left for cell in group),
                max(cell.bottom for cell in group),
                max(cell.right for cell in group),
            ),
            group,
        )
        for group in groups.values()
    ]


def _empty_pyramid(pixels: Pixels) -> Pyramid:
    levels = [pixels]
    while max(levels[-1].shape[:2]) > CELL:
        height, width, channels = levels[-1].shape
        levels.append(np.zeros(((height + 1) // 2, (width + 1) // 2, channels), pixels.dtype))
    return Pyramid(levels)
