"""A button that would rather show less of its text than be cut off by the window's border."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QToolTip

_LEAST_LETTERS = 10


class ElidedButton(QPushButton):
    """Shows its text whole where there is room for it; otherwise its beginning, and all of it as its tip."""

    @property
    def shown(self) -> str:
        """What can be read on it at the moment."""
        option = self._option()
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        """Return what it needs for the beginning of its text."""
        whole, metrics = self.sizeHint(), self.fontMetrics()
        frame = whole.width() - metrics.horizontalAdvance(self.text())
        least = frame + _LEAST_LETTERS * metrics.averageCharWidth()
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the style does, with the text that has room."""
        del event
        option = self._option()
        option.text = self.shown
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def event(self, event: QEvent) -> bool:
        """Say the whole text above the tip if it is not shown."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._is_cut():
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (self.text(), self.toolTip()))), self)
            return True
        return super().event(event)

    def _is_cut(self) -> bool:
        return self.shown != self.text()

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option
