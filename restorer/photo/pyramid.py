"""A picture in ever smaller copies, so that any zoom is drawn from about as many pixels as the screen has."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo.geometry import Box
from restorer.photo.photo import Pixels
from restorer.progress import Progress

_SMALLEST = 256
"""No further level is made once both sides are at most this long."""

_STRIP_SAMPLES = 1 << 19
"""Samples of the finer level that are averaged in one go: they stay in the processor's cache."""

_SUM_DTYPE: dict[str, type[np.generic]] = {"uint8": np.uint16, "uint16": np.uint32, "float32": np.float32}
"""What four samples are added in without overflow."""


class Pyramid:
    """A picture and copies of it, each half as wide and high as the one before (odd sizes are rounded up).

    ``levels[0]`` is the given array itself, not a copy; all levels have its dtype and channels. Pixel (y, x)
    of level n stands for the pixels from (y · 2ⁿ, x · 2ⁿ) of level 0. Every coarser pixel is the mean of the
    2 × 2 finer ones, or of the one or two that exist at an odd border.
    """

    def __init__(self, levels: list[Pixels]) -> None:
        self.levels = levels

    @classmethod
    def build(cls, pixels: Pixels, progress: Progress | None = None) -> "Pyramid":
        """Average ``pixels`` ``(H, W, C)`` (uint8, uint16 or float32) down, needing a third of their memory.

        Raises:
            Cancelled: somebody asked to stop.
        """
        levels = [pixels]
        progress = progress or Progress()
        start, share = 0.0, 0.75
        while max(levels[-1].shape[:2]) > _SMALLEST:
            finer = levels[-1]
            coarser = np.empty(
                ((finer.shape[0] + 1) // 2, (finer.shape[1] + 1) // 2, finer.shape[2]), finer.dtype
            )
            _average(finer, coarser, Box.of(coarser), progress.part(start, share))
            levels.append(coarser)
            # Each level has a quarter of the work of the one before.
            start, share = start + share, share / 4
        progress(1.0)
        return cls(levels)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of level 0."""
        return int(self.levels[0].shape[0]), int(self.levels[0].shape[1])

    @property
    def level_count(self) -> int:
        """How many levels there are; at least 1."""
        return len(self.levels)

    def read(self, level: int, box: Box) -> Pixels:
        """Return a view of the pixels of ``level`` inside ``box``, given in pixels of that level."""
        rows, columns = box.slices
        return self.levels[level][rows, columns]

    def update(self, box: Box) -> None:
        """Average anew what changed: the pixels of level 0 inside ``box``."""
        for finer, coarser in zip(self.levels, self.levels[1:], strict=False):
            box = Box(box.top // 2, box.left // 2, (box.bottom + 1) // 2, (box.right + 1) // 2)
            box = box.intersect(Box.of(coarser))
            if box.empty:
                return
            _average(finer, coarser, box)


def _average(finer: Pixels, coarser: Pixels, box: Box, progress: Progress | None = None) -> None:
    """Fill ``box`` of ``coarser`` with the means of ``finer``, strip by strip."""
    channels = finer.shape[2]
    rows = max(1, _STRIP_SAMPLES // (4 * max(1, box.width) * channels))
    for top in range(box.top, box.bottom, rows):
        bottom = min(top + rows, box.bottom)
        strip = finer[2 * top : 2 * bottom, 2 * box.left : 2 * box.right]
        _average_strip(strip, coarser[top:bottom, box.left : box.right])
        if progress:
            progress((bottom - box.top) / box.height)


def _average_strip(finer: Pixels, coarser: Pixels) -> None:
    """Fill ``coarser`` with the 2 × 2 means of ``finer``; a last odd row or column counts twice."""
    total_dtype = _SUM_DTYPE[finer.dtype.name]
    pairs = finer.shape[0] // 2
    rows = np.empty((coarser.shape[0], *finer.shape[1:]), total_dtype)
    np.add(finer[0 : 2 * pairs : 2], finer[1::2], out=rows[:pairs], dtype=total_dtype)
    if pairs < rows.shape[0]:
        np.multiply(finer[-1], 2, out=rows[-1], dtype=total_dtype)
    # One channel at a time: long strided rows are several times faster than numpy's loops over three samples.
    for channel in range(finer.shape[2]):
        coarser[:, :, channel] = _quarter(_sum_columns(rows[:, :, channel]))


def _sum_columns(rows: NDArray[Any]) -> NDArray[Any]:
    left, right = rows[:, 0::2], rows[:, 1::2]
    total: NDArray[Any] = left.copy()
    total[:, : right.shape[1]] += right
    if right.shape[1] < left.shape[1]:
        total[:, -1] *= 2
    return total


def _quarter(total: NDArray[Any]) -> NDArray[Any]:
    """Divide sums of four by four, whole numbers rounded to the nearest."""
    if total.dtype.kind == "f":
        total *= 0.25
    else:
        total += 2
        total >>= 2
    return total
