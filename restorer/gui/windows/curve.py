"""A small line chart: one curve over the course of a training, and a line for what is to be beaten."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from restorer.app.training.state import Point
from restorer.gui.numbers import number, significant
from restorer.gui.theme import Theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 26, 12
_SMOOTHED = 0.9


class Curve(QWidget):
    """Draws points from left (the beginning) to right (the end). ``baseline`` names the line at nought."""

    def __init__(self, theme: Theme, title: str, baseline: str = "", *, smoothed: bool = False) -> None:
        super().__init__()
        self._theme, self._title, self._baseline, self._smoothed = theme, title, baseline, smoothed
        self._points: list[Point] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        theme.changed.connect(self.update)

    def show_points(self, points: Sequence[Point], words: str) -> None:
        """Draw these points; ``words`` say the same to those who cannot see it."""
        self._points = _calmed(points) if self._smoothed else list(points)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's own
        return QSize(320, 150)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102 - Qt's own
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(0, 0, self.width(), _TOP - 6), Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(plot, 4, 4)
        if self._points:
            self._draw(painter, plot)
        painter.end()

    def _draw(self, painter: QPainter, plot: QRectF) -> None:
        colours = self._theme.colours
        values = [point.value for point in self._points]
        low, high = min(values), max(values)
        if self._baseline:
            low, high = min(low, 0.0), max(high, 0.0)
        room = max(high - low, 1e-6)
        low, high = low - 0.12 * room, high + 0.12 * room

        def place(fraction: float, value: float) -> QPointF:
            return QPointF(
                plot.left() + fraction * plot.width(),
                plot.bottom() - (value - low) / (high - low) * plot.height(),
            )

        self._label(painter, plot, place(0, max(values)).y(), max(values))
        if abs(place(0, min(values)).y() - place(0, max(values)).y()) > 2 * painter.fontMetrics().height():
            self._label(painter, plot, place(0, min(values)).y(), min(values))
        if self._baseline:
            level = place(0, 0).y()
            painter.setPen(QPen(QColor(colours.amber), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), level), QPointF(plot.right(), level))
            where = QRectF(plot.left() + 6, level - 18, plot.width() - 12, 16)
            if level - 18 < plot.top():
                where.moveTop(level + 3)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight, self._baseline)
        line = QPolygonF([place(point.fraction, point.value) for point in self._points])
        painter.setPen(QPen(QColor(colours.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        painter.setBrush(QColor(colours.focus))
        painter.drawEllipse(line.last(), 3, 3)

    def _label(self, painter: QPainter, plot: QRectF, level: float, value: float) -> None:
        painter.setPen(QColor(self._theme.colours.muted))
        where = QRectF(0, level - 8, plot.left() - 6, 16)
        sign = "+" if value >= 0 else ""
        text = f"{sign}{number(value, 1)}" if self._baseline else significant(value, 3)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _calmed(points: Sequence[Point]) -> list[Point]:
    """Follow the points slowly: single batches jump about."""
    calmed, value = [], points[0].value if points else 0.0
    for point in points:
        value = _SMOOTHED * value + (1 - _SMOOTHED) * point.value
        calmed.append(Point(point.fraction, value))
    return calmed
