"""How worn a photo's surface is: thick grain, paper and printing dots, by what restoring would take away.

A network that restores detail, put before a reduced photo, hardly changes a clean one. Where it would change
much of what varies from pixel to pixel, nearly everywhere, that was no picture of anything.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.photo import Box, Photo
from restorer.progress import Progress
from restorer.restoration.planes import reduced, reduced_size
from restorer.restoration.sampling import sample_boxes
from restorer.restoration.small import LUMA

_SAMPLE_SIDE, _SAMPLES_ACROSS = 192, 2  # pixels of the reduced photo
_CELL, _FEWEST_CELLS = 16, 20
_DARK, _LIGHT = 0.06, 0.94  # beyond, what was there is cut off
_FAINTEST = 0.004  # of 1; what varies less varies by rounding
_EVERYWHERE = 40  # percent
_SCALES, _LEAST_LONG_SIDE = (2, 4, 8), 300  # a smaller photo is too small to be reduced so far
_NEARLY = 0.85


@dataclass(frozen=True)
class Wear:
    """Which ``share`` (0..1, about) of a photo's detail is wear to a network, where it is the least so.

    ``scale`` is by how much the photo is reduced for the network to know it.
    """

    scale: int
    share: float


def coarse_wear(photo: Photo, model: Model, engine: Engine, *, progress: Progress | None = None) -> Wear:
    """Look for wear in a photo reduced by 2, 4 and 8, as far as it is large enough for that.

    The finest scale at which there is nearly as much as at any is told. A photo that is too small to be told
    has a share of 0.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress = progress or Progress()
    longest = max(photo.height, photo.width)
    scales = [scale for scale in _SCALES if scale == _SCALES[0] or longest >= scale * _LEAST_LONG_SIDE]
    found = [
        Wear(scale, _share(photo, scale, model, engine, progress.part(index / len(scales), 1 / len(scales))))
        for index, scale in enumerate(scales)
    ]
    most = max(wear.share for wear in found)
    return next(wear for wear in found if wear.share >= _NEARLY * most)


def _share(photo: Photo, scale: int, model: Model, engine: Engine, progress: Progress) -> float:
    size = (photo.height, photo.width)
    boxes = sample_boxes(reduced_size(size, scale), _SAMPLE_SIDE, _SAMPLES_ACROSS)
    shares, tones = [], []
    for index, box in enumerate(boxes):
        # Put before the engine as a photo of its own: the surroundings would be several times the sample.
        seen = reduced(lambda part: photo.pixels[part.slices], size, box, scale)
        made = np.empty_like(seen)

        def sink(part: Box, planes: NDArray[np.float32], made: NDArray[np.float32] = made) -> None:
            made[:, *part.slices] = planes[:3]

        engine.run(
            model,
            lambda part, seen=seen: seen[:, *part.slices],  # type: ignore[misc]
            sink,
            (box.height, box.width),
            progress=progress.part(index / len(boxes), 1 / len(boxes)),
        )
        before = _cells(np.tensordot(LUMA, seen, 1))
        change = _cells(np.tensordot(LUMA, np.clip(made, 0, 1) - seen, 1))
        shares.append(change.std(axis=1) / (before.std(axis=1) + _FAINTEST))
        tones.append(before.mean(axis=1))
    found, tone = np.concatenate(shares), np.concatenate(tones)
    between = (tone > _DARK) & (tone < _LIGHT)
    found = found[between] if between.sum() >= _FEWEST_CELLS else found
    return float(np.percentile(found, _EVERYWHERE)) if len(found) >= _FEWEST_CELLS else 0.0


def _cells(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the pixels ``(n, 256)`` of the squares in a plane, but for those at its border."""
    rows, columns = (side // _CELL for side in plane.shape)
    squares = plane[: rows * _CELL, : columns * _CELL].reshape(rows, _CELL, columns, _CELL).swapaxes(1, 2)
    return squares[1:-1, 1:-1].reshape(-1, _CELL * _CELL)
