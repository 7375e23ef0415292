"""How soft a photo is: how much it can be reduced before detail is lost.

A scan often has more pixels than its print has detail. A network that finds what does not belong in a photo
learnt from sharp ones; at full size a soft scan is like nothing that it knows (docs/decisions/022).
"""

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box, Photo
from restorer.restoration.planes import to_planes
from restorer.restoration.sampling import sample_boxes
from restorer.restoration.small import LUMA, Floats, stretched

_SOFTEST = 8
_OCTAVES = _SOFTEST.bit_length() + 1  # two more than it can be reduced by
_LEAST_LONG_SIDE = 400  # of a photo when it is reduced: a smaller one is no scan with pixels to spare
_SAMPLE_SIDE, _SAMPLES_ACROSS = 512, 3
_STRONGEST = 99.9  # percentile of detail: edges, which stand out from grain
_GRAIN = 2.0  # medians of detail that are taken for grain
_SOFT = 0.53
"""A photo is soft where the strongest edges of an octave have less than this share of the next coarser ones.
So are 87 to 100 % of photos enlarged two to four times, with grain or without, and 2 % of sharp ones."""


def softness(photo: Photo) -> int:
    """Return by how much a photo can be reduced before it is sharp: 1, 2, 4 or 8."""
    scale, longest = 1, max(photo.height, photo.width)
    if longest < 2 * _LEAST_LONG_SIDE or min(photo.height, photo.width) <= 2**_OCTAVES:
        return scale
    edges = _edges(photo)
    shares = (edges[:, :-1] / edges[:, 1:]).min(axis=0)
    # Enlarged by three, a photo has edges in its finest octave that are half those of the next, which are
    # half those of the one after that: two octaves are looked at.
    while scale < _SOFTEST and longest >= 2 * scale * _LEAST_LONG_SIDE and shares[:2].min() < _SOFT:
        scale, shares = 2 * scale, shares[1:]
    return scale


def _edges(photo: Photo) -> NDArray[np.float64]:
    """Return the strength of the strongest edges in each octave, from the finest on: ``(2, octaves)``.

    What lies between two pixels that become one is lost, what lies within them is not, and the grid that a
    photo was enlarged on is not known. So it is halved twice, the second time from its second pixel on.
    """
    details: list[list[list[Floats]]] = [[[] for _ in range(_OCTAVES)] for _ in range(2)]
    for box in sample_boxes((photo.height, photo.width), _SAMPLE_SIDE, _SAMPLES_ACROSS):
        grey = np.tensordot(LUMA, to_planes(photo.pixels[box.slices]), 1)[None]
        for first, octaves in enumerate(details):
            finer = grey[:, first:, first:]
            for octave in octaves:
                detail, finer = _halved(finer)
                octave.append(detail.ravel())
    return np.array([[_strongest(np.concatenate(octave)) for octave in octaves] for octaves in details])


def _halved(grey: Floats) -> tuple[Floats, Floats]:
    """Return what a plane ``(1, h, w)`` loses when it is halved, in absolute values, and half of it."""
    rows, columns = (side // 2 for side in grey.shape[1:])
    grey = grey[:, : 2 * rows, : 2 * columns]
    coarser = grey.reshape(1, rows, 2, columns, 2).mean(axis=(2, 4))
    size = (2 * rows, 2 * columns)
    return np.abs(grey - stretched(coarser, size, 0, Box(0, 0, *size))), coarser


def _strongest(detail: Floats) -> float:
    strongest, middle = np.percentile(detail, (_STRONGEST, 50))
    return max(float(strongest - _GRAIN * middle), 1e-6)
