"""How a batch looks on a terminal: the plan before, progress meanwhile, an honest account at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from restorer.app.batch.batch import Summary
from restorer.app.batch.events import Event, Listener, PauseChanged, RowChanged, Totals
from restorer.app.batch.items import Item, Refused, State
from restorer.app.batch.journal import Journal
from restorer.app.batch.pace import Span
from restorer.app.batch.plan import BatchPlan, bytes_needed
from restorer.app.batch.report import shown
from restorer.cli.terminal import Terminal

_SOME = 10
"""Lines of a list that are shown where nobody asked for all of them."""


class BatchView:
    """Shows one batch. ``content`` is the report, for JSON."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.content: dict[str, Any] | None = None

    def show_plan(self, plan: BatchPlan, expected: Span | None, *, in_full: bool) -> None:
        """Show what will be done; ``in_full`` as the result of a dry run."""
        if self._terminal.json:
            if in_full:
                self._terminal.result_json(_plan_content(plan, expected))
            return
        items = plan.items if in_full else plan.items[:_SOME]
        if items:
            self._terminal.table(
                ("photo", "megapixels", "result"), [_plan_row(item) for item in items], result=in_full
            )
        if len(items) < len(plan.items):
            self._terminal.say(f"… and {len(plan.items) - len(items):,} more")
        for sentence in _plan_sentences(plan, expected):
            self._terminal.say(sentence)
        self._list("Cannot be read or failed before", plan.failed)
        for reason, count in Counter(one.reason for one in plan.skipped).most_common(_SOME):
            self._terminal.say(f"Left out, {count:,}: {reason}")

    @contextmanager
    def showing(self) -> Iterator[Listener]:
        """Show progress while the body runs a batch with the listener it is given."""
        with self._terminal.bar() as show:

            def listen(event: Event) -> None:
                match event:
                    case Totals():
                        show(event.fraction, _totals(event), time_left(event.seconds_left))
                    case RowChanged(state=State.FAILED):
                        self._terminal.warn(f"Failed: {shown(event.item.source)}: {event.reason}")
                    case PauseChanged(paused=True) if event.trouble:
                        self._terminal.warn(event.trouble.message)

            yield listen

    def show_end(self, summary: Summary, plan: BatchPlan, written: str, journal: Journal) -> None:
        """Say how it ended."""
        if self._terminal.json:
            self._terminal.result_json(self.content)
            return
        failed = summary.failed + len(plan.failed)
        parts = [f"{summary.done:,} restored"]
        parts += [f"{len(plan.done):,} done before"] if plan.done else []
        parts += [f"{summary.skipped:,} left as they are"] if summary.skipped else []
        parts += [f"{failed:,} failed"] if failed else []
        parts += [f"{summary.left:,} not begun or not finished"] if summary.left else []
        self._terminal.result(", ".join(parts) + f" in {_length(summary.seconds)}.")
        set_aside = [row for row in journal.rows(State.SKIPPED) if row.reason.startswith("Set aside")]
        self._list("Set aside for a look", [Refused(row.source, row.reason) for row in set_aside])
        if summary.stopped:
            self._terminal.warn(f"Stopped: {summary.stopped.message} {summary.stopped.hint}")
        if summary.left:
            self._terminal.say("Give the same command again to go on.")
        if failed:
            self._terminal.say("Add --retry-failed to try again what failed.")
        if written:
            self._terminal.say(f"Saved to “{plan.output}”. What happened is in {written}")

    def _list(self, title: str, refused: Sequence[Refused]) -> None:
        if refused:
            self._terminal.say(f"{title}, {len(refused):,}:")
        for one in refused[:_SOME]:
            self._terminal.say(f"  {shown(one.source)}: {one.reason}")
        if len(refused) > _SOME:
            self._terminal.say(f"  … and {len(refused) - _SOME:,} more")


def counted(number: int, what: str) -> str:
    """Return how many of something there are, in words."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def time_left(left: Span | None) -> str:
    """Return how long a batch will still take, in words."""
    return f"{_range(left)} left" if left else ""


def _plan_row(item: Item) -> tuple[str, str, str]:
    return shown(item.source), f"{item.facts.megapixels:.1f}", shown(item.target)


def _plan_sentences(plan: BatchPlan, expected: Span | None) -> Iterator[str]:
    digits, least = (1, 0.1) if 0 < plan.megapixels < 10 else (0, 0)  # a small photo is not nothing
    megapixels = f"{max(plan.megapixels, least):,.{digits}f} megapixels"
    yield (
        f"{counted(len(plan.items), 'photo')} to restore, {megapixels}"
        + (f", {_range(plan.duration(expected))}" if expected else "")
        + f"; {len(plan.done):,} done before, {len(plan.failed):,} failed, {len(plan.skipped):,} left out."
    )
    if plan.items:
        needed, free = _size(plan.disk_needed), _size(plan.disk_free)
        yield f"Up to {needed} are needed in “{plan.output}”; {free} are free."
        yield "Format, depth, colours and metadata stay; what cannot be written as it is becomes PNG or TIFF."
    if plan.disk_needed > plan.disk_free:
        yield "That may not be enough: the batch will pause when the disk is full, and nothing will be lost."


def _plan_content(plan: BatchPlan, expected: Span | None) -> dict[str, Any]:
    duration = plan.duration(expected) if expected else None
    return {
        "output": shown(plan.output),
        "megapixels": round(plan.megapixels, 2),
        "disk_needed": plan.disk_needed,
        "disk_free": plan.disk_free,
        "seconds": [round(duration.low, 1), round(duration.high, 1)] if duration else None,
        "photos": [
            {
                "source": shown(item.source),
                "result": shown(item.target),
                "megapixels": round(item.facts.megapixels, 2),
                "bytes_needed": bytes_needed(item, plan.treatment.save.bits),
            }
            for item in plan.items
        ],
        "done": [_refused(one) for one in plan.done],
        "failed": [_refused(one) for one in plan.failed],
        "skipped": [_refused(one) for one in plan.skipped],
    }


def _refused(one: Refused) -> dict[str, str]:
    return {"source": shown(one.source), "reason": one.reason}


def _totals(totals: Totals) -> str:
    finished = totals.done + totals.failed + totals.skipped
    failed = f", {totals.failed:,} failed" if totals.failed else ""
    return f"{finished:,} of {finished + totals.left:,}{failed}"


def _range(span: Span) -> str:
    """Return a length of time as a range in the unit that suits it."""
    if span.high < 10:
        return "a few seconds"
    for seconds, unit in ((1, "s"), (60, "min"), (3600, "h"), (86400, "days")):
        if span.high < 120 * seconds or unit == "days":
            break
    low, high = (max(1, round(value / seconds)) for value in (span.low, span.high))
    return f"about {low} {unit}" if low == high else f"{low}–{high} {unit}"


def _length(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def _size(count: int) -> str:
    value = float(count)
    for unit in ("bytes", "KB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"
