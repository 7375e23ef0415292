"""Messages between tool bar and photo: they never stop anybody, and stay until they are closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from restorer.gui import icons
from restorer.gui.actions import Actions, plain_text
from restorer.gui.messages import Message, Weight
from restorer.gui.named import named
from restorer.gui.panels.selectable_text import SelectableText
from restorer.gui.theme import Theme

_MOST = 3


class MessageBar(QWidget):
    """Stacks the latest messages; one about the same topic replaces the one before.

    Where there are too many, those about the photo go first: the others are said only once.
    """

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message_bar")
        self._actions, self._theme = actions, theme
        self._shown: list[_MessageView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def messages(self) -> list[Message]:
        """What is shown at the moment, the oldest first."""
        return [view.message for view in self._shown]

    def show_message(self, message: Message) -> None:
        """Show ``message`` below the others."""
        for view in list(self._shown):
            if message == view.message or (message.topic and message.topic == view.message.topic):
                self._remove(view)
        while len(self._shown) >= _MOST:
            self._remove(next((view for view in self._shown if view.message.of_photo), self._shown[0]))
        view = _MessageView(message, self._actions, self._theme)
        view.closed.connect(self._remove)
        self._shown.append(view)
        self._column.addWidget(view)
        self.show()

    def clear_photo(self) -> None:
        """Close the messages about the photo; what is said of the device or the preferences is still so."""
        for view in list(self._shown):
            if view.message.of_photo:
                self._remove(view)

    def _remove(self, view: "_MessageView") -> None:
        if view in self._shown:
            self._shown.remove(view)
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.setVisible(bool(self._shown))


class _MessageView(QFrame):
    """One message: icon, sentence and hint, what can be done, and a cross."""

    closed = Signal(object)

    def __init__(self, message: Message, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        self.message = message
        self._theme = theme
        self.setProperty("weight", message.weight.value)
        self._icon = QLabel()
        text = SelectableText(message.text + (f"\n{message.hint}" if message.hint else ""))
        text.setAccessibleName(f"{message.text} {message.hint}".strip())
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(text, 1)
        if message.report:
            button = named(QPushButton(self.tr("Copy report")), "copy_report")
            button.clicked.connect(lambda: QGuiApplication.clipboard().setText(message.report))
            line.addWidget(button)
        if message.action:
            action = actions[message.action]
            button = named(QPushButton(plain_text(action)), "message_action")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            line.addWidget(button)
        self._close = named(QToolButton(), "close_message")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(lambda: self.closed.emit(self))
        line.addWidget(self._close)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        colours = self._theme.colours
        shade = {
            Weight.NOTE: colours.focus,
            Weight.DONE: colours.green,
            Weight.WARNING: colours.amber,
            Weight.ERROR: colours.red,
        }[self.message.weight]
        self._icon.setPixmap(icons.tinted_pixmap(self.message.weight.value, shade, 20))
        self._close.setIcon(self._theme.icon("close"))
