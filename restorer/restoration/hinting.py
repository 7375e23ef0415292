"""Lets a known colour reach what looks alike: networks follow a hint near by, and often no further.

Around each hint the colour that the network chose, hint or no hint, is compared with the one that is known.
What is missing is added wherever the photo is about as light, the network chose about that colour, and the
place is not too far away; hints share what lies between them. That is a bilateral interpolation of scattered
values, in the spirit of Levin, Lischinski and Weiss, "Colorization using Optimization", 2004.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from restorer.restoration.small import Floats

_FAR = 0.3  # of the longer side
_ALIKE_LIGHT, _ALIKE_COLOUR = 0.1, 0.07  # OKLab
_UNLIKE = 0.1  # what is less alike than this is not alike at all
_DOUBT = 0.05
"""The weight of leaving all as it is. These five were chosen on photos kept aside from training."""
_RING = 2  # small pixels around a hint, where the network's own choice is read

Window = tuple[slice, slice]
"""Rows and columns of a small picture."""


def spread(colours: Floats, lightness: Floats, known: Sequence[tuple[Window, Floats]]) -> Floats:
    """Return ``colours`` ``(2, h, w)`` with the ``known`` ones (a and b each) in their windows, and around.

    ``lightness`` is ``(h, w)``; all in OKLab.
    """
    missing, weights = np.zeros_like(colours), np.full(lightness.shape, _DOUBT, np.float32)
    for window, colour in known:
        ring = _ring(window, lightness.shape)
        if not ring.any():
            continue
        chosen = colours[:, ring].mean(axis=1)
        share = _alike(colours, lightness, window, chosen)
        missing += share * (colour - chosen)[:, None, None]
        weights += share
    result = colours + missing / weights
    for window, colour in known:
        result[:, *window] = colour[:, None, None]
    return np.asarray(result, np.float32)


def _alike(colours: Floats, lightness: Floats, window: Window, chosen: Floats) -> Floats:
    """Return how far each small pixel is like a hint's window: ``(h, w)``, 0..1."""
    rows, columns = (np.arange(side, dtype=np.float32) for side in lightness.shape)
    row, column = ((part.start + part.stop - 1) / 2 for part in window)
    far = (np.square(rows - row)[:, None] + np.square(columns - column)) / (_FAR * max(lightness.shape)) ** 2
    light = np.square((lightness - lightness[window].mean()) / _ALIKE_LIGHT)
    colour = np.square((colours - chosen[:, None, None]) / _ALIKE_COLOUR).sum(axis=0)
    alike = np.exp(-0.5 * (far + light + colour))
    return np.asarray(np.maximum(alike - _UNLIKE, 0) / (1 - _UNLIKE), np.float32)


def _ring(window: Window, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    ring = np.zeros(shape, np.bool_)
    ring[tuple(slice(max(0, part.start - _RING), part.stop + _RING) for part in window)] = True
    ring[window] = False
    return ring
