"""What paints on the canvas: brush, eraser, line and lasso, and the eyedropper that points.

A gesture belongs to the place it was begun in; the left button does what the tool does, the right one or Alt
the opposite. What a gesture means is somebody else's business: it is only told, piece by piece.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from restorer.gui.canvas.zoom_area import ZoomArea
from restorer.restoration.painting.strokes import LARGEST, SMALLEST, Point, Tip

_GROWTH = 1.25
_HARDER = 0.1
_LEAST_MOVE = 0.25  # of the tip's radius; pieces shorter than that cost time and show nothing
_CLICK = 4  # desktop pixels that a hand may shake
_HELD = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these a click means something else, as Shift does to the wipe's line, or nothing."""


class Tool(StrEnum):
    """What the left button does on the photo."""

    HAND = "hand"
    BRUSH = "brush"
    ERASER = "eraser"
    LINE = "line"
    LASSO = "lasso"
    PIN = "pin"


_PAINTING = (Tool.BRUSH, Tool.ERASER, Tool.LINE, Tool.LASSO)
_ALONG = (Tool.BRUSH, Tool.ERASER)


@dataclass(frozen=True)
class Stroke:
    """A piece of what is being painted, in pixels of the photo: a tip drawn through points, or a lasso."""

    tip: Tip
    points: tuple[Point, ...]
    lasso: bool = False


class Tools(QObject):
    """Turns the mouse into strokes on the canvas's picture."""

    changed = Signal()
    """Another tool, size or hardness."""
    painted = Signal(object)
    """A `Stroke`: what the gesture has added since the last one."""
    lifted = Signal()
    """The gesture is complete."""
    dropped = Signal()
    """The gesture does not count: as if it had not been begun."""
    pointed = Signal(float, float)
    """A click on a point of the photo, with the hand or the pin; x and y in its pixels."""
    unpointed = Signal()
    """The last click was the first half of a double-click, which means something else: it does not count."""

    def __init__(self, canvas: ZoomArea, moving: Callable[[], bool], wiping: Callable[[], bool]) -> None:
        """``moving`` tells whether the mouse moves the photo just now: that is no painting; ``wiping``
        whether it moves the wipe's line: that is no click."""
        super().__init__()
        self._canvas, self._moving, self._wiping = canvas, moving, wiping
        self._chosen = Tool.HAND
        self._tip = Tip()
        self._points: list[Point] = []
        self._pressed: QPointF | None = None
        self._erasing = False
        self._button = Qt.MouseButton.NoButton
        self._mouse: QPointF | None = None
        self._has_pointed = False

    @property
    def tool(self) -> Tool:
        """What was chosen."""
        return self._chosen

    @property
    def tip(self) -> Tip:
        """The size and hardness of brush, eraser and line."""
        return self._tip

    @property
    def painting(self) -> bool:
        """Whether a gesture has begun that is not over."""
        return self._pressed is not None

    def choose(self, tool: Tool) -> None:
        """Take another tool; what is being painted is dropped."""
        self.drop()
        self._chosen = tool
        self._touch()
        self.changed.emit()

    def set_tip(self, size: float | None = None, hardness: float | None = None) -> None:
        """Set the tip's diameter in pixels of the photo, and the share (0..1) of it that covers fully."""
        size = self._tip.size if size is None else min(max(size, SMALLEST), LARGEST)
        hardness = self._tip.hardness if hardness is None else min(max(round(hardness, 2), 0.0), 1.0)
        self._touch()
        self._tip = replace(self._tip, size=size, hardness=hardness)
        self._touch()
        self.changed.emit()

    def grow(self, direction: int) -> None:
        """Make the tip larger (1) or smaller (-1) by a quarter, but by a pixel at least."""
        size = self._tip.size
        self.set_tip(max(size * _GROWTH, size + 1) if direction > 0 else min(size / _GROWTH, size - 1))

    def harden(self, direction: int) -> None:
        """Make the tip's edge harder (1) or softer (-1)."""
        self.set_tip(hardness=self._tip.hardness + direction * _HARDER)

    def drop(self) -> None:
        """End the gesture as if it had not been begun."""
        if self.painting:
            self._end()
            self.dropped.emit()

    def release(self) -> None:
        """Take what is painted so far for the whole: the button will be let go of elsewhere."""
        if self.painting and self._chosen in _ALONG:
            self._finish()
        else:
            self.drop()

    def leave(self) -> None:
        """Note that the mouse is elsewhere."""
        self._touch()
        self._mouse = None

    def take(self, event: QEvent) -> bool:
        """Act on an event of the canvas; False if it is for somebody else."""
        if not isinstance(event, (QKeyEvent, QMouseEvent)) or self._canvas.is_blank:
            return False
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        if self._chosen not in _PAINTING:
            return self._take_click(event)
        return self._take_mouse(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or self._chosen is Tool.HAND:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            if self.painting:
                self.drop()
            else:
                self.choose(Tool.HAND)
        return True

    def _take_mouse(self, event: QMouseEvent) -> bool:
        kind, point = event.type(), event.position()
        if self._moving() and not self.painting:
            self.leave()
            return False
        self._follow(point)
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if kind in presses and not self.painting:
            if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
                return False
            self._begin(event)
        elif kind == QEvent.Type.MouseMove and self.painting:
            self._go_on(point)
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == self._button:
            self._finish()
        else:
            return self.painting
        return True

    def _begin(self, event: QMouseEvent) -> None:
        self._pressed, self._button = event.position(), event.button()
        opposite = event.button() is Qt.MouseButton.RightButton
        opposite ^= bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._erasing = opposite ^ (self._chosen is Tool.ERASER)
        self._points = [self._on_photo(event.position())]
        if self._chosen in _ALONG:
            self._paint(self._points)

    def _go_on(self, point: QPointF) -> None:
        at = self._on_photo(point)
        last = self._points[-1]
        if self._chosen is Tool.LINE:
            self._points = [self._points[0], at]
        elif self._chosen is Tool.LASSO:
            self._points.append(at)
        elif abs(at[0] - last[0]) + abs(at[1] - last[1]) >= min(1.0, _LEAST_MOVE * self._tip.radius):
            self._points.append(at)
            self._paint([last, at])
        self._canvas.update()

    def _finish(self) -> None:
        points = self._points
        if self._chosen is Tool.LINE or (self._chosen is Tool.LASSO and len(points) > 2):
            self._paint(points)
        self._end()
        self.lifted.emit()

    def _end(self) -> None:
        self._pressed, self._points, self._button = None, [], Qt.MouseButton.NoButton
        self._canvas.update()

    def _paint(self, points: list[Point]) -> None:
        tip = replace(self._tip, erases=self._erasing)
        self.painted.emit(Stroke(tip, tuple(points), self._chosen is Tool.LASSO))

    # Clicks

    def _take_click(self, event: QMouseEvent) -> bool:
        """Tell of clicks, without keeping the mouse from panning."""
        kind, point = event.type(), event.position()
        if kind == QEvent.Type.MouseMove and self._mouse is not None:
            if not _close(point, self._mouse):
                self._mouse = None
        elif event.button() is not Qt.MouseButton.LeftButton:
            return False
        elif kind == QEvent.Type.MouseButtonPress:
            self._has_pointed = False
            self._mouse = None if self._moving() or event.modifiers() & _HELD else point
        elif kind == QEvent.Type.MouseButtonRelease:
            begun, self._mouse = self._mouse, None
            if begun is not None and _close(point, begun) and not self._wiping():
                self._has_pointed = True
                self.pointed.emit(*self._canvas.to_picture(point))
        elif kind == QEvent.Type.MouseButtonDblClick and self._has_pointed:
            self._has_pointed = False
            self.unpointed.emit()
        return False

    # What is seen of it

    @property
    def cursor(self) -> Qt.CursorShape | None:
        """The shape of the mouse; None if it is not this one's business."""
        if self._chosen in _ALONG or self._chosen is Tool.LINE:
            return Qt.CursorShape.BlankCursor if self._tip_length > _CLICK else Qt.CursorShape.CrossCursor
        return None if self._chosen is Tool.HAND else Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter, unit: float) -> None:
        """Paint the tip at the mouse and the lasso or line so far; in device pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 170), 3.0), (QColor(255, 255, 255), 1.2)):
            pen = QPen(colour, width * unit)
            if self._chosen is Tool.LASSO and width < 2:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            if len(self._points) > 1 and self._chosen in (Tool.LINE, Tool.LASSO):
                painter.drawPolyline(QPolygonF([self._on_screen(point) * unit for point in self._points]))
            if self._mouse is not None and self._chosen in _PAINTING and self._chosen is not Tool.LASSO:
                self._paint_tip(painter, self._mouse * unit, unit)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_tip(self, painter: QPainter, middle: QPointF, unit: float) -> None:
        outer = self._tip_length * unit / 2
        painter.drawEllipse(middle, outer, outer)
        inner = outer * self._tip.hardness
        if 3 * unit < inner < outer - 2 * unit:
            painter.save()
            painter.setPen(QPen(QColor(255, 255, 255, 130), unit, Qt.PenStyle.DotLine))
            painter.drawEllipse(middle, inner, inner)
            painter.restore()
        if self._erasing or self._chosen is Tool.ERASER:
            half = 4 * unit
            painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))

    @property
    def _tip_length(self) -> float:
        """The tip's diameter in desktop pixels."""
        return self._tip.size * self._canvas.zoom / self._canvas.unit

    def _follow(self, point: QPointF) -> None:
        self._touch()
        self._mouse = point
        self._touch()

    def _touch(self) -> None:
        """Have the tip's place painted anew."""
        if self._mouse is not None:
            half = self._tip_length / 2 + 4
            around = QRectF(self._mouse.x() - half, self._mouse.y() - half, 2 * half, 2 * half)
            self._canvas.update(
                around.toAlignedRect() & QRect(0, 0, self._canvas.width(), self._canvas.height())
            )

    def _on_photo(self, point: QPointF) -> Point:
        return self._canvas.to_picture(point, self._pressed)

    def _on_screen(self, point: Point) -> QPointF:
        return self._canvas.from_picture(point, self._pressed)


def _close(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() <= _CLICK
