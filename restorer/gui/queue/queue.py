"""The batch in the window: planned, running, paused, ended. Widgets ask here, and redraw when it ``changed``.

One batch at a time. It computes with equipment of its own, so that the photo that is open never waits for a
batch that is paused amid a photo.
"""

import enum
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from restorer.app.batch.events import PauseChanged, Planned, RowChanged, RowProgress, Totals
from restorer.app.batch.items import State
from restorer.app.batch.trouble import Answer, Trouble
from restorer.app.jobs import Deliver, Job, JobRunner
from restorer.gui.core_sentences import translated
from restorer.gui.equipment import Equipment
from restorer.gui.messages import Message, Weight, describe
from restorer.gui.numbers import number, photos
from restorer.gui.queue import work
from restorer.gui.queue.mailbox import Mailbox
from restorer.gui.queue.model import QueueModel
from restorer.gui.queue.work import Added, Asking, Preflight, Wish
from restorer.progress import ProgressReport

if TYPE_CHECKING:
    from restorer.app.batch.again import Unfinished
    from restorer.app.batch.batch import Batch, Summary
    from restorer.app.batch.journal import Row
    from restorer.app.batch.undo import Undone

_TICK = 40  # milliseconds between two looks at what the batch told
_BUDGET = 0.008  # seconds that one look may take


class Phase(enum.Enum):
    """What the queue is doing."""

    EMPTY = enum.auto()
    PLANNING = enum.auto()
    PLANNED = enum.auto()
    RUNNING = enum.auto()
    ENDED = enum.auto()
    UNDOING = enum.auto()


class Queue(QObject):
    """Holds one batch and its rows. All of it in the window's thread."""

    changed = Signal()
    """The phase, the totals, a pause or a question are others: redraw."""
    asked = Signal(object)
    """A `Trouble` waits for `answer`; None: it does not any more."""
    ended = Signal(object)
    """The `Summary` of a batch that ran."""
    offered = Signal(object)
    """The batches (a list of `Unfinished`) that were interrupted, if there are any."""
    failed = Signal(object)
    """A `Message`: planning failed."""
    message = Signal(object)

    def __init__(self, jobs: JobRunner, deliver: Deliver, equipment: Equipment) -> None:
        super().__init__()
        self._jobs, self._deliver, self._equipment = jobs, deliver, equipment
        self.model = QueueModel()
        self.phase = Phase.EMPTY
        self.preflight: Preflight | None = None
        self.report: ProgressReport | None = None
        self.totals: Totals | None = None
        self.summary: Summary | None = None
        self.trouble: Trouble | None = None
        self.paused = False
        self._wish: Wish | None = None
        self._before: tuple[Phase, Wish | None, Preflight | None] = (Phase.EMPTY, None, None)
        """What there was before a plan began, to be put back if nothing comes of it."""
        self._batch: Batch | None = None
        self._asking: Asking | None = None
        self._stepping_back = self._stopping = False
        self._job: Job | None = None
        self._mailbox = Mailbox()
        self._over: Callable[[], None] | None = None
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._drain)

    @property
    def running(self) -> bool:
        """Whether a batch runs, or pauses."""
        return self.phase is Phase.RUNNING

    @property
    def stepping_back(self) -> bool:
        """Whether the batch waits for a photo that a person is restoring."""
        return self.running and self._stepping_back

    @property
    def output(self) -> Path | None:
        """Where the results go, of the batch whose rows are shown; not of a plan that has not begun."""
        planning = self.phase in (Phase.PLANNING, Phase.PLANNED)
        wish = self._before[1] if planning else self._wish
        return wish.output if wish else None

    @property
    def left(self) -> int:
        """How many photos of the batch wait or are being restored."""
        return self.model.counts[State.PLANNED] + self.model.counts[State.RUNNING]

    def use_device(self, device: str) -> None:
        """Compute on another device ("auto" or its id), from the next batch on."""
        self._jobs.start(
            self.tr("Changing the device"),
            lambda _: self._equipment.use_device(device),
            done=lambda _: None,
            failed=lambda error: self.message.emit(describe(error)),
            lane="batch",
        )

    # Planning

    def plan(self, wish: Wish, *, then_begin: bool = False) -> None:
        """Plan a batch, and begin it if nobody has to see the plan (it was seen before)."""
        if self.running or self.phase is Phase.UNDOING:
            return
        if self.phase not in (Phase.PLANNING, Phase.PLANNED):
            self._before = self.phase, self._wish, self.preflight
        self.phase, self._wish, self.preflight, self.report = Phase.PLANNING, wish, None, None
        self._job = self._jobs.start(
            self.tr("Planning a batch"),
            partial(work.plan, wish, self._equipment),
            done=partial(self._on_planned, then_begin),
            failed=self._on_not_planned,
            progress=self._on_report,
            lane="batch",
            slot="batch",
        )
        self.changed.emit()

    def give_up_plan(self) -> None:
        """Forget the plan; nothing was done."""
        if self.phase in (Phase.PLANNING, Phase.PLANNED):
            if self._job is not None:
                self._job.cancel()
            self._put_back()
            self.changed.emit()

    def _put_back(self) -> None:
        """Let the batch whose rows are shown be the one that is gone on with and taken back."""
        self.phase, self._wish, self.preflight = self._before

    def _on_planned(self, then_begin: bool, preflight: Preflight) -> None:
        if self.phase is not Phase.PLANNING:
            return
        self.phase, self.preflight = Phase.PLANNED, preflight
        self.changed.emit()
        if then_begin:
            self.begin()

    def _on_not_planned(self, error: Exception) -> None:
        if self.phase is Phase.PLANNING:
            self._put_back()
            self.failed.emit(describe(error))
            self.changed.emit()

    def _on_report(self, report: ProgressReport) -> None:
        self.report = report
        self.changed.emit()

    # Running

    def begin(self) -> None:
        """Run the plan."""
        if self.phase is not Phase.PLANNED or self.preflight is None:
            return
        self.model.clear()
        self.phase, self.paused, self.totals, self.summary = Phase.RUNNING, False, None, None
        self._wish, self._stopping = self.preflight.wish, False
        self._job = self._jobs.start(
            self.tr("Restoring a batch"),
            partial(
                work.run, self.preflight, self._equipment, self._mailbox.put, self._show_trouble, self._begin
            ),
            done=lambda summary: self._end(partial(self._on_ended, summary)),
            failed=lambda error: self._end(partial(self._on_broken, error)),
            lane="batch",
        )
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Pause: what is being computed waits at its next tile."""
        self.paused = True
        self._hold()

    def resume(self) -> None:
        """Go on after a pause."""
        self.paused = False
        self._hold()

    def step_back(self, wanted: bool) -> None:
        """Pause as long as something computes that a person waits for, without calling it a pause."""
        if wanted != self._stepping_back:
            self._stepping_back = wanted
            self._hold()

    def cancel(self) -> None:
        """Stop: what is finished stays, the rest can be gone on with."""
        self._stopping = True  # in case it begins just now
        if self._batch is not None:
            self._batch.cancel()

    def answer(self, answer: Answer) -> None:
        """Answer the question that waits."""
        self.trouble = None
        if self._asking is not None:
            self._asking.answer(answer)
        self.asked.emit(None)
        self.changed.emit()

    def _begin(self, batch: "Batch", asking: Asking) -> None:
        """Take over the running batch, from its thread."""
        self._deliver(partial(self._on_begun, batch, asking))

    def _on_begun(self, batch: "Batch", asking: Asking) -> None:
        self._batch, self._asking = batch, asking
        self._hold()
        if self._stopping:
            batch.cancel()

    def _hold(self) -> None:
        if self._batch is not None:
            if self.paused or self._stepping_back:
                self._batch.pause()
            else:
                self._batch.resume()
        self.changed.emit()

    def _show_trouble(self, trouble: Trouble) -> None:
        """Take a question from the thread of the batch."""
        self._deliver(partial(self._on_trouble, trouble))

    def _on_trouble(self, trouble: Trouble) -> None:
        self.trouble = trouble
        self.asked.emit(trouble)
        self.changed.emit()

    def _drain(self) -> None:
        """Take what the batch told, as much as there is time for."""
        end, told = time.perf_counter() + _BUDGET, False
        while (event := self._mailbox.take()) is not None:
            told = True
            match event:
                case Planned():
                    self.model.merge(event.rows)
                case RowChanged():
                    self.model.change(event)
                case RowProgress():
                    self.model.advance(event.item.id, event.fraction)
                case Totals():
                    self.totals = event
                case PauseChanged():
                    pass  # who pauses is known here
            if time.perf_counter() > end:
                break
        else:
            if (over := self._over) is not None:
                self._over = None
                self._timer.stop()
                over()
                told = True
        if told:
            self.changed.emit()

    def _end(self, over: Callable[[], None]) -> None:
        """Note what to do once everything is told."""
        self._over = over
        self._batch = self._asking = self.trouble = None
        self.asked.emit(None)

    def _on_ended(self, summary: "Summary") -> None:
        self.phase, self.summary, self.paused = Phase.ENDED, summary, False
        self.ended.emit(summary)

    def _on_broken(self, error: Exception) -> None:
        self.phase, self.paused = Phase.ENDED, False
        self.message.emit(describe(error))

    # More of the same

    def add(self, inputs: Sequence[Path], recursive: bool) -> None:
        """Let photos join the batch that runs, or follow it if it has just ended."""
        if self._wish is None:
            return
        if self._batch is None:
            if self.running:  # it begins just now, or ends
                QTimer.singleShot(_TICK, self, partial(self.add, inputs, recursive))
            elif self.phase is Phase.ENDED:
                wish = Wish(self._wish.output, self._wish.treatment, tuple(inputs), recursive)
                self.plan(wish, then_begin=True)
            return
        self._jobs.start(
            self.tr("Adding to the batch"),
            partial(work.add, self._batch, tuple(inputs), recursive, self._wish.output),
            done=partial(self._on_added, tuple(inputs), recursive),
            failed=lambda error: self.message.emit(describe(error)),
            lane="files",
        )

    def _on_added(self, inputs: tuple[Path, ...], recursive: bool, added: Added) -> None:
        if not added.taken and added.joined:  # the batch had just ended
            QTimer.singleShot(_TICK, self, partial(self.add, inputs, recursive))
            return
        parts = [self.tr("{} joined the batch.").format(photos(added.joined))]
        if added.known:
            parts.append(self.tr("{} had been in it already.").format(photos(added.known)))
        if added.left_out:
            parts.append(self.tr("Left out, as the queue explains: {}.").format(number(added.left_out)))
        weight = Weight.DONE if added.joined else Weight.WARNING
        self.message.emit(Message(" ".join(parts), weight=weight, topic="batch added"))

    def retry_failed(self) -> None:
        """Try again what failed: in the batch that runs, or in another run."""
        if self._batch is not None:
            self._jobs.start(
                self.tr("Trying again"),
                partial(work.retry, self._batch),
                done=lambda _added: None,
                failed=lambda error: self.message.emit(describe(error)),
                lane="files",
            )
        else:
            self._again(State.FAILED)

    def go_on(self) -> None:
        """Run what an ended batch left."""
        self._again(State.PLANNED)

    def _again(self, state: State) -> None:
        if self._wish is not None and self.phase is Phase.ENDED:
            wish = Wish(self._wish.output, self._wish.treatment, again=frozenset({state}))
            self.plan(wish, then_begin=True)

    def undo(self) -> None:
        """Move the results of an ended batch to the trash."""
        if self.phase is not Phase.ENDED or self.preflight is None or self.output is None:
            return
        self.phase, self.report = Phase.UNDOING, None
        self._jobs.start(
            self.tr("Taking the batch back"),
            partial(work.undo, self.output, self.preflight.plan.key),
            done=self._on_undone,
            failed=self._on_not_undone,
            progress=self._on_report,
            lane="batch",
        )
        self.changed.emit()

    def _on_undone(self, outcome: "tuple[Undone, tuple[Row, ...]]") -> None:
        undone, rows = outcome
        self.model.merge(rows)
        self.phase, self.totals = Phase.ENDED, None
        text = self.tr("{} went to the trash.").format(photos(undone.trashed))
        hint = "\n".join(f"{one.source.name}: {translated(one.reason)}" for one in undone.kept[:3])
        if undone.kept:
            text += " " + self.tr("{} stayed.").format(photos(len(undone.kept)))
        weight = Weight.WARNING if undone.kept else Weight.DONE
        self.message.emit(Message(text, hint, weight, topic="batch"))
        self.changed.emit()

    def _on_not_undone(self, error: Exception) -> None:
        self.phase = Phase.ENDED
        self.message.emit(describe(error))
        self.changed.emit()

    # Interrupted batches

    def look_for_unfinished(self) -> None:
        """Look for batches that were interrupted; `offered` brings them."""
        self._jobs.start(
            self.tr("Looking for unfinished batches"),
            work.unfinished,
            done=lambda found: self.offered.emit(found) if found else None,
            lane="files",
        )

    def take_up(self, unfinished: "Unfinished") -> None:
        """Plan what an interrupted batch left."""
        self.plan(Wish(unfinished.output, unfinished.treatment, again=frozenset({State.PLANNED})))

    def dismiss(self, unfinished: "Unfinished") -> None:
        """Ask nobody any more about an interrupted batch."""
        self._jobs.start(
            self.tr("Forgetting a batch"),
            partial(work.dismiss, unfinished.output),
            done=lambda _: None,
            lane="files",
        )
