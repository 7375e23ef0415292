"""The autoencoder and the blocks that it is built of.

But for its last rounding an autoencoder is free of biases unless it is asked for them: without, it is
homogeneous (twice the contrast in, twice the contrast out), so that it keeps working at noise levels
it never saw (Mohan et al., "Robust and Interpretable Blind Image Denoising via Bias-Free
Convolutional Neural Networks", ICLR 2020).
"""

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.plan import AutoencoderShape


def convolution(
    channels_in: int,
    channels_out: int,
    size: int = 3,
    *,
    dilation: int = 1,
    groups: int = 1,
    bias: bool = False,
) -> nn.Conv2d:
    """Return a convolution that keeps the height and width."""
    padding = dilation * (size // 2)
    return nn.Conv2d(
        channels_in, channels_out, size, padding=padding, dilation=dilation, groups=groups, bias=bias
    )


class UnshuffledConvolution(nn.Conv2d):
    """A convolution that sees each square of ``step`` × ``step`` pixels as one: ``conv(pixel_unshuffle(x))``.

    Takes as many pictures ``(N, C, H, W)`` as ``planes`` counts the planes of, and sees these one after the
    other. In an exported network it is one strided convolution on each picture itself: onnxruntime, which
    puts pixels side by side in one thread, would take up to a fifth of the run for that. PyTorch gains
    nothing by it, and would round the sum of each picture to 16 bits (docs/decisions/016).
    """

    def __init__(
        self, planes: Sequence[int], channels_out: int, step: int, size: int = 3, *, bias: bool = False
    ) -> None:
        super().__init__(sum(planes) * step * step, channels_out, size, padding=size // 2, bias=bias)
        self.planes, self.step = list(planes), step

    def forward(self, *pictures: Tensor) -> Tensor:  # noqa: D102 - see the class
        if not torch.onnx.is_in_onnx_export():
            return super().forward(functional.pixel_unshuffle(torch.cat(pictures, dim=1), self.step))
        side = self.step * (self.kernel_size[0] // 2)
        total: Tensor | None = None
        for picture, kernel in zip(pictures, self.kernels().split(self.planes, dim=1), strict=True):
            bias = self.bias if total is None else None
            seen = functional.conv2d(picture, kernel, bias, stride=self.step, padding=side)
            total = seen if total is None else total + seen
        assert total is not None
        return total

    def kernels(self) -> Tensor:
        """Return the weights for the pictures as they are: ``(out, in, step · size, step · size)``."""
        out, _, size, _ = self.weight.shape
        apart = self.weight.reshape(out, -1, self.step, self.step, size, size)
        return apart.permute(0, 1, 4, 2, 5, 3).reshape(out, -1, self.step * size, self.step * size)


class ResidualBlock(nn.Module):
    """``x + conv(relu(conv(x)))`` with 3×3 kernels."""

    def __init__(self, channels: int, *, dilation: int = 1, groups: int = 1, bias: bool = False) -> None:
        super().__init__()
        self.first = convolution(channels, channels, dilation=dilation, groups=groups, bias=bias)
        self.second = convolution(channels, channels, dilation=dilation, groups=groups, bias=bias)
        with torch.no_grad():
            self.second.weight.mul_(0.2)  # starts close to the identity, so training may start fast

    def forward(self, x: Tensor) -> Tensor:  # noqa: D102 - see the class
        return x + self.second(functional.relu(self.first(x)))


class Encoder(nn.Module):
    """The way down: pictures → the features of every level, the last of them the code.

    ``planes`` counts those of each picture ``(N, C, H, W)`` that it takes.
    """

    def __init__(self, planes: Sequence[int], shape: AutoencoderShape, *, bias: bool = False) -> None:
        super().__init__()
        self.stem = UnshuffledConvolution(planes, shape.widths[0], 2, bias=bias)
        self.encoder = nn.ModuleList(_level(shape, level, bias=bias) for level in range(len(shape.widths)))
        self.down = nn.ModuleList(
            nn.Conv2d(fine, coarse, 2, stride=2, bias=bias) for fine, coarse in pairwise(shape.widths)
        )

    def hidden(self) -> list[nn.Module]:
        """Return the parts between the first layer and the last."""
        return [self.encoder, self.down]

    def encode(self, *pictures: Tensor) -> list[Tensor]:
        """Return the features of each level, finest first, of the pictures seen as one."""
        x = self.stem(*pictures)
        features = []
        for level, blocks in enumerate(self.encoder):
            x = blocks(x)
            features.append(x)
            if level < len(self.down):
                x = self.down[level](x)
        return features


class Autoencoder(Encoder):
    """A residual encoder and decoder with additive skips (in the manner of DRUNet, Zhang et al., 2021).

    Takes as many pictures ``(N, C, H, W)`` as ``planes`` counts the planes of, and returns
    ``(N, channels_out, H, W)``; H and W are multiples of ``shape.multiple_of``. Without ``skips`` all that it
    returns has gone through the code.
    """

    def __init__(
        self,
        planes: Sequence[int],
        channels_out: int,
        shape: AutoencoderShape,
        *,
        skips: bool = True,
        bias: bool = False,
    ) -> None:
        super().__init__(planes, shape, bias=bias)
        widths = shape.widths
        self.widths, self.skips = widths, skips
        self.code = nn.Sequential()
        if shape.code:
            self.code.append(convolution(widths[-1], shape.code, 1, bias=bias))
            self.code.append(convolution(shape.code, widths[-1], 1, bias=bias))
        self.up = nn.ModuleList(convolution(coarse, fine, 1, bias=bias) for fine, coarse in pairwise(widths))
        self.decoder = nn.ModuleList(
            nn.Sequential(
                *(ResidualBlock(width, groups=shape.groups_at(level), bias=bias) for _ in range(count))
            )
            for level, (width, count) in enumerate(zip(widths, shape.decoder_blocks, strict=False))
        )
        self.last = convolution(widths[0], channels_out * 4, bias=bias)
        nn.init.zeros_(self.last.weight)  # the residual starts at nothing: an untrained net changes nothing
        if bias:
            nn.init.zeros_(self.last.bias)

    def hidden(self) -> list[nn.Module]:  # noqa: D102 - see Encoder
        return [*super().hidden(), self.code, self.up, self.decoder]

    def forward(self, *pictures: Tensor) -> Tensor:  # noqa: D102 - see the class
        features = self.encode(*pictures)
        return functional.pixel_shuffle(self.last(self.decode(features)), 2)

    def decode(self, features: list[Tensor], finest: int = 0) -> Tensor:
        """Come back up from the code to the level ``finest`` and return its features."""
        x = self.code(features[-1])
        for level in reversed(range(finest, len(self.decoder))):
            x = self.rise(x, features, level)
        return x

    def rise(self, x: Tensor, features: list[Tensor], level: int) -> Tensor:
        """Come up to a level from the next coarser one."""
        x = functional.interpolate(self.up[level](x), scale_factor=2.0, mode="nearest")
        return self.decoder[level](_joined(x, features[level], self.widths[level]) if self.skips else x)


def _joined(x: Tensor, skip: Tensor, width: int) -> Tensor:
    """Return ``x + skip``, both ``(N, width, H, W)``.

    In an exported network ``x`` first goes through a convolution that changes nothing: onnxruntime adds what
    a convolution gives in the other's place, and makes a third tensor of any other sum (docs/decisions/021).
    """
    if torch.onnx.is_in_onnx_export():
        x = functional.conv2d(x, torch.ones(width, 1, 1, 1), groups=width)
    return x + skip


def _level(shape: AutoencoderShape, level: int, *, bias: bool) -> nn.Sequential:
    dilations = shape.dilations if level == len(shape.widths) - 1 and shape.dilations else (1,)
    return nn.Sequential(
        *(
            ResidualBlock(
                shape.widths[level],
                dilation=dilations[index % len(dilations)],
                groups=shape.groups_at(level),
                bias=bias,
            )
            for index in range(shape.encoder_blocks[level])
        )
    )
