"""The small map in the corner: the whole picture, and which part of it is seen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from restorer.gui.canvas.view import View
from restorer.photo import Box

_LONGEST = 168
_SHORTEST = 28
_INSET = 12
_EDGE = 4


class Navigator(QWidget):
    """Shows where a zoomed view is; ``pointed`` gives the point of the picture to bring to the middle."""

    pointed = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Navigator"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._image: QImage | None = None
        self._view: View | None = None
        self.hide()

    def show_view(self, view: View, bounds: QSize) -> None:
        """Mark the visible part, and stay in the lower right corner of a parent of that size."""
        self._view = view
        scale = _LONGEST / max(view.height, view.width)
        size = QSize(max(_SHORTEST, round(view.width * scale)), max(_SHORTEST, round(view.height * scale)))
        self.resize(size + QSize(2 * _EDGE, 2 * _EDGE))
        self.move(bounds.width() - self.width() - _INSET, bounds.height() - self.height() - _INSET)
        self.update()

    def set_image(self, image: QImage | None) -> None:
        """Set the small copy of the picture."""
        self._image = image
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the point under the mouse."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from the canvas."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep the double-click from the canvas, which would zoom."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, dimmed where it is not seen, in a dark frame."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(255, 255, 255, 60), 1))
        painter.setBrush(QColor(18, 18, 18, 200))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._view is None or self._image is None:
            return
        painter.drawImage(self._map, self._image)
        seen = self._on_map(self._view.visible)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 120))
        painter.setClipRegion(self._map.toAlignedRect())
        outside = QRectF(self.rect())
        for part in (
            QRectF(outside.left(), outside.top(), outside.width(), seen.top() - outside.top()),
            QRectF(outside.left(), seen.bottom(), outside.width(), outside.bottom() - seen.bottom()),
            QRectF(outside.left(), seen.top(), seen.left() - outside.left(), seen.height()),
            QRectF(seen.right(), seen.top(), outside.right() - seen.right(), seen.height()),
        ):
            painter.drawRect(part)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(seen)

    @property
    def _map(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def _on_map(self, box: Box) -> QRectF:
        assert self._view is not None
        across, down = self._map.width() / self._view.width, self._map.height() / self._view.height
        return QRectF(
            self._map.left() + box.left * across,
            self._map.top() + box.top * down,
            box.width * across,
            box.height * down,
        )

    def _point(self, event: QMouseEvent) -> None:
        if self._view is None:
            return
        place: QPointF = event.position() - self._map.topLeft()
        self.pointed.emit(
            place.x() / self._map.width() * self._view.width,
            place.y() / self._map.height() * self._view.height,
        )
        event.accept()
