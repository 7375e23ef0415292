"""A batch from its plan to its end."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from restorer import paths
from restorer.app.batch.again import gather_again
from restorer.app.batch.desk import Desk
from restorer.app.batch.events import Listener, Planned
from restorer.app.batch.gather import Gathering
from restorer.app.batch.items import Item, State, sha256_of
from restorer.app.batch.journal import Journal, Row
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.pace import Pace, Span
from restorer.app.batch.plan import BatchPlan, plan_batch
from restorer.app.batch.trouble import Ask, Trouble, stop_on_trouble
from restorer.errors import Cancelled
from restorer.progress import CancelToken, Progress


class Crew(Protocol):
    """Those who restore: this computer's threads, or the machines of a cluster."""

    def work(self, desk: Desk) -> None:
        """Restore what waits at ``desk`` and bring back what comes of each. Raises Cancelled when stopped."""


@dataclass(frozen=True)
class Summary:
    """How a run ended: photos by what became of them; ``left`` are still planned, for the next run.

    ``stopped`` is the trouble that ended it; ``cancelled`` says that somebody did.
    """

    done: int
    failed: int
    skipped: int
    left: int
    seconds: float
    megapixels_per_second: float | None
    stopped: Trouble | None = None
    cancelled: bool = False


class Batch:
    """A planned batch. `run` runs it, once; the other methods may be called from any thread meanwhile.

    The journal takes note of the plan at once, so that it can be gone on with even if it never runs.
    """

    def __init__(
        self,
        plan: BatchPlan,
        output: OutputFolder,
        journal: Journal,
        *,
        listener: Listener = lambda event: None,
        ask: Ask = stop_on_trouble,
        token: CancelToken | None = None,
        expected: Span | None = None,
    ) -> None:
        self._output, self._journal, self._plan = output, journal, plan
        journal.describe(output.path, plan.treatment)
        items = self._record(plan)
        # What a run died of twice may kill this one too: then at least everything else is done.
        self.items = sorted(items, key=lambda item: item.interrupted > 1)
        self._pace = Pace(expected)
        self._desk = Desk(
            self.items,
            plan.treatment,
            plan.key,
            output,
            journal,
            self._pace,
            listener=listener,
            ask=ask,
            token=token or CancelToken(),
        )

    def run(self, crew: Crew) -> Summary:
        """Run to the end and say how it ended.

        Raises:
            RestorerError: the journal cannot be written; what is done stays done.
        """
        cancelled = False
        try:
            crew.work(self._desk)
            while not self._desk.close():
                crew.work(self._desk)
        except Cancelled:
            cancelled = True
        counts, stopped = self._desk.counts, self._desk.stopped
        left = counts[State.PLANNED] + counts[State.RUNNING]
        return Summary(
            counts[State.DONE],
            counts[State.FAILED],
            counts[State.SKIPPED],
            left,
            self._pace.seconds,
            self._pace.megapixels_per_second,
            stopped,
            cancelled and stopped is None and left > 0,
        )

    def plan_more(
        self, gathering: Gathering, *, retry_failed: bool = False, progress: Progress | None = None
    ) -> BatchPlan:
        """Plan photos that are to be added; those that are in the batch already are left out.

        Raises as `plan_batch`.
        """
        return plan_batch(
            gathering,
            self._output,
            self._plan.treatment,
            self._plan.key,
            self._journal,
            retry_failed=retry_failed,
            under_way=True,
            progress=progress,
        )

    def gather_again(self, states: Collection[State]) -> Gathering:
        """Find the photos of the journal in one of ``states``. Raises PhotoError as `again.gather_again`."""
        return gather_again(self._journal, states)

    def add(self, plan: BatchPlan) -> bool:
        """Add what `plan_more` planned; False if the batch has just ended, and it needs one of its own.

        Raises:
            JournalError: the journal cannot be written.
        """
        items = self._record(plan)
        sources = {item.source for item in items} | {one.source for one in (*plan.failed, *plan.skipped)}
        rows = tuple(row for row in self._journal.rows() if row.source in sources)
        self._desk.tell(Planned(rows))  # before any of them can begin
        return self._desk.add(items)

    def _record(self, plan: BatchPlan) -> list[Item]:
        refused = [(State.FAILED, one) for one in plan.failed] + [
            (State.SKIPPED, one) for one in plan.skipped
        ]
        return self._journal.record(plan.items, refused, plan.key)

    def pause(self) -> None:
        """Pause: what is being computed waits at its next tile."""
        self._desk.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._desk.resume()

    def cancel(self) -> None:
        """Stop: finished results stay, and the next run does the rest."""
        self._desk.token.cancel()


def open_journal(output: OutputFolder, *, only_look: bool = False) -> Journal:
    """Open the journal of an output folder, and put right what a killed run left unfinished in it.

    With ``only_look`` nothing is made where no batch ran before.

    Raises:
        RestorerError: another batch is running into the folder, or the journal cannot be used.
    """
    path = paths.journals() / f"{output.id}.sqlite"
    journal = Journal(None if only_look and not path.exists() else path)
    for row in journal.rows(State.RUNNING):
        if _is_result(output.path, row):
            journal.done(row.id)
        else:
            journal.put_back(row.id, interrupted=True)
    return journal


def _is_result(folder: Path, row: Row) -> bool:
    """Whether the file under the row's name is the very result that the row speaks of."""
    if row.target is None or row.result_hash is None:
        return False
    try:
        return sha256_of(folder / row.target) == row.result_hash
    except OSError:
        return False
