"""Camera raw: developed into 16 bits, whatever the file is called."""

from pathlib import Path

import numpy as np
import pytest
import tifffile
from pictures import photo
from PIL import Image

from restorer.errors import PhotoError
from restorer.photo import open_photo, save_photo


def negative(path: Path, orientation: int = 1) -> Path:
    """Write a small DNG: a red left half and a green right half, as a Bayer sensor sees them."""
    mosaic = np.zeros((64, 96), np.uint16)
    mosaic[0::2, 0:48:2] = 30_000  # red sites
    mosaic[0::2, 49::2] = mosaic[1::2, 48::2] = 30_000  # green sites
    matrix = (10_000, 0, 0, 0, 10_000, 0, 0, 0, 10_000)
    tags = [
        (274, 3, 1, orientation, True),
        (271, 2, 0, "Zeiler", True),
        (33421, 3, 2, (2, 2), True),
        (33422, 1, 4, b"\0\1\1\2", True),
        (50706, 1, 4, b"\1\4\0\0", True),
        (50707, 1, 4, b"\1\1\0\0", True),
        (50708, 2, 0, "Zeiler One", True),
        (50717, 3, 1, 65535, True),
        (50721, 10, 9, tuple(part for value in matrix for part in (value, 10_000)), True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),
        (50778, 3, 1, 21, True),
    ]
    tifffile.imwrite(
        path, mosaic, photometric=32803, extratags=tags, rowsperstrip=64, metadata=None, software=False
    )
    return path


@pytest.mark.parametrize("name", ["a.dng", "a.tif", "a"])
def test_a_negative_is_developed(tmp_path: Path, name: str) -> None:
    opened = open_photo(negative(tmp_path / name))

    assert opened.format == "RAW"
    assert opened.bits == 16
    left, right = (opened.pixels[20:40, part].mean(axis=(0, 1)) for part in (slice(8, 40), slice(56, 88)))
    assert left.argmax() == 0
    assert right.argmax() == 1
    assert opened.profile is not None
    assert "camera raw" in opened.notes[-1]
    assert len(opened.notes) == 1 + (name == "a.tif")


def test_a_turned_negative_comes_upright_and_stays_so(tmp_path: Path) -> None:
    opened = open_photo(negative(tmp_path / "a.dng", 6))

    assert opened.height > opened.width
    save_photo(opened, tmp_path / "b.tif")
    again = open_photo(tmp_path / "b.tif")
    np.testing.assert_array_equal(again.pixels, opened.pixels)
    with Image.open(tmp_path / "b.tif") as image:
        assert image.getexif()[274] == 1
        assert image.getexif()[271] == "Zeiler"


def test_a_tiff_called_raw_opens_as_what_it_is(tmp_path: Path) -> None:
    save_photo(photo(), tmp_path / "a.tif")
    (tmp_path / "a.tif").rename(tmp_path / "a.nef")

    opened = open_photo(tmp_path / "a.nef")

    assert opened.format == "TIFF"
    np.testing.assert_array_equal(opened.pixels, photo().pixels)


def test_a_cut_off_negative(tmp_path: Path) -> None:
    path = negative(tmp_path / "a.dng")
    whole = path.read_bytes()
    for length in range(40, len(whole) - 500, 1500):
        path.write_bytes(whole[:length])
        with pytest.raises(PhotoError):
            open_photo(path)
