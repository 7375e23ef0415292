"""How surely what a network found is there: its scores, read as its card says.

On photos unlike those that it learnt from a network is surer than it ought to be. A straight line through the
logarithms of its odds brings its scores in line with how often they are right (Platt, "Probabilistic Outputs
for Support Vector Machines", 1999). `restorer evaluate --calibrate` finds the line.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard

_SUREST = 1e-6
"""Scores are no nearer to 0 and 1 than this: odds have a logarithm then."""


@dataclass(frozen=True)
class ScoreFit:
    """What a card may state of a model that finds things; the defaults leave its scores as they are.

    Of the score ``even`` (0..1) half is right; ``slope`` is by how much the log odds of being right rise with
    those of the score. ``half`` and ``third`` say how much the network's answer for the photo reduced by two,
    and by three, counts beside that in full size; to the mean of their log odds ``raised`` is added for each
    of the two (`restoration.damage_views`). Where a pixel stands out as a speck (`restoration.specks`), the
    odds are raised ``speck`` times, if it stands out once; with 0 none are looked for.
    """

    slope: float = 1.0
    even: float = 0.5
    half: float = 0.0
    third: float = 0.0
    raised: float = 0.0
    speck: float = 0.0

    def chances(self, scores: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the chance (0..1) that each is right, of scores (0..1) of any shape; rising as they rise."""
        if (self.slope, self.even) == (1.0, 0.5):
            return np.asarray(scores, np.float32)
        odds = self.slope * (log_odds(scores) - log_odds(np.array(self.even)))
        return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def log_odds(chances: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the logarithms of the odds of chances (0..1) of any shape."""
    inside = np.clip(np.asarray(chances, np.float64), _SUREST, 1 - _SUREST)
    return np.asarray(np.log(inside / (1 - inside)))


def score_fit_of(card: ModelCard) -> ScoreFit:
    """Return what a card states; one that says nothing is taken at its scores."""
    known = {entry.name for entry in fields(ScoreFit)}
    return ScoreFit(**{name: value for name, value in card.fit.items() if name in known})
