"""What each action of the main window does: asks the user where it must, and passes the wish on."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from restorer import paths
from restorer.app.trouble_report import trouble_report
from restorer.errors import RestorerError
from restorer.gui.clipboard import photo_from
from restorer.gui.folders import free_name, here_or_home
from restorer.gui.memory import Memory
from restorer.gui.messages import Message, Weight, describe, diagnostics
from restorer.gui.preferences import Preferences
from restorer.gui.windows.questions import Questions, Unsaved
from restorer.gui.work import Listing
from restorer.gui.workspace import Workspace
from restorer.photo import WRITABLE, SaveOptions, losses

_SAMPLE = "deadwood-valley.jpg"
_NAMED = 5


class Commands(QObject):
    """Opening, saving, and everything else that needs an answer first."""

    listed = Signal(object)
    """The photos (a sequence of `Path`) that were opened together."""
    dropped = Signal(object)
    """Files and folders (a list of `Path`) were dropped, with which more than one thing can be done."""
    asked_for = Signal(object)
    """The photo at this `Path` is about to be opened in place of the one that is."""
    stayed = Signal()
    """The user was to leave the open photo, and stays."""
    message = Signal(object)

    def __init__(
        self, workspace: Workspace, memory: Memory, preferences: Preferences, questions: Questions
    ) -> None:
        super().__init__()
        self._workspace, self._memory = workspace, memory
        self._preferences, self._questions = preferences, questions
        self.questions = questions
        self._waiting: Callable[[], None] | None = None
        workspace.found.connect(self._on_found)
        workspace.save_over.connect(self._on_save_over)
        workspace.copied.connect(lambda image: QGuiApplication.clipboard().setImage(image))

    # Opening

    def ask_for_photo(self) -> None:
        """Ask for photos and open them."""
        self.open_paths(self._questions.photos_to_open(self._memory.last_folder))

    def ask_for_folder(self) -> None:
        """Ask for a folder and list its photos."""
        if (folder := self._questions.folder_to_open(self._memory.last_folder)) is not None:
            self.open_paths([folder])

    def open_paths(self, wanted: Sequence[Path], *, recursive: bool = False) -> None:
        """Open photos and the photos of folders: the first at once, all of them as a list."""
        if wanted:
            self._workspace.find(wanted, recursive=recursive)

    def open_one(self, path: Path) -> None:
        """Open one photo, leaving the list as it is."""
        self.leave(lambda: self._open(path))

    def open_sample(self) -> None:
        """Open the photo that comes with the program."""
        self.leave(lambda: self._workspace.open(paths.resources() / "samples" / _SAMPLE, self.leave))

    def paste(self) -> None:
        """Open what lies in the clipboard: a picture, or files."""
        if not self._open_contents(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture")):
            text = self.tr("There is no picture in the clipboard.")
            self.message.emit(Message(text, topic="paste", of_photo=True))

    def open_dropped(self, contents: QMimeData) -> None:
        """Take what was dropped on the window: a picture is opened, of files `dropped` tells."""
        if files := local_files(contents.urls()):
            self.dropped.emit(files)
        elif not self._open_contents(contents, self.tr("Dropped picture")):
            text = self.tr("There is no picture in what was dropped.")
            self.message.emit(Message(text, topic="drop", of_photo=True))

    def _open_contents(self, contents: QMimeData | None, name: str) -> bool:
        if contents is None:  # an empty clipboard, on some systems
            return False
        if files := local_files(contents.urls()):
            self.open_paths(files)
            return True
        image = contents.imageData() if contents.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            return False
        photo = photo_from(image)
        self.leave(lambda: self._workspace.open_picture(photo, name, self.leave))
        return True

    def close_photo(self) -> None:
        """Close the photo, after asking about an unsaved result."""
        self.leave(self._workspace.close)

    def _open(self, path: Path) -> None:
        self._memory.opened(path)
        self.asked_for.emit(path)
        self._workspace.open(path, self.leave)

    def _on_found(self, listing: Listing) -> None:
        if listing.refused:
            names = ", ".join(listing.refused[:_NAMED]) + ("…" if len(listing.refused) > _NAMED else "")
            text = self.tr("Left out, for there is no photo in it: {}").format(names)
            self.message.emit(Message(text, weight=Weight.WARNING, topic="refused"))
        if not listing.photos:
            return

        def go() -> None:
            self.listed.emit(listing.photos)
            self._open(listing.photos[0])

        self.leave(go)

    # Saving

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with ``then`` once nothing can be lost any more; not at all if the user wants to stay.

        A file that is being written comes first. What was changed meanwhile is asked about again; if the file
        cannot be written, the photo stays.
        """
        workspace = self._workspace
        self._waiting = None
        if workspace.saving:
            text = self.tr("The photo is being saved first; then it goes on by itself.")
            self.message.emit(Message(text, topic="save", of_photo=True))
        elif not self._may_leave():
            self.stayed.emit()
            return
        if workspace.saving:
            workspace.stop_opening()  # or it would arrive in between, and only one can wait
            self._waiting = then
        else:
            then()

    def _may_leave(self) -> bool:
        """Ask about what would be lost; True if it may be, or is being saved now."""
        workspace = self._workspace
        if workspace.restoring:
            if not self._questions.stop_restoring(workspace.name):
                return False
            workspace.stop_restoring()
        if not workspace.unsaved:  # a restoration may have ended while it was asked about
            return True
        if not workspace.has_result:
            leaves = self._questions.leave_handwork(workspace.name)
            if leaves:
                workspace.give_up()
            return leaves
        answer = self._questions.unsaved(workspace.name)
        if answer is Unsaved.DISCARD:
            workspace.give_up()
        return answer is Unsaved.DISCARD or (answer is Unsaved.SAVE and self.save_as())

    def save_as(self) -> bool:
        """Ask for a name and save; False if the user changed their mind."""
        document = self._workspace.document
        if document is None or not self._workspace.has_result:
            return False
        suggested = self._suggested(document.photo.path)
        settings = self._preferences.settings
        options = SaveOptions(quality=settings.quality, strip_private=settings.strip_private)
        while (path := self._questions.where_to_save(suggested)) is not None:
            try:
                lost = losses(document.photo, path, options)
            except RestorerError as error:
                self.message.emit(describe(error))
                return False
            if not lost or self._questions.accept_losses(path, lost):
                self._workspace.save(path, options, sidecar=settings.sidecar)
                return True
            suggested = path.with_suffix(".tif")
        return False

    def reveal(self) -> None:
        """Show the saved result in its folder."""
        if (path := self._workspace.saved_path) is not None:
            show_in_folder(path)

    def copy_diagnostics(self) -> None:
        """Put versions, and what went wrong lately, into the clipboard."""
        QGuiApplication.clipboard().setText(trouble_report(diagnostics(), paths.logs()))
        text = self.tr("A report was copied: versions, and what went wrong lately. It holds no photo.")
        hint = self.tr("It is sent to nobody. Read it before you do.")
        self.message.emit(Message(text, hint, Weight.DONE, topic="diagnostics"))

    def _suggested(self, source: Path | None) -> Path:
        """Return a name beside the original that is not taken."""
        samples = paths.resources() / "samples"
        folder, stem, suffix = Path.home(), self.tr("Pasted picture"), ".png"
        if source is not None:
            stem, suffix = source.stem, source.suffix
            folder = here_or_home(source.parent) if source.parent != samples else Path.home()
        if not any(suffix.lower() in endings for endings in WRITABLE.values()):
            suffix = ".tif"
        name = self._preferences.settings.name_for(stem)
        return free_name(folder / f"{name}{suffix}")

    def _on_save_over(self, written: bool) -> None:
        then, self._waiting = self._waiting, None
        if then is not None and written:
            self.leave(then)
        elif then is not None:
            self.stayed.emit()


def local_files(urls: Sequence[QUrl]) -> list[Path]:
    """Return the files and folders among what was dropped or pasted."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def show_in_folder(path: Path) -> None:
    """Show ``path`` in the system's file manager, selected where the system can."""
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", str(path)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
