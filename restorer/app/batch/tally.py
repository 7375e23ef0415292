"""Keeps count of a running batch: photos by state, and how much of the work is done."""

from collections.abc import Iterable

from restorer.app.batch.events import Totals
from restorer.app.batch.items import Item, State
from restorer.app.batch.pace import Pace


class Tally:
    """The counts of one run; not to be used by two threads at once."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self.counts = dict.fromkeys(State, 0)
        self._megapixels = 0.0
        self._finished = 0.0
        self._running: dict[int, tuple[float, float]] = {}

    def add(self, items: Iterable[Item]) -> None:
        """Count photos that are planned."""
        for item in items:
            self.counts[State.PLANNED] += 1
            self._megapixels += item.facts.megapixels

    def advance(self, item: Item, fraction: float) -> None:
        """Take note of how much of a running photo (0..1) is done."""
        self._running[item.id] = item.facts.megapixels, fraction

    def change(self, item: Item, state: State) -> None:
        """Count a photo that begins, ends, or is put back."""
        self.counts[State.PLANNED if state == State.RUNNING else State.RUNNING] -= 1
        self.counts[state] += 1
        self._running.pop(item.id, None)
        if state not in (State.PLANNED, State.RUNNING):
            self._finished += item.facts.megapixels

    def totals(self) -> Totals:
        """Return where the batch is."""
        partly = sum(megapixels * fraction for megapixels, fraction in self._running.values())
        left = self.counts[State.PLANNED] + self.counts[State.RUNNING]
        missing = max(0.0, self._megapixels - self._finished - partly)
        return Totals(
            self.counts[State.DONE],
            self.counts[State.FAILED],
            self.counts[State.SKIPPED],
            left,
            1 - missing / (self._megapixels or 1.0),
            self._pace.left(missing, left) if left else None,
            self._pace.megapixels_per_second,
        )
