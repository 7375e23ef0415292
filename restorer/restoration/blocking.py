"""The traces that JPEG leaves: steps at the borders of its blocks of 8×8 pixels, found without a network.

Like Fan and de Queiroz (2003), "Identification of bitmap compression history: JPEG detection and quantizer
estimation": at the borders of blocks the differences of neighbours are larger than beside them, wherever the
grid of blocks begins. Edges of the picture are cut off, so that they count like any other place.
"""

import numpy as np
from numpy.typing import NDArray

from restorer.photo.photo import Pixels
from restorer.restoration.planes import to_planes
from restorer.restoration.sampling import sample_boxes
from restorer.restoration.small import LUMA

VISIBLE_BLOCKS = 0.7
"""Steps of 8 bits. JPEG of quality 40 leaves more, that of quality 85 less (docs/decisions/011)."""
_SIDE, _ACROSS = 512, 3
_BLOCK = 8
_LARGEST = 6.0  # of 255; a larger step is an edge of the picture
_CHANCE = 3  # the phase that ranks so high by chance, and is compared with


def visible_blocks(pixels: Pixels) -> float:
    """Return by how much (of 255) steps at the blocks' borders stand out of those beside them.

    ``pixels`` are ``(H, W, C)`` in any depth. Photos too small to tell have 0.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < 2 * _BLOCK:
        return 0.0
    columns, rows = _Phases(), _Phases()
    for box in sample_boxes((height, width), _SIDE, _ACROSS):
        tones = np.tensordot(LUMA, to_planes(pixels[box.slices]), 1) * np.float32(255)
        columns.add(tones, box.left)
        rows.add(tones.T, box.top)
    return (columns.excess + rows.excess) / 2


class _Phases:
    """The mean steps between columns, by where in a block of eight they lie."""

    def __init__(self) -> None:
        self._sums, self._counts = np.zeros(_BLOCK), np.zeros(_BLOCK)

    def add(self, tones: NDArray[np.float32], first: int) -> None:
        """Take tones ``(h, w)`` whose first column is the photo's column ``first``."""
        steps = np.abs(np.diff(tones, axis=1))
        beyond = steps[:, 1:-1] - (steps[:, :-2] + steps[:, 2:]) / 2
        means = np.clip(beyond, -_LARGEST, _LARGEST).sum(axis=0)
        phases = (first + np.arange(len(means))) % _BLOCK
        self._sums += np.bincount(phases, means, _BLOCK)
        self._counts += np.bincount(phases, minlength=_BLOCK) * len(tones)

    @property
    def excess(self) -> float:
        ranked = np.sort(self._sums / np.maximum(self._counts, 1))
        return float(ranked[-1] - ranked[-_CHANCE])
