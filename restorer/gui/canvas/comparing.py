"""The ways of comparing: which of two pictures is seen where, the wipe and its handle, blinking."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from restorer.gui.canvas.handle import WipeHandle
from restorer.gui.canvas.layout import Layout, Mode, pane_at
from restorer.gui.canvas.zoom_area import ZoomArea

_BLINK_MILLISECONDS = 400
_GAP = 3
_GRASP = 6


class CompareArea(ZoomArea):
    """Holds the `Layout` of the panes and changes it; its child class paints them."""

    mode_changed = Signal(object)
    """The new `Mode`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = Layout(1, 1)
        self._reduced_motion = False
        self._blink_timer = QTimer(self, interval=_BLINK_MILLISECONDS)
        self._blink_timer.timeout.connect(self._blink)
        self._handle = WipeHandle(self)
        self._handle.moved.connect(self.set_wipe_position)
        self._handle.dragged.connect(self.place_wipe)
        self._handle.turned.connect(self.turn_wipe)

    @property
    def mode(self) -> Mode:
        """The way of comparing."""
        return self._layout.mode

    def set_mode(self, mode: Mode) -> None:
        """Compare in another way; zoom and centre stay."""
        if mode is self.mode:
            return
        self._layout = replace(self._layout, mode=mode)
        self._restart_blinking()
        self._relayout()
        self._pace_full_paint()
        self.mode_changed.emit(mode)

    @property
    def holding_before(self) -> bool:
        """Whether the photo before is shown for as long as a key or button is held."""
        return self._layout.held

    def hold_before(self, held: bool) -> None:
        """Show the photo before while ``held``, whatever the mode."""
        self._layout = replace(self._layout, held=held)
        self._arrange()

    @property
    def wiping(self) -> bool:
        """Whether the wipe's line is seen."""
        return self._view is not None and self._layout.shown_mode is Mode.WIPE

    @property
    def wipe_position(self) -> float:
        """Where the wipe's line is, from 0 at the left or upper end of what is seen of the picture to 1."""
        return self._layout.wipe

    def set_wipe_position(self, position: float) -> None:
        """Move the wipe's line."""
        before = self._wipe_strip()
        self._layout = replace(self._layout, wipe=min(max(position, 0.0), 1.0))
        self._place_handle()
        # Only what the line has passed over looks different now.
        self.update(before | self._wipe_strip())

    def place_wipe(self, point: QPointF) -> None:
        """Move the wipe's line to a point of the widget."""
        if self._view is not None:
            self.set_wipe_position(
                self._layout.wipe_at(self._view, point.x() * self.unit, point.y() * self.unit)
            )

    @property
    def wipe_line(self) -> Qt.Orientation:
        """The direction of the wipe's line."""
        return self._layout.line

    def set_wipe_line(self, line: Qt.Orientation) -> None:
        """Set the direction of the wipe's line."""
        self._layout = replace(self._layout, line=line)
        self._handle.set_line(line)
        self._arrange()

    def turn_wipe(self) -> None:
        """Turn the wipe's line from vertical to horizontal, or back."""
        upright = self.wipe_line is Qt.Orientation.Vertical
        self.set_wipe_line(Qt.Orientation.Horizontal if upright else Qt.Orientation.Vertical)

    def near_wipe_line(self, point: QPointF) -> bool:
        """Whether a point of the widget is close enough to the wipe's line to take hold of it."""
        if self._view is None or not self.wiping:
            return False
        along = point.x() if self.wipe_line is Qt.Orientation.Vertical else point.y()
        return abs(along - self._layout.split(self._view) / self.unit) <= _GRASP

    def set_blink_interval(self, milliseconds: int) -> None:
        """Set for how long each picture is shown in `Mode.BLINK`."""
        self._blink_timer.setInterval(milliseconds)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Do not blink by itself; holding the key still shows the photo before."""
        self._reduced_motion = reduced
        self._restart_blinking()

    def _blink(self) -> None:
        self._layout = replace(self._layout, blinked=not self._layout.blinked)
        self.update()

    def _restart_blinking(self) -> None:
        self._layout = replace(self._layout, blinked=False)
        if self.mode is Mode.BLINK and not self._reduced_motion and self.isVisible():
            self._blink_timer.start()
        else:
            self._blink_timer.stop()
        self.update()

    def _viewport(self) -> tuple[int, int]:
        width, height = round(self.width() * self.unit), round(self.height() * self.unit)
        self._layout = replace(self._layout, width=width, height=height, gap=round(_GAP * self.unit))
        return self._layout.viewport

    def _in_viewport(self, point: QPointF, anchor: QPointF | None = None) -> tuple[float, float]:
        assert self._view is not None
        pressed = point if anchor is None else anchor
        panes = self._layout.panes(self._view)
        corner = pane_at(panes, pressed.x() * self.unit, pressed.y() * self.unit).viewport.topLeft()
        return point.x() * self.unit - corner.x(), point.y() * self.unit - corner.y()

    def _place_handle(self) -> None:
        # It stays while a key is held: if it were hidden it would lose the focus, and with it the key.
        comparing = self._view is not None and self._layout.comparable
        self._handle.setVisible(comparing and self.mode is Mode.WIPE)
        if self._view is None:
            return
        self._handle.place(round(self._layout.split(self._view) / self.unit), self.size())
        self._handle.show_position(self._layout.wipe)

    def _wipe_strip(self) -> QRect:
        """The part of the widget that the wipe's line is in."""
        if self._view is None:
            return QRect()
        split = round(self._layout.split(self._view) / self.unit)
        if self.wipe_line is Qt.Orientation.Vertical:
            return QRect(split - _GRASP, 0, 2 * _GRASP, self.height())
        return QRect(0, split - _GRASP, self.width(), 2 * _GRASP)

    def _pace_full_paint(self) -> None:
        """Note that all that is seen is about to be painted."""
        raise NotImplementedError
