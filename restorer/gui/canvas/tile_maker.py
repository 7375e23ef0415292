"""From the pixels of pictures to the images of tiles; pure work, done in worker threads."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from restorer.app import difference
from restorer.gui.canvas.layout import Layer
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.tiles import APRON, Piece, level_box
from restorer.photo import Box, display_pixels


@dataclass(frozen=True)
class TileMaker:
    """Makes tiles of two pictures of equal size, and of their difference amplified by ``gain``."""

    before: Picture
    after: Picture
    gain: float = difference.DEFAULT_GAIN

    def make(self, key: Piece) -> QImage:
        """Return a tile's image with its apron: opaque, or with premultiplied alpha. Any thread."""
        box = tile_box(key, self.before.size)
        if key.layer is Layer.DIFFERENCE:
            pixels = [_shown(picture, key.level, box) for picture in (self.before, self.after)]
            return _opaque(difference.heat(pixels[0], pixels[1], self.gain))
        picture = self.after if key.layer is Layer.AFTER else self.before
        shown = _shown(picture, key.level, box)
        if picture.read_alpha is None:
            return _opaque(shown)
        return _see_through(shown, display_pixels(picture.read_alpha(key.level, box), None)[:, :, 0])


def tile_box(key: Piece, size: tuple[int, int]) -> Box:
    """Return what a tile's image holds, in pixels of its level: with the apron, but inside the picture."""
    return key.box.grow(APRON).intersect(level_box(size, key.level))


def _shown(picture: Picture, level: int, box: Box) -> NDArray[np.uint8]:
    return display_pixels(picture.read(level, box), picture.profile)


def _opaque(shown: NDArray[np.uint8]) -> QImage:
    height, width = shown.shape[:2]
    image = QImage(np.ascontiguousarray(shown).data, width, height, 3 * width, QImage.Format.Format_RGB888)
    # The format of the screen is several times quicker to paint; the conversion is also the copy that is
    # needed.
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _see_through(shown: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> QImage:
    height, width = shown.shape[:2]
    rgba: NDArray[Any] = np.dstack([shown, alpha])
    image = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
