"""The blind denoiser: one part estimates the damage, the other removes it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.networks.blocks import Autoencoder, UnshuffledConvolution, convolution
from restorer.training.plan import AutoencoderShape

_STEM = "remover.stem.weight"
_SQUARE = 4  # pixels that the remover's first layer sees as one
_CELL = 4  # pixels; a level is estimated for squares of this side


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

    planes = 2  # that the remover is told of, beside the photo

    def __init__(self, shape: AutoencoderShape) -> None:
        super().__init__()
        self.estimator = LevelEstimator()
        self.remover = Autoencoder([3, self.planes], 3, shape)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        loud = self.loud_levels(photo)
        return self.cleaned(photo, loud, loud)

    def loud_levels(self, photo: Tensor) -> Tensor:
        """Return the estimated levels ``(N, 2, H/4, W/4)``, ten times as large.

        They are small numbers beside the photo's 0..1: so they weigh alike.
        """
        return 10.0 * self.estimator(photo)

    def cleaned(self, photo: Tensor, loud: Tensor, told: Tensor) -> Tensor:
        """Return the photo without what the remover, if ``told`` so, takes for noise, and the levels."""
        # Brought to full size once more, so that nobody has to hold that all the while: of what is joined at
        # the end, onnxruntime makes last what stands first here.
        levels = _full_size(0.1 * loud)
        residual = self.remover(photo, _full_size(told))
        return torch.cat([photo + residual, levels], dim=1)


class LevelledDenoiser(BlindDenoiser):
    """Is told how strong the noise is where a photo is calm, and so tells grain from texture.

    Takes ``(N, 4, H, W)``: a photo in 0..1, and over all of it the noise in its calm places (the root mean
    square, 0..1), or 1 where nobody knows. Returns what a `BlindDenoiser` does. Place by place dense texture
    looks like grain; but grain is everywhere in a photo, and of texture the calm places have none.
    """

    planes = 3  # that the remover is told of: the levels, and the noise no stronger than in calm places

    def forward(self, seen: Tensor) -> Tensor:  # noqa: D102 - see the class
        photo, calm = seen[:, :3], functional.avg_pool2d(seen[:, 3:], _CELL)
        loud = self.loud_levels(photo)
        return self.cleaned(photo, loud, torch.cat([loud, torch.minimum(loud[:, :1], 10.0 * calm)], dim=1))


def untold(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights of a `LevelledDenoiser` as those of a `BlindDenoiser`.

    That one computes what the first does where nobody knows the noise in calm places; for it is told the
    estimate twice then. Other weights come back as they are.
    """
    stem = weights.get(_STEM)
    if stem is None or stem.shape[1] != (3 + LevelledDenoiser.planes) * _SQUARE:
        return weights
    photo, noise, compression, told = stem.split([3 * _SQUARE, _SQUARE, _SQUARE, _SQUARE], dim=1)
    return {**weights, _STEM: torch.cat([photo, noise + told, compression], dim=1)}


def _full_size(levels: Tensor) -> Tensor:
    return functional.interpolate(levels, scale_factor=float(_CELL), mode="nearest")
