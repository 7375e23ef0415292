"""Pictures from and for the clipboard."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from restorer.photo import Photo


def photo_from(image: QImage) -> Photo:
    """Return a picture of the clipboard as an 8-bit photo; grey stays grey, transparency stays."""
    height, width = image.height(), image.width()
    if image.isGrayscale() and not image.hasAlphaChannel():
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return Photo(_rows(grey, 1)[:, :width].reshape(height, width, 1).copy())
    rgba = _rows(image.convertToFormat(QImage.Format.Format_RGBA8888), 4).reshape(height, -1, 4)[:, :width]
    alpha = rgba[..., 3].copy() if image.hasAlphaChannel() else None
    return Photo(rgba[..., :3].copy(), alpha if alpha is not None and alpha.min() < 255 else None)


def image_of(pixels: NDArray[Any]) -> QImage:
    """Return ``uint8 (H, W, 3)`` as an image with pixels of its own."""
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def _rows(image: QImage, channels: int) -> NDArray[np.uint8]:
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine())[:, : image.width() * channels]
