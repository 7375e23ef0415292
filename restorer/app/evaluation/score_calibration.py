"""Finds how the scores of a model that finds damage are to be read: what its card states as ``fit``.

The line through the log odds (`restorer.restoration.score_fit`) under which the masks are likeliest, on
photos from elsewhere, as they are and damaged by the training's own drawing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.answers import finding_scores
from restorer.app.evaluation.pictures import Picture
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.restoration.score_fit import ScoreFit, log_odds, score_fit_of
from restorer.training.ageing.dust import Artefacts
from restorer.training.ageing.mixtures import damaged, scanned

_SEED = 7_004  # no training draws from here
_LARGEST, _STEPS = 14.0, 1400  # log odds that are told apart, and in how many steps on either side of even
_ROUNDS, _CLOSE = 50, 1e-9
_FLATTEST = 0.05


@dataclass
class OddsCount:
    """How many pixels of each score are damaged and how many are not, counted by their log odds."""

    right: NDArray[np.int64] = field(default_factory=lambda: np.zeros(2 * _STEPS + 1, np.int64))
    wrong: NDArray[np.int64] = field(default_factory=lambda: np.zeros(2 * _STEPS + 1, np.int64))

    def add(self, scores: NDArray[np.floating], mask: NDArray[np.bool_]) -> None:
        """Count a picture: scores (0..1) and mask, both (H, W)."""
        places = np.rint(np.clip(log_odds(scores) / _LARGEST, -1, 1) * _STEPS).astype(np.int64) + _STEPS
        self.right += np.bincount(places[mask], minlength=2 * _STEPS + 1)
        self.wrong += np.bincount(places[~mask], minlength=2 * _STEPS + 1)

    def fit(self) -> ScoreFit:
        """Return the line that makes what was counted likeliest, by Newton's method.

        Scores as they are where nothing, or everything, was damaged: then there is nothing to go by.
        """
        odds = np.linspace(-_LARGEST, _LARGEST, 2 * _STEPS + 1)
        every = self.right + self.wrong
        if not self.right.sum() or not self.wrong.sum():
            return ScoreFit()
        line, terms = np.array([1.0, 0.0]), np.stack([odds, np.ones_like(odds)])
        for _ in range(_ROUNDS):
            chances = 1 / (1 + np.exp(-line @ terms))
            slope = terms @ (self.right - every * chances)
            bend = (terms * (every * chances * (1 - chances))) @ terms.T
            step = np.linalg.lstsq(bend, slope, rcond=None)[0]
            line = line + np.clip(step, -1, 1)
            if np.abs(step).max() < _CLOSE:
                break
        steepness = max(
            float(line[0]), _FLATTEST
        )  # a finder that is wrong the surer it is stays the same way up
        even = 1 / (1 + np.exp(line[1] / steepness))
        return ScoreFit(float(f"{steepness:.4g}"), float(f"{even:.6g}"))


def fit_scores(
    pictures: Iterable[Picture],
    count: int,
    artefacts: Artefacts,
    model: Model,
    engine: Engine,
    *,
    progress: Progress | None = None,
) -> ScoreFit:
    """Find the line, on ``count`` clean photos from elsewhere; at what sizes they are seen stays as it is.

    Raises:
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress = progress or Progress()
    counted = OddsCount()
    for index, picture in enumerate(pictures):
        progress(index / count, "Fitting")
        random = np.random.default_rng([_SEED, index])
        marked = damaged(picture, artefacts, random)
        spoilt = finding_scores(model, engine, scanned(marked.pixels, random))
        counted.add(spoilt, marked.mask > 0.5)
        counted.add(finding_scores(model, engine, picture), np.zeros(picture.shape[:2], bool))
    line = counted.fit()
    return replace(score_fit_of(model.card), slope=line.slope, even=line.even)
