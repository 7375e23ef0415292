"""Learning to denoise to a level: how strong the noise is where a photo is calm is told, roughly."""

import numpy as np
from numpy.typing import NDArray
from torch import nn

from restorer.training.ageing.fields import Pixels
from restorer.training.batches import Example, Material
from restorer.training.networks.denoiser import LevelledDenoiser
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.scenes.textures import texture
from restorer.training.tasks.denoise import Denoise, spoilt
from restorer.training.tasks.task import RGB

_UNTOLD = 1.0
_UNTOLD_SHARE = 0.25
_INTACT_SHARE = 0.4
"""Of dense texture: to be left alone. Grain may lie over it, but rarely does."""
_DRAWN_SHARE = 1 / 3
_TYPICAL, _SPREAD = 0.8, 0.35
"""What calm places have of a photo's noise, and how far that may be off (a natural logarithm): they are as a
rule dark or light, and grain and a camera's noise are stronger in between."""
_FLOOR = 1 / 255
"""Noise that an estimate sees in calm places that have none, or so."""
_LEAST_AFTER_JPEG = 0.3  # compression leaves as little of the noise


class DenoiseToLevel(Denoise):
    """The noise in calm places is told, so that dense texture can be told from it."""

    inputs = (*RGB, "level")

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return LevelledDenoiser(plan.shape)

    def example(
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        """Draw an example; untold, it is one that any denoiser learns from."""
        if random.random() < _UNTOLD_SHARE:
            return _told(super().example(plan, material, size, random), _UNTOLD)
        if random.random() >= plan.busy_share:
            made = super().example(plan, material, size, random)
        elif random.random() < _INTACT_SHARE:
            intact = planes(_busy(material, size, random))
            made = {"seen": intact, "noisy": intact, "clean": intact}
        else:
            made = spoilt(plan, _busy(material, size, random), random)
        return _told(made, _in_calm_places(made, random))

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a crop with Gaussian noise of σ = 25, which calm places have as well."""
        made = super().check(plan, material, random)
        return _told(made, _rms(made["seen"] - made["clean"]))


def _busy(material: Material, size: int, random: np.random.Generator) -> Pixels:
    """Draw a crop of dense texture, by code or from a photo."""
    if random.random() < _DRAWN_SHARE:
        return texture(size, random)
    return material.photos.busy_crop(size, random)


def _in_calm_places(made: Example, random: np.random.Generator) -> float:
    """Return about what an estimate would find in the calm places of a photo with this noise."""
    noise = _rms(made["noisy"] - made["clean"]) * _TYPICAL * np.exp(random.normal(0, _SPREAD))
    if not np.array_equal(made["seen"], made["noisy"]):
        noise *= random.uniform(_LEAST_AFTER_JPEG, 1)
    return float(noise + _FLOOR * abs(random.normal()))


def _told(made: Example, level: float) -> Example:
    """Add the level as a plane to what the network sees."""
    seen = made["seen"]
    return {**made, "seen": np.concatenate([seen, np.full_like(seen[:1], level)])}


def _rms(error: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.square(error).mean()))
