"""Takes the result away: into a file, or into the clipboard."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restorer.errors import RestorerError
from restorer.gui import work
from restorer.gui.activities import Activities
from restorer.gui.clipboard import image_of_result
from restorer.gui.messages import Message, Weight, describe

if TYPE_CHECKING:
    from restorer.app.document import Document
    from restorer.photo import SaveOptions


class Saving(QObject):
    """Writes and copies results while the work goes on."""

    written = Signal(object, object)
    """The `Document` whose result was written, and the `Path` that it lies at."""
    over = Signal(bool)
    """A save has ended; True if the file is written. After ``written``."""
    copied = Signal(object)
    """The result as a `QImage`, for the clipboard."""
    message = Signal(object)

    def __init__(self, activities: Activities) -> None:
        super().__init__()
        self._activities = activities

    @property
    def going_on(self) -> bool:
        """Whether a file is being written."""
        return self._activities.runs("save")

    def save(self, document: "Document", path: Path, options: "SaveOptions", *, sidecar: bool) -> None:
        """Write the result to ``path``, over a file that is there, never over the source."""
        self._activities.run(
            "save",
            self.tr("Saving {}").format(path.name),
            partial(work.save, document, path, options, sidecar),
            partial(self._on_saved, document, path),
            partial(self._on_not_saved, path),
            lane="files",
            slot=f"save {path}",  # to save under another name is no reason to give the first one up
            about=path.name,
        )

    def copy(self, document: "Document") -> None:
        """Make the result ready for the clipboard; `copied` brings it."""
        task = partial(image_of_result, document)
        self._activities.run("copy", self.tr("Copying the photo"), task, self.copied.emit, lane="files")

    def _on_saved(self, document: "Document", path: Path, trouble: RestorerError | None) -> None:
        text = self.tr("Saved to {}").format(path)
        self.message.emit(Message(text, weight=Weight.DONE, topic="save", action="reveal"))
        if trouble is not None:  # with what was to lie beside the result
            self.message.emit(replace(describe(trouble), weight=Weight.WARNING, topic="sidecar"))
        self.written.emit(document, path)
        self.over.emit(True)

    def _on_not_saved(self, path: Path) -> None:
        # Where it failed, the reason takes the place of this.
        self.message.emit(Message(self.tr("Saving {} was stopped.").format(path.name), topic="save"))
        self.over.emit(False)
