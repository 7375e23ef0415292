"""The heat map of what has changed between before and after."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

DEFAULT_GAIN = 8
"""How much a difference is amplified: 8 makes a change by 32 of 255 the brightest colour."""

_HUE = np.deg2rad(62.0)
_DARKEST, _LIGHTEST = 0.17, 0.97
_CHROMA = 0.145


def heat(
    before: NDArray[np.uint8], after: NDArray[np.uint8], gain: float = DEFAULT_GAIN
) -> NDArray[np.uint8]:
    """Return the heat map ``(H, W, 3)`` of two pictures ``(H, W, 3)`` as they are on the screen.

    Each pixel shows the channel that differs most, amplified by ``gain``, in the colours of `ramp`.
    """
    apart = np.maximum(before, after) - np.minimum(before, after)
    largest = np.maximum(np.maximum(apart[:, :, 0], apart[:, :, 1]), apart[:, :, 2])
    shown: NDArray[np.uint8] = ramp(gain)[largest]
    return shown


def ramp(gain: float = DEFAULT_GAIN) -> NDArray[np.uint8]:
    """Return the colours ``(256, 3)`` of differences of 0 to 255: one hue, from dark to light.

    Lightness rises evenly in Oklab (B. Ottosson, "A perceptual color space for image processing", 2020), so
    equal steps look equal, and the map reads the same in grey and to the colour-blind.
    """
    amount = np.minimum(np.arange(256) * gain / 255, 1.0)
    lightness = _DARKEST + (_LIGHTEST - _DARKEST) * amount
    # No colour at either end: unchanged is plain dark, the largest change plain light.
    chroma = _CHROMA * np.sin(np.pi * amount) ** 0.7
    return _srgb_from_oklab(lightness, chroma * np.cos(_HUE), chroma * np.sin(_HUE))


def _srgb_from_oklab(lightness: NDArray[Any], a: NDArray[Any], b: NDArray[Any]) -> NDArray[np.uint8]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = np.stack(
        [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ],
        axis=-1,
    ).clip(0.0, 1.0)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.round(encoded * 255).astype(np.uint8)
