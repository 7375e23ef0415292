"""Small copies of photos for networks that look at the whole, and how their answers get to full size."""

import functools

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.progress import Progress

Floats = NDArray[np.float32]

LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""Shares of red, green and blue in luma (ITU-R BT.601), which photo programs turn colours into grey with."""


def luma(pixels: NDArray[np.generic]) -> Floats:
    """Return the luma ``(h, w)`` of ``(h, w, 1 or 3)``, in the same values."""
    if pixels.shape[2] == 1:
        return np.asarray(pixels[..., 0], np.float32)
    return np.asarray(pixels.astype(np.float32) @ LUMA)


def small_size(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Return the size (height, width) of a copy whose longer side has at most ``longest`` pixels."""
    scale = min(1.0, longest / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def shrunk(pixels: Pixels, longest: int, progress: Progress | None = None) -> Floats:
    """Return ``(h, w, 3)`` in 0..1 with at most ``longest`` pixels a side, each a mean of the photo's."""
    height, width = pixels.shape[:2]
    rows, columns = small_size((height, width), longest)
    tops, lefts = _starts(height, rows), _starts(width, columns)
    result = np.empty((rows, columns, pixels.shape[2]), np.float32)
    for row in range(rows):
        if progress:
            progress(row / rows)
        bottom = tops[row + 1] if row + 1 < rows else height
        band = pixels[tops[row] : bottom]
        if pixels.dtype == np.float32:
            band = np.clip(band, 0.0, 1.0)
        sums = np.add.reduceat(band.sum(axis=0, dtype=np.float64), lefts, axis=0)
        counts = np.diff([*lefts, width])[:, None] * (bottom - tops[row])
        result[row] = sums / counts
    if pixels.dtype != np.float32:
        result *= np.float32(1 / np.iinfo(pixels.dtype).max)
    return result if result.shape[2] == 3 else np.repeat(result, 3, axis=2)


def stretched(
    field: Floats, size: tuple[int, int], level: int, box: Box, corner: tuple[int, int] = (0, 0)
) -> Floats:
    """Return a field ``(C, h, w)`` over a whole photo of ``size``, in ``box`` of a zoom level: ``(C, H, W)``.

    Interpolated between the middles of the field's pixels. A field over a part of the photo lies at the
    ``corner`` (top, left) of that, has the part's ``size``, and goes on beyond as it is at its border.
    """
    rows, row_share = _between(box.top, box.bottom, level, corner[0], size[0], field.shape[1])
    columns, column_share = _between(box.left, box.right, level, corner[1], size[1], field.shape[2])
    below = np.minimum(rows + 1, field.shape[1] - 1)
    beside = np.minimum(columns + 1, field.shape[2] - 1)
    first, last = int(rows[0]), int(below[-1])
    # Along a row first, in the few rows that are needed: copying whole rows is many times as quick.
    needed = field[:, first : last + 1]
    lines = np.take(needed, columns, axis=2)
    lines += column_share * (np.take(needed, beside, axis=2) - lines)
    above = lines[:, rows - first]
    change = lines[:, below - first]
    change -= above
    change *= row_share[:, None]
    above += change
    return above


@functools.lru_cache(maxsize=64)
def box_mean_counts(shape: tuple[int, int], radius: int) -> Floats:
    """Return how many pixels a square of ``radius`` holds around each pixel of a picture ``shape``."""
    return _box_sum(np.ones(shape, np.float32), radius)


def box_mean(plane: Floats, radius: int) -> Floats:
    """Return the mean over a square around each pixel of ``(h, w)``, of what lies inside the picture."""
    return _box_sum(plane, radius) / box_mean_counts((plane.shape[0], plane.shape[1]), radius)


def _box_sum(plane: Floats, radius: int) -> Floats:
    for axis in (0, 1):
        total = np.cumsum(plane, axis=axis, dtype=np.float64)
        total = np.insert(total, 0, 0.0, axis=axis)
        length = plane.shape[axis]
        high = np.minimum(np.arange(length) + radius + 1, length)
        low = np.maximum(np.arange(length) - radius, 0)
        plane = (np.take(total, high, axis=axis) - np.take(total, low, axis=axis)).astype(np.float32)
    return plane


def _starts(length: int, count: int) -> NDArray[np.int64]:
    return np.arange(count) * length // count


def _between(
    start: int, end: int, level: int, corner: int, length: int, count: int
) -> tuple[NDArray[np.int64], Floats]:
    """Return, for pixels of a level, the field's pixel before each and the share of the one after it."""
    middle = (np.arange(start, end, dtype=np.float64) + 0.5) * (1 << level) - corner
    at = np.clip(middle * count / length - 0.5, 0, count - 1)
    before = np.minimum(at.astype(np.int64), count - 1)
    return before, (at - before).astype(np.float32)
