import numpy as np
import pytest

from restorer.photo import Box
from restorer.restoration.small import stretched


@pytest.mark.parametrize("level", [0, 2])
def test_a_part_of_a_stretched_field_is_that_of_the_whole_to_the_bit(level: int) -> None:
    field = np.random.default_rng(1).random((2, 7, 11), np.float32)
    size = 333, 517
    height, width = (-(-side >> level) for side in size)
    whole = stretched(field, size, level, Box(0, 0, height, width))
    assert whole.shape == (2, height, width)
    for box in (Box(0, 0, 1, 1), Box(5, 9, 40, 77), Box(height - 3, width - 20, height, width)):
        assert (stretched(field, size, level, box) == whole[:, *box.slices]).all()


def test_a_stretched_field_runs_straight_between_the_middles_of_its_pixels() -> None:
    field = np.array([[[0, 1], [2, 3]]], np.float32)
    result = stretched(field, (8, 8), 0, Box(0, 0, 8, 8))[0]
    assert result[0, 0] == 0
    assert result[7, 7] == 3
    np.testing.assert_allclose(result[2:6, 0], [0.25, 0.75, 1.25, 1.75])
    np.testing.assert_allclose(result[0, 2:6], [0.125, 0.375, 0.625, 0.875])
