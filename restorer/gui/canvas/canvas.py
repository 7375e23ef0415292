"""The canvas: shows a photo before and after, of any size, at any zoom, in several ways of comparing."""

import time
import weakref
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from restorer.gui.canvas.device_pixels import count_device_pixels, scaled_outwards
from restorer.gui.canvas.difference import DEFAULT_GAIN
from restorer.gui.canvas.handle import WipeHandle
from restorer.gui.canvas.layout import Layer, Layout, Mode, Pane, pane_at
from restorer.gui.canvas.navigation import Navigation
from restorer.gui.canvas.navigator import Navigator
from restorer.gui.canvas.overlays import Overlays, is_dark
from restorer.gui.canvas.pace import Pace
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.renderer import Renderer
from restorer.gui.canvas.tile_painter import pixels_to_scale
from restorer.gui.canvas.view import View
from restorer.gui.canvas.zoom_area import ZoomArea
from restorer.photo import Box

_CACHE_BYTES = 384 << 20
_BLINK_MILLISECONDS = 400
_GAP = 3
_GRASP = 6
_MOST_SEEN = 0.85  # of the picture; with more of it in sight, a map of it is of no use
_TABBED = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Canvas(ZoomArea):
    """Compares two pictures of equal size; blank until `show_pictures`.

    The window calls `shut_down` before it closes for good.
    """

    mode_changed = Signal(object)
    """The new `Mode`."""
    pixel_hovered = Signal(int, int, object, object)
    """x, y, and the values before and after there: tuples of 1 or 3 numbers in the depth of the pictures."""
    pixel_left = Signal()
    """The mouse is no longer over the picture."""

    def __init__(self, parent: QWidget | None = None, *, cache_bytes: int = _CACHE_BYTES) -> None:
        # First, as Qt sends events from here on; weakly, as circles are collected in any thread.
        self.navigation = Navigation(weakref.proxy(self))
        super().__init__(parent)
        self.setAccessibleName(self.tr("Photo"))
        self.setAccessibleDescription(
            self.tr("Plus and minus zoom, 0 fits, 1 shows every pixel; hold \\ to see the photo before.")
        )
        self._before: Picture | None = None
        self._after: Picture | None = None
        self._layout = Layout(1, 1)
        self._labels_shown = self._navigator_shown = True
        self._reduced_motion = self._ringed = False
        self._gain: float = DEFAULT_GAIN
        self._after_note = ""
        self._renderer = Renderer(cache_bytes, self)
        self._renderer.changed.connect(self._tiles_changed)
        self._pace = Pace(self)
        self._pace.strip_due.connect(self._refine)
        self._blink_timer = QTimer(self, interval=_BLINK_MILLISECONDS)
        self._blink_timer.timeout.connect(self._blink)
        self._handle = WipeHandle(self)
        self._handle.moved.connect(self.set_wipe_position)
        self._handle.dragged.connect(self.place_wipe)
        self._handle.turned.connect(self.turn_wipe)
        self._handle.focus_lost.connect(self.navigation.release_keys)
        self._navigator = Navigator(self)
        self._navigator.pointed.connect(self.centre_at)
        self.destroyed.connect(self._renderer.shut_down)

    # The pictures

    def show_pictures(self, before: Picture, after: Picture | None = None) -> None:
        """Show a photo before and after; zoom and centre stay if it has the size of the one shown now.

        If ``before`` equals the one shown now, what is seen of ``after`` stays until it has been drawn anew.
        """
        if after is not None and after.size != before.size:
            raise ValueError(f"before is {before.size}, after {after.size}")
        self._before, self._after = before, after
        self._layout = replace(self._layout, comparable=after is not None)
        self._renderer.show(before, after or before, self._gain)
        self._show_size(before.size)
        self._relayout()

    def clear(self) -> None:
        """Show nothing."""
        self._before = self._after = self._view = None
        self._layout = replace(self._layout, comparable=False)
        self._renderer.clear()
        self._arrange()
        self.pixel_left.emit()

    def invalidate(self, box: Box | None = None) -> None:
        """Draw the after picture anew inside ``box`` of its pixels (None: all); old pixels stay till then."""
        self._renderer.invalidate(box)

    def shut_down(self) -> None:
        """Stop the threads for good; what has been drawn stays."""
        self._blink_timer.stop()
        self._renderer.shut_down()

    @property
    def settled(self) -> bool:
        """Whether everything seen is drawn as it should be."""
        return self._renderer.settled and self._pace.resting

    # Ways of comparing

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

    def set_labels_shown(self, shown: bool) -> None:
        """Name the pictures in their corners, or not."""
        self._labels_shown = shown
        self.update()

    def set_after_note(self, note: str) -> None:
        """Add a word to the label of the after picture, such as "preview"; empty for none."""
        self._after_note = note
        self.update()

    def set_navigator_shown(self, shown: bool) -> None:
        """Show the small map while zoomed in, or never."""
        self._navigator_shown = shown
        self._arrange()

    def set_blink_interval(self, milliseconds: int) -> None:
        """Set for how long each picture is shown in `Mode.BLINK`."""
        self._blink_timer.setInterval(milliseconds)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Do not blink by itself; holding the key still shows the photo before."""
        self._reduced_motion = reduced
        self._restart_blinking()

    def set_difference_gain(self, gain: float) -> None:
        """Set how much `Mode.DIFFERENCE` amplifies."""
        self._gain = gain
        if self._before is not None:
            self._renderer.show(self._before, self._after or self._before, gain)
        self.update()

    def hover(self, point: QPointF) -> None:
        """Tell which pixel is under a point of the widget."""
        if self._view is None or self._before is None:
            return
        x, y = (int(place // 1) for place in self._view.to_picture(*self._in_viewport(point)))
        if not (0 <= x < self._view.width and 0 <= y < self._view.height):
            self.pixel_left.emit()
            return
        pixel = Box(y, x, y + 1, x + 1)
        before = tuple(self._before.read(0, pixel)[0, 0].tolist())
        after = tuple(self._after.read(0, pixel)[0, 0].tolist()) if self._after else before
        self.pixel_hovered.emit(x, y, before, after)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is there; what is missing is begun, and painted when it comes."""
        painter = QPainter(self)
        overlays = Overlays(self.unit, self.font(), is_dark(self.palette()))
        painter.fillRect(event.rect(), overlays.surround)
        if self._view is None:
            return
        count_device_pixels(painter, self.unit)
        panes = self._layout.panes(self._view)
        if len(panes) > 1 and not self.wiping:
            overlays.divide(painter, panes[0].viewport, panes[1].viewport)
        backdrop = overlays.checkerboard() if self._renderer.see_through else None
        exposed = scaled_outwards(event.rect(), self.unit)
        smooth = not self._pace.drafting
        started = time.perf_counter()
        self._renderer.paint(painter, self._view, panes, exposed, smooth=smooth, backdrop=backdrop)
        if smooth:
            scaled = pixels_to_scale(self._view, panes, exposed)
            self._pace.painted(scaled, 1000 * (time.perf_counter() - started))
        self._annotate(painter, overlays, panes)

    def _annotate(self, painter: QPainter, overlays: Overlays, panes: Sequence[Pane]) -> None:
        assert self._view is not None
        shown, whole = self._view.shown_extent, panes[0].viewport | panes[-1].viewport
        if self.wiping:
            overlays.wipe_line(painter, self._layout.split(self._view), self.wipe_line, shown)
        if self._layout.comparable and self._labels_shown:
            for pane in panes:
                overlays.label(painter, self._label(pane.layer), shown, pane)
        if panes[0].layer is Layer.DIFFERENCE:
            title = self.tr("Change per pixel, amplified {gain:g} ×").format(gain=self._gain)
            overlays.legend(painter, title, self._gain, whole)
        if self._ringed:
            overlays.focus_ring(painter, whole, self.palette().highlight().color())

    def _label(self, layer: Layer) -> str:
        if layer is Layer.BEFORE:
            return self.tr("Before")
        if layer is Layer.DIFFERENCE:
            return self.tr("Difference")
        return f"{self.tr('After')} · {self._after_note}" if self._after_note else self.tr("After")

    def _refine(self, start: float, stop: float) -> None:
        """Paint a strip of a draft anew."""
        top = int(start * self.height())
        self.update(0, top, self.width(), int(stop * self.height()) + 1 - top)

    def _tiles_changed(self, areas: list[QRect]) -> None:
        for area in areas:
            self.update(scaled_outwards(area, 1 / self.unit))
        self._update_navigator()

    def _update_navigator(self) -> None:
        if self._view is not None and self._navigator.isVisibleTo(self):
            layer = Layer.BEFORE if self._layout.shown_mode is Mode.BEFORE else Layer.AFTER
            self._navigator.show_view(self._view, self.size())
            self._navigator.set_image(self._renderer.thumbnail(layer))

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

    # Geometry

    def _viewport(self) -> tuple[int, int]:
        width, height = round(self.width() * self.unit), round(self.height() * self.unit)
        self._layout = replace(self._layout, width=width, height=height, gap=round(_GAP * self.unit))
        return self._layout.viewport

    def _set_view(self, view: View) -> None:
        moved = view != self._view
        super()._set_view(view)
        if moved:
            self._pace_full_paint()

    def _pace_full_paint(self) -> None:
        if self._view is not None:
            self._pace.moved(pixels_to_scale(self._view, self._layout.panes(self._view)))

    def _in_viewport(self, point: QPointF) -> tuple[float, float]:
        assert self._view is not None
        x, y = point.x() * self.unit, point.y() * self.unit
        corner = pane_at(self._layout.panes(self._view), x, y).viewport.topLeft()
        return x - corner.x(), y - corner.y()

    def _arrange(self) -> None:
        # It stays while a key is held: if it were hidden it would lose the focus, and with it the key.
        comparing = self._view is not None and self._layout.comparable
        self._handle.setVisible(comparing and self.mode is Mode.WIPE)
        self._navigator.setVisible(self._navigator_shown and self.seen_share < _MOST_SEEN)
        self._place_handle()
        self._update_navigator()
        self.update()

    def _place_handle(self) -> None:
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

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """Give input to `Navigation`; note a change of theme or screen."""
        if self.navigation.take(event):
            return True
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.PaletteChange):
            self._relayout()
        elif event.type() == QEvent.Type.Show:
            self._restart_blinking()
        return super().event(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the centre, or keep fitting."""
        self._relayout()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what is held, and do not blink unseen."""
        self.navigation.release_keys()
        self._blink_timer.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who came by keyboard."""
        self._ringed = event.reason() in _TABBED
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of held keys, whose release will go elsewhere."""
        self._ringed = False
        self.navigation.release_keys()
        super().focusOutEvent(event)

    def leaveEvent(self, _event: QEvent) -> None:
        """Tell that no pixel is under the mouse."""
        self.pixel_left.emit()
