"""A group of the repair panel: a heading that folds, a switch, and the settings below them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.named import named
from restorer.gui.theme import Theme
from restorer.gui.tips import plain_tip

_ICON = QSize(16, 16)


class Group(QWidget):
    """One kind of step: can be switched on and off, unfolded, and says why where it cannot be had."""

    switched = Signal(bool)
    """The user wants the step, or wants it no more."""
    unfolded = Signal()
    """The settings are to be seen now."""
    asked = Signal()
    """The user wants to know about the model."""

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(f"group_{name}")
        self._fold = named(QPushButton(title), f"{name}_fold", role="fold")
        self._fold.setCheckable(True)
        self._fold.setIconSize(_ICON)
        self._fold.toggled.connect(self._on_fold)
        self._note = named(QLabel(), f"{name}_note", role="muted")
        self.switch = named(QCheckBox(), f"{name}_switch", role="switch")
        self.switch.setAccessibleName(title)
        self.switch.clicked.connect(self.switched)
        self._about = named(QToolButton(), f"{name}_model")
        self._about.setAccessibleName(self.tr("About the model for: {}").format(title))
        self._about.clicked.connect(self.asked)
        self._why = named(QLabel(wordWrap=True), f"{name}_why", role="muted")
        self._why.hide()
        header = QHBoxLayout()
        header.setSpacing(4)
        header.addWidget(self.switch)
        header.addWidget(self._fold, 1)
        header.addWidget(self._note)
        header.addWidget(self._about)
        self._body = named(QWidget(), f"{name}_body")
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(4, 2, 0, 10)
        self.column.setSpacing(8)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(header)
        column.addWidget(self._why)
        column.addWidget(self._body)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def is_unfolded(self) -> bool:
        """Whether the settings are seen."""
        return self._fold.isChecked()

    def unfold(self, unfolded: bool = True) -> None:
        """Show or hide the settings."""
        self._fold.setChecked(unfolded and self._fold.isEnabled())

    def show_on(self, on: bool, note: str = "") -> None:
        """Show whether the step is in the recipe, and a word beside the title."""
        self.switch.setChecked(on)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def show_available(self, why_not: str, about: str) -> None:
        """Show whether the step can be had; ``why_not`` is the sentence if not. ``about`` names the model."""
        self._why.setText(why_not)
        self._why.setVisible(bool(why_not))
        self.switch.setEnabled(not why_not)
        self._fold.setEnabled(not why_not)
        self._about.setVisible(not why_not)
        self._about.setToolTip(plain_tip(about))
        if why_not:
            self.unfold(False)

    def _on_fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._tint()
        if unfolded:
            self.unfolded.emit()

    def _tint(self) -> None:
        name = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(self._theme.tinted(name, self._theme.colours.muted))
        self._about.setIcon(self._theme.icon("info"))


def rule() -> QWidget:
    """Return a thin line between groups."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return line
