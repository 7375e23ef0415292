"""Learning to give old prints back: their detail tile by tile, their tones at a small size as a whole."""

import numpy as np
from torch import Tensor, nn

from restorer.training.ageing.fields import LUMA
from restorer.training.ageing.mixtures import old_tones, printed, scanned, worn
from restorer.training.batches import Example, Material
from restorer.training.networks.repair import DetailRestorer, ToneRestorer
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.tasks.losses import mean_psnr, picture_loss
from restorer.training.tasks.task import Parts, Task

_GREY_SHARE = 0.3


class RestoreDetail(Task):
    """Softness, grain, paper, halftone and compression go together."""

    family = "restore"

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return DetailRestorer(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        clean = material.photos.crop(size, random)
        # A recipe without printed crops draws the same ones as ever.
        if plan.printed_share and random.random() < plan.printed_share:
            return {"seen": planes(printed(clean, random)), "clean": planes(clean)}
        return {"seen": planes(worn(clean, random)), "clean": planes(clean)}

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:  # noqa: D102
        del network
        return picture_loss(plan.loss, parts["restored"], batch["clean"])

    def quality(self, parts: Parts, batch: Parts) -> float:  # noqa: D102 - see Task
        return mean_psnr(parts["restored"], batch["clean"])


class RestoreTones(RestoreDetail):
    """Fading, casts and uneven light go; sepia becomes grey."""

    whole_photo = True

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return ToneRestorer(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        del plan
        clean = material.photos.view(size, random)
        if random.random() < _GREY_SHARE:
            clean = np.repeat((clean @ LUMA)[..., None], 3, axis=-1)
        return {"seen": planes(scanned(old_tones(clean, random), random, 0.5)), "clean": planes(clean)}
