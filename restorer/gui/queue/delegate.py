"""Paints the lines of the queue: a small picture, the name above a sentence, the state or how far it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from restorer.app.batch.items import State
from restorer.app.batch.journal import Row
from restorer.gui import icons
from restorer.gui.queue import model as queue_model
from restorer.gui.queue.model import QueueModel, sentence
from restorer.gui.queue.thumbnails import Thumbnails
from restorer.gui.queue.wording import state_name
from restorer.gui.theme import Theme

LINE = 50
"""Points from one line to the next."""
PICTURE = 40
_MARGIN, _GAP, _ICON, _BAR = 10, 12, 16, 6

_ICONS = {
    State.PLANNED: "recent",
    State.RUNNING: "restore",
    State.DONE: "check",
    State.FAILED: "error",
    State.SKIPPED: "info",
}
_Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Paints the cells of a `QueueModel`."""

    def __init__(self, model: QueueModel, thumbnails: Thumbnails, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._thumbnails, self._theme = model, thumbnails, theme
        self._pixmaps: dict[tuple[str, str], QPixmap] = {}
        theme.changed.connect(self._pixmaps.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the same height for every line."""
        return QSize(60, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell."""
        row = self._model.row_at(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -1)
        if index.column() == queue_model.PHOTO:
            self._paint_photo(painter, option, area, row)
        elif index.column() == queue_model.STATE:
            self._paint_state(painter, option, area, row)
        else:
            self._paint_number(painter, area, str(index.data()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = self._theme.colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.raised))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, QColor(colours.line if not colours.dark else colours.window))

    def _paint_photo(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        colours = self._theme.colours
        box = QRect(area.left(), area.top() + (LINE - PICTURE) // 2, PICTURE, PICTURE)
        self._paint_thumbnail(painter, box, row)
        text = area.adjusted(PICTURE + _GAP, 0, 0, 0)
        said = sentence(row)
        painter.setPen(QColor(colours.text))
        metrics = painter.fontMetrics()
        if not said:
            name = metrics.elidedText(row.source.name, Qt.TextElideMode.ElideMiddle, text.width())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
            return
        middle = area.top() + LINE // 2
        upper = QRect(text.left(), middle - metrics.height() - 1, text.width(), metrics.height())
        name = metrics.elidedText(row.source.name, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, name)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(QColor(colours.red if row.state == State.FAILED else colours.muted))
        small = QFontMetrics(font)
        lower = QRect(text.left(), middle + 1, text.width(), small.height())
        painter.drawText(
            lower,
            Qt.AlignmentFlag.AlignVCenter,
            small.elidedText(said, Qt.TextElideMode.ElideRight, text.width()),
        )

    def _paint_thumbnail(self, painter: QPainter, box: QRect, row: Row) -> None:
        pixmap = self._thumbnails.get(row.source) if row.megapixels else QPixmap()
        if pixmap is not None and not pixmap.isNull():
            size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(box.topLeft(), size)
            place.moveCenter(box.center())
            painter.drawPixmap(place, pixmap)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.pressed))
        painter.drawRoundedRect(QRectF(box), 4, 4)
        icon = self._pixmap("open", self._theme.colours.faint)
        painter.drawPixmap(box.center().x() - _ICON // 2, box.center().y() - _ICON // 2, icon)

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        colours = self._theme.colours
        shade = {
            State.RUNNING: colours.focus,
            State.DONE: colours.green,
            State.FAILED: colours.red,
        }.get(row.state, colours.muted)
        if row.state == State.RUNNING:
            self._paint_bar(painter, area, self._model.fraction(row))
            return
        top = area.center().y() - _ICON // 2
        painter.drawPixmap(area.left(), top, self._pixmap(_ICONS[row.state], shade))
        painter.setPen(QColor(colours.muted if row.state == State.PLANNED else colours.text))
        text = area.adjusted(_ICON + 8, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, state_name(row.state))

    def _paint_bar(self, painter: QPainter, area: QRect, fraction: float) -> None:
        colours = self._theme.colours
        painter.setPen(QColor(colours.text))
        words = f"{fraction:.0%}".replace("%", " %")
        room = painter.fontMetrics().horizontalAdvance("100 %")
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        bar = QRectF(area.left(), area.center().y() - _BAR / 2, area.width() - room - 10, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.pressed))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        bar.setWidth(max(_BAR, bar.width() * fraction))
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _paint_number(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _pixmap(self, name: str, colour: str) -> QPixmap:
        key = name, colour
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.tinted_pixmap(name, colour, _ICON)
        return self._pixmaps[key]
