"""Looking through a folder for what does not belong, as the window sees it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from restorer.app.jobs import Job, JobRunner
from restorer.gui.equipment import Equipment
from restorer.progress import Progress

if TYPE_CHECKING:
    from restorer.app.inspection import Inspection

_PREVIEW_SIDE = 560  # pixels


class InspectionDesk(QObject):
    """Inspects one folder at a time, in the background; says ``changed`` when it begins and ends."""

    changed = Signal()
    looking = Signal(object)
    """A `ProgressReport`."""
    trouble = Signal(object)
    """An exception, to be shown where the user is."""
    previewed = Signal(object, object)
    """A path, and its small picture (uint8 ``(h, w, 3)``), or None if it cannot be read."""

    def __init__(self, jobs: JobRunner, equipment: Equipment) -> None:
        super().__init__()
        self._jobs, self._equipment = jobs, equipment
        self._job: Job | None = None
        self.folder: Path | None = None
        self.found: Inspection | None = None

    @property
    def running(self) -> bool:
        """Whether a folder is being looked through."""
        return self._job is not None

    def inspect(self, folder: Path) -> None:
        """Look through a folder; what was found before is forgotten."""
        self.folder, self.found = folder, None
        self._job = self._jobs.start(
            self.tr("Inspecting the folder"),
            partial(_inspect, self._equipment, folder),
            done=self._over,
            failed=self._on_failed,
            cancelled=self._over,
            progress=self.looking.emit,
            slot="inspect folder",
        )
        self.changed.emit()

    def stop(self) -> None:
        """Ask to stop."""
        if self._job is not None:
            self._job.cancel()

    def preview(self, path: Path) -> None:
        """Read a small picture; `previewed` brings it."""
        self._jobs.start(
            self.tr("Reading the photo"),
            partial(_preview, path),
            done=partial(self.previewed.emit, path),
            failed=lambda _: self.previewed.emit(path, None),
            lane="files",
            slot="inspection preview",
        )

    def _over(self, found: "Inspection | None" = None) -> None:
        self._job, self.found = None, found
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._over()
        self.trouble.emit(error)


def _inspect(equipment: Equipment, folder: Path, progress: Progress) -> "Inspection":
    from restorer.app.inspection import detector, inspect_photos

    return inspect_photos(folder, detector(equipment.catalog()), equipment.engine(), progress=progress)


def _preview(path: Path, progress: Progress) -> NDArray[np.uint8]:
    from restorer.photo import thumbnail

    progress(0.0)
    return thumbnail(path, _PREVIEW_SIDE)
