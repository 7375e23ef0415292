"""Learning to colour: from lightness and a few hints to a distribution over colours."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from restorer.photo.oklab import from_srgb, to_srgb
from restorer.training.ageing.fading import vignette
from restorer.training.ageing.fields import Pixels
from restorer.training.ageing.mixtures import scanned
from restorer.training.batches import Example, Material
from restorer.training.networks.colorizer import GREY, Colorizer
from restorer.training.palette import palette
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.tasks.losses import mean_psnr
from restorer.training.tasks.task import Parts, Task

_NEAREST, _SOFTNESS = 5, 0.025
"""A colour is taught as its nearest palette colours, weighted by a Gaussian of this width."""
_COLOUR_WEIGHT = 10.0  # brings the error of a and b, about 0.05, up to the size of the cross-entropy
_HINT_STOP = 1 / 8  # after each hint, the chance that it was the last (Zhang et al., SIGGRAPH 2017)


class Colorize(Task):
    """Colours for a whole photo at a fixed small size."""

    family = "colorize"
    inputs = ("lightness", "hint a", "hint b", "hint mask")
    outputs = ("a", "b", *(f"colour {index}" for index in range(len(palette()))))
    whole_photo = True

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return Colorizer(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        photo = material.photos.view(size, random)
        lab = from_srgb(photo)
        colours = lab[..., 1:] * np.float32(random.uniform(*plan.saturation))
        lightness = _as_old_film_saw_it(photo, random) if random.random() < 0.4 else lab[..., :1]
        hints = _hints(colours, random) if random.random() < 0.6 else np.zeros((size, size, 3), np.float32)
        return _example(lab[..., :1], lightness, colours, hints)

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a photo without hints, as it is."""
        size = plan.validation_crop
        lab = from_srgb(material.photos.view(size, random))
        return _example(lab[..., :1], lab[..., :1], lab[..., 1:], np.zeros((size, size, 3), np.float32))

    def run(self, network: nn.Module, seen: Tensor) -> Parts:  # noqa: D102 - see Task
        return network.parts(seen)

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Add the cross-entropy of the palette's colours to the distance of a and b."""
        del plan
        truth = _soft_choice(functional.avg_pool2d(batch["colours"], 4), network.palette)
        network.remember(truth)
        entropy = -(truth * parts["logits"].log_softmax(1)).sum(1).mean()
        return entropy + _COLOUR_WEIGHT * (parts["colours"] - batch["colours"]).abs().mean()

    def quality(self, parts: Parts, batch: Parts) -> float:
        """Return the PSNR in RGB of the photos coloured by the mean of the distribution."""
        results = [_rgb(batch["lightness"], colours) for colours in (parts["colours"], batch["colours"])]
        return mean_psnr(results[0], results[1].clamp(0, 1))

    def picture(self, seen: Tensor, parts: Parts) -> Tensor:
        """Return the photo in the mean of the colours that would fit."""
        return _rgb(seen[:, :1], parts["colours"]).clamp(0, 1)

    def facts(self, network: nn.Module) -> dict[str, Any]:
        """Return the palette and how often training met each of its colours."""
        colours = [[round(value, 5) for value in colour] for colour in network.palette.tolist()]
        return {"palette": colours, "prior": [float(f"{chance:.4g}") for chance in network.prior.tolist()]}


def _example(lightness: Pixels, seen: Pixels, colours: Pixels, hints: Pixels) -> Example:
    """``hints`` has a, b and where they are; a and b are moved to 0..1 for the network alone."""
    moved = np.concatenate([np.clip(hints[..., :2] + GREY, 0, 1), hints[..., 2:]], axis=-1)
    return {"seen": planes(seen, moved), "lightness": planes(lightness), "colours": planes(colours)}


def _as_old_film_saw_it(photo: Pixels, random: np.random.Generator) -> Pixels:
    """Return the lightness of a grey print: film blind to red or not, faded, grainy."""
    film = np.array([random.uniform(0.05, 0.45), random.uniform(0.3, 0.7), random.uniform(0.1, 0.6)])
    grey = np.repeat((photo @ (film / film.sum()).astype(np.float32))[..., None], 3, axis=-1)
    grey = grey ** np.float32(random.uniform(0.75, 1.35))
    if random.random() < 0.3:
        grey = vignette(grey, random)
    low, high = random.uniform(0, 0.2), random.uniform(0.8, 1)
    grey = scanned(np.clip(low + (high - low) * grey, 0, 1).astype(np.float32), random)
    return from_srgb(np.clip(grey, 0, 1).astype(np.float32))[..., :1]


def _hints(colours: Pixels, random: np.random.Generator) -> Pixels:
    """Draw hints as a user dabs them: squares of 1 to 9 pixels with about their colour."""
    size = colours.shape[0]
    hints = np.zeros((size, size, 3), np.float32)
    for _ in range(int(random.geometric(_HINT_STOP))):
        middle = np.clip(random.normal(size / 2, size / 4, 2), 0, size - 1).astype(int)
        reach = int(random.integers(0, 5))
        window = np.s_[
            max(0, middle[0] - reach) : middle[0] + reach + 1,
            max(0, middle[1] - reach) : middle[1] + reach + 1,
        ]
        hints[window][..., :2] = colours[window].mean((0, 1)) + random.normal(0, 0.005, 2)
        hints[window][..., 2] = 1
    return hints


def _soft_choice(colours: Tensor, palette: Tensor) -> Tensor:
    """Return the chances ``(N, K, h, w)`` that teach colours ``(N, 2, h, w)``."""
    distance = (colours[:, None] - palette[None, :, :, None, None]).square().sum(2)
    nearest, index = distance.topk(_NEAREST, dim=1, largest=False)
    chances = torch.softmax(-nearest / (2 * _SOFTNESS**2), dim=1)
    return torch.zeros_like(distance).scatter_(1, index, chances)


def _rgb(lightness: Tensor, colours: Tensor) -> Tensor:
    lab: NDArray[np.float32] = torch.cat([lightness, colours], dim=1).permute(0, 2, 3, 1).cpu().numpy()
    return torch.from_numpy(to_srgb(lab)).permute(0, 3, 1, 2)
