"""The blind denoiser: one part estimates the damage, the other removes it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.networks.blocks import Autoencoder, UnshuffledConvolution, convolution
from restorer.training.plan import AutoencoderShape

_CELL = 4  # pixels; a level is estimated for squares of this side
_VIEWS = (  # transposed, upside down, mirrored; then moved down and to the right
    (False, False, True, 1, 1),
    (False, True, False, 2, 1),
    (False, True, True, 1, 2),
    (True, False, False, 2, 3),
    (True, False, True, 3, 2),
    (True, True, False, 1, 3),
    (True, True, True, 3, 1),
)
"""Ways to look at a photo besides the usual one. Turning alone leaves the squares that the first layer joins
as they are; moved by an odd number of pixels it joins others."""


class LevelEstimator(nn.Module):
    """Estimates how strong the noise and the compression damage are, place by place.

    Takes ``(N, 3, H, W)`` and returns ``(N, 2, H/4, W/4)``: the local root mean square of the noise and
    that of the compression error, in the photo's own units (0..1), for cells of 4×4 pixels. The idea of
    a sub-network that estimates the noise for the one that removes it is CBDNet's (Guo et al., 2019),
    the quality estimate FBCNN's (Jiang et al., 2021).
    """

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            UnshuffledConvolution([3], width, _CELL, size=1),
            nn.ReLU(),
            convolution(width, width),
            nn.ReLU(),
            convolution(width, width),
            nn.ReLU(),
            convolution(width, 2),
        )

    def forward(self, x: Tensor) -> Tensor:  # noqa: D102 - see the class
        # A level is never negative. The absolute value, unlike ReLU, cannot leave a level stuck at nought.
        return self.layers(x).abs()


class BlindDenoiser(nn.Module):
    """Estimates the damage, then removes it.

    Takes a photo ``(N, 3, H, W)`` in 0..1 and returns ``(N, 5, H, W)``: red, green, blue without the
    noise, then the estimated noise level and the estimated compression damage (0..1, see
    `LevelEstimator`).
    """

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.estimator = LevelEstimator()
        self.remover = Autoencoder([3, 2], 3, shape)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        # The levels are small numbers beside the photo's 0..1: ten times as large they weigh alike.
        loud = 10.0 * self.estimator(photo)
        # Brought to full size once more, so that nobody has to hold that all the while: of what is joined at
        # the end, onnxruntime makes last what stands first here.
        levels = _full_size(0.1 * loud)
        residual = self.remover(photo, _full_size(loud))
        return torch.cat([photo + residual, levels], dim=1)


class ThoroughDenoiser(BlindDenoiser):
    """Looks at the photo in eight ways and returns the mean of what it says, in eight times the time.

    Takes and returns what `BlindDenoiser` does, and has its weights. A network that strides answers a little
    otherwise when the photo is turned, mirrored or moved; what is mistaken in one answer only is evened out.
    The mean over turned and mirrored pictures is the self-ensemble of Timofte, Rothe and Van Gool (Seven ways
    to improve example-based single image super resolution, 2016).
    """

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__(shape)
        self._grid = shape.multiple_of

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        # onnxruntime looks one way after the other, but adds up last, whatever stands first here. So it holds
        # all eight answers; the card's memory allows for that.
        total = super().forward(photo)
        for transposed, upside_down, mirrored, down, right in _VIEWS:
            turns = [axis for axis, turned in ((2, upside_down), (3, mirrored)) if turned]
            seen = photo.transpose(2, 3) if transposed else photo
            seen = _moved(seen.flip(turns) if turns else seen, down, right, self._grid)
            said = super().forward(seen)
            said = said[:, :, down : down - self._grid, right : right - self._grid]
            said = said.flip(turns) if turns else said
            total = total + (said.transpose(2, 3) if transposed else said)
        return total / (1 + len(_VIEWS))


def _moved(x: Tensor, down: int, right: int, grid: int) -> Tensor:
    """Return ``x`` moved in a picture of ``grid`` pixels more each way, which goes on mirrored beside it."""
    return functional.pad(x, (right, grid - right, down, grid - down), mode="reflect")


def _full_size(levels: Tensor) -> Tensor:
    return functional.interpolate(levels, scale_factor=float(_CELL), mode="nearest")
