"""The right panel: what the photo needs, how strongly, and what was done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.actions import Actions
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.facts import Facts
from restorer.gui.panels.noise_meter import NoiseMeter
from restorer.gui.panels.wording import verdict
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace

_WIDTH = 296
_FULL = 100


class RepairPanel(QScrollArea):
    """Shows the workspace's document and tells the workspace what is wanted of it."""

    def __init__(self, workspace: Workspace, desk: DeviceDesk, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._desk, self._actions, self._theme = workspace, desk, actions, theme
        self.setObjectName("panel_scroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panel = named(QWidget(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        self._add_needs(column)
        column.addWidget(_rule())
        self._add_noise(column)
        column.addWidget(_rule())
        self._facts = Facts(workspace, desk, theme)
        column.addWidget(self._facts)
        column.addStretch(1)
        self.setWidget(panel)
        workspace.changed.connect(self._show)
        desk.changed.connect(self._show)
        theme.changed.connect(self._tint)
        self._tint()
        self._show()

    @property
    def strength(self) -> float:
        """The strength chosen, 0..1."""
        return self._slider.value() / _FULL

    def _add_needs(self, column: QVBoxLayout) -> None:
        column.addWidget(heading(self.tr("What this photo needs")))
        self._statement = named(QLabel(wordWrap=True), "statement")
        self._statement.setProperty("role", "statement")
        self._meter = NoiseMeter(self._theme)
        self._numbers = named(QLabel(wordWrap=True), "noise_numbers")
        self._numbers.setProperty("role", "muted")
        self._advice = named(QLabel(wordWrap=True), "advice")
        for widget in (self._statement, self._meter, self._numbers, self._advice):
            column.addWidget(widget)
        column.addSpacing(6)

    def _add_noise(self, column: QVBoxLayout) -> None:
        column.addSpacing(6)
        column.addWidget(heading(self.tr("Noise")))
        row = QHBoxLayout()
        self._model = named(QLabel(), "model_name")
        self._model_button = named(QToolButton(), "model_button")
        self._model_button.setAccessibleName(self.tr("About this model"))
        self._model_button.setToolTip(self._actions["model_card"].toolTip())
        self._model_button.clicked.connect(self._actions["model_card"].trigger)
        row.addWidget(self._model, 1)
        row.addWidget(self._model_button)
        column.addLayout(row)
        self._add_strength(column)
        self._main = named(QPushButton(), "main_button")
        self._main.setProperty("role", "primary")
        self._main.setProperty("large", True)
        self._main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._main.clicked.connect(self._on_main)
        column.addSpacing(4)
        column.addWidget(self._main)
        column.addSpacing(8)

    def _add_strength(self, column: QVBoxLayout) -> None:
        self._slider = named(QSlider(Qt.Orientation.Horizontal), "strength")
        self._slider.setRange(0, _FULL)
        self._slider.setValue(_FULL)
        self._slider.setPageStep(10)
        self._spin = named(QSpinBox(suffix=" %"), "strength_number")
        self._spin.setRange(0, _FULL)
        self._spin.setValue(_FULL)
        self._spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        name = self.tr("Strength of noise removal")
        for widget in (self._slider, self._spin):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(self.tr("In percent; 0 is the photo as it was"))
            widget.setToolTip(
                self.tr("How much of the change is taken. Acts at once; nothing is computed again.")
            )
        label = _ResetLabel(self.tr("S&trength"))
        label.setBuddy(self._slider)
        label.setToolTip(self.tr("Double-click for full strength"))
        label.reset.connect(lambda: self._slider.setValue(_FULL))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(self._spin)
        column.addLayout(row)
        column.addWidget(self._slider)
        self._slider.valueChanged.connect(self._on_strength)
        self._spin.valueChanged.connect(self._slider.setValue)

    def _on_strength(self, value: int) -> None:
        self._spin.setValue(value)
        self._workspace.set_strength(value / _FULL)

    def _on_main(self) -> None:
        self._actions[self._main_action()].trigger()

    def _main_action(self) -> str:
        if self._workspace.restoring:
            return "cancel"
        return "save_as" if self._workspace.has_result else "restore"

    def _tint(self) -> None:
        self._model_button.setIcon(self._theme.icon("info"))
        self._show_main()

    def _show(self) -> None:
        self._show_needs()
        document = self._workspace.document
        step = document.recipe.denoise if document else None
        if step is not None:
            self._show_strength(round(step.strength * _FULL))
        for widget in (self._slider, self._spin):
            widget.setEnabled(document is not None)
        state = self._desk.state
        self._model.setText(state.model.card.name if state and state.model else self.tr("Blind denoiser"))
        self._show_main()

    def _show_strength(self, value: int) -> None:
        for widget in (self._slider, self._spin):
            blocked = widget.blockSignals(True)
            widget.setValue(value)
            widget.blockSignals(blocked)

    def _show_main(self) -> None:
        name = self._main_action()
        action = self._actions[name]
        texts = {
            "restore": self.tr("Restore"),
            "cancel": self.tr("Cancel"),
            "save_as": self.tr("Save as…"),
        }
        self._main.setText(texts[name])
        self._main.setToolTip(action.toolTip())
        self._main.setEnabled(self._workspace.document is not None)
        primary = name != "cancel" and self._needed()
        self._main.setProperty("role", "primary" if primary else "large")
        self._main.style().unpolish(self._main)
        self._main.style().polish(self._main)

    def _needed(self) -> bool:
        document = self._workspace.document
        found = document.estimate if document else None
        return found is None or not found.negligible or self._workspace.has_result

    def _show_needs(self) -> None:
        document = self._workspace.document
        found = document.estimate if document else None
        if found is not None:
            said = verdict(found)
            texts = (said.statement, said.numbers, said.advice)
            self._meter.show_level(said.level)
        elif self._workspace.estimating:
            texts = (self.tr("Looking at the noise…"), "", "")
        elif document is not None:
            texts = (
                self.tr("The noise could not be estimated"),
                "",
                self.tr("You can restore it all the same."),
            )
        else:
            texts = (
                self.tr("No photo is open"),
                "",
                self.tr("Open one, or drop it anywhere on this window."),
            )
        self._meter.setVisible(found is not None)
        for label, text in zip((self._statement, self._numbers, self._advice), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))


class _ResetLabel(QLabel):
    """A label that asks for the usual value when it is double-clicked."""

    reset = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset.emit()
        event.accept()


def heading(text: str) -> QLabel:
    """Return the small label above a group of controls."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("role", "rule")
    return line
