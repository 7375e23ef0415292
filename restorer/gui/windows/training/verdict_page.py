"""The fourth step: is it worth having? If so, it gets a name and joins the models."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from restorer.app.training.goals import Goal
from restorer.gui.core_sentences import translated
from restorer.gui.named import named
from restorer.gui.numbers import number
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.training.page import Page
from restorer.gui.windows.training.run_page import Trio
from restorer.gui.windows.training.words import goals, in_the_middle
from restorer.inference.catalog import Model


class VerdictPage(Page):
    """Shows the desk's verdict."""

    use = Signal(object)
    """The user wants this `Model` from now on."""
    share = Signal(object)
    """The user wants to give this `Model` to somebody."""
    card = Signal(object)
    """The user wants to read this `Model`'s card."""

    def __init__(self, desk: TrainingDesk) -> None:
        super().__init__("verdict_page")
        self._desk = desk
        self._model: Model | None = None
        self._title = self.text("", "title", "verdict_title")
        self._sentence = self.text("", "statement", "verdict_sentence")
        self._numbers = self.text("", "muted", "verdict_numbers")
        self._advice = self.text("", "", "verdict_advice")
        self._trio = Trio()
        self.column.addWidget(self._trio)
        self._add_keeping()
        self._add_kept()
        self.column.addStretch(1)
        desk.adopted.connect(self._on_adopted)

    def enter(self) -> None:
        """Say what came of it."""
        desk, verdict = self._desk, self._desk.verdict()
        self._model = None
        self._trio.show_run(desk.run.place if desk.run else None)
        if verdict is None or desk.run is None:
            return
        self._title.setText(self.tr("It is better") if verdict.offered else self.tr("It is not better"))
        self._sentence.setText(translated(verdict.sentence))
        self._numbers.setText(self._in_numbers())
        self._advice.setText("\n".join(f"• {translated(line)}" for line in verdict.advice))
        self._advice.setVisible(bool(verdict.advice))
        self._name.setText(f"{desk.run.photos.name}: {in_the_middle(goals()[Goal(desk.run.goal)][0])}")
        self._show(offered=verdict.offered)

    def show_trouble(self, sentence: str) -> None:
        """Say why the model cannot be kept."""
        self._sentence.setText(sentence)

    def _in_numbers(self) -> str:
        found, photos = self._desk.state.comparison, self._desk.state.photos
        if found is None:
            return ""
        unit = " dB" if found.measure == "psnr" else ""
        digits = 1 if found.measure == "psnr" else 2
        return self.tr(
            "On {} photos kept aside: built-in {}{}, yours {}{}. Learnt from {} photos in {:.0f} min."
        ).format(
            photos.get("judging", 0), number(found.rival, digits), unit, number(found.quality, digits), unit,
            photos.get("training", 0), self._desk.state.minutes,
        )  # fmt: skip

    def _add_keeping(self) -> None:
        self._keeping = QWidget()
        row = QHBoxLayout(self._keeping)
        row.setContentsMargins(0, 6, 0, 0)
        self._name = named(QLineEdit(), "model_name_field")
        self._name.setMinimumWidth(320)
        label = QLabel(self.tr("&Name"))
        label.setBuddy(self._name)
        self._name.setAccessibleName(self.tr("Name of the model"))
        self._keep = named(QPushButton(self.tr("&Keep this model")), "keep_model", role="primary")
        self._keep.clicked.connect(self._on_keep)
        self._name.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        for widget in (label, self._name, self._keep):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addWidget(self._keeping)

    def _add_kept(self) -> None:
        self._kept = QWidget()
        row = QHBoxLayout(self._kept)
        row.setContentsMargins(0, 6, 0, 0)
        self._kept_words = named(QLabel(wordWrap=True), "kept_words")
        self._kept_words.setTextFormat(Qt.TextFormat.PlainText)  # a model may be called anything
        row.addWidget(self._kept_words, 1)
        for text, name, signal in (
            (self.tr("&Use it from now on"), "use_model", self.use),
            (self.tr("Read its &card"), "read_card", self.card),
            (self.tr("S&hare…"), "share_model", self.share),
        ):
            button = named(QPushButton(text), name, role="primary" if name == "use_model" else "")
            button.clicked.connect(lambda _=False, signal=signal: self._tell(signal))
            row.addWidget(button)
        self.column.addWidget(self._kept)

    def _tell(self, signal: object) -> None:
        if self._model is not None:
            signal.emit(self._model)  # type: ignore[attr-defined]

    def _on_keep(self) -> None:
        self._keep.setEnabled(False)
        self._desk.adopt(self._name.text().strip())

    def _on_adopted(self, model: Model) -> None:
        self._model = model
        self._kept_words.setText(
            self.tr(
                "“{}” is among the models. It was checked to compute as it did when it was trained."
            ).format(model.card.name)
        )
        self._show(offered=True)

    def _show(self, *, offered: bool) -> None:
        self._keeping.setVisible(offered and self._model is None)
        self._keep.setEnabled(True)
        self._kept.setVisible(self._model is not None)
