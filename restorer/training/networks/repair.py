"""Fills what is masked, and restores what is worn."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.networks.blocks import Autoencoder, Encoder, convolution
from restorer.training.plan import AutoencoderShape

_BLOCKS_AROUND = 3, 9
_FARTHER = 1e-2  # the weight of what is around, beside what is near
_LEAST_WEIGHT = 1e-12


class MaskFiller(nn.Module):
    """Takes red, green, blue and a mask (1 is damaged); returns red, green, blue.

    What is masked is not shown to the network: it fills it from around. Elsewhere the photo comes back as
    it was, to the bit.
    """

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.filler = Autoencoder([3, 1], 3, shape)
        self.largest_block = shape.multiple_of

    def forward(self, seen: Tensor) -> Tensor:  # noqa: D102 - see the class
        photo, mask = seen[:, :3], seen[:, 3:4]
        kept = photo * (1 - mask)
        # The mean of what is around a hole is a better start for it than black is.
        start = kept + mask * spread(kept, 1 - mask, self.largest_block)
        filled = start + self.filler(start, mask).float()
        return kept + mask * filled


class DetailRestorer(nn.Module):
    """Takes a photo ``(N, 3, H, W)`` and returns it without softness, grain and compression, same shape."""

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.restorer = Autoencoder([3], 3, shape)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        return photo + self.restorer(photo)


class ToneRestorer(nn.Module):
    """Takes a whole photo, made small, and returns it with its tones and colours as they once were.

    The features of the code's level give, for every place and smoothly between places, a matrix that makes
    the new colour from red, green, blue, their squares and one: enough for curves, casts and the
    loss of a dye, and too little to invent detail. What is the same everywhere comes from a mean over all.
    """

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        width = shape.widths[-1]
        self.encoder = Encoder([3], shape, bias=True)
        self.everywhere = nn.Sequential(
            convolution(width, width, 1, bias=True), nn.ReLU(), convolution(width, 21, 1, bias=True)
        )
        self.locally = convolution(width, 21, bias=True)
        self.coarsest = float(2 ** len(shape.widths))
        for layer in (self.everywhere[-1], self.locally):
            nn.init.zeros_(layer.weight)  # an untrained net changes nothing
            nn.init.zeros_(layer.bias)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        code = self.encoder.encode(photo)[-1]
        places = self.locally(code) + self.everywhere(code.mean((2, 3), keepdim=True))
        places = functional.interpolate(places.float(), scale_factor=self.coarsest, mode="bilinear")
        change = [
            (places[:, row * 7 : row * 7 + 3] * photo).sum(1, keepdim=True)
            + (places[:, row * 7 + 3 : row * 7 + 6] * photo * photo).sum(1, keepdim=True)
            + places[:, row * 7 + 6 : row * 7 + 7]
            for row in range(3)
        ]
        return photo + torch.cat(change, dim=1)


def spread(kept: Tensor, known: Tensor, largest: int) -> Tensor:
    """Return the mean of the known pixels around each: of the smallest block, up to ``largest``, with any.

    Where no block has any, it is that of the blocks around, as far as there are some within four of them: in
    the middle of a wide hole there would be nothing to start from but black.
    """
    sizes = [size for size in (4, 16, 64) if size <= largest] or [largest]
    total, weight, share = torch.zeros_like(kept), torch.zeros_like(known), 1.0
    for size in sizes:
        total = total + share * _block_mean(kept, size)
        weight = weight + share * _block_mean(known, size)
        share *= _FARTHER
    for across in _BLOCKS_AROUND:
        total = total + share * _block_mean(kept, sizes[-1], across)
        weight = weight + share * _block_mean(known, sizes[-1], across)
        share *= _FARTHER
    return total / (weight + _LEAST_WEIGHT)


def _block_mean(planes: Tensor, size: int, across: int = 1) -> Tensor:
    """Return the means of blocks of ``size`` pixels, or of a square of ``across`` such blocks around each."""
    mean = functional.avg_pool2d(planes, size)
    if across > 1:
        mean = functional.avg_pool2d(mean, across, stride=1, padding=across // 2)
    return functional.interpolate(mean, scale_factor=float(size), mode="nearest")
