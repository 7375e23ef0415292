"""Strokes of brush, eraser, line and lasso, and the pixels they cover.

A brush's stroke is the way its round tip took: a row of straight pieces. Its edge falls off between the hard
core and the rim. As a stroke only ever raises a mask (or, erasing, lowers it), drawing it piece by piece
gives the same pixels as drawing it at once.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.restoration.painting.mask import FULL, TILE, Mask, Place, Values, tile_box

Point = tuple[float, float]
"""x and y in pixels of the photo; the first pixel's middle is (0.5, 0.5)."""

SMALLEST, LARGEST = 1.0, 4000.0
"""Limits of a tip's diameter, in pixels of the photo."""

_REACH = TILE / 2 * math.sqrt(2)
"""From a tile's middle to its corner."""


@dataclass(frozen=True)
class Tip:
    """A round tip: ``size`` is its diameter in pixels of the photo, ``hardness`` (0..1) the share of it
    that covers fully. ``erases`` takes away what it touches."""

    size: float = 40.0
    hardness: float = 0.8
    erases: bool = False

    def __post_init__(self) -> None:
        if not SMALLEST <= self.size <= LARGEST or not 0.0 <= self.hardness <= 1.0:
            raise ValueError(f"no tip has size {self.size} and hardness {self.hardness}")

    @property
    def radius(self) -> float:
        """Half its size."""
        return self.size / 2


def draw(mask: Mask, tip: Tip, points: Sequence[Point]) -> Mask:
    """Return ``mask`` with a stroke through ``points``; one point makes a dot."""
    for start, end in _pieces(points):
        mask = _draw_piece(mask, tip, start, end)
    return mask


def fill(mask: Mask, points: Sequence[Point], *, erases: bool = False) -> Mask:
    """Return ``mask`` with the inside of the lasso through ``points`` filled; ``erases`` empties it."""
    if len(points) < 3:
        return mask
    rows, xs = _crossings(points)

    def change(place: Place, old: Values) -> Values | None:
        box = tile_box(place)
        within = slice(*np.searchsorted(rows, (box.top, box.bottom)))
        inside = _inside(rows[within], xs[within], box)
        return np.where(inside, np.uint8(0 if erases else 255), old) if inside.any() else None

    return mask.changed(mask.places(_box_of(points, 0.0)), change)


def touched(tip: Tip, points: Sequence[Point]) -> Box:
    """Return a box around all pixels that a stroke can have changed."""
    return _box_of(points, tip.radius + 1)


def _draw_piece(mask: Mask, tip: Tip, start: Point, end: Point) -> Mask:
    def change(place: Place, old: Values) -> Values | None:
        covered = _covered(tip, start, end, place)
        if covered is None:
            return None
        if tip.erases:
            return np.minimum(old, 255 - covered)
        return covered if covered is FULL.values else np.maximum(old, covered)

    return mask.changed(mask.places(_box_of((start, end), tip.radius + 1)), change)


def _covered(tip: Tip, start: Point, end: Point, place: Place) -> Values | None:
    """Return how much of each pixel of a tile is covered; None where nothing is."""
    box = tile_box(place)
    fall = max(1.0, tip.radius * (1 - tip.hardness))
    rim = tip.radius + 0.5
    middle = np.array([[box.left + TILE / 2]]), np.array([[box.top + TILE / 2]])
    away = float(_distance(*middle, start, end)[0, 0])
    if away - _REACH >= rim:
        return None
    if away + _REACH <= rim - fall:
        return FULL.values
    x = np.arange(box.left, box.right, dtype=np.float32)[None, :] + np.float32(0.5)
    y = np.arange(box.top, box.bottom, dtype=np.float32)[:, None] + np.float32(0.5)
    part = (rim - _distance(x, y, start, end)) * (255 / fall)
    covered: Values = np.clip(np.rint(part), 0, 255).astype(np.uint8)
    return covered


def _distance(
    x: NDArray[np.floating[Any]], y: NDArray[np.floating[Any]], start: Point, end: Point
) -> NDArray[np.floating[Any]]:
    """Return how far pixels in row ``x`` and column ``y`` are from a straight piece."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    x, y = x - np.float32(start[0]), y - np.float32(start[1])
    if length > 0:
        along = np.clip(x * np.float32(across / length) + y * np.float32(down / length), 0, 1)
        x, y = x - along * np.float32(across), y - along * np.float32(down)
    return np.asarray(np.sqrt(x * x + y * y))


def _crossings(points: Sequence[Point]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return where a polygon's edges cross the middles of rows of pixels: the rows, ascending, and the x."""
    x0, y0, x1, y1 = np.array([(*start, *end) for start, end in _around(points)], np.float64).T
    first = np.ceil(np.minimum(y0, y1) - 0.5).astype(np.int64)
    counts = np.ceil(np.maximum(y0, y1) - 0.5).astype(np.int64) - first
    edge = np.repeat(np.arange(len(points)), counts)
    rows = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
    xs = x0[edge] + (rows + 0.5 - y0[edge]) / (y1 - y0)[edge] * (x1 - x0)[edge]
    order = np.argsort(rows, kind="stable")
    return rows[order], xs[order]


def _inside(rows: NDArray[np.int64], xs: NDArray[np.float64], box: Box) -> NDArray[np.bool_]:
    """Return which pixels' middles have an odd number of crossings to their left."""
    crossings = np.zeros((box.height, box.width + 1), np.int32)
    columns = np.clip(np.ceil(xs - 0.5) - box.left, 0, box.width).astype(np.int64)
    np.add.at(crossings, (rows - box.top, columns), 1)
    inside: NDArray[np.bool_] = np.cumsum(crossings[:, :-1], axis=1) % 2 == 1
    return inside


def _pieces(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    if len(points) == 1:
        return [(points[0], points[0])]
    return list(itertools.pairwise(points))


def _around(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(points, [*points[1:], points[0]], strict=True))


def _box_of(points: Sequence[Point], margin: float) -> Box:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Box(
        math.floor(min(ys) - margin),
        math.floor(min(xs) - margin),
        math.ceil(max(ys) + margin),
        math.ceil(max(xs) + margin),
    )
