"""What is painted around and upon the picture: surround, labels, the wipe's line, the legend of the heat map.

All in device pixels; ``unit`` is how many of them make one pixel of the desktop.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPalette, QPen

from restorer.app import difference
from restorer.gui.canvas.layout import Pane
from restorer.photo import Box

_DARK_SURROUND, _LIGHT_SURROUND = QColor(38, 38, 38), QColor(196, 196, 196)
_DARK_DIVIDER, _LIGHT_DIVIDER = QColor(8, 8, 8), QColor(110, 110, 110)
_CHECKS = (QColor(158, 158, 158), QColor(110, 110, 110))
_PILL = QColor(18, 18, 18, 176)
_PILL_EDGE = QColor(255, 255, 255, 46)
_PILL_TEXT = QColor(255, 255, 255, 235)
_INSET = 12
_LEGEND_WIDTH = 176


@dataclass(frozen=True)
class Overlays:
    """Paints what is not picture, in the colours of a theme and the sizes of a screen."""

    unit: float
    font: QFont
    dark: bool

    @property
    def surround(self) -> QColor:
        """The colour around the picture: a plain grey, so that it does not tint the eye."""
        return _DARK_SURROUND if self.dark else _LIGHT_SURROUND

    def divide(self, painter: QPainter, first: QRect, second: QRect) -> None:
        """Fill the gap between two halves."""
        painter.fillRect(first | second, _DARK_DIVIDER if self.dark else _LIGHT_DIVIDER)
        for half in (first, second):
            painter.fillRect(half, self.surround)

    def length(self, pixels: float) -> int:
        """Return desktop pixels as device pixels."""
        return round(pixels * self.unit)

    def checkerboard(self) -> QBrush:
        """Return what is seen through transparent pixels."""
        side = max(1, self.length(8))
        tile = QImage(2 * side, 2 * side, QImage.Format.Format_RGB32)
        tile.fill(_CHECKS[0])
        painter = QPainter(tile)
        painter.fillRect(side, 0, side, side, _CHECKS[1])
        painter.fillRect(0, side, side, side, _CHECKS[1])
        painter.end()
        return QBrush(tile)

    def label(self, painter: QPainter, text: str, shown: Box, pane: Pane) -> None:
        """Paint a pane's name in a corner of what is ``shown`` of the picture, clipped to the pane."""
        metrics = QFontMetrics(self._scaled_font())
        height = metrics.height() + self.length(8)
        pill = QRect(0, 0, metrics.horizontalAdvance(text) + self.length(22), height)
        picture = QRect(shown.left, shown.top, shown.width, shown.height).translated(pane.viewport.topLeft())
        place = picture.adjusted(*[self.length(_INSET) * sign for sign in (1, 1, -1, -1)])
        pill.moveTopLeft(place.topLeft())
        if pane.label_corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            pill.moveRight(place.right())
        if pane.label_corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            pill.moveBottom(place.bottom())
        painter.setClipRect(pane.clip)
        self._pill(painter, pill)
        painter.setPen(_PILL_TEXT)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.setClipping(False)

    def wipe_line(self, painter: QPainter, split: int, line: Qt.Orientation, shown: Box) -> None:
        """Paint the line between before and after: light with dark edges, seen on any picture."""
        for width, colour in ((3, QColor(0, 0, 0, 110)), (1, QColor(255, 255, 255))):
            thickness = max(1, self.length(width))
            start = split - thickness // 2
            if line is Qt.Orientation.Vertical:
                painter.fillRect(QRect(start, shown.top, thickness, shown.height), colour)
            else:
                painter.fillRect(QRect(shown.left, start, shown.width, thickness), colour)

    def legend(self, painter: QPainter, title: str, gain: float, viewport: QRect) -> None:
        """Paint the scale of the heat map in the lower left corner of ``viewport``."""
        metrics = QFontMetrics(self._scaled_font())
        inset, padding = self.length(_INSET), self.length(10)
        width = max(self.length(_LEGEND_WIDTH), metrics.horizontalAdvance(title))
        height = 2 * metrics.height() + self.length(16)
        panel = QRect(0, 0, width + 2 * padding, height + 2 * padding)
        panel.moveBottomLeft(viewport.bottomLeft() + QPoint(inset, -inset))
        self._pill(painter, panel)
        inside = panel.adjusted(padding, padding, -padding, -padding)
        painter.setPen(_PILL_TEXT)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
        bar = QRect(inside.left(), inside.top() + metrics.height() + self.length(4), width, self.length(8))
        painter.drawImage(bar, _ramp_image(gain))
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, "0")
        most = f"≥ {round(255 / gain)} / 255" if gain > 1 else "255"
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, most)

    def focus_ring(self, painter: QPainter, whole: QRect, colour: QColor) -> None:
        """Paint a frame that shows where the keyboard is."""
        width = max(1, self.length(2))
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(whole).adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _pill(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._scaled_font())
        painter.setPen(QPen(_PILL_EDGE, max(1.0, self.unit)))
        painter.setBrush(_PILL)
        radius = min(rect.height() / 2, 10 * self.unit)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _scaled_font(self) -> QFont:
        # The painter's unit is the device pixel, so the font's size is given in device pixels too.
        font = QFont(self.font)
        font.setPixelSize(max(1, round(QFontMetrics(self.font).height() * 0.78 * self.unit)))
        font.setWeight(QFont.Weight.DemiBold)
        return font


def is_dark(palette: QPalette) -> bool:
    """Whether a theme writes light on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def _ramp_image(gain: float) -> QImage:
    shown = difference.ramp(gain)[: max(2, round(255 / gain) + 1)]
    row = shown.reshape(1, -1, 3).copy()
    return QImage(row.data, row.shape[1], 1, 3 * row.shape[1], QImage.Format.Format_RGB888).copy()
