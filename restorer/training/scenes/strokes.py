"""Thin things that belong to a scene: stripes and grids, twigs, tufts of hair or grass, wires, lettering."""

import numpy as np
from numpy.typing import NDArray
from PIL import ImageDraw, ImageFont

from restorer.training.scenes.colours import Colour, colour_near

_MOST_FORKS = 4


def draw_stripes(
    draw: ImageDraw.ImageDraw, side: int, finer: int, colour: Colour, random: np.random.Generator
) -> None:
    """Draw stripes, or a grid, over a square of ``side`` pixels, ``finer`` times as large as it will be."""
    turn = random.uniform(0, np.pi)
    if random.random() < 0.5:
        turn = random.choice([0, np.pi / 2]) + random.normal(0, 0.02)
    apart = finer * np.exp(random.uniform(np.log(3), np.log(40)))
    width = max(1, round(apart * random.uniform(0.08, 0.5)))
    turns = (turn, turn + np.pi / 2) if random.random() < 0.4 else (turn,)
    reach = 1.5 * side
    for way in turns:
        along = reach * np.array([np.cos(way), np.sin(way)])
        for offset in np.arange(-reach, reach, apart):
            middle = side / 2 + offset * np.array([-np.sin(way), np.cos(way)])
            draw.line([*(middle - along).tolist(), *(middle + along).tolist()], fill=colour, width=width)


def draw_twig(
    draw: ImageDraw.ImageDraw, side: int, finer: int, colour: Colour, random: np.random.Generator
) -> None:
    """Draw a branch that forks and grows thinner."""
    start = random.uniform(0, side, 2)
    length, width = random.uniform(0.2, 0.8) * side, finer * random.uniform(1.5, 10)
    _grow(draw, start, random.uniform(0, 2 * np.pi), length, width, colour, random, _MOST_FORKS)


def _grow(
    draw: ImageDraw.ImageDraw,
    place: NDArray[np.float64],
    heading: float,
    length: float,
    width: float,
    colour: Colour,
    random: np.random.Generator,
    forks: int,
) -> None:
    for _ in range(6):
        heading += random.normal(0, 0.12)
        end = place + length / 6 * np.array([np.cos(heading), np.sin(heading)])
        draw.line([*place.tolist(), *end.tolist()], fill=colour, width=max(1, round(width)))
        place, width = end, 0.93 * width
        if forks and random.random() < 0.35:
            aside = heading + random.choice([-1, 1]) * random.uniform(0.3, 1.0)
            shorter = length * random.uniform(0.4, 0.8)
            _grow(draw, place, aside, shorter, 0.7 * width, colour, random, forks - 1)


def draw_tuft(
    draw: ImageDraw.ImageDraw, side: int, finer: int, colour: Colour, random: np.random.Generator
) -> None:
    """Draw many short strokes that lie alike, as hair, fur and grass do."""
    centre, heading = random.uniform(0, side, 2), random.uniform(0, 2 * np.pi)
    reach, length = random.uniform(0.05, 0.3) * side, random.uniform(0.03, 0.2) * side
    for _ in range(int(random.integers(20, 200))):
        start = centre + random.normal(0, reach, 2)
        way = heading + random.normal(0, 0.25)
        on = way + random.normal(0, 0.4)
        middle = start + length / 2 * np.array([np.cos(way), np.sin(way)])
        end = middle + length / 2 * np.array([np.cos(on), np.sin(on)])
        points = [*start.tolist(), *middle.tolist(), *end.tolist()]
        draw.line(points, fill=colour_near(colour, random, 25), width=_thin(finer, 1.5, random))


def draw_wires(
    draw: ImageDraw.ImageDraw, side: int, finer: int, colour: Colour, random: np.random.Generator
) -> None:
    """Draw one to four wires beside each other from edge to edge, each hanging a little."""
    share = np.linspace(0, 1, 30)
    first, last = random.uniform(0, side, 2)
    hanging = 4 * random.uniform(0, 0.15) * side * share * (1 - share)
    down, across = first + (last - first) * share + hanging, side * share
    upright = random.random() < 0.3
    apart, width = finer * random.uniform(6, 20), _thin(finer, 2.5, random)
    for wire in range(int(random.integers(1, 5))):
        ways = (down + wire * apart, across) if upright else (across, down + wire * apart)
        draw.line(np.stack(ways, axis=1).ravel().tolist(), fill=colour, width=width)


def draw_letters(
    draw: ImageDraw.ImageDraw, side: int, finer: int, colour: Colour, random: np.random.Generator
) -> None:
    """Write letters without a meaning."""
    text = "".join(chr(random.integers(ord("A"), ord("z") + 1)) for _ in range(int(random.integers(2, 14))))
    font = ImageFont.load_default(finer * float(random.uniform(8, 60)))
    left, top = (random.uniform(-0.1, 0.9, 2) * side).tolist()
    draw.text((left, top), text, fill=colour, font=font)


def _thin(finer: int, most: float, random: np.random.Generator) -> int:
    """Draw a width of up to ``most`` pixels of what will be."""
    return int(random.integers(1, max(2, round(finer * most) + 1)))
