"""A photo being worked on: what it was, the recipe, what the networks made of it, and the way back.

A `Document` never changes: each change returns the next one, which shares the pixels. Only its `Rendition`
fills up while it is shown, part by part, and serves all versions of the document.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from restorer.app.diagnosis import diagnose
from restorer.app.findings import Diagnosis, Finding
from restorer.app.provenance import with_provenance
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Box, Photo, open_photo
from restorer.photo.photo import Pixels
from restorer.photo.pyramid import Pyramid
from restorer.progress import Progress
from restorer.restoration.colorize import Alternative
from restorer.restoration.computing import compute
from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.looking import noise_of
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.repairs import Repair
from restorer.restoration.restore import carried_out
from restorer.restoration.stages import StepReport, colour_step
from restorer.restoration.steps import Colorize, MaskStep, Place, Step

_UNDO_LIMIT = 10_000


@dataclass(frozen=True)
class _Change:
    """A step of the history: what the recipe was before it, and the sentence that names it.

    Further changes of the same ``gesture`` belong to it.
    """

    recipe: Recipe
    name: str
    gesture: object = None


@dataclass(frozen=True)
class Proposal:
    """A place that may need repair, and whether it is repaired now.

    ``verdict`` is what the user said of it: True (accepted), False (rejected) or None (nothing yet).
    """

    repair: Repair
    counts: bool
    verdict: bool | None


@dataclass(frozen=True, eq=False)
class Document:
    """A photo, its recipe and its history.

    ``before`` holds the photo at every zoom level, ``rendition`` what the networks made of it so far.
    """

    photo: Photo
    before: Pyramid
    rendition: Rendition
    recipe: Recipe = field(default_factory=Recipe)
    estimate: NoiseEstimate | None = None
    diagnosis: Diagnosis | None = None
    saved_recipe: Recipe = field(default_factory=Recipe)
    _past: tuple[_Change, ...] = field(default=())
    _future: tuple[_Change, ...] = field(default=())

    @property
    def unsaved(self) -> bool:
        """Whether the result differs from what was last saved (an untouched photo needs no saving)."""
        return self.recipe != self.saved_recipe

    @property
    def handwork_unsaved(self) -> bool:
        """Whether a step, enabled or not, holds what was painted, judged or pinned, and was not saved so."""
        saved = {type(step): _by_hand(step) for step in self.saved_recipe.steps}
        made = {type(step): _by_hand(step) for step in self.recipe.steps}
        return any(work and work != saved.get(kind) for kind, work in made.items())

    @property
    def complete(self) -> bool:
        """Whether the networks have done all that the recipe needs; `restore_document` does it."""
        return self.rendition.covers(self.recipe)

    @property
    def reports(self) -> tuple[StepReport, ...]:
        """What each network did for the recipe, in order; of those that have run."""
        return self.rendition.reports_of(self.recipe)

    @property
    def undo_name(self) -> str | None:
        """What `undo` would take back, or None."""
        return self._past[-1].name if self._past else None

    @property
    def redo_name(self) -> str | None:
        """What `redo` would do again, or None."""
        return self._future[-1].name if self._future else None

    def with_recipe(self, recipe: Recipe, name: str, *, gesture: object = None) -> Self:
        """Return the document with another recipe. ``name`` is shown by undo.

        ``gesture`` joins the change to the one before if that has the same: a slider
        that is being dragged is one change, however many values it passes.
        """
        if recipe == self.recipe:
            return self
        joined = gesture is not None and self._past and self._past[-1].gesture is gesture
        past = self._past if joined else (*self._past, _Change(self.recipe, name, gesture))[-_UNDO_LIMIT:]
        return dataclasses.replace(self, recipe=recipe, _past=past, _future=())

    def undo(self) -> Self:
        """Return the document as it was before the last change; itself if there is none."""
        if not self._past:
            return self
        last = self._past[-1]
        future = (*self._future, _Change(self.recipe, last.name))
        return dataclasses.replace(self, recipe=last.recipe, _past=self._past[:-1], _future=future)

    def redo(self) -> Self:
        """Return the document with the last undone change done again; itself if there is none."""
        if not self._future:
            return self
        last = self._future[-1]
        past = (*self._past, _Change(self.recipe, last.name))
        return dataclasses.replace(self, recipe=last.recipe, _past=past, _future=self._future[:-1])

    def as_far_as_ready(self) -> Self:
        """Return the document without the changes that networks have to run for; `redo` brings them back.

        Verdicts and settings that need no network stay, though they were made after such a change.
        """
        ready = self
        while ready._past and not ready.complete:
            ready = ready.undo()
        undone = self._past[len(ready._past) :]
        kept, past = ready.recipe, list(ready._past)
        results = [*(change.recipe for change in undone), self.recipe][1:]
        for change, result in zip(undone, results, strict=True):
            part = self._ready_part(ready.recipe, result)
            if part != kept:
                past.append(_Change(kept, change.name))
                kept = part
        if kept == ready.recipe:
            return ready
        future = (*self._future, _Change(self.recipe, undone[0].name))
        return dataclasses.replace(self, recipe=kept, _past=tuple(past), _future=future)

    def _ready_part(self, recipe: Recipe, wanted: Recipe) -> Recipe:
        """Return ``recipe`` with the steps of ``wanted`` that need no network, or else their verdicts."""
        for old in recipe.steps:
            if (new := wanted.step(type(old))) is None:
                continue
            choices = [new]
            if isinstance(old, MaskStep) and isinstance(new, MaskStep):
                verdicts = {name: getattr(new, name) for name in ("accepted", "rejected", "judged_on")}
                choices.append(dataclasses.replace(old, **verdicts))
            recipes = (recipe.with_step(step) for step in choices)
            recipe = next((it for it in recipes if self.rendition.covers(it)), recipe)
        return recipe

    def with_verdict(self, kind: type[MaskStep], place: Place, verdict: bool | None, name: str) -> Self:
        """Return the document with a repair accepted (True), rejected (False), or neither (None).

        ``place`` is the repair's, or any pixel of it; where there is no repair, nothing changes.
        """
        step = self._mask_step(kind)
        repairs = self.rendition.repairs(step) if step else None
        index = repairs.at(place) if repairs else None
        if step is None or repairs is None or index is None:
            return self
        place = repairs.all[index].place
        accepted = (*(it for it in step.accepted if it != place), *((place,) if verdict else ()))
        rejected = (*(it for it in step.rejected if it != place), *((place,) if verdict is False else ()))
        judged_on = self.rendition.size if accepted or rejected else None
        changed = dataclasses.replace(step, accepted=accepted, rejected=rejected, judged_on=judged_on)
        return self.with_recipe(self.recipe.with_step(changed), name)

    def with_estimate(self, estimate: NoiseEstimate) -> Self:
        """Return the document with a noise estimate."""
        return dataclasses.replace(self, estimate=estimate)

    def with_diagnosis(self, diagnosis: Diagnosis) -> Self:
        """Return the document with what was found about its photo."""
        estimate = diagnosis.estimate or self.estimate
        return dataclasses.replace(self, diagnosis=diagnosis, estimate=estimate)

    def as_saved(self) -> Self:
        """Return the document marked as saved."""
        return dataclasses.replace(self, saved_recipe=self.recipe)

    def after_pixels(self, level: int, box: Box) -> Pixels:
        """Return the restored pixels of ``box`` at a zoom level (0 is full size), in the photo's own depth.

        They have three channels where the recipe gives a grey photo colours. Quick enough for a slider: what
        the networks made is blended, never computed again.
        """
        return self.rendition.read(self.recipe, level, box)

    def result(self) -> Photo:
        """Return the photo with the recipe carried out, as `restoration.restore` would; what is saved.

        Its file will tell what was done to it (`provenance`).
        """
        return with_provenance(carried_out(self.rendition, self.recipe), self.recipe, self.reports)

    def proposals(self, kind: type[MaskStep]) -> tuple[Proposal, ...]:
        """Return the places that a step's network proposes to repair, surest first; () before it has looked.

        Among them are only those that the most sensitive setting would repair.
        """
        step = self._mask_step(kind)
        repairs = self.rendition.repairs(step) if step else None
        counting = self.rendition.counting(step) if step else None
        if step is None or repairs is None or counting is None:
            return ()
        least = self.rendition.possible(step)
        verdicts = dict.fromkeys(step.accepted, True) | dict.fromkeys(step.rejected, False)
        return tuple(
            Proposal(repair, bool(counts), verdicts.get(repair.place))
            for repair, counts in zip(repairs.all, counting, strict=True)
            if repair.score >= least
        )

    def mask(self, kind: type[MaskStep], level: int, box: Box) -> NDArray[np.uint8]:
        """Return ``(h, w)``: 255 where a step repairs in ``box`` of a zoom level, 0 where not."""
        step = self._mask_step(kind)
        if step is None:
            return np.zeros((box.height, box.width), np.uint8)
        return self.rendition.mask(step, level, box)

    def guess(self, level: int, box: Box) -> NDArray[np.float32] | None:
        """Return how far the colours in ``box`` of a zoom level are a guess: ``(h, w)``, 0 (sure) to 1.

        None where the photo is given no colours, or not yet.
        """
        step = colour_step(self.recipe)
        return self.rendition.guess(step, level, box) if step else None

    def alternatives(self, place: Place) -> tuple[Alternative, ...]:
        """Return colours that would fit at a pixel, likeliest first; () where the photo is given none."""
        return self.rendition.alternatives(self.recipe, place)

    def _mask_step(self, kind: type[MaskStep]) -> MaskStep | None:
        return self.recipe.step(kind)


def _by_hand(step: Step) -> tuple[object, ...]:
    """Return what was done by hand on a step; () if nothing."""
    work: tuple[object, ...] = ()
    if isinstance(step, MaskStep):
        edits = step.edits if step.edits is not None and not step.edits.empty else None
        work = (step.accepted, step.rejected, edits)
    elif isinstance(step, Colorize):
        work = (step.hints,)
    return work if any(work) else ()


def open_document(path: Path, *, progress: Progress | None = None) -> Document:
    """Open a photo to work on it.

    Raises:
        PhotoError: the file cannot be read.
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    return document_of(open_photo(path, progress=progress.part(0.0, 0.6)), progress=progress.part(0.6, 0.4))


def document_of(photo: Photo, *, progress: Progress | None = None) -> Document:
    """Start work on a photo that is in memory (opened before, or pasted)."""
    before = Pyramid.build(photo.pixels, progress)
    return Document(photo, before, Rendition(photo, before))


def estimate(
    document: Document, engine: Engine, catalog: Catalog, model_id: str, *, progress: Progress | None = None
) -> NoiseEstimate:
    """Estimate the noise of a document's photo with the named model. Raises as `restore_document`."""
    return noise_of(document.rendition, catalog.find(model_id), engine, progress=progress)


def diagnose_document(
    document: Document,
    engine: Engine,
    catalog: Catalog,
    *,
    found: Callable[[Finding], None] | None = None,
    progress: Progress | None = None,
) -> Diagnosis:
    """Find out what a document's photo needs; ``found`` hears, in this thread, of each finding at once.

    Raises:
        DeviceError: no device can run a model.
        Cancelled: somebody asked to stop; what networks have found stays in the rendition.
    """
    return diagnose(document.rendition, engine, catalog, found=found, progress=progress)


def restore_document(
    document: Document,
    engine: Engine,
    catalog: Catalog,
    *,
    first: Box | None = None,
    on_part: Callable[[Box], None] | None = None,
    progress: Progress | None = None,
) -> tuple[StepReport, ...]:
    """Run the networks that the document's recipe needs: for the visible area ``first``, then for all.

    ``on_part`` hears, in the calling thread, of every part that looks different now. Returns a report for
    each network, also for those that had run before.

    Raises:
        ModelError: a model is missing, damaged or does not fit.
        DeviceError: no device can run one.
        Cancelled: somebody asked to stop; what is ready stays in the rendition.
    """
    return compute(
        document.rendition,
        document.recipe,
        engine,
        catalog,
        first=first,
        on_part=on_part,
        progress=progress,
    )
