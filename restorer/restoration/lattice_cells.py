"""The cells of a lattice: which pixels of a picture lie at the same place in them."""

import numpy as np
from numpy.typing import NDArray

from restorer.restoration.lattices import Lattice


def places_in(lattice: Lattice, size: tuple[int, int]) -> tuple[tuple[int, int], NDArray[np.int64]]:
    """Return how many bins a cell has each way, and the bin of every pixel of a picture of ``size``, flat."""
    shape = _bins(lattice)
    along = _along(lattice, size)
    bins = [np.minimum((part * count).astype(np.int64), count - 1)
            for part, count in zip(along, shape, strict=True)]  # fmt: skip
    return shape, (bins[0] * shape[1] + bins[1]).ravel()


def _bins(lattice: Lattice) -> tuple[int, int]:
    """Return how many bins, about a pixel wide, a cell has each way."""
    return max(3, round(float(np.hypot(*lattice.first)))), max(3, round(float(np.hypot(*lattice.second))))


def _along(lattice: Lattice, size: tuple[int, int]) -> list[NDArray[np.float64]]:
    """Return where in its cell every pixel lies, 0..1 along both shifts."""
    inverse = np.linalg.inv(lattice.basis)
    rows, columns = np.arange(size[0])[:, None], np.arange(size[1])
    return [(rows * inverse[0, way] + columns * inverse[1, way]) % 1 for way in (0, 1)]


def spread_out(values: NDArray[np.float64], lattice: Lattice, size: tuple[int, int]) -> NDArray[np.float64]:
    """Return the values of a cell at every pixel of a picture of ``size``, interpolated."""
    places = [part * count - 0.5 for part, count in zip(_along(lattice, size), values.shape, strict=True)]
    before = [np.floor(place).astype(np.int64) for place in places]
    down, across = (place - floor for place, floor in zip(places, before, strict=True))
    (top, left), (bottom, right) = (
        [(floor + step) % count for floor, count in zip(before, values.shape, strict=True)] for step in (0, 1)
    )
    above = (1 - across) * values[top, left] + across * values[top, right]
    below = (1 - across) * values[bottom, left] + across * values[bottom, right]
    return np.asarray((1 - down) * above + down * below)
