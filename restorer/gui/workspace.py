"""The photo being worked on: widgets ask here for what they want, and redraw when it says ``changed``.

The one place that starts jobs on a photo. It lives as long as the program, so that a job's outcome always
finds somebody; widgets come and go and only listen to its signals.
"""

import dataclasses
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from restorer.app.jobs import Deliver, JobRunner
from restorer.gui import work
from restorer.gui.activities import Activities, Activity
from restorer.gui.core_sentences import translated
from restorer.gui.counting import Counting
from restorer.gui.diagnosing import Diagnosing
from restorer.gui.equipment import Equipment
from restorer.gui.messages import Message
from restorer.gui.restoring import Restoring
from restorer.gui.saving import Saving
from restorer.photo import Box, Photo
from restorer.progress import Progress
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise, RepairDamage

if TYPE_CHECKING:
    from restorer.app.document import Document
    from restorer.photo import SaveOptions
    from restorer.photo.pyramid import Pyramid

Result = TypeVar("Result")
Leave = Callable[[Callable[[], None]], None]
"""Goes on with what it is given once nothing of the open photo can be lost, or never."""

MODEL = "denoise"
"""The id of the built-in model that removes noise."""


def _at_once(then: Callable[[], None]) -> None:
    then()


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
    diagnosed = Signal()
    """More is known of what the photo needs, or that it cannot be known."""
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
        self._given_up: Recipe | None = None
        self.activities = Activities(jobs)
        self.activities.changed.connect(self.activity_changed)
        self.activities.message.connect(self._say)
        self._run = self.activities.run
        self.diagnosing = Diagnosing(jobs, deliver, equipment)
        self.diagnosing.changed.connect(self.diagnosed)
        self.diagnosing.message.connect(self._say)
        self.diagnosing.ran.connect(self.ran)
        self._counting, self._saving = Counting(jobs), Saving(self.activities)
        self._counting.changed.connect(self.measured)
        self._saving.written.connect(self._on_saved)
        self._saving.over.connect(self.save_over)
        self._saving.copied.connect(self.copied)
        self._saving.message.connect(self._say)
        self._restoring = Restoring(self.activities, deliver, equipment, self._seen)
        self._restoring.begun.connect(self.diagnosing.put_off)
        self._restoring.part_ready.connect(self.part_ready)
        self._restoring.complete.connect(self._on_restored)
        self._restoring.failed.connect(self._go_back)
        self._restoring.ran.connect(self.ran)
        self.look: Callable[[], Box | None] = lambda: None
        """Tells what is seen of the photo, to begin with it; the canvas knows."""
        self.document: Document | None = None
        self.name = ""
        self.saved_path: Path | None = None
        self.model = MODEL
        self.faces = ""
        """The model that finds faces to spare; none before it is known which models there are."""
        self.finished: Pyramid | None = None
        """What a batch made of the photo, shown beside it until it is worked on here."""

    @property
    def restoring(self) -> bool:
        """Whether networks are at work on the recipe, or about to be."""
        return self._restoring.going_on

    @property
    def unchanged(self) -> float | None:
        """The share (0..1) of pixels that the result leaves as they were; None while it is not known."""
        return self._counting.share

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose a result or handwork that the user has not given up."""
        document = self.document
        if document is None or document.recipe == self._given_up:
            return False
        return document.handwork_unsaved or (self.has_result and document.unsaved)

    @property
    def saving(self) -> bool:
        """Whether a file is being written."""
        return self._saving.going_on

    @property
    def has_result(self) -> bool:
        """Whether there is a complete result to save."""
        document = self.document
        if document is None or self.restoring:
            return False
        return bool(document.recipe.active) and document.complete

    @property
    def activity(self) -> Activity | None:
        """What runs at the moment: the latest of what was begun."""
        return self.activities.latest

    @property
    def stoppable(self) -> bool:
        """Whether there is anything to `cancel`: it runs, or is about to."""
        return self.activity is not None or self.restoring

    # Opening

    def find(self, paths: Sequence[Path], *, recursive: bool = False) -> None:
        """Look for photos in ``paths``, files and folders; `found` brings them."""
        task = partial(work.find_photos, tuple(paths), recursive)
        self._run("find", self.tr("Looking for photos"), task, self.found.emit, lane="files")

    def open(self, path: Path, leave: Leave = _at_once) -> None:
        """Open the photo at ``path`` in place of what is open.

        What is open can be worked on until the other photo is read; ``leave`` has the last word then.
        """
        self._open(path.name, partial(work.open_path, path), leave, self._on_opened)

    def open_finished(self, source: Path, result: Path, leave: Leave = _at_once) -> None:
        """Open a photo with what a batch made of it, to be compared."""
        self._open(source.name, partial(work.open_finished, source, result), leave, self._on_finished_opened)

    def open_picture(self, photo: Photo, name: str, leave: Leave = _at_once) -> None:
        """Work on a photo that lies in memory (a pasted one)."""
        self._open(name, partial(work.open_photo_in_memory, photo), leave, self._on_opened)

    def close(self) -> None:
        """Close the photo: what computes on it stops, and so does the opening of another."""
        self.stop_opening()
        self._replace(None, "")

    def stop_opening(self) -> None:
        """Stay with the photo that is open."""
        self.activities.cancel("find", "open")

    def _open(
        self,
        name: str,
        task: Callable[[Progress], Result],
        leave: Leave,
        arrived: Callable[[str, Result], None],
    ) -> None:
        self._run(
            "open",
            self.tr("Opening {}").format(name),
            task,
            lambda opened: leave(partial(arrived, name, opened)),
            self._on_not_opened,
            lane="files",
            about=name,
        )

    def _on_not_opened(self) -> None:
        """Let the result count again that was given up for the other photo."""
        if not self.activities.runs("open"):
            self._given_up = None

    def _on_opened(self, name: str, document: "Document") -> None:
        self._replace(document, name)
        for note in document.photo.notes:
            self._say(Message(translated(note), topic=f"note {note}"))
        self.diagnosing.look_at(document)
        self.changed.emit()

    def _on_finished_opened(self, name: str, opened: "tuple[Document, Pyramid]") -> None:
        document, finished = opened
        self._on_opened(name, document)
        self.finished = finished
        self.changed.emit()

    def _replace(self, document: "Document | None", name: str) -> None:
        self._restoring.give_up()
        self.diagnosing.forget()
        self._given_up = None
        self._counting.forget()
        self.document, self.name = document, name
        self.saved_path = self.finished = None
        self.replaced.emit()
        self.changed.emit()

    def _set(self, document: "Document") -> None:
        self.document = document
        self.changed.emit()

    # What the photo needs

    @property
    def estimating(self) -> bool:
        """Whether it is not known yet what the photo needs."""
        return self.diagnosing.going_on

    @property
    def suggestion(self) -> Recipe | None:
        """What the photo needs; None while that is not known."""
        if (diagnosis := self.diagnosing.diagnosis) is None:
            return None
        return diagnosis.with_denoiser(self.model)

    def use_suggestions(self) -> None:
        """Do what the photo needs; what was set already counts for more than what is suggested."""
        if self.document is not None and (suggestion := self.suggestion) is not None:
            recipe = self.document.recipe
            for step in suggestion.steps:
                own = recipe.step(type(step))
                recipe = recipe.with_step(dataclasses.replace(own, enabled=True) if own else step)
            self.set_recipe(recipe, self.tr("Suggestions"), at_once=True)

    def remove_noise(self) -> None:
        """Take noise out at full strength, besides all that the recipe does already."""
        if self.document is not None:
            step = Denoise(model=self.model, faces=self.faces)
            self.set_recipe(self.document.recipe.with_step(step), self.tr("Noise removal"), at_once=True)

    def repair_damage(self) -> None:
        """Look for damage and repair what is surest, besides all that the recipe does already."""
        if self.document is not None:
            own = self.document.recipe.step(RepairDamage) or RepairDamage()
            step = dataclasses.replace(own, enabled=True, finding=True)
            self.set_recipe(
                self.document.recipe.with_step(step), self.tr("Scratches and damage"), at_once=True
            )

    # Restoring

    def use_model(self, model_id: str) -> None:
        """Remove noise with another model from now on; on the open photo too, where noise is removed."""
        self.model = model_id
        if self.document is not None and (step := self.document.recipe.denoise) is not None:
            recipe = self.document.recipe.with_step(dataclasses.replace(step, model=model_id))
            self.set_recipe(recipe, self.tr("Model"))

    def stop_restoring(self) -> None:
        """Go back to a complete result, at once; the network stops when it can. Redo brings the rest back."""
        if self.restoring:
            self._restoring.give_up()
            self._go_back()
            self.ran.emit()

    def cancel(self) -> None:
        """Stop what ``activity`` tells of, and nothing else; without it, what is about to begin."""
        shown = self.activity
        if shown is None or shown.kind == Restoring.KIND:
            self.stop_restoring()
        else:
            shown.job.cancel()

    def _seen(self) -> Box | None:
        return self.look()

    def _on_restored(self) -> None:
        if self.document is not None:
            self._set(self.document)
            self._count(at_once=True)
            self.diagnosing.go_on()

    def _go_back(self) -> None:
        """Go back to what is complete: half a result is none."""
        if self.document is not None:
            self._set(self.document.as_far_as_ready())
            self._count()
            self.diagnosing.go_on()

    # Changing the recipe

    def set_recipe(self, recipe: Recipe, name: str, *, gesture: object = None, at_once: bool = False) -> None:
        """Take another recipe; ``name`` is what undo will call it, ``gesture`` as in `Document`.

        Networks that it needs and that have not run begin after a moment without further changes, or
        ``at_once``.
        """
        if self.document is not None:
            self._change(self.document.with_recipe(recipe, name, gesture=gesture), at_once=at_once)

    def set_document(self, document: "Document") -> None:
        """Take another version of the photo's document: one with another verdict on a repair."""
        self._change(document)

    def reset(self) -> None:
        """Go back to the photo as it was opened; the way back stays open."""
        self.set_recipe(Recipe(), self.tr("Reset"))

    def undo(self) -> None:
        """Take the last change back."""
        if self.document is not None:
            self._change(self.document.undo(), at_once=True)

    def redo(self) -> None:
        """Do the last undone change again."""
        if self.document is not None:
            self._change(self.document.redo(), at_once=True)

    def _change(self, document: "Document", *, at_once: bool = False) -> None:
        if document is self.document:
            return
        self._counting.forget()
        if document.complete:
            self._restoring.give_up()
            self.diagnosing.go_on()
        else:
            self._restoring.want(document, at_once=at_once)
        self._set(document)
        self._count()

    def _count(self, *, at_once: bool = False) -> None:
        if self.document is not None and self.has_result:
            self._counting.count(self.document, at_once=at_once)

    # Taking the result away

    def save(self, path: Path, options: "SaveOptions", *, sidecar: bool = False) -> None:
        """Write the result to ``path``, over a file that is there, never over the source.

        With ``sidecar``, a recipe beside it says how to make it again.
        """
        if (document := self.document) is not None:
            self._saving.save(document, path, options, sidecar=sidecar)

    def copy(self) -> None:
        """Make the result ready for the clipboard; `copied` brings it."""
        if (document := self.document) is not None:
            self._saving.copy(document)

    def give_up(self) -> None:
        """Let the result as it is now count as lost, until it changes or another photo fails to open."""
        self._given_up = self.document.recipe if self.document is not None else None

    def _on_saved(self, document: "Document", path: Path) -> None:
        if self.document is not None and self.document.photo is document.photo:
            self.saved_path = path
            self._set(dataclasses.replace(self.document, saved_recipe=document.recipe))
        self.saved.emit(path, document.photo.path)

    def shut_down(self) -> None:
        """Begin nothing more by itself; for the end of the program."""
        self._counting.forget()
        self._restoring.hold()

    def _say(self, message: Message) -> None:
        """Show a message that goes with the photo."""
        self.message.emit(dataclasses.replace(message, of_photo=True))
