"""Gives a faded photo its tones back: a network looks at a small copy, and what it did is done at full size.

What it did is read off before and after: at each node of a coarse grid, the new red, green and blue as those
of old red, green and blue, their squares and one, by least squares over the node's surroundings. Between the
nodes it is interpolated. That is enough for curves, casts and uneven light; detail passes through untouched.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.framing import Frame
from restorer.restoration.planes import Read, Write, from_planes, to_planes
from restorer.restoration.small import shrunk, stretched

LONGEST = 128
"""Pixels; the side of the photos that the network was trained on."""

_NODE = 8
_REACH = 20.0  # small pixels; the standard deviation of a node's surroundings
_RIDGE = 1e-4  # what a change must gain to be believed rather than none
_STRIP_ROWS = 128


@dataclass(frozen=True, eq=False)
class Toning:
    """What the network does to each colour: 3 × 7 planes ``(21, h, w)`` on a coarse grid, and how it ran.

    ``seen`` and ``made`` are a small copy ``(h, w, 3)`` of the core of the picture in its ``frame``, before
    and after.
    """

    frame: Frame
    change: NDArray[np.float32]
    seen: NDArray[np.float32]
    made: NDArray[np.float32]
    run: RunReport

    def apply(self, pixels: Pixels, box: Box) -> Pixels:
        """Return ``pixels``, which lie in ``box`` of the photo, with new tones, in their depth.

        What surrounds the picture stays as it is.
        """
        area, planes = self.frame.core, to_planes(pixels)
        size, corner = (area.height, area.width), (area.top, area.left)
        tables = stretched(self.change, size, 0, box, corner).reshape(3, 7, *planes.shape[1:])
        change = tables[:, 6]
        for index in range(3):
            change += tables[:, index] * planes[index]
            change += tables[:, 3 + index] * np.square(planes[index])
        if not self.frame.holds(box):
            change *= 1 - self.frame.around(pixels, box)
        return from_planes(pixels, planes + change)


def find_tones(
    pixels: Pixels,
    model: Model,
    engine: Engine,
    frame: Frame | None = None,
    *,
    progress: Progress | None = None,
) -> Toning:
    """Let the network look at a photo ``(H, W, C)``, or at the picture in its ``frame``.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress = progress or Progress()
    frame = frame or Frame.of(pixels)
    small = shrunk(pixels[frame.core.slices], LONGEST, progress.part(0.0, 0.5))
    seen = np.ascontiguousarray(small.transpose(2, 0, 1))
    made = np.empty_like(seen)

    def sink(box: Box, planes: NDArray[np.float32]) -> None:
        made[:, *box.slices] = planes[:3]

    size = seen.shape[1], seen.shape[2]
    run = engine.run(model, lambda box: seen[:, *box.slices], sink, size, progress=progress.part(0.5, 0.5))
    return Toning(frame, _fitted(seen, made), small, made.transpose(1, 2, 0), run)


def tone(toning: Toning, read: Read, write: Write, *, area: Box, progress: Progress) -> None:
    """Put new tones on ``area`` of a photo, part by part."""
    for top in range(area.top, area.bottom, _STRIP_ROWS):
        progress((top - area.top) / area.height, "Tones")
        box = Box(top, area.left, min(top + _STRIP_ROWS, area.bottom), area.right)
        write(box, toning.apply(read(box), box))


def _fitted(seen: NDArray[np.float32], made: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the change at each node, ``(21, rows, columns)``."""
    size = seen.shape[1], seen.shape[2]
    rows, columns = (max(1, -(-length // _NODE)) for length in size)
    features = np.concatenate([seen, np.square(seen), np.ones((1, *size), np.float32)]).reshape(7, -1)
    change = (made - seen).reshape(3, -1)
    squares = np.einsum("ip,jp->ijp", features, features).reshape(49, *size)
    products = np.einsum("ip,cp->icp", features, change).reshape(21, *size)
    down, across = _near(size[0], rows), _near(size[1], columns)
    left = (down @ squares @ across.T).transpose(1, 2, 0).reshape(rows, columns, 7, 7)
    right = (down @ products @ across.T).transpose(1, 2, 0).reshape(rows, columns, 7, 3)
    # One is not held back: an even shift is as likely as none.
    ridge = np.diag(np.array([_RIDGE] * 6 + [1e-8]))
    solved = np.linalg.solve(left.astype(np.float64) + ridge, right.astype(np.float64))
    return np.ascontiguousarray(solved.transpose(3, 2, 0, 1).reshape(21, rows, columns), np.float32)


def _near(length: int, nodes: int) -> NDArray[np.float64]:
    """Return the shares ``(nodes, length)`` of the pixels along a side in each node's mean."""
    middles = (np.arange(nodes) + 0.5) * length / nodes
    away = np.arange(length) + 0.5 - middles[:, None]
    weights = np.exp(-0.5 * (away / _REACH) ** 2)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))
