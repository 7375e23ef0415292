"""Finds faces, in photos shrunk to a few hundred pixels."""

from torch import Tensor, nn

from restorer.training.networks.blocks import Autoencoder
from restorer.training.plan import AutoencoderShape

_RARE = -3.0  # most pixels belong to no face: training starts from there


class FaceFinder(nn.Module):
    """Takes a photo ``(N, 3, H, W)`` and returns the chance of a face ``(N, 1, H, W)``."""

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.judge = Autoencoder([3], 1, shape, bias=True)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        return self.logits(photo).sigmoid()

    def logits(self, photo: Tensor) -> Tensor:
        """Return the chance before the sigmoid."""
        return self.judge(photo - 0.5).float() + _RARE
