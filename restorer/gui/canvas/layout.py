"""How before and after share the canvas in each way of comparing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QRect, Qt

from restorer.gui.canvas.view import View


class Mode(StrEnum):
    """A way of comparing the picture before and after."""

    AFTER = "after"
    BEFORE = "before"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side by side"
    OVER_UNDER = "over under"
    BLINK = "blink"
    DIFFERENCE = "difference"


class Layer(StrEnum):
    """What is drawn in one place."""

    BEFORE = "before"
    AFTER = "after"
    DIFFERENCE = "difference"


_SINGLE_LAYER = {Mode.BEFORE: Layer.BEFORE, Mode.DIFFERENCE: Layer.DIFFERENCE}


@dataclass(frozen=True)
class Pane:
    """A part of the canvas, in device pixels.

    ``viewport`` is where the view is laid out, ``clip`` the part of it in which this pane's layer is painted,
    ``label_corner`` where its name stands.
    """

    layer: Layer
    viewport: QRect
    clip: QRect
    label_corner: Qt.Corner = Qt.Corner.TopLeftCorner


@dataclass(frozen=True)
class Layout:
    """What is shown where on a canvas of ``width`` × ``height`` device pixels.

    ``wipe`` is the place of the wipe's ``line``: 0 at the left or upper end of what is seen of the picture,
    1 at the other. ``held``: the photo before is shown for as long as a key is held. ``blinked``: blinking
    is at the photo before. ``comparable``: there is an after picture at all.
    """

    width: int
    height: int
    gap: int = 0
    mode: Mode = Mode.AFTER
    wipe: float = 0.5
    line: Qt.Orientation = Qt.Orientation.Vertical
    held: bool = False
    blinked: bool = False
    comparable: bool = False

    @property
    def shown_mode(self) -> Mode:
        """The mode that is really painted: a held key, or nothing to compare, leaves the photo before."""
        if not self.comparable:
            return Mode.BEFORE
        halved = self.mode in (Mode.SIDE_BY_SIDE, Mode.OVER_UNDER)
        return Mode.BEFORE if self.held and not halved else self.mode

    @property
    def viewport(self) -> tuple[int, int]:
        """Height and width of the viewport of every pane."""
        mode = self.mode if self.comparable else Mode.BEFORE
        if mode is Mode.SIDE_BY_SIDE:
            return self.height, max(1, (self.width - self.gap) // 2)
        if mode is Mode.OVER_UNDER:
            return max(1, (self.height - self.gap) // 2), self.width
        return self.height, self.width

    def split(self, view: View) -> int:
        """Return where the wipe's line is: its x or y."""
        shown = view.shown_extent
        if self.line is Qt.Orientation.Vertical:
            return shown.left + round(self.wipe * shown.width)
        return shown.top + round(self.wipe * shown.height)

    def wipe_at(self, view: View, x: float, y: float) -> float:
        """Return the `wipe` that puts the line at a point."""
        shown = view.shown_extent
        if self.line is Qt.Orientation.Vertical:
            place = (x - shown.left) / max(1, shown.width)
        else:
            place = (y - shown.top) / max(1, shown.height)
        return min(max(place, 0.0), 1.0)

    def panes(self, view: View) -> tuple[Pane, ...]:
        """Return the panes, before first."""
        mode = self.shown_mode
        if mode in (Mode.SIDE_BY_SIDE, Mode.OVER_UNDER):
            before, after = self._halves()
            return (before, replace(after, layer=Layer.BEFORE)) if self.held else (before, after)
        if mode is Mode.WIPE:
            return self._wiped(self.split(view))
        layer = _SINGLE_LAYER.get(mode, Layer.AFTER)
        if mode is Mode.BLINK and self.blinked:
            layer = Layer.BEFORE
        return (Pane(layer, self._whole, self._whole),)

    @property
    def _whole(self) -> QRect:
        return QRect(0, 0, self.width, self.height)

    def _halves(self) -> tuple[Pane, Pane]:
        height, width = self.viewport
        first = QRect(0, 0, width, height)
        second = first.translated(self.width - width, self.height - height)
        return Pane(Layer.BEFORE, first, first), Pane(Layer.AFTER, second, second)

    def _wiped(self, split: int) -> tuple[Pane, Pane]:
        whole = self._whole
        if self.line is Qt.Orientation.Vertical:
            before, after = whole.adjusted(0, 0, split - self.width, 0), whole.adjusted(split, 0, 0, 0)
            corner = Qt.Corner.TopRightCorner
        else:
            before, after = whole.adjusted(0, 0, 0, split - self.height), whole.adjusted(0, split, 0, 0)
            corner = Qt.Corner.BottomLeftCorner
        return Pane(Layer.BEFORE, whole, before), Pane(Layer.AFTER, whole, after, corner)


def pane_at(panes: Sequence[Pane], x: float, y: float) -> Pane:
    """Return the pane at a point; the first one if it is in none (on the gap between two)."""
    return next((pane for pane in panes if pane.clip.contains(int(x), int(y))), panes[0])
