"""The first step: choose a folder, and read what is in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from restorer.gui.core_sentences import translated
from restorer.gui.elided_label import ElidedLabel
from restorer.gui.named import named
from restorer.gui.tips import plain_tip
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.training.page import Page
from restorer.gui.windows.training.words import findings, statement, time_left
from restorer.progress import ProgressReport

_PATH_WIDTH = 480


class FolderPage(Page):
    """Shows the desk's report."""

    resumed = Signal()
    """The user goes on with a training that was left."""
    recalled = Signal()
    """The user wants to see what came of a training that is over."""

    def __init__(self, desk: TrainingDesk, ask_to_forget: Callable[[str], bool]) -> None:
        """``ask_to_forget`` asks whether to throw the training on a folder away."""
        super().__init__("folder_page")
        self._desk, self._ask_to_forget = desk, ask_to_forget
        self.text(self.tr("Which photos shall it learn from?"), "title")
        self.text(
            self.tr(
                "Scans of one scanner, one film or one album work best: 60 and more, unedited. They are only "
                "read, and nothing leaves this computer."
            ),
            "muted",
        )
        self._add_left_run()
        self.choose = named(QPushButton(self.tr("Choose a &folder…")), "choose_folder", role="primary")
        self._path = named(ElidedLabel(2, _PATH_WIDTH), "folder_path", role="muted")
        for label in (self._path, self._left_words):
            label.setTextFormat(Qt.TextFormat.PlainText)  # a folder may be called anything
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addSpacing(10)
        row.addWidget(self._path, 1)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self._bar = named(QProgressBar(textVisible=False), "looking")
        self._bar.setAccessibleName(self.tr("Looking at the photos"))
        self._bar.setRange(0, 1000)
        self.column.addSpacing(8)
        self.column.addWidget(self._bar)
        self._note = self.text("", "muted", "looking_note")
        self._statement = self.text("", "statement", "folder_statement")
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(22)
        self._rows.setVerticalSpacing(7)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        desk.looking.connect(self._on_looking)
        desk.changed.connect(self._show)
        self._bar.hide()
        self._show()

    def look(self, folder: Path) -> None:
        """Look at a folder."""
        self._show_path(folder)
        self._bar.setValue(0)
        self._bar.show()
        self._desk.look(folder)

    def show_trouble(self, sentence: str) -> None:
        """Say why the folder cannot be looked at."""
        self._bar.hide()
        self._note.setText(sentence)

    def _add_left_run(self) -> None:
        self._left = QWidget()
        row = QHBoxLayout(self._left)
        row.setContentsMargins(0, 6, 0, 0)
        self._left_words = named(QLabel(wordWrap=True), "left_run")
        self._go_on = named(QPushButton(), "go_on_run")
        throw = named(QPushButton(self.tr("&Throw it away")), "forget_run")
        self._go_on.clicked.connect(self._on_go_on)
        throw.clicked.connect(self._on_forget)
        row.addWidget(self._left_words, 1)
        row.addWidget(self._go_on)
        row.addWidget(throw)
        self.column.addWidget(self._left)

    def _on_go_on(self) -> None:
        if (run := self._desk.resumable()) is not None:
            self._desk.resume(run)
            self.resumed.emit()
        elif (run := self._desk.unkept()) is not None:
            self._desk.recall(run)
            self.recalled.emit()

    def _on_forget(self) -> None:
        run = self._desk.resumable() or self._desk.unkept()
        if run is not None and self._ask_to_forget(run.photos.name):
            self._desk.forget(run)

    def _on_looking(self, report: ProgressReport) -> None:
        self._bar.setValue(round(1000 * report.fraction))
        left = f" · {time_left(report.seconds_left)}" if report.seconds_left else ""
        self._note.setText(f"{translated(report.note)}{left}")

    def enter(self) -> None:
        """Say whether a training was left before its end."""
        self._show()

    def _show_path(self, folder: Path) -> None:
        self._path.setText(str(folder))
        self._path.setToolTip(plain_tip(str(folder)))

    def _show_left_run(self) -> None:
        left, unkept = self._desk.resumable(), self._desk.unkept()
        self._left.setVisible(left is not None or unkept is not None)
        if left is not None:
            words = self.tr("A training on “{}” was left before its end.").format(left.photos.name)
            self._go_on.setText(self.tr("Go &on with it"))
            self._left_words.setText(words)
        elif unkept is not None:
            words = self.tr("What was learnt from “{}” is not kept yet.").format(unkept.photos.name)
            self._go_on.setText(self.tr("L&ook at it"))
            self._left_words.setText(words)

    def _show(self) -> None:
        self._show_left_run()
        report = self._desk.report
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self._statement.setText(statement(report) if report else "")
        if report is None:
            return
        self._bar.hide()
        self._note.setText("")
        self._show_path(report.folder)
        for name, text in findings(report).items():
            label, value = QLabel(name), QLabel(text, wordWrap=True)
            label.setProperty("role", "fact")
            label.setMinimumWidth(110)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._rows.addRow(label, value)
