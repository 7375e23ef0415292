"""What is measured are the pictures as they are in their files, whatever these hold."""

from pathlib import Path

import numpy as np
import pytest
from pictures import DTYPES, gradient
from PIL import Image

from restorer.app.evaluation.pictures import read_pairs, read_pictures
from restorer.errors import Cancelled, PhotoError
from restorer.photo import Photo, save_photo
from restorer.progress import CancelToken


@pytest.mark.parametrize("ending", [".png", ".tif"])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("bits", [8, 16])
def test_pictures_of_any_depth_are_read_whole(tmp_path: Path, ending: str, channels: int, bits: int) -> None:
    pixels = gradient(30, 40, channels, bits)
    save_photo(Photo(pixels.copy()), tmp_path / f"a{ending}")

    (picture,) = read_pictures(tmp_path)

    assert (picture.shape, picture.dtype) == ((30, 40, 3), np.float32)
    expected = np.broadcast_to(pixels, (30, 40, 3)) / np.iinfo(DTYPES[bits]).max
    np.testing.assert_allclose(picture, expected, rtol=1e-6)


def test_deep_grey_is_not_clipped(tmp_path: Path) -> None:
    Image.fromarray(np.full((4, 5), 30_000, np.uint16)).save(tmp_path / "grey.png")

    (picture,) = read_pictures(tmp_path)

    assert picture.shape == (4, 5, 3)
    np.testing.assert_allclose(picture, 30_000 / 65_535, rtol=1e-6)


def test_floating_point_values_are_taken_as_they_are(tmp_path: Path) -> None:
    pixels = gradient(30, 40, 3, 32)
    save_photo(Photo(pixels.copy()), tmp_path / "a.tif")

    np.testing.assert_array_equal(read_pictures(tmp_path)[0], pixels)


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        *[("a.png", mode) for mode in ("L", "RGB", "RGBA", "P")],
        *[("a.tif", mode) for mode in ("L", "RGB", "RGBA", "P")],
        *[("a.bmp", mode) for mode in ("L", "RGB", "P")],
        *[("a.jpg", mode) for mode in ("L", "RGB")],
    ],
)
def test_eight_bits_are_read_to_the_bit(tmp_path: Path, name: str, mode: str) -> None:
    Image.fromarray(gradient(30, 40)).convert(mode).save(tmp_path / name)

    (picture,) = read_pictures(tmp_path)

    with Image.open(tmp_path / name) as image:
        expected = np.asarray(image.convert("RGB"), np.float32) / np.float32(255)
    np.testing.assert_array_equal(picture, expected)


def test_every_kind_that_can_be_opened_is_found(tmp_path: Path) -> None:
    for name in ("b.webp", "a.JPE", "c.png"):
        with (tmp_path / name).open("wb") as file:
            Image.new("RGB", (4, 4)).save(file, {"b": "WEBP", "a": "JPEG", "c": "PNG"}[name[0]])
    (tmp_path / "notes.txt").write_text("no picture")

    assert len(read_pictures(tmp_path)) == 3
    assert len(read_pictures(tmp_path, limit=2)) == 2


def test_pairs_are_read_noisy_first(tmp_path: Path) -> None:
    Image.fromarray(np.full((4, 5), 30_000, np.uint16)).save(tmp_path / "one_real.png")
    Image.fromarray(np.full((4, 5), 20_000, np.uint16)).save(tmp_path / "one_mean.png")

    ((noisy, clean),) = read_pairs(tmp_path)

    assert noisy[0, 0, 0] == pytest.approx(30_000 / 65_535)
    assert clean[0, 0, 0] == pytest.approx(20_000 / 65_535)


def test_a_folder_without_pictures_is_said(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match="no pictures"):
        read_pictures(tmp_path)
    with pytest.raises(PhotoError, match="no pairs"):
        read_pairs(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    for read in (read_pictures, read_pairs):
        with pytest.raises(PhotoError, match="There is no folder"):
            read(tmp_path / "nowhere")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    Image.new("L", (4, 4)).save(tmp_path / "a.png")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_pictures(tmp_path, token=token)
