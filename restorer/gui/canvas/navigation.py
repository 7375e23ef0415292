"""What mouse, touch-pad and keyboard do on the canvas."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
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

    def press(self, event: QMouseEvent) -> None:
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
        self.update_cursor(point)

    def move(self, event: QMouseEvent) -> None:
        """Go on with what was begun, or tell of the pixel under the mouse."""
        point = event.position()
        if self._moving_wipe:
            self._canvas.place_wipe(point)
        elif self._pan_from is not None:
            moved, self._pan_from = point - self._pan_from, point
            self._canvas.pan(moved.x(), moved.y())
        else:
            self.update_cursor(point)
        self._canvas.hover(point)

    def release(self, event: QMouseEvent) -> None:
        """End what was begun."""
        self._pan_from, self._moving_wipe = None, False
        self.update_cursor(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Turn the wipe's line, or switch between Fit and 1:1 at the point."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._canvas.near_wipe_line(event.position()):
            self._canvas.turn_wipe()
        else:
            self._canvas.toggle_fit(event.position())

    def wheel(self, event: QWheelEvent) -> None:
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

    def gesture(self, event: QNativeGestureEvent) -> bool:
        """Zoom by pinching; a double tap with two fingers switches between Fit and 1:1."""
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._canvas.zoom_by(max(0.1, 1 + event.value()), event.position())
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self._canvas.toggle_fit(event.position())
        else:
            return kind in (Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture)
        return True

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the canvas now, even if a menu has it too."""
        if event.modifiers() & ~_PLAIN or self._canvas.is_blank:
            return False
        key = event.key()
        if key in _ARROWS:
            return self._canvas.overflows
        return key in (
            Qt.Key.Key_Backslash, Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus,
            Qt.Key.Key_0, Qt.Key.Key_1,
        )  # fmt: skip

    def press_key(self, event: QKeyEvent) -> None:
        """Zoom, pan, or hold."""
        canvas, key = self._canvas, event.key()
        # A backslash needs AltGr on many keyboards, so it is known by its text as well.
        if key == Qt.Key.Key_Backslash or event.text() == "\\":
            canvas.hold_before(True)
        elif not self.wants(event):
            event.ignore()
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
            self.update_cursor()

    def release_key(self, event: QKeyEvent) -> None:
        """End holding."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Backslash or event.text() == "\\":
            self._canvas.hold_before(False)
        elif event.key() == Qt.Key.Key_Space:
            self._space = False
            self.update_cursor()
        else:
            event.ignore()

    def release_keys(self) -> None:
        """Forget all held keys: their release may go to another window."""
        self._space = False
        self._canvas.hold_before(False)
        self.update_cursor()

    def update_cursor(self, point: QPointF | None = None) -> None:
        """Show what a press would do."""
        canvas = self._canvas
        if self._pan_from is not None and canvas.overflows:
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif not self._space and (self._moving_wipe or (point is not None and canvas.near_wipe_line(point))):
            upright = canvas.wipe_line is Qt.Orientation.Vertical
            canvas.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        elif canvas.overflows:
            canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            canvas.unsetCursor()
