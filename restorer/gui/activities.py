"""What runs at the moment, for the status bar: jobs with a title that can be seen and stopped."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from restorer.app.jobs import Job, JobRunner
from restorer.gui.messages import describe
from restorer.progress import Progress, ProgressReport

Result = TypeVar("Result")


@dataclass(eq=False)
class Activity:
    """One running job: its kind and title, and how far it is."""

    kind: str
    title: str
    job: Job
    report: ProgressReport | None = None


class Activities(QObject):
    """Starts jobs that the status bar shows; trouble becomes a message."""

    changed = Signal()
    message = Signal(object)
    """A `Message` about what failed."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._activities: list[Activity] = []

    @property
    def latest(self) -> Activity | None:
        """The latest of what was begun and still runs."""
        return self._activities[-1] if self._activities else None

    def runs(self, kind: str) -> bool:
        """Whether a job of that kind runs."""
        return any(activity.kind == kind for activity in self._activities)

    def cancel(self, *kinds: str) -> None:
        """Stop the jobs of these kinds."""
        for activity in self._activities:
            if activity.kind in kinds:
                activity.job.cancel()

    def run(
        self,
        kind: str,
        title: str,
        task: Callable[[Progress], Result],
        done: Callable[[Result], None],
        gone: Callable[[], None] = lambda: None,
        *,
        lane: str = "compute",
        slot: str | None = None,
        about: str = "",
    ) -> Job:
        """Start a job.

        ``gone`` is called if it failed or was cancelled. The job takes the place of the one before in its
        ``slot``, which is its ``kind`` if not given. ``about`` is the name of a file that trouble is about.
        """

        def over(tell: Callable[[], None]) -> None:
            self._activities.remove(activity)
            tell()
            self.changed.emit()

        def fail(error: Exception) -> None:
            gone()
            self.message.emit(dataclasses.replace(describe(error, about), topic=kind))

        job = self._jobs.start(
            title,
            task,
            done=lambda result: over(partial(done, result)),
            failed=lambda error: over(partial(fail, error)),
            cancelled=partial(over, gone),
            progress=lambda report: self._on_progress(activity, report),
            lane=lane,
            slot=slot or kind,
        )
        activity = Activity(kind, title, job)
        self._activities.append(activity)
        self.changed.emit()
        return job

    def _on_progress(self, activity: Activity, report: ProgressReport) -> None:
        activity.report = report
        self.changed.emit()
