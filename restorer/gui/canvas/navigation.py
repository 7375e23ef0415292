"""What mouse, touch-pad and keyboard do on the canvas."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

if TYPE_CHECKING:
    from restorer.gui.canvas.canvas import Canvas

_WHEEL_DOUBLES = 360
"""Eighths of a degree of a mouse wheel that double the zoom: three notches."""

_KEY_PAN = 0.125
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_KEYS = (
    Qt.Key.Key_Space,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Equal,
    Qt.Key.Key_Minus,
    Qt.Key.Key_0,
    Qt.Key.Key_1,
)


class Navigation:
    """Turns input into moves of the canvas's view and wipe.

    ``wheel_scrolls`` makes the plain wheel pan; with Ctrl it always zooms.
    """

    def __init__(self, canvas: "Canvas") -> None:
        self.wheel_scrolls = False
        self._canvas = canvas
        self._pan_from: QPointF | None = None
        self._moving_wipe = False
        self._space = False
        self._held_code = 0

    @property
    def busy(self) -> bool:
        """Whether the mouse moves the photo, or would: what it does is no painting."""
        return self._space or self._pan_from is not None or self._moving_wipe

    @property
    def moves_wipe(self) -> bool:
        """Whether the mouse moves the wipe's line."""
        return self._moving_wipe

    def take(self, event: QEvent) -> bool:
        """Act on an event of the canvas; False if it is none that this is about."""
        if isinstance(event, QMouseEvent):
            self._take_mouse(event)
        elif isinstance(event, QWheelEvent):
            self._wheel(event)
        elif isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        elif isinstance(event, QKeyEvent):
            return self._take_key(event)
        else:
            return False
        return True

    def _take_mouse(self, event: QMouseEvent) -> None:
        actions = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
        }
        actions[event.type()](event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Otherwise a menu that has the key too would get it.
            event.setAccepted(self._wants(event))
            return event.isAccepted()
        return self._release_key(event) if event.type() == QEvent.Type.KeyRelease else self._press_key(event)

    def _press(self, event: QMouseEvent) -> None:
        """Begin to pan, or to move the wipe's line."""
        canvas, point = self._canvas, event.position()
        left = event.button() is Qt.MouseButton.LeftButton
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if left and not self._space and (canvas.near_wipe_line(point) or (shifted and canvas.wiping)):
            self._moving_wipe = True
            canvas.place_wipe(point)
        elif left or event.button() is Qt.MouseButton.MiddleButton:
            self._pan_from = point
        else:
            event.ignore()
        self._update_cursor(point)

    def _move(self, event: QMouseEvent) -> None:
        """Go on with what was begun, or tell of the pixel under the mouse."""
        point = event.position()
        if self._moving_wipe:
            self._canvas.place_wipe(point)
        elif self._pan_from is not None:
            moved, self._pan_from = point - self._pan_from, point
            self._canvas.pan(moved.x(), moved.y())
        else:
            self._update_cursor(point)
        self._canvas.hover(point)

    def _release(self, event: QMouseEvent) -> None:
        """End what was begun."""
        self._pan_from, self._moving_wipe = None, False
        self._update_cursor(event.position())

    def _double_click(self, event: QMouseEvent) -> None:
        """Turn the wipe's line, or switch between Fit and 1:1 at the point."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._canvas.near_wipe_line(event.position()):
            self._canvas.turn_wipe()
        else:
            self._canvas.toggle_fit(event.position())

    def _wheel(self, event: QWheelEvent) -> None:
        """Zoom at the mouse with a wheel, pan with two fingers on a touch-pad."""
        zooming = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turned, pixels = event.angleDelta(), event.pixelDelta()
        device = event.device()
        on_pad = not pixels.isNull() and (
            event.phase() is not Qt.ScrollPhase.NoScrollPhase
            or (device is not None and device.type() is QInputDevice.DeviceType.TouchPad)
        )
        if not zooming and on_pad:
            self._canvas.pan(pixels.x(), pixels.y())
        elif not zooming and (self.wheel_scrolls or turned.y() == 0):
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and turned.x() == 0
            right, down = (turned.y(), 0) if sideways else (turned.x(), turned.y())
            self._canvas.pan(right / 2, down / 2)
        else:
            # Alt and some desktops turn a vertical wheel into a horizontal one.
            amount = turned.y() or turned.x()
            self._canvas.zoom_by(2 ** (amount / _WHEEL_DOUBLES), event.position())
        event.accept()

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        """Zoom by pinching; a double tap with two fingers switches between Fit and 1:1."""
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._canvas.zoom_by(max(0.1, 1 + event.value()), event.position())
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self._canvas.toggle_fit(event.position())
        else:
            return kind in (Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture)
        return True

    def _wants(self, event: QKeyEvent) -> bool:
        """Whether a key means something here now."""
        if self._canvas.is_blank:
            return False
        if _is_hold_key(event):
            return True
        if event.modifiers() & ~_PLAIN:
            return False
        return self._canvas.overflows if event.key() in _ARROWS else event.key() in _KEYS

    def _press_key(self, event: QKeyEvent) -> bool:
        """Zoom, pan, or hold; False if the key is for somebody else."""
        canvas, key = self._canvas, event.key()
        if not self._wants(event):
            return False
        if _is_hold_key(event):
            self._held_code = event.nativeScanCode()
            canvas.hold_before(True)
        elif key in _ARROWS:
            right, down = _ARROWS[Qt.Key(key)]
            canvas.pan(right * canvas.width() * _KEY_PAN, down * canvas.height() * _KEY_PAN)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            canvas.zoom_in()
        elif key == Qt.Key.Key_Minus:
            canvas.zoom_out()
        elif key == Qt.Key.Key_0:
            canvas.zoom_to_fit()
        elif key == Qt.Key.Key_1:
            canvas.zoom_to_actual()
        else:
            self._space = True
            self._update_cursor()
        return True

    def _release_key(self, event: QKeyEvent) -> bool:
        """End holding; False if the key is for somebody else."""
        # With AltGr let go of first, the same key comes up under another name.
        if _is_hold_key(event) or (self._held_code and event.nativeScanCode() == self._held_code):
            if not event.isAutoRepeat():
                self._held_code = 0
                self._canvas.hold_before(False)
        elif event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = False
                self._update_cursor()
        else:
            return False
        return True

    def release_keys(self) -> None:
        """Forget all held keys: their release may go to another window."""
        self._space = False
        self._canvas.hold_before(False)
        self._update_cursor()

    def _update_cursor(self, point: QPointF | None = None) -> None:
        """Show what a press would do."""
        canvas = self._canvas
        shape = canvas.tools.cursor
        if self._pan_from is not None and canvas.overflows:
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif shape is not None and not self._space:
            canvas.setCursor(shape)
        elif not self._space and (self._moving_wipe or (point is not None and canvas.near_wipe_line(point))):
            upright = canvas.wipe_line is Qt.Orientation.Vertical
            canvas.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        elif canvas.overflows:
            canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            canvas.unsetCursor()


def _is_hold_key(event: QKeyEvent) -> bool:
    # A backslash needs AltGr on many keyboards, so it is known by its text as well.
    return event.key() == Qt.Key.Key_Backslash or event.text() == "\\"
