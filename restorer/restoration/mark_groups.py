"""The pieces of a mark that belong together, letters for example, and what shines through them.

Letters of one word have one opacity and one ink, which a letter alone would not tell. What lies near each
other is taken for one mark, wherever its pieces come from: found, or painted by the user.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.restoration.masking import Weights
from restorer.restoration.overlays import Overlay
from restorer.restoration.regions import connected
from restorer.restoration.single_marks import single_overlay
from restorer.restoration.small import shrunk

_SQUARES = 24
"""Along the photo's shorter side: marks in squares beside each other are one mark."""
_SMALLEST_SQUARE = 16  # pixels
_MOST_PIXELS = 400_000
"""More are looked at reduced: what is told by so many is told by fewer."""


@dataclass(frozen=True)
class MarkGroup:
    """A mark, which lies in ``squares``: flat indices in a grid with ``columns``, ``side`` pixels each.

    It is looked at in ``around``, with what surrounds it.
    """

    squares: NDArray[np.int64]
    side: int
    columns: int
    around: Box

    def holds(self, box: Box) -> NDArray[np.bool_]:
        """Return ``(h, w)``: which pixels of a box lie in its squares."""
        rows, columns = (
            np.arange(box.top, box.bottom) // self.side,
            np.arange(box.left, box.right) // self.side,
        )
        return np.isin(rows[:, None] * self.columns + columns, self.squares)


def mark_groups(size: tuple[int, int], weights: Weights, cells: Sequence[Box]) -> list[MarkGroup]:
    """Return the marks in a photo of ``size`` (height, width), which lie in ``cells``.

    There is one where something of a filling is taken: ``weights`` is more than 0.
    """
    side = max(_SMALLEST_SQUARE, round(min(size) / _SQUARES))
    width = -(-size[1] // side)
    found = [np.zeros(0, np.int64)]
    for cell in cells:
        rows, columns = np.nonzero(weights(cell))
        found.append(np.unique((rows + cell.top) // side * width + (columns + cell.left) // side))
    squares = np.unique(np.concatenate(found))
    number, count = connected(squares, width)
    return [_group(squares[number == index], side, width, size) for index in range(count)]


def _group(squares: NDArray[np.int64], side: int, width: int, size: tuple[int, int]) -> MarkGroup:
    rows, columns = squares // width, squares % width
    top, left, bottom, right = rows.min(), columns.min(), rows.max() + 1, columns.max() + 1
    box = Box(int(top) * side, int(left) * side, int(bottom) * side, int(right) * side)
    return MarkGroup(squares, side, width, box.grow(2 * side).intersect(Box(0, 0, *size)))


def overlays_of(
    pixels: Pixels, weights: Weights, groups: Sequence[MarkGroup], cells: Sequence[Box]
) -> list[Overlay]:
    """Return what lies over a photo in ``groups`` near ``cells``, of those that let it shine through."""
    found = []
    for group in groups:
        if all(cell.intersect(group.around).empty for cell in cells):
            continue
        around = group.around
        lost = weights(around) > 0
        longest = round(max(around.height, around.width) * min(1.0, (_MOST_PIXELS / around.area) ** 0.5))
        planes = np.ascontiguousarray(shrunk(pixels[around.slices], longest).transpose(2, 0, 1))
        marked, unknown = (
            shrunk(where[..., None].astype(np.uint8), longest)[..., 0] > 0
            for where in (lost & group.holds(around), lost)
        )
        overlay = single_overlay(planes, marked, ~unknown)
        if overlay is not None:
            corner, size = (around.top, around.left), (around.height, around.width)
            found.append(replace(overlay, corner=corner, size=size))
    return found


def same_marks(groups: Sequence[MarkGroup], changed: Sequence[Box]) -> list[Box]:
    """Return where marks may be told otherwise now that something near them has ``changed``."""
    return [group.around for group in groups if any(not box.intersect(group.around).empty for box in changed)]
