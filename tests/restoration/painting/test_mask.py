"""Masks are tiles that are shared; what is read of them equals the whole."""

import numpy as np
import pytest

from restorer.photo import Box
from restorer.restoration.painting.mask import FULL, TILE, Mask

SIZE = (700, 900)


def _random(seed: int = 1) -> np.ndarray:
    values = np.random.default_rng(seed).integers(0, 255, SIZE, np.uint8, endpoint=True)
    values[:TILE, TILE : 2 * TILE] = 0
    return values


def test_a_mask_gives_back_what_it_was_made_of() -> None:
    values = _random()
    mask = Mask.of(values)
    assert np.array_equal(mask.whole(), values)
    assert (0, 1) not in mask.tiles, "nothing is kept of a tile in which nothing is meant"
    box = Box(200, 240, 530, 777)
    assert np.array_equal(mask.read(0, box), values[box.slices])
    assert np.array_equal(Mask.of(values > 128).whole(), np.where(values > 128, 255, 0))


def test_beyond_the_border_nothing_is_meant() -> None:
    mask = Mask.of(np.full(SIZE, 255, np.uint8))
    seen = mask.read(0, Box(-10, -20, 5, 5))
    assert seen[:10].max() == seen[:, :20].max() == 0
    assert seen[10:, 20:].min() == 255
    assert mask.read(0, Box(SIZE[0] - 1, 0, SIZE[0] + 3, 4))[1:].max() == 0


@pytest.mark.parametrize("level", [1, 3, 8, 9])
def test_a_single_pixel_is_seen_at_every_zoom_level(level: int) -> None:
    values = np.zeros(SIZE, np.uint8)
    values[611, 713] = 200
    seen = Mask.of(values).read(level, Box(0, 0, -(-SIZE[0] >> level), -(-SIZE[1] >> level)))
    assert np.argwhere(seen).tolist() == [[611 >> level, 713 >> level]]
    assert seen.max() == 200


def test_a_change_shares_all_tiles_but_the_changed() -> None:
    mask = Mask.of(_random())
    other = mask.changed([(1, 1), (2, 2)], lambda place, _: FULL.values if place == (1, 1) else None)
    assert other.tiles[1, 1] is FULL
    assert all(other.tiles[place] is tile for place, tile in mask.tiles.items() if place != (1, 1))
    assert other.differs(mask) == [Box(TILE, TILE, 2 * TILE, 2 * TILE)]
    assert mask.whole()[300, 300] == _random()[300, 300], "the old mask has not changed"


def test_a_tile_that_was_emptied_is_let_go() -> None:
    mask = Mask.of(np.full((10, 10), 255, np.uint8))
    assert mask.changed([(0, 0)], lambda _, old: np.zeros_like(old)).empty


def test_masks_unite_to_the_higher_values() -> None:
    values, box = _random(), Box(200, 100, 600, 640)
    other = _random(2)[box.slices]
    expected = values.copy()
    expected[box.slices] = np.maximum(expected[box.slices], other)
    assert np.array_equal(Mask.of(values).united(box, other).whole(), expected)
