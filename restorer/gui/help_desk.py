"""What the Help menu does beyond showing a sheet: the tour, the packs, the check for updates."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from restorer import __version__
from restorer.app.jobs import JobRunner
from restorer.errors import NetworkError
from restorer.gui.core_sentences import translated
from restorer.gui.main_window import MainWindow
from restorer.gui.memory import Memory
from restorer.gui.messages import Message, Weight, describe
from restorer.gui.pack_desk import PackDesk, the_internet
from restorer.gui.tour import Tour
from restorer.gui.windows.questions import Questions
from restorer.progress import Progress

if TYPE_CHECKING:
    from restorer.app.network import Network
    from restorer.gui.windows.packs import PacksWindow


class HelpDesk(QObject):
    """Serves ``window``. Nothing here starts by itself but the first tour, and that asks nobody."""

    def __init__(
        self,
        window: MainWindow,
        jobs: JobRunner,
        memory: Memory,
        questions: Questions,
        packs: PackDesk,
        network: "Callable[[], Network]" = the_internet,
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._memory, self._questions = window, jobs, memory, questions
        self._packs, self._network = packs, network
        self.tour: Tour | None = None
        self._awaited: QAction | None = None
        self._packs_window: PacksWindow | None = None
        window.actions_.connect_all(
            {"tour": self.show_tour, "packs": self.show_packs, "updates": self.check_for_updates}
        )

    def greet(self) -> None:
        """Offer the tour to somebody who has never seen it."""
        if not self._memory.tour_seen:
            self.show_tour()

    def show_tour(self) -> None:
        """Show the tour from its beginning."""
        if self.tour is not None:
            self.tour.end()
        self.tour = Tour(self._window, self._trigger, self._on_tour_end)
        self.tour.start()

    def go_on_with_tour(self) -> None:
        """Let the keys go to the tour again: the photo that it opened has taken them."""
        if self.tour is not None:
            self.tour.card.take_keys()

    def show_packs(self) -> None:
        """Show the packs."""
        from restorer.gui.windows.packs import PacksWindow

        if self._packs_window is None:
            dialog = self._packs_window = PacksWindow(
                self._window, self._packs, self._questions.pack_to_install
            )
            dialog.setObjectName("packs_window")
            dialog.finished.connect(self._on_packs_closed)
            dialog.show()
        self._packs_window.activateWindow()

    def check_for_updates(self) -> None:
        """Ask for the latest release, once, because somebody wants to know."""

        def work(progress: Progress) -> Message:
            from restorer.app.updates import latest_release

            progress(0.0)
            release = latest_release(self._network())
            if not release.is_newer:
                return Message(
                    self.tr("This is the latest release, {}.").format(__version__), weight=Weight.DONE
                )
            text = self.tr("Restorer {} is there; this is {}.").format(release.version, __version__)
            return Message(text, self.tr("Get it at {}").format(release.page))

        self._jobs.start(
            self.tr("Checking for updates"),
            work,
            done=self._say,
            failed=self._on_no_answer,
            lane="files",
            slot="updates",
        )

    def _on_no_answer(self, error: Exception) -> None:
        if isinstance(error, NetworkError):
            self._say(Message(translated(error.message), translated(error.hint)))
        else:
            self._say(describe(error))

    def _say(self, message: Message) -> None:
        self._window.messages.show_message(message)

    def _on_packs_closed(self) -> None:
        dialog, self._packs_window = self._packs_window, None
        if dialog is not None:
            dialog.deleteLater()

    def _trigger(self, name: str) -> None:
        """Do an action now, or as soon as it can be done (the sample may still be opening)."""
        self._stop_waiting()
        if not name:
            return
        action = self._window.actions_[name]
        if action.isEnabled():
            action.trigger()
        else:
            self._awaited = action
            action.enabledChanged.connect(self._on_enabled)

    def _on_enabled(self, enabled: bool) -> None:
        action = self._awaited
        if enabled and action is not None:
            self._stop_waiting()
            action.trigger()

    def _stop_waiting(self) -> None:
        if self._awaited is not None:
            self._awaited.enabledChanged.disconnect(self._on_enabled)
            self._awaited = None

    def _on_tour_end(self) -> None:
        self.tour = None
        self._stop_waiting()
        self._memory.see_tour()
