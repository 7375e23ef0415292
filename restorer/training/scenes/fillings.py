"""What shapes are filled with (photos, textures, stripes, tufts), and the light on them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from restorer.training.ageing.fields import Pixels, clouds
from restorer.training.scenes.colours import Colour, any_colour, colour_near
from restorer.training.scenes.strokes import draw_stripes, draw_tuft

Photo = Callable[[], Pixels]
"""Draws a crop of a photo, ``(size, size, 3)``, 0..1."""


def filling(size: int, finer: int, photo: Photo | None, random: np.random.Generator) -> Image.Image:
    """Return a square of ``finer * size`` pixels a side, filled all over with one thing."""
    colour, side = any_colour(random), finer * size
    kind = random.random()
    if kind < 0.3 and photo is not None:
        inside = Image.fromarray(np.rint(255 * np.clip(photo(), 0, 1)).astype(np.uint8))
        return inside.resize((side, side), Image.Resampling.BICUBIC)
    if kind < 0.65:
        return _texture(size, colour, random).resize((side, side), Image.Resampling.BICUBIC)
    inside = Image.new("RGB", (side, side), colour)
    draw = ImageDraw.Draw(inside)
    if kind < 0.85:
        other = any_colour(random) if random.random() < 0.4 else colour_near(colour, random, 40)
        draw_stripes(draw, side, finer, other, random)
    else:
        for _ in range(int(random.integers(1, 4))):
            draw_tuft(draw, side, finer, any_colour(random), random)
    return inside


def shaded(image: Image.Image, random: np.random.Generator) -> Image.Image:
    """Return a square image with light that falls off from one corner to the others."""
    corners = Image.fromarray(random.uniform(0.5, 1.15, (2, 2)).astype(np.float32))
    quarter = corners.resize((image.width // 4, image.height // 4), Image.Resampling.BILINEAR)
    light = np.asarray(quarter.resize(image.size, Image.Resampling.BILINEAR))[..., None]
    return Image.fromarray(np.clip(np.asarray(image) * light, 0, 255).astype(np.uint8))


def _texture(size: int, colour: Colour, random: np.random.Generator) -> Image.Image:
    kind = random.random()
    if kind < 0.4:
        field = _mottled(size, random)
    elif kind < 0.75:
        field = _furry(size, random)
    else:
        field = _spotted(size, random)
    share = np.clip(0.5 + random.uniform(0.1, 0.5) * field, 0, 1)[..., None]
    one, other = (np.array(it, np.float32) for it in (colour, colour_near(colour, random, 50)))
    return Image.fromarray((one * (1 - share) + other * share).astype(np.uint8))


def _mottled(size: int, random: np.random.Generator) -> Pixels:
    finest = random.uniform(1.5, 4)
    octaves = int(random.integers(1, 5))
    layers = [0.6**it * clouds((size, size), finest * 2.2**it, random, 2) for it in range(octaves)]
    return np.asarray(np.sum(layers, axis=0), np.float32)


def _furry(size: int, random: np.random.Generator) -> NDArray[np.float32]:
    """Noise drawn out one way."""
    room = round(1.5 * size)  # enough to be turned without corners showing
    noise = random.standard_normal((round(room / random.uniform(4, 14)) + 1, room), np.float32)
    drawn_out = Image.fromarray(noise).resize((room, room), Image.Resampling.BICUBIC)
    turned = drawn_out.rotate(float(random.uniform(0, 360)), Image.Resampling.BILINEAR)
    start = (room - size) // 2
    return np.asarray(turned, np.float32)[start : start + size, start : start + size]


def _spotted(size: int, random: np.random.Generator) -> Pixels:
    field = clouds((size, size), random.uniform(2, 20), random)
    edge, steepness = np.float32(random.uniform(-1, 1)), np.float32(random.uniform(2, 12))
    return np.asarray(2 * np.clip((field - edge) * steepness, -0.5, 0.5), np.float32)
