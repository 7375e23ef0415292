"""Noise or texture: what lies over the whole photo is noise, what lies over parts of it is not."""

import numpy as np
import pytest
from numpy.typing import NDArray

from restorer.restoration.levels import Levels, NoiseEstimate


def _planes(noise: NDArray[np.float64], tone: float = 0.5) -> NDArray[np.float32]:
    """What a network answers: grey of one tone, the noise (of 255) and no compression."""
    planes = np.full((5, *noise.shape), tone, np.float32)
    planes[3], planes[4] = noise / 255, 0
    return planes


def _estimate(*parts: NDArray[np.float32], calm: float = 0.0) -> NoiseEstimate:
    levels = Levels(stride=1)
    for part in parts:
        levels.add(part)
    return levels.estimate(calm)


def test_texture_over_most_of_a_photo_is_no_noise() -> None:
    noise = np.full((40, 40), 9.0)
    noise[:8] = 0.3
    estimate = _estimate(_planes(noise))
    assert not estimate.noisy
    assert estimate.noise == pytest.approx(0.3, abs=1e-3)


def test_noise_lies_everywhere_and_its_typical_strength_is_told() -> None:
    noise = np.full((40, 40), 7.0)
    noise[:8] = 5.0
    estimate = _estimate(_planes(noise))
    assert estimate.noisy
    assert estimate.noise == pytest.approx(7.0, abs=1e-3)


@pytest.mark.parametrize("tone", [0.0, 1.0])
def test_black_and_white_which_cut_noise_off_are_not_calm(tone: float) -> None:
    loud, cut_off = np.full((40, 40), 7.0), np.zeros((20, 40))
    assert _estimate(_planes(loud), _planes(cut_off, tone)).noisy
    assert not _estimate(_planes(loud), _planes(cut_off, 0.5)).noisy


def test_a_photo_that_is_nearly_all_white_is_judged_all_the_same() -> None:
    assert _estimate(_planes(np.full((40, 40), 7.0), 1.0)).noisy


def test_another_look_at_the_photo_may_see_the_grain() -> None:
    quiet = _planes(np.full((40, 40), 0.5))
    assert not _estimate(quiet).noisy
    assert _estimate(quiet, calm=3.0).noisy


def test_a_network_that_estimates_nothing_finds_nothing() -> None:
    assert _estimate(np.ones((3, 8, 8), np.float32)) == NoiseEstimate(0.0, 0.0)
