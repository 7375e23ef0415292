"""The autoencoder's own controls, each explained where it stands. Nobody needs to open them."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from restorer.app.training.choices import Choices, compression_in_words
from restorer.app.training.goals import Way
from restorer.gui.named import named
from restorer.gui.theme import Theme
from restorer.training.plan import TrainingPlan

_AS_BUILT_IN = 0
_BASE = TrainingPlan(name="", task="", decoder_blocks=(1, 1, 1))


class NetworkControls(QWidget):
    """Folded away at first; `choices` are what it says."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fold = named(QPushButton(self.tr("Settings of the network")), "network_fold", role="fold")
        self._fold.setCheckable(True)
        self._fold.setIconSize(QSize(16, 16))
        self._fold.toggled.connect(self._on_fold)
        self._body = QWidget()
        self._form = QFormLayout(self._body)
        self._form.setContentsMargins(4, 0, 0, 0)
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)
        column.addWidget(self._body)
        self._add_all()
        self._body.hide()
        theme.changed.connect(self._tint)
        self._tint()
        self._show_compression()

    def choices(self, minutes: float) -> Choices:
        """Return what was chosen."""
        return Choices(
            code_size=self._code.value() if self._code.value() >= 0 else None,
            layers=self._layers.value() if self._layers.value() > 1 else None,
            width=self._width.value() if self._width.value() > 3 else None,
            loss=self._loss.currentData(),
            crop=self._crop.value() if self._crop.value() > 31 else None,
            minutes=minutes,
            seed=self._seed.value(),
            from_builtin=bool(self._start.currentData()),
        )

    def _add_all(self) -> None:
        self._start = named(QComboBox(), "start_from")
        self._start.addItem(self.tr("What the built-in model knows"), True)
        self._start.addItem(self.tr("Nothing"), False)
        self._start.currentIndexChanged.connect(self._on_change)
        self._add(
            self.tr("&Start from"),
            self._start,
            self.tr("From nothing takes hours instead of minutes, and needs hundreds of photos."),
        )
        self._code = self._number("code_size", -1, 1024, self.tr("as built in"))
        self._add(
            self.tr("&Code size"),
            self._code,
            self.tr("How many numbers the network may keep of each place. Fewer: it must understand."),
        )
        self._compression = named(QLabel(wordWrap=True), "compression", role="muted")
        self._form.addRow("", self._compression)
        self._layers = self._number("layers", 1, 6, self.tr("as built in"))
        self._add(
            self.tr("&Layers"),
            self._layers,
            self.tr("More see more of the photo at once, and take longer."),
        )
        self._width = self._number("width", 3, 96, self.tr("as built in"))
        self._add(
            self.tr("&Nodes per layer"),
            self._width,
            self.tr(
                "In the first layer; each further one has twice as many. More learn finer things, slower."
            ),
        )
        self._loss = named(QComboBox(), "loss")
        for name, value in (
            (self.tr("As built in"), None),
            (self.tr("Robust"), "robust"),
            (self.tr("Mean squared error"), "squared"),
            (self.tr("Binary cross-entropy"), "cross-entropy"),
        ):
            self._loss.addItem(name, value)
        self._loss.currentIndexChanged.connect(self._on_change)
        self._add(
            self.tr("L&oss"),
            self._loss,
            self.tr(
                "What counts as a mistake. Robust keeps edges crisp. Mean squared error punishes large "
                "mistakes most: for heavy noise. Binary cross-entropy suits pictures in nearly black and "
                "white."
            ),
        )
        self._crop = self._number("crop", 31, 256, self.tr("as usual"))
        self._crop.setSingleStep(16)
        self._add(
            self.tr("Cro&p"), self._crop, self.tr("How many pixels across it sees at once while it learns.")
        )
        self._seed = self._number("seed", 1, 9999, "")
        self._add(self.tr("See&d"), self._seed, self.tr("The same seed learns the same again."))

    def _number(self, name: str, least: int, most: int, special: str) -> QSpinBox:
        box = named(QSpinBox(), name)
        box.setRange(least, most)
        box.setValue(least)
        box.setSpecialValueText(special)
        box.valueChanged.connect(self._on_change)
        return box

    def _add(self, text: str, field: QWidget, meaning: str) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        field.setAccessibleDescription(meaning)
        field.setFixedWidth(240)
        words = QLabel(meaning, wordWrap=True)
        words.setProperty("role", "muted")
        self._form.addRow(label, field)
        self._form.addRow("", words)

    def _on_change(self) -> None:
        self._show_compression()
        self.changed.emit()

    def _show_compression(self) -> None:
        plan = self.choices(1.0).applied(_BASE, Way.PAIRS)
        self._compression.setText(compression_in_words(plan))

    def _on_fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._tint()

    def _tint(self) -> None:
        name = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(self._theme.tinted(name, self._theme.colours.muted))
