"""Where a picture lies on the screen: zoom, centre and size of the viewport, as one immutable value.

Screen lengths are physical (device) pixels, so zoom 1 shows each pixel of the picture as one pixel of the
screen whatever the scale of the desktop. The origin is always a whole device pixel: at 1:1 nothing is
interpolated.
"""

import math
from dataclasses import dataclass, replace

from restorer.photo import Box

HIGHEST_ZOOM = 32.0
CRISP_ZOOM = 2.0
"""From here on the pixels of the picture are drawn as squares."""

_HIGHEST_FIT = 2.0
_STEPS = (1 / 32, 1 / 16, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32)
_SAME = 1e-6


@dataclass(frozen=True)
class View:
    """How a picture of ``height`` × ``width`` pixels is laid out in a viewport, both starting at (0, 0).

    ``centre_x`` and ``centre_y`` are the point of the picture in the middle of the viewport. While ``fit`` is
    set, the zoom follows the size of the viewport. ``margin`` is the room left around a fitted picture.
    """

    height: int
    width: int
    viewport_height: int
    viewport_width: int
    margin: int = 0
    zoom: float = 1.0
    centre_x: float = 0.0
    centre_y: float = 0.0
    fit: bool = True

    @classmethod
    def fitting(cls, size: tuple[int, int], viewport: tuple[int, int], margin: int = 0) -> "View":
        """Return the view that shows the whole of a picture; both sizes are (height, width)."""
        return cls(*size, *viewport, margin).fitted()

    @property
    def fit_zoom(self) -> float:
        """The zoom at which the whole picture is seen; a small picture is at most doubled."""
        inside_height = max(1, self.viewport_height - 2 * self.margin)
        inside_width = max(1, self.viewport_width - 2 * self.margin)
        return min(inside_height / self.height, inside_width / self.width, _HIGHEST_FIT)

    @property
    def lowest_zoom(self) -> float:
        """The smallest zoom: the fitted picture, or 1:1 if that is smaller."""
        return min(self.fit_zoom, 1.0)

    @property
    def middle(self) -> tuple[float, float]:
        """The x and y of the viewport's middle."""
        return self.viewport_width / 2, self.viewport_height / 2

    @property
    def origin(self) -> tuple[int, int]:
        """The x and y in the viewport of the picture's upper left corner."""
        return (
            round(self.viewport_width / 2 - self.centre_x * self.zoom),
            round(self.viewport_height / 2 - self.centre_y * self.zoom),
        )

    @property
    def extent(self) -> Box:
        """The device pixels that the picture covers, possibly beyond the viewport."""
        x, y = self.origin
        return Box(
            y, x, y + max(1, round(self.height * self.zoom)), x + max(1, round(self.width * self.zoom))
        )

    @property
    def shown_extent(self) -> Box:
        """The part of `extent` inside the viewport."""
        return self.extent.intersect(Box(0, 0, self.viewport_height, self.viewport_width))

    @property
    def visible(self) -> Box:
        """The pixels of the picture that are at least partly inside the viewport."""
        shown, (x, y) = self.shown_extent, self.origin
        return Box(
            math.floor((shown.top - y) / self.zoom),
            math.floor((shown.left - x) / self.zoom),
            math.ceil((shown.bottom - y) / self.zoom),
            math.ceil((shown.right - x) / self.zoom),
        ).intersect(Box(0, 0, self.height, self.width))

    @property
    def overflows(self) -> bool:
        """Whether a part of the picture is outside the viewport, so that panning makes sense."""
        return self.extent != self.shown_extent

    def level(self, level_count: int) -> int:
        """Return the coarsest of ``level_count`` pyramid levels that has as many pixels as the screen."""
        finest_needed = math.floor(math.log2(1 / self.zoom) + _SAME) if self.zoom < 1 else 0
        return min(max(finest_needed, 0), level_count - 1)

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the picture (x, y) at a point of the viewport."""
        origin_x, origin_y = self.origin
        return (x - origin_x) / self.zoom, (y - origin_y) / self.zoom

    def from_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the viewport at which a point of the picture is seen."""
        origin_x, origin_y = self.origin
        return origin_x + x * self.zoom, origin_y + y * self.zoom

    def fitted(self) -> "View":
        """Return the view of the whole picture."""
        return replace(self, zoom=self.fit_zoom, fit=True)._clamped()

    def zoomed_to(self, zoom: float, x: float, y: float) -> "View":
        """Return the view at another zoom, the same point of the picture under (x, y) of the viewport."""
        zoom = min(max(zoom, self.lowest_zoom), HIGHEST_ZOOM)
        at_x, at_y = self.to_picture(x, y)
        return replace(
            self,
            zoom=zoom,
            centre_x=at_x + (self.viewport_width / 2 - x) / zoom,
            centre_y=at_y + (self.viewport_height / 2 - y) / zoom,
            fit=abs(zoom / self.fit_zoom - 1) < _SAME,
        )._clamped()

    def zoomed_by(self, factor: float, x: float, y: float) -> "View":
        """Return the view zoomed by a factor; it does not jump over 1:1 or Fit, but stops there first."""
        zoom = self.zoom * factor
        for stop in (1.0, self.fit_zoom):
            if (self.zoom - stop) * (zoom - stop) < 0 and abs(self.zoom / stop - 1) > _SAME:
                zoom = stop
        return self.zoomed_to(zoom, x, y)

    def stepped(self, direction: int, x: float, y: float) -> "View":
        """Return the view at the next round zoom above (``direction`` 1) or below (-1)."""
        if direction > 0:
            zoom = next((step for step in _STEPS if step > self.zoom * (1 + _SAME)), HIGHEST_ZOOM)
        else:
            zoom = next((step for step in reversed(_STEPS) if step < self.zoom * (1 - _SAME)), 0.0)
        return self.zoomed_to(zoom, x, y)

    def panned(self, right: float, down: float) -> "View":
        """Return the view with the picture moved by so many device pixels."""
        moved_x, moved_y = self.centre_x - right / self.zoom, self.centre_y - down / self.zoom
        return replace(self, centre_x=moved_x, centre_y=moved_y)._clamped()

    def centred_at(self, x: float, y: float) -> "View":
        """Return the view with a point of the picture in the middle, as far as its borders allow."""
        return replace(self, centre_x=x, centre_y=y)._clamped()

    def resized(self, viewport: tuple[int, int], margin: int) -> "View":
        """Return the view for another viewport: the same centre and zoom, or still fitting."""
        view = replace(self, viewport_height=viewport[0], viewport_width=viewport[1], margin=margin)
        return view.fitted() if self.fit else view.zoomed_to(self.zoom, viewport[1] / 2, viewport[0] / 2)

    def _clamped(self) -> "View":
        return replace(
            self,
            centre_x=_clamp_centre(self.centre_x, self.width, self.viewport_width / self.zoom),
            centre_y=_clamp_centre(self.centre_y, self.height, self.viewport_height / self.zoom),
        )


def _clamp_centre(centre: float, length: int, seen: float) -> float:
    """Centre what fits; keep the rest from leaving a gap at either end."""
    if length <= seen:
        return length / 2
    return min(max(centre, seen / 2), length - seen / 2)
