"""Puts colours on pixels and keeps their luma: to the bit in 8 and 16 bits.

A pixel is its luma plus a colour difference whose own luma is nought. Colours are added there, weakened
where they would leave what a screen can show, and green is chosen last, so that the luma comes out right.
"""

import functools

import numpy as np
from numpy.typing import NDArray

from restorer.photo.oklab import CONES_TO_LINEAR, LAB_TO_CONES
from restorer.photo.photo import Pixels
from restorer.restoration.small import LUMA, Floats, luma

_SHARES = (19595, 38470, 7471)
"""`LUMA` in 65536ths: the whole numbers that photo programs use."""

_CURVE = 4096
_WARM = np.array([0.10, -0.0276, -0.12], np.float32)
"""The colour difference of full warmth at middle grey: to orange, of luma nought."""


def whole_luma(pixels: Pixels) -> NDArray[np.int64]:
    """Return the luma ``(h, w)`` of whole-numbered pixels ``(h, w, 1 or 3)`` as a whole number."""
    if pixels.shape[2] == 1:
        return pixels[..., 0].astype(np.int64)
    red, green, blue = (pixels[..., channel].astype(np.int64) for channel in range(3))
    return (_SHARES[0] * red + _SHARES[1] * green + _SHARES[2] * blue + 32768) >> 16


def recoloured(pixels: Pixels, field: Floats, strength: float, saturation: float, warmth: float) -> Pixels:
    """Return ``pixels`` ``(h, w, 1 or 3)`` with other colours and their luma, ``(h, w, 3)``.

    ``field`` ``(4, h, w)`` gives OKLab's a and b as straight lines of the lightness: slopes, then starts.
    ``strength`` (0..1) goes from the pixels' own colours to these.
    """
    if strength <= 0.0:
        return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)
    most = 1.0 if pixels.dtype == np.float32 else float(np.iinfo(pixels.dtype).max)
    whole = None if pixels.dtype == np.float32 else whole_luma(pixels)
    grey = luma(pixels) if whole is None else whole.astype(np.float32) * np.float32(1 / most)
    change = _difference(np.clip(grey, 0.0, 1.0), field)
    change *= np.float32(saturation)
    if warmth:
        change += (np.float32(4 * warmth) * grey * (1 - grey))[None] * _WARM[:, None, None]
    if strength < 1.0:
        change *= np.float32(strength)
        if pixels.shape[2] == 3:
            own = pixels.transpose(2, 0, 1) * np.float32(1 / most) - grey
            change += np.float32(1 - strength) * own
    _within_reach(grey, change)
    if whole is None:
        return np.ascontiguousarray((grey + change).transpose(1, 2, 0))
    return _whole(whole, grey, change, pixels.dtype, int(most))


def _difference(grey: Floats, field: Floats) -> Floats:
    """Return the colour differences ``(3, h, w)`` of OKLab's a and b at the lightness of ``grey``."""
    lightness = _lightness()[(grey * (_CURVE - 1) + 0.5).astype(np.int32)]
    a = field[0] * lightness + field[2]
    b = field[1] * lightness + field[3]
    cones = [(lightness + LAB_TO_CONES[row, 1] * a + LAB_TO_CONES[row, 2] * b) ** 3 for row in range(3)]
    rgb = np.empty((3, *grey.shape), np.float32)
    for channel in range(3):
        linear = sum(CONES_TO_LINEAR[channel, row] * cones[row] for row in range(3))
        np.clip(linear, 0.0, 1.0, out=linear)
        rgb[channel] = _encoded()[(np.sqrt(linear) * (_CURVE - 1) + 0.5).astype(np.int32)]
    rgb -= np.tensordot(LUMA, rgb, axes=1)
    return rgb


def _within_reach(grey: Floats, change: Floats) -> None:
    """Weaken the change of pixels that it would take out of 0..1."""
    highest, lowest = change.max(axis=0), change.min(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.minimum(
            np.where(highest > 0, (1 - grey) / highest, 1.0), np.where(lowest < 0, grey / -lowest, 1.0)
        )
    change *= np.clip(share, 0.0, 1.0)


def _whole(
    whole: NDArray[np.int64], grey: Floats, change: Floats, dtype: "np.dtype[np.generic]", most: int
) -> Pixels:
    result = np.empty((*grey.shape, 3), dtype)
    rest = whole << 16
    for channel in (0, 2):
        values = np.clip(np.rint((grey + change[channel]) * most), 0, most).astype(np.int64)
        rest -= _SHARES[channel] * values
        result[..., channel] = values
    green = (rest + _SHARES[1] // 2) // _SHARES[1]
    result[..., 1] = np.clip(green, 0, most)
    return result


@functools.cache
def _lightness() -> Floats:
    """OKLab's lightness of grey, by its value."""
    value = np.linspace(0, 1, _CURVE)
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return np.cbrt(linear).astype(np.float32)


@functools.cache
def _encoded() -> Floats:
    """sRGB's value, by the square root of the light (which spreads the dark ones out)."""
    light = np.square(np.linspace(0, 1, _CURVE))
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055).astype(np.float32)
