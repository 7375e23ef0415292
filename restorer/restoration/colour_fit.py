"""How a colourizer's answer is read: a few numbers that its card states, fitted on photos kept aside.

Networks are rarely as sure as they ought to be. Raising their chances to the power 1 / T brings them in line
with how often they are right ("temperature scaling": Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern
Neural Networks", 2017). `restorer evaluate --calibrate` finds the numbers.
"""

from dataclasses import dataclass, fields

import numpy as np

from restorer.inference.card import ModelCard
from restorer.restoration.small import Floats


@dataclass(frozen=True)
class ColourFit:
    """What a card may state of a colourizer; the defaults are for a card that states nothing.

    ``longest`` is the longer side, in pixels, at which the network sees a photo; ``temperature`` what its
    chances are raised to, as 1 / temperature; ``drawn_back`` the share (0..1) of a colour that is nothing
    but a guess which goes in the faithful setting; ``vivid`` what colours are multiplied by in the vivid one.
    """

    longest: float = 256.0
    temperature: float = 1.0
    drawn_back: float = 0.75
    vivid: float = 1.0

    @property
    def pixels(self) -> int:
        """``longest`` as a whole number; a card that says nonsense cannot make the network run for hours."""
        return round(min(max(self.longest, _SMALLEST), _LARGEST))

    def tempered(self, chances: Floats) -> Floats:
        """Return the chances ``(K, h, w)``, which add up to 1 in each place, at this temperature."""
        return tempered(chances, self.temperature)


_SMALLEST, _LARGEST = 64, 1024
_COLDEST = 0.05


def fit_of(card: ModelCard) -> ColourFit:
    """Return what a card states; without a word on the size, that of the largest photos it learnt from."""
    known = {entry.name for entry in fields(ColourFit)}
    stated = {name: value for name, value in card.fit.items() if name in known}
    learnt_at = card.recipe.get("large_crop")
    if isinstance(learnt_at, int) and "longest" not in stated:
        stated["longest"] = float(learnt_at)
    return ColourFit(**stated)


def tempered(chances: Floats, temperature: float) -> Floats:
    """Return chances ``(K, ...)`` sharpened (temperature below 1) or flattened; they still add up to 1."""
    if temperature == 1.0:
        return chances
    changed = np.power(np.maximum(chances, 1e-12), 1 / max(temperature, _COLDEST))
    changed /= changed.sum(axis=0)
    return np.asarray(changed, np.float32)
