"""Learning the noise of one scanner or film: from clean photos made noisy, from pairs, from scans alone."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from restorer.training.ageing.fields import Pixels, blurred
from restorer.training.batches import Example, Material
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.tasks.denoise import LEVEL_CELL, LEVEL_WEIGHT, Denoise, level
from restorer.training.tasks.losses import difference
from restorer.training.tasks.task import Parts

_SHARE = (0.4, 0.9)
_CHECK_SHARE = 0.5
_CLIPPED = 1.5 / 255
_LEAST_ERROR = 1e-5  # 50 dB: nobody sees the difference


class DenoiseScanner(Denoise):
    """Clean photos get the noise that was measured on the scans."""

    needs_noise = True

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        del plan
        return _aged(material, size, random, random.uniform(0.6, 1.3))

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a clean crop with the scanner's noise as strong as it was measured."""
        return _aged(material, plan.validation_crop, random, 1.0)


class DenoisePairs(Denoise):
    """The same photo twice, as it was scanned and as it should be: six planes, noisy before clean."""

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        del plan
        both = material.photos.as_scanned(size, random)
        seen, clean = planes(both[..., :3]), planes(both[..., 3:])
        return {"seen": seen, "noisy": seen, "clean": clean}

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a pair."""
        return self.example(plan, material, plan.validation_crop, random)


class DenoiseAlone(Denoise):
    """Noisy scans alone: more of the measured noise is added, and taken away from what is to be told.

    With z drawn like the scan's own noise n, the errors of scan + a·z and scan − z/a are independent of each
    other, so that a network which is given the first and told the second cannot learn the noise
    (Pang et al., "Recorrupted-to-Recorrupted", CVPR 2021). Unlike blind spots and neighbours this holds for
    noise that runs along whole rows, as long as it was measured rightly.
    """

    needs_noise = True
    estimates = True

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        del plan
        return _recorrupted(material, size, random, random.uniform(*_SHARE))

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a scan kept aside, with what tells how noisy the truth told is."""
        return _recorrupted(material, plan.validation_crop, random, _CHECK_SHARE)

    def preview(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a scan as it is, without the noise that was added to learn."""
        return {"seen": planes(material.photos.as_scanned(plan.validation_crop, random))}

    def loss(self, plan: TrainingPlan, network: object, parts: Parts, batch: Parts) -> Tensor:
        """Return the squared error, whose mean the told noise does not move, and that of the noise level."""
        del plan, network
        restored = parts["restored"]
        picture = difference("mean squared error", restored[:, :3], batch["told"]).mean()
        found = functional.avg_pool2d(restored[:, 3:4], LEVEL_CELL)
        # The picture's part is a squared error, about 0.002; the level's is brought to its size.
        return picture + 0.1 * LEVEL_WEIGHT * (found - level(batch["noise"])).abs().mean()

    def quality(self, parts: Parts, batch: Parts) -> float:
        """Estimate the PSNR: the error against what is told, less the error that what is told has itself."""
        error = (parts["restored"][:, :3] - batch["told"]).square().mean()
        own = batch["noise"].square().mean() / (1 + _CHECK_SHARE**2) * (1 + 1 / _CHECK_SHARE**2)
        return float(-10 * torch.log10((error - own).clamp(min=_LEAST_ERROR)))


def _aged(material: Material, size: int, random: np.random.Generator, strength: float) -> Example:
    clean = material.photos.crop(size, random)
    noisy = clean + np.float32(strength) * material.measured.draw(clean, random)
    seen = planes(_eight_bit(noisy))
    return {"seen": seen, "noisy": seen, "clean": planes(clean)}


def _recorrupted(material: Material, size: int, random: np.random.Generator, share: float) -> Example:
    scan = material.photos.as_scanned(size, random)
    noise = material.measured.draw(np.clip(blurred(scan, 2.0), 0, 1), random)
    # What was clipped lost its noise, and must not be told to have had any.
    noise *= (scan > _CLIPPED) & (scan < 1 - _CLIPPED)
    seen, told = scan + np.float32(share) * noise, scan - np.float32(1 / share) * noise
    whole = np.float32(np.sqrt(1 + share**2)) * noise
    return {"seen": planes(seen), "told": planes(told), "noise": planes(whole)}


def _eight_bit(picture: Pixels) -> Pixels:
    return np.asarray(np.rint(np.clip(picture, 0, 1) * 255) / 255, np.float32)
