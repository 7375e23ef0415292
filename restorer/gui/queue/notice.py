"""Tells somebody who has gone for coffee that a batch is over, as the desktop tells such things."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_SHOWN = 15_000  # milliseconds until the icon goes away again


class Notifier(QObject):
    """Notifies while the window is not in front; in front, the window itself says it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> bool:
        """Show a notification; returns whether there was need of one."""
        if self._window.isActiveWindow():
            return False
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            icon = self._icon = self._icon or self._make()
            icon.show()
            icon.showMessage(title, text, self._window.windowIcon(), _SHOWN)
            QTimer.singleShot(_SHOWN, icon, icon.hide)
        return True

    def _make(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._window.windowIcon(), self)
        icon.messageClicked.connect(self._come)
        icon.activated.connect(self._come)
        return icon

    def _come(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
