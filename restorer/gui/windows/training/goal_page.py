"""The second step: what shall be learnt, for how long, and, folded away, by what kind of network."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
)

from restorer.app.training.choices import Choices
from restorer.app.training.goals import Goal
from restorer.app.training.report import prospect
from restorer.gui.core_sentences import translated
from restorer.gui.named import named
from restorer.gui.theme import Theme
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.training.controls import NetworkControls
from restorer.gui.windows.training.page import Page
from restorer.gui.windows.training.words import goals

_MINUTES = 10
_INDENT = 26

_MARK_SIZE = QSize(220, 72)

Ask = Callable[[], Path | None]
AskForFiles = Callable[[], Sequence[Path]]


class GoalPage(Page):
    """Lists the goals with what this folder promises for each."""

    def __init__(
        self, desk: TrainingDesk, theme: Theme, ask_for_marked: AskForFiles, ask_for_clean: Ask
    ) -> None:
        super().__init__("goal_page")
        self._desk = desk
        self.clean: Path | None = None
        self.mark: Path | None = None
        self.text(self.tr("What shall it learn?"), "title")
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._show)
        self._prospects: dict[Goal, QLabel] = {}
        self._goals = list(Goal)
        for index, (goal, (name, meaning)) in enumerate(goals().items()):
            self._add_goal(index, goal, name, meaning)
        self._add_extras(ask_for_marked, ask_for_clean)
        self._add_minutes()
        self.controls = NetworkControls(theme)
        self.column.addWidget(self.controls)
        self.column.addStretch(1)
        self._group.button(0).setChecked(True)
        desk.changed.connect(self._show)

    @property
    def goal(self) -> Goal:
        """The goal chosen."""
        return self._goals[self._group.checkedId()]

    @property
    def ready(self) -> bool:
        """Whether there is all that the goal needs."""
        return self._desk.report is not None and (self.goal is not Goal.WATERMARK or self.mark is not None)

    def choices(self) -> Choices:
        """Return the time and the network chosen."""
        return self.controls.choices(float(self._minutes.value()))

    def enter(self) -> None:
        """Say what this folder promises."""
        self._show()

    def _add_goal(self, index: int, goal: Goal, name: str, meaning: str) -> None:
        button = named(QRadioButton(name), f"goal_{goal}")
        button.setAccessibleDescription(meaning)
        self._group.addButton(button, index)
        self.column.addWidget(button)
        words = QLabel(meaning, wordWrap=True)
        words.setProperty("role", "muted")
        words.setIndent(_INDENT)
        promise = named(QLabel(wordWrap=True), f"prospect_{goal}")
        promise.setIndent(_INDENT)
        self._prospects[goal] = promise
        self.column.addWidget(words)
        self.column.addWidget(promise)

    def _add_extras(self, ask_for_marked: AskForFiles, ask_for_clean: Ask) -> None:
        self._mark = named(QPushButton(self.tr("Show the &watermark…")), "choose_mark")
        self._mark.setToolTip(
            self.tr(
                "A PNG with a transparent ground, a picture of the mark on a plain ground, or a dozen and "
                "more marked photos of one size: the mark is what they share."
            )
        )
        self._picture = named(QLabel(), "mark_picture")
        self._picture.setAccessibleName(self.tr("The mark that was found"))
        self._clean = named(QPushButton(self.tr("Add a folder of c&lean photos…")), "choose_clean")
        self._clean.setToolTip(
            self.tr("Optional: clean photos of anything, to be made noisy like your scans. They teach best.")
        )
        self._extra = named(QLabel(wordWrap=True), "extra", role="muted")
        self._extra.setTextFormat(Qt.TextFormat.PlainText)  # a folder may be called anything

        def show_mark() -> None:
            if files := ask_for_marked():
                self._desk.show_mark(files)

        def choose_clean() -> None:
            if (folder := ask_for_clean()) is not None:
                self.clean = folder
                self._show()

        self._mark.clicked.connect(show_mark)
        self._clean.clicked.connect(choose_clean)
        self._desk.mark_shown.connect(self._on_mark)
        row = QHBoxLayout()
        for widget in (self._mark, self._clean, self._picture):
            row.addWidget(widget)
        row.addWidget(self._extra, 1)
        self.column.addSpacing(6)
        self.column.addLayout(row)

    def _on_mark(self, mark: Path) -> None:
        self.mark = mark
        self._picture.setPixmap(_on_grey(QPixmap(str(mark))))
        self._show()

    def _add_minutes(self) -> None:
        self._minutes = named(QSpinBox(suffix=self.tr(" min")), "minutes")
        self._minutes.setRange(1, 24 * 60)
        self._minutes.setValue(_MINUTES)
        label = QLabel(self.tr("Learn for about"))
        label.setBuddy(self._minutes)
        self._minutes.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._minutes)
        row.addStretch(1)
        self.column.addSpacing(6)
        self.column.addLayout(row)

    def _show(self) -> None:
        report = self._desk.report
        noise = self.goal in (Goal.SCANNER, Goal.GRAIN)
        self._mark.setVisible(self.goal is Goal.WATERMARK)
        self._clean.setVisible(noise)
        self._picture.setVisible(self.goal is Goal.WATERMARK and self.mark is not None)
        self._extra.setText(self.clean.name if noise and self.clean else "")
        for goal, label in self._prospects.items():
            expected = prospect(report, goal) if report else None
            label.setVisible(goal is self.goal and expected is not None)
            if expected is not None:
                sign = "✓" if expected.enough else "⚠"
                said = translated(f"{expected.sentence} {expected.hint}".strip())
                label.setText(f"{sign} {said}")
        self._desk.goal_changed.emit()


def _on_grey(mark: QPixmap) -> QPixmap:
    """Return a small picture of a mark, light or dark, on a ground on which both can be seen."""
    small = mark.scaled(
        _MARK_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    picture = QPixmap(small.size())
    picture.fill(QColor(128, 128, 128))
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, small)
    painter.end()
    return picture
