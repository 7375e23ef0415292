"""What the window remembers between two starts: where it stood, and which photos were open lately."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal
from PySide6.QtWidgets import QMainWindow

from restorer.gui.folders import here_or_home

_RECENT = "recent/photos"
_LAST_FOLDER = "recent/folder"
_TOUR = "tour/seen"
_LIMIT = 10
# Counted up when docks or tool bars change so much that an old layout would not fit.
_LAYOUT = 1


class Memory(QObject):
    """A small file of remembered state. Losing it costs nothing."""

    recent_changed = Signal()

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def recent(self) -> list[Path]:
        """The photos opened lately, the latest first; some may be gone."""
        value = self._store.value(_RECENT, [])
        if isinstance(value, str):  # an INI file cannot tell a list of one from its only entry
            value = [value]
        return [Path(entry) for entry in value] if isinstance(value, list) else []

    def opened(self, path: Path) -> None:
        """Put ``path`` at the head of the recent photos."""
        path = path.absolute()
        others = [entry for entry in self.recent if entry != path]
        self._store.setValue(_RECENT, [str(entry) for entry in [path, *others][:_LIMIT]])
        self._store.setValue(_LAST_FOLDER, str(path.parent))
        self.recent_changed.emit()

    def forget_recent(self) -> None:
        """Empty the list of recent photos."""
        self._store.remove(_RECENT)
        self.recent_changed.emit()

    @property
    def last_folder(self) -> Path:
        """Where the user last opened something, if that is still there."""
        folder = Path(str(self._store.value(_LAST_FOLDER, "")) or Path.home())
        return here_or_home(folder)

    @property
    def tour_seen(self) -> bool:
        """Whether the tour was shown, to its end or not."""
        return bool(self._store.value(_TOUR, False, type=bool))

    def see_tour(self) -> None:
        """Remember that the tour was shown."""
        self._store.setValue(_TOUR, True)

    def keep_window(self, window: QMainWindow) -> None:
        """Remember where ``window`` stands and how its docks lie."""
        self._store.setValue("window/geometry", window.saveGeometry())
        self._store.setValue("window/layout", window.saveState(_LAYOUT))

    def place_window(self, window: QMainWindow) -> bool:
        """Put ``window`` where it stood; False if nothing is remembered."""
        geometry, layout = self._store.value("window/geometry"), self._store.value("window/layout")
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            return False
        if isinstance(layout, QByteArray):
            window.restoreState(layout, _LAYOUT)
        return True
