"""Dense textures drawn by code: always the same by their seed, and without a calm place."""

import numpy as np

from restorer.training.scenes.textures import texture


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
