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


def test_the_calm_picture_bears_the_same_noise() -> None:
    made = _examples(_PLAIN)
    noise, calm = (
        np.array([it["seen"][planes].std() for it in made]) for planes in (slice(0, 3), slice(3, 6))
    )
    strong = noise > 12 / 255  # the folder's photo is flat: what varies is noise
    assert strong.sum() > 80
    np.testing.assert_allclose(calm[strong] / noise[strong], 1, atol=0.15)
    assert np.percentile(calm[~strong] / np.maximum(noise[~strong], 1e-4), 95) > 1.1, "and some of its own"


def test_what_is_told_is_a_little_off_or_nothing() -> None:
    doubts = np.array([it["seen"][6] for it in _examples(_PLAIN)])
    assert (doubts.min(axis=(1, 2)) == doubts.max(axis=(1, 2))).all()
    doubts = doubts[:, 0, 0]
    assert 0.15 < (doubts < 0).mean() < 0.35
    assert 0.15 < np.log(doubts[doubts > 0]).std() < 0.25


def test_dense_texture_is_often_to_be_left_alone() -> None:
    made = _examples(dataclasses.replace(_PLAN, busy_share=1.0))
    drawn = [it for it in made if it["clean"].std() > 0.005]
    alone = [np.array_equal(it["seen"][:3], it["clean"]) for it in drawn]
    assert 0.1 < len(drawn) / len(made) < 0.5
    assert 0.25 < np.mean(alone) < 0.75


def test_the_network_is_told_what_its_estimator_finds_in_the_calm_picture() -> None:
    import torch
    from torch.nn import functional

    from restorer.training.networks.denoiser import LevelledDenoiser
    from restorer.training.tasks import task_named

    class Hearing(LevelledDenoiser):
        """Takes the darkness of a picture for its noise, and gives back what it is shown."""

        def __init__(self) -> None:
            super().__init__(_PLAN.shape)
            self.estimator = torch.nn.AvgPool2d(4)

        def forward(self, seen: torch.Tensor) -> torch.Tensor:
            return seen

    seen = torch.zeros(3, 7, 32, 32)
    seen[:, :3] = 0.9
    seen[:, 3] = torch.linspace(0, 0.4, 32).repeat_interleave(32).reshape(32, 32)
    seen[:, 6] = torch.tensor([1.0, 1.2, -1.0])[:, None, None]
    told = task_named(_PLAN.task).run(Hearing(), seen)["restored"]
    assert torch.equal(told[:, :3], seen[:, :3])
    quarter = functional.avg_pool2d(seen[:1, 3:4], 4).flatten().quantile(0.25)
    torch.testing.assert_close(told[:, 3, 0, 0], torch.stack([quarter, 1.2 * quarter, torch.tensor(1.0)]))


def test_judged_is_what_is_told_rightly() -> None:
    from restorer.training.tasks import task_named

    made = task_named(_PLAN.task).check(_PLAN, _flat(), np.random.default_rng(3))
    assert made["seen"].shape == (7, _PLAN.validation_crop, _PLAN.validation_crop)
    assert made["clean"].shape == (3, _PLAN.validation_crop, _PLAN.validation_crop)
    assert made["seen"][3:6].std() == pytest.approx(25 / 255, rel=0.05)
    assert (made["seen"][6] == 1).all()


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
