"""Pictures from and for the clipboard."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from restorer.gui.clipboard import image_of, photo_from


@pytest.mark.parametrize("width", [1, 5, 64])  # rows of a picture are padded to whole words
def test_colours_and_their_places_survive(width: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (7, width, 3), np.uint8)
    photo = photo_from(image_of(pixels))
    assert np.array_equal(photo.pixels, pixels)
    assert photo.alpha is None


def test_grey_stays_grey() -> None:
    image = QImage(5, 3, QImage.Format.Format_Grayscale8)
    image.fill(77)
    photo = photo_from(image)
    assert photo.is_grey
    assert photo.pixels.shape == (3, 5, 1)
    assert (photo.pixels == 77).all()


def test_transparency_stays() -> None:
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.setPixelColor(0, 0, QColor(200, 100, 50, 255))
    image.setPixelColor(1, 0, QColor(200, 100, 50, 0))
    photo = photo_from(image)
    assert photo.alpha is not None
    assert photo.alpha.tolist() == [[255, 0]]
    assert photo.pixels[0, 0].tolist() == [200, 100, 50]


def test_the_image_owns_its_pixels() -> None:
    pixels = np.full((4, 4, 3), 9, np.uint8)
    image = image_of(pixels)
    pixels[:] = 200
    assert image.pixelColor(1, 1) == QColor(9, 9, 9)
