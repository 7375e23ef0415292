"""Where in a scan the picture lies: within the paper of a print, on the page of an album, on a scanner's bed.

A network that looks at a whole photo takes what surrounds the picture for a part of it: a white border is
then the lightest of its tones, and proof that nothing has faded (docs/decisions/024).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.restoration.borders import ALIKE, Oval, border, oval, slivers
from restorer.restoration.planes import to_planes
from restorer.restoration.small import Floats, shrunk

_LONGEST = 384
_SAMPLES = 4  # of a photo's pixels across one of the small copy are enough
_LEAST = 48  # of the small copy's shorter side; in a smaller photo no line can be told
_LAYERS = 3  # a print with a white border on a dark page of an album has two
_NEAR = 0.04  # of the longer side


@dataclass(frozen=True, eq=False)
class Frame:
    """Where the ``picture`` lies in a photo, and the ``colours`` ``(n, 3)``, 0..1, of what surrounds it.

    The picture may be an ``oval`` in that box, with its card around it. Where nothing surrounds it, it is the
    whole photo, and there are no colours.
    """

    picture: Box
    colours: Floats
    oval: Oval | None = None

    @classmethod
    def of(cls, pixels: Pixels) -> "Frame":
        """Return the frame of a photo ``(H, W, C)`` that is all picture."""
        return cls(Box.of(pixels), np.zeros((0, 3), np.float32))

    @property
    def empty(self) -> bool:
        """Whether nothing surrounds the picture."""
        return len(self.colours) == 0

    @property
    def core(self) -> Box:
        """A box that holds nothing but picture: all of it, or the largest one in an oval."""
        if self.oval is None:
            return self.picture
        row, column = self.oval.row, self.oval.column
        high, wide = self.oval.high / 2**0.5, self.oval.wide / 2**0.5
        inner = Box(int(row - high) + 1, int(column - wide) + 1, int(row + high), int(column + wide))
        return inner.intersect(self.picture)

    @property
    def _near(self) -> float:
        return _NEAR * max(self.picture.height, self.picture.width)

    def holds(self, box: Box, level: int = 0) -> bool:
        """Whether all of ``box`` of a zoom level lies in the picture."""
        size = 1 << level
        whole = Box(box.top * size, box.left * size, box.bottom * size, box.right * size)
        return whole.intersect(self.core) == whole

    def reaches(self, row: float, column: float) -> bool:
        """Whether a pixel lies in the picture, or so close to it that it may be part of it."""
        return float(self._away(np.array(row), np.array(column))) <= self._near

    def around(self, pixels: Pixels, box: Box, level: int = 0) -> Floats:
        """Return ``(h, w)``, 0..1: how far ``pixels``, which lie in ``box`` of a zoom level, are around it.

        Those close to the picture are so by their colour: a print that lies askew has no straight border.
        """
        rows, columns = (
            (np.arange(start, end, dtype=np.float32) + 0.5) * (1 << level)
            for start, end in ((box.top, box.bottom), (box.left, box.right))
        )
        away = self._away(rows[:, None], columns[None])
        share = np.asarray(away > 0, np.float32)
        near = share.astype(np.bool_) & (away <= self._near)
        if near.any():
            seen = to_planes(pixels[near][None])[:, 0]
            off = np.min([np.abs(seen - colour[:, None]).max(axis=0) for colour in self.colours], axis=0)
            share[near] = 1 - np.clip(off / ALIKE - 1, 0, 1)
        return share

    def _away(self, rows: NDArray[Any], columns: NDArray[Any]) -> NDArray[Any]:
        """Return how many pixels off the picture places lie, about; 0 within."""
        picture = self.picture
        down = np.maximum(picture.top - rows, rows - picture.bottom)
        across = np.maximum(picture.left - columns, columns - picture.right)
        away = np.maximum(np.maximum(down, across), 0.0)
        if self.oval is not None:
            beyond = (self.oval.radii(rows, columns) - 1) * min(self.oval.high, self.oval.wide)
            away = np.maximum(away, beyond)
        return np.asarray(away)


def find_frame(pixels: Pixels) -> Frame:
    """Look for the picture in a photo ``(H, W, C)``."""
    step = max(1, max(pixels.shape[:2]) // (_LONGEST * _SAMPLES))
    small = shrunk(pixels[::step, ::step], _LONGEST)
    if min(small.shape[:2]) < _LEAST:
        return Frame.of(pixels)
    inner = Box.of(small)
    colours: list[Floats] = []
    for _ in range(_LAYERS):
        layer = border(small[inner.slices])
        if layer is None:
            break
        inner, colour = layer[0].moved(inner.top, inner.left), layer[1]
        colours.append(colour)
    rest, left = slivers(small[inner.slices])
    inner = rest.moved(inner.top, inner.left)
    cut_out = oval(small[inner.slices])
    found = np.array([*colours, *left, *([cut_out[1]] if cut_out else [])], np.float32).reshape(-1, 3)
    (height, width), (rows, columns) = pixels.shape[:2], small.shape[:2]
    picture = Box(
        -(-inner.top * height // rows),
        -(-inner.left * width // columns),
        inner.bottom * height // rows,
        inner.right * width // columns,
    )
    if cut_out is None:
        return Frame(picture, found)
    # A pixel of the small copy less: there colours tell what is paper.
    line = cut_out[0].moved(inner.top + 0.5, inner.left + 0.5).narrower(1.0)
    line = line.scaled(height / rows, width / columns)
    return Frame(picture, found, line)
