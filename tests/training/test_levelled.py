"""Denoisers that are told the noise in calm places, so that dense texture is not taken for it."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from tiny_plans import PLANS

from restorer.training.batches import Example, Material
from restorer.training.dataset import PhotoFolder
from restorer.training.plan import TrainingPlan

pytestmark = pytest.mark.train

_PLAN = PLANS["denoise-to-level"]
_PLAIN = dataclasses.replace(_PLAN, busy_share=0.0, plain_share=1.0)


def _flat() -> Material:
    grey = np.full((80, 80, 3), 128, np.uint8)
    return Material(PhotoFolder({".": [grey]}, {".": 1.0}))


def _examples(plan: TrainingPlan) -> list[Example]:
    from restorer.training.tasks import task_named

    task, random = task_named(plan.task), np.random.default_rng
    return [task.example(plan, _flat(), 32, random(seed)) for seed in range(200)]


def _levels(made: Example) -> tuple[float, float]:
    """Return the noise that there is, and the one that is told."""
    level = made["seen"][3]
    assert level.min() == level.max()
    return float(np.sqrt(np.square(made["noisy"] - made["clean"]).mean())), float(level[0, 0])


def test_the_level_told_is_about_that_of_the_noise_or_unknown() -> None:
    made = _examples(_PLAIN)
    true, told = np.array([_levels(it) for it in made]).T
    known = told < 1
    assert 0.6 < known.mean() < 0.9
    strong = known & (true > 8 / 255)
    ratios = told[strong] / true[strong]
    assert 0.65 < np.median(ratios) < 1.05
    assert 0.2 < ratios.min() < 0.65, "the more an estimate may be off, the less a network relies on it"


def test_dense_texture_is_often_to_be_left_alone_and_told_to_be_calm() -> None:
    made = _examples(dataclasses.replace(_PLAN, busy_share=1.0))
    drawn = [it for it in made if it["clean"].std() > 0.005]  # the folder's own photo is flat
    assert 0.1 < len(drawn) / len(made) < 0.5
    alone = [_levels(it)[1] for it in drawn if np.array_equal(it["seen"][:3], it["clean"])]
    assert 0.25 < len(alone) / len(drawn) < 0.75
    assert max(alone) < 5 / 255


def test_judged_is_what_is_told_rightly() -> None:
    from restorer.training.tasks import task_named

    made = task_named(_PLAN.task).check(_PLAN, _flat(), np.random.default_rng(3))
    assert made["seen"].shape[0] == 4
    assert made["seen"][3].max() == pytest.approx(25 / 255, rel=0.05)


def test_a_level_below_the_estimate_changes_the_answer_and_one_above_does_not() -> None:
    import torch

    network, photo = _drawn(), torch.rand(1, 3, 32, 32)
    with torch.no_grad():
        unknown, high, low = (
            network(torch.cat([photo, torch.full_like(photo[:, :1], level)], dim=1))
            for level in (1.0, 0.9, 0.0)
        )
    assert unknown[:, 3].max() < 0.9
    assert torch.equal(unknown, high)
    assert not torch.equal(unknown[:, :3], low[:, :3])
    assert torch.equal(unknown[:, 3:], low[:, 3:]), "what is told changes nothing about what is estimated"


def test_an_untold_one_computes_the_same_where_nobody_knows_the_level() -> None:
    import torch

    from restorer.training.networks.denoiser import BlindDenoiser, untold

    network, photo = _drawn(), torch.rand(1, 3, 32, 32)
    blind = BlindDenoiser(_PLAN.shape).eval()
    blind.load_state_dict(untold(network.state_dict()))
    with torch.no_grad():
        expected = network(torch.cat([photo, torch.ones_like(photo[:, :1])], dim=1))
        torch.testing.assert_close(blind(photo), expected)


def test_other_weights_are_left_as_they_are() -> None:
    from restorer.training.networks.denoiser import untold
    from restorer.training.train import build_network

    weights = build_network(PLANS["denoise"]).state_dict()
    assert untold(weights) is weights


def _drawn() -> Any:
    import torch

    from restorer.training.networks.denoiser import LevelledDenoiser

    torch.manual_seed(1)
    network = LevelledDenoiser(_PLAN.shape).eval()
    torch.nn.init.normal_(network.remover.last.weight, std=0.1)
    return network
