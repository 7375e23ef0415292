"""Connects the tools of the canvas with the desks: strokes to repairs, clicks to repairs and colours."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from restorer.gui.actions import Actions
from restorer.gui.canvas import Canvas, Tool
from restorer.gui.colour_desk import ColourDesk
from restorer.gui.marking import Marking
from restorer.gui.repair_desk import RepairDesk
from restorer.gui.workspace import Workspace
from restorer.photo import Box

if TYPE_CHECKING:
    from restorer.app.document import Document

_REACH = 7.0  # desktop pixels by which a click may miss
_ROOM = 1.6  # a repair is shown with so much around it
_CLOSEST = 2.0


class Retouching(QObject):
    """Holds the desks for repairs and colours, and turns actions and gestures into their wishes."""

    def __init__(self, workspace: Workspace, canvas: Canvas, actions: Actions) -> None:
        super().__init__()
        self._workspace, self._canvas, self._actions = workspace, canvas, actions
        self.repairs, self.colours = RepairDesk(workspace), ColourDesk(workspace)
        self.marking = Marking(workspace, self.repairs, self.colours, canvas)
        self._clicked: tuple[Document | None, Document | None] = None, None
        tools = canvas.tools
        tools.painted.connect(self.repairs.stroke)
        tools.lifted.connect(self.repairs.lift)
        tools.dropped.connect(self.repairs.drop)
        tools.pointed.connect(self._on_pointed)
        tools.unpointed.connect(self._on_unpointed)
        tools.changed.connect(self._on_tools_changed)
        self.repairs.overtaken.connect(tools.drop)
        self.repairs.went_to.connect(self._go_to)
        self.repairs.changed.connect(self.show_actions)
        self.colours.changed.connect(self.show_actions)
        workspace.replaced.connect(lambda: tools.choose(Tool.HAND))

    @property
    def slots(self) -> Mapping[str, Callable[[], object]]:
        """What each of the actions does."""
        tools, repairs, marking = self._canvas.tools, self.repairs, self.marking
        return {
            "next_repair": lambda: repairs.go(1),
            "previous_repair": lambda: repairs.go(-1),
            "accept_repair": repairs.accept,
            "reject_repair": repairs.reject,
            "smaller": lambda: tools.grow(-1),
            "larger": lambda: tools.grow(1),
            "softer": lambda: tools.harden(-1),
            "harder": lambda: tools.harden(1),
            "show_repairs": lambda: marking.show_repairs(self._actions["show_repairs"].isChecked()),
            "show_guesses": lambda: marking.show_guesses(self._actions["show_guesses"].isChecked()),
            **{str(tool): partial(self._choose, tool) for tool in Tool},
        }

    def show_actions(self) -> None:
        """Enable what can be done now."""
        actions, tools = self._actions, self._canvas.tools
        document = self._workspace.document
        is_open = document is not None
        for tool in Tool:
            actions[tool].setEnabled(is_open)
            actions[tool].setChecked(tool is tools.tool)
        actions["pin"].setEnabled(self.colours.active)
        for name in ("smaller", "larger", "softer", "harder"):
            actions[name].setEnabled(is_open and tools.tool not in (Tool.HAND, Tool.PIN, Tool.LASSO))
        walking = bool(self.repairs.walk) and self.repairs.marks is not None
        for name in ("next_repair", "previous_repair"):
            actions[name].setEnabled(walking)
        for name in ("accept_repair", "reject_repair"):
            actions[name].setEnabled(walking and self.repairs.number > 0)
        actions["show_repairs"].setEnabled(is_open)
        actions["show_repairs"].setChecked(self.marking.repairs_shown)
        actions["show_guesses"].setEnabled(self.colours.active)
        actions["show_guesses"].setChecked(self.marking.guesses_shown)

    def _choose(self, tool: Tool) -> None:
        self._canvas.tools.choose(tool)
        self._canvas.setFocus()

    def _on_tools_changed(self) -> None:
        if self._canvas.tools.tool is not Tool.PIN:  # however it was put away
            self.colours.forget_place()
        self.show_actions()

    def _on_pointed(self, x: float, y: float) -> None:
        before = self._workspace.document
        self._point(x, y)
        self._clicked = before, self._workspace.document

    def _on_unpointed(self) -> None:
        """Take back what the last click has changed, if nothing else has changed since."""
        before, after = self._clicked
        if before is not None and after is self._workspace.document:
            self._workspace.set_document(before)

    def _point(self, x: float, y: float) -> None:
        reach = _REACH * self._canvas.unit / self._canvas.zoom
        if self._canvas.tools.tool is Tool.PIN or self.colours.picking:
            self.colours.click(x, y, reach)
        elif self.marking.repairs_shown:
            self.repairs.click(x, y, reach)

    def _go_to(self, box: Box) -> None:
        """Bring a repair to the middle, close enough to be judged."""
        canvas = self._canvas
        room = min(canvas.width() / box.width, canvas.height() / box.height) * canvas.unit / _ROOM
        if canvas.fits or canvas.zoom > room:
            canvas.set_zoom(min(room, _CLOSEST))
        canvas.centre_at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
