"""A scanner's noise is measured on its scans, and what is drawn from it is like it."""

from pathlib import Path

import numpy as np
import pytest

from restorer.errors import RestorerError
from restorer.training.ageing.fields import Pixels, clouds, soft_noise
from restorer.training.noise_model import NoiseModel, load_noise_model, measure_noise

GRAIN, BAND = 6 / 255, 4 / 255


def _scan(seed: int, *, band: float = BAND, turned: bool = False) -> tuple[np.ndarray, Pixels]:
    """Return a scan of a smooth picture (uint8), and its noise."""
    random = np.random.default_rng(seed)
    shape = (384, 384)
    smooth = np.stack([0.5 + 0.1 * clouds(shape, 300, random, 1) for _ in range(3)], axis=-1)
    grain = np.float32(GRAIN) * soft_noise(shape, 0.6, random)[..., None] * np.ones(3, np.float32)
    lines = np.float32(band) * random.standard_normal((shape[0], 1, 1)).astype(np.float32)
    noise = (grain + (lines.transpose(1, 0, 2) if turned else lines)).astype(np.float32)
    return np.rint(np.clip(smooth + noise, 0, 1) * 255).astype(np.uint8), noise


@pytest.fixture(scope="module")
def measured() -> NoiseModel:
    return measure_noise([_scan(seed)[0] for seed in range(6)])


def test_grain_and_bands_are_told_apart(measured: NoiseModel) -> None:
    assert measured.grain == pytest.approx(GRAIN, rel=0.15)
    assert measured.rows.strength == pytest.approx(BAND, rel=0.2)
    assert measured.columns.strength < 0.15 * BAND


def test_columns_are_columns() -> None:
    measured = measure_noise([_scan(seed, turned=True)[0] for seed in range(6)])
    assert measured.columns.strength == pytest.approx(BAND, rel=0.2)
    assert measured.rows.strength < 0.15 * BAND


def test_what_is_drawn_is_like_what_was_measured(measured: NoiseModel) -> None:
    drawn = measured.draw(np.full((256, 300, 3), 0.5, np.float32), np.random.default_rng(1))
    true = _scan(99)[1]
    assert drawn.shape == (256, 300, 3)
    assert drawn.std() == pytest.approx(true.std(), rel=0.15)
    for step in (1, 2):
        alike = [_correlation(noise, step) for noise in (drawn, true)]
        assert alike[0] == pytest.approx(alike[1], abs=0.08)
    # Grain that is the same in all channels stays so.
    assert np.corrcoef(drawn[..., 0].ravel(), drawn[..., 2].ravel())[0, 1] > 0.9


def test_the_grain_alone_has_no_bands(measured: NoiseModel) -> None:
    drawn = measured.without_bands().draw(np.full((256, 256, 3), 0.5, np.float32), np.random.default_rng(1))
    assert drawn.mean(axis=1).std() < 0.25 * BAND


def test_it_is_the_same_after_being_saved(measured: NoiseModel, tmp_path: Path) -> None:
    measured.save(tmp_path)
    grey = np.full((64, 64, 3), 0.5, np.float32)
    before, after = (
        model.draw(grey, np.random.default_rng(3)) for model in (measured, load_noise_model(tmp_path))
    )
    np.testing.assert_array_equal(before, after)


def test_photos_without_an_even_place_are_refused() -> None:
    with pytest.raises(RestorerError, match="too few even places"):
        measure_noise([np.zeros((80, 80, 3), np.uint8)])


def _correlation(noise: Pixels, step: int) -> float:
    grain = noise[..., 0] - noise[..., 0].mean(axis=1, keepdims=True)
    return float((grain[:, :-step] * grain[:, step:]).mean() / np.square(grain).mean())
