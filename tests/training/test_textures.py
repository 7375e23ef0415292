"""Dense textures drawn by code, and denoisers that are to leave them alone."""

import dataclasses

import numpy as np
from tiny_plans import PLANS

from restorer.training.ageing.mixtures import faint_or_strong
from restorer.training.batches import Material
from restorer.training.dataset import PhotoFolder
from restorer.training.scenes.textures import texture
from restorer.training.tasks.denoise import Denoise

_BUSY = dataclasses.replace(PLANS["denoise"], busy_share=1.0, strongest_grain=20)


def _flat() -> Material:
    grey = np.full((80, 80, 3), 128, np.uint8)
    return Material(PhotoFolder({".": [grey]}, {".": 1.0}))


def test_a_texture_is_a_picture_of_its_size_and_the_same_by_its_seed() -> None:
    first, again, other = (texture(64, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first.shape == (64, 64, 3)
    assert first.dtype == np.float32
    assert 0 <= first.min() <= first.max() <= 1
    assert (first == again).all()
    assert (first != other).any()


def test_a_texture_has_no_calm_place() -> None:
    for seed in range(40):
        light = texture(128, np.random.default_rng(seed)).mean(axis=-1)
        squares = light.reshape(4, 32, 4, 32).swapaxes(1, 2).reshape(16, -1)
        assert squares.std(axis=1).min() > 0.15 * light.std(), seed


def test_textures_are_faint_and_strong_light_and_dark() -> None:
    drawn = [texture(64, np.random.default_rng(seed)).mean(axis=-1) for seed in range(60)]
    contrasts, lights = [it.std() for it in drawn], [it.mean() for it in drawn]
    assert min(contrasts) < 0.04
    assert max(contrasts) > 0.12
    assert min(lights) < 0.35
    assert max(lights) > 0.65


def test_a_denoiser_learns_to_leave_texture_alone_and_to_take_noise_off_it() -> None:
    made = [Denoise().example(_BUSY, _flat(), 32, np.random.default_rng(seed)) for seed in range(200)]
    drawn = [it for it in made if it["clean"].std() > 0.005]  # the folder's own photo is flat
    alone = [np.array_equal(it["seen"], it["clean"]) for it in drawn]
    assert 0.2 < len(drawn) / len(made) < 0.5
    assert 0.25 < np.mean(alone) < 0.7


def test_without_such_crops_a_recipe_draws_the_same_as_ever() -> None:
    as_ever = Denoise().example(PLANS["denoise"], _flat(), 64, np.random.default_rng(5))
    assert as_ever["clean"].std() < 0.005
    assert PLANS["denoise"].strongest_grain == 0


def test_strong_grain_is_rarer_than_faint_grain() -> None:
    draw, random = faint_or_strong(1.5, 20), np.random.default_rng(1)
    strengths = np.array([draw(random) for _ in range(400)])
    assert 1.5 <= strengths.min() < 1.7
    assert 18 < strengths.max() <= 20
    assert (strengths < (1.5 * 20) ** 0.5).mean() > 0.4
    assert (strengths > 10).mean() < 0.35
