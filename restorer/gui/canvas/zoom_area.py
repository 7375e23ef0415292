"""A widget with a view of a picture that can be zoomed and panned; its child class paints it."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from restorer.gui.canvas.view import View
from restorer.photo import Box

_FIT_MARGIN = 20


class ZoomArea(QWidget):
    """Holds the `View` and moves it. Points are in the widget's own (desktop) pixels."""

    zoom_changed = Signal(float)
    """The new zoom; 1 shows one pixel of the picture as one of the screen."""
    visible_area_changed = Signal(object)
    """The `Box` of the picture that is at least partly seen, in its own pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # left stays left, in any language
        self._view: View | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is no picture."""
        return self._view is None

    @property
    def zoom(self) -> float:
        """Screen pixels per pixel of the picture; 1 if there is no picture."""
        return self._view.zoom if self._view else 1.0

    @property
    def fits(self) -> bool:
        """Whether the whole picture is shown, and stays so when the widget is resized."""
        return self._view is not None and self._view.fit

    @property
    def overflows(self) -> bool:
        """Whether a part of the picture is out of sight."""
        return self._view is not None and self._view.overflows

    @property
    def visible_area(self) -> Box | None:
        """The pixels of the picture that are at least partly seen."""
        return self._view.visible if self._view else None

    @property
    def seen_share(self) -> float:
        """How much of the picture is seen: 0 to 1, and 1 if there is none."""
        if self._view is None:
            return 1.0
        seen = self._view.visible
        return seen.height * seen.width / (self._view.height * self._view.width)

    @property
    def unit(self) -> float:
        """How many pixels of the screen make one of the desktop."""
        return self.devicePixelRatioF()

    def set_zoom(self, zoom: float) -> None:
        """Zoom at the middle, within the limits."""
        if self._view is not None:
            self._set_view(self._view.zoomed_to(zoom, *self._view.middle))

    def zoom_in(self) -> None:
        """Zoom to the next round number."""
        if self._view is not None:
            self._set_view(self._view.stepped(1, *self._view.middle))

    def zoom_out(self) -> None:
        """Zoom to the round number before."""
        if self._view is not None:
            self._set_view(self._view.stepped(-1, *self._view.middle))

    def zoom_to_fit(self) -> None:
        """Show the whole picture, and keep doing so when the widget is resized."""
        if self._view is not None:
            self._set_view(self._view.fitted())

    def zoom_to_actual(self) -> None:
        """Show one pixel of the picture as one of the screen."""
        self.set_zoom(1.0)

    def zoom_by(self, factor: float, point: QPointF) -> None:
        """Zoom with the picture staying in place under a point."""
        if self._view is not None:
            self._set_view(self._view.zoomed_by(factor, *self._in_viewport(point)))

    def toggle_fit(self, point: QPointF) -> None:
        """Switch between the whole picture and 1:1 at a point."""
        if self._view is not None:
            actual = self._view.zoomed_to(1.0, *self._in_viewport(point))
            self._set_view(actual if self._view.fit else self._view.fitted())

    def pan(self, right: float, down: float) -> None:
        """Move the picture."""
        if self._view is not None:
            self._set_view(self._view.panned(right * self.unit, down * self.unit))

    def centre_at(self, x: float, y: float) -> None:
        """Bring a point of the picture to the middle."""
        if self._view is not None:
            self._set_view(self._view.centred_at(x, y))

    def to_picture(self, point: QPointF, anchor: QPointF | None = None) -> tuple[float, float]:
        """Return x and y, in pixels of the picture, of a point; (0, 0) if there is none.

        Where the picture is seen twice, it counts in the one that ``anchor`` (default: the point) is in.
        """
        return self._view.to_picture(*self._in_viewport(point, anchor)) if self._view else (0.0, 0.0)

    def from_picture(self, place: tuple[float, float], anchor: QPointF | None = None) -> QPointF:
        """Return the point at which a place of the picture is seen; the reverse of `to_picture`."""
        if self._view is None:
            return QPointF()
        corner = self._in_viewport(QPointF(), anchor or QPointF())
        return (QPointF(*self._view.from_picture(*place)) - QPointF(*corner)) / self.unit

    def _show_size(self, size: tuple[int, int]) -> None:
        """Fit a picture of (height, width) pixels; one of the same size keeps zoom and centre."""
        if self._view is None or (self._view.height, self._view.width) != size:
            self._set_view(View.fitting(size, self._viewport(), self._margin()))

    def _relayout(self) -> None:
        """Take over a changed viewport: another size, screen, or way of comparing."""
        if self._view is not None:
            self._set_view(self._view.resized(self._viewport(), self._margin()))
        self._arrange()

    def _set_view(self, view: View) -> None:
        old, self._view = self._view, view
        if old == view:
            return
        self._arrange()
        if old is None or old.zoom != view.zoom:
            self.zoom_changed.emit(view.zoom)
        if old is None or old.visible != view.visible:
            self.visible_area_changed.emit(view.visible)

    def _margin(self) -> int:
        return round(_FIT_MARGIN * self.unit)

    def _viewport(self) -> tuple[int, int]:
        """Return the height and width of the viewport in device pixels."""
        raise NotImplementedError

    def _in_viewport(self, point: QPointF, anchor: QPointF | None = None) -> tuple[float, float]:
        """Return a point of the widget as x and y in the viewport that ``anchor`` (default: it) is in."""
        raise NotImplementedError

    def _arrange(self) -> None:
        """Put everything that depends on the view in its place, and paint."""
        raise NotImplementedError
