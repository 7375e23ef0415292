import numpy as np
import pytest

from restorer.errors import Cancelled
from restorer.photo.geometry import Box
from restorer.photo.pyramid import Pyramid
from restorer.progress import CancelToken, Progress


def _picture(height: int, width: int, channels: int = 3, dtype: str = "uint8") -> np.ndarray:
    random = np.random.default_rng(7)
    if dtype == "float32":
        return random.random((height, width, channels), np.float32)
    return random.integers(0, np.iinfo(dtype).max, (height, width, channels), dtype, endpoint=True)


def _mean_by_hand(finer: np.ndarray) -> np.ndarray:
    """The 2 × 2 mean in double precision, odd borders repeated."""
    padded = np.pad(finer, ((0, finer.shape[0] % 2), (0, finer.shape[1] % 2), (0, 0)), mode="edge")
    height, width, channels = padded.shape
    mean = padded.reshape(height // 2, 2, width // 2, 2, channels).astype(np.float64).mean(axis=(1, 3))
    return mean if finer.dtype == np.float32 else np.floor(mean + 0.5)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize(
    ("height", "width", "channels"), [(600, 800, 3), (601, 1027, 3), (1, 1300, 1), (777, 3, 1)]
)
def test_every_level_is_the_mean_of_the_one_before(height, width, channels, dtype):
    pixels = _picture(height, width, channels, dtype)
    pyramid = Pyramid.build(pixels)

    assert pyramid.levels[0] is pixels
    assert pyramid.size == (height, width)
    assert max(pyramid.levels[-1].shape[:2]) <= 256 < max(pyramid.levels[-2].shape[:2])
    for finer, coarser in zip(pyramid.levels, pyramid.levels[1:], strict=False):
        assert coarser.dtype == pixels.dtype
        np.testing.assert_allclose(coarser, _mean_by_hand(finer), atol=1e-6)


def test_white_stays_white_in_every_depth():
    for dtype in ("uint8", "uint16"):
        pixels = np.full((513, 700, 3), np.iinfo(dtype).max, dtype)
        assert all((level == np.iinfo(dtype).max).all() for level in Pyramid.build(pixels).levels)


def test_a_small_picture_is_one_level():
    assert Pyramid.build(_picture(1, 1)).level_count == 1
    assert Pyramid.build(_picture(256, 256)).level_count == 1


def test_read_gives_the_pixels_of_a_box_without_copying():
    pyramid = Pyramid.build(_picture(600, 800))
    part = pyramid.read(1, Box(10, 20, 40, 60))
    np.testing.assert_array_equal(part, pyramid.levels[1][10:40, 20:60])
    assert np.shares_memory(part, pyramid.levels[1])


@pytest.mark.parametrize("box", [Box(101, 303, 102, 304), Box(0, 0, 601, 1027), Box(599, 1000, 601, 1027)])
def test_update_equals_building_anew(box):
    pixels = _picture(601, 1027)
    pyramid = Pyramid.build(pixels)
    rows, columns = box.slices
    pixels[rows, columns] = 255 - pixels[rows, columns]

    pyramid.update(box)

    for level, expected in zip(pyramid.levels, Pyramid.build(pixels).levels, strict=True):
        np.testing.assert_array_equal(level, expected)


def test_update_leaves_the_rest_alone():
    pyramid = Pyramid.build(_picture(600, 800))
    pyramid.levels[1][...] = 7
    pyramid.update(Box(0, 0, 10, 10))
    assert (pyramid.levels[1][5:] == 7).all()
    assert (pyramid.levels[1][:5, :5] != 7).any()


def test_progress_rises_to_the_end_and_can_cancel():
    fractions = []
    Pyramid.build(_picture(1500, 1500), Progress(lambda report: fractions.append(report.fraction)))
    assert fractions == sorted(fractions)
    assert len(fractions) > 5
    assert fractions[-1] == 1.0

    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        Pyramid.build(_picture(600, 800), Progress(token=token))
