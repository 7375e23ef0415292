"""Colours to draw with, in 8 bits."""

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]

_SPREADS = (4, 25, 60)
"""How far the channels lie apart: nearly grey as often as muted or vivid."""


def any_colour(random: np.random.Generator) -> Colour:
    """Draw a colour: any lightness, half of them nearly grey."""
    return _colour(random.uniform(0, 255) + random.normal(0, random.choice(_SPREADS), 3))


def colour_near(colour: Colour, random: np.random.Generator, reach: float) -> Colour:
    """Draw a colour like another: lighter or darker by about ``reach``, its hue a little off."""
    return _colour(np.array(colour) + random.normal(0, reach / 2, 3) + random.normal(0, reach))


def _colour(values: NDArray[np.float64]) -> Colour:
    red, green, blue = np.clip(values, 0, 255).astype(int).tolist()
    return red, green, blue
