"""How likely a photo has faded, by its tones and colours and by what a network would make of them.

A small network of its own reads some eighty facts of the small copy that the network for tones looks at:
where tones lie, how far they reach, what shadows and lights are tinted with, and what would be changed. Its
weights were fitted by ``benchmarks/fading_odds.py``, on photos made old by code and on the same as they are.
"""

import functools
import itertools
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer import paths
from restorer.photo.oklab import from_srgb
from restorer.restoration.appearance import Appearance
from restorer.restoration.small import luma
from restorer.restoration.tones import Toning

Floats = NDArray[np.float64]

_TONES = (0.1, 0.5, 2, 10, 25, 50, 75, 90, 98, 99.5, 99.9)  # percent of the pixels that are darker
_CHROMAS = (2, 10, 25, 50, 75, 90, 98)
_MADE = (0.5, 50, 99.5)
_BANDS = (0, 3, 10, 30, 70, 90, 97, 100)  # percent; from shadows to lights, whose tints are looked at
_END = 0.02  # as near to the darkest or the lightest tone as this lies at an end
_FILE = "fading.json"

KNOTS = (0.0, 0.1, 0.5, 0.9, 1.0)
"""Shares of the photos fitted by. More of them would know those too well, fewer too little."""
_RANKS = tuple(3**0.5 * (2 * share - 1) for share in KNOTS)


@dataclass(frozen=True)
class Odds:
    """A network with one layer of hidden nodes, which hears where each fact lies among those it knows.

    ``knots`` ``(facts, 5)``: of the photos it was fitted by, the shares `KNOTS` have facts below these.
    ``weights`` ``(nodes, facts)`` and ``constants`` ``(nodes,)`` lead to the hidden nodes, ``outer``
    ``(nodes,)`` and ``outer_constant`` from them to the answer. From the chance ``surely`` on, a photo is
    called faded: of clean photos that were not fitted by, one in a hundred is.
    """

    knots: Floats
    weights: Floats
    constants: Floats
    outer: Floats
    outer_constant: float
    surely: float

    def chance(self, facts: Floats) -> Any:
        """Return the chance (0..1) of each row of facts ``(…, n)``."""
        hidden = np.tanh(ranked(facts, self.knots) @ self.weights.T + self.constants)
        logit = hidden @ self.outer + self.outer_constant
        return 1 / (1 + np.exp(-np.clip(logit, -50, 50)))

    def to_json(self) -> str:
        """Return what `fitted_odds` reads: a line for each fact, and one for each node."""
        lists = {name: getattr(self, name).tolist() for name in ("knots", "weights", "constants", "outer")}
        text = json.dumps({**lists, "outer_constant": self.outer_constant, "surely": self.surely})
        return text.replace("], [", "],\n[").replace(', "', ',\n"') + "\n"


def ranked(facts: Floats, knots: Floats) -> Floats:
    """Return where facts ``(…, n)`` lie among those that ``knots`` ``(n, 5)`` tell of.

    The least of those gives -√3, the median 0, the most √3; so ranks spread by about one.
    """
    columns = zip(np.moveaxis(facts, -1, 0), knots, strict=True)
    return np.stack([np.interp(column, own, _RANKS) for column, own in columns], axis=-1)


@functools.cache
def fitted_odds() -> Odds:
    """Return the odds that come with the program."""
    content = json.loads((paths.resources() / _FILE).read_text(encoding="utf-8"))
    lists = {name: np.array(value) for name, value in content.items() if isinstance(value, list)}
    return Odds(**{**content, **lists})


def chance_of_fading(toning: Toning, look: Appearance) -> float:
    """Return how likely (0..1) the photo has faded that a network looked at."""
    if look.fading == 0:
        return 0.0  # a black or a white that has lasted: fog and night have one
    return float(fitted_odds().chance(facts_of(toning)))


def facts_of(toning: Toning) -> Floats:
    """Return what the odds are told of a photo, a row of numbers."""
    seen, made = (np.clip(it, 0, 1) for it in (toning.seen, toning.made))
    light = luma(seen).reshape(-1)
    before, after = (from_srgb(it).reshape(-1, 3) for it in (seen, made))
    change = after - before
    darkest, lightest = light.min(), light.max()
    return np.concatenate(
        [
            np.percentile(light, _TONES),
            *(np.percentile(seen[..., channel], _TONES) for channel in range(3)),
            np.percentile(np.hypot(before[:, 1], before[:, 2]), _CHROMAS),
            _tints(before[np.argsort(light, kind="stable"), 1:]),
            np.percentile(luma(made), _MADE),
            [_length(change), *change.mean(axis=0), *change.std(axis=0)],
            *(ends(seen, axis=(0, 1)) for ends in (np.min, np.max)),
            [darkest, lightest, (light < darkest + _END).mean(), (light > lightest - _END).mean()],
        ]
    ).astype(np.float64)


def change_of_tones(toning: Toning) -> float:
    """Return how far, on average, a network would move a photo's colours (OKLab)."""
    before, after = (from_srgb(np.clip(it, 0, 1)) for it in (toning.seen, toning.made))
    return _length(after - before)


def _length(change: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.square(change).sum(axis=-1)).mean())


def _tints(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean colour of each band of pixels, of ``(n, 2)`` from the darkest to the lightest."""
    ends = [round(percent / 100 * len(colours)) for percent in _BANDS]
    bands = (
        colours[min(start, len(colours) - 1) : max(end, start + 1)] for start, end in itertools.pairwise(ends)
    )
    return np.concatenate([band.mean(axis=0) for band in bands])
