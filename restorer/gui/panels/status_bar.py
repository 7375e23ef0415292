"""The line below the photo: what it is, what is under the mouse, what computes, what runs."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)

from restorer.gui.canvas import Canvas
from restorer.gui.core_sentences import translated
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.elided_label import ElidedLabel
from restorer.gui.named import named
from restorer.gui.numbers import number, significant
from restorer.gui.panels.wording import depth, percent, profile_name, seconds, size
from restorer.gui.theme import Theme
from restorer.gui.tips import plain_tip
from restorer.gui.workspace import Workspace

_PROGRESS_STEPS = 1000
_PROGRESS_WIDTH = 120
_GAP = 10


class StatusBar(QStatusBar):
    """Shows the workspace's document, the canvas's pixels and the desk's device."""

    device_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, workspace: Workspace, desk: DeviceDesk, canvas: Canvas, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._desk, self._theme = workspace, desk, theme
        self.setSizeGripEnabled(False)
        self._name = named(ElidedLabel(5, 260), "status_name")
        self._name.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called anything
        self._facts = named(QLabel(), "status_facts")
        self._zoom = named(QLabel(), "status_zoom")
        self._pixel = named(QLabel(), "status_pixel")
        self._unchanged = named(QLabel(), "status_unchanged")
        self._job = _JobView(self.cancel_clicked.emit)
        self._chip = named(QPushButton(), "device_chip")
        self._chip.setIconSize(QSize(16, 16))
        self._chip.clicked.connect(self.device_clicked)
        self._parts = _Parts([self._name, self._facts, self._zoom, self._pixel, self._unchanged])
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(10, 2, 8, 2)
        line.setSpacing(_GAP)
        line.addWidget(self._parts, 1)
        line.addWidget(self._job)
        line.addWidget(self._chip)
        self.addWidget(row, 1)
        canvas.zoom_changed.connect(self._show_zoom)
        canvas.pixel_hovered.connect(self._show_pixel)
        canvas.pixel_left.connect(lambda: self._parts.say(self._pixel, ""))
        workspace.changed.connect(self._show)
        workspace.measured.connect(self._show_unchanged)
        workspace.activity_changed.connect(self._show_activity)
        desk.changed.connect(self._show_device)
        theme.changed.connect(self._show_device)
        self._canvas = canvas
        self._show()
        self._show_device()
        self._show_activity()

    def _show(self) -> None:
        document = self._workspace.document
        if document is None:
            for part in (self._name, self._facts, self._zoom, self._pixel, self._unchanged):
                self._parts.say(part, "")
            return
        photo = document.photo
        self._parts.say(self._name, self._workspace.name)
        self._name.setToolTip(plain_tip(str(photo.path or self._workspace.name)))
        facts = self.tr("{} px · {} · {}").format(size(photo), depth(photo), profile_name(photo))
        self._parts.say(self._facts, facts)
        self._show_zoom(self._canvas.zoom)
        self._show_unchanged()

    def _show_zoom(self, zoom: float) -> None:
        self._parts.say(
            self._zoom, "" if self._workspace.document is None else f"{significant(zoom * 100, 4)} %"
        )

    def _show_pixel(self, x: int, y: int, before: object, after: object) -> None:
        text = f"{x}, {y}  {_values(before)}"
        if self._workspace.document is not None and self._workspace.document.recipe.steps:
            text += f" → {_values(after)}"
        self._parts.say(self._pixel, text)

    def _show_unchanged(self) -> None:
        share = self._workspace.unchanged
        text = "" if share is None else self.tr("{} unchanged").format(percent(share))
        self._parts.say(self._unchanged, text)
        self._unchanged.setToolTip(self.tr("Pixels that are the same as before, to the bit"))

    def _show_device(self) -> None:
        state = self._desk.state
        fallen = state is not None and state.fallen
        colours = self._theme.colours
        text = state.device.name if state else self.tr("Device …")
        self._chip.setText(text)
        self._chip.setIcon(
            self._theme.tinted("warning" if fallen else "device", colours.amber if fallen else "")
        )
        self._chip.setProperty("fallen", fallen)
        self._chip.setAccessibleName(self.tr("Device: {}").format(text))
        notices = (
            "\n".join(map(translated, state.notices))
            if state and fallen
            else self.tr("What computes; click to change it")
        )
        self._chip.setToolTip(notices)
        self._chip.style().unpolish(self._chip)
        self._chip.style().polish(self._chip)

    def _show_activity(self) -> None:
        activity = self._workspace.activity
        if activity is None:
            self._job.show_rest()
        else:
            report = activity.report
            left = report.seconds_left if report else None
            self._job.show_work(activity.title, report.fraction if report else None, left)


class _Parts(QWidget):
    """What is known of the photo, with lines between; where there is no room, the last are left out."""

    def __init__(self, labels: list[QLabel]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._labels, self._rules = labels, [_rule() for _ in labels]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        for label, rule in zip(labels, self._rules, strict=True):
            line.addWidget(rule)
            line.addWidget(label)
        line.addStretch(1)

    def say(self, label: QLabel, text: str) -> None:
        """Let a label say something, or nothing."""
        label.setText(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        room, first = self.width(), True
        for label, rule in zip(self._labels, self._rules, strict=True):
            shown = bool(label.text())
            if shown and not first:
                room -= 2 * _GAP + 1
                shown = label.sizeHint().width() <= room
            room -= label.sizeHint().width() if shown else 0
            label.setVisible(shown)
            rule.setVisible(shown and not first)
            first = first and not shown


class _JobView(QWidget):
    """The running job: title, time left, a bar, and a button to stop it."""

    def __init__(self, cancel: object) -> None:
        super().__init__()
        self.setObjectName("job")
        self._text = named(ElidedLabel(3, 420), "job_text")  # a file may have any name
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = named(QProgressBar(textVisible=False), "job_progress")
        self._bar.setRange(0, _PROGRESS_STEPS)
        self._bar.setFixedWidth(_PROGRESS_WIDTH)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = named(QToolButton(), "job_cancel")
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop what is running (Esc)"))
        self._cancel.clicked.connect(cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self._text, self._bar, self._cancel):
            line.addWidget(widget)

    def show_rest(self) -> None:
        """Show that nothing runs."""
        self._text.setText(self.tr("Ready"))
        self._bar.hide()
        self._cancel.hide()

    def show_work(self, title: str, fraction: float | None, left: float | None) -> None:
        """Show work of which ``fraction`` (0..1) is done, ``left`` seconds before its end."""
        self._text.setText(title if left is None else f"{title} · {seconds(left)}")
        self._bar.setRange(0, 0 if fraction is None else _PROGRESS_STEPS)
        self._bar.setValue(round((fraction or 0.0) * _PROGRESS_STEPS))
        self._bar.show()
        self._cancel.show()


def _values(values: object) -> str:
    numbers = values if isinstance(values, tuple) else (values,)
    return " ".join(number(value, 3) if isinstance(value, float) else str(value) for value in numbers)


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("role", "rule-upright")
    return line
