"""Measures how often a network that finds things is wrong: the table behind "about one wrong repair".

On clean photos every find is wrong. How many there are per megapixel, by score, is what a card's
``calibration`` says, and what the sensitivity is read from.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from restorer.app.evaluation.pictures import LeftOut, none_readable, readable, say_nothing
from restorer.errors import ModelError, PhotoError
from restorer.inference.card import Task
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.photo import READABLE, open_photo
from restorer.progress import Progress
from restorer.restoration.masking import find
from restorer.restoration.softness import softness
from restorer.restoration.steps import RemoveWatermark, RepairDamage

_SCORES = (0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 0.984, 0.988, 0.992, 0.996, 0.999)
"""Scores are kept in 255 steps; from 0.98 on each has its line, or what lies between two would be guessed."""
_UNSEEN = 0.5
"""Finds that are taken for a score at which none was seen: with so little to go by, none is too few."""


def clean_photos(folder: Path, limit: int | None = None) -> list[Path]:
    """Return the photos directly in a folder.

    Raises:
        PhotoError: there is none.
    """
    endings = {ending for kinds in READABLE.values() for ending in kinds}
    found = (
        sorted(path for path in folder.iterdir() if path.suffix.lower() in endings) if folder.is_dir() else []
    )
    if not found:
        raise PhotoError(f"There are no photos in {folder}.", "Name a folder of clean photos.")
    return found[:limit]


def calibrate(
    photos: Iterable[Path],
    model: Model,
    engine: Engine,
    *,
    left_out: LeftOut = say_nothing,
    progress: Progress | None = None,
) -> list[dict[str, float]]:
    """Return the table for the card: ``score`` and ``wrong_per_megapixel``, from low scores to high.

    Photos that cannot be read are left out.

    Raises:
        ModelError: the model does not find anything, or is damaged.
        PhotoError: none of the photos can be read.
        DeviceError, Cancelled: as `Engine.run`.
    """
    if model.card.task not in (Task.FIND_DAMAGE, Task.WATERMARK):
        raise ModelError(
            f"The model {model.card.name} finds nothing that could be calibrated.",
            "Name one for finding damage or watermarks.",
        )
    progress = progress or Progress()
    step = RemoveWatermark() if model.card.task == Task.WATERMARK else RepairDamage()
    paths = list(photos)
    counts, megapixels = np.zeros(len(_SCORES)), 0.0
    for index, photo in enumerate(readable(paths, open_photo, left_out)):
        part = progress.part(index / len(paths), 1 / len(paths))
        repairs = find(photo, softness(photo), model, engine, progress=part).repairs
        counts += [repairs.counting(step, score).sum() for score in _SCORES]
        megapixels += repairs.megapixels
    if not megapixels:
        raise none_readable(paths[0].parent)
    return [
        {"score": score, "wrong_per_megapixel": float(f"{max(count, _UNSEEN) / megapixels:.4g}")}
        for score, count in zip(_SCORES, counts, strict=True)
    ]
