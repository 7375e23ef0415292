"""A small picture of a photo with places marked upon it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from restorer.gui.colours import DARK
from restorer.gui.named import named

if TYPE_CHECKING:
    from restorer.photo import Box

_LEAST_SIDE = 10.0  # of a mark on the screen
_MARGIN = 3.0


class MarkedPreview(QWidget):
    """Shows the photo as large as there is room, each place in a ring that can be seen on any colour."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "marked_preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)
        self._pixmap: QPixmap | None = None
        self._size = (1, 1)
        self._places: Sequence[Box] = ()

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's
        return QSize(480, 400)

    def clear(self) -> None:
        """Show nothing."""
        self._pixmap, self._places = None, ()
        self.setAccessibleName("")
        self.update()

    def show_photo(self, pixels: NDArray[np.uint8], size: tuple[int, int], places: Sequence["Box"]) -> None:
        """Show a small picture ``(h, w, 3)`` of a photo of ``size`` (height, width)."""
        height, width = pixels.shape[:2]
        image = QImage(
            np.ascontiguousarray(pixels).data, width, height, 3 * width, QImage.Format.Format_RGB888
        )
        self._pixmap = QPixmap.fromImage(image.copy())
        self._size, self._places = size, tuple(places)
        self.setAccessibleName(self.tr("The photo, with {} places marked").format(len(self._places)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - Qt's
        if self._pixmap is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame(self._pixmap)
        painter.drawPixmap(frame, self._pixmap, QRectF(self._pixmap.rect()))
        for place in self._places:
            ring = self._ring(place, frame)
            # The bright amber in both themes: what lies behind is the photo.
            for colour, wide in ((QColor(0, 0, 0, 170), 4.0), (QColor(DARK.amber), 2.0)):
                painter.setPen(QPen(colour, wide))
                painter.drawRoundedRect(ring, 3, 3)
        painter.end()

    def _frame(self, pixmap: QPixmap) -> QRectF:
        """Return where the photo lies: at the top, as wide or as high as there is room."""
        size = pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())

    def _ring(self, place: "Box", frame: QRectF) -> QRectF:
        down, across = frame.height() / self._size[0], frame.width() / self._size[1]
        ring = QRectF(
            frame.left() + place.left * across,
            frame.top() + place.top * down,
            place.width * across,
            place.height * down,
        )
        grown_x = max(_MARGIN, (_LEAST_SIDE - ring.width()) / 2)
        grown_y = max(_MARGIN, (_LEAST_SIDE - ring.height()) / 2)
        return ring.adjusted(-grown_x, -grown_y, grown_x, grown_y).intersected(frame.adjusted(1, 1, -1, -1))
