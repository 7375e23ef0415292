"""Finds watermarks, undoes as much of them as their opacity allows, and restores the rest."""

import torch
from torch import Tensor, nn

from restorer.training.networks.blocks import Autoencoder
from restorer.training.networks.repair import spread
from restorer.training.plan import AutoencoderShape

_OPAQUE = 0.85
"""Above this opacity too little of the photo shines through to be computed back."""
_NEARLY = 0.15
"""Over this much opacity below that, what is computed back gives way to what is around."""


class WatermarkRemover(nn.Module):
    """Takes red, green, blue and the user's brush; returns red, green, blue restored, and the mask found.

    A marked photo is ``J = (1 − α) · I + α · W``. The finder estimates where the mark is, its opacity α and
    its colour W, from which follows a first estimate of I. The remover begins with that estimate, and where
    the mark is opaque, or the brush covers the photo (1), with what is around, as `MaskFiller` does, whose
    weights it may start from. Outside the mask and the brush the photo comes back as it was.
    """

    def __init__(self, shape: AutoencoderShape, finder: AutoencoderShape) -> None:
        super().__init__()
        self.finder = Autoencoder([3, 1], 5, finder, bias=True)
        self.remover = Autoencoder([3, 1, 3, 1], 3, shape)
        self.largest_block = shape.multiple_of

    def forward(self, seen: Tensor) -> Tensor:  # noqa: D102 - see the class
        parts = self.parts(seen)
        return torch.cat([parts["restored"], parts["mask"]], dim=1)

    def found(self, seen: Tensor) -> dict[str, Tensor]:
        """Return the ``mask`` and its logits, the ``opacity`` and ``colour`` of the mark."""
        shown, brush = seen[:, :3] * (1 - seen[:, 3:4]), seen[:, 3:4]
        return _told(self.finder(shown, brush))

    def parts(self, seen: Tensor) -> dict[str, Tensor]:
        """Return what was `found`, what the mark is ``filled`` with, and the photo ``restored``."""
        photo, brush = seen[:, :3], seen[:, 3:4]
        shown, found = photo * (1 - brush), self.found(seen)
        mask, veil = found["mask"], found["mask"] * found["opacity"]
        share = veil.clamp(max=_OPAQUE)
        unmarked = ((shown - share * found["colour"]) / (1 - share)).clamp(0, 1) * (1 - brush)
        lost, veil = torch.maximum(mask, brush), torch.maximum(veil, brush)
        kept = photo * (1 - lost)
        trust = ((_OPAQUE - veil) / _NEARLY).clamp(0, 1)
        around = spread(kept, 1 - lost, self.largest_block)
        start = kept + lost * (trust * unmarked + (1 - trust) * around)
        filled = start + self.remover(start, lost, unmarked, veil).float()
        return {"restored": photo + lost * (filled - photo), "filled": filled, **found}


class WatermarkFinder(nn.Module):
    """Takes red, green and blue of a whole photo at a small size; returns the mask of its marks."""

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.finder = Autoencoder([3], 5, shape, bias=True)

    def forward(self, seen: Tensor) -> Tensor:  # noqa: D102 - see the class
        return self.found(seen)["mask"]

    def found(self, seen: Tensor) -> dict[str, Tensor]:
        """Return the ``mask`` and its logits, the ``opacity`` and ``colour`` of the mark."""
        return _told(self.finder(seen))


def _told(answer: Tensor) -> dict[str, Tensor]:
    """Return what the five planes of a finder's answer say."""
    answer = answer.float()
    logits = answer[:, :1] - 2.0  # most pixels are unmarked: start near that
    return {"logits": logits, "mask": logits.sigmoid(),
            "opacity": answer[:, 1:2].sigmoid(), "colour": answer[:, 2:].sigmoid()}  # fmt: skip
