"""Learning to denoise: photos of every noise, and how much of it there is."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.ageing.compression import low_jpeg
from restorer.training.ageing.fields import Pixels
from restorer.training.ageing.mixtures import noise_and_compression
from restorer.training.ageing.noise import gaussian_noise
from restorer.training.batches import Example, Material
from restorer.training.networks.denoiser import BlindDenoiser, ThoroughDenoiser
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.scenes.textures import texture
from restorer.training.tasks.losses import mean_psnr, picture_loss
from restorer.training.tasks.task import RGB, Parts, Task

LEVEL_CELL = 16  # pixels; the noise level is taught as the mean over cells of this side
LEVEL_WEIGHT = 0.5
_CHECK_SIGMA = 25 / 255
_HEAVIEST_SIGMA = 55 / 255
_UNTOUCHED_SHARE = 0.2
"""Of the crops for compression alone: what has not been compressed is to be left alone."""
_INTACT_SHARE = 0.4
"""Of dense texture: to be left alone. Grain may lie over it, but rarely does."""
_DRAWN_SHARE = 1 / 3


class Denoise(Task):
    """Noise, grain and compression go; their levels are estimated."""

    family = "denoise"
    outputs = (*RGB, "noise", "compression")

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return BlindDenoiser(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        # A recipe without such crops draws the same ones as ever.
        if plan.busy_share and random.random() < plan.busy_share:
            clean = _busy(material, size, random)
            if random.random() < _INTACT_SHARE:
                intact = planes(clean)
                return {"seen": intact, "noisy": intact, "clean": intact}
            return _spoilt(plan, clean, random)
        return _spoilt(plan, material.photos.crop(size, random), random)

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a crop with Gaussian noise of σ = 25, as published tables have it."""
        clean = material.photos.crop(plan.validation_crop, random)
        return {"seen": planes(gaussian_noise(clean, _CHECK_SIGMA, random)), "clean": planes(clean)}

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Add to the distance of the picture that of the levels."""
        del network
        restored, noisy, clean = parts["restored"], batch["noisy"], batch["clean"]
        picture = picture_loss(plan.loss, restored[:, :3], clean)
        truth = torch.cat([level(noisy - clean), level(batch["seen"] - noisy)], dim=1)
        levels = functional.avg_pool2d(restored[:, 3:], LEVEL_CELL)
        return picture + LEVEL_WEIGHT * (levels - truth).abs().mean()

    def quality(self, parts: Parts, batch: Parts) -> float:  # noqa: D102 - see Task
        return mean_psnr(parts["restored"][:, :3], batch["clean"])


class DenoiseThoroughly(Denoise):
    """The same weights, which look at each photo eight times: nothing is learnt anew for that."""

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return ThoroughDenoiser(plan.shape)


def _busy(material: Material, size: int, random: np.random.Generator) -> Pixels:
    """Draw a crop of dense texture, by code or from a photo."""
    if random.random() < _DRAWN_SHARE:
        return texture(size, random)
    return material.photos.busy_crop(size, random)


def _spoilt(plan: TrainingPlan, clean: Pixels, random: np.random.Generator) -> Example:
    """Make a crop noisy, compress it, or leave it as it is, as the plan wants it."""
    if random.random() < plan.plain_share:
        noisy = planes(gaussian_noise(clean, random.uniform(0, _HEAVIEST_SIGMA), random))
        return {"seen": noisy, "noisy": noisy, "clean": planes(clean)}
    if plan.compressed_share and random.random() < plan.compressed_share:
        seen = clean if random.random() < _UNTOUCHED_SHARE else low_jpeg(clean, random)
        return {"seen": planes(seen), "noisy": planes(clean), "clean": planes(clean)}
    aged = noise_and_compression(clean, random)
    return {"seen": planes(aged.pixels), "noisy": planes(aged.noisy), "clean": planes(clean)}


def level(error: Tensor) -> Tensor:
    """Return the root mean square of an error in each cell: (N, 3, H, W) → (N, 1, H/16, W/16)."""
    return functional.avg_pool2d(error.square().mean(1, keepdim=True), LEVEL_CELL).sqrt()
