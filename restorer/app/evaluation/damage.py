"""Measures how damage is found and how it is filled, on damage that no training has seen.

Clean photos are damaged by the training's own drawing, from another seed and with the masks of dirt that
training keeps aside. Scores count pixels, over all photos together; what is flagged on the clean photos is a
false alarm.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.answers import answer, finding_scores
from restorer.app.evaluation.pictures import Picture
from restorer.app.evaluation.scores import MaskCurve, Score, psnr
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.restoration.score_fit import score_fit_of
from restorer.training.ageing.dust import Artefacts
from restorer.training.ageing.masks import holes
from restorer.training.ageing.mixtures import damaged, scanned

Finder = Callable[[Picture], NDArray[np.float32]]
"""Says for every pixel how surely it is damaged: (H, W), 0..1."""

Filler = Callable[[Picture, NDArray[np.bool_]], Picture]
"""Fills what is masked (H, W) in a picture."""

_SEED = 7_000  # no training draws from here


def model_finder(model: Model, engine: Engine) -> Finder:
    """Return the finder that runs ``model``, its scores read as its card says."""
    fit = score_fit_of(model.card)
    return lambda picture: fit.chances(finding_scores(model, engine, picture))


def model_filler(model: Model, engine: Engine) -> Filler:
    """Return the filler that runs ``model``."""
    return lambda picture, mask: answer(model, engine, picture, mask.astype(np.float32))[..., :3]


def evaluate_finding(
    pictures: Sequence[Picture],
    artefacts: Artefacts,
    finders: Mapping[str, Finder],
    *,
    thresholds: Mapping[str, float] | None = None,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure every finder on damaged photos and on the same photos undamaged.

    A finder's ``thresholds`` entry says above which score it flags; without one 0.5.
    """
    progress = progress or Progress()
    for number, (name, find) in enumerate(finders.items()):
        spoilt, clean, both = MaskCurve(), MaskCurve(), MaskCurve()
        for index, picture in enumerate(pictures):
            progress((number + index / len(pictures)) / len(finders), name)
            random = np.random.default_rng([_SEED, index])
            marked = damaged(picture, artefacts, random)
            seen = (find(scanned(marked.pixels, random)), marked.mask > 0.5)
            intact = (find(picture), np.zeros(picture.shape[:2], bool))
            spoilt.add(*seen)
            clean.add(*intact)
            both.add(*seen)
            both.add(*intact)
        threshold = (thresholds or {}).get(name, 0.5)
        figures = {
            "AUROC": spoilt.auroc,
            "AP": spoilt.average_precision,
            "F1": spoilt.f1(threshold),
            "flagged when clean (%)": 100 * clean.flagged(threshold),
            "ECE": both.calibration_error,
        }
        yield Score("damage", name, figures, len(pictures))


def evaluate_filling(
    pictures: Sequence[Picture],
    artefacts: Artefacts,
    fillers: Mapping[str, Filler],
    *,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure every filler on clean photos with holes in the shapes of damage and of a brush."""
    progress = progress or Progress()
    for number, (name, fill) in enumerate(fillers.items()):
        quality, untouched = [], []
        for index, picture in enumerate(pictures):
            progress((number + index / len(pictures)) / len(fillers), name)
            random = np.random.default_rng([_SEED, index])
            mask = holes(picture.shape[:2], artefacts, random) > 0.5
            filled = fill(np.where(mask[..., None], np.float32(0.5), picture), mask)
            quality.append(psnr(filled, picture, mask))
            untouched.append(psnr(filled, picture, ~mask))
        figures = {"PSNR in the mask (dB)": float(np.mean(quality)), "outside (dB)": float(np.min(untouched))}
        yield Score("repair", name, figures, len(pictures))
