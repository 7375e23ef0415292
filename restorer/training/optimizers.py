"""How weights follow their gradients: Muon for the hidden convolutions, AdamW for all the rest.

Muon (Jordan et al., "Muon: An optimizer for hidden layers in neural networks", 2024) makes every step of a
weight matrix orthogonal, so that all directions of it learn alike. For the networks here it needs a fraction
of AdamW's steps; docs/decisions/009 tells what was measured.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import torch
from torch import Tensor, nn

from restorer.training.networks.blocks import Encoder
from restorer.training.plan import TrainingPlan

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # of the quintic Newton-Schulz iteration, as the authors chose them
_ITERATIONS = 5
_ADAM_BETAS = (0.9, 0.99)


@dataclass(frozen=True)
class _Hidden:
    """A convolution's weight ``(out, in / groups, k, k)`` and into how many groups it is split."""

    weight: nn.Parameter
    groups: int


class Muon(torch.optim.Optimizer):
    """Momentum (Nesterov's), made orthogonal, as the step of every hidden convolution's weight.

    The weights of a convolution are one matrix (out × in · k · k) for each of its groups. ``rate`` is the
    step's size relative to an orthogonal matrix. It multiplies in ``precision``; 16 bits are enough.
    """

    def __init__(
        self, hidden: Iterable[_Hidden], rate: float, precision: torch.dtype, momentum: float = 0.95
    ) -> None:
        layers = list(hidden)
        self._precision = precision
        self._groups_of = {layer.weight: layer.groups for layer in layers}
        super().__init__([layer.weight for layer in layers], {"lr": rate, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:
        """Move every weight that has a gradient."""
        del closure
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is not None:
                    self._move(weight, group["lr"], group["momentum"])

    def _move(self, weight: Tensor, rate: float, momentum: float) -> None:
        state = self.state[weight]
        mean = state.setdefault("mean", torch.zeros_like(weight))
        mean.lerp_(weight.grad, 1 - momentum)
        ahead = weight.grad.lerp(mean, momentum)
        matrices = ahead.reshape(self._groups_of[weight], -1, ahead[0].numel())
        rows, columns = matrices.shape[1:]
        step = orthogonal(matrices, self._precision).reshape(weight.shape)
        weight.add_(step, alpha=-rate * max(1.0, rows / columns) ** 0.5)


def orthogonal(matrices: Tensor, precision: torch.dtype = torch.bfloat16) -> Tensor:
    """Return about the nearest orthogonal matrix for each of ``(N, rows, columns)``, float32.

    Five Newton-Schulz iterations bring the singular values near 1 (0.7..1.2), even in bfloat16; that is
    enough.
    """
    tall = matrices.shape[1] > matrices.shape[2]
    x = (matrices.mT if tall else matrices).to(precision)
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    first, second, third = _COEFFICIENTS
    for _ in range(_ITERATIONS):
        square = x @ x.mT
        x = first * x + (second * square + third * (square @ square)) @ x
    return (x.mT if tall else x).float()


class Optimizers:
    """Muon and AdamW as one, whose rates are set together and whose state is named tensors."""

    def __init__(
        self, network: nn.Module, plan: TrainingPlan, precision: torch.dtype = torch.bfloat16
    ) -> None:
        hidden = list(_hidden_convolutions(network)) if plan.hidden_rate else []
        taken = {layer.weight for layer in hidden}
        rest = [weight for weight in network.parameters() if weight not in taken]
        adam = torch.optim.AdamW(
            rest, lr=plan.learning_rate, betas=_ADAM_BETAS, weight_decay=plan.weight_decay
        )
        self._all: list[torch.optim.Optimizer] = [adam]
        if hidden:
            self._all.append(Muon(hidden, plan.hidden_rate, precision))
        self._peaks = [optimizer.param_groups[0]["lr"] for optimizer in self._all]

    def step(self, share: float) -> None:
        """Move all weights at ``share`` (0..1) of the plan's rates, and forget the gradients."""
        for optimizer, peak in zip(self._all, self._peaks, strict=True):
            for group in optimizer.param_groups:
                group["lr"] = peak * share
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def tensors(self) -> dict[str, Tensor]:
        """Return the whole state."""
        return {
            f"{number}.{index}.{key}": value
            for number, optimizer in enumerate(self._all)
            for index, state in optimizer.state_dict()["state"].items()
            for key, value in state.items()
        }

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Take the state back that `tensors` returned."""
        for number, optimizer in enumerate(self._all):
            states: dict[int, dict[str, Tensor]] = {}
            for name, value in tensors.items():
                owner, index, key = name.split(".", 2)
                if int(owner) == number:
                    states.setdefault(int(index), {})[key] = value
            optimizer.load_state_dict(
                {"state": states, "param_groups": optimizer.state_dict()["param_groups"]}
            )


def _hidden_convolutions(network: nn.Module) -> Iterator[_Hidden]:
    """All convolutions of the autoencoders in a network but their first and last."""
    for part in network.modules():
        if isinstance(part, Encoder):
            for layer in chain.from_iterable(inner.modules() for inner in part.hidden()):
                if isinstance(layer, nn.Conv2d):
                    yield _Hidden(layer.weight, layer.groups)
