"""Boxes of pixels."""

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray


@dataclass(frozen=True, order=True)
class Box:
    """Whole pixels from (``top``, ``left``) up to, but without, (``bottom``, ``right``)."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Columns."""
        return self.right - self.left

    @property
    def area(self) -> int:
        """Pixels."""
        return self.height * self.width

    @property
    def empty(self) -> bool:
        """Whether there is no pixel inside."""
        return self.height <= 0 or self.width <= 0

    @classmethod
    def of(cls, array: NDArray[Any]) -> "Box":
        """Return the box of a whole array ``(H, W, …)``."""
        return cls(0, 0, array.shape[0], array.shape[1])

    def intersect(self, other: "Box") -> "Box":
        """Return what both share; empty where they do not meet."""
        return Box(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )

    def grow(self, margin: int) -> "Box":
        """Return the box with ``margin`` more pixels on every side."""
        return Box(self.top - margin, self.left - margin, self.bottom + margin, self.right + margin)

    def moved(self, down: int, right: int) -> "Box":
        """Return the box so many pixels further down and to the right."""
        return Box(self.top + down, self.left + right, self.bottom + down, self.right + right)

    def within(self, other: "Box") -> "Box":
        """Return this box as seen from the corner of ``other``."""
        return self.moved(-other.top, -other.left)

    @property
    def slices(self) -> tuple[slice, slice]:
        """The rows and columns, to index an array ``(H, W, …)``."""
        return slice(self.top, self.bottom), slice(self.left, self.right)
