"""What a family of networks learns: its network, its examples, its loss and the number it is judged by."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from restorer.training.batches import Example, Material
from restorer.training.plan import TrainingPlan
from restorer.training.variation import Batch, turned

Parts = Mapping[str, Tensor]

RGB = ("red", "green", "blue")


class Task(ABC):
    """A family: an object without state, which the loop, the export and the worker ask.

    ``family`` is the card's task; ``inputs`` and ``outputs`` name the card's planes. ``whole_photo`` says
    that a pixel may depend on the whole photo, so that the engine must not cut it into tiles.
    ``measure`` names what `quality` returns; more is better. ``estimates`` says that it does so without
    knowing the truth.
    """

    family: str
    inputs: tuple[str, ...] = RGB
    outputs: tuple[str, ...] = RGB
    whole_photo = False
    measure = "psnr"
    needs_artefacts = False
    needs_fonts = False
    needs_noise = False
    needs_faces = False
    estimates = False

    @abstractmethod
    def network(self, plan: TrainingPlan) -> nn.Module:
        """Return the plan's network, untrained."""

    @abstractmethod
    def example(
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        """Draw an example with sides of ``size`` pixels: ``seen`` by the network, and what it should say."""

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw an example to judge by, from photos kept aside."""
        return self.example(plan, material, plan.validation_crop, random)

    def varied(self, plan: TrainingPlan, batch: Batch, chance: torch.Generator) -> Batch:
        """Return a batch of examples as it is learnt from again: turned and mirrored by chance."""
        del plan
        return turned(batch, chance)

    def preview(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw what people are shown the answer to; its sides are those of a check."""
        return self.check(plan, material, random)

    def run(self, network: nn.Module, seen: Tensor) -> Parts:
        """Return all that the loss wants to know of the network's answer; runs under autocast."""
        return {"restored": network(seen)}

    @abstractmethod
    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Return how far the answer is from what it should be, one number to be made small."""

    @abstractmethod
    def quality(self, parts: Parts, batch: Parts) -> float:
        """Return `measure` over all the validation examples."""

    def picture(self, seen: Tensor, parts: Parts) -> Tensor:
        """Return what people are shown of an answer: ``(N, 3, H, W)``, 0..1."""
        del seen
        return parts["restored"][:, :3].clamp(0, 1)

    def facts(self, network: nn.Module) -> dict[str, Any]:
        """Return what the card's recipe has to say beyond the plan."""
        del network
        return {}
