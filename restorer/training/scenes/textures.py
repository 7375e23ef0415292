"""Dense textures without a calm place, drawn by code: masonry, gravel, leaves from afar.

A denoiser that seldom meets them takes them for grain and wipes them away. These are as intact as a photo can
be, so that it may learn to leave them alone.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from restorer.training.ageing.fields import Pixels, blurred, clouds, coordinates

Pieces = NDArray[np.int_]
"""Which stone or leaf each pixel belongs to."""

_FINER = 2  # drawn so many times as large and shrunk, which smooths the edges
_SMALLEST, _LARGEST = 2.0, 14.0  # pixels; a stone, a pebble, a leaf
_LEAST_CONTRAST, _MOST_CONTRAST = 0.03, 0.2  # standard deviation of the lightness
_MOST_LEAVES = 3000
_SHADES, _TINTS = 4096, 64  # that the stones of a texture share
_ALONG, _ACROSS = 7919, 104729  # primes, so that stones with one shade lie far apart
_ROUND = np.linspace(0, 2 * np.pi, 12, endpoint=False)
_TINT, _OWN_TINT = 0.12, 0.05
"""How far the channels lie apart in all of a texture, and in one stone of it."""


def texture(size: int, random: np.random.Generator) -> Pixels:
    """Return a texture ``(size, size, 3)``, 0..1: of one material, under one light."""
    side = _FINER * size
    grain = float(_FINER * np.exp(random.uniform(np.log(_SMALLEST), np.log(_LARGEST))))
    draw = (_masonry, _gravel, _leaves)[random.integers(3)]
    shades, pieces = draw(side, grain, random)
    shades = (shades - shades.mean()) / max(float(shades.std()), 1e-6)
    contrast = np.exp(random.uniform(np.log(_LEAST_CONTRAST), np.log(_MOST_CONTRAST)))
    light = random.uniform(0.2, 0.8) + random.uniform(0, 0.08) * clouds((side, side), side / 2, random)
    tints = random.normal(0, random.uniform(0, _OWN_TINT), (_TINTS, 3)) + random.normal(0, _TINT / 2, 3)
    value = (light + np.float32(contrast) * shades)[..., None] * (1 + tints[pieces % _TINTS])
    drawn = Image.fromarray(np.rint(255 * np.clip(value, 0, 1)).astype(np.uint8))
    shrunk = np.asarray(drawn.resize((size, size), Image.Resampling.BOX), np.float32) / np.float32(255)
    return blurred(shrunk, random.uniform(0, 0.6))


def _masonry(side: int, grain: float, random: np.random.Generator) -> tuple[Pixels, Pieces]:
    """Courses of stones with joints between them, laid at any angle."""
    along, across = _turned(side, random)
    course = across / np.float32(grain * random.uniform(0.5, 1.0))
    course += np.float32(random.uniform(0, 0.15)) * clouds((side, side), 4 * grain, random)
    row = np.floor(course).astype(int)
    stone = (
        along / np.float32(grain * random.uniform(1.0, 2.5)) + random.uniform(0, 1, _SHADES)[row % _SHADES]
    )
    pieces = np.floor(stone).astype(int) * _ALONG + row * _ACROSS
    joint = random.uniform(0.05, 0.25)
    inside = np.minimum(_to_edge(course), _to_edge(stone)) > joint / 2
    shades = random.standard_normal(_SHADES, np.float32)[pieces % _SHADES]
    return np.where(inside, shades, np.float32(random.uniform(-3, 1))), pieces


def _gravel(side: int, grain: float, random: np.random.Generator) -> tuple[Pixels, Pieces]:
    """Pebbles: each pixel belongs to the nearest of points that are strewn about evenly (Worley, 1996)."""
    rows, columns = (field / np.float32(grain) for field in coordinates((side, side)))
    row, column = np.floor(rows).astype(int), np.floor(columns).astype(int)
    count = int(side / grain) + 4
    points = random.uniform(0, 1, (2, count, count)).astype(np.float32)
    nearest = np.full((side, side), np.inf, np.float32)
    second, pieces = nearest.copy(), np.zeros((side, side), int)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            at = (row + down) % count, (column + right) % count
            away = np.hypot(row + down + points[0][at] - rows, column + right + points[1][at] - columns)
            closer = away < nearest
            second = np.where(closer, nearest, np.minimum(second, away))
            pieces = np.where(closer, at[0] * count + at[1], pieces)
            nearest = np.minimum(nearest, away)
    shades = random.standard_normal(_SHADES, np.float32)[pieces % _SHADES]
    shades -= np.float32(random.uniform(0, 1.5)) * nearest  # lit from above
    gap = second - nearest < random.uniform(0.0, 0.25)
    return np.where(gap, np.float32(random.uniform(-3, 0)), shades), pieces


def _leaves(side: int, grain: float, random: np.random.Generator) -> tuple[Pixels, Pieces]:
    """Ellipses over ellipses until nothing else is left (the "dead leaves" of Matheron, 1968)."""
    count = min(_MOST_LEAVES, int(4 * (side / grain) ** 2))
    place, turn = random.uniform(0, side, (count, 1, 2)), random.uniform(0, np.pi, (count, 1))
    width = grain * random.uniform(0.3, 0.9, (count, 1))
    length = width * random.uniform(1, random.uniform(1, 3), (count, 1))
    along, across = length * np.cos(_ROUND), width * np.sin(_ROUND)
    right = along * np.cos(turn) - across * np.sin(turn)
    down = along * np.sin(turn) + across * np.cos(turn)
    drawn = Image.new("I", (side, side))
    draw = ImageDraw.Draw(drawn)
    for leaf, outline in enumerate((place + np.stack([right, down], axis=-1)).reshape(count, -1).tolist()):
        draw.polygon(outline, fill=leaf)
    pieces = np.asarray(drawn).astype(int)
    return random.standard_normal(count, np.float32)[pieces], pieces


def _turned(side: int, random: np.random.Generator) -> tuple[Pixels, Pixels]:
    """Return the coordinates of every pixel, in pixels, along a direction and across it."""
    rows, columns = coordinates((side, side))
    turn = random.uniform(0, np.pi) if random.random() < 0.5 else random.normal(0, 0.05)
    sine, cosine = np.float32(np.sin(turn)), np.float32(np.cos(turn))
    return cosine * columns + sine * rows, cosine * rows - sine * columns


def _to_edge(place: Pixels) -> Pixels:
    """Return how far a place is from the nearest whole number."""
    return np.asarray(np.abs(place - np.rint(place)), np.float32)
