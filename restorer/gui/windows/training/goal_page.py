"""The second step: what shall be learnt, for how long, and, folded away, by what kind of network."""

from collections.abc import Callable
from pathlib import Path

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
from restorer.gui.named import named
from restorer.gui.theme import Theme
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.training.controls import NetworkControls
from restorer.gui.windows.training.page import Page
from restorer.gui.windows.training.words import goals

_MINUTES = 10
_INDENT = 26

Ask = Callable[[], Path | None]


class GoalPage(Page):
    """Lists the goals with what this folder promises for each."""

    def __init__(self, desk: TrainingDesk, theme: Theme, ask_for_mark: Ask, ask_for_clean: Ask) -> None:
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
        self._add_extras(ask_for_mark, ask_for_clean)
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

    def _add_extras(self, ask_for_mark: Ask, ask_for_clean: Ask) -> None:
        self._mark = named(QPushButton(self.tr("Show the &watermark…")), "choose_mark")
        self._clean = named(QPushButton(self.tr("Add a folder of c&lean photos…")), "choose_clean")
        self._clean.setToolTip(
            self.tr("Optional: clean photos of anything, to be made noisy like your scans. They teach best.")
        )
        self._extra = named(QLabel(wordWrap=True), "extra", role="muted")

        def choose(ask: Ask, name: str) -> None:
            if (path := ask()) is not None:
                setattr(self, name, path)
                self._show()

        self._mark.clicked.connect(lambda: choose(ask_for_mark, "mark"))
        self._clean.clicked.connect(lambda: choose(ask_for_clean, "clean"))
        row = QHBoxLayout()
        row.addWidget(self._mark)
        row.addWidget(self._clean)
        row.addWidget(self._extra, 1)
        self.column.addSpacing(6)
        self.column.addLayout(row)

    def _add_minutes(self) -> None:
        self._minutes = named(QSpinBox(suffix=self.tr(" minutes")), "minutes")
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
        shown = self.mark if self.goal is Goal.WATERMARK else self.clean if noise else None
        self._extra.setText(shown.name if shown else "")
        for goal, label in self._prospects.items():
            expected = prospect(report, goal) if report else None
            label.setVisible(goal is self.goal and expected is not None)
            if expected is not None:
                sign = "✓" if expected.enough else "⚠"
                label.setText(f"{sign} {expected.sentence} {expected.hint}".strip())
        self._desk.goal_changed.emit()
