"""The canvas: shows a photo before and after, of any size, at any zoom, in several ways of comparing."""

import time
import weakref
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from restorer.app.difference import DEFAULT_GAIN
from restorer.gui.canvas.comparing import CompareArea
from restorer.gui.canvas.device_pixels import count_device_pixels, scaled_outwards
from restorer.gui.canvas.layout import Layer, Mode, Pane
from restorer.gui.canvas.marks import Marks, image_of, place_of
from restorer.gui.canvas.navigation import Navigation
from restorer.gui.canvas.navigator import Navigator
from restorer.gui.canvas.overlays import Overlays, is_dark
from restorer.gui.canvas.pace import Pace
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.pins import Pin, paint_pin
from restorer.gui.canvas.renderer import Renderer
from restorer.gui.canvas.tile_painter import pixels_to_scale
from restorer.gui.canvas.tools import Tools
from restorer.gui.canvas.view import View
from restorer.gui.numbers import significant
from restorer.photo import Box

_CACHE_BYTES = 384 << 20
_MOST_SEEN = 0.85  # of the picture; with more of it in sight, a map of it is of no use
_TABBED = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Canvas(CompareArea):
    """Compares two pictures of equal size; blank until `show_pictures`.

    The window calls `shut_down` before it closes for good.
    """

    pixel_hovered = Signal(int, int, object, object)
    """x, y, and the values before and after there: tuples of 1 or 3 numbers in the depth of the pictures."""
    pixel_left = Signal()
    """The mouse is no longer over the picture."""

    def __init__(self, parent: QWidget | None = None, *, cache_bytes: int = _CACHE_BYTES) -> None:
        # First, as Qt sends events from here on; weakly, as circles are collected in any thread.
        self.navigation = navigation = Navigation(weakref.proxy(self))
        self.tools = Tools(weakref.proxy(self), lambda: navigation.busy, lambda: navigation.moves_wipe)
        self._marks: Marks | None = None
        self._pins: tuple[Pin, ...] = ()
        super().__init__(parent)
        self.setAccessibleName(self.tr("Photo"))
        self.setAccessibleDescription(
            self.tr("Plus and minus zoom, 0 fits, 1 shows every pixel; hold \\ to see the photo before.")
        )
        self._before: Picture | None = None
        self._after: Picture | None = None
        self._labels_shown = self._navigator_shown = True
        self._ringed = False
        self._gain: float = DEFAULT_GAIN
        self._after_note = ""
        self._renderer = Renderer(cache_bytes, self)
        self._renderer.changed.connect(self._tiles_changed)
        self._pace = Pace(self)
        self._pace.strip_due.connect(self._refine)
        self._handle.focus_lost.connect(self.navigation.release_keys)
        self._handle.focus_lost.connect(self.tools.release)
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

    @property
    def current(self) -> bool:
        """Whether everything seen shows the pictures as they are now, be it roughly."""
        return self._renderer.current

    # What is shown beside the pictures

    def show_marks(self, marks: Marks | None, box: Box | None = None) -> None:
        """Mark parts of the photo, or none. If only those inside ``box`` of it are others now, say so."""
        self._marks = marks
        if box is None or self._view is None:
            self.update()
            return
        for pane in self._layout.panes(self._view):
            self.update(
                scaled_outwards(place_of(box, self._view, pane), 1 / self.unit).adjusted(-6, -6, 6, 6)
            )

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Show where colours are pinned."""
        if tuple(pins) != self._pins:
            self._pins = tuple(pins)
            self.update()

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
        x, y = (int(place // 1) for place in self.to_picture(point))
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
        self._mark(painter, panes, exposed)
        self._annotate(painter, overlays, panes)
        self.tools.paint(painter, self.unit)

    def _mark(self, painter: QPainter, panes: Sequence[Pane], exposed: QRect) -> None:
        """Paint marks and pins; none while the photo before is held, which is to be seen bare."""
        if self._view is None or self.holding_before:
            return
        for pane in panes:
            if pane.layer is Layer.DIFFERENCE:
                continue
            if self._marks and (drawn := image_of(self._marks, self._view, pane, exposed, self.unit)):
                painter.drawImage(*drawn)
            painter.setClipRect(pane.clip)
            for pin in self._pins:
                middle = QPointF(*self._view.from_picture(pin.x, pin.y)) + pane.viewport.topLeft()
                paint_pin(painter, pin, middle, self.unit)
            painter.setClipping(False)

    def _annotate(self, painter: QPainter, overlays: Overlays, panes: Sequence[Pane]) -> None:
        assert self._view is not None
        shown, whole = self._view.shown_extent, panes[0].viewport | panes[-1].viewport
        if self.wiping:
            overlays.wipe_line(painter, self._layout.split(self._view), self.wipe_line, shown)
        if self._layout.comparable and self._labels_shown:
            for pane in panes:
                overlays.label(painter, self._label(pane.layer), shown, pane)
        if panes[0].layer is Layer.DIFFERENCE:
            title = self.tr("Change per pixel, amplified {gain} ×").format(gain=significant(self._gain, 3))
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

    # Geometry

    def _set_view(self, view: View) -> None:
        moved = view != self._view
        super()._set_view(view)
        if moved:
            self._pace_full_paint()

    def _pace_full_paint(self) -> None:
        if self._view is not None:
            self._pace.moved(pixels_to_scale(self._view, self._layout.panes(self._view)))

    def _arrange(self) -> None:
        self._navigator.setVisible(self._navigator_shown and self.seen_share < _MOST_SEEN)
        self._place_handle()
        self._update_navigator()
        self.update()

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """Give input to `Tools` and `Navigation`; note a change of theme or screen."""
        if self.tools.take(event) or self.navigation.take(event):
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
        self.tools.release()
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
        self.tools.release()
        super().focusOutEvent(event)

    def leaveEvent(self, _event: QEvent) -> None:
        """Tell that no pixel is under the mouse."""
        self.pixel_left.emit()
        self.tools.leave()
