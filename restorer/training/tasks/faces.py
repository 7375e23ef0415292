"""Learning where faces are, so that they can be left alone; nothing is ever made of them."""

import numpy as np
from torch import Tensor, nn

from restorer.training.ageing.masks import often_grey
from restorer.training.ageing.mixtures import old_tones, worn
from restorer.training.batches import Example, Material
from restorer.training.faces import mosaic
from restorer.training.networks.faces import FaceFinder
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.tasks.losses import average_precision, mask_loss
from restorer.training.tasks.task import Parts, Task


class FindFaces(Task):
    """The chance that a pixel belongs to a face."""

    family = "find-faces"
    outputs = ("face",)
    measure = "average precision"
    needs_faces = True

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return FaceFinder(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        drawn = mosaic(material.photos, material.known_faces, size, random)
        seen = often_grey(drawn.pixels, random)
        if random.random() < 0.3:
            seen = old_tones(seen, random)
        if random.random() < 0.5:
            seen = worn(seen, random)
        return {"seen": planes(seen), "mask": planes(drawn.mask), "known": planes(drawn.known)}

    def run(self, network: nn.Module, seen: Tensor) -> Parts:  # noqa: D102 - see Task
        return {"logits": network.logits(seen)}

    def loss(  # noqa: D102 - see Task
        self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts
    ) -> Tensor:
        del plan, network
        return mask_loss(parts["logits"], batch["mask"], batch["known"], 0.0)

    def quality(self, parts: Parts, batch: Parts) -> float:  # noqa: D102 - see Task
        known = batch["known"] > 0.5
        return average_precision(parts["logits"][known], batch["mask"][known])

    def picture(self, seen: Tensor, parts: Parts) -> Tensor:
        """Return the photo, dark where no face was found."""
        return (seen * (0.3 + 0.7 * parts["logits"].sigmoid())).clamp(0, 1)
