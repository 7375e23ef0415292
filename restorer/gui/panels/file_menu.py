"""A button whose menu reads and writes files of one kind, without stopping the work."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from restorer.gui.named import named
from restorer.gui.theme import Theme

Then = Callable[[Path], None]


class FileMenu(QToolButton):
    """Offers to open and to save a kind of file; asks for its name, and passes it on."""

    def __init__(self, name: str, text: str, icon: str, endings: tuple[str, ...], theme: Theme) -> None:
        """``endings`` are those of the files, the usual one first (".png")."""
        super().__init__()
        self._icon, self._endings, self._theme = icon, endings, theme
        self.setObjectName(name)
        self.setProperty("role", "menu")
        self.setIconSize(QSize(20, 20))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = named(QMenu(self), f"{name}_menu")
        self.setMenu(self._menu)
        theme.changed.connect(self._tint)
        self._tint()

    def add(self, text: str, title: str, then: Then, *, saving: bool) -> QAction:
        """Add an entry that asks for a file under ``title`` and hands it to ``then``."""
        return self._menu.addAction(text, lambda: self._ask(title, then, saving))

    def _ask(self, title: str, then: Then, saving: bool) -> None:
        dialog = QFileDialog(self.window(), title)
        mode = QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen
        dialog.setAcceptMode(mode)
        patterns = " ".join(f"*{ending}" for ending in self._endings)
        dialog.setNameFilter(f"{self.accessibleName()} ({patterns})")
        dialog.setDefaultSuffix(self._endings[0][1:])
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tint(self) -> None:
        self.setIcon(self._theme.icon(self._icon))
