"""The plan of a batch, seen before anything runs: how much, how long, where to, and what is left out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from restorer.app.batch.items import Refused, State, Treatment
from restorer.app.batch.plan import BatchPlan
from restorer.gui.core_sentences import translated
from restorer.gui.messages import Message
from restorer.gui.named import named
from restorer.gui.numbers import number, photos
from restorer.gui.queue import wording
from restorer.gui.queue.queue import Phase, Queue
from restorer.gui.queue.work import Preflight, Wish

_SIZE = QSize(640, 600)
_STEPS = 1000
_EXAMPLES = 3
_REASONS = 6


class PreflightWindow(QDialog):
    """Shows what the queue plans, lets it be changed, and begins it. Closing it gives the plan up."""

    folder_wanted = Signal()
    """The user wants another folder for the results."""

    def __init__(self, parent: QWidget | None, queue: Queue, treatments: dict[str, Treatment]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a batch"))
        self.setObjectName("preflight_window")
        self.resize(_SIZE)
        self._queue = queue
        self._wish: Wish | None = None
        self._treatments = treatments
        self._title = named(QLabel(wordWrap=True), "preflight_title", role="title")
        self._state = named(QLabel(wordWrap=True), "preflight_state", role="muted")
        self._bar = named(QProgressBar(textVisible=False), "preflight_progress")
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("Progress of the plan"))
        self._make_choices()
        self._facts = {name: _text(f"preflight_{name}") for name in ("photos", "time", "room", "rules")}
        self._names, self._left_out = _text("preflight_names"), _text("preflight_left_out")
        self._lay_out()
        queue.changed.connect(self._show)
        queue.failed.connect(self._on_failed)
        self._show()

    def _make_choices(self) -> None:
        self._choice = named(QComboBox(), "preflight_treatment")
        self._choice.setAccessibleName(self.tr("What is done to each photo"))
        self._choice.addItems(list(self._treatments))
        self._choice.activated.connect(lambda: self._change(treatment=self._chosen()))
        self._folder = _text("preflight_folder")
        self._other = named(QPushButton(self.tr("Change…")), "preflight_change_folder")
        self._other.setAccessibleName(self.tr("Choose another folder for the results"))
        self._other.setAutoDefault(False)
        self._other.clicked.connect(self.folder_wanted)
        self._below = named(QCheckBox(self.tr("Include sub-folders")), "preflight_recursive")
        self._below.clicked.connect(lambda ticked: self._change(recursive=ticked))

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self._folder, 1)
        where.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows: list[tuple[QLabel, QWidget | QHBoxLayout]] = [
            (QLabel(self.tr("What is done")), self._choice),
            (QLabel(self.tr("Photos")), self._facts["photos"]),
            (QLabel(), self._below),
            (QLabel(self.tr("Time")), self._facts["time"]),
            (QLabel(self.tr("Results go to")), where),
            (QLabel(self.tr("Room on the disk")), self._facts["room"]),
            (QLabel(self.tr("Their names")), self._names),
            (QLabel(self.tr("Format and depth")), self._facts["rules"]),
            (QLabel(self.tr("Left out")), self._left_out),
        ]
        for label, field in self._rows:
            label.setProperty("role", "fact")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setMinimumWidth(130)
            if isinstance(field, QWidget):
                label.setBuddy(field)
                form.addRow(label, field)
            else:
                form.addRow(label, field)
        self._form = form
        body = named(QWidget(), "sheet_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(8)
        for widget in (self._title, self._state, self._bar):
            column.addWidget(widget)
        column.addSpacing(10)
        column.addLayout(form)
        column.addStretch(1)
        scroll = named(QScrollArea(widgetResizable=True), "sheet_scroll")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("The plan"))
        scroll.setWidget(body)
        rule = QFrame()
        rule.setProperty("role", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(rule)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        buttons = QDialogButtonBox()
        self._start = named(QPushButton(self.tr("Start")), "preflight_start")
        self._start.setDefault(True)
        later = named(QPushButton(self.tr("Not now")), "preflight_later")
        later.setAutoDefault(False)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.begin)
        buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.setContentsMargins(20, 12, 20, 14)
        below.addWidget(buttons)
        return below

    def plan(self, wish: Wish) -> None:
        """Plan ``wish`` and show what comes of it."""
        self._wish = wish
        chosen = [name for name, treatment in self._treatments.items() if treatment == wish.treatment]
        if not chosen:  # an interrupted batch may have been begun with anything
            name = self.tr("As it was begun")
            self._treatments[name] = wish.treatment
            self._choice.addItem(name)
            chosen = [name]
        self._choice.setCurrentText(chosen[0])
        self._queue.plan(wish)

    @property
    def wish(self) -> Wish | None:
        """What is planned."""
        return self._wish

    def choose_folder(self, folder: Path) -> None:
        """Let the results go to ``folder``."""
        self._change(output=folder)

    def reject(self) -> None:
        """Give the plan up."""
        self._queue.give_up_plan()
        super().reject()

    def _change(self, **changes: object) -> None:
        if self._wish is not None:
            self.plan(replace(self._wish, **changes))  # type: ignore[arg-type]

    def _chosen(self) -> Treatment:
        return self._treatments[self._choice.currentText()]

    def begin(self) -> None:
        """Begin what is shown."""
        self._queue.changed.disconnect(self._show)
        self._queue.begin()
        self.accept()

    def _on_failed(self, message: Message) -> None:
        self._title.setText(self.tr("There is no plan"))
        self._say(f"{message.text} {message.hint}".strip())

    # Showing

    def _show(self) -> None:
        queue = self._queue
        planning = queue.phase is Phase.PLANNING
        preflight = queue.preflight if queue.phase is Phase.PLANNED else None
        for index in range(1, len(self._rows)):
            self._form.setRowVisible(index, preflight is not None)
        self._choice.setEnabled(self._wish is None or not self._wish.again)
        self._start.setEnabled(preflight is not None and bool(preflight.plan.items))
        self._bar.setVisible(planning)
        if planning:
            report = queue.report
            self._title.setText(self.tr("Looking through the photos"))
            self._bar.setRange(0, _STEPS if report else 0)
            self._bar.setValue(round(report.fraction * _STEPS) if report else 0)
            self._say(translated(report.note) if report else "")
        elif preflight is not None:
            self._show_plan(preflight)

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def _show_plan(self, preflight: Preflight) -> None:
        plan, wish = preflight.plan, preflight.wish
        count = photos(len(plan.items))
        if not plan.items:
            self._title.setText(self.tr("There is nothing to restore"))
        elif State.PLANNED in wish.again:
            self._title.setText(self.tr("Go on with {}").format(count))
        else:
            self._title.setText(self.tr("Restore {}").format(count))
        self._say("")
        self._facts["photos"].setText(self._photos(plan))
        duration = plan.duration(preflight.expected) if preflight.expected else None
        self._facts["time"].setText(wording.span(duration) if duration else "–")
        self._folder.setText(str(plan.output))
        self._facts["room"].setText(self._room(plan))
        self._facts["rules"].setText(self._rules(plan))
        self._names.setText("\n".join(_examples(plan)))
        reasons = list(self._reasons(preflight))
        self._left_out.setText("\n".join(reasons))
        self._form.setRowVisible(len(self._rows) - 1, bool(reasons))
        self._form.setRowVisible(6, bool(plan.items))
        self._form.setRowVisible(2, bool(preflight.sub_folders) or wish.recursive)
        self._below.setChecked(wish.recursive)

    def _photos(self, plan: BatchPlan) -> str:
        parts = [self.tr("{} to restore").format(number(len(plan.items)))]
        if plan.items:
            parts.append(
                self.tr("{} megapixels").format(number(plan.megapixels, 0 if plan.megapixels > 9 else 1))
            )
        if plan.done:
            parts.append(self.tr("{} done before").format(number(len(plan.done))))
        if plan.failed:
            parts.append(self.tr("{} cannot be read").format(number(len(plan.failed))))
        return " · ".join(parts)

    def _room(self, plan: BatchPlan) -> str:
        text = self.tr("up to {} needed, {} free").format(
            wording.room(plan.disk_needed), wording.room(plan.disk_free)
        )
        if plan.disk_needed > plan.disk_free:
            text += "\n" + self.tr(
                "That may not be enough. The batch would pause when the disk is full, and lose nothing."
            )
        return text

    def _rules(self, plan: BatchPlan) -> str:
        save = plan.treatment.save
        text = self.tr(
            "Each photo keeps its format, depth, colours and metadata. What cannot be written as it is"
            " becomes PNG, or TIFF if it is deep. JPEG at quality {}."
        ).format(save.quality)
        if save.strip_private:
            text += " " + self.tr("Place, time and serial numbers are left out.")
        return text

    def _reasons(self, preflight: Preflight) -> Iterator[str]:
        plan = preflight.plan
        for one in plan.failed[:_REASONS]:
            yield f"{one.source.name}: {translated(one.reason)}"
        if len(plan.failed) > _REASONS:
            yield self.tr("… and {} more that cannot be read").format(len(plan.failed) - _REASONS)
        # What is said of one file by its name is said of many as "this file".
        alike: dict[str, list[Refused]] = {}
        for one in plan.skipped:
            quoted = self.tr("“{}”").format(one.source.name)
            words = translated(one.reason).replace(quoted, self.tr("This file"))
            alike.setdefault(words, []).append(one)
        for words, group in sorted(alike.items(), key=lambda pair: -len(pair[1]))[:_REASONS]:
            yield (
                f"{number(len(group))} × {words}" if len(group) > 1 else f"{group[0].source.name}: {words}"
            )
        if len(alike) > _REASONS:
            yield self.tr("… and others; the queue will say why")


def _examples(plan: BatchPlan) -> Iterator[str]:
    # One of each kind that changes its name, then the first ones.
    changed = [item for item in plan.items if item.target.name != item.source.name]
    chosen = list(dict.fromkeys([*plan.items[:1], *changed[:1], *plan.items]))[:_EXAMPLES]
    for item in chosen:
        yield f"{item.source.name}  →  {item.target}"
    if len(plan.items) > len(chosen):
        yield "…"


def _text(name: str) -> QLabel:
    label = named(QLabel(wordWrap=True), name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
