"""Pictures from and for the clipboard."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from restorer.photo import Photo


def photo_from(image: QImage) -> Photo:
    """Return a picture of the clipboard as an 8-bit photo; grey stays grey, transparency stays."""
    if image.isGrayscale() and not image.hasAlphaChannel():
        return Photo(_pixels(image.convertToFormat(QImage.Format.Format_Grayscale8), 1))
    pixels = _pixels(image.convertToFormat(QImage.Format.Format_RGBA8888), 4)
    alpha = pixels[..., 3].copy()
    return Photo(pixels[..., :3].copy(), alpha if alpha.min() < 255 else None)


def image_of(pixels: NDArray[Any]) -> QImage:
    """Return ``uint8 (H, W, 3)`` as an image with pixels of its own."""
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def _pixels(image: QImage, channels: int) -> NDArray[np.uint8]:
    """Copy the pixels out, as ``(H, W, channels)``; the rows of an image are padded to whole words."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * channels].reshape(image.height(), -1, channels).copy()
