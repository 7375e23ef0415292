"""Finds damage as what an autoencoder that knows intact photos cannot explain."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.networks.blocks import Autoencoder
from restorer.training.plan import AutoencoderShape

_SCALE_RANGE = 5.0
_RARE = -3.0
"""Added to the log odds of damage, which most pixels have none of."""


class DamageFinder(nn.Module):
    """Takes a photo ``(N, 3, H, W)`` and returns ``(N, 2, H, W)``: the chance of damage, and the deviation.

    An autoencoder with a narrow code and no skips, trained to give back intact photos, says what each pixel
    should be and how far it may be off (the scale of a Laplace distribution). The deviation from that, in
    those scales (squeezed into 0..1), is the anomaly; a small network with skips, trained on drawn damage,
    judges from photo, expectation and deviation together (after DRAEM, Zavrtanik et al., ICCV 2021).
    """

    def __init__(self, shape: AutoencoderShape, finder: AutoencoderShape) -> None:
        super().__init__()
        self.intact = Autoencoder([3], 4, shape, skips=False, bias=True)
        self.judge = Autoencoder([3, 3, 3, 1], 1, finder, bias=True)

    def forward(self, photo: Tensor) -> Tensor:  # noqa: D102 - see the class
        parts = self.parts(photo)
        return torch.cat([parts["logits"].sigmoid(), parts["deviation"]], dim=1)

    def parts(self, photo: Tensor) -> dict[str, Tensor]:
        """Return the ``expected`` photo, its ``log_scale``, the ``deviation`` and the damage's ``logits``."""
        knowledge = self.intact(photo).float()
        expected = 0.5 + knowledge[:, :3]
        log_scale = _SCALE_RANGE * torch.tanh(knowledge[:, 3:] / _SCALE_RANGE) - 2.5
        # The judge learns from the autoencoder but must not teach it: it is to know intact photos alone.
        mean, scale = (
            (expected.detach(), log_scale.detach().exp()) if self.training else (expected, log_scale.exp())
        )
        error = (photo - mean).abs()
        relative = error.mean(1, keepdim=True) / scale
        deviation = relative / (1 + relative)
        around = functional.avg_pool2d(deviation, 5, stride=1, padding=2)
        stands_out = deviation - around
        logits = self.judge(photo, mean, error, stands_out).float() + _RARE
        return {"expected": expected, "log_scale": log_scale, "deviation": deviation, "logits": logits}
