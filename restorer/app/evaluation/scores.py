"""What is measured: distances between pictures, and how well a map finds a mask."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.pictures import Picture, eight_bit

_BINS = 1 << 12
_CALIBRATION_BINS = 15


@dataclass(frozen=True)
class Score:
    """How a method did in a case: figures by the name of their measure, over ``pictures`` pictures."""

    case: str
    method: str
    figures: Mapping[str, float]
    pictures: int


def psnr(picture: Picture, truth: Picture, where: NDArray[np.bool_] | None = None) -> float:
    """Return the peak signal-to-noise ratio in dB of the 8-bit picture, in a mask (H, W) or everywhere.

    100 where both are equal, or where the mask is empty.
    """
    difference = eight_bit(picture).astype(np.float64) - eight_bit(truth)
    counted = difference if where is None else difference[where]
    error = float(np.square(counted).mean()) if counted.size else 0.0
    return 100.0 if error == 0 else 10 * float(np.log10(255**2 / error))


@dataclass
class MaskCurve:
    """How well scores (0..1) tell the pixels of a mask from the others, over all pictures that are added.

    Scores are counted in 4,096 steps: exact enough for every measure here, and a thousand photos take no
    more memory than one.
    """

    _marked: NDArray[np.int64] = field(default_factory=lambda: np.zeros(_BINS, np.int64))
    _others: NDArray[np.int64] = field(default_factory=lambda: np.zeros(_BINS, np.int64))

    def add(self, scores: NDArray[np.float32], mask: NDArray[np.bool_]) -> None:
        """Count a picture: scores and mask, both (H, W)."""
        steps = np.clip(scores * (_BINS - 1), 0, _BINS - 1).astype(np.int64)
        self._marked += np.bincount(steps[mask], minlength=_BINS)
        self._others += np.bincount(steps[~mask], minlength=_BINS)

    @property
    def auroc(self) -> float:
        """The chance that a marked pixel scores higher than another (area under the ROC curve)."""
        below = np.cumsum(self._others) - self._others
        wins = (self._marked * (below + 0.5 * self._others)).sum()
        return float(wins / max(1, self._marked.sum() * self._others.sum()))

    @property
    def average_precision(self) -> float:
        """The area under the precision-recall curve."""
        hits, alarms = self._from_the_top()
        precision = hits / np.maximum(hits + alarms, 1)
        return float((precision * self._marked[::-1]).sum() / max(1, self._marked.sum()))

    def f1(self, threshold: float) -> float:
        """Return the harmonic mean of precision and recall of what scores ``threshold`` or more."""
        hits, alarms = self._at(threshold)
        return float(2 * hits / max(1, hits + alarms + self._marked.sum()))

    def best_threshold(self) -> float:
        """Return the threshold (0..1) with the best `f1`."""
        hits, alarms = self._from_the_top()
        f1 = 2 * hits / np.maximum(1, hits + alarms + self._marked.sum())
        return float((_BINS - 1 - int(f1.argmax())) / (_BINS - 1))

    def flagged(self, threshold: float) -> float:
        """Return the share (0..1) of all pixels that score ``threshold`` or more."""
        hits, alarms = self._at(threshold)
        return float((hits + alarms) / max(1, self._marked.sum() + self._others.sum()))

    @property
    def calibration_error(self) -> float:
        """How far scores taken as chances are from how often they are right: 0..1, over 15 even bins.

        The expected calibration error (Guo et al., "On Calibration of Modern Neural Networks", 2017).
        """
        every = self._marked + self._others
        scores = np.arange(_BINS) / (_BINS - 1)
        bins = np.minimum((scores * _CALIBRATION_BINS).astype(int), _CALIBRATION_BINS - 1)
        off = np.bincount(bins, weights=scores * every - self._marked)
        return float(np.abs(off).sum() / max(1, every.sum()))

    def _at(self, threshold: float) -> tuple[int, int]:
        first = int(np.ceil(threshold * (_BINS - 1)))
        return int(self._marked[first:].sum()), int(self._others[first:].sum())

    def _from_the_top(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        return np.cumsum(self._marked[::-1]), np.cumsum(self._others[::-1])


def colourfulness(picture: Picture) -> float:
    """Return the colourfulness of a picture, 0 for grey, about 40 for a vivid photo.

    Source: Hasler and Süsstrunk, "Measuring colourfulness in natural images", 2003.
    """
    red, green, blue = (eight_bit(picture)[..., index].astype(np.float64) for index in range(3))
    across, along = red - green, 0.5 * (red + green) - blue
    spread = np.hypot(across.std(), along.std())
    return float(spread + 0.3 * np.hypot(across.mean(), along.mean()))
