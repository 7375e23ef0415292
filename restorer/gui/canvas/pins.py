"""Pins: places on the photo where a colour is known, or is about to be chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_RADIUS = 7.0


@dataclass(frozen=True)
class Pin:
    """A pin at ``x`` and ``y`` of the photo, its ``colour`` (0..1) or None, and whether it is chosen."""

    x: float
    y: float
    colour: tuple[float, float, float] | None
    chosen: bool = False


def paint_pin(painter: QPainter, pin: Pin, middle: QPointF, unit: float) -> None:
    """Paint a pin at a point of the canvas, in device pixels: a disc of its colour in two rings."""
    radius = (_RADIUS + 2 * pin.chosen) * unit
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pin.colour is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor.fromRgbF(*(min(max(value, 0.0), 1.0) for value in pin.colour)))
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4 * unit))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(QPen(QColor(255, 255, 255), (2.4 if pin.chosen else 1.6) * unit))
    painter.drawEllipse(middle, radius, radius)
    if pin.colour is None:  # a cross: nothing is pinned here yet
        for start, stop in (((-radius, 0), (radius, 0)), ((0, -radius), (0, radius))):
            painter.drawLine(middle + QPointF(*start), middle + QPointF(*stop))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
