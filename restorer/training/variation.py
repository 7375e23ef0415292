"""Ways to learn from a batch again: changed so that it is new, and still true."""

import torch
from torch import Tensor

Batch = dict[str, Tensor]

_REORDERED, _NEGATIVE = 0.5, 0.2
"""Shares of the examples whose channels are exchanged, and of those that become negatives."""


def turned(batch: Batch, chance: torch.Generator) -> Batch:
    """Turn all planes ``(N, C, H, W)`` by a quarter, a half or three quarters, and mirror them, by chance."""
    quarters, mirrored = (int(torch.randint(most, (), generator=chance)) for most in (4, 2))
    planes = {name: torch.rot90(plane, quarters, (2, 3)) for name, plane in batch.items()}
    return {name: plane.flip(3) if mirrored else plane for name, plane in planes.items()}


def recoloured(batch: Batch, chance: torch.Generator, pictures: tuple[str, ...]) -> Batch:
    """Exchange the channels of some examples, and make negatives of some, in each of the named ``pictures``.

    Pictures are ``(N, 3, H, W)``, 0..1. What lies where stays as it is.
    """
    orders, negatives = [], []
    for _ in range(len(batch[pictures[0]])):
        reordered, negative = (
            torch.rand(2, generator=chance) < torch.tensor([_REORDERED, _NEGATIVE])
        ).tolist()
        orders.append(torch.randperm(3, generator=chance) if reordered else torch.arange(3))
        negatives.append(negative)
    order, negated = torch.stack(orders)[:, :, None, None], torch.tensor(negatives)[:, None, None, None]
    changed = dict(batch)
    for name in pictures:
        planes = batch[name]
        mixed = planes.gather(1, order.to(planes.device).expand(planes.shape))
        changed[name] = torch.where(negated.to(planes.device), 1 - mixed, mixed)
    return changed
