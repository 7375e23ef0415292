"""The handle of the wipe: a slider in the shape of a knob, so that keyboard and screen readers have it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

_SIDE = 40
_KNOB = 32
_KNOB_HEIGHT = 0.62  # of the canvas: below the middle, where faces seldom are
_STEP, _BIG_STEP = 1, 10
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -100,
    Qt.Key.Key_End: 100,
}


class WipeHandle(QSlider):
    """The knob on the wipe's line; its value is the line's place in per cent.

    ``moved`` gives the place (0..1) that the keyboard or a screen reader wants for the line, ``dragged``
    the one that the mouse wants, in the parent's coordinates.
    """

    moved = Signal(float)
    dragged = Signal(QPointF)
    turned = Signal()
    focus_lost = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)
        self.setValue(50)
        self.setFixedSize(QSize(_SIDE, _SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Border between before and after"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move it by 1 %, with Shift by 10 %; Home and End to the borders.")
        )
        self.setToolTip(self.tr("Drag to compare; double-click to turn"))
        self.valueChanged.connect(self._tell)
        self._line = Qt.Orientation.Vertical
        self._showing = False
        self._grip: QPointF | None = None
        self.set_line(self._line)

    def set_line(self, line: Qt.Orientation) -> None:
        """Set the direction of the line that the knob sits on."""
        self._line = line
        upright = line is Qt.Orientation.Vertical
        self.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        self.update()

    def show_position(self, position: float) -> None:
        """Take over where the line is (0..1), without asking for it to be moved."""
        self._showing = True
        self.setValue(round(100 * position))
        self._showing = False

    def _tell(self, value: int) -> None:
        if not self._showing:
            self.moved.emit(value / 100)

    def place(self, split: int, bounds: QSize) -> None:
        """Sit on a line at ``split`` (x or y), but never outside a parent of that size."""
        if self._line is Qt.Orientation.Vertical:
            middle = QPoint(split, round(bounds.height() * _KNOB_HEIGHT))
        else:
            middle = QPoint(bounds.width() // 2, split)
        x = min(max(middle.x() - _SIDE // 2, 0), max(0, bounds.width() - _SIDE))
        y = min(max(middle.y() - _SIDE // 2, 0), max(0, bounds.height() - _SIDE))
        self.move(x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the knob."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._grip = event.position() - QPointF(_SIDE / 2, _SIDE / 2)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask for the line to follow the mouse."""
        if self._grip is None:
            event.ignore()
            return
        self.dragged.emit(self.mapToParent(event.position()) - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the knob."""
        self._grip = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the line to be turned."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.turned.emit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that move the line, even if a menu has them too."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line by keyboard; every other key is the canvas's."""
        if not _moves(event):
            event.ignore()
            return
        direction = _KEYS[Qt.Key(event.key())]
        step = _BIG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        self.setValue(self.value() + direction * step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the canvas, which zooms."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the canvas, which may have to let go of a held key."""
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a light knob with a dark edge and two arrows; a ring of the theme's colour shows focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_SIDE / 2, _SIDE / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, opacity in ((4, 18), (3, 26), (2, 36)):
            painter.setBrush(QColor(0, 0, 0, opacity))
            painter.drawEllipse(middle, _KNOB / 2 + spread - 1, _KNOB / 2 + spread - 1)
        painter.setBrush(QColor(252, 252, 252))
        painter.setPen(QPen(QColor(24, 24, 24), 1.5))
        painter.drawEllipse(middle, _KNOB / 2 - 1, _KNOB / 2 - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().highlight().color(), 3))
            painter.drawEllipse(middle, _KNOB / 2 + 1.5, _KNOB / 2 + 1.5)
        painter.translate(middle)
        if self._line is Qt.Orientation.Horizontal:
            painter.rotate(90)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(24, 24, 24))
        painter.drawPath(_arrows())


def _moves(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return plain and event.key() in _KEYS


def _arrows() -> QPainterPath:
    """Two triangles that point away from the middle, to the left and right."""
    path = QPainterPath()
    for side in (-1, 1):
        path.moveTo(side * 10, 0)
        path.lineTo(side * 4, -5)
        path.lineTo(side * 4, 5)
        path.closeSubpath()
    path.addRect(QRectF(-0.75, -7, 1.5, 14))
    return path
