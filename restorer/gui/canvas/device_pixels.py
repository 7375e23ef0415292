"""Between the desktop's pixels, in which Qt counts, and the screen's own."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter


def count_device_pixels(painter: QPainter, unit: float) -> None:
    """Let a painter count screen pixels, ``unit`` to one of the desktop, from the nearest whole one.

    A widget may begin at a fraction of a screen pixel; but at 1:1 nothing may be interpolated.
    """
    corner = painter.deviceTransform()
    painter.scale(1 / unit, 1 / unit)
    painter.translate(round(corner.dx()) - corner.dx(), round(corner.dy()) - corner.dy())


def scaled_outwards(rect: QRect, factor: float) -> QRect:
    """Return a rectangle with all lengths multiplied, rounded outwards."""
    return QRectF(
        rect.x() * factor, rect.y() * factor, rect.width() * factor, rect.height() * factor
    ).toAlignedRect()
