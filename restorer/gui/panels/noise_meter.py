"""A bar that shows at a glance how noisy a photo is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from restorer.gui.theme import Theme

_SEGMENTS = 12
_GAP = 3.0
_HEIGHT = 8


class NoiseMeter(QWidget):
    """Segments that fill from left to right; says its level to screen readers too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("noise_meter")
        self._theme = theme
        self._level = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_level(0.0)

    def show_level(self, level: float) -> None:
        """Show ``level``, 0..1."""
        self._level = level
        self.setAccessibleName(self.tr("Noise meter: {} of 10").format(round(level * 10)))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a flat strip."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the segments."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - _GAP * (_SEGMENTS - 1)) / _SEGMENTS
        lit = max(1, round(self._level * _SEGMENTS))
        for index in range(_SEGMENTS):
            shade = colours.accent if index < lit else colours.pressed
            painter.setBrush(QColor(shade))
            painter.drawRoundedRect(QRectF(index * (width + _GAP), 0, width, self.height()), 2, 2)
        painter.end()
