"""Closed shapes, upright more often than not: ovals, boards and splinters.

None is ragged: where emulsion came off and where a blot is, what lies there has such an outline.
"""

import numpy as np
from numpy.typing import NDArray

Points = list[tuple[float, float]]
"""(x, y), in pixels of the drawing."""

_UPRIGHT_SHARE = 0.4
_UNEVEN = 0.05  # corners of a board are out of place by so much of its half length


def outline(centre: NDArray[np.float64], radius: float, random: np.random.Generator) -> Points:
    """Draw a shape about ``radius`` pixels from its middle to its end, as its points in order."""
    slim = random.uniform(0.15, 1)
    kind = random.random()
    if kind < 0.35:
        shape = _oval(slim)
    elif kind < 0.75:
        shape = _board(slim, random)
    else:
        shape = _splinter(random)
    turn = random.uniform(0, np.pi)
    if random.random() < _UPRIGHT_SHARE:
        turn = random.choice([0, np.pi / 2]) + random.normal(0, 0.03)
    across, down = np.array([np.cos(turn), -np.sin(turn)]), np.array([np.sin(turn), np.cos(turn)])
    places = centre + radius * np.stack([shape @ across, shape @ down], axis=1)
    return [(x, y) for x, y in places.tolist()]


def _oval(slim: float) -> NDArray[np.float64]:
    around = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    return np.stack([np.cos(around), slim * np.sin(around)], axis=1)


def _board(slim: float, random: np.random.Generator) -> NDArray[np.float64]:
    corners = np.array([[-1, -slim], [1, -slim], [1, slim], [-1, slim]])
    return corners + random.normal(0, _UNEVEN, corners.shape)


def _splinter(random: np.random.Generator) -> NDArray[np.float64]:
    around = np.sort(random.uniform(0, 2 * np.pi, int(random.integers(3, 8))))
    return np.stack([np.cos(around), np.sin(around)], axis=1)
