"""How a photo is put before a network, and how the answer comes back: pixels ↔ planes.

A network sees the photo's own values, whatever their depth, as 0..1; a grey photo goes in as three equal
planes and comes back as their mean.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.photo import Pixels

Planes = NDArray[np.float32]
"""``(C, h, w)``, 0..1."""

Read = Callable[[Box], Pixels]
"""Gives the pixels ``(h, w, C)`` of a box of the photo, in its own depth."""

_STRIP_ROWS = 64

Write = Callable[[Box, Pixels], None]
"""Takes the pixels ``(h, w, C)`` of a box of the photo, in its own depth."""


def to_planes(pixels: Pixels) -> Planes:
    """``(h, w, 1 or 3)`` in any depth → ``(3, h, w)`` float32 in 0..1."""
    # Always a copy: one channel of float32 lies as planes do, and the photo must not be clipped.
    planes = np.array(pixels.transpose(2, 0, 1), np.float32, order="C")
    if pixels.dtype == np.float32:
        np.clip(planes, 0.0, 1.0, out=planes)
    else:
        planes *= np.float32(1 / np.iinfo(pixels.dtype).max)
    return planes if len(planes) == 3 else np.repeat(planes, 3, axis=0)


def from_planes(pixels: Pixels, planes: Planes) -> Pixels:
    """``(3, h, w)`` in 0..1 → the depth and channels of ``pixels`` ``(h, w, C)``, which they came from."""
    if pixels.shape[2] == 1:
        planes = planes.mean(axis=0, keepdims=True)
    if pixels.dtype == np.float32:
        # Values beyond 0..1 are legal there, and the network never saw them: only its change is applied.
        change = planes.transpose(1, 2, 0) - np.clip(pixels, 0.0, 1.0)
        return np.asarray(pixels + change, np.float32)
    most = np.float32(np.iinfo(pixels.dtype).max)
    result = np.empty(pixels.shape, pixels.dtype)
    scaled = np.empty(pixels.shape[:2], np.float32)
    for channel, plane in enumerate(planes):  # one by one: many times as quick as all in one go
        np.multiply(plane, most, out=scaled)
        scaled += np.float32(0.5)
        result[..., channel] = np.clip(scaled, 0, most, out=scaled)
    return result


def reduced_size(size: tuple[int, int], scale: int) -> tuple[int, int]:
    """Return a size (height, width) divided by ``scale``; a rest of rows or columns counts as one."""
    return -(-size[0] // scale), -(-size[1] // scale)


def reduced(read: Read, size: tuple[int, int], box: Box, scale: int) -> Planes:
    """Return the planes of ``box`` of a photo reduced by ``scale``, each the mean of a square of pixels.

    ``size`` is that of the photo itself.
    """
    inside = Box(*(scale * side for side in (box.top, box.left, box.bottom, box.right)))
    inside = inside.intersect(Box(0, 0, *size))
    planes = to_planes(read(inside))
    missing = (scale * box.height - inside.height, scale * box.width - inside.width)
    if any(missing):
        planes = np.pad(planes, ((0, 0), (0, missing[0]), (0, missing[1])), mode="edge")
    if scale == 1:
        return planes
    squares = planes.reshape(3, box.height, scale, box.width, scale)
    return np.asarray(squares.mean(axis=(2, 4)), np.float32)


def reduced_area(size: tuple[int, int], area: Box, scale: int) -> Box:
    """Return what has to be known of a reduced photo, for `enlarged` to give ``area`` of one of ``size``."""
    around = Box(
        area.top // scale - 1,
        area.left // scale - 1,
        -(-area.bottom // scale) + 1,
        -(-area.right // scale) + 1,
    )
    return around.intersect(Box(0, 0, *reduced_size(size, scale)))


def enlarged(field: NDArray[np.generic], around: Box, box: Box, scale: int) -> Planes:
    """Return planes ``(C, h, w)``, those of ``around`` in a reduced photo, in ``box`` of the photo itself.

    Interpolated between the middles of pixels.
    """
    rows, row_share = _between(box.top, box.bottom, around.top, around.height, scale)
    columns, column_share = _between(box.left, box.right, around.left, around.width, scale)
    above, below = (field[:, index].astype(np.float32) for index in rows)
    above += row_share[:, None] * (below - above)
    before, beside = (above[..., index] for index in columns)
    before += column_share * (beside - before)
    return np.ascontiguousarray(before)


def _between(
    first: int, last: int, start: int, count: int, scale: int
) -> tuple[tuple[NDArray[np.intp], NDArray[np.intp]], NDArray[np.float32]]:
    """Return, for pixels along a side, the reduced ones before and after each, and the latter's share."""
    at = np.clip((np.arange(first, last) + 0.5) / scale - 0.5 - start, 0, count - 1)
    before = at.astype(np.intp)
    return (before, np.minimum(before + 1, count - 1)), (at - before).astype(np.float32)


def without_colour(pixels: Pixels) -> bool:
    """Return whether a photo ``(h, w, C)`` is grey, though it may be kept in three channels."""
    for top in range(0, len(pixels), _STRIP_ROWS):  # a photo in colour shows it in the first strip
        first, *others = np.moveaxis(pixels[top : top + _STRIP_ROWS], -1, 0)
        if not all(np.array_equal(first, other) for other in others):
            return False
    return True


def evened(pixels: Pixels) -> Pixels:
    """Return ``(h, w, C)`` with all channels alike, each their mean, in the same depth."""
    mean = pixels.astype(np.float32).mean(axis=2, keepdims=True)
    return np.repeat(in_depth(mean, pixels.dtype), pixels.shape[2], axis=2)


def in_depth(values: NDArray[np.float32], dtype: "np.dtype[np.generic]") -> Pixels:
    """Return values in a depth's own steps (0..255, 0..65535, or as they are) rounded into that depth."""
    if dtype == np.float32:
        return values
    np.rint(values, out=values)
    np.clip(values, 0, np.iinfo(dtype).max, out=values)  # type: ignore[type-var]
    return values.astype(dtype)
