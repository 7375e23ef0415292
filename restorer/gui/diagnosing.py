"""Looks at the open photo to find out what it needs; what the user wants done comes before that."""

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restorer.app.jobs import Deliver, Job, JobRunner
from restorer.gui import work
from restorer.gui.equipment import Equipment
from restorer.gui.messages import describe

if TYPE_CHECKING:
    from restorer.app.document import Document
    from restorer.app.findings import Diagnosis, Finding


class Diagnosing(QObject):
    """One look at a photo at a time: what was found so far, and in the end the diagnosis."""

    changed = Signal()
    """There is another finding, or the diagnosis, or it is known that there will be none."""
    message = Signal(object)
    ran = Signal()
    """Networks have run, or failed to."""

    def __init__(self, jobs: JobRunner, deliver: Deliver, equipment: Equipment) -> None:
        super().__init__()
        self._jobs, self._deliver, self._equipment = jobs, deliver, equipment
        self._document: Document | None = None
        self._job: Job | None = None
        self.findings: tuple[Finding, ...] = ()
        self.diagnosis: Diagnosis | None = None

    @property
    def going_on(self) -> bool:
        """Whether it is not known yet what the photo needs, but will be."""
        return self._document is not None

    def look_at(self, document: "Document") -> None:
        """Find out what a photo needs."""
        self.forget()
        self._document = document
        self.go_on()

    def forget(self) -> None:
        """Let the photo be unknown again."""
        self._document = None
        self.put_off()
        self.findings, self.diagnosis = (), None

    def put_off(self) -> None:
        """Stop looking, until `go_on`."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def go_on(self) -> None:
        """Look, if that is not over; what networks have found before is kept."""
        document = self._document
        if document is None or self._job is not None:
            return
        self.findings = ()
        self._job = self._jobs.start(
            self.tr("Looking at the photo"),
            partial(work.diagnose, document, self._equipment, partial(self._tell, document)),
            done=partial(self._on_done, document),
            failed=partial(self._on_failed, document),
            slot="diagnose",
        )

    def _tell(self, document: "Document", finding: "Finding") -> None:
        """Take a finding from the thread of the job."""
        self._deliver(partial(self._on_found, document, finding))

    def _on_found(self, document: "Document", finding: "Finding") -> None:
        if self._document is document and self._job is not None:
            self.findings = (*self.findings, finding)
            self.changed.emit()

    def _on_done(self, document: "Document", diagnosis: "Diagnosis") -> None:
        if self._document is document:
            self._document = self._job = None
            self.diagnosis, self.findings = diagnosis, diagnosis.findings
            self.changed.emit()
        self.ran.emit()

    def _on_failed(self, document: "Document", error: Exception) -> None:
        if self._document is document:
            self._document = self._job = None
            self.changed.emit()
            self.message.emit(dataclasses.replace(describe(error), topic="diagnosis"))
        self.ran.emit()
