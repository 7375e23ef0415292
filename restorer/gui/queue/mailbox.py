"""Holds what a batch tells from its threads until the window's thread takes it, in small portions."""

import threading
from collections import deque
from dataclasses import replace

from restorer.app.batch.events import Event, Planned, RowProgress, Totals

_PORTION = 500
"""Rows that are handed over at once: a few milliseconds' work for whoever takes them."""


class Mailbox:
    """Keeps the order of events, and of those that only tell how far something is the latest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: deque[Event] = deque()
        self._fractions: dict[int, RowProgress] = {}
        self._totals: Totals | None = None

    def put(self, event: Event) -> None:
        """Take an event from any thread."""
        with self._lock:
            if isinstance(event, Totals):
                self._totals = event
            elif isinstance(event, RowProgress):
                self._fractions[event.item.id] = event
            elif isinstance(event, Planned):
                for start in range(0, len(event.rows), _PORTION):
                    self._events.append(replace(event, rows=event.rows[start : start + _PORTION]))
            else:
                self._events.append(event)

    def take(self) -> Event | None:
        """Return the next event, or None if there is nothing to tell."""
        with self._lock:
            if self._events:
                return self._events.popleft()
            if self._fractions:
                return self._fractions.pop(next(iter(self._fractions)))
            totals, self._totals = self._totals, None
            return totals
