"""Messages between tool bar and photo: they never stop anybody, and stay until they are closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restorer.gui.actions import Actions, plain_text
from restorer.gui.elided_button import ElidedButton
from restorer.gui.messages import Message
from restorer.gui.named import named
from restorer.gui.panels.band import Band
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
        self._column.addWidget(view)
        view.lead_tab(self._before())
        self._shown.append(view)
        self.show()

    def clear_photo(self) -> None:
        """Close the messages about the photo; what is said of the device or the preferences is still so."""
        for view in list(self._shown):
            if view.message.of_photo:
                self._remove(view)

    def _before(self) -> QWidget:
        """Return what Tab reaches before the next message: Qt orders only what takes the focus."""
        if self._shown:
            return self._shown[-1].cross
        widget: QWidget = self
        while (before := widget.previousInFocusChain()) is not None and before is not self:
            if before.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return before
            widget = before
        return self

    def _remove(self, view: "_MessageView") -> None:
        if view in self._shown:
            self._shown.remove(view)
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.setVisible(bool(self._shown))


class _MessageView(Band):
    """One message, and what can be done about it."""

    closed = Signal(object)

    def __init__(self, message: Message, actions: Actions, theme: Theme) -> None:
        super().__init__(theme, "message_text", "close_message")
        self.message = message
        self.say(message.text, message.hint, message.weight)
        if message.report:
            button = named(ElidedButton(self.tr("Copy report")), "copy_report")
            button.clicked.connect(lambda: QGuiApplication.clipboard().setText(message.report))
            self.offer(button)
        if message.action:
            action = actions[message.action]
            button = named(ElidedButton(plain_text(action)), "message_action")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            self.offer(button)
        self.cross.setAccessibleName(self.tr("Close this message"))
        self.cross.setToolTip(self.tr("Close"))
        self.crossed.connect(lambda: self.closed.emit(self))
