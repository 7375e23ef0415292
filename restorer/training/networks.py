"""The autoencoders, small enough to read.

Every network is fully convolutional and, but for its last rounding, free of biases: without them it is
homogeneous (twice the contrast in, twice the contrast out), so that it keeps working at noise levels
it never saw (Mohan et al., "Robust and Interpretable Blind Image Denoising via Bias-Free
Convolutional Neural Networks", ICLR 2020).
"""

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class AutoencoderShape:
    """The size of an autoencoder, level by level from the finest to the code.

    ``widths`` holds the channels of each level; the first level works at half the photo's resolution
    and every further one at half of the one before. ``encoder_blocks`` and ``decoder_blocks`` count
    the residual blocks on the way down and up; the last encoder entry is the code's level, which has no
    decoder entry.
    """

    widths: tuple[int, ...] = (32, 64, 128, 256)
    encoder_blocks: tuple[int, ...] = (1, 1, 1, 1)
    decoder_blocks: tuple[int, ...] = (1, 1, 1)

    def __post_init__(self) -> None:
        if len(self.encoder_blocks) != len(self.widths):
            raise ValueError("one encoder block count is needed for each width")
        if len(self.decoder_blocks) != len(self.widths) - 1:
            raise ValueError("one decoder block count is needed for each width but the last")

    @property
    def multiple_of(self) -> int:
        """The number of pixels that a photo's sides must be a multiple of."""
        return 2 ** len(self.widths)


def _convolution(channels_in: int, channels_out: int, size: int = 3) -> nn.Conv2d:
    return nn.Conv2d(channels_in, channels_out, size, padding=size // 2, bias=False)


class ResidualBlock(nn.Module):
    """``x + conv(relu(conv(x)))`` with 3×3 kernels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = _convolution(channels, channels)
        self.second = _convolution(channels, channels)
        with torch.no_grad():
            self.second.weight.mul_(0.2)  # starts close to the identity, so training may start fast

    def forward(self, x: Tensor) -> Tensor:  # noqa: D102 - see the class
        return x + self.second(functional.relu(self.first(x)))


class Autoencoder(nn.Module):
    """A residual encoder and decoder with additive skips (in the manner of DRUNet, Zhang et al., 2021).

    Takes ``(N, channels_in, H, W)`` and returns ``(N, channels_out, H, W)``; H and W are multiples of
    ``shape.multiple_of``.
    """

    def __init__(self, channels_in: int, channels_out: int, shape: AutoencoderShape) -> None:
        super().__init__()
        widths = shape.widths
        self.stem = _convolution(channels_in * 4, widths[0])
        self.encoder = nn.ModuleList(
            nn.Sequential(*(ResidualBlock(width) for _ in range(count)))
            for width, count in zip(widths, shape.encoder_blocks, strict=True)
        )
        self.down = nn.ModuleList(
            nn.Conv2d(fine, coarse, 2, stride=2, bias=False) for fine, coarse in pairwise(widths)
        )
        self.up = nn.ModuleList(_convolution(coarse, fine, 1) for fine, coarse in pairwise(widths))
        self.decoder = nn.ModuleList(
            nn.Sequential(*(ResidualBlock(width) for _ in range(count)))
            for width, count in zip(widths, shape.decoder_blocks, strict=False)
        )
        self.last = _convolution(widths[0], channels_out * 4)
        nn.init.zeros_(self.last.weight)  # the residual starts at nothing: an untrained net changes nothing

    def forward(self, x: Tensor) -> Tensor:  # noqa: D102 - see the class
        x = self.stem(functional.pixel_unshuffle(x, 2))
        skips: list[Tensor] = []
        for level, blocks in enumerate(self.encoder):
            x = blocks(x)
            if level < len(self.down):
                skips.append(x)
                x = self.down[level](x)
        for level in reversed(range(len(self.decoder))):
            x = functional.interpolate(self.up[level](x), scale_factor=2.0, mode="nearest")
            x = self.decoder[level](x + skips[level])
        return functional.pixel_shuffle(self.last(x), 2)


class LevelEstimator(nn.Module):
    """Estimates how strong the noise and the compression damage are, place by place.

    Takes ``(N, 3, H, W)`` and returns ``(N, 2, H, W)``: the local root mean square of the noise and
    that of the compression error, in the photo's own units (0..1), in steps of 4×4 pixels. The idea of
    a sub-network that estimates the noise for the one that removes it is CBDNet's (Guo et al., 2019),
    the quality estimate FBCNN's (Jiang et al., 2021).
    """

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(3 * 16, width, 1, bias=False),
            nn.ReLU(),
            _convolution(width, width),
            nn.ReLU(),
            _convolution(width, width),
            nn.ReLU(),
            _convolution(width, 2),
        )

    def forward(self, x: Tensor) -> Tensor:  # noqa: D102 - see the class
        # A level is never negative. The absolute value, unlike ReLU, cannot leave a level stuck at nought.
        levels = self.layers(functional.pixel_unshuffle(x, 4)).abs()
        return functional.interpolate(levels, scale_factor=4.0, mode="nearest")


class BlindDenoiser(nn.Module):
    """Estimates the damage, then removes it.

    Takes a photo ``(N, 3, H, W)`` in 0..1 and returns ``(N, 5, H, W)``: red, green, blue without the
    noise, then the estimated noise level and the estimated compression damage (0..1, see
    `LevelEstimator`).
    """

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.estimator = LevelEstimator()
        self.remover = Autoencoder(channels_in=5, channels_out=3, shape=shape)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        levels = self.estimator(photo)
        # The levels are small numbers beside the photo's 0..1: ten times as large they weigh alike.
        residual = self.remover(torch.cat([photo, 10.0 * levels], dim=1))
        return torch.cat([photo + residual, levels], dim=1)
