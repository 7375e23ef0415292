"""What the photo needs, as a short list: each finding with how sure it is."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from restorer.gui.named import named
from restorer.gui.theme import Theme

_ICON = 16


class Need(enum.StrEnum):
    """Whether something is to be done about a finding."""

    YES = "check"
    OPTIONAL = "optional"
    NO = "none"
    WARNING = "warning"


@dataclass(frozen=True)
class Line:
    """One finding in plain words, and how sure it is."""

    need: Need
    text: str
    sureness: str = ""
    tip: str = ""


class Needs(QWidget):
    """A statement, and the findings that it rests on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._statement = named(QLabel(wordWrap=True), "statement", role="statement")
        self._advice = named(QLabel(wordWrap=True), "advice")
        self._list = named(QWidget(), "findings")
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._statement, self._list, self._advice):
            column.addWidget(widget)
        theme.changed.connect(self._fill)

    def show_needs(self, statement: str, lines: Sequence[Line] = (), advice: str = "") -> None:
        """Show a statement, the findings and what to do about them."""
        self._statement.setText(statement)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        if list(lines) != list(self._lines):
            self._lines = tuple(lines)
            self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, line in enumerate(self._lines):
            mark = QLabel()
            colours = self._theme.colours
            tint = {Need.YES: colours.accent, Need.WARNING: colours.amber}.get(line.need, colours.faint)
            mark.setPixmap(self._theme.tinted(f"need-{line.need}", tint).pixmap(_ICON, _ICON))
            text = named(QLabel(line.text, wordWrap=True), f"finding_{row}")
            sureness = QLabel(line.sureness)
            sureness.setProperty("role", "muted")
            for widget in (mark, text, sureness):
                widget.setToolTip(line.tip)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(mark, row, 0, top)
            self._grid.addWidget(text, row, 1)
            self._grid.addWidget(sureness, row, 2, top | Qt.AlignmentFlag.AlignRight)
        self._list.setVisible(bool(self._lines))
