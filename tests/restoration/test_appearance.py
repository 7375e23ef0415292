"""What can be said of a photo without a network."""

import numpy as np
import pytest
from numpy.typing import NDArray

from restorer.restoration.appearance import appearance


def _grey(seed: int = 1) -> NDArray[np.float64]:
    """Return a scene ``(H, W, 1)``, 0..1: soft shapes of every tone."""
    rows, columns = np.mgrid[:240, :320] / 50
    scene = 0.5 + 0.3 * np.sin(rows + seed) * np.cos(1.3 * columns) + 0.15 * np.sin(3 * columns - rows)
    return np.clip(scene, 0, 1)[..., None]


def _eight_bit(picture: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.rint(255 * np.clip(picture, 0, 1)).astype(np.uint8)


def test_a_print_in_one_ink_is_toned_in_one_colour() -> None:
    look = appearance(_eight_bit(_grey() * [1.0, 0.93, 0.8]))
    assert look.toned
    assert not look.grey
    assert look.cast == 0


def test_a_print_whose_lights_have_yellowed_and_whose_shadows_are_red_is_toned() -> None:
    tones = _grey()
    look = appearance(_eight_bit(tones + tones**3 * [0.02, 0.02, -0.2] + (1 - tones) ** 2 * [0.12, 0, 0]))
    assert look.toned


def test_a_toned_print_is_known_through_grain() -> None:
    grain = np.random.default_rng(2).normal(0, 0.06, (240, 320, 1))
    assert appearance(_eight_bit(_grey() * [1.0, 0.93, 0.8] + grain)).toned


def test_things_of_one_tone_in_two_colours_are_a_photo_in_colour() -> None:
    colours = np.where(_grey(7) > 0.5, [1.0, 0.95, 0.78], [0.97, 0.97, 0.95])
    look = appearance(_eight_bit(_grey() * colours))
    assert not look.toned
    assert not look.grey


@pytest.mark.parametrize("ink", [[0.8, 0.93, 1.0], [0.85, 1.0, 0.85]])
def test_what_is_blue_or_green_all_over_may_be_sky_or_leaves(ink: list[float]) -> None:
    assert not appearance(_eight_bit(_grey() * ink)).toned


def test_grey_is_grey() -> None:
    look = appearance(_eight_bit(np.repeat(_grey(), 3, axis=2)))
    assert look.grey
    assert not look.toned
