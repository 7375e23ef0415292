"""Colours a small grey photo: a distribution over colours, and the colours that follow from it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.networks.blocks import Autoencoder, convolution
from restorer.training.palette import palette
from restorer.training.plan import AutoencoderShape

GREY = 0.5
"""The value of the planes a and b where there is no colour: what they hold is OKLab's a and b plus this."""


class Colorizer(nn.Module):
    """Takes lightness, hinted a and b, and where there are hints; returns a, b and the chance of each colour.

    Lightness, a and b are OKLab's (`restorer.photo.oklab`), a and b plus `GREY`; the colours are those of
    `palette`. A quarter of the resolution decides on the colours (as in Zhang et al., "Colorful Image
    Colorization", ECCV 2016), the rest refines their mean. ``prior`` is how often training met each colour.
    """

    palette: Tensor
    prior: Tensor

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        colours = torch.from_numpy(palette())
        self.body = Autoencoder([4], 2, shape, bias=True)
        self.context = convolution(shape.widths[-1], shape.widths[-1], 1, bias=True)
        self.choice = convolution(shape.widths[1], len(colours), 1, bias=True)
        nn.init.zeros_(self.context.weight)
        nn.init.zeros_(self.context.bias)
        self.register_buffer("palette", colours)
        self.register_buffer("prior", torch.full((len(colours),), 1 / len(colours)))

    def forward(self, seen: Tensor) -> Tensor:  # noqa: D102 - see the class
        parts = self.parts(seen)
        chances = functional.interpolate(parts["logits"].softmax(1), scale_factor=4.0, mode="nearest")
        return torch.cat([parts["colours"] + GREY, chances], dim=1)

    def parts(self, seen: Tensor) -> dict[str, Tensor]:
        """Return ``colours`` (a and b), and the ``logits`` of the palette at a quarter of the resolution."""
        features = self.body.encode(seen - GREY)
        code = features[-1]
        features[-1] = code * (1 + self.context(code.mean((2, 3), keepdim=True)))
        quarter = self.body.decode(features, finest=1)
        logits = self.choice(quarter).float()
        mean = functional.conv2d(logits.softmax(1), self.palette.T[:, :, None, None])
        mean = functional.interpolate(mean, scale_factor=4.0, mode="bilinear")
        finest = self.body.rise(quarter, features, 0)
        refined = functional.pixel_shuffle(self.body.last(finest), 2).float()
        return {"colours": mean + refined, "logits": logits}

    def remember(self, chances: Tensor) -> None:
        """Note how often colours came, ``(N, K, h, w)``, in the running mean ``prior``."""
        with torch.no_grad():
            self.prior.lerp_(chances.mean((0, 2, 3)), 0.01)
