"""Where the photos of a running batch are given out and the drafts come in.

The desk keeps the journal, gives results their names, tells listeners what happens, and holds the only two
brakes: pausing, and asking about trouble. It may be used by several threads.
"""

import contextlib
import functools
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from restorer.app.batch.events import Event, Listener, PauseChanged, RowChanged, RowProgress
from restorer.app.batch.items import Item, State, Treatment
from restorer.app.batch.journal import Journal
from restorer.app.batch.naming import Names, Wanted
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.pace import Pace
from restorer.app.batch.tally import Tally
from restorer.app.batch.trouble import Answer, Ask, Roots, Trouble, reading_trouble, writing_trouble
from restorer.app.batch.work import Draft, Order
from restorer.errors import Cancelled, RestorerError
from restorer.progress import CancelToken, Progress, ProgressReport

_log = logging.getLogger(__name__)
_OFTEN = 0.1
"""Seconds between two events about the progress of a photo."""

Result = TypeVar("Result")


class Desk:
    """The desk of one run. ``items`` will be given out in this order; `add` brings more."""

    def __init__(
        self,
        items: Sequence[Item],
        treatment: Treatment,
        key: str,
        output: OutputFolder,
        journal: Journal,
        pace: Pace,
        *,
        listener: Listener,
        ask: Ask,
        token: CancelToken,
    ) -> None:
        self.token, self.pace = token, pace
        self.stopped: Trouble | None = None
        self._treatment, self._key, self._output, self._journal = treatment, key, output, journal
        self._listener, self._ask = listener, ask
        self._lock = threading.RLock()
        self._asking = threading.Lock()
        self.answers = 0
        self._open = threading.Event()
        self._open.set()
        self._waiting: deque[Item] = deque()
        self._closed = False
        self._tally = Tally(pace)
        self._roots = Roots()
        self.add(items)
        token.on_cancel(self._open.set)

    @property
    def counts(self) -> dict[State, int]:
        """The photos given to this desk, by what became of them."""
        return self._tally.counts

    # --- what waits

    def add(self, items: Sequence[Item]) -> bool:
        """Let more photos wait; False if the desk is closed, and nothing will come of them."""
        with self._lock:
            if self._closed:
                return False
            self._waiting.extend(items)
            self._tally.add(items)
            for root in {item.root for item in items}:
                self._roots.remember(root)
            return True

    def upcoming(self) -> Item | None:
        """Return the photo whose turn is next, None if none waits; `begin` takes it."""
        with self._lock:
            return self._waiting[0] if self._waiting else None

    def close(self) -> bool:
        """Take no more photos; False if some wait that came in at the last moment."""
        with self._lock:
            self._closed = not self._waiting
            return self._closed

    # --- pausing

    def pause(self, trouble: Trouble | None = None) -> None:
        """Let every thread wait at its next checkpoint."""
        if self._open.is_set() and not self.token.cancelled:
            self._open.clear()
            self.pace.pause()
            self.tell(PauseChanged(True, trouble))

    def resume(self) -> None:
        """Let them go on."""
        if not self._open.is_set():
            self.pace.resume()
            self._open.set()
            self.tell(PauseChanged(False))

    def checkpoint(self) -> None:
        """Wait while the batch pauses.

        Raises:
            Cancelled: somebody asked to stop.
        """
        self._open.wait()
        self.token.check()

    def progress(self, item: Item) -> Progress:
        """Return the progress of a photo; work that reports to it pauses and stops with the batch."""
        last = 0.0

        def report(report: ProgressReport) -> None:
            nonlocal last
            self.checkpoint()
            if time.monotonic() - last > _OFTEN:
                last = time.monotonic()
                with self._lock:
                    self._tally.advance(item, report.fraction)
                self.tell(RowProgress(item, report.fraction))
                self._tell_totals()

        return Progress(report, self.token)

    # --- trouble

    def while_reading(self, item: Item, action: Callable[[], Result]) -> Result:
        """Return what ``action`` does; where the photo's folder has vanished, ask and try again."""
        return self._insisting(action, item)

    def while_writing(self, action: Callable[[], Result]) -> Result:
        """Return what ``action`` does; where nothing can be written, ask and try again."""
        return self._insisting(action, None)

    def try_again(self, error: Exception, answers: int, item: Item | None) -> bool:
        """Whether to try again what failed, because somebody was asked about the trouble and mended it.

        ``item`` is the photo if it was being read, None if a result was being written; ``answers`` what
        `answers` was before. False means that the error is about this photo alone, or that it is given up.

        Raises:
            Cancelled: the answer was to stop.
        """
        trouble = reading_trouble(item.root, self._roots) if item else writing_trouble(error, self._output)
        return trouble is not None and self._answer(trouble, answers) == Answer.RETRY

    def _insisting(self, action: Callable[[], Result], item: Item | None) -> Result:
        while True:
            answers = self.answers
            try:
                return action()
            except (RestorerError, OSError) as error:
                if not self.try_again(error, answers, item):
                    raise

    def _answer(self, trouble: Trouble, answers: int) -> Answer:
        """Ask, one question at a time; one that was answered meanwhile is not asked again."""
        with self._asking:
            self.token.check()
            if answers != self.answers:
                return Answer.RETRY
            paused_before = not self._open.is_set()
            self.pause(trouble)
            try:
                answer = self._ask(trouble)
            finally:
                if not paused_before:
                    self.resume()
            self.answers += 1
        if answer == Answer.STOP:
            self.stopped = trouble
            self.token.cancel()
            raise Cancelled
        return answer

    # --- the course of a photo

    def begin(self, item: Item) -> None:
        """Give a photo out that waits."""
        self.checkpoint()
        with self._lock:
            self._waiting.remove(item)
        self._journal.begin(item.id)
        self._change(RowChanged(item, State.RUNNING))

    def order(self, item: Item) -> Order:
        """Return what a worker needs to know of a photo."""
        drafts, suffix = self._output.drafts, item.target.suffix
        return Order(item.id, item.source, drafts, suffix, self._treatment, self._key)

    def settle(self, item: Item, draft: Draft) -> None:
        """Take a draft in: give it its name and write that down.

        Raises:
            RestorerError, OSError: the disk refuses. Cancelled: a question about it was answered so.
        """
        if draft.path is None:
            self._journal.refuse(item.id, State.SKIPPED, draft.reason, draft.findings, draft.source_sha256)
            self._finish(RowChanged(item, State.SKIPPED, draft.reason, draft.findings))
            return
        item, folders = self._place(item, draft, draft.path)
        self._journal.done(item.id, draft.seconds, folders)
        self._finish(RowChanged(item, State.DONE, "", draft.findings, draft.seconds))

    def _place(self, item: Item, draft: Draft, path: Path) -> tuple[Item, list[Path]]:
        """Give a draft a name, the planned one if it is still free."""
        while True:
            self._journal.will_place(item.id, item.target, draft.sha256, draft.source_sha256, draft.findings)
            place = functools.partial(self._output.place, path, item.target)
            try:
                return item, self.while_writing(place)
            except FileExistsError:  # somebody took the name since it was planned
                names = Names(self._output.path, [item.target])
                item = replace(item, target=names.free(Wanted(item.target, item.facts)))
            except (RestorerError, OSError):
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
                raise

    def fail(self, item: Item, error: Exception) -> None:
        """Take note that a photo cannot be restored."""
        if isinstance(error, RestorerError):
            reason = str(error)
        elif isinstance(error, OSError):
            reason = f"“{item.target.name}” could not be saved: {error.strerror or error}."
        else:
            _log.error("%s failed", item.source, exc_info=error)
            reason = f"Something unexpected happened: {type(error).__name__}: {error}"
        self._journal.refuse(item.id, State.FAILED, reason)
        self._finish(RowChanged(item, State.FAILED, reason))

    def put_back(self, item: Item, *, again: bool = False) -> None:
        """Take a photo back that was not finished: the batch stops, or it is given out ``again``."""
        self._journal.put_back(item.id)
        self._change(RowChanged(item, State.PLANNED))
        if again:
            with self._lock:
                self._waiting.appendleft(item)

    # --- telling

    def _finish(self, change: RowChanged) -> None:
        self.pace.finished(change.item.facts.megapixels)
        self._change(change)

    def _change(self, change: RowChanged) -> None:
        with self._lock:
            self._tally.change(change.item, change.state)
            self.tell(change)
            self._tell_totals()

    def _tell_totals(self) -> None:
        with self._lock:
            self.tell(self._tally.totals())

    def tell(self, event: Event) -> None:
        """Let the listener know."""
        with self._lock:  # one at a time
            try:
                self._listener(event)
            except Exception:  # noqa: BLE001 - whoever listens badly must not fail a photo
                _log.exception("a listener failed")
