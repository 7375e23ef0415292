"""Distances between what a network says and what is so. Planes are ``(N, C, H, W)``."""

import math

import torch
from torch import Tensor
from torch.nn import functional

_CHARBONNIER_EPSILON = 1e-3
_SURE = 1e-4
_SMALLEST_SQUARE = 1e-7  # the root has no slope at nought
_LEAST_WEIGHT = 1e-6  # keeps an empty mask's mean at nought


def picture_loss(kind: str, result: Tensor, truth: Tensor, where: Tensor | None = None) -> Tensor:
    """Return the distance of pictures, whole or in a mask, by the plan's loss (`plan.LOSSES`): a scalar."""
    if kind != "root mean squared error":
        distance = difference(kind, result, truth)
        return distance.mean() if where is None else weighted_mean(distance, where)
    squares = (result - truth).square().mean(1, keepdim=True)
    weight = torch.ones_like(squares) if where is None else where
    means = (squares * weight).sum((1, 2, 3)) / (weight.sum((1, 2, 3)) + _LEAST_WEIGHT)
    return (means + _SMALLEST_SQUARE).sqrt().mean()


def difference(kind: str, result: Tensor, truth: Tensor) -> Tensor:
    """Return the distance of every value, by the plan's loss (`plan.LOSSES`); a root needs pictures."""
    if kind in ("mean squared error", "root mean squared error"):
        return (result - truth).square()
    if kind == "binary cross-entropy":  # as if each value were the chance of light; the classic autoencoder's
        chance = result.clamp(_SURE, 1 - _SURE)
        return functional.binary_cross_entropy(chance, truth.clamp(0, 1), reduction="none")
    return torch.sqrt((result - truth).square() + _CHARBONNIER_EPSILON**2)


def weighted_mean(values: Tensor, weight: Tensor) -> Tensor:
    """Return the mean of values where the weight ``(N, 1, H, W)`` is, over all examples together."""
    return (values.mean(1, keepdim=True) * weight).sum() / (weight.sum() + 1.0)


def mask_loss(logits: Tensor, mask: Tensor, counts: Tensor, dice_share: float) -> Tensor:
    """Return binary cross-entropy, and the Dice loss to a share, of a mask where ``counts`` is 1.

    Cross-entropy alone leaves the scores calibrated; Dice makes small masks weigh like large ones.
    """
    entropy = functional.binary_cross_entropy_with_logits(logits, mask, reduction="none")
    loss = (entropy * counts).sum() / (counts.sum() + 1.0)
    if dice_share:
        found = logits.sigmoid() * counts
        both = (found * mask).sum((1, 2, 3))
        all_of_them = found.sum((1, 2, 3)) + (mask * counts).sum((1, 2, 3))
        loss = loss + dice_share * (1 - (2 * both + 1) / (all_of_them + 1)).mean()
    return loss


def mean_psnr(result: Tensor, truth: Tensor, where: Tensor | None = None) -> float:
    """Return the mean over examples of the PSNR in dB, of the pixels in a mask (N, 1, H, W) or of all.

    More than 50 dB counts as 50: nobody sees the difference, and a photo left alone would outweigh the rest.
    """
    errors = (result.clamp(0, 1) - truth).square().mean(1, keepdim=True)
    weight = torch.ones_like(errors) if where is None else where
    counted = weight.sum((1, 2, 3)) > 0
    means = (errors * weight).sum((1, 2, 3))[counted] / weight.sum((1, 2, 3))[counted]
    return float((-10 * torch.log10(means.clamp(min=1e-5))).mean()) if len(means) else math.nan


def average_precision(scores: Tensor, truth: Tensor) -> float:
    """Return the area under the precision-recall curve of scores for a mask, over all pixels together."""
    order = scores.flatten().argsort(descending=True)
    hits = truth.flatten()[order] > 0.5
    found = hits.cumsum(0).double()
    precision = found / torch.arange(1, len(hits) + 1, dtype=torch.float64, device=found.device)
    return float(precision[hits].mean()) if hits.any() else math.nan
