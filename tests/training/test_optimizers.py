"""Muon's steps are orthogonal, and it takes the hidden convolutions and nothing else."""

import dataclasses

import pytest

from restorer.training.plan import TrainingPlan

pytestmark = pytest.mark.train

PLAN = TrainingPlan(
    name="Tiny",
    task="repair-damage",
    widths=(8, 16),
    encoder_blocks=(1, 1),
    decoder_blocks=(1,),
    groups=2,
    code=4,
    hidden_rate=0.02,
)


@pytest.mark.parametrize("shape", [(1, 16, 16), (1, 8, 72), (1, 72, 8), (2, 8, 36)])
def test_a_step_is_about_orthogonal(shape: tuple[int, int, int]) -> None:
    import torch

    from restorer.training.optimizers import orthogonal

    torch.manual_seed(1)
    step = orthogonal(1e-3 * torch.randn(shape))
    values = torch.linalg.svdvals(step)
    assert step.shape == shape
    assert values.max() < 1.35
    assert values.median() > 0.6  # the iteration leaves the very smallest behind


def test_muon_moves_the_hidden_convolutions_and_adam_the_rest() -> None:
    import torch

    from restorer.training.optimizers import Optimizers
    from restorer.training.train import build_network

    # With AdamW's rate at nought whatever moves was moved by Muon.
    plan = dataclasses.replace(PLAN, learning_rate=0.0, hidden_rate=0.1)
    network = build_network(plan)
    optimizers = Optimizers(network, plan)
    for weight in network.parameters():
        weight.grad = torch.randn_like(weight)
    before = {name: weight.detach().clone() for name, weight in network.named_parameters()}
    optimizers.step(1.0)
    moved = {name for name, weight in network.named_parameters() if not torch.equal(weight, before[name])}
    assert moved == set(before) - {"filler.stem.weight", "filler.last.weight"}


def test_a_rate_of_nought_leaves_all_to_adam() -> None:
    import torch

    from restorer.training.optimizers import Optimizers
    from restorer.training.train import build_network

    plan = dataclasses.replace(PLAN, hidden_rate=0.0)
    network = build_network(plan)
    optimizers = Optimizers(network, plan)
    for weight in network.parameters():
        weight.grad = torch.ones_like(weight)
    optimizers.step(1.0)
    assert {name.split(".")[0] for name in optimizers.tensors()} == {"0"}


def test_its_state_comes_back() -> None:
    import torch

    from restorer.training.optimizers import Optimizers
    from restorer.training.train import build_network

    def run(steps: int, optimizers: Optimizers, network: torch.nn.Module) -> None:
        for step in range(steps):
            torch.manual_seed(step)
            for weight in network.parameters():
                weight.grad = torch.randn_like(weight)
            optimizers.step(1.0)

    first = build_network(PLAN)
    whole = Optimizers(first, PLAN)
    run(3, whole, first)
    second = build_network(PLAN)
    second.load_state_dict(first.state_dict())
    resumed = Optimizers(second, PLAN)
    resumed.restore({name: value.clone() for name, value in whole.tensors().items()})
    run(2, whole, first)
    run(2, resumed, second)
    for one, other in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(one, other)
