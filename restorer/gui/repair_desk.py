"""Repairs of the open photo: which one is looked at, what is said of it, and what is painted.

Widgets ask here; the document remembers. Verdicts and strokes are changes of the recipe, so undo takes them
back one by one.
"""

import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restorer.gui import work
from restorer.gui.canvas import Marks, Stroke
from restorer.gui.messages import Message, Weight
from restorer.gui.repair_marks import RepairMarks
from restorer.gui.workspace import Workspace
from restorer.photo import Box
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.painting.strokes import touched
from restorer.restoration.steps import MaskStep, Place, RepairDamage

if TYPE_CHECKING:
    from restorer.app.document import Document, Proposal


class RepairDesk(QObject):
    """The repairs of one step with a mask at a time: of damage, or of watermarks."""

    changed = Signal()
    """Other repairs, another one looked at, or another step."""
    marked = Signal(object)
    """The marks are others: inside a `Box` of the photo, or anywhere (None)."""
    went_to = Signal(object)
    """The `Box` of the repair that is looked at now, to be brought into sight."""
    overtaken = Signal()
    """Other strokes are there now than when what is being painted was begun: it cannot be gone on with."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._kind: type[MaskStep] = RepairDamage
        self._usual: dict[type[MaskStep], MaskStep] = {}
        self._place: Place | None = None
        self._live: Edits | None = None
        self._ground: Edits | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self._known: tuple[object, ...] = (None, None, None, None)
        self._marks: RepairMarks | None = None
        workspace.replaced.connect(self._on_replaced)
        workspace.changed.connect(self._on_changed)

    @property
    def kind(self) -> type[MaskStep]:
        """The step whose repairs are meant."""
        return self._kind

    def use(self, kind: type[MaskStep]) -> None:
        """Look at the repairs of another step, and paint for it."""
        if kind is not self._kind:
            self.drop()
            self._kind, self._place = kind, None
            self._on_changed()

    def begin_with(self, step: MaskStep) -> None:
        """Take ``step`` where something is painted and the recipe has none of its kind."""
        self._usual[type(step)] = step

    @property
    def step(self) -> MaskStep | None:
        """The recipe's step, enabled or not."""
        document = self._workspace.document
        return document.recipe.step(self._kind) if document else None

    @property
    def walk(self) -> "tuple[Proposal, ...]":
        """The repairs that are made or were refused, the most doubtful first."""
        return self._proposals

    @property
    def number(self) -> int:
        """Which of `walk` is looked at, counted from 1; 0 if none."""
        places = [proposal.repair.place for proposal in self._proposals]
        return places.index(self._place) + 1 if self._place in places else 0

    @property
    def looked_at(self) -> "Proposal | None":
        """The repair that is looked at."""
        return self._proposals[self.number - 1] if self.number else None

    @property
    def painting(self) -> bool:
        """Whether a stroke has begun that is not over."""
        return self._live is not None

    @property
    def marks(self) -> Marks | None:
        """What to mark upon the photo; None if there is nothing."""
        document, step = self._workspace.document, self.step
        if document is None or self._marks is None:
            return None
        if self._live is None and (step is None or not step.enabled):
            return None
        return Marks(self._marks.read, document.before.level_count, filled=self._live is not None)

    # Walking

    def go(self, direction: int) -> None:
        """Look at the next (1) or previous (-1) repair, round and round."""
        if self._proposals:
            before = self.number - 1 if self.number else (-1 if direction > 0 else 0)
            self._look_at(self._proposals[(before + direction) % len(self._proposals)])

    def accept(self) -> None:
        """Keep the repair that is looked at, whatever the sensitivity, and go on to the next."""
        self._say(True, self.tr("Repair accepted"))

    def reject(self) -> None:
        """Leave the photo as it is where the repair that is looked at would be, and go on to the next."""
        self._say(False, self.tr("Repair rejected"))

    def click(self, x: float, y: float, reach: float) -> bool:
        """Refuse the repair at a point of the photo, or take its refusal back; False if there is none.

        ``reach`` is how many pixels of the photo the hand may miss it by.
        """
        proposal = self._at(x, y, reach)
        if proposal is None or self.marks is None:
            return False
        self._place = proposal.repair.place
        if proposal.counts:
            self._judge(proposal, False, self.tr("Repair rejected"))
        else:
            self._judge(proposal, True, self.tr("Repair accepted"))
        return True

    def over(self, x: float, y: float, reach: float) -> bool:
        """Whether `click` would do anything."""
        return self.marks is not None and self._at(x, y, reach) is not None

    def _say(self, verdict: bool, name: str) -> None:
        if (proposal := self.looked_at) is not None:
            following = self._proposals[self.number % len(self._proposals)]
            self._judge(proposal, verdict, name)
            self._look_at(following)

    def _judge(self, proposal: "Proposal", verdict: bool, name: str) -> None:
        if (document := self._workspace.document) is not None:
            place = proposal.repair.place
            self._workspace.set_document(document.with_verdict(self._kind, place, verdict, name))

    def _look_at(self, proposal: "Proposal") -> None:
        self._place = proposal.repair.place
        self._mark()
        self.went_to.emit(proposal.repair.box)
        self.changed.emit()

    def _at(self, x: float, y: float, reach: float) -> "Proposal | None":
        """Return the smallest repair within reach of a point."""
        near = [
            proposal
            for proposal in self._proposals
            if proposal.repair.box.grow(max(1, round(reach))).intersect(_pixel(x, y)) == _pixel(x, y)
        ]
        return min(near, key=lambda proposal: _size(proposal.repair.box), default=None)

    # Painting

    def stroke(self, stroke: Stroke) -> None:
        """Add a piece of a stroke to what is being painted; `lift` makes it count."""
        document, step = self._workspace.document, self.step
        if document is None:
            return
        if self._live is None:
            self._ground = step.edits if step else None
            self._live = self._ground or Edits.none(document.before.size)
            self._mark()
        if stroke.lasso:
            self._live = self._live.with_lasso(stroke.points, erases=stroke.tip.erases)
        else:
            self._live = self._live.with_stroke(stroke.tip, stroke.points)
        if self._marks is not None:
            self._marks.edits = self._live
        self.marked.emit(touched(stroke.tip, stroke.points))

    def lift(self) -> None:
        """Let what was painted count: one step for undo."""
        document, live, self._live = self._workspace.document, self._live, None
        if document is not None and live is not None:
            step = self.step or self._for_painting(self._kind)
            if not step.enabled:  # painted on a step that was off: only what is painted is meant
                step = dataclasses.replace(step, enabled=True, finding=False)
            recipe = document.recipe.with_step(dataclasses.replace(step, edits=live))
            self._workspace.set_recipe(recipe, self.tr("Stroke"))

    def _for_painting(self, kind: type[MaskStep]) -> MaskStep:
        return dataclasses.replace(self._usual.get(kind) or kind(), finding=False)

    def drop(self) -> None:
        """Forget what is being painted."""
        if self._live is not None:
            self._live = None
            self._mark()

    def clear(self) -> None:
        """Take away all that was painted."""
        document, step = self._workspace.document, self.step
        if document is not None and step is not None and step.edits is not None:
            recipe = document.recipe.with_step(dataclasses.replace(step, edits=None))
            self._workspace.set_recipe(recipe, self.tr("Clear what was painted"))

    # Masks as files

    def load_mask(self, kind: type[MaskStep], path: Path) -> None:
        """Let what a picture marks be repaired by a step, in place of what was painted."""
        if (document := self._workspace.document) is not None:
            self.use(kind)
            task = partial(work.read_mask, document, path)
            done = partial(self._on_mask, document, kind)
            self._workspace.activities.run("mask", self.tr("Reading the mask"), task, done, lane="files")

    def save_mask(self, kind: type[MaskStep], path: Path) -> None:
        """Write what a step repairs as a picture."""
        if (document := self._workspace.document) is not None:
            message = Message(self.tr("The mask lies in {}").format(path), weight=Weight.DONE, topic="mask")
            task = partial(work.write_mask, document, kind, path)
            self._workspace.activities.run(
                "mask",
                self.tr("Saving the mask"),
                task,
                lambda _: self._workspace.message.emit(message),
                lane="files",
            )

    def _on_mask(self, document: "Document", kind: type[MaskStep], mask: Mask) -> None:
        now = self._workspace.document
        if now is not None and now.photo is document.photo:
            step = now.recipe.step(kind) or self._for_painting(kind)
            edits = Edits(mask, Mask(mask.size))
            recipe = now.recipe.with_step(dataclasses.replace(step, enabled=True, edits=edits))
            self._workspace.set_recipe(recipe, self.tr("Mask from a file"), at_once=True)

    # Following the document

    def _on_replaced(self) -> None:
        self._live = self._place = None

    def _on_changed(self) -> None:
        document, step = self._workspace.document, self.step
        if self._live is not None and (step.edits if step else None) is not self._ground:
            self.overtaken.emit()
        repairs = document.rendition.repairs(step) if document and step else None
        known, self._known = self._known, (self._kind, document and document.photo, step, repairs)
        if all(one is other for one, other in zip(known, self._known, strict=True)):
            return  # another slider moved, and there may be thousands of repairs
        self._proposals = walk_of(self._workspace.document, self._kind)
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        """Make the marks anew."""
        document, step = self._workspace.document, self.step
        self._marks = None
        if document is not None:
            rejected = [proposal for proposal in self._proposals if not proposal.counts]
            looked_at = self.looked_at
            self._marks = RepairMarks(document, self._kind, step, rejected, looked_at)
            self._marks.edits = self._live
        self.marked.emit(None)


def walk_of(document: "Document | None", kind: type[MaskStep]) -> "tuple[Proposal, ...]":
    """Return the repairs of a step that are made or were refused, the most doubtful first."""
    if document is None:
        return ()
    proposals: Sequence[Proposal] = document.proposals(kind)
    return tuple(
        proposal for proposal in reversed(proposals) if proposal.counts or proposal.verdict is not None
    )


def _pixel(x: float, y: float) -> Box:
    return Box(int(y), int(x), int(y) + 1, int(x) + 1)


def _size(box: Box) -> int:
    return box.height * box.width
