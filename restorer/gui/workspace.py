"""The photo being worked on: widgets ask here for what they want, and redraw when it says ``changed``.

The one place that starts jobs on a photo. It lives as long as the program, so that a job's outcome always
finds somebody; widgets come and go and only listen to its signals.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from restorer.app.jobs import Deliver, Job, JobRunner
from restorer.gui import work
from restorer.gui.equipment import Equipment
from restorer.gui.messages import Message, Weight, describe
from restorer.photo import Box, Photo
from restorer.progress import Progress, ProgressReport
from restorer.restoration.recipe import Denoise, Recipe

if TYPE_CHECKING:
    from restorer.app.document import Document, Rendition
    from restorer.photo import SaveOptions
    from restorer.restoration.denoise import NoiseEstimate

Result = TypeVar("Result")

MODEL = "denoise"
"""The id of the model that removes noise."""
_REST = 300  # milliseconds without a change before numbers are counted anew


@dataclass(eq=False)
class Activity:
    """What runs at the moment, for the status bar: its title and how far it is."""

    title: str
    report: ProgressReport | None = None


class Workspace(QObject):
    """Holds the document, starts jobs, and says what happened. All of it in the window's thread."""

    changed = Signal()
    """The document is another one: redraw."""
    replaced = Signal()
    """Another photo, or none, is open: what belonged to the old one is void. Comes before ``changed``."""
    part_ready = Signal(object)
    """A `Box` of the running restoration holds new pixels."""
    measured = Signal()
    """``unchanged`` is known anew, or not known any more."""
    activity_changed = Signal()
    message = Signal(object)
    """A `Message` to show."""
    ran = Signal()
    """The engine has computed something, or failed to; what it runs on may have changed."""
    saved = Signal(object)
    """The result lies at this `Path` now."""
    found = Signal(object)
    """The `Listing` that `find` was asked for."""
    copied = Signal(object)
    """The result as ``uint8 (H, W, 3)``, for the clipboard."""

    def __init__(self, jobs: JobRunner, deliver: Deliver, equipment: Equipment) -> None:
        super().__init__()
        self._jobs = jobs
        self._deliver = deliver
        self._equipment = equipment
        self._job: Job | None = None
        self._start: Document | None = None
        self._activities: dict[str, Activity] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._measure)
        self.document: Document | None = None
        self.name = ""
        self.estimating = False
        self.unchanged: float | None = None
        self.saved_path: Path | None = None

    @property
    def restoring(self) -> bool:
        """Whether a restoration is running."""
        return self._start is not None

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose a result."""
        return self.document is not None and (self.document.unsaved and self.has_result)

    @property
    def has_result(self) -> bool:
        """Whether there is a complete result to save."""
        document = self.document
        if document is None or self.restoring or document.recipe.denoise is None:
            return False
        return document.rendition is not None and document.rendition.complete

    @property
    def activity(self) -> Activity | None:
        """What runs at the moment: the latest of what was begun."""
        return next(reversed(self._activities.values()), None)

    # Opening

    def find(self, paths: Sequence[Path]) -> None:
        """Look for photos in ``paths``, files and folders; `found` brings them."""
        task = partial(work.find_photos, tuple(paths))
        self._run("find", self.tr("Looking for photos"), task, self.found.emit, lane="files")

    def open(self, path: Path) -> None:
        """Open the photo at ``path`` in place of what is open."""
        self._open(path.name, partial(work.open_path, path))

    def open_picture(self, photo: Photo, name: str) -> None:
        """Work on a photo that lies in memory (a pasted one)."""
        self._open(name, partial(work.open_photo_in_memory, photo))

    def close(self) -> None:
        """Close the photo; what runs on it stops."""
        self._replace(None, "")

    def _open(self, name: str, task: "Callable[[Progress], Document]") -> None:
        self._run(
            "open", self.tr("Opening {}").format(name), task, partial(self._on_opened, name), lane="files"
        )

    def _on_opened(self, name: str, document: "Document") -> None:
        self._replace(document, name)
        for note in document.photo.notes:
            self.message.emit(Message(note, topic=f"note {note}"))
        self._estimate(document)

    def _replace(self, document: "Document | None", name: str) -> None:
        if self._job is not None:
            self._job.cancel()
        self._start = None
        self._rest.stop()
        self.document, self.name = document, name
        self.unchanged, self.saved_path, self.estimating = None, None, False
        self.replaced.emit()
        self.changed.emit()

    def _set(self, document: "Document") -> None:
        self.document = document
        self.changed.emit()

    # What the photo needs

    def _estimate(self, document: "Document") -> None:
        self.estimating = True
        self.changed.emit()
        self._jobs.start(
            self.tr("Looking at the noise"),
            partial(work.estimate_noise, document, self._equipment, MODEL),
            done=partial(self._on_estimated, document.photo),
            failed=partial(self._on_not_estimated, document.photo),
            cancelled=partial(self._on_not_estimated, document.photo, None),
            slot="estimate",
        )

    def _on_estimated(self, photo: Photo, estimate: "NoiseEstimate") -> None:
        if self.document is not None and self.document.photo is photo:
            self.estimating = False
            self._set(self.document.with_estimate(estimate))
        self.ran.emit()

    def _on_not_estimated(self, photo: Photo, error: Exception | None) -> None:
        if self.document is not None and self.document.photo is photo:
            self.estimating = False
            self.changed.emit()
            if error is not None:
                self.message.emit(dataclasses.replace(describe(error), topic="estimate"))
        self.ran.emit()

    # Restoring

    def restore(self, strength: float, first: Box | None = None) -> None:
        """Remove noise at ``strength`` (0..1), beginning with the area ``first``."""
        start = self.document
        if start is None or self.restoring:
            return
        recipe = Recipe((Denoise(strength, MODEL),))
        if start.rendition is not None and start.rendition.complete:
            self.set_recipe(recipe, self.tr("Noise removal"))
            return
        self._start = start
        self.unchanged = None
        self.document = start.with_recipe(recipe, self.tr("Noise removal"))
        self._job = self._run(
            "restore",
            self.tr("Removing noise"),
            partial(work.restore, start, self._equipment, MODEL, first, self._tell),
            partial(self._on_restored, start),
            partial(self._on_not_restored, start),
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what runs."""
        self._jobs.cancel_all()

    def _tell(self, start: "Document", news: "Rendition | Box") -> None:
        """Take news from the thread of a restoration: what it fills, then each part of it."""
        self._deliver(partial(self._on_news, start, news))

    def _on_news(self, start: "Document", news: "Rendition | Box") -> None:
        if self._start is not start or self.document is None:
            return
        if isinstance(news, Box):
            self.part_ready.emit(news)
        else:
            self._set(self.document.with_rendition(news))

    def _on_restored(self, start: "Document", rendition: "Rendition") -> None:
        if self._start is start and self.document is not None:
            self._start = None
            self._set(self.document.with_rendition(rendition))
            self._rest.start(0)
        self.ran.emit()

    def _on_not_restored(self, start: "Document") -> None:
        """Go back to where it began: half a result is none."""
        if self._start is start and self.document is not None:
            self._start = None
            estimate = self.document.estimate
            self._set(start.with_estimate(estimate) if estimate else start)
        self.ran.emit()

    # Changing the recipe

    def set_strength(self, strength: float) -> None:
        """Blend the result anew; the network does not run."""
        if self.document is not None and (step := self.document.recipe.denoise):
            recipe = Recipe((dataclasses.replace(step, strength=strength),))
            self.set_recipe(recipe, self.tr("Strength"), continued=True)

    def set_recipe(self, recipe: Recipe, name: str, *, continued: bool = False) -> None:
        """Take another recipe; ``name`` is what undo will call it."""
        if self.document is not None:
            self._change(self.document.with_recipe(recipe, name, continued=continued))

    def reset(self) -> None:
        """Go back to the photo as it was opened; the way back stays open."""
        self.set_recipe(Recipe(), self.tr("Reset"))

    def undo(self) -> None:
        """Take the last change back."""
        if self.document is not None and not self.restoring:
            self._change(self.document.undo())

    def redo(self) -> None:
        """Do the last undone change again."""
        if self.document is not None and not self.restoring:
            self._change(self.document.redo())

    def _change(self, document: "Document") -> None:
        if self.unchanged is not None:
            self.unchanged = None
            self.measured.emit()
        self._set(document)
        if self.has_result:
            self._rest.start(_REST)

    def _measure(self) -> None:
        if (document := self.document) is not None and self.has_result:
            self._jobs.start(
                self.tr("Counting unchanged pixels"),
                partial(work.share_unchanged, document),
                done=partial(self._on_measured, document),
                lane="files",
                slot="measure",
            )

    def _on_measured(self, document: "Document", unchanged: float) -> None:
        if self.document is document:
            self.unchanged = unchanged
            self.measured.emit()

    # Taking the result away

    def save(self, path: Path, options: "SaveOptions") -> None:
        """Write the result to ``path``, over a file that is there, never over the source."""
        if (document := self.document) is not None:
            task = partial(work.save, document, path, options)
            title = self.tr("Saving {}").format(path.name)
            self._run("save", title, task, partial(self._on_saved, document, path), lane="files")

    def _on_saved(self, document: "Document", path: Path, _: None) -> None:
        if self.document is not None and self.document.photo is document.photo:
            self.saved_path = path
            self._set(dataclasses.replace(self.document, saved_recipe=document.recipe))
        self.message.emit(
            Message(self.tr("Saved to {}").format(path), weight=Weight.DONE, topic="save", action="reveal")
        )
        self.saved.emit(path)

    def copy(self) -> None:
        """Make the result ready for the clipboard; `copied` brings it."""
        if (document := self.document) is not None:
            task = partial(work.picture_for_screen, document)
            self._run("copy", self.tr("Copying the photo"), task, self.copied.emit, lane="files")

    # Jobs

    def shut_down(self) -> None:
        """Begin nothing more by itself; for the end of the program."""
        self._rest.stop()

    def _run(
        self,
        kind: str,
        title: str,
        task: Callable[[Progress], Result],
        done: Callable[[Result], None],
        gone: Callable[[], None] = lambda: None,
        *,
        lane: str = "compute",
    ) -> Job:
        """Start a job that the status bar shows; trouble becomes a message.

        ``gone`` is called if it failed or was cancelled.
        """
        activity = self._activities[kind] = Activity(title)
        self.activity_changed.emit()

        def over(tell: Callable[[], None]) -> None:
            if self._activities.get(kind) is activity:
                del self._activities[kind]
            tell()
            self.activity_changed.emit()

        def fail(error: Exception) -> None:
            gone()
            self.message.emit(dataclasses.replace(describe(error), topic=kind))

        return self._jobs.start(
            title,
            task,
            done=lambda result: over(partial(done, result)),
            failed=lambda error: over(partial(fail, error)),
            cancelled=partial(over, gone),
            progress=partial(self._on_progress, activity),
            lane=lane,
            slot=kind,
        )

    def _on_progress(self, activity: Activity, report: ProgressReport) -> None:
        activity.report = report
        self.activity_changed.emit()
