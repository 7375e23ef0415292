"""Connected regions of a mask given by its pixels: found by union of runs, without a picture of labels.

Neighbours are the eight pixels around. The work grows with the mask, not with the photo.
"""

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


def connected(pixels: Integers, width: int) -> tuple[Integers, int]:
    """Return the region of each pixel, 0 … n − 1 in the order of their first pixels, and n.

    ``pixels`` are the flat indices (row · width + column) of a mask's pixels, rising.
    """
    if not len(pixels):
        return np.zeros(0, np.int64), 0
    new_run = np.ones(len(pixels), np.bool_)
    new_run[1:] = (np.diff(pixels) != 1) | (pixels[1:] % width == 0)
    run_of_pixel = np.cumsum(new_run) - 1
    first = pixels[new_run]
    last = pixels[np.append(np.flatnonzero(new_run)[1:], len(pixels)) - 1]
    labels = _joined(len(first), *_touching(first, last, width))
    regions, number = np.unique(labels, return_inverse=True)
    return number[run_of_pixel], len(regions)


def _touching(first: Integers, last: Integers, width: int) -> tuple[Integers, Integers]:
    """Return the pairs of runs that touch: each run with those of the row below it."""
    left = np.maximum(first % width - 1, 0)
    right = np.minimum(last % width + 1, width - 1)
    below = (first // width + 1) * width
    # Runs are in order of their places, and those of a row do not overlap: each touches a slice of them.
    begin = np.searchsorted(last, below + left, side="left")
    end = np.searchsorted(first, below + right, side="right")
    counts = np.maximum(end - begin, 0)
    above = np.repeat(np.arange(len(first)), counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return above, np.repeat(begin, counts) + within


def _joined(count: int, one: Integers, other: Integers) -> Integers:
    """Return, for each of ``count`` runs, the smallest run that pairs lead to."""
    root = np.arange(count)
    while True:
        low, high = np.minimum(root[one], root[other]), np.maximum(root[one], root[other])
        apart = low < high
        if not apart.any():
            return root
        one, other = one[apart], other[apart]
        np.minimum.at(root, high[apart], low[apart])  # hang the larger root below the smaller one
        while True:  # and let all point at the top
            above = root[root]
            if np.array_equal(above, root):
                break
            root = above
