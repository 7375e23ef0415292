"""The colours that the colourizer chooses from: points of OKLab's colour plane, denser near grey."""

import functools

import numpy as np
from numpy.typing import NDArray

from restorer.photo.oklab import from_srgb

_STEP = 0.07
_COMPRESSION = 0.65  # distances from grey are drawn out so that everyday colours, near it, get most points


@functools.cache
def palette() -> NDArray[np.float32]:
    """Return ``(K, 2)`` pairs of a and b, in a fixed order, that cover the colours of sRGB."""
    steps = np.linspace(0, 1, 24, dtype=np.float32)
    colours = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, 3)
    drawn_out = _drawn_out(from_srgb(colours)[:, 1:])
    cells = np.unique(np.rint(drawn_out / _STEP).astype(int), axis=0)
    points = cells.astype(np.float32) * np.float32(_STEP)
    radius = np.hypot(*points.T)[:, None]
    return np.asarray(points * np.maximum(radius, 1e-6) ** np.float32(1 / _COMPRESSION - 1), np.float32)


def _drawn_out(ab: NDArray[np.float32]) -> NDArray[np.float32]:
    radius = np.hypot(*ab.T)[:, None]
    return np.asarray(ab * np.maximum(radius, 1e-6) ** np.float32(_COMPRESSION - 1), np.float32)
