"""Connected regions: the same as painting them out one by one."""

import numpy as np
import pytest
from numpy.typing import NDArray

from restorer.restoration.regions import connected


def _flooded(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Number the regions by filling each from its first pixel."""
    numbers = np.full(mask.shape, -1)
    count = 0
    for start in zip(*np.nonzero(mask), strict=True):
        if numbers[start] >= 0:
            continue
        waiting = [start]
        while waiting:
            row, column = waiting.pop()
            inside = 0 <= row < mask.shape[0] and 0 <= column < mask.shape[1]
            if inside and mask[row, column] and numbers[row, column] < 0:
                numbers[row, column] = count
                waiting += [(row + down, column + along) for down in (-1, 0, 1) for along in (-1, 0, 1)]
        count += 1
    return numbers


@pytest.mark.parametrize("density", [0.05, 0.3, 0.42, 0.6, 0.95])
@pytest.mark.parametrize("size", [(1, 50), (50, 1), (37, 41)])
def test_regions_are_those_of_a_flood(density: float, size: tuple[int, int]) -> None:
    mask = np.random.default_rng(3).random(size) < density
    numbers, count = connected(np.flatnonzero(mask), size[1])
    expected = _flooded(mask)
    np.testing.assert_array_equal(numbers, expected[mask])
    assert count == expected.max() + 1


def test_a_row_does_not_go_on_in_the_next() -> None:
    mask = np.zeros((3, 6), np.bool_)
    mask[0, 5] = mask[2, 0] = mask[1, 2] = True
    assert connected(np.flatnonzero(mask), 6)[1] == 3


def test_a_spiral_is_one_region() -> None:
    mask = np.zeros((41, 41), np.bool_)
    row, column, length, turns = 20, 20, 2, ((0, 1), (1, 0), (0, -1), (-1, 0))
    for turn in range(36):
        for _ in range(length):
            mask[row, column] = True
            row, column = row + turns[turn % 4][0], column + turns[turn % 4][1]
            if not (0 <= row < 41 and 0 <= column < 41):
                break
        length += turn % 2 * 2
        if not (0 <= row < 41 and 0 <= column < 41):
            break
    assert connected(np.flatnonzero(mask), 41)[1] == 1


def test_nothing_has_no_regions() -> None:
    assert connected(np.zeros(0, np.int64), 10)[1] == 0
