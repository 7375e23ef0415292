"""Learning what intact photos look like and where a photo deviates; and to fill what is damaged."""

import numpy as np
import torch
from torch import Tensor, nn

from restorer.training.ageing.fields import Pixels
from restorer.training.ageing.marks import Damaged, nothing
from restorer.training.ageing.masks import holes, often_grey
from restorer.training.ageing.mixtures import damaged, scanned
from restorer.training.ageing.softening import sharpened
from restorer.training.batches import Example, Material
from restorer.training.networks.damage import DamageFinder
from restorer.training.networks.repair import MaskFiller
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.scenes.scene import scene
from restorer.training.tasks.losses import (
    average_precision,
    difference,
    mask_loss,
    mean_psnr,
    picture_loss,
)
from restorer.training.tasks.task import RGB, Parts, Task
from restorer.training.variation import Batch, recoloured, turned

_SHARPENED_SHARE, _INTACT_SHARE = 0.35, 0.3
_LARGEST_ROOM = 2.2  # a crop is then a window into a photo of so many times its sides


class FindDamage(Task):
    """The chance of damage, pixel by pixel, calibrated."""

    family = "find-damage"
    outputs = ("damage", "deviation")
    measure = "average precision"
    needs_artefacts = True

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return DamageFinder(plan.shape, plan.finder)

    def example(
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        """Draw a crop; beside those that a check may be, intact ones full of detail, to be left alone.

        Of photos from elsewhere the network knows less, and takes their patterns for damage.
        """
        intact = random.random() < _INTACT_SHARE
        photos = material.photos
        if random.random() < plan.drawn_share:
            clean = scene(size, lambda: photos.crop(size, random), random)
        else:
            clean = photos.busy_crop(size, random) if intact else photos.crop(size, random)
        if random.random() < _SHARPENED_SHARE:
            clean = sharpened(clean, random)
        clean = often_grey(clean, random)
        if intact:
            return _scan(nothing(clean), clean, random)
        room = 1.0 if random.random() < 0.4 else random.uniform(1.0, _LARGEST_ROOM)
        return _scan(damaged(clean, material.dirt, random, room), clean, random)

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a crop of a photo kept aside, four times in five damaged."""
        clean = often_grey(material.photos.crop(plan.validation_crop, random), random)
        return _scan(damaged(clean, material.dirt, random), clean, random)

    def run(self, network: nn.Module, seen: Tensor) -> Parts:  # noqa: D102 - see Task
        return network.parts(seen)

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Add up the likelihood of the intact photo (Laplace), its distance, and the mask."""
        del network
        error = (parts["expected"] - batch["clean"]).abs().mean(1, keepdim=True)
        unlikely = (error * (-parts["log_scale"]).exp() + parts["log_scale"]).mean()
        picture = difference(plan.loss, parts["expected"], batch["clean"]).mean()
        everywhere = batch["mask"].new_ones(()).expand_as(batch["mask"])
        return mask_loss(parts["logits"], batch["mask"], everywhere, 0.0) + 0.1 * unlikely + picture

    def varied(self, plan: TrainingPlan, batch: Batch, chance: torch.Generator) -> Batch:
        """Turn and mirror all, and exchange colours if the plan says so: damage is dark and bright alike."""
        batch = turned(batch, chance)
        return recoloured(batch, chance, ("seen", "clean")) if plan.other_colours else batch

    def picture(self, seen: Tensor, parts: Parts) -> Tensor:
        """Return the photo with what was found painted red."""
        found = parts["logits"].sigmoid()
        red = torch.tensor([1.0, 0.1, 0.1], device=seen.device)[None, :, None, None]
        return (seen * (1 - found) + red * found).clamp(0, 1)

    def quality(self, parts: Parts, batch: Parts) -> float:  # noqa: D102 - see Task
        return average_precision(parts["logits"], batch["mask"])


class RepairDamage(Task):
    """What is masked is filled from around."""

    family = "repair-damage"
    inputs = (*RGB, "mask")
    needs_artefacts = True

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return MaskFiller(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        clean = often_grey(material.photos.crop(size, random), random)
        mask = holes((size, size), material.artefacts, random)
        # What is around a hole may be grainy; what fills it is what the grain hides.
        seen = scanned(clean, random) if random.random() < 0.5 else clean
        return {"seen": planes(seen, mask), "clean": planes(clean), "mask": planes(mask)}

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a clean crop with holes."""
        clean = material.photos.crop(plan.validation_crop, random)
        mask = holes(clean.shape[:2], material.artefacts, random)
        return {"seen": planes(clean, mask), "clean": planes(clean), "mask": planes(mask)}

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Return the distance in the mask, and that of the slopes, which keeps edges."""
        del network
        error = parts["restored"] - batch["clean"]
        picture = picture_loss(plan.loss, parts["restored"], batch["clean"], batch["mask"])
        slopes = (
            (error[..., 1:, :] - error[..., :-1, :]).abs().mean(),
            (error[..., 1:] - error[..., :-1]).abs().mean(),
        )
        return picture + slopes[0] + slopes[1]

    def quality(self, parts: Parts, batch: Parts) -> float:
        """Return the PSNR inside the mask."""
        return mean_psnr(parts["restored"], batch["clean"], batch["mask"])


def _scan(spoilt: Damaged, clean: Pixels, random: np.random.Generator) -> Example:
    seen = scanned(spoilt.pixels, random)
    return {"seen": planes(seen), "clean": planes(clean), "mask": planes(spoilt.mask)}
