"""Borders and ovals around a picture, found on a small copy of a scan.

What surrounds a picture has one colour, and the picture begins along straight lines, or along an oval. What
sky, snow or a studio's wall are seen behind begins here and there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.restoration.small import Floats

ALIKE = 0.1
"""Of 1, in the channel that differs most. Paper is unevenly yellowed and unevenly lit."""
_ROUGHLY = 0.2
"""The same, where that finds no picture: for white paper on a white bed, which are one or two."""
_PLAIN = 0.9
"""Share of the outermost line's pixels that have the colour of what surrounds the picture."""
_WIDEST = 0.3  # of a side
_SLOPES = np.linspace(-0.06, 0.06, 49)  # a print may lie askew by three degrees
_OFF, _STRAIGHT = 1.25, 0.6
"""The picture begins along a straight line: so many lines of the small copy off it at most, along this share
of it."""
_FEWEST_PLACES = 0.2  # of a side; along the rest the picture may have the border's colour
_FEWEST_SIDES = 3
_SLIVER, _LEAST_SLIVER = 0.03, 4
"""Of a side, or in lines of the small copy: so much of a border counts wherever it is left of a cut scan."""
_APART = 0.3  # of 1; by how much on average the picture differs there where it begins
_CORNER = 0.02  # of the shorter side
_LIGHT = 0.6
"""Of 1, in the darkest channel: ovals are cut out of paper. Round things on a dark ground are plates."""
_OFF_OVAL, _ROUNDS = 1.5, 8
_ON_OVAL, _IN_QUARTER, _QUARTERS = 0.65, 0.1, 3
"""Shares of height and width together: in so many lines the picture begins on the oval, and in so many in
each of three quarters."""
_AXES, _OFF_CENTRE = (0.8, 1.2), 0.1  # of half a side, and of a side


@dataclass(frozen=True)
class Oval:
    """An ellipse, in pixels: its middle and its two radii."""

    row: float
    column: float
    high: float
    wide: float

    def scaled(self, down: float, across: float) -> "Oval":
        """Return the oval in a copy that is so many times as high and as wide."""
        return Oval(self.row * down, self.column * across, self.high * down, self.wide * across)

    def moved(self, down: float, right: float) -> "Oval":
        """Return the oval so many pixels further down and to the right."""
        return Oval(self.row + down, self.column + right, self.high, self.wide)

    def narrower(self, margin: float) -> "Oval":
        """Return the oval with so many pixels less on all sides."""
        return Oval(self.row, self.column, self.high - margin, self.wide - margin)

    def radii(self, rows: NDArray[Any], columns: NDArray[Any]) -> NDArray[np.float64]:
        """Return how far out pixels lie: 0 in the middle, 1 on the line."""
        away = ((rows - self.row) / self.high) ** 2 + ((columns - self.column) / self.wide) ** 2
        return np.asarray(np.sqrt(away))


def border(small: Floats) -> tuple[Box, Floats] | None:
    """Return what a border of one colour surrounds, and that colour; None where three sides have none."""
    colours = np.array([_outermost(side) for side in _sides(small)])
    colour = np.median(colours, axis=0)
    if (np.abs(colours - colour).max(axis=-1) < ALIKE).sum() < _FEWEST_SIDES:
        return None
    for off in (ALIKE, _ROUGHLY):
        depths = [_depth(side) for side in _sides(_alike(small, colour, off))]
        if np.count_nonzero(depths) >= _FEWEST_SIDES:
            return _inside(small, depths), colour
    return None


def slivers(small: Floats) -> tuple[Box, list[Floats]]:
    """Return what slivers of a border lie beside, and their colours."""
    depths, colours = [], []
    for side in _sides(small):
        colour = _outermost(side)
        depth = _depth(_alike(side, colour))
        there = 0 < depth <= max(_LEAST_SLIVER, _SLIVER * len(side))
        there = there and bool(np.abs(side[depth] - colour).max(axis=-1).mean() >= _APART)
        depths.append(depth if there else 0)
        colours += [colour] if there else []
    return _inside(small, depths), colours


def _sides(small: NDArray[Any]) -> list[NDArray[Any]]:
    """Return the lines as seen from the top, the bottom, the left and the right."""
    turned = small.swapaxes(0, 1)
    return [small, small[::-1], turned, turned[::-1]]


def _inside(small: NDArray[Any], depths: Sequence[int]) -> Box:
    top, bottom, left, right = depths
    return Box(top, left, len(small) - bottom, small.shape[1] - right)


def _outermost(side: Floats) -> Floats:
    return np.asarray(np.median(side[0], axis=0), np.float32)


def _alike(small: Floats, colour: Floats, off: float = ALIKE) -> NDArray[np.bool_]:
    """Return which pixels ``(h, w)`` have a colour, or are ``off`` it by less than this."""
    return np.asarray(np.abs(small - colour).max(axis=-1) < off)


def _depth(side: NDArray[np.bool_]) -> int:
    """Return after how many lines all of the picture has begun; 0 if it does not along a straight one."""
    if side[0].mean() < _PLAIN:
        return 0
    begun = ~side[: int(_WIDEST * len(side)) + 1]
    places = np.flatnonzero(begun.any(axis=0))
    if len(places) < _FEWEST_PLACES * side.shape[1]:
        return 0
    first = begun[:, places].argmax(axis=0)
    best, depth = 0.0, 0
    for slope in _SLOPES:
        starts = first - slope * places
        middle = float(np.median(starts))
        near = np.abs(starts - middle) <= _OFF
        if near.mean() > best:
            best = float(near.mean())
            ends = slope * places[near][[0, -1]]
            depth = int(np.ceil(middle + float(ends.max()) + _OFF))
    return depth if best >= _STRAIGHT and depth > 1 else 0


def oval(small: Floats) -> tuple[Oval, Floats] | None:
    """Return the oval that a picture is seen in on light paper, and the paper's colour; None without one."""
    side = max(2, round(_CORNER * min(small.shape[:2])))
    ends = slice(None, side), slice(-side, None)
    corners = [small[down, across].reshape(-1, 3) for down in ends for across in ends]
    colours = np.array([np.median(corner, axis=0) for corner in corners], np.float32)
    colour = np.asarray(np.median(colours, axis=0), np.float32)
    alike = (np.abs(colours - colour).max(axis=-1) < ALIKE).sum()
    if alike < _QUARTERS or colour.min() < _LIGHT:
        return None
    rows, columns = _beginnings(_alike(small, colour))
    size = small.shape[:2]
    # Told from the middle, which lies within the oval, for an ellipse by least squares.
    middle = [(side - 1) / 2 for side in size]
    found = _fitted(rows - middle[0], columns - middle[1])
    if found is None:
        return None
    found = found.moved(*middle)
    return (found, colour) if _is_oval(found, rows, columns, size) else None


def _beginnings(around: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the rows and the columns at which the picture begins, as seen from each side."""
    height, width = around.shape
    rows, columns = [], []
    for side, (seen, last) in enumerate(
        zip(_sides(around), (None, height - 1, None, width - 1), strict=True)
    ):
        begun = ~seen
        places = np.flatnonzero(begun.any(axis=0) & seen[0])
        first = begun[:, places].argmax(axis=0) - 0.5
        places, first = places[first < len(seen) / 2], first[first < len(seen) / 2]
        first = first if last is None else last - first
        rows.append(first if side < 2 else places)
        columns.append(places if side < 2 else first)
    return np.concatenate(rows).astype(np.float64), np.concatenate(columns).astype(np.float64)


def _fitted(rows: NDArray[np.float64], columns: NDArray[np.float64]) -> Oval | None:
    """Return the ellipse around (0, 0) that most points lie on, by least squares over those near it."""
    keep = np.ones(len(rows), np.bool_)
    found = None
    for _ in range(_ROUNDS):
        if np.count_nonzero(keep) < _ROUNDS:
            return None
        terms = np.stack([rows**2, columns**2, rows, columns], axis=1)[keep]
        (high, wide, down, across), *_ = np.linalg.lstsq(terms, np.ones(len(terms)))
        if min(high, wide) <= 0:
            return None
        row, column = -down / high / 2, -across / wide / 2
        size = 1 + high * row**2 + wide * column**2
        found = Oval(float(row), float(column), float(np.sqrt(size / high)), float(np.sqrt(size / wide)))
        off = _off(found, rows, columns)
        keep = off <= max(_OFF_OVAL, 1.5 * float(np.median(off)))
    return found


def _off(found: Oval, rows: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.abs(found.radii(rows, columns) - 1) * np.sqrt(found.high * found.wide))


def _is_oval(
    found: Oval, rows: NDArray[np.float64], columns: NDArray[np.float64], size: tuple[int, ...]
) -> bool:
    """Return whether an ellipse nearly fills a small copy of a ``size``, and the picture begins along it."""
    for middle, radius, side in zip((found.row, found.column), (found.high, found.wide), size, strict=True):
        if not _AXES[0] <= 2 * radius / side <= _AXES[1] or abs(middle / side - 0.5) > _OFF_CENTRE:
            return False
    near = _off(found, rows, columns) <= _OFF_OVAL
    quarters = [
        np.count_nonzero(near & ((rows < found.row) == above) & ((columns < found.column) == left))
        for above in (True, False)
        for left in (True, False)
    ]
    enough = sum(count >= _IN_QUARTER * sum(size) for count in quarters) >= _QUARTERS
    return bool(enough and sum(quarters) >= _ON_OVAL * sum(size))
