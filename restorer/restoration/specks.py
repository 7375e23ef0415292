"""Specks: dark dots of dust and mould, told by what surrounds them.

A pixel that is darker than all pixels of a square ring around it stands out; by how many times what the ring
itself varies by says how much. Noise and texture do not stand out of themselves, and neither does what goes
on beyond the ring, a line or an edge. Lights, glints and stars stand out too, so that bright dots are not
told like this (docs/decisions/036).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from restorer.photo.buffers import allocate
from restorer.restoration.layers import SCRATCH_LIMIT

Light = NDArray[np.uint8]
"""``(h, w)``, 0..255."""

INNER, OUTER = 4, 11
"""Pixels from the middle of the ring to its inner and its outer side; a speck is at most 2 × 4 + 1 wide."""

STEP = 1 / 64
"""Times are kept in these steps, in a byte: what stands out four times and more is no surer."""
_UNSEEN = 6
"""Of 255: what an even ring is taken to vary by. Less cannot be seen."""
_STRIP_ROWS = 256


def specks(light: Light, seen: Callable[[], None] | None = None) -> NDArray[np.uint8]:
    """Return by how many times (in steps of `STEP`, at most 4) each pixel stands out, darker; as ``light``.

    A pixel that touches one that does counts as that: the rim of a speck is softer. Within `OUTER` pixels of
    the sides nothing is told. ``seen`` is called now and then, and may raise.

    Raises:
        PhotoError: neither the memory nor the disk has room for it.
    """
    height, width = light.shape
    found = allocate((height, width), np.uint8, memory_limit=SCRATCH_LIMIT)
    for top in range(OUTER, height - OUTER, _STRIP_ROWS):
        if seen is not None:
            seen()
        bottom = min(top + _STRIP_ROWS, height - OUTER)
        first, last = max(top - 1, OUTER), min(bottom + 1, height - OUTER)  # what lies beyond may touch
        times = standing_out(light[first - OUTER : last + OUTER])
        inside = times[top - first : bottom - first]
        found[top:bottom, OUTER : width - OUTER] = np.rint(inside / np.float32(STEP)).clip(max=255)
    return found


def smaller(light: Light, by: int) -> Light:
    """Return light reduced by ``by``, each pixel the mean of a square; a rest of rows counts as one.

    A rest is filled up with the last row, or column.
    """
    if by == 1:
        return light
    missing = tuple((0, -side % by) for side in light.shape)
    whole = np.pad(light, missing, mode="edge") if any(more for _, more in missing) else light
    parts = [whole[down::by, right::by] for down in range(by) for right in range(by)]
    total = parts[0].astype(np.uint16)
    for part in parts[1:]:
        total += part
    return ((total + by**2 // 2) // by**2).astype(np.uint8)


def standing_out(light: Light) -> NDArray[np.float32]:
    """Return by how many times each pixel that has a ring around it stands out, ``(h - 22, w - 22)``, from 0.

    Empty where none has.
    """
    height, width = (max(0, side - 2 * OUTER) for side in light.shape)
    times = np.zeros((height, width), np.float32)
    if not times.size:
        return times
    inside = light[OUTER:-OUTER, OUTER:-OUTER]
    darkest, lightest = _around(light, np.minimum), _around(light, np.maximum)
    rows, columns = np.nonzero(inside < darkest)
    value, low, high = (field[rows, columns].astype(np.float32) for field in (inside, darkest, lightest))
    found = (low - value) / (high - low + _UNSEEN)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            at = rows + down, columns + right
            there = (at[0] >= 0) & (at[0] < height) & (at[1] >= 0) & (at[1] < width)
            np.maximum.at(times, (at[0][there], at[1][there]), found[there])
    return times


def _around(light: Light, extreme: np.ufunc) -> Light:
    """Return the extreme of the ring around each pixel that has one, ``(h - 22, w - 22)``."""
    across, thick = 2 * OUTER + 1, OUTER - INNER
    far = across - thick
    height, width = light.shape[0] - 2 * OUTER, light.shape[1] - 2 * OUTER
    bands = _running(_running(light, across, extreme).T, thick, extreme).T
    sides = _running(_running(light.T, across - 2 * thick, extreme).T, thick, extreme)[thick:][:height]
    above_and_below = extreme(bands[:height], bands[far:])
    beside = extreme(sides[:, :width], sides[:, far:])
    return np.asarray(extreme(above_and_below, beside))


def _running(values: Light, length: int, extreme: np.ufunc) -> Light:
    """Return the extreme of each ``length`` values in a row, by doubling."""
    reach = 1
    while 2 * reach <= length:
        values, reach = extreme(values[:, :-reach], values[:, reach:]), 2 * reach
    rest = length - reach
    return np.asarray(extreme(values[:, :-rest], values[:, rest:]) if rest else values)
