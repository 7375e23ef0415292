"""Colours of the open photo: which are pinned, and what else could stand at a place.

A pin is a colour that somebody knows. It is part of the recipe, so undo takes it back.
"""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from restorer.gui.canvas import Pin
from restorer.gui.workspace import Workspace
from restorer.photo import Box
from restorer.restoration.steps import Colorize, Colour, Hint

if TYPE_CHECKING:
    from restorer.restoration.colorize import Alternative

_REACH = 1 / 120  # of the photo's longer side: how far a pin's colour counts as known


class ColourDesk(QObject):
    """The pins of the photo that is given colours, and the place that was clicked."""

    changed = Signal()
    """Other pins, or another place."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._place: tuple[float, float] | None = None
        self._picking = False
        workspace.replaced.connect(self._on_replaced)
        workspace.changed.connect(self.changed)

    @property
    def step(self) -> Colorize | None:
        """The recipe's step, enabled or not."""
        document = self._workspace.document
        return document.recipe.step(Colorize) if document else None

    @property
    def active(self) -> bool:
        """Whether the photo is given colours."""
        return self.step is not None and self.step.enabled

    @property
    def place(self) -> tuple[float, float] | None:
        """The place that was clicked: x and y in pixels of the photo."""
        return self._place

    @property
    def picking(self) -> bool:
        """Whether the next click takes a colour from the photo for the place that was clicked before."""
        return self._picking

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The pins, and the place that was clicked, to be shown on the photo."""
        hints = self.step.hints if self.step and self.active else ()
        chosen = self.pinned
        pins = [Pin(hint.column, hint.row, hint.colour, hint is chosen) for hint in hints]
        if self._place is not None and chosen is None and self.active:
            pins.append(Pin(*self._place, None, True))
        return tuple(pins)

    @property
    def pinned(self) -> Hint | None:
        """The pin at the place that was clicked."""
        hints = self.step.hints if self.step else ()
        return next((hint for hint in hints if (hint.column, hint.row) == self._place), None)

    @property
    def alternatives(self) -> "tuple[Alternative, ...]":
        """Colours that would fit at the place that was clicked, the likeliest first."""
        document = self._workspace.document
        if document is None or self._place is None or not document.complete:
            return ()
        return document.alternatives((int(self._place[1]), int(self._place[0])))

    def click(self, x: float, y: float, reach: float) -> None:
        """Choose a place, or the pin within ``reach`` pixels of it; or take the colour there for the pin."""
        document = self._workspace.document
        if document is None:
            return
        height, width = document.before.size
        x, y = min(max(x, 0.0), width - 1.0), min(max(y, 0.0), height - 1.0)
        if self._picking:
            self._picking = False
            self.pin(self._colour_at(x, y))
            return
        hints = self.step.hints if self.step else ()
        near = [hint for hint in hints if abs(hint.column - x) <= reach and abs(hint.row - y) <= reach]
        self._place = (near[0].column, near[0].row) if near else (x, y)
        self.changed.emit()

    def pick(self) -> None:
        """Let the next click take a colour from the photo."""
        self._picking = self._place is not None
        self.changed.emit()

    def pin(self, colour: Colour) -> None:
        """Pin a colour (red, green, blue; 0..1, in the photo's own values) at the place that was clicked."""
        if (document := self._workspace.document) is not None and self._place is not None:
            x, y = self._place
            hint = Hint(y, x, colour, max(document.before.size) * _REACH)
            others = tuple(old for old in self._hints() if (old.column, old.row) != self._place)
            self._set((*others, hint), self.tr("Pin a colour"))

    def unpin(self) -> None:
        """Take away the pin at the place that was clicked."""
        if (pinned := self.pinned) is not None:
            self._set(tuple(hint for hint in self._hints() if hint is not pinned), self.tr("Take a pin away"))

    def forget_place(self) -> None:
        """Let no place be chosen."""
        if self._place is not None:
            self._place, self._picking = None, False
            self.changed.emit()

    def _hints(self) -> tuple[Hint, ...]:
        return self.step.hints if self.step else ()

    def _set(self, hints: tuple[Hint, ...], name: str) -> None:
        document = self._workspace.document
        if document is not None:
            step = dataclasses.replace(self.step or Colorize(), enabled=True, hints=hints)
            self._workspace.set_recipe(document.recipe.with_step(step), name, at_once=True)

    def _colour_at(self, x: float, y: float) -> Colour:
        document = self._workspace.document
        assert document is not None
        pixel = document.after_pixels(0, Box(int(y), int(x), int(y) + 1, int(x) + 1))[0, 0]
        most = 1.0 if pixel.dtype.kind == "f" else float(2 ** (8 * pixel.dtype.itemsize) - 1)
        values = [float(value) / most for value in pixel]
        red, green, blue = values if len(values) == 3 else values * 3
        return red, green, blue

    def _on_replaced(self) -> None:
        self._place, self._picking = None, False
