from itertools import pairwise

import numpy as np
import pytest

from restorer.inference.tiles import Feather, Tile, centre, mirrored, plan_strips, plan_tiles
from restorer.photo.geometry import Box


def covered(size: tuple[int, int], tiles: list[Tile]) -> np.ndarray:
    count = np.zeros(size, int)
    for tile in tiles:
        count[tile.core.slices] += 1
    return count


@pytest.mark.parametrize("seed", range(150))
def test_every_pixel_once_with_its_halo(seed):
    random = np.random.default_rng(seed)
    height, width = (int(length) for length in random.integers(1, 400, 2))
    top, left = int(random.integers(0, height)), int(random.integers(0, width))
    bottom, right = int(random.integers(top, height)) + 1, int(random.integers(left, width)) + 1
    area = Box(top, left, bottom, right) if seed % 2 else Box(0, 0, height, width)
    halo, step = int(random.integers(0, 40)), int(random.choice([1, 2, 8, 16]))
    most = int(10 ** random.uniform(0, 5.3))
    tiles = plan_tiles((height, width), area, halo=halo, multiple_of=step, most_pixels=most)

    expected = np.zeros((height, width), int)
    expected[area.slices] = 1
    assert (covered((height, width), tiles) == expected).all()

    ends = -(-height // step) * step, -(-width // step) * step
    for tile in tiles:
        sides = (
            (tile.core.top, tile.core.bottom, tile.padded.top, tile.padded.bottom, ends[0]),
            (tile.core.left, tile.core.right, tile.padded.left, tile.padded.right, ends[1]),
        )
        for core_first, core_last, first, last, end in sides:
            assert first % step == last % step == 0
            assert 0 <= first < last <= end
            assert first == 0 or core_first // step * step - first >= halo
            assert last == end or last - -(-core_last // step) * step >= halo


def test_few_large_even_tiles():
    tiles = plan_tiles((4000, 6000), Box(0, 0, 4000, 6000), halo=92, multiple_of=16, most_pixels=6_700_000)
    shapes = {(tile.padded.height, tile.padded.width) for tile in tiles}
    assert len(tiles) == 4
    assert len(shapes) == 1, "memory used for one tile should serve the next"
    computed = sum(tile.padded.height * tile.padded.width for tile in tiles)
    assert computed / 24e6 < 1.09


def test_one_tile_if_it_fits():
    whole = Box(0, 0, 100, 90)
    assert plan_tiles((100, 90), whole, halo=30, multiple_of=16, most_pixels=20_000) == [
        Tile(whole, Box(0, 0, 112, 96))
    ]


def test_smaller_budgets_make_smaller_tiles():
    def largest(most: int) -> int:
        tiles = plan_tiles((900, 700), Box(0, 0, 900, 700), halo=12, multiple_of=4, most_pixels=most)
        return max(tile.padded.height * tile.padded.width for tile in tiles)

    assert largest(200_000) <= 200_000
    assert largest(20_000) <= 20_000
    assert largest(10) <= (2 * 12 + 40) ** 2, "about the smallest useful tile, if none fits"


@pytest.mark.parametrize("length", [1, 2, 3, 7])
def test_mirrored_comes_back_in_reverse_as_often_as_it_takes(length):
    row = np.arange(length)
    expected = np.pad(row, (0, 16), mode="reflect" if length > 1 else "edge")
    assert (mirrored(0, length + 16, length) == expected).all()
    assert (mirrored(length, length + 16, length) == expected[length:]).all()


@pytest.mark.parametrize("most", [10, 100_000])
def test_feathered_strips_cover_each_row_once(most):
    area = Box(13, 5, 997, 300)
    strips = plan_strips((1000, 300), area, multiple_of=4, most_pixels=most)
    assert len(strips) > 1
    rows = np.arange(1000, dtype=np.float32)
    feather, boxes = Feather(area), []
    for strip, following in zip(strips, [*strips[1:], None], strict=True):
        whole = Box(strip.padded.top, 0, strip.padded.bottom, strip.padded.width)
        planes = np.broadcast_to(rows[whole.top : whole.bottom, None], (1, whole.height, whole.width)).copy()
        box, part = feather.join(strip, following, planes)
        boxes.append(box)
        np.testing.assert_allclose(
            part[0], np.broadcast_to(rows[box.top : box.bottom, None], part[0].shape), rtol=1e-5
        )
    assert (boxes[0].top, boxes[-1].bottom) == (13, 997)
    assert all(above.bottom == below.top for above, below in pairwise(boxes))


def test_feather_fades_between_strips_that_differ():
    area = Box(0, 0, 1000, 50)
    strips = plan_strips((1000, 50), area, multiple_of=1, most_pixels=20_000)
    feather, parts = Feather(area), []
    for index, (strip, following) in enumerate(zip(strips, [*strips[1:], None], strict=True)):
        planes = np.full((1, strip.padded.height, strip.padded.width), float(index % 2), np.float32)
        parts.append(feather.join(strip, following, planes)[1])
    column = np.concatenate(parts, axis=1)[0, :, 0]
    steps = np.abs(np.diff(column))
    assert {0.0, 1.0} <= set(column.tolist())
    assert steps.max() < 1 / 60


@pytest.mark.parametrize("size", [(40, 40), (200, 90), (333, 500)])
def test_centre_keeps_a_halo_except_at_the_border(size):
    crop, core = centre(size, 17, 8)
    assert not core.empty
    for first, last, core_first, core_last, length in (
        (crop.top, crop.bottom, core.top, core.bottom, size[0]),
        (crop.left, crop.right, core.left, core.right, size[1]),
    ):
        assert first % 8 == 0
        assert first == core_first == 0 or core_first - first >= 17
        assert last == core_last == length or last - core_last >= 17
