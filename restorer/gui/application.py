"""Puts the program together: makes every object once, passes it to those who need it, and takes it apart.

The window comes first. What takes long to load (the engine's library, file formats) is loaded by the first
background job that needs it, while the window is up already.
"""

import logging
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from restorer import __version__, paths
from restorer.app.jobs import JobRunner
from restorer.app.trouble_report import has_crashed
from restorer.gui import icons
from restorer.gui.bridge import Bridge
from restorer.gui.core_sentences import translated
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.equipment import Equipment, Makers
from restorer.gui.errors import Hooks, start_log, stop_log
from restorer.gui.help_desk import HelpDesk
from restorer.gui.inspection_desk import InspectionDesk
from restorer.gui.languages import Languages
from restorer.gui.main_window import MainWindow
from restorer.gui.memory import Memory
from restorer.gui.messages import Message, Weight, describe
from restorer.gui.pack_desk import PackDesk
from restorer.gui.preferences import Preferences
from restorer.gui.queue.queue import Queue
from restorer.gui.queue.thumbnails import Thumbnails
from restorer.gui.theme import Theme
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.questions import Questions
from restorer.gui.workspace import Workspace

_log = logging.getLogger(__name__)
_HEARTBEAT = 500  # milliseconds; Python sees Ctrl+C in a terminal only when it gets to run


class Application:
    """All objects of the running program. ``start`` shows the window, ``stop`` waits for what runs."""

    def __init__(
        self,
        qt: QApplication,
        makers: Makers | None = None,
        questions: Callable[[QWidget], Questions] = Questions,
    ) -> None:
        self._crashed = has_crashed(paths.logs())
        self._last_words: IO[str] | None = start_log(paths.logs())
        self._bridge = Bridge()
        self.hooks = Hooks(lambda error: self._bridge.post(lambda: self._on_unexpected(error)))
        self.preferences = Preferences(paths.settings_file())
        self._languages = Languages(self.preferences.settings.language)
        self.memory = Memory(paths.settings_file().with_name("window.ini"))
        self.theme = Theme(qt, self.preferences.settings.theme)
        self.jobs = JobRunner(self._bridge.post)
        self._equipment = Equipment(self.preferences.settings.device, makers or Makers())
        self.workspace = Workspace(self.jobs, self._bridge.post, self._equipment)
        self.desk = DeviceDesk(self.jobs, self._equipment)
        self._batch_equipment = Equipment(self.preferences.settings.device, makers or Makers())
        self.queue = Queue(self.jobs, self._bridge.post, self._batch_equipment)
        self._thumbnails = Thumbnails(self._bridge.post)
        self.training = TrainingDesk(self.jobs, self._bridge.post, self._equipment)
        self.inspection = InspectionDesk(self.jobs, self._equipment)
        self._remember_model()
        self.desk.changed.connect(self._on_models_known)
        self.window = MainWindow(
            self.workspace,
            self.desk,
            self.queue,
            self._thumbnails,
            self.preferences,
            self.memory,
            self.theme,
            self.training,
            self.inspection,
            questions,
        )
        self.packs = PackDesk(self.jobs)
        self.help = HelpDesk(self.window, self.jobs, self.memory, questions(self.window), self.packs)
        self.workspace.replaced.connect(self.help.go_on_with_tour)
        self._then = QTimer(singleShot=True, interval=0)
        self.preferences.changed.connect(self._on_preferences)
        self.preferences.changed.connect(lambda: self.theme.choose(self.preferences.settings.theme))

    def start(self, photos: Sequence[Path] = (), *, greet: bool = False) -> None:
        """Show the window, then open ``photos`` and load the engine. ``greet``: somebody may be new here."""
        self.window.show()
        self.window.setFocus()  # not the first button: a ring around it would look like a choice
        if greet and not photos:
            self.help.greet()
        self._then.timeout.connect(lambda: self._on_shown(photos))
        self._then.start()

    def stop(self) -> None:
        """Cancel what runs, wait for it, and give everything back."""
        self._then.stop()
        self._bridge.close()
        self.workspace.shut_down()
        self.training.shut_down()
        self._thumbnails.shut_down()
        self.jobs.shutdown()
        self._equipment.close()
        self._batch_equipment.close()
        self.hooks.remove()
        self._languages.remove()
        stop_log(self._last_words)

    def _remember_model(self) -> None:
        """Remove noise with the user's own model, if they chose one and it is still there."""
        chosen = self.preferences.settings.denoise_model
        if (paths.user_models() / chosen / "card.json").exists():
            self.workspace.model = chosen
            self.desk.use_model(chosen)

    def _on_models_known(self) -> None:
        self.workspace.faces = self.desk.state.face_finder if self.desk.state else ""

    def _on_shown(self, photos: Sequence[Path]) -> None:
        _log.info("Restorer %s started", __version__)
        if photos:
            self.window.commands.open_paths(photos)
        self.desk.refresh()
        self.queue.look_for_unfinished()
        if self._crashed:
            text = self.window.tr("Restorer ended unexpectedly the last time. No original was touched.")
            hint = self.window.tr("What happened is kept on this computer only; copy it for the makers.")
            self.window.messages.show_message(
                Message(text, hint, Weight.WARNING, topic="crash", action="diagnostics")
            )
        if self.preferences.notice:
            text = translated(self.preferences.notice)
            self.window.messages.show_message(Message(text, weight=Weight.WARNING, topic="preferences"))

    def _on_preferences(self) -> None:
        if self.preferences.settings.device != self._batch_equipment.device:
            self.queue.use_device(self.preferences.settings.device)

    def _on_unexpected(self, error: BaseException) -> None:
        self.window.messages.show_message(describe(error))


def run(arguments: Sequence[str]) -> int:
    """Show the window and open the photos named in ``arguments``. Returns the exit status."""
    # Qt's dialog for files remembers folders in a file of its own, which has its place among ours.
    own = str(paths.settings_file().parent)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, own)
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("restorer")
    qt.setApplicationDisplayName("Restorer")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("restorer")
    qt.setWindowIcon(icons.application_icon())
    application = Application(qt)
    signal.signal(signal.SIGINT, lambda *_: application.window.close())
    heartbeat = QTimer(interval=_HEARTBEAT)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    application.hooks.install()
    photos = [Path(argument).absolute() for argument in arguments if not argument.startswith("-")]
    application.start(photos, greet=True)
    status = qt.exec()
    application.stop()
    return status
