"""Words as pixels, for pictures that say themselves what they show."""

import functools
from typing import Any

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]
"""Red, green and blue, 0..255."""


def caption(text: str, width: int, size: int, ink: Colour, ground: Colour) -> NDArray[np.uint8]:
    """Return a line of ``text`` in letters of ``size`` pixels: ``(h, width, 3)``; "…" ends what is too long.

    Letters that the built-in font lacks are shown as boxes.
    """
    from PIL import Image, ImageDraw

    font = _font(size)
    shown = " ".join(text.split())
    while shown and font.getlength(shown) > width:
        shown = shown.removesuffix("…")[:-1].rstrip() + "…" if len(shown) > 1 else ""
    image = Image.new("RGB", (width, round(1.5 * size)), ground)
    ImageDraw.Draw(image).text((0, 0), shown, fill=ink, font=font)
    return np.array(image, np.uint8)


@functools.cache
def _font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.load_default(size)
