"""A known colour reaches what looks alike, and what does not look alike stays as the network chose it."""

import numpy as np
import pytest

from restorer.restoration.hinting import spread

BLUE, RED = np.array([-0.02, -0.1], np.float32), np.array([0.12, 0.05], np.float32)


@pytest.fixture
def lightness() -> np.ndarray:
    """A dark shirt, on the left, before a light wall."""
    light = np.full((60, 80), 0.8, np.float32)
    light[:, :40] = 0.4
    return light


@pytest.fixture
def colours() -> np.ndarray:
    """All of it grey, as far as the network knows."""
    return np.zeros((2, 60, 80), np.float32)


def test_without_hints_nothing_changes(colours: np.ndarray, lightness: np.ndarray) -> None:
    np.testing.assert_array_equal(spread(colours, lightness, []), colours)


def test_a_hint_colours_what_is_as_light_and_nothing_else(colours: np.ndarray, lightness: np.ndarray) -> None:
    result = spread(colours, lightness, [(np.s_[28:33, 18:23], BLUE)])
    np.testing.assert_allclose(result[:, 28:33, 18:23], np.broadcast_to(BLUE[:, None, None], (2, 5, 5)))
    assert result[1, 35, 25] < 0.85 * BLUE[1]  # near by, on the shirt
    assert result[1, 50, 8] < 0.5 * BLUE[1]  # the shirt's far corner
    np.testing.assert_allclose(result[:, :, 40:], 0, atol=1e-3)


def test_what_the_network_took_for_something_else_stays(colours: np.ndarray, lightness: np.ndarray) -> None:
    colours[:, :20, :40] = RED[:, None, None]  # a cap as dark as the shirt
    result = spread(colours, lightness, [(np.s_[38:43, 18:23], BLUE)])
    np.testing.assert_allclose(result[:, 5, 20], RED, atol=0.01)


def test_a_hint_that_the_network_follows_adds_nothing(colours: np.ndarray, lightness: np.ndarray) -> None:
    colours[:, :, :40] = BLUE[:, None, None]
    result = spread(colours, lightness, [(np.s_[28:33, 18:23], BLUE)])
    np.testing.assert_allclose(result, colours, atol=1e-6)


def test_hints_share_what_lies_between_them(colours: np.ndarray, lightness: np.ndarray) -> None:
    result = spread(colours, lightness, [(np.s_[3:6, 18:21], BLUE), (np.s_[54:57, 18:21], RED)])
    assert np.hypot(*(result[:, 10, 20] - BLUE)) < np.hypot(*(result[:, 10, 20] - RED))
    assert np.hypot(*(result[:, 50, 20] - RED)) < np.hypot(*(result[:, 50, 20] - BLUE))
    middle = result[:, 29, 20]
    np.testing.assert_allclose(middle, (BLUE + RED) / 2, atol=0.02)


def test_a_hint_over_the_whole_picture_is_the_whole_picture(
    colours: np.ndarray, lightness: np.ndarray
) -> None:
    result = spread(colours, lightness, [(np.s_[0:60, 0:80], RED)])
    np.testing.assert_array_equal(result, np.broadcast_to(RED[:, None, None], result.shape))
