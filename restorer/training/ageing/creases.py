"""Folds, cracks and tears: paper that was bent, broken or lost."""

import numpy as np

from restorer.training.ageing.fields import Pixels, blurred, clouds, coordinates, smooth_step, soft_noise
from restorer.training.ageing.marks import Layer
from restorer.training.ageing.scratches import drawn_line

_PAPER = np.array([0.95, 0.93, 0.88], np.float32)


def folds(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Draw one or two folds right across: shaded on one side, the paper's white core breaking through."""
    layers = []
    for _ in range(1 if random.random() < 0.75 else 2):
        distance = _distance_from_line(shape, random, wander=random.uniform(0, 2.5))
        shade = np.exp(-np.abs(distance) / random.uniform(4, 25)) * (distance > 0)
        tone = random.uniform(0.65, 0.9) if random.random() < 0.6 else random.uniform(1.1, 1.3)
        layers.append(Layer(shade, np.full(3, tone, np.float32), multiplies=True, damage=False))
        half = random.uniform(0.3, 1.6) * np.exp(0.5 * clouds(shape, 12, random))
        ragged = np.clip(half + 0.5 - np.abs(distance + 0.4 * soft_noise(shape, 0.8, random)), 0, 1)
        broken = smooth_step(clouds(shape, random.uniform(6, 30), random), -1.3, random.uniform(-0.6, 0.6))
        layers.append(Layer(ragged * broken, _paper(random)))
    return layers


def cracks(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Draw a crack that wanders and branches, light (paper shows) or dark (dirt fills it)."""
    opacity = np.zeros(shape, np.float32)
    start = random.uniform(0.1, 0.9, 2) * np.array(shape)
    branches = [(*start, random.uniform(0, 2 * np.pi), random.uniform(0.4, 1.3) * max(shape))]
    width = random.uniform(0.7, 2.5)
    for _ in range(int(random.integers(2, 12))):
        if not branches:
            break
        top, left, heading, length = branches.pop(0)
        count = max(4, int(length / 4))
        headings = heading + np.cumsum(random.normal(0, 0.16, count))
        rows, columns = top + 4 * np.cumsum(np.sin(headings)), left + 4 * np.cumsum(np.cos(headings))
        widths = width * np.linspace(1, 0.3, count) * np.exp(0.25 * random.standard_normal(count))
        opacity = np.maximum(opacity, drawn_line(shape, rows, columns, widths))
        for _ in range(int(random.integers(0, 3))):
            fork = int(random.integers(count))
            turn = random.choice([-1, 1]) * random.uniform(0.4, 1.2)
            branches.append((rows[fork], columns[fork], headings[fork] + turn, 0.6 * length))
    dark = random.random() < 0.35
    colour = np.full(3, random.uniform(0.02, 0.2), np.float32) if dark else _paper(random)
    edge = Layer(
        blurred(opacity, 1.5) * np.float32(0.35), np.array([0.3, 0.28, 0.25], np.float32), damage=False
    )
    return [edge, Layer(opacity * np.float32(random.uniform(0.6, 1)), colour)]


def tear(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Tear off a corner or rip in from a border: the gap shows what lies behind, its rim the paper's core."""
    first = _distance_from_line(shape, random, wander=random.uniform(1.5, 5), through_middle=False)
    if random.random() < 0.5:
        inside = first
    else:
        second = _distance_from_line(shape, random, wander=random.uniform(1.5, 5), through_middle=False)
        inside = np.minimum(first, second)
    if (inside > 0).mean() > 0.4:
        inside = inside - np.quantile(inside, 1 - random.uniform(0.04, 0.3))
    inside = inside + 0.7 * soft_noise(shape, 1.0, random)
    behind = np.full(3, random.choice([0.03, 0.5, 0.97]), np.float32)
    behind = np.clip(behind + random.uniform(-0.05, 0.05, 3), 0, 1).astype(np.float32)
    rim = random.uniform(1, 7) * np.exp(0.5 * clouds(shape, 20, random))
    fibre = np.clip(_paper(random) + 0.04 * soft_noise(shape, 0.8, random)[..., None], 0, 1)
    shadow = Layer(
        np.exp(-np.clip(-inside, 0, None) / 3) * np.float32(0.35), np.zeros(3, np.float32), damage=False
    )
    return [shadow, Layer(np.clip(inside + rim, 0, 1), fibre), Layer(np.clip(inside, 0, 1), behind)]


def _distance_from_line(
    shape: tuple[int, int], random: np.random.Generator, wander: float, *, through_middle: bool = True
) -> Pixels:
    """Return the signed distance in pixels from a line across the picture that wanders a little."""
    rows, columns = coordinates(shape)
    angle = (
        random.normal(0, 0.05) + random.integers(2) * np.pi / 2
        if random.random() < 0.5
        else random.uniform(0, np.pi)
    )
    if random.random() < 0.5:
        angle += np.pi
    margin = 0.15 if through_middle else 0.0
    top, left = random.uniform(margin, 1 - margin, 2) * np.array(shape)
    straight = np.cos(angle) * (rows - top) + np.sin(angle) * (columns - left)
    return np.asarray(straight + wander * clouds(shape, 0.25 * max(shape), random, 4), np.float32)


def _paper(random: np.random.Generator) -> Pixels:
    return np.asarray(np.clip(_PAPER * random.uniform(0.85, 1.05), 0, 1), np.float32)
