"""A button that is a colour."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

_SIDE = 34


class Swatch(QAbstractButton):
    """Offers a colour; says how likely it is, in its tip and to screen readers."""

    chosen = Signal(object)
    """The colour: red, green and blue, 0..1."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = (0.5, 0.5, 0.5)
        self._share = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(_SIDE, _SIDE))
        self.setAccessibleName(self.tr("Colour"))
        self.clicked.connect(lambda: self.chosen.emit(self._colour))

    def show_colour(self, colour: tuple[float, float, float], share: float, number: int) -> None:
        """Offer a colour (0..1) with the chance ``share`` (0..1), the ``number``-th of several."""
        self._colour, self._share = colour, share
        shown = QColor.fromRgbF(*(min(max(value, 0.0), 1.0) for value in colour)).name()
        text = self.tr("Colour {}: {}, chance {:.0f} %").format(number, shown, 100 * share)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour, and along its foot how likely it is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(self.rect()).adjusted(2, 2, -2, -6)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.setBrush(QColor.fromRgbF(*(min(max(value, 0.0), 1.0) for value in self._colour)))
        painter.drawRoundedRect(square, 5, 5)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self.palette().link().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(-1, -1, 1, 1), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().mid())
        bar = QRectF(2, self.height() - 3, self.width() - 4, 3)
        painter.drawRect(bar)
        painter.setBrush(self.palette().link())
        painter.drawRect(QRectF(bar.left(), bar.top(), bar.width() * self._share, bar.height()))
        painter.end()
