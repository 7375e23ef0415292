"""Tells near-duplicates: photos that a person would call the same picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from restorer.photo.photo import Pixels

_SIDE = 8
_ALIKE = 6  # of 64 bits; a smaller, brighter or compressed copy differs in about three


def fingerprint(pixels: Pixels) -> int:
    """Return 64 bits that say where a picture ``(H, W, C)`` gets darker from left to right.

    The difference hash (Krawetz, 2013): brightness, contrast and size hardly change it.
    """
    grey = pixels.mean(axis=2, dtype=np.float32)
    rows = np.linspace(0, grey.shape[0], _SIDE + 1).astype(int)
    columns = np.linspace(0, grey.shape[1], _SIDE + 2).astype(int)
    small = np.array([[_mean(grey, rows, columns, i, j) for j in range(_SIDE + 1)] for i in range(_SIDE)])
    bits = (small[:, 1:] < small[:, :-1]).ravel()
    return int("".join("1" if bit else "0" for bit in bits), 2)


def alike(fingerprints: Sequence[int]) -> list[list[int]]:
    """Return groups of two and more indices whose fingerprints are alike, the first of each group first."""
    prints = np.array(fingerprints, np.uint64)
    taken = np.zeros(len(prints), bool)
    groups = []
    for index in range(len(prints)):
        if taken[index]:
            continue
        same = np.flatnonzero(_distance(prints, prints[index]) <= _ALIKE)
        same = same[(same >= index) & ~taken[same]]
        if len(same) > 1:
            taken[same] = True
            groups.append([int(one) for one in same])
    return groups


def _distance(prints: NDArray[np.uint64], one: np.uint64) -> NDArray[np.int64]:
    different = (prints ^ one).view(np.uint8).reshape(len(prints), 8)
    return np.asarray(np.unpackbits(different, axis=1).sum(axis=1), np.int64)


def _mean(
    grey: NDArray[np.float32], rows: NDArray[np.int64], columns: NDArray[np.int64], i: int, j: int
) -> float:
    block = grey[rows[i] : max(rows[i + 1], rows[i] + 1), columns[j] : max(columns[j + 1], columns[j] + 1)]
    return float(block.mean()) if block.size else 0.0
