"""Lays shapes over shapes."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from restorer.training.ageing.fields import Pixels, clouds
from restorer.training.scenes.colours import any_colour, colour_near
from restorer.training.scenes.fillings import Photo, filling, shaded
from restorer.training.scenes.outlines import Points, outline
from restorer.training.scenes.strokes import draw_letters, draw_tuft, draw_twig, draw_wires

_FINER = 2  # scenes are drawn so many times as large and shrunk, which smooths their edges
_FEWEST, _MOST = 4, 90
_SMALLEST, _LARGEST = 7.0, 0.7
"""Radius of a shape: from so many pixels, for less is a speck, to a share of the scene's side."""
_FALL = 0.6  # how much rarer large shapes are: the exponent of their power law
_MOST_FILLED = 7  # fillings take time
_SMALLEST_FILLED = 14.0
_BLUR_CHANCE = 0.04  # after each shape, so that what is far behind is more often out of focus


def scene(size: int, photo: Photo, random: np.random.Generator) -> Pixels:
    """Return a scene ``(size, size, 3)``, 0..1; some of its shapes are cut from what ``photo`` draws."""
    image = filling(size, _FINER, None, random)  # over a whole photo, shapes and wires would be damage
    filled = 0
    for _ in range(round(np.exp(random.uniform(np.log(_FEWEST), np.log(_MOST))))):
        radius = _radius(size, random)
        shape = outline(random.uniform(0, image.width, 2), _FINER * radius, random)
        if random.random() < 0.4 and radius > _SMALLEST_FILLED and filled < _MOST_FILLED:
            inside = filling(size, _FINER, photo, random)
            _paste(image, shaded(inside, random) if random.random() < 0.6 else inside, shape)
            filled += 1
        else:
            _draw(image, shape, random)
        if random.random() < _BLUR_CHANCE:
            image = image.filter(ImageFilter.GaussianBlur(random.uniform(1, 6)))
    picture = np.asarray(image.reduce(_FINER), np.float32) / np.float32(255)
    if random.random() < 0.3:
        mottling = np.float32(random.uniform(0, 0.08)) * clouds((size, size), random.uniform(1.5, 6), random)
        picture = np.clip(picture * (1 + mottling[..., None]), 0, 1)
    return np.ascontiguousarray(picture, np.float32)


def _radius(size: int, random: np.random.Generator) -> float:
    small, large = _SMALLEST**-_FALL, (_LARGEST * size) ** -_FALL
    return float((small + random.random() * (large - small)) ** (-1 / _FALL))


def _paste(image: Image.Image, inside: Image.Image, shape: Points) -> None:
    mask = Image.new("L", image.size)
    ImageDraw.Draw(mask).polygon(shape, fill=255)
    image.paste(inside, mask=mask)


def _draw(image: Image.Image, shape: Points, random: np.random.Generator) -> None:
    """Draw a flat shape, or its outline alone, or something thin instead of it."""
    draw, colour, side = ImageDraw.Draw(image), any_colour(random), image.width
    kind = random.random()
    if kind < 0.53:
        rim = colour_near(colour, random, 40) if random.random() < 0.5 else None
        draw.polygon(shape, fill=colour, outline=rim, width=int(random.integers(1, 5)))
    elif kind < 0.67:
        draw.line([*shape, shape[0]], fill=colour, width=int(random.integers(1, 10)), joint="curve")
    elif kind < 0.75:
        draw_wires(draw, side, _FINER, colour, random)
    elif kind < 0.83:
        draw_twig(draw, side, _FINER, colour, random)
    elif kind < 0.93:
        draw_tuft(draw, side, _FINER, colour, random)
    else:
        draw_letters(draw, side, _FINER, colour, random)
