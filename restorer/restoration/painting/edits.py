"""What a hand has added to a mask and taken from it; holds over whatever is found beneath."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from restorer.photo import Box
from restorer.restoration.painting.mask import Mask, Values
from restorer.restoration.painting.strokes import Point, Tip, draw, fill


@dataclass(frozen=True, eq=False)
class Edits:
    """Two masks over one photo: what was added, and what was taken away. The last stroke wins."""

    added: Mask
    removed: Mask

    @classmethod
    def none(cls, size: tuple[int, int]) -> Self:
        """Return no edits to a photo of (height, width) ``size``."""
        return cls(Mask(size), Mask(size))

    @property
    def empty(self) -> bool:
        """Whether nothing was painted."""
        return self.added.empty and self.removed.empty

    def with_stroke(self, tip: Tip, points: Sequence[Point]) -> Self:
        """Return the edits after a stroke of brush or eraser."""
        back = Tip(tip.size, tip.hardness, not tip.erases)
        return self._with(
            lambda mask, erases: draw(mask, back if erases != tip.erases else tip, points), tip.erases
        )

    def with_lasso(self, points: Sequence[Point], *, erases: bool = False) -> Self:
        """Return the edits after a lasso was filled or emptied."""
        return self._with(lambda mask, erasing: fill(mask, points, erases=erasing), erases)

    def applied(self, found: Values, level: int, box: Box) -> Values:
        """Return what is meant in ``box`` of a zoom level, where ``found`` (0..255) lies beneath."""
        added = np.maximum(found, self.added.read(level, box))
        return np.minimum(added, 255 - self.removed.read(level, box))

    def differs(self, other: "Edits") -> list[Box]:
        """Return the boxes in which these edits may differ from ``other``."""
        return [*self.added.differs(other.added), *self.removed.differs(other.removed)]

    def _with(self, change: Callable[[Mask, bool], Mask], erases: bool) -> Self:
        return type(self)(change(self.added, erases), change(self.removed, not erases))
