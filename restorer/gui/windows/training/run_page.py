"""The third step: it learns, and whoever likes can watch."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from restorer import paths
from restorer.app.training.goals import GOALS
from restorer.app.training.state import Phase, TrainingState
from restorer.gui.messages import describe
from restorer.gui.named import named
from restorer.gui.theme import Theme
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.curve import Curve
from restorer.gui.windows.training.page import Page
from restorer.gui.windows.training.words import noise_sentence, progress_statement, time_left

_PICTURE = 262


class Trio(QWidget):
    """The same place of a photo that it does not learn from: as it was, built-in, yours."""

    def __init__(self) -> None:
        super().__init__()
        captions = (self.tr("As it was"), self.tr("Built-in model"), self.tr("Yours"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        self._pictures: dict[str, QLabel] = {}
        for name, caption in zip(("degraded", "rival", "yours"), captions, strict=True):
            picture = named(QLabel(alignment=Qt.AlignmentFlag.AlignCenter), f"preview_{name}")
            picture.setFixedSize(QSize(_PICTURE, _PICTURE))
            picture.setAccessibleName(caption)
            words = QLabel(caption, alignment=Qt.AlignmentFlag.AlignHCenter)
            words.setProperty("role", "muted")
            column = QVBoxLayout()
            column.addWidget(picture)
            column.addWidget(words)
            row.addLayout(column)
            self._pictures[name] = picture
        row.addStretch(1)

    def show_run(self, place: Path | None) -> None:
        """Show what a run has written by now."""
        for name, label in self._pictures.items():
            file = place / f"{name}.png" if place else None
            if file is not None and file.exists():
                picture = QPixmap(str(file))
                size = QSize(_PICTURE, _PICTURE)
                mode = Qt.TransformationMode.SmoothTransformation
                label.setPixmap(picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode))
            else:
                label.clear()


class RunPage(Page):
    """Shows the desk's state, and steers the child."""

    def __init__(self, desk: TrainingDesk, theme: Theme) -> None:
        super().__init__("run_page")
        self._desk = desk
        self._shown = -1
        self._statement = self.text("", "statement", "training_statement")
        self._noise = self.text("", "muted", "measured_noise")
        self._bar = named(QProgressBar(textVisible=False), "training_bar")
        self._bar.setAccessibleName(self.tr("How far the training is"))
        self._bar.setRange(0, 1000)
        self.column.addWidget(self._bar)
        self._left = self.text("", "muted", "time_left")
        self._gains = Curve(theme, self.tr("Against the built-in model"), self.tr("built-in"))
        self._losses = Curve(theme, self.tr("Mistakes while learning (loss)"), smoothed=True)
        curves = QHBoxLayout()
        curves.setSpacing(18)
        curves.addWidget(self._gains)
        curves.addWidget(self._losses)
        self.column.addLayout(curves)
        self._trio = Trio()
        self.column.addWidget(self._trio)
        self._add_buttons()
        self.column.addStretch(1)
        desk.changed.connect(self._show)
        self._show()

    def _add_buttons(self) -> None:
        self._pause = named(QPushButton(), "pause_training")
        self._stop = named(QPushButton(self.tr("&Stop and keep the best")), "stop_training")
        self._pause.clicked.connect(self._on_pause)
        self._stop.clicked.connect(self._desk.stop)
        row = QHBoxLayout()
        row.addWidget(self._pause)
        row.addWidget(self._stop)
        row.addStretch(1)
        self.column.addLayout(row)

    def _on_pause(self) -> None:
        if self._desk.state.phase is Phase.PAUSED:
            self._desk.go_on()
        else:
            self._desk.pause()

    def _show(self) -> None:
        desk, state = self._desk, self._desk.state
        builtin = desk.run is not None and (paths.bundled_models() / GOALS[desk.run.goal].builtin).is_dir()
        self._statement.setText(self._words(state, has_builtin=builtin))
        self._noise.setText(noise_sentence(state))
        self._noise.setVisible(bool(state.noise))
        self._bar.setValue(round(1000 * state.fraction))
        self._left.setText(self._time(state))
        self._gains.show_points(state.gains, self._statement.text())
        self._losses.show_points(state.losses, self.tr("The loss of each batch"))
        if state.previews != self._shown:
            self._shown = state.previews
            self._trio.show_run(desk.run.place if desk.run else None)
        paused = state.phase is Phase.PAUSED
        self._pause.setText(self.tr("&Go on") if paused else self.tr("&Pause"))
        for button in (self._pause, self._stop):
            button.setEnabled(desk.running and state.phase in (Phase.TRAINING, Phase.PAUSED))

    def _words(self, state: TrainingState, *, has_builtin: bool) -> str:
        if state.phase is Phase.FAILED and state.error is not None:
            said = describe(state.error)
            return f"{said.text} {said.hint}".strip()
        if state.phase is Phase.PAUSED:
            return self.tr("Paused. {}").format(progress_statement(state, has_builtin=has_builtin))
        if state.phase is Phase.JUDGING:
            return self.tr("Checking the best one …")
        return progress_statement(state, has_builtin=has_builtin)

    def _time(self, state: TrainingState) -> str:
        if state.phase is Phase.TRAINING and state.seconds_left is not None:
            return self.tr("{} · you can go on working; it steps aside for everything else").format(
                time_left(state.seconds_left)
            )
        return ""
