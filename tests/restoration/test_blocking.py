"""JPEG's blocks are seen wherever they begin, and nothing else is taken for them."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from restorer.restoration.blocking import VISIBLE_BLOCKS, visible_blocks
from restorer.training.ageing.compression import jpeg


def _picture(height: int = 240, width: int = 320) -> NDArray[np.float32]:
    """Soft colours with a hard edge and some fine texture."""
    random = np.random.default_rng(5)
    coarse = Image.fromarray(random.integers(30, 225, (8, 10, 3), np.uint8))
    soft = np.array(coarse.resize((width, height), Image.Resampling.BICUBIC), np.float32) / 255
    soft[:, 101:] *= 0.7
    soft[: height // 3] += random.normal(0, 0.02, (height // 3, width, 1)).astype(np.float32)
    return np.clip(soft, 0, 1)


def _eight_bit(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(picture * 255).astype(np.uint8)


@pytest.mark.parametrize("offset", [(0, 0), (3, 6)])
@pytest.mark.parametrize("quality", [10, 30])
def test_strong_compression_is_seen_wherever_its_blocks_begin(quality: int, offset: tuple[int, int]) -> None:
    assert visible_blocks(_eight_bit(jpeg(_picture(), quality, offset, 2))) > VISIBLE_BLOCKS


def test_a_clean_picture_and_a_well_kept_one_have_none() -> None:
    assert visible_blocks(_eight_bit(_picture())) < VISIBLE_BLOCKS / 2
    assert visible_blocks(_eight_bit(jpeg(_picture(), 95, (0, 0), 0))) < VISIBLE_BLOCKS


def test_an_edge_at_the_border_of_a_block_is_no_block() -> None:
    picture = np.full((160, 160, 1), 40, np.uint8)
    picture[:, 80:] = 220
    assert visible_blocks(picture) < VISIBLE_BLOCKS


def test_all_depths_and_places_are_told_alike() -> None:
    large = jpeg(_picture(1100, 1300), 20, (0, 0), 2)  # looked at in several places
    eight = visible_blocks(_eight_bit(large))
    sixteen = visible_blocks(np.rint(large * 65535).astype(np.uint16))
    assert eight > VISIBLE_BLOCKS
    assert sixteen == pytest.approx(eight, rel=0.02)
    assert visible_blocks(large) == pytest.approx(eight, rel=0.02)


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (16, 17)])
def test_photos_too_small_to_tell_are_no_trouble(size: tuple[int, int]) -> None:
    assert visible_blocks(np.zeros((*size, 3), np.uint8)) == 0.0
