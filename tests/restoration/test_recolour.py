"""Colours put on pixels: by a strength that differs from pixel to pixel, as at the border of a print."""

import numpy as np
import pytest
from numpy.typing import DTypeLike

from restorer.restoration.recolour import recoloured, whole_luma

SIZE = 24, 30
STRENGTHS = (0.0, 0.25, 0.8)


def photo(dtype: DTypeLike, channels: int) -> np.ndarray:
    return np.random.default_rng(1).integers(0, np.iinfo(dtype).max, (*SIZE, channels), dtype, endpoint=True)


def field() -> np.ndarray:
    return np.random.default_rng(2).uniform(-0.3, 0.3, (4, *SIZE)).astype(np.float32)


def bordered_strength() -> np.ndarray:
    """Nothing on the border, the full strength within, and here and there something between."""
    strength = np.zeros(SIZE, np.float32)
    strength[3:-4, 5:-6] = STRENGTHS[-1]
    strength[4:9, 7] = STRENGTHS[1]
    strength[12, 9:12] = 0.0
    return strength


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_each_pixel_is_recoloured_by_its_own_strength(dtype: DTypeLike, channels: int) -> None:
    pixels, strength = photo(dtype, channels), bordered_strength()
    mixed = recoloured(pixels, field(), strength, 1.2, 0.3)
    for value in STRENGTHS:
        there = strength == np.float32(value)
        evenly = recoloured(pixels, field(), value, 1.2, 0.3)
        assert there.any()
        assert np.array_equal(mixed[there], evenly[there])
    assert np.array_equal(whole_luma(mixed), whole_luma(pixels))
    assert not np.array_equal(mixed, np.broadcast_to(pixels, mixed.shape))


def test_without_strength_the_pixels_stay() -> None:
    pixels = photo(np.uint8, 3)
    for strength in (0.0, np.zeros(SIZE, np.float32)):
        assert np.array_equal(recoloured(pixels, field(), strength, 1.0, 0.0), pixels)
