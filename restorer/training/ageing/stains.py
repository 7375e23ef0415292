"""Stains, and emulsion that has come off."""

import numpy as np

from restorer.training.ageing.fields import Pixels, blurred, clouds, coordinates, smooth_step, soft_noise
from restorer.training.ageing.marks import Layer

_TINTS = np.array(
    [[0.78, 0.62, 0.38], [0.70, 0.50, 0.30], [0.85, 0.75, 0.45], [0.55, 0.50, 0.48]], np.float32
)


def stain(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Draw a stain: a blot with a darker rim, the ring of a cup, or foxing (small brown spots)."""
    kind = random.random()
    tint = _TINTS[random.integers(len(_TINTS))] ** np.float32(random.uniform(0.6, 1.3))
    if kind < 0.5:
        opacity = _blot(shape, random)
    elif kind < 0.7:
        opacity = _ring(shape, random)
    else:
        opacity = _foxing(shape, random)
    return [Layer((opacity * random.uniform(0.5, 1)).astype(np.float32), tint, multiplies=True)]


def emulsion_loss(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Draw patches where the picture layer flaked off: pale paper, or the dark of a lost negative."""
    field = clouds(shape, random.uniform(12, 90), random, 5)
    edge = float(np.quantile(field, 1 - random.uniform(0.01, 0.12)))
    flaked = smooth_step(field, edge, edge + random.uniform(0.05, 0.15))
    value = random.uniform(0.8, 1.0) if random.random() < 0.75 else random.uniform(0.02, 0.15)
    warm = np.array([1.0, 0.97, 0.9], np.float32) ** np.float32(random.uniform(0, 2))
    surface = value * warm + 0.03 * soft_noise(shape, 1.0, random)[..., None]
    rim = np.clip(blurred(flaked, 2.0) - flaked, 0, 1) * np.float32(0.6)
    shade = Layer(rim, np.full(3, random.choice([0.25, 0.9]), np.float32), damage=False)
    return [shade, Layer(flaked, np.clip(surface, 0, 1).astype(np.float32))]


def fingerprint(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Press a finger on the picture: an oval of bent ridges, faint."""
    rows, columns = coordinates(shape)
    side = random.uniform(0.2, 0.5) * min(shape)
    top, left = random.uniform(0.1, 0.9, 2) * np.array(shape)
    turn = random.uniform(0, np.pi)
    along = (np.cos(turn) * (rows - top) + np.sin(turn) * (columns - left)) / side
    across = (np.cos(turn) * (columns - left) - np.sin(turn) * (rows - top)) / (0.72 * side)
    radius = np.hypot(along, across)
    whorl = np.hypot(along + 0.35, across * 1.2) + 0.05 * clouds(shape, 0.5 * side, random)
    ridges = smooth_step(np.sin(2 * np.pi * random.uniform(9, 14) * whorl), -0.2, 0.7)
    patchy = smooth_step(clouds(shape, side / 3, random), -1.5, 0.5)
    opacity = ridges * patchy * smooth_step(1 - radius, 0, 0.35) * np.float32(random.uniform(0.12, 0.4))
    value = random.uniform(0.75, 0.95) if random.random() < 0.6 else random.uniform(0.1, 0.3)
    return [Layer(opacity, np.full(3, value, np.float32))]


def _blot(shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    field = clouds(shape, random.uniform(0.3, 0.9) * max(shape), random, 5)
    edge = float(np.quantile(field, random.uniform(0.7, 0.96)))
    inside = smooth_step(field, edge, edge + 0.12)
    rim = np.exp(-(((field - edge - 0.1) / random.uniform(0.05, 0.12)) ** 2))
    mottled = 0.8 + 0.2 * smooth_step(clouds(shape, 20, random), -1, 1)
    return np.asarray(np.clip((random.uniform(0.2, 0.5) * inside + 0.5 * rim) * mottled, 0, 1), np.float32)


def _ring(shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    rows, columns = coordinates(shape)
    top, left = random.uniform(-0.2, 1.2, 2) * np.array(shape)
    radius = random.uniform(0.2, 0.6) * max(shape)
    distance = np.hypot(rows - top, columns - left) + 2 * clouds(shape, 0.3 * max(shape), random, 4)
    width = random.uniform(1.5, 5) * np.exp(0.4 * clouds(shape, 40, random))
    ring = np.exp(-(((distance - radius) / width) ** 2))
    broken = smooth_step(clouds(shape, 60, random), -1.6, 0.2)
    return np.asarray(np.clip(0.75 * ring * broken + 0.12 * (distance < radius), 0, 1), np.float32)


def _foxing(shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    rows, columns = coordinates(shape)
    spots = np.zeros(shape, np.float32)
    for _ in range(int(random.integers(3, 26))):
        top, left = random.uniform(0, 1, 2) * np.array(shape)
        radius = random.uniform(1.5, 5) if random.random() < 0.85 else random.uniform(5, 12)
        distance = np.hypot(rows - top, columns - left)
        spots = np.maximum(spots, random.uniform(0.3, 0.9) * np.exp(-((distance / radius) ** 2)))
    return np.asarray(np.clip(spots * (1 + 0.25 * clouds(shape, 6, random)), 0, 1), np.float32)
