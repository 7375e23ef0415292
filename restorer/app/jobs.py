"""Background work: jobs in lanes, delivered to the owner's thread.

Each lane runs its jobs in order, different lanes at the same time. The runner is given ``deliver``, which
runs a callable in the owner's thread (the window's); every callback of a job goes through it, so that the
owner needs no locks.
"""

import enum
import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from restorer.errors import Cancelled
from restorer.progress import CancelToken, Progress, ProgressReport

_log = logging.getLogger(__name__)

Result = TypeVar("Result")
_Callback = Callable[[], None]
Deliver = Callable[[_Callback], None]

# A device has one memory, so that two networks at once would only make each other slower or fail. A batch
# takes hours, which nobody should have to wait for with the photo that is open; it steps back by itself.
_LANES: Mapping[str, int] = {"compute": 1, "files": 2, "batch": 1}


class JobState(enum.StrEnum):
    """Where a job is in its life."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job:
    """A piece of background work, as its owner sees it. Its state changes in the owner's thread only."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.state = JobState.QUEUED
        self._token = CancelToken()

    @property
    def finished(self) -> bool:
        """Whether it is over, one way or another."""
        return self.state not in (JobState.QUEUED, JobState.RUNNING)

    def cancel(self) -> None:
        """Ask the work to stop; its state becomes "cancelled" once it has."""
        self._token.cancel()


class JobRunner:
    """Runs jobs on threads and reports to their owner."""

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._pools = {
            lane: ThreadPoolExecutor(workers, thread_name_prefix=lane) for lane, workers in _LANES.items()
        }
        self._slots: dict[str, Job] = {}
        self._open: set[Job] = set()

    @property
    def busy(self) -> bool:
        """Whether any job is queued or running."""
        return bool(self._open)

    def start(
        self,
        title: str,
        work: Callable[[Progress], Result],
        *,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        progress: Callable[[ProgressReport], None] | None = None,
        lane: str = "compute",
        slot: str | None = None,
    ) -> Job:
        """Run ``work`` in the background; call from the owner's thread.

        Exactly one of ``done``, ``failed`` and ``cancelled`` is called, in the owner's thread;
        ``progress`` before that, with the latest report only. A new job in a ``slot`` cancels the one
        before it there.
        """
        job = Job(title)
        if slot is not None:
            if previous := self._slots.get(slot):
                previous.cancel()
            self._slots[slot] = job
        self._open.add(job)
        latest = _LatestOnly(self._deliver, progress) if progress else None

        def run() -> None:
            self._deliver(lambda: self._set(job, JobState.RUNNING))
            try:
                job._token.check()
                result = work(Progress(latest, job._token))
            except Cancelled:
                self._finish(job, JobState.CANCELLED, None, cancelled)
            except Exception as error:  # noqa: BLE001 - the border of a job
                _log.info("%s failed: %s", title, error, exc_info=error)
                self._finish(job, JobState.FAILED, _bind(failed, error), cancelled)
            else:
                self._finish(job, JobState.DONE, _bind(done, result), cancelled)

        self._pools[lane].submit(run)
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in list(self._open):
            job.cancel()

    def shutdown(self) -> None:
        """Ask every job to stop and wait until they have; nothing is delivered afterwards."""
        self.cancel_all()
        self._deliver = _drop
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)

    def _set(self, job: Job, state: JobState) -> None:
        if not job.finished:
            job.state = state

    def _finish(
        self, job: Job, state: JobState, callback: _Callback | None, cancelled: _Callback | None
    ) -> None:
        def tell() -> None:
            self._open.discard(job)
            for slot in [slot for slot, holder in self._slots.items() if holder is job]:
                del self._slots[slot]
            # Asked to stop after the work was over but before its owner heard of it: the owner's wish counts.
            stopped = job._token.cancelled
            job.state = JobState.CANCELLED if stopped else state
            if outcome := cancelled if stopped else callback:
                outcome()

        self._deliver(tell)


class _LatestOnly:
    """Passes reports on, but only the latest one when they come faster than the owner takes them."""

    def __init__(self, deliver: Deliver, receive: Callable[[ProgressReport], None]) -> None:
        self._deliver, self._receive = deliver, receive
        self._lock = threading.Lock()
        self._latest: ProgressReport | None = None

    def __call__(self, report: ProgressReport) -> None:
        with self._lock:
            waiting = self._latest is not None
            self._latest = report
        if not waiting:
            self._deliver(self._take)

    def _take(self) -> None:
        with self._lock:
            report, self._latest = self._latest, None
        if report is not None:
            self._receive(report)


def _bind(callback: Callable[[Any], None] | None, value: object) -> Callable[[], None] | None:
    return None if callback is None else lambda: callback(value)


def _drop(callback: Callable[[], None]) -> None:
    """Deliver nothing: the owner is gone."""
