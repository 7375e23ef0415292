"""Ageing: seeded, bounded, and as strong as it says."""

import numpy as np
import pytest

from restorer.training.ageing.compression import jpeg, low_jpeg
from restorer.training.ageing.mixtures import noise_and_compression, old_tones, printed, scanned, worn
from restorer.training.ageing.noise import (
    film_grain,
    gaussian_noise,
    grey_noise,
    salt_and_pepper,
    scanner_banding,
    sensor_noise,
)
from restorer.training.ageing.printing import halftone, paper_texture
from restorer.training.ageing.softening import (
    camera_shake,
    gaussian_blur,
    low_resolution,
    out_of_focus,
    sharpened,
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


def test_low_jpeg_can_be_seen_and_differs_by_the_seed() -> None:
    picture = _picture()
    results = [low_jpeg(picture, np.random.default_rng(seed)) for seed in range(20)]
    errors = [float(np.abs(result - picture).mean()) for result in results]
    assert 1 / 255 < min(errors) < max(errors) / 2
    np.testing.assert_array_equal(results[3], low_jpeg(picture, np.random.default_rng(3)))


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


def test_salt_and_pepper_hits_as_many_pixels_as_it_says() -> None:
    spoilt = salt_and_pepper(_grey_field(), 0.1, np.random.default_rng(1))
    assert (spoilt[..., 0] != 0.5).mean() == pytest.approx(0.1, abs=0.01)
    assert set(np.unique(spoilt)) == {0.0, 0.5, 1.0}


def test_banding_runs_along_one_side() -> None:
    stripes = scanner_banding(_grey_field(), 0.02, np.random.default_rng(3)) - 0.5
    spreads = sorted(stripes.std(axis=axis).mean() for axis in (0, 1))
    assert spreads[0] < 1e-6
    assert spreads[1] > 0.01


@pytest.mark.parametrize("grey", [True, False])
def test_halftone_dots_keep_the_tone(grey: bool) -> None:
    means = []
    for tone in (0.2, 0.5, 0.8):
        printed = halftone(_grey_field(tone), 5.0, np.random.default_rng(1), grey=grey)
        assert printed.std() > 0.05
        means.append(float(printed.mean()))
    assert means[1] - means[0] == pytest.approx(means[2] - means[1], rel=0.15)
    assert means[2] - means[0] == pytest.approx(0.6, rel=0.35)


def test_paper_shades_as_strongly_as_it_says() -> None:
    for seed in range(6):
        shaded = paper_texture(_grey_field(), 0.04, np.random.default_rng(seed))
        assert shaded.std() == pytest.approx(0.02, rel=0.02)


@pytest.mark.parametrize(
    "soften",
    [
        lambda picture, _random: gaussian_blur(picture, 1.5, 1.0, 0.0),
        lambda picture, _random: gaussian_blur(picture, 1.5, 2.0, 0.7),
        lambda picture, _random: out_of_focus(picture, 2.0),
        lambda picture, random: camera_shake(picture, 6.0, random),
        lambda picture, random: low_resolution(picture, 0.5, random),
    ],
)
def test_softening_takes_detail_and_leaves_the_light(soften: object) -> None:
    picture = np.random.default_rng(1).random((64, 64, 3), np.float32)
    soft = soften(picture, np.random.default_rng(1))  # type: ignore[operator]
    assert soft.shape == picture.shape
    assert soft.dtype == np.float32
    assert soft.std() < 0.7 * picture.std()
    assert soft.mean() == pytest.approx(float(picture.mean()), abs=0.02)


def test_a_stretched_blur_is_stretched_along_its_angle() -> None:
    dot = np.zeros((65, 65, 3), np.float32)
    dot[32, 32] = 1
    blur = gaussian_blur(dot, 1.5, 3.0, 0.0)[..., 0]
    rows, columns = np.mgrid[-32:33, -32:33]
    assert (blur * columns**2).sum() > 4 * (blur * rows**2).sum()


@pytest.mark.parametrize("age", [old_tones, worn, scanned])
def test_mixtures_are_seeded_bounded_and_varied(age: object) -> None:
    picture = _picture()
    results = [age(picture, np.random.default_rng(seed)) for seed in range(60)]  # type: ignore[operator]
    for result in results:
        assert result.shape == picture.shape
        assert result.dtype == np.float32
        assert 0 <= result.min() <= result.max() <= 1
    np.testing.assert_array_equal(results[7], age(picture, np.random.default_rng(7)))  # type: ignore[operator]
    unlike = np.mean([np.abs(result - picture).mean() > 0.004 for result in results])
    assert unlike > 0.5


def test_old_tones_differ_smoothly_from_the_clean_ones() -> None:
    ramp = np.linspace(0, 1, 128, dtype=np.float32)[None, :, None].repeat(64, 0).repeat(3, 2)
    for seed in range(30):
        aged = old_tones(ramp, np.random.default_rng(seed))
        steps = np.abs(np.diff(aged.mean(axis=-1), axis=1))
        assert steps.max() < 0.12, seed


def test_sharpening_puts_rims_on_edges_and_leaves_planes_alone() -> None:
    step = _grey_field(0.3)
    step[:, 64:] = 0.7
    sharp = sharpened(step, np.random.default_rng(1))
    assert sharp[:, 60:68].min() < 0.29 < 0.71 < sharp[:, 60:68].max()
    np.testing.assert_allclose(sharp[:, :40], step[:, :40], atol=1e-6)
    assert sharpened(_picture(), np.random.default_rng(2)).max() <= 1


@pytest.mark.parametrize("grey", [True, False])
def test_a_printed_picture_has_the_tones_of_the_picture_in_dots(grey: bool) -> None:
    clean = _grey_field(0.5)
    if not grey:
        clean[..., 0] = 0.6
    for seed in range(4):
        dots = printed(clean, np.random.default_rng(seed))
        assert dots.shape == clean.shape
        assert dots.min() >= 0
        assert dots.max() <= 1
        assert dots.std() > 0.05  # the picture itself is even
        assert abs(float(dots.mean()) - float(clean.mean())) < 0.2
