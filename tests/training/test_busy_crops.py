"""Denoisers that meet dense texture among their crops learn to leave it alone, and to take noise off it."""

import dataclasses

import numpy as np
import pytest
from tiny_plans import PLANS

from restorer.training.batches import Example, Material
from restorer.training.dataset import PhotoFolder
from restorer.training.plan import TrainingPlan

pytestmark = pytest.mark.train

_EVER = PLANS["denoise"]
_BUSY = dataclasses.replace(_EVER, busy_share=1.0)


def _examples(plan: TrainingPlan, photo: np.ndarray) -> list[Example]:
    from restorer.training.tasks import task_named

    material = Material(PhotoFolder({".": [photo]}, {".": 1.0}))
    task, random = task_named(plan.task), np.random.default_rng
    return [task.example(plan, material, 32, random(seed)) for seed in range(200)]


def _intact(made: list[Example]) -> float:
    return float(np.mean([np.array_equal(it["seen"], it["clean"]) for it in made]))


def test_a_third_is_drawn_and_two_fifths_are_to_be_left_alone() -> None:
    made = _examples(_BUSY, np.full((80, 80, 3), 128, np.uint8))
    drawn = [it for it in made if it["clean"].std() > 0.005]  # the folder's photo is flat
    assert 0.2 < len(drawn) / len(made) < 0.5
    assert 0.25 < _intact(drawn) < 0.7
    assert _intact(made) - _intact(_examples(_EVER, np.full((80, 80, 3), 128, np.uint8))) > 0.2


def test_the_others_are_the_busiest_crops_of_photos() -> None:
    photo = np.full((400, 400, 3), 128, np.uint8)
    photo[:60] = np.random.default_rng(1).integers(0, 256, (60, 400, 3))
    busy, ever = (
        np.mean([np.abs(np.diff(it["clean"], axis=2)).mean() > 0.02 for it in _examples(plan, photo)])
        for plan in (_BUSY, _EVER)
    )
    assert busy > ever + 0.15


def test_without_them_a_recipe_draws_the_crops_that_it_ever_did() -> None:
    photo = np.random.default_rng(1).integers(0, 256, (80, 80, 3)).astype(np.uint8)
    photos = PhotoFolder({".": [photo]}, {".": 1.0})
    for seed, made in enumerate(_examples(_EVER, photo)):
        crop = photos.crop(32, np.random.default_rng(seed))
        np.testing.assert_array_equal(made["clean"], crop.transpose(2, 0, 1))
