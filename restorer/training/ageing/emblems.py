"""Logos made by code, and the stamps that cameras and laboratories put on photos."""

import numpy as np
from PIL import Image, ImageDraw

from restorer.training.ageing.fields import Pixels
from restorer.training.ageing.lettering import Fonts, lettered, words

_FINER = 3
# Which of the seven bars a digit lights: top, upper left and right, middle, lower left and right, bottom.
_SEGMENTS = {
    "0": "1110111", "1": "0010010", "2": "1011101", "3": "1011011", "4": "0111010",
    "5": "1101011", "6": "1101111", "7": "1010010", "8": "1111111", "9": "1111011",
}  # fmt: skip


def emblem(side: int, fonts: Fonts, random: np.random.Generator) -> Pixels:
    """Draw a logo about ``side`` pixels large, as opacity: shapes in a frame, a symbol or initials in it."""
    canvas = Image.new("L", (side * _FINER, side * _FINER))
    draw = ImageDraw.Draw(canvas)
    full = side * _FINER
    line = max(_FINER, int(full * random.uniform(0.02, 0.08)))
    solid = random.random() < 0.35
    _frame(draw, full, line, random, solid=solid)
    drawing = np.asarray(canvas.reduce(_FINER), np.float32) / np.float32(255)
    inner = _centred(_heart(max(8, int(side * random.uniform(0.35, 0.6))), fonts, random), side)
    opacity = np.asarray(np.clip(drawing - inner, 0, 1)) if solid else np.maximum(drawing, inner)
    if random.random() < 0.5:
        name = lettered(words(random), max(7, side // int(random.integers(3, 7))), fonts, random)
        opacity = _beside(opacity, name, random)
    return opacity


def date_stamp(height: int, random: np.random.Generator) -> Pixels:
    """Draw a date in the seven lit bars of a camera's stamp, ``height`` pixels high, as opacity."""
    year, month, day = random.integers(0, 100), random.integers(1, 13), random.integers(1, 32)
    orders = (
        f"'{year:02} {month:2} {day:2}",
        f"{month:2} {day:2} '{year:02}",
        f"{day:02} {month:02} {year:02}",
    )
    text = orders[random.integers(len(orders))]
    tall, wide = height * _FINER, int(height * _FINER * random.uniform(0.5, 0.62))
    thick = max(2, int(tall * random.uniform(0.08, 0.14)))
    pitch = int(wide * 1.35)
    image = Image.new("L", (pitch * len(text) + thick, tall + 2 * thick))
    draw = ImageDraw.Draw(image)
    for index, letter in enumerate(text):
        _digit(draw, letter, (index * pitch + thick, thick), (wide, tall), thick)
    slant = random.uniform(0, 0.15)
    image = image.transform(image.size, Image.Transform.AFFINE, (1, slant, -slant * tall / 2, 0, 1, 0))
    return np.asarray(image.reduce(_FINER), np.float32) / np.float32(255)


def _frame(
    draw: ImageDraw.ImageDraw, full: int, line: int, random: np.random.Generator, *, solid: bool
) -> None:
    edge, fill = line, 255 if solid else None
    box = (edge, edge, full - edge, full - edge)
    kind = int(random.integers(6))
    if kind == 0:
        draw.ellipse(box, outline=255, fill=fill, width=line)
        if random.random() < 0.5:
            gap = 3 * line
            draw.ellipse((gap, gap, full - gap, full - gap), outline=255, width=max(1, line // 2))
    elif kind == 1:
        draw.rounded_rectangle(box, radius=full * random.uniform(0, 0.3), outline=255, fill=fill, width=line)
    elif kind in (2, 3):
        corners = int(random.integers(3, 9))
        turns = np.linspace(0, 2 * np.pi, corners, endpoint=False) + random.uniform(0, np.pi)
        radii = np.full(corners, 0.48 * full)
        if kind == 3:
            turns = np.linspace(0, 2 * np.pi, 2 * corners, endpoint=False) - np.pi / 2
            radii = 0.48 * full * np.tile([1.0, random.uniform(0.4, 0.75)], corners)
        points = [
            (full / 2 + r * np.cos(t), full / 2 + r * np.sin(t)) for r, t in zip(radii, turns, strict=True)
        ]
        draw.polygon(points, outline=255, fill=fill, width=line)
    elif kind == 4:  # an aperture
        draw.ellipse(box, outline=255, width=line)
        for turn in np.linspace(0, 2 * np.pi, 6, endpoint=False) + random.uniform(0, 1):
            start = full / 2 * (1 + 0.45 * np.array([np.cos(turn), np.sin(turn)]))
            end = full / 2 * (1 + 0.92 * np.array([np.cos(turn + 0.9), np.sin(turn + 0.9)]))
            draw.line([*start, *end], fill=255, width=max(1, line // 2))
    else:  # waves
        for index in range(int(random.integers(2, 5))):
            xs = np.linspace(edge, full - edge, 40)
            ys = full * (0.25 + 0.15 * index) + full * 0.06 * np.sin(4 * np.pi * xs / full + index)
            draw.line([(x, y) for x, y in zip(xs, ys, strict=True)], fill=255, width=line)


def _heart(size: int, fonts: Fonts, random: np.random.Generator) -> Pixels:
    if random.random() < 0.6 and fonts.symbols:
        return lettered(fonts.symbols[random.integers(len(fonts.symbols))], size, fonts, random)
    initials = "".join(random.choice(list("ABCDEFGHIJKLMNOPQRSTUVWXYZ&"), int(random.integers(1, 4))))
    return lettered(initials, size, fonts, random)


def _centred(small: Pixels, side: int) -> Pixels:
    room = np.zeros((side, side), np.float32)
    small = small[:side, :side]
    top, left = (side - small.shape[0]) // 2, (side - small.shape[1]) // 2
    room[top : top + small.shape[0], left : left + small.shape[1]] = small
    return room


def _beside(first: Pixels, second: Pixels, random: np.random.Generator) -> Pixels:
    """Put the second drawing under the first, or to its right."""
    gap = max(2, first.shape[0] // 12)
    below = random.random() < 0.6
    axis = 0 if below else 1
    across = max(first.shape[1 - axis], second.shape[1 - axis])
    size = first.shape[axis] + gap + second.shape[axis]
    room = np.zeros((size, across) if below else (across, size), np.float32)
    start = 0
    for drawing in (first, second):
        offset = (across - drawing.shape[1 - axis]) // 2
        place = (start, offset) if below else (offset, start)
        room[place[0] : place[0] + drawing.shape[0], place[1] : place[1] + drawing.shape[1]] = drawing
        start = first.shape[axis] + gap
    return room


def _digit(
    draw: ImageDraw.ImageDraw, letter: str, place: tuple[int, int], size: tuple[int, int], thick: int
) -> None:
    (x, y), (wide, tall) = place, size
    if letter == "'":
        draw.line([(x + wide, y), (x + wide - thick, y + tall // 4)], fill=255, width=thick)
        return
    middle, right, bottom = y + tall // 2, x + wide, y + tall
    gap = thick // 2
    bars = (
        ((x + gap, y), (right - gap, y)),
        ((x, y + gap), (x, middle - gap)),
        ((right, y + gap), (right, middle - gap)),
        ((x + gap, middle), (right - gap, middle)),
        ((x, middle + gap), (x, bottom - gap)),
        ((right, middle + gap), (right, bottom - gap)),
        ((x + gap, bottom), (right - gap, bottom)),
    )
    for lit, bar in zip(_SEGMENTS.get(letter, "0000000"), bars, strict=True):
        if lit == "1":
            draw.line(bar, fill=255, width=thick)
