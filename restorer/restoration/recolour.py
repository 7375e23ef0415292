"""Puts colours on pixels and keeps their luma: to the bit in 8 and 16 bits.

A pixel is its luma plus a colour difference whose own luma is nought. Differences are added there, weakened
where they would leave what a screen can show, and green is chosen last, so that the luma comes out right.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo.photo import Pixels
from restorer.restoration.small import LUMA, Floats, luma

_SHARES = (19595, 38470, 7471)
"""`LUMA` in 65536ths: the whole numbers that photo programs use."""

_WARM = 0.10, -0.12
"""Red and blue difference of full warmth at middle grey: to orange."""


def whole_luma(pixels: Pixels) -> NDArray[Any]:
    """Return the luma ``(h, w)`` of whole-numbered pixels ``(h, w, 1 or 3)`` as a whole number."""
    wide = np.int32 if pixels.dtype == np.uint8 else np.int64
    if pixels.shape[2] == 1:
        return pixels[..., 0].astype(wide)
    total = np.full(pixels.shape[:2], 32768, wide)
    for channel, share in enumerate(_SHARES):
        total += share * pixels[..., channel].astype(wide)
    return np.asarray(total >> 16)


def recoloured(
    pixels: Pixels, field: Floats, strength: float | Floats, saturation: float, warmth: float
) -> Pixels:
    """Return ``pixels`` ``(h, w, 1 or 3)`` with other colours and their luma, ``(h, w, 3)``.

    ``field`` ``(4, h, w)`` gives the differences of red and blue from luma (0..1) as straight lines of it:
    slopes, then starts. ``strength`` (0..1, one or ``(h, w)``) goes from the pixels' own colours to these;
    where it is 0, they stay as they are.
    """
    if isinstance(strength, np.ndarray):
        return _unevenly(pixels, field, strength, saturation, warmth)
    return _recoloured(pixels, field, strength, saturation, warmth) if strength > 0.0 else _in_colour(pixels)


def _unevenly(pixels: Pixels, field: Floats, strength: Floats, saturation: float, warmth: float) -> Pixels:
    """Recolour by a strength ``(h, w)`` that is the same, or 0, nearly everywhere: a print with a border."""
    inside = _box_of(strength > 0.0)
    result = _in_colour(pixels).copy()
    shown, share, lines = pixels[inside], strength[inside], field[:, *inside]
    if share.size == 0:
        return result
    most = share.max()
    new = _recoloured(shown, lines, float(most), saturation, warmth)
    places = np.nonzero(share < most)
    if len(places[0]):
        few, own = shown[places][None], share[places][None]
        mixed = _recoloured(few, lines[:, None, *places], own, saturation, warmth)
        new[places] = np.where(own[..., None] > 0.0, mixed, few)[0]
    result[inside] = new
    return result


def _box_of(there: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Return the smallest box that holds all of what is there, empty if there is nothing."""
    rows, columns = (np.flatnonzero(there.any(axis=axis)) for axis in (1, 0))
    ends = [(found[0], found[-1] + 1) if len(found) else (0, 0) for found in (rows, columns)]
    return slice(*ends[0]), slice(*ends[1])


def _in_colour(pixels: Pixels) -> Pixels:
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)


def _recoloured(
    pixels: Pixels, field: Floats, strength: float | Floats, saturation: float, warmth: float
) -> Pixels:
    whole = None if pixels.dtype == np.float32 else whole_luma(pixels)
    most = 1 if whole is None else int(np.iinfo(pixels.dtype).max)
    grey = luma(pixels) if whole is None else whole.astype(np.float32) * np.float32(1 / most)
    red, blue = (_difference(grey, field, index, saturation, warmth) for index in range(2))
    if np.min(strength) < 1.0:
        red, blue = (
            _towards(plane, pixels, channel, grey, strength, most) for channel, plane in ((0, red), (2, blue))
        )
    green = red * np.float32(-LUMA[0] / LUMA[1])
    green -= blue * np.float32(LUMA[2] / LUMA[1])
    share = _within_reach(grey, red, green, blue)
    if whole is None:
        return np.stack([grey + share * plane for plane in (red, green, blue)], axis=-1)
    return _whole(whole, grey, share, red, blue, pixels.dtype, most)


def _difference(grey: Floats, field: Floats, index: int, saturation: float, warmth: float) -> Floats:
    change: Floats = field[index] * grey
    change += field[2 + index]
    if saturation != 1.0:
        change *= np.float32(saturation)
    if warmth:
        change += np.float32(4 * warmth * _WARM[index]) * grey * (1 - grey)
    return change


def _towards(
    plane: Floats, pixels: Pixels, channel: int, grey: Floats, strength: float | Floats, most: int
) -> Floats:
    """Return the difference between the pixels' own colours and new ones, by ``strength``."""
    share = np.asarray(strength, np.float32)
    change = plane * share
    if pixels.shape[2] == 3:
        change += (1 - share) * (pixels[..., channel] * np.float32(1 / most) - grey)
    return change


def _within_reach(grey: Floats, red: Floats, green: Floats, blue: Floats) -> Floats:
    """Return the share of each pixel's change that keeps it within 0..1."""
    room = np.clip(1 - grey, 0.0, 1.0)
    room /= np.maximum(np.maximum(red, np.maximum(green, blue)), np.float32(1e-6))
    depth = np.clip(grey, 0.0, 1.0)
    depth /= -np.minimum(np.minimum(red, np.minimum(green, blue)), np.float32(-1e-6))
    np.minimum(room, depth, out=room)
    return np.asarray(np.minimum(room, 1.0, out=room))


def _whole(
    whole: NDArray[Any],
    grey: Floats,
    share: Floats,
    red: Floats,
    blue: Floats,
    dtype: "np.dtype[np.generic]",
    most: int,
) -> Pixels:
    result = np.empty((*grey.shape, 3), dtype)
    rest = whole << 16
    for channel, plane in ((0, red), (2, blue)):
        values = share * plane
        values += grey
        values *= np.float32(most)
        values += np.float32(0.5)
        np.clip(values, 0, most, out=values)
        result[..., channel] = values
        rest -= _SHARES[channel] * result[..., channel].astype(rest.dtype)
    rest += _SHARES[1] // 2
    rest //= _SHARES[1]
    result[..., 1] = np.clip(rest, 0, most, out=rest)
    return result
