"""Pictures from and for the clipboard."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from restorer.gui import work
from restorer.photo import Photo
from restorer.progress import Progress

if TYPE_CHECKING:
    from restorer.app.document import Document


def photo_from(image: QImage) -> Photo:
    """Return a picture of the clipboard as an 8-bit photo; grey stays grey, transparency stays."""
    if image.isGrayscale() and not image.hasAlphaChannel():
        return Photo(_pixels(image.convertToFormat(QImage.Format.Format_Grayscale8), 1))
    pixels = _pixels(image.convertToFormat(QImage.Format.Format_RGBA8888), 4)
    alpha = pixels[..., 3].copy()
    return Photo(pixels[..., :3].copy(), alpha if alpha.min() < 255 else None)


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Return ``uint8 (H, W, 3)`` as an image with pixels of its own."""
    image, canvas = _blank(*pixels.shape[:2])
    canvas[:] = pixels
    return image


def image_of_result(document: "Document", progress: Progress) -> QImage:
    """Return a document's result as it looks on the screen; for a job, as it takes long."""
    image, canvas = _blank(document.photo.height, document.photo.width)
    work.paint(document, canvas, progress)
    return image


def _blank(height: int, width: int) -> tuple[QImage, NDArray[np.uint8]]:
    """Return an image to be painted, and its pixels ``(height, width, 3)``, valid as long as it lives."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    if image.isNull():
        raise MemoryError
    rows = np.frombuffer(image.bits(), np.uint8).reshape(height, image.bytesPerLine())
    return image, rows[:, : width * 3].reshape(height, width, 3)


def _pixels(image: QImage, channels: int) -> NDArray[np.uint8]:
    """Copy the pixels out, as ``(H, W, channels)``; the rows of an image are padded to whole words."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * channels].reshape(image.height(), -1, channels).copy()
