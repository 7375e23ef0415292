"""Noise or texture: what is taken out of calm places is noise, what is taken out of others may be texture."""

import numpy as np
import pytest
from numpy.typing import NDArray

from restorer.restoration.levels import VISIBLE_NOISE, Levels, NoiseEstimate

_PLAIN = 3 * VISIBLE_NOISE


def _levels(taken: NDArray[np.float64], *, says: float = 0.0, tone: float = 0.5) -> Levels:
    """What a network gathers that takes so much (of 255) out of a picture of one tone, and says so much."""
    levels = Levels(stride=1)
    answer = np.full((5, *taken.shape), tone, np.float32)
    answer[3], answer[4] = says / 255, 0
    levels.add((answer[:3] + taken / 255).astype(np.float32), answer)
    return levels


def test_texture_over_most_of_a_photo_is_no_noise() -> None:
    taken = np.full((80, 80), 9.0)
    taken[:32] = 0.3
    estimate = _levels(taken, says=9.0).estimate(_levels(taken[:40, :40]))
    assert not estimate.noisy
    assert estimate.noise == pytest.approx(0.3, abs=1e-3)


def test_noise_lies_everywhere_and_its_typical_strength_is_told() -> None:
    taken = np.full((80, 80), 7.0)
    taken[:32] = 5.0
    estimate = _levels(taken, says=7.5).estimate(_levels(taken[:40, :40] / 2))
    assert estimate.noisy
    assert estimate.noise == pytest.approx(7.5, abs=1e-3)
    assert estimate.calm_noise == pytest.approx((5.0 * 2.5) ** 0.5, abs=1e-3)


def test_noise_that_the_network_does_not_speak_of_but_takes_out_is_told() -> None:
    estimate = _levels(np.full((80, 80), 6.0), says=0.5).estimate(_levels(np.full((40, 40), 4.0)))
    assert estimate.noisy
    assert estimate.noise == pytest.approx(6.0, abs=1e-3)


@pytest.mark.parametrize("tone", [0.0, 1.0])
def test_black_and_white_which_cut_noise_off_are_not_calm(tone: float) -> None:
    loud = _levels(np.full((80, 80), _PLAIN))
    nothing = np.zeros((5, 80, 40), np.float32)
    nothing[:3] = tone
    loud.add(nothing[:3], nothing)
    assert loud.estimate().noisy
    nothing[:3] = 0.5
    loud.add(nothing[:3], nothing)
    assert not loud.estimate().noisy


def test_a_photo_that_is_nearly_all_white_is_judged_all_the_same() -> None:
    assert _levels(np.full((80, 80), -_PLAIN), tone=1.0).estimate().noisy


def test_half_size_tells_texture_of_single_pixels_from_noise() -> None:
    fine = _levels(np.full((80, 80), 2 * VISIBLE_NOISE))
    assert fine.estimate(_levels(np.full((40, 40), VISIBLE_NOISE))).noisy
    assert not fine.estimate(_levels(np.full((40, 40), 0.1))).noisy


@pytest.mark.parametrize("shape", [(1, 1), (3, 50), (7, 9)])
def test_pictures_smaller_than_a_place_are_one(shape: tuple[int, int]) -> None:
    assert _levels(np.full(shape, _PLAIN)).taken(50) == pytest.approx(_PLAIN, abs=1e-3)


def test_a_network_that_estimates_nothing_finds_nothing() -> None:
    levels = Levels()
    levels.add(np.zeros((3, 8, 8), np.float32), np.ones((3, 8, 8), np.float32))
    assert levels.estimate() == NoiseEstimate(0.0, 0.0)
