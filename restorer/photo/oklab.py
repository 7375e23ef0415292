"""Colours apart from lightness: OKLab, after Björn Ottosson (2020), https://bottosson.github.io/posts/oklab/.

Lightness runs from 0 (black) to 1 (white); the colour axes a (green to red) and b (blue to yellow) are 0 for
grey, and of sRGB's colours none is further from it than 0.33. Equal distances look about equally large.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_LINEAR_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_CONES_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_CONES_TO_LINEAR = np.linalg.inv(_LINEAR_TO_CONES.astype(np.float64)).astype(np.float32)
_LAB_TO_CONES = np.linalg.inv(_CONES_TO_LAB.astype(np.float64)).astype(np.float32)


def from_srgb(rgb: Floats) -> Floats:
    """Turn sRGB ``(..., 3)``, 0..1, into lightness, a and b ``(..., 3)``."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((np.clip(rgb, 0, None) + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear.astype(np.float32) @ _LINEAR_TO_CONES.T)
    return np.asarray(cones @ _CONES_TO_LAB.T, np.float32)


def to_srgb(lab: Floats) -> Floats:
    """Turn lightness, a and b ``(..., 3)`` into sRGB ``(..., 3)``; colours that no screen has leave 0..1."""
    cones = (lab @ _LAB_TO_CONES.T) ** 3
    linear = np.asarray(cones @ _CONES_TO_LINEAR.T)
    curved = 1.055 * np.clip(linear, 0.0031308, None) ** (1 / 2.4) - 0.055
    return np.where(linear <= 0.0031308, 12.92 * linear, curved).astype(np.float32)
