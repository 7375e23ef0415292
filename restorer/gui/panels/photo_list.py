"""The left panel: the photos of a folder, or of one drop, to go through one by one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from restorer.gui.named import named
from restorer.gui.numbers import photos
from restorer.gui.theme import Theme
from restorer.gui.tips import plain_tip

_ICON = 24
_WIDTH, _LEAST_WIDTH = 210, 110
"""Points; the least shows both ends of a name, and leaves a narrow window to wide words in the middle."""


class PhotoList(QWidget):
    """Lists photos by name; the open one is marked, saved ones are ticked."""

    chosen = Signal(object)
    """The user wants to see the photo at this `Path`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("photo_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._saved: set[Path] = set()
        self._open: Path | None = None
        self._asked_for: Path | None = None
        self._count = named(QLabel(), "photo_count")
        self._count.setIndent(8)
        self._count.setProperty("role", "heading")
        hint = self.tr("Open a folder or several photos, and they are listed here.")
        self._hint = named(QLabel(hint, wordWrap=True), "photo_hint", role="muted")
        self._hint.setIndent(8)
        self._list = named(QListWidget(), "photos")
        self._list.setAccessibleName(self.tr("Photos"))
        self._list.setIconSize(QSize(_ICON, _ICON))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_chosen)  # the style sheet has one click do that
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 14, 4, 8)
        for widget in (self._count, self._hint, self._list):
            column.addWidget(widget)
        self._count.hide()
        self.setMinimumWidth(_LEAST_WIDTH)
        theme.changed.connect(self._tint)

    def sizeHint(self) -> QSize:
        """Return a width that leaves the photo most of the window."""
        return QSize(_WIDTH, super().sizeHint().height())

    @property
    def paths(self) -> list[Path]:
        """The photos listed, in order."""
        return [self._path(row) for row in range(self._list.count())]

    def show_photos(self, paths: Sequence[Path]) -> None:
        """List ``paths`` in place of what is listed."""
        self._list.clear()
        self._saved.clear()
        self._open = self._asked_for = None
        for path in paths:
            item = QListWidgetItem(path.name)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(plain_tip(str(path)))
            self._list.addItem(item)
        self._count.setText(photos(len(paths)))
        self._count.setVisible(bool(paths))
        self._hint.setVisible(not paths)
        self._tint()

    def mark_open(self, path: Path | None) -> None:
        """Mark the photo that is open."""
        if path != self._open:
            self._open = self._asked_for = path
        row = self._row(path)
        self._list.setCurrentRow(row)
        if row < 0:
            self._list.clearSelection()

    def ask_for(self, path: Path | None) -> None:
        """Count neighbours from this photo on: it is wanted, whether it can be opened or not."""
        self._asked_for = path

    def mark_saved(self, path: Path | None) -> None:
        """Tick a photo whose result has been saved."""
        if path is not None:
            self._saved.add(path)
            self._tint()

    def neighbour(self, step: int) -> Path | None:
        """Return the photo ``step`` rows after the one that was asked for last, or None.

        Not after the open one: a file that cannot be opened would be the next for ever.
        """
        row = self._row(self._asked_for) + step
        return self._path(row) if 0 <= row < self._list.count() else None

    def _row(self, path: Path | None) -> int:
        return next((row for row in range(self._list.count()) if self._path(row) == path), -1)

    def _path(self, row: int) -> Path:
        return Path(self._list.item(row).data(Qt.ItemDataRole.UserRole))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))

    def _tint(self) -> None:
        plain, ticked = self._theme.icon("open"), self._theme.tinted("check", self._theme.colours.green)
        for row in range(self._list.count()):
            saved = self._path(row) in self._saved
            item = self._list.item(row)
            item.setIcon(ticked if saved else plain)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                self.tr("{}, saved").format(item.text()) if saved else item.text(),
            )
