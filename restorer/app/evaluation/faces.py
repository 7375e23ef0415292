"""Measures how faces are found, on a folder of portraits; or how often where there are none.

What is in a photo only its folder's owner knows, so it is said in how many photos something was found: all of
them would be right for portraits, none for landscapes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from restorer.app.evaluation.pictures import Picture
from restorer.app.evaluation.scores import Score
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.restoration.faces import find_faces
from restorer.restoration.small import shrunk

FaceCounter = Callable[[Picture], int]
"""Returns how many faces it finds in a picture."""

_SIDES: Mapping[str, int] = {"photos as they are": 1 << 20, "photos of 160 pixels": 160}


def model_counter(model: Model, engine: Engine) -> FaceCounter:
    """Return the counter that runs ``model``."""
    return lambda picture: len(find_faces(picture, model, engine, Progress()).found)


def evaluate_faces(
    pictures: Sequence[Picture],
    counters: Mapping[str, FaceCounter],
    *,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Count every method's finds, in the pictures as they are and in small copies."""
    progress = progress or Progress()
    for number, (name, count) in enumerate(counters.items()):
        for side_number, (case, side) in enumerate(_SIDES.items()):
            counts = []
            for index, picture in enumerate(pictures):
                share = (index / len(pictures) + side_number) / len(_SIDES)
                progress((number + share) / len(counters), name)
                counts.append(count(shrunk(picture, side)))
            figures = {
                "photos with a face (%)": 100 * float(np.mean([found > 0 for found in counts])),
                "faces in a photo": float(np.mean(counts)),
            }
            yield Score(case, name, figures, len(pictures))
