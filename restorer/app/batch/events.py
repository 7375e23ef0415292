"""What a running batch tells: rows that change, totals, pauses.

Events are frozen values. They are delivered in the threads of the batch, one at a time; a window hands them
on to its own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass

from restorer.app.batch.items import Item, State
from restorer.app.batch.journal import Row
from restorer.app.batch.pace import Span
from restorer.app.batch.trouble import Trouble


@dataclass(frozen=True)
class Planned:
    """Photos and files that the journal has taken in, at the beginning or because they were added."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RowChanged:
    """A photo has another state now; ``reason`` and ``findings`` are sentences, or empty.

    ``seconds`` is the time spent on a photo that is done, without that in which it waited.
    """

    item: Item
    state: State
    reason: str = ""
    findings: str = ""
    seconds: float | None = None


@dataclass(frozen=True)
class RowProgress:
    """How much of a photo (0..1) is done."""

    item: Item
    fraction: float


@dataclass(frozen=True)
class Totals:
    """Where the batch is: photos by state, the fraction of the work done (0..1), the seconds left."""

    done: int
    failed: int
    skipped: int
    left: int
    fraction: float
    seconds_left: Span | None
    megapixels_per_second: float | None


@dataclass(frozen=True)
class PauseChanged:
    """The batch pauses, or goes on; ``trouble`` is the question it waits with, if that is why."""

    paused: bool
    trouble: Trouble | None = None


Event = Planned | RowChanged | RowProgress | Totals | PauseChanged
Listener = Callable[[Event], None]
