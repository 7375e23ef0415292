"""What the queue has done away from the window's thread: planning, running, adding, taking back. No Qt."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from restorer.app.batch.events import Event, Planned
from restorer.app.batch.items import State, Treatment
from restorer.app.batch.trouble import Answer, Trouble
from restorer.gui.equipment import Equipment
from restorer.progress import CancelToken, Progress

if TYPE_CHECKING:
    from restorer.app.batch.again import Unfinished
    from restorer.app.batch.batch import Batch, Summary
    from restorer.app.batch.gather import Gathering
    from restorer.app.batch.journal import Row
    from restorer.app.batch.pace import Span
    from restorer.app.batch.plan import BatchPlan
    from restorer.app.batch.undo import Undone


@dataclass(frozen=True)
class Wish:
    """What somebody wants restored, and into which folder.

    ``again`` names states: then it is what the folder's journal knows to be in them, instead of ``inputs``.
    """

    output: Path
    treatment: Treatment
    inputs: tuple[Path, ...] = ()
    recursive: bool = False
    again: frozenset[State] = frozenset()


@dataclass(frozen=True)
class Preflight:
    """A plan to be shown before it runs; ``expected`` is how many seconds a megapixel takes.

    ``sub_folders`` counts those that were left out because nobody asked for them.
    """

    wish: Wish
    plan: "BatchPlan"
    expected: "Span | None"
    sub_folders: int


@dataclass(frozen=True)
class Added:
    """What became of photos that were to join a running batch; not ``taken``: it had just ended."""

    taken: bool
    joined: int
    left_out: int
    known: int


class Asking:
    """Lets the thread of a batch wait until somebody answers; ``show`` is called in that thread."""

    def __init__(self, show: Callable[[Trouble], None], token: CancelToken) -> None:
        self._show = show
        self._answered = threading.Event()
        self._answer = Answer.STOP
        token.on_cancel(lambda: self.answer(Answer.STOP))

    def __call__(self, trouble: Trouble) -> Answer:
        """Show the question and return the answer."""
        self._answered.clear()
        self._show(trouble)
        self._answered.wait()
        return self._answer

    def answer(self, answer: Answer) -> None:
        """Answer the question that waits."""
        self._answer = answer
        self._answered.set()


def plan(wish: Wish, equipment: Equipment, progress: Progress) -> Preflight:
    """Plan a batch; writes nothing."""
    from restorer.app.batch.again import gather_again
    from restorer.app.batch.batch import open_journal
    from restorer.app.batch.gather import gather
    from restorer.app.batch.output import OutputFolder
    from restorer.app.batch.pace import measure_pace
    from restorer.app.batch.plan import plan_batch

    catalog = equipment.catalog()
    output, key = OutputFolder(wish.output), wish.treatment.key(catalog)
    journal = open_journal(output, only_look=True)
    try:
        if wish.again:
            gathering = gather_again(journal, wish.again)
        else:
            part = progress.part(0.0, 0.1)
            gathering = gather(wish.inputs, output.path, recursive=wish.recursive, progress=part)
        planned = plan_batch(
            gathering,
            output,
            wish.treatment,
            key,
            journal,
            retry_failed=State.FAILED in wish.again,
            progress=progress.part(0.1, 0.8),
        )
    finally:
        journal.close()
    progress(0.9)
    expected = measure_pace(wish.treatment, equipment.engine(), catalog) if planned.items else None
    return Preflight(wish, planned, expected, _sub_folders(gathering))


def _sub_folders(gathering: "Gathering") -> int:
    return sum(one.reason.startswith("Sub-folders") for one in gathering.refused)


def run(
    preflight: Preflight,
    equipment: Equipment,
    listener: Callable[[Event], None],
    show: Callable[[Trouble], None],
    begun: "Callable[[Batch, Asking], None]",
    progress: Progress,
) -> "Summary":
    """Run a batch to its end.

    ``begun`` gets it before the first photo, with what answers questions; ``show`` is called with these, and
    ``listener`` with everything else.
    """
    from restorer.app.batch.batch import Batch, open_journal
    from restorer.app.batch.crew import LocalCrew
    from restorer.app.batch.output import OutputFolder
    from restorer.app.batch.report import report, write_report

    planned = preflight.plan
    # Stopping the batch is no reason to hear nothing of how it ended.
    token = CancelToken()
    progress.token.on_cancel(token.cancel)
    asking = Asking(show, token)
    output = OutputFolder(planned.output)
    output.prepare()
    journal = open_journal(output)
    try:
        batch = Batch(
            planned,
            output,
            journal,
            listener=listener,
            ask=asking,
            token=token,
            expected=preflight.expected,
        )
        listener(Planned(tuple(row for row in journal.rows() if row.treatment == planned.key)))
        begun(batch, asking)
        summary = batch.run(LocalCrew(equipment.engine(), equipment.catalog()))
        with contextlib.suppress(OSError):  # a full disk was asked about; the journal knows what it would say
            write_report(output, report(output, journal, planned.treatment, summary))
        return summary
    finally:
        output.close()
        journal.close()
        equipment.close()


def add(batch: "Batch", inputs: Sequence[Path], recursive: bool, output: Path, progress: Progress) -> Added:
    """Add photos to a batch that runs."""
    from restorer.app.batch.gather import gather

    gathering = gather(inputs, output, recursive=recursive, apart=True, progress=progress.part(0.0, 0.1))
    more = batch.plan_more(gathering, progress=progress.part(0.1, 0.9))
    left_out = len(more.failed) + len(more.skipped)
    known = len(gathering.found) + len(gathering.refused) - len(more.items) - left_out
    return Added(batch.add(more), len(more.items), left_out, known)


def retry(batch: "Batch", progress: Progress) -> Added:
    """Let a batch that runs try again what failed in it."""
    more = batch.plan_more(batch.gather_again({State.FAILED}), retry_failed=True, progress=progress)
    return Added(batch.add(more), len(more.items), len(more.failed), 0)


def undo(output: Path, key: str, progress: Progress) -> "tuple[Undone, tuple[Row, ...]]":
    """Move the results of a batch to the trash; returns what became of them, and the rows.

    Results that the same folder got from another treatment are no part of it (the queue does not show them).
    """
    from restorer.app.batch.batch import open_journal
    from restorer.app.batch.output import OutputFolder
    from restorer.app.batch.report import report, write_report
    from restorer.app.batch.undo import undo_batch

    folder = OutputFolder(output)
    journal = open_journal(folder)
    try:
        undone = undo_batch(folder, journal, treatment=key, progress=progress)
        return undone, tuple(row for row in journal.rows() if row.treatment == key)
    finally:
        with contextlib.suppress(OSError):  # it may lie on a disk that is full or gone
            write_report(folder, report(folder, journal, None, None))
        journal.close()


def unfinished(progress: Progress) -> "list[Unfinished]":
    """Return the batches that were interrupted."""
    from restorer.app.batch import again

    progress(0.0)
    return again.unfinished()


def dismiss(output: Path, progress: Progress) -> None:
    """Let nobody be asked any more about the batch into ``output``."""
    from restorer.app.batch import again

    progress(0.0)
    again.dismiss(output)
