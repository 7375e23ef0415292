"""The marks of a step's repairs, made from the document's mask and from what is being painted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from restorer.gui.canvas import Mark
from restorer.photo import Box
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.steps import MaskStep

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from restorer.app.document import Document, Proposal

_LARGEST = 1 << 24
"""Pixels of the box around a repair up to which its own shape is drawn; beyond that, the mask's."""


class RepairMarks:
    """Says of each pixel whether it is to be repaired, was refused, or belongs to the repair looked at."""

    def __init__(
        self,
        document: "Document",
        kind: type[MaskStep],
        step: MaskStep | None,
        rejected: "Sequence[Proposal]",
        looked_at: "Proposal | None",
    ) -> None:
        self.edits: Edits | None = None
        """What is being painted; None where nothing is."""
        self._document, self._kind = document, kind
        self._repairs = document.rendition.repairs(step) if step else None
        self._rejected = self._shape(rejected)
        self._looked_at = self._shape([looked_at] if looked_at else [])

    def read(self, level: int, box: Box) -> "NDArray[np.uint8]":
        """Return values of `Mark` for ``box`` of a zoom level."""
        meant = self._document.mask(self._kind, level, box) > 0
        if self.edits is not None:
            meant = self.edits.applied(meant.astype(np.uint8) * np.uint8(255), level, box) > 0
        codes = np.where(meant, np.uint8(Mark.MEANT), np.uint8(Mark.NONE))
        codes[(self._rejected.read(level, box) > 0) & ~meant] = Mark.REJECTED
        codes[self._looked_at.read(level, box) > 0] = Mark.SELECTED
        return codes

    def _shape(self, proposals: "Sequence[Proposal]") -> Mask:
        """Return the mask of some repairs alone."""
        mask = Mask(self._document.before.size)
        if self._repairs is None:
            return mask
        chosen = np.zeros(len(self._repairs.all), np.bool_)
        boxes = []
        for proposal in proposals:
            box = proposal.repair.box
            if (
                box.height * box.width <= _LARGEST
                and (index := self._repairs.at(proposal.repair.place)) is not None
            ):
                chosen[index] = True
                boxes.append(box)
        for box in boxes:
            weights = self._repairs.weights(box, chosen)
            mask = mask.united(box, np.where(weights > 0, np.uint8(255), np.uint8(0)))
        return mask
