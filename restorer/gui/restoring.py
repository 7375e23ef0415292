"""Runs the networks that the open photo needs, once its recipe has not changed for a moment."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from restorer.app.jobs import Deliver
from restorer.gui import work
from restorer.gui.activities import Activities
from restorer.gui.equipment import Equipment
from restorer.photo import Box
from restorer.restoration.recipe import Recipe

if TYPE_CHECKING:
    from restorer.app.document import Document

_PAUSE = 350  # milliseconds without a change before networks run for it


class Restoring(QObject):
    """Computes what one document at a time needs; a later one takes its place."""

    KIND = "restore"
    """The kind of its activities."""
    begun = Signal()
    """Networks are about to run."""
    part_ready = Signal(object)
    """A `Box` of the photo holds new pixels."""
    complete = Signal()
    """All that was wanted is there."""
    failed = Signal()
    """What was wanted will not be there."""
    ran = Signal()
    """The engine has computed something, or failed to. After the others."""

    def __init__(
        self, activities: Activities, deliver: Deliver, equipment: Equipment, look: Callable[[], Box | None]
    ) -> None:
        """``look`` tells what is seen of the photo, to begin with it."""
        super().__init__()
        self._activities, self._deliver, self._equipment, self._look = activities, deliver, equipment, look
        self._wanted: Document | None = None
        self._computing: Document | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._compute)

    @property
    def going_on(self) -> bool:
        """Whether networks are at work, or about to be."""
        return self._wanted is not None

    def want(self, document: "Document", *, at_once: bool = False) -> None:
        """Compute what ``document`` needs, after a moment without another wish or ``at_once``."""
        self._wanted = document
        self._pause.start(0 if at_once else _PAUSE)

    def give_up(self) -> None:
        """Want nothing any more; the network stops when it can."""
        self._wanted = self._computing = None
        self._pause.stop()
        self._activities.cancel(self.KIND)

    def hold(self) -> None:
        """Begin nothing more by itself."""
        self._pause.stop()

    def _compute(self) -> None:
        document = self._wanted
        if document is None or document.complete:
            return
        self._computing = document
        self.begun.emit()
        self._activities.run(
            self.KIND,
            self._title(document.recipe),
            partial(work.restore, document, self._equipment, self._look(), partial(self._tell, document)),
            partial(self._on_restored, document),
            partial(self._on_not_restored, document),
        )

    def _title(self, recipe: Recipe) -> str:
        alone = len(recipe.active) == 1
        return self.tr("Removing noise") if alone and recipe.denoise else self.tr("Restoring")

    def _tell(self, document: "Document", part: Box) -> None:
        """Take news from the thread of a restoration: a part that is ready."""
        self._deliver(partial(self._on_part, document, part))

    def _on_part(self, document: "Document", part: Box) -> None:
        if self._computing is document:
            self.part_ready.emit(part)

    def _on_restored(self, document: "Document", _: object) -> None:
        if self._computing is document:
            self._computing = None
            if self._wanted is not None and self._wanted.complete:
                self._wanted = None
                self.complete.emit()
        self.ran.emit()

    def _on_not_restored(self, document: "Document") -> None:
        if self._computing is document:
            self._wanted = self._computing = None
            self._pause.stop()
            self.failed.emit()
        self.ran.emit()
