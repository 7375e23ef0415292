"""What a model answers to a picture, and how surely it finds something there."""

import numpy as np
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.photo import Box
from restorer.restoration.damage_views import score_in_sizes
from restorer.restoration.planes import Planes


def answer(model: Model, engine: Engine, *seen: NDArray[np.float32]) -> NDArray[np.float32]:
    """Run the model on pictures (H, W, C) and fields (H, W), which follow each other as its planes.

    Returns ``(H, W, len(card.outputs))``, float32, not clipped.

    Raises:
        ModelError, DeviceError: as `Engine.run`.
    """
    fields = [part if part.ndim == 3 else part[..., None] for part in seen]
    planes = np.ascontiguousarray(np.concatenate(fields, axis=-1).transpose(2, 0, 1), np.float32)
    result = np.empty((len(model.card.outputs), *planes.shape[1:]), np.float32)

    def write(box: Box, part: NDArray[np.float32]) -> None:
        result[:, *box.slices] = part

    engine.run(model, lambda box: planes[:, *box.slices], write, planes.shape[1:])
    return result.transpose(1, 2, 0)


def finding_scores(model: Model, engine: Engine, picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how surely (0..1) a model that finds damage finds it in each pixel of a picture ``(H, W, 3)``.

    Raises:
        ModelError, DeviceError: as `Engine.run`.
    """
    result = np.empty(picture.shape[:2], np.float32)

    def write(box: Box, found: NDArray[np.float32], _: Planes) -> None:
        result[box.slices] = found

    score_in_sizes(picture, 1, model, engine, write)
    return result
