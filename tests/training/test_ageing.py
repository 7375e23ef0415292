"""Ageing: seeded, bounded, and as strong as it says."""

import numpy as np
import pytest

from restorer.training.ageing import (
    film_grain,
    gaussian_noise,
    grey_noise,
    jpeg,
    noise_and_compression,
    sensor_noise,
)


def _grey_field(value: float = 0.5, side: int = 128) -> np.ndarray:
    return np.full((side, side, 3), value, np.float32)


def _picture(seed: int = 1, side: int = 96) -> np.ndarray:
    random = np.random.default_rng(seed)
    coarse = random.random((side // 8, side // 8, 3), np.float32)
    return coarse.repeat(8, axis=0).repeat(8, axis=1)


def test_gaussian_noise_has_the_standard_deviation_asked_for() -> None:
    noisy = gaussian_noise(_grey_field(), 0.1, np.random.default_rng(1))
    assert (noisy - 0.5).std() == pytest.approx(0.1, rel=0.02)
    assert abs(np.corrcoef(noisy[..., 0].ravel(), noisy[..., 1].ravel())[0, 1]) < 0.03


def test_grey_noise_is_alike_in_all_channels() -> None:
    noisy = grey_noise(_grey_field(), 0.1, np.random.default_rng(1))
    np.testing.assert_array_equal(noisy[..., 0], noisy[..., 2])
    assert (noisy - 0.5).std() == pytest.approx(0.1, rel=0.03)


def test_film_grain_is_strongest_in_the_mid_tones_and_soft() -> None:
    grains = {
        value: film_grain(_grey_field(value), 0.1, 1.0, np.random.default_rng(1)) - value
        for value in (0.0, 0.5, 1.0)
    }
    assert grains[0.5].std() == pytest.approx(0.1, rel=0.15)
    assert grains[0.0].std() < 0.6 * grains[0.5].std()
    assert grains[1.0].std() < 0.6 * grains[0.5].std()
    plane = grains[0.5][..., 0]
    assert np.corrcoef(plane[:, :-1].ravel(), plane[:, 1:].ravel())[0, 1] > 0.5


def test_sensor_noise_grows_with_the_light() -> None:
    ratios = []
    for seed in range(12):
        dark = sensor_noise(_grey_field(0.02), np.random.default_rng(seed)) - 0.02
        light = sensor_noise(_grey_field(0.9), np.random.default_rng(seed)) - 0.9
        ratios.append(light.std() / dark.std())
    assert min(ratios) >= 0.95
    assert np.median(ratios) > 1.5


def test_jpeg_shifts_the_grid_and_keeps_the_size() -> None:
    picture = _picture()
    results = [jpeg(picture, 20, offset, 2) for offset in ((0, 0), (3, 5))]
    assert all(result.shape == picture.shape for result in results)
    assert not np.array_equal(*results)
    errors = [float(np.abs(jpeg(picture, quality, (0, 0), 0) - picture).mean()) for quality in (10, 50, 95)]
    assert errors == sorted(errors, reverse=True)


def test_the_same_seed_ages_alike_and_another_does_not() -> None:
    first, again, other = (
        noise_and_compression(_picture(), np.random.default_rng(seed)).pixels for seed in (7, 7, 8)
    )
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_every_kind_of_ageing_is_drawn_and_none_breaks_a_crop() -> None:
    picture = _picture()
    clean, noisy, compressed = 0, 0, 0
    for seed in range(200):
        aged = noise_and_compression(picture, np.random.default_rng(seed))
        assert aged.pixels.shape == picture.shape
        assert aged.pixels.dtype == np.float32
        assert np.isfinite(aged.pixels).all()
        clean += np.array_equal(aged.pixels, picture)
        noisy += not np.array_equal(aged.noisy, picture)
        compressed += not np.array_equal(aged.pixels, aged.noisy)
    assert 2 <= clean <= 25
    assert noisy > 120
    assert 30 < compressed < 100


def test_a_grey_crop_stays_grey() -> None:
    grey = _picture()[..., :1].repeat(3, axis=-1)
    for seed in range(60):
        pixels = noise_and_compression(grey, np.random.default_rng(seed)).pixels
        np.testing.assert_allclose(pixels[..., 0], pixels[..., 1], atol=2 / 255)
