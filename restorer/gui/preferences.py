"""The settings in force, and their way to the disk."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from restorer.gui.messages import Message, Weight
from restorer.settings import Settings, load_settings, save_settings


class Preferences(QObject):
    """Holds the `Settings` and writes every change at once."""

    changed = Signal()
    message = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.settings, self.notice = load_settings(path)

    def change(self, settings: Settings) -> None:
        """Take other settings; if they cannot be written, they count until the program ends."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(settings, self._path)
        except OSError:
            text = self.tr("Your preferences could not be written to {}.").format(self._path)
            self.message.emit(Message(text, weight=Weight.WARNING, topic="preferences"))
        self.changed.emit()
