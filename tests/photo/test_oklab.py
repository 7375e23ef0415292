"""OKLab: there and back, with the published values."""

import numpy as np
import pytest

from restorer.photo.oklab import from_srgb, to_srgb


def test_there_and_back() -> None:
    colours = np.random.default_rng(1).random((7, 9, 3), np.float32)
    np.testing.assert_allclose(to_srgb(from_srgb(colours)), colours, atol=3e-5)


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [  # as https://bottosson.github.io/posts/oklab/ and CSS Color 4 have them
        ((1, 1, 1), (1.0, 0.0, 0.0)),
        ((0, 0, 0), (0.0, 0.0, 0.0)),
        ((1, 0, 0), (0.62796, 0.22486, 0.12585)),
        ((0, 0, 1), (0.45201, -0.03246, -0.31153)),
    ],
)
def test_known_colours(rgb: tuple[int, ...], lab: tuple[float, ...]) -> None:
    np.testing.assert_allclose(from_srgb(np.array(rgb, np.float32)), lab, atol=2e-4)


def test_grey_has_no_colour() -> None:
    grey = np.linspace(0, 1, 256, dtype=np.float32)[:, None].repeat(3, 1)
    assert np.abs(from_srgb(grey)[:, 1:]).max() < 1e-4
    assert (np.diff(from_srgb(grey)[:, 0]) > 0).all()
