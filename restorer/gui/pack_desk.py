"""Installs and removes packs in the background, for the window that shows them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restorer.app.jobs import Job, JobRunner
from restorer.app.packs.pack import Pack
from restorer.app.packs.shelf import PackState, Shelf, users_shelf
from restorer.progress import Progress

if TYPE_CHECKING:  # loading it takes longer than the rest of this
    from restorer.app.network import Network


def the_internet() -> "Network":
    """Return the real network; nothing is asked yet."""
    from restorer.app.network import Internet

    return Internet()


class PackDesk(QObject):
    """Knows the packs of this release and does one thing at a time with them."""

    changed = Signal()
    """A pack came or went, or work began or ended."""
    progressed = Signal(object)
    """A `ProgressReport` of what is being done."""
    failed = Signal(object)
    """The exception that the work ended with."""

    def __init__(
        self,
        jobs: JobRunner,
        shelf: Callable[[], Shelf] = users_shelf,
        network: "Callable[[], Network]" = the_internet,
    ) -> None:
        super().__init__()
        self._jobs, self._make_shelf, self._network = jobs, shelf, network
        self._job: Job | None = None

    @property
    def working(self) -> bool:
        """Whether a pack is being installed or removed."""
        return self._job is not None

    def packs(self) -> list[tuple[Pack, PackState]]:
        """Return the packs of this release and whether each can be used.

        Raises:
            PackError: this installation is damaged.
        """
        shelf = self._make_shelf()
        return [(pack, shelf.state(pack)) for pack in shelf.packs]

    def install(self, file: Path) -> None:
        """Install the pack in ``file``."""
        self._start(self.tr("Installing a pack"), lambda progress: self._make_shelf().install(file, progress))

    def download(self, pack_id: str) -> None:
        """Fetch a pack over the network and install it."""

        def work(progress: Progress) -> Pack:
            from restorer.app.packs.installing import install_from_network

            return install_from_network(self._make_shelf(), pack_id, self._network(), progress)

        self._start(self.tr("Downloading a pack"), work)

    def remove(self, pack_id: str) -> None:
        """Remove a pack."""
        self._start(self.tr("Removing a pack"), lambda _progress: self._make_shelf().remove(pack_id))

    def cancel(self) -> None:
        """Stop what is being done; what was downloaded so far is kept for the next try."""
        if self._job is not None:
            self._job.cancel()

    def _start(self, title: str, work: Callable[[Progress], object]) -> None:
        if self._job is not None:
            return
        self._job = self._jobs.start(
            title,
            work,
            done=lambda _result: self._over(),
            failed=self._on_failed,
            cancelled=self._over,
            progress=self.progressed.emit,
            lane="files",
        )
        self.changed.emit()

    def _over(self) -> None:
        self._job = None
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._over()
        self.failed.emit(error)
