"""Puts marks and pins upon the photo: of repairs, and where colours are guesses."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from restorer.gui.canvas import Canvas, Mark, Marks
from restorer.gui.colour_desk import ColourDesk
from restorer.gui.repair_desk import RepairDesk
from restorer.gui.workspace import Workspace
from restorer.photo import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from restorer.app.document import Document

_GUESS, _WILD_GUESS = 0.45, 0.75
"""How far (0..1) a colour must be a guess to be hatched, and to be hatched crosswise."""


class Marking(QObject):
    """Shows what the desks have to mark, and what of it is switched on."""

    changed = Signal()
    """Other kinds of marks are shown."""

    def __init__(
        self, workspace: Workspace, repairs: RepairDesk, colours: ColourDesk, canvas: Canvas
    ) -> None:
        super().__init__()
        self._workspace, self._repairs, self._colours, self._canvas = workspace, repairs, colours, canvas
        self.repairs_shown, self.guesses_shown = True, False
        repairs.marked.connect(self._show)
        colours.changed.connect(self._show)

    def show_repairs(self, shown: bool) -> None:
        """Outline the repairs, or not."""
        self.repairs_shown = shown
        self._show()
        self.changed.emit()

    def show_guesses(self, shown: bool) -> None:
        """Hatch where a colour is a guess, or not."""
        self.guesses_shown = shown
        self._show()
        self.changed.emit()

    def _show(self, box: Box | None = None) -> None:
        repairs = self._repairs.marks if self.repairs_shown or self._repairs.painting else None
        document = self._workspace.document
        guesses = None
        if self.guesses_shown and document is not None and self._colours.active:
            guesses = _guesses_of(document)
        self._canvas.show_marks(_together(repairs, guesses), box)
        self._canvas.show_pins(self._colours.pins)


def _guesses_of(document: "Document") -> Marks:
    def read(level: int, box: Box) -> "NDArray[np.uint8]":
        guess = document.guess(level, box)
        codes = np.zeros((box.height, box.width), np.uint8)
        if guess is not None:
            codes[guess >= _GUESS] = Mark.GUESS
            codes[guess >= _WILD_GUESS] = Mark.WILD_GUESS
        return codes

    return Marks(read, document.before.level_count)


def _together(one: Marks | None, other: Marks | None) -> Marks | None:
    if one is None or other is None:
        return one or other
    first, second = one.read, other.read
    return Marks(
        lambda level, box: np.maximum(first(level, box), second(level, box)), one.level_count, one.filled
    )
