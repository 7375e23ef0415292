"""Learning to denoise to a level: how strong the noise is where a photo is calm is told."""

import numpy as np
import torch
from torch import Tensor, nn

from restorer.training.ageing.fields import Pixels, blurred
from restorer.training.ageing.noise import gaussian_noise
from restorer.training.batches import Example, Material
from restorer.training.networks.denoiser import LevelledDenoiser
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.scenes.textures import texture
from restorer.training.tasks.denoise import Denoise, spoilt
from restorer.training.tasks.task import RGB, Parts

_UNTOLD, _UNTOLD_SHARE = -1.0, 0.25
_SPREAD = 0.2  # how far what is told may be off: a natural logarithm
_INTACT_SHARE = 0.4
"""Of dense texture: to be left alone. Grain may lie over it, but rarely does."""
_DRAWN_SHARE = 1 / 3
_SMOOTH = 8.0  # pixels by which a crop is blurred to be calm
_FLOOR = 0.8 / 255  # noise that photos have which need nothing
_CALM = 0.25  # of a photo: as `restorer.restoration.levels` has it


class DenoiseToLevel(Denoise):
    """The noise in calm places is told, so that dense texture can be told from it.

    As for a user's photo it is estimated, on a calm picture with the same noise: an estimator sees less in
    coarse grain than there is, and what is told has to be what will be.
    """

    inputs = (*RGB, "level")

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return LevelledDenoiser(plan.shape)

    def example(
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        """Draw an example: the network sees a crop, a calm one, and how far what is told is off."""
        busy = random.random() < plan.busy_share
        clean = _busy(material, size, random) if busy else material.photos.crop(size, random)
        other = clean if random.random() < 0.5 else material.photos.crop(size, random)
        calm = gaussian_noise(blurred(other, _SMOOTH), _FLOOR * abs(random.normal()), random)
        both = np.concatenate([clean, calm], axis=1)
        if busy and random.random() < _INTACT_SHARE:
            intact = planes(both)
            made: Example = {"seen": intact, "noisy": intact, "clean": intact}
        else:
            made = spoilt(plan, both, random)
        untold = random.random() < _UNTOLD_SHARE
        return _apart(made, _UNTOLD if untold else float(np.exp(random.normal(0, _SPREAD))))

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a crop with Gaussian noise of σ = 25, and a calm one with the same."""
        made = super().check(plan, material, random)
        calm = planes(blurred(made["clean"].transpose(1, 2, 0), _SMOOTH))
        noisy = np.concatenate([made["seen"], calm + (made["seen"] - made["clean"])[:, ::-1]], axis=2)
        return _apart({"seen": noisy, "clean": np.concatenate([made["clean"], calm], axis=2)}, 1.0)

    def run(self, network: nn.Module, seen: Tensor) -> Parts:
        """Tell the network what its own estimator finds in the calm picture."""
        assert isinstance(network, LevelledDenoiser)
        photo, calm, doubt = seen.split([3, 3, 1], dim=1)
        with torch.no_grad():
            found = network.estimator(calm)[:, :1].float().flatten(1).quantile(_CALM, dim=1)
        level = torch.where(doubt < 0, 1.0, doubt * found[:, None, None, None])
        return {"restored": network(torch.cat([photo, level], dim=1))}


def _busy(material: Material, size: int, random: np.random.Generator) -> Pixels:
    """Draw a crop of dense texture, by code or from a photo."""
    if random.random() < _DRAWN_SHARE:
        return texture(size, random)
    return material.photos.busy_crop(size, random)


def _apart(made: Example, doubt: float) -> Example:
    """Take crop and calm crop, side by side, apart: both are seen, and ``doubt``; the crop alone counts."""
    crops = {name: np.split(both, 2, axis=2) for name, both in made.items()}
    crop, calm = crops["seen"]
    seen = np.concatenate([crop, calm, np.full_like(crop[:1], doubt)])
    return {**{name: np.ascontiguousarray(halves[0]) for name, halves in crops.items()}, "seen": seen}
