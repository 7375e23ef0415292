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
from restorer.gui.clipboard import image_of_result
from restorer.gui.equipment import Equipment
from restorer.gui.messages import Message, Weight, describe
from restorer.photo import Box, Photo
from restorer.progress import Progress, ProgressReport
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise

if TYPE_CHECKING:
    from restorer.app.document import Document
    from restorer.photo import SaveOptions
    from restorer.restoration.denoise import NoiseEstimate

Result = TypeVar("Result")
Leave = Callable[[Callable[[], None]], None]
"""Goes on with what it is given once nothing of the open photo can be lost, or never."""

MODEL = "denoise"
"""The id of the built-in model that removes noise."""
_REST = 300  # milliseconds without a change before numbers are counted anew


def _at_once(then: Callable[[], None]) -> None:
    then()


@dataclass(eq=False)
class Activity:
    """What runs at the moment, for the status bar: its title and how far it is."""

    kind: str
    title: str
    job: Job
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
    saved = Signal(object, object)
    """The result lies at this `Path` now; the second is that of the original, None if it has none."""
    save_over = Signal(bool)
    """A save has ended; True if the file is written. After ``saved``."""
    found = Signal(object)
    """The `Listing` that `find` was asked for."""
    copied = Signal(object)
    """The result as a `QImage`, for the clipboard."""

    def __init__(self, jobs: JobRunner, deliver: Deliver, equipment: Equipment) -> None:
        super().__init__()
        self._jobs = jobs
        self._deliver = deliver
        self._equipment = equipment
        self._jobs_on_photo: dict[str, Job] = {}
        self._start: Document | None = None
        self._given_up: Recipe | None = None
        self._activities: list[Activity] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._measure)
        self.document: Document | None = None
        self.name = ""
        self.estimating = False
        self.unchanged: float | None = None
        self.saved_path: Path | None = None
        self.model = MODEL

    @property
    def restoring(self) -> bool:
        """Whether a restoration is running."""
        return self._start is not None

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose a result that the user has not given up."""
        document = self.document
        if document is None or not self.has_result:
            return False
        return document.unsaved and document.recipe != self._given_up

    @property
    def saving(self) -> bool:
        """Whether a file is being written."""
        return self._runs("save")

    @property
    def has_result(self) -> bool:
        """Whether there is a complete result to save."""
        document = self.document
        if document is None or self.restoring or not document.recipe.active:
            return False
        return document.complete

    @property
    def activity(self) -> Activity | None:
        """What runs at the moment: the latest of what was begun."""
        return self._activities[-1] if self._activities else None

    # Opening

    def find(self, paths: Sequence[Path]) -> None:
        """Look for photos in ``paths``, files and folders; `found` brings them."""
        task = partial(work.find_photos, tuple(paths))
        self._run("find", self.tr("Looking for photos"), task, self.found.emit, lane="files")

    def open(self, path: Path, leave: Leave = _at_once) -> None:
        """Open the photo at ``path`` in place of what is open.

        What is open can be worked on until the other photo is read; ``leave`` has the last word then.
        """
        self._open(path.name, partial(work.open_path, path), leave)

    def open_picture(self, photo: Photo, name: str, leave: Leave = _at_once) -> None:
        """Work on a photo that lies in memory (a pasted one)."""
        self._open(name, partial(work.open_photo_in_memory, photo), leave)

    def close(self) -> None:
        """Close the photo: what computes on it stops, and so does the opening of another."""
        self.stop_opening()
        self._replace(None, "")

    def stop_opening(self) -> None:
        """Stay with the photo that is open."""
        self._cancel("find", "open")

    def _open(self, name: str, task: "Callable[[Progress], Document]", leave: Leave) -> None:
        self._run(
            "open",
            self.tr("Opening {}").format(name),
            task,
            lambda document: leave(partial(self._on_opened, name, document)),
            self._on_not_opened,
            lane="files",
        )

    def _on_not_opened(self) -> None:
        """Let the result count again that was given up for the other photo."""
        if not self._runs("open"):
            self._given_up = None

    def _on_opened(self, name: str, document: "Document") -> None:
        self._replace(document, name)
        for note in document.photo.notes:
            self._say(Message(note, topic=f"note {note}"))
        self._estimate(document)

    def _replace(self, document: "Document | None", name: str) -> None:
        for job in self._jobs_on_photo.values():
            job.cancel()
        self._jobs_on_photo.clear()
        self._start = self._given_up = None
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
        self._jobs_on_photo["estimate"] = self._jobs.start(
            self.tr("Looking at the noise"),
            partial(work.estimate_noise, document, self._equipment, self.model),
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
                self._say(dataclasses.replace(describe(error), topic="estimate"))
        self.ran.emit()

    # Restoring

    def restore(self, strength: float, first: Box | None = None) -> None:
        """Remove noise at ``strength`` (0..1), beginning with the area ``first``."""
        start = self.document
        if start is None or self.restoring:
            return
        recipe = start.recipe.with_step(Denoise(strength, self.model))
        if start.rendition.covers(recipe):
            self.set_recipe(recipe, self.tr("Noise removal"))
            return
        self._start = start
        self.unchanged = None
        self.document = start.with_recipe(recipe, self.tr("Noise removal"))
        self._jobs_on_photo["restore"] = self._run(
            "restore",
            self.tr("Removing noise"),
            partial(work.restore, self.document, self._equipment, first, partial(self._tell, start)),
            partial(self._on_restored, start),
            partial(self._on_not_restored, start),
        )
        self.changed.emit()

    def use_model(self, model_id: str) -> None:
        """Remove noise with another model from now on; the photo goes back to how it was opened."""
        if model_id == self.model:
            return
        self.stop_restoring()
        self.model = model_id
        self.reset()

    def stop_restoring(self) -> None:
        """Go back to where the restoration began, at once; the network stops when it can."""
        if self._start is not None:
            self._cancel("restore")
            self._on_not_restored(self._start)

    def cancel(self) -> None:
        """Stop what ``activity`` tells of, and nothing else."""
        self._cancel(*(activity.kind for activity in self._activities))

    def _runs(self, kind: str) -> bool:
        return any(activity.kind == kind for activity in self._activities)

    def _cancel(self, *kinds: str) -> None:
        for activity in self._activities:
            if activity.kind in kinds:
                activity.job.cancel()

    def _tell(self, start: "Document", part: Box) -> None:
        """Take news from the thread of a restoration: a part that is ready."""
        self._deliver(partial(self._on_part, start, part))

    def _on_part(self, start: "Document", part: Box) -> None:
        if self._start is start and self.document is not None:
            self.part_ready.emit(part)

    def _on_restored(self, start: "Document", _: object) -> None:
        if self._start is start and self.document is not None:
            self._start = None
            self._set(self.document)
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
            recipe = self.document.recipe.with_step(dataclasses.replace(step, strength=strength))
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
            self._jobs_on_photo["measure"] = self._jobs.start(
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
            self._run(
                "save",
                self.tr("Saving {}").format(path.name),
                partial(work.save, document, path, options),
                partial(self._on_saved, document, path),
                partial(self._on_not_saved, path),
                lane="files",
                slot=f"save {path}",  # to save under another name is no reason to give the first one up
            )

    def give_up(self) -> None:
        """Let the result as it is now count as lost, until it changes or another photo fails to open."""
        self._given_up = self.document.recipe if self.document is not None else None

    def _on_saved(self, document: "Document", path: Path, _: None) -> None:
        if self.document is not None and self.document.photo is document.photo:
            self.saved_path = path
            self._set(dataclasses.replace(self.document, saved_recipe=document.recipe))
        self._say(
            Message(self.tr("Saved to {}").format(path), weight=Weight.DONE, topic="save", action="reveal")
        )
        self.saved.emit(path, document.photo.path)
        self.save_over.emit(True)

    def _on_not_saved(self, path: Path) -> None:
        # Where it failed, the reason takes the place of this.
        self._say(Message(self.tr("Saving {} was stopped.").format(path.name), topic="save"))
        self.save_over.emit(False)

    def copy(self) -> None:
        """Make the result ready for the clipboard; `copied` brings it."""
        if (document := self.document) is not None:
            task = partial(image_of_result, document)
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
        slot: str | None = None,
    ) -> Job:
        """Start a job that the status bar shows; trouble becomes a message.

        ``gone`` is called if it failed or was cancelled. The job takes the place of the one before in its
        ``slot``, which is its ``kind`` if not given.
        """

        def over(tell: Callable[[], None]) -> None:
            self._activities.remove(activity)
            tell()
            self.activity_changed.emit()

        def fail(error: Exception) -> None:
            gone()
            self._say(dataclasses.replace(describe(error), topic=kind))

        job = self._jobs.start(
            title,
            task,
            done=lambda result: over(partial(done, result)),
            failed=lambda error: over(partial(fail, error)),
            cancelled=partial(over, gone),
            progress=lambda report: self._on_progress(activity, report),
            lane=lane,
            slot=slot or kind,
        )
        activity = Activity(kind, title, job)
        self._activities.append(activity)
        self.activity_changed.emit()
        return job

    def _on_progress(self, activity: Activity, report: ProgressReport) -> None:
        activity.report = report
        self.activity_changed.emit()

    def _say(self, message: Message) -> None:
        """Show a message that goes with the photo."""
        self.message.emit(dataclasses.replace(message, of_photo=True))
