"""How far long work is, how long it will still take, and the wish to stop it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from restorer.errors import Cancelled


class CancelToken:
    """A wish to stop, set by one thread and seen by another."""

    def __init__(self) -> None:
        # Ctrl+C may come upon a thread amid one of these methods, and have it cancel there and then.
        self._lock = threading.RLock()
        self._cancelled = False
        self._hooks: dict[int, Callable[[], None]] = {}
        self._next_key = 0

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask to stop; runs every hook once, in the calling thread."""
        with self._lock:
            if self._cancelled:
                return
            self._cancelled = True
            hooks = list(self._hooks.values())
        for hook in hooks:
            hook()

    def check(self) -> None:
        """Raise `Cancelled` if somebody asked to stop."""
        if self._cancelled:
            raise Cancelled

    def on_cancel(self, hook: Callable[[], None]) -> Callable[[], None]:
        """Call ``hook`` when somebody asks to stop (at once, if they have). Returns what removes it."""
        with self._lock:
            key, self._next_key = self._next_key, self._next_key + 1
            self._hooks[key] = hook
            late = self._cancelled
        if late:
            hook()

        def remove() -> None:
            with self._lock:
                self._hooks.pop(key, None)

        return remove


@dataclass(frozen=True)
class ProgressReport:
    """A moment of long work: the fraction done (0..1), what is being done, and the seconds left if known."""

    fraction: float
    note: str
    seconds_left: float | None


class Progress:
    """Given to long work, which calls it with the fraction done; raises `Cancelled` when asked to stop.

    Work that is a part of other work gets `part`, and never knows that it is one.
    """

    def __init__(
        self, report: Callable[[ProgressReport], None] | None = None, token: CancelToken | None = None
    ) -> None:
        self.token = token or CancelToken()
        self._report = report
        self._started = time.monotonic()
        self._start, self._span = 0.0, 1.0

    def __call__(self, fraction: float, note: str = "") -> None:
        """Report that ``fraction`` (0..1) is done.

        Raises:
            Cancelled: somebody asked to stop.
        """
        self.token.check()
        if self._report is None:
            return
        whole = self._start + self._span * min(max(fraction, 0.0), 1.0)
        elapsed = time.monotonic() - self._started
        # Too early, the estimate would jump about; better none than a wrong one.
        known = whole > 0.02 and elapsed > 0.5
        self._report(ProgressReport(whole, note, elapsed / whole * (1 - whole) if known else None))

    def part(self, start: float, span: float) -> "Progress":
        """Return the progress of a part that begins at ``start`` and makes up ``span`` of this one."""
        part = Progress(self._report, self.token)
        part._started = self._started
        part._start, part._span = self._start + self._span * start, self._span * span
        return part
