"""Marks upon the photo: outlines around what is to be repaired, hatching where a colour is a guess.

Drawn in device pixels, so that lines are equally thin at any zoom; each kind has a pattern of its own beside
its colour, and every line has a dark one beside it, to be seen on any photo and by any eye.
"""

import enum
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from restorer.gui.canvas.layout import Layer, Pane
from restorer.gui.canvas.tiles import level_box
from restorer.gui.canvas.view import View
from restorer.photo import Box

Codes = NDArray[np.uint8]
"""Values of `Mark`, ``(h, w)``."""


class Mark(enum.IntEnum):
    """What a pixel is marked as. Of several, the highest is shown."""

    NONE = 0
    GUESS = 1
    """Its colour is a guess."""
    WILD_GUESS = 2
    """Its colour could as well be another."""
    REJECTED = 3
    """A repair was proposed, and refused."""
    MEANT = 4
    """It is to be repaired."""
    SELECTED = 5
    """It belongs to the repair that is being looked at."""


@dataclass(frozen=True)
class Marks:
    """The marks of a picture.

    ``read(level, box)`` gives the codes of ``box``, which lies inside the picture, in pixels of a zoom level
    (0 is full size), the highest standing for all that one pixel holds; it must be quick, as it is called
    while painting. ``filled`` tints what is meant, for painting.
    """

    read: Callable[[int, Box], Codes]
    level_count: int
    filled: bool = False


_WHITE, _BLACK = (255, 255, 255, 150), (0, 0, 0, 115)
_AMBER, _DARK = (255, 176, 46, 255), (20, 14, 4, 190)
_CYAN = (94, 234, 255, 255)
_GREY = (235, 235, 235, 200)
_TINT = (255, 120, 40, 84)
_HATCH, _CROSS = 9, 7
_DASH = 4
_NEIGHBOURS = 6
"""What lies nearer to each other than twice this has one outline: lines around every stroke of a mark that
repeats would hide the photo."""


def image_of(
    marks: Marks, view: View, pane: Pane, exposed: QRect, unit: float
) -> tuple[QRect, QImage] | None:
    """Return the image of the marks inside ``exposed`` (device pixels) of a pane, and where it lies.

    ``unit`` is how many device pixels make one of the desktop. None if there is no mark.
    """
    extent = view.extent
    shown = QRect(extent.left, extent.top, extent.width, extent.height).translated(pane.viewport.topLeft())
    shown &= pane.clip & exposed
    if shown.isEmpty():
        return None
    line = max(1, round(unit))
    margin = (5 + 2 * _NEIGHBOURS) * line
    x = shown.left() - pane.viewport.left() - margin
    y = shown.top() - pane.viewport.top() - margin
    codes = _sample(marks, view, Box(y, x, y + shown.height() + 2 * margin, x + shown.width() + 2 * margin))
    if codes is None:
        return None
    if pane.layer is Layer.BEFORE:
        codes[codes <= Mark.WILD_GUESS] = Mark.NONE  # nothing of the photo before is guessed
    phase = (y - view.origin[1], x - view.origin[0])  # so that patterns move with the photo
    drawn = drawing(codes, phase, line, filled=marks.filled)[margin:-margin, margin:-margin]
    drawn = np.ascontiguousarray(drawn)
    height, width = drawn.shape
    image = QImage(drawn.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return shown, image.copy()


def place_of(box: Box, view: View, pane: Pane) -> QRect:
    """Return where a box of the picture lies on the canvas, in device pixels."""
    (x, y), zoom = view.origin, view.zoom
    left, top = math.floor(box.left * zoom), math.floor(box.top * zoom)
    size = math.ceil(box.width * zoom) + 1, math.ceil(box.height * zoom) + 1
    return QRect(x + left, y + top, *size).translated(pane.viewport.topLeft())


def drawing(
    codes: Codes, phase: tuple[int, int], line: int = 1, *, filled: bool = False
) -> NDArray[np.uint32]:
    """Return the marks ``(h, w)`` as premultiplied ARGB; ``line`` is the width of a line in pixels.

    ``phase`` is the row and column at which the patterns are at the corner.
    """
    drawn = np.zeros(codes.shape, np.uint32)
    rows = np.arange(codes.shape[0])[:, None] + phase[0]
    columns = np.arange(codes.shape[1])[None, :] + phase[1]
    _hatch(drawn, codes, rows, columns, line)
    apart = _NEIGHBOURS * line
    meant = codes >= Mark.MEANT
    if meant.any():
        if filled:
            drawn[meant] = _premultiplied(_TINT)
        _outline(drawn, _joined(meant, apart), line, line, _AMBER)
    rejected = codes == Mark.REJECTED
    if rejected.any():
        dashes = (rows + columns) // (_DASH * line) % 2 == 0
        _outline(drawn, _joined(rejected, apart), line, line, _GREY, dashes)
    selected = codes == Mark.SELECTED
    if selected.any():
        _outline(drawn, _joined(selected, apart), line, 2 * line, _CYAN)
    return drawn


def _hatch(
    drawn: NDArray[np.uint32], codes: Codes, rows: NDArray[Any], columns: NDArray[Any], line: int
) -> None:
    guessed = (codes == Mark.GUESS) | (codes == Mark.WILD_GUESS)
    if not guessed.any():
        return
    rising = (rows + columns) % (_HATCH * line)
    drawn[guessed & (rising < line)] = _premultiplied(_WHITE)
    drawn[guessed & (rising >= line) & (rising < 2 * line)] = _premultiplied(_BLACK)
    wild = codes == Mark.WILD_GUESS
    falling = (rows - columns) % (_HATCH * line)
    drawn[wild & (falling < line)] = _premultiplied(_WHITE)
    drawn[wild & (falling >= line) & (falling < 2 * line)] = _premultiplied(_BLACK)


def _outline(
    drawn: NDArray[np.uint32],
    inside: NDArray[np.bool_],
    gap: int,
    width: int,
    colour: tuple[int, int, int, int],
    where: NDArray[np.bool_] | None = None,
) -> None:
    """Draw a line around, not upon, what is ``inside``, and a dark one around that."""
    near = grown(inside, gap)
    line = grown(near, width)
    rim = grown(line, max(1, width // 2))
    for outer, inner, shade in ((rim, line, _DARK), (line, near, colour)):
        drawn[outer & ~inner if where is None else outer & ~inner & where] = _premultiplied(shade)


def _joined(inside: NDArray[np.bool_], pixels: int) -> NDArray[np.bool_]:
    """Return a shape with the gaps closed that are no wider than twice so many pixels."""
    return ~grown(~grown(inside, pixels), pixels)


def grown(inside: NDArray[np.bool_], pixels: int) -> NDArray[np.bool_]:
    """Return a shape with so many pixels more on every side."""
    done = 0  # each step may be as long as all before it, and one pixel more
    while done < pixels:
        step = min(done + 1, pixels - done)
        wider = inside.copy()
        wider[step:] |= inside[:-step]
        wider[:-step] |= inside[step:]
        inside = wider.copy()
        inside[:, step:] |= wider[:, :-step]
        inside[:, :-step] |= wider[:, step:]
        done += step
    return inside


def _sample(marks: Marks, view: View, wanted: Box) -> Codes | None:
    """Return the codes at the device pixels ``wanted`` of the viewport; None if there are none."""
    # From the first level with no more pixels than the screen, so that no small mark is stepped over.
    level = min(max(math.ceil(math.log2(1 / view.zoom) - 1e-6), 0), marks.level_count - 1)
    step = view.zoom * (1 << level)
    rows = np.floor((np.arange(wanted.top, wanted.bottom) + 0.5 - view.origin[1]) / step).astype(np.int64)
    columns = np.floor((np.arange(wanted.left, wanted.right) + 0.5 - view.origin[0]) / step).astype(np.int64)
    box = Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)
    inside = box.intersect(level_box((view.height, view.width), level))
    if inside.empty or not (seen := marks.read(level, inside)).any():
        return None
    codes = np.zeros((box.height, box.width), np.uint8)
    codes[inside.within(box).slices] = seen
    sampled: Codes = np.take(np.take(codes, rows - box.top, axis=0), columns - box.left, axis=1)
    return sampled


def _premultiplied(colour: tuple[int, int, int, int]) -> int:
    red, green, blue, alpha = colour
    red, green, blue = (round(value * alpha / 255) for value in (red, green, blue))
    return alpha << 24 | red << 16 | green << 8 | blue
