"""Which precision a network learns fastest in on this machine; found out by trying."""

import time
from collections.abc import Callable

import torch
from torch import nn

_GAIN = 1.2  # sixteen bits have to be worth their rounding
_ROUNDS = 3


def fastest_precision(
    device: torch.device, duration: Callable[[torch.dtype], float] | None = None
) -> torch.dtype:
    """Return the type to multiply in: bfloat16 where that is clearly faster, else float32.

    Every GPU that trains gains by it. A processor halves its time if it has instructions for it; one without
    imitates them at a tenth of the speed, and PyTorch does not tell the two apart. ``duration`` says how
    many seconds a convolution's step takes in a type; where it is missing, it is measured, in a fraction of
    a second.
    """
    if device.type != "cpu":
        return torch.bfloat16
    duration = duration or _step_seconds
    halved = duration(torch.bfloat16) * _GAIN < duration(torch.float32)
    return torch.bfloat16 if halved else torch.float32


def _step_seconds(precision: torch.dtype) -> float:
    """Time a convolution forwards and backwards: the shortest of a few, for other programs lengthen it."""
    layer = nn.Conv2d(32, 32, 3, padding=1).to(memory_format=torch.channels_last)
    seen = torch.ones(2, 32, 64, 64, requires_grad=True).to(memory_format=torch.channels_last)
    durations = []
    for _ in range(_ROUNDS + 1):  # the first one prepares what the others use
        started = time.perf_counter()
        with torch.autocast("cpu", precision, enabled=precision != torch.float32):
            layer(seen).sum().backward()
        durations.append(time.perf_counter() - started)
    return min(durations)
