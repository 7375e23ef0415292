"""The middle of the window: messages, and below them the photo or, before one is open, an invitation."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from restorer.gui.actions import Actions
from restorer.gui.canvas import Canvas
from restorer.gui.panels.empty_page import EmptyPage
from restorer.gui.panels.message_bar import MessageBar
from restorer.gui.panels.question_bar import QuestionBar
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace

_VEIL_OPACITY = 0.86
_LEAST = QSize(240, 90)
"""Points left for the photo by what stands beside and above it, where the window is at its least."""


class Stage(QWidget):
    """Holds the canvas, the empty page, questions and messages, and the veil that says where to drop."""

    def __init__(self, workspace: Workspace, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self.canvas = Canvas()
        self.canvas.setObjectName("canvas")
        self.empty_page = EmptyPage(actions, theme)
        self.messages = MessageBar(actions, theme)
        self.question = QuestionBar("question", theme)
        self._pages = QStackedWidget()
        self._pages.setMinimumSize(_LEAST)  # or the page that is not seen would ask for more
        self._pages.addWidget(self.empty_page)
        self._pages.addWidget(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(self.messages)
        column.addWidget(self._pages, 1)
        self.veil = _DropVeil(self, theme)
        workspace.replaced.connect(self._on_replaced)

    def _on_replaced(self) -> None:
        has_photo = self._workspace.document is not None
        self._pages.setCurrentWidget(self.canvas if has_photo else self.empty_page)
        (self.canvas if has_photo else self.empty_page).setFocus(Qt.FocusReason.OtherFocusReason)


class _DropVeil(QWidget):
    """Lies over the stage while something is dragged above the window."""

    def __init__(self, stage: QWidget, theme: Theme) -> None:
        super().__init__(stage)
        self.setObjectName("drop_veil")
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        stage.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.window)
        ground.setAlphaF(_VEIL_OPACITY)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(colours.focus), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(18, 18, -18, -18), 14, 14)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to open or restore"))
        painter.end()
