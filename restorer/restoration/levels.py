"""How strong noise and compression damage are, summed up from what a denoiser estimates place by place.

To a network fine texture looks like noise: grass, cloth and gravel have their level. But no photo is grass
all over, and noise is everywhere. So what lies over the calmest tenth of a photo decides whether it is noise.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.restoration.small import LUMA

CELL = 4
"""Pixels; the network's estimate is constant over squares of this side."""

REAL_NOISE = 2.75
"""Of 255. From so much over the calmest tenth on, a photo has noise that is seen (docs/decisions/011)."""
_CALMEST = 10  # percent
_DARK, _LIGHT = 16 / 255, 240 / 255  # beyond, noise is cut off
_FEWEST = 50  # places; of fewer no tenth can be told
_COLOURS = slice(0, 3)
_NOISE, _COMPRESSION = 3, 4


@dataclass(frozen=True)
class NoiseEstimate:
    """How strong a photo's noise and compression damage are, in steps of an 8-bit value (0..255).

    ``noise`` is what the literature calls σ: 2 is hardly visible, 10 plain, 25 heavy. Texture does not count.
    """

    noise: float
    compression: float

    @property
    def noisy(self) -> bool:
        """Whether there is noise that a person would see."""
        return self.noise >= REAL_NOISE

    @property
    def negligible(self) -> bool:
        """Whether denoising would rather harm the photo than help it."""
        return self.noise < 1.0 and self.compression < 1.0


class Levels:
    """Gathers a network's estimates, once every ``stride`` pixels, and sums them up."""

    def __init__(self, stride: int = CELL) -> None:
        self._stride = stride
        self._noise: list[NDArray[np.float32]] = []
        self._compression: list[NDArray[np.float32]] = []
        self._tones: list[NDArray[np.float32]] = []

    def add(self, planes: NDArray[np.float32]) -> None:
        """Take a part of the network's answer: colours, noise and compression ``(5, h, w)``, 0..1.

        A network made elsewhere estimates nothing: fewer planes are passed over.
        """
        if len(planes) <= _COMPRESSION:
            return
        places = planes[:, :: self._stride, :: self._stride].reshape(len(planes), -1)
        self._noise.append(places[_NOISE].copy())
        self._compression.append(places[_COMPRESSION].copy())
        self._tones.append(LUMA @ places[_COLOURS])

    @property
    def calm(self) -> float:
        """The noise over the calmest tenth, where the tones are neither black nor white (of 255)."""
        if not self._noise:
            return 0.0
        noise, tones = np.concatenate(self._noise), np.concatenate(self._tones)
        between = (tones > _DARK) & (tones < _LIGHT)
        places = noise[between] if between.sum() >= _FEWEST else noise
        return float(np.percentile(places, _CALMEST)) * 255

    def estimate(self, calm: float = 0.0) -> NoiseEstimate:
        """Return the estimate; ``calm`` is that of another look at the photo: the larger one counts."""
        if not self._noise:
            return NoiseEstimate(0.0, 0.0)
        calm = max(calm, self.calm)
        noise, compression = (
            float(np.median(np.concatenate(parts))) * 255 for parts in (self._noise, self._compression)
        )
        return NoiseEstimate(max(noise, REAL_NOISE) if calm >= REAL_NOISE else min(noise, calm), compression)
