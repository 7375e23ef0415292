"""Counts how much of the photo the result leaves as it was, once nothing changes any more."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from restorer.app.jobs import Job, JobRunner
from restorer.gui import work

if TYPE_CHECKING:
    from restorer.app.document import Document

_REST = 300  # milliseconds without a change before pixels are counted anew


class Counting(QObject):
    """The share of unchanged pixels of one document at a time.

    Says ``changed`` when the share is known, and when it is not any more.
    """

    changed = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._document: Document | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._count)
        self.share: float | None = None
        """0..1; None while it is not known."""

    def count(self, document: "Document", *, at_once: bool = False) -> None:
        """Count the pixels of a complete result, after a moment or ``at_once``."""
        self._document = document
        self._rest.start(0 if at_once else _REST)

    def forget(self) -> None:
        """Let the share be unknown; what counts stops."""
        self._rest.stop()
        self._document = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.share is not None:
            self.share = None
            self.changed.emit()

    def _count(self) -> None:
        if (document := self._document) is not None:
            self._job = self._jobs.start(
                self.tr("Counting unchanged pixels"),
                partial(work.share_unchanged, document),
                done=partial(self._on_counted, document),
                lane="files",
                slot="measure",
            )

    def _on_counted(self, document: "Document", share: float) -> None:
        if self._document is document:
            self.share = share
            self.changed.emit()
