"""Small pictures for lists: upright, in the screen's colours, and never larger than needed."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.errors import PhotoError
from restorer.photo import thumbnail


def _half_red(width: int = 800, height: int = 400) -> Image.Image:
    pixels = np.full((height, width, 3), 255, np.uint8)
    pixels[:, : width // 2] = (200, 0, 0)
    return Image.fromarray(pixels)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_a_photo_is_made_small_and_looks_the_same(tmp_path: Path, name: str) -> None:
    _half_red().save(tmp_path / name)
    small = thumbnail(tmp_path / name, 96)
    assert 96 <= max(small.shape[:2]) <= 200
    assert small.shape[1] == pytest.approx(2 * small.shape[0], abs=2)
    assert np.abs(small[10, 5].astype(int) - (200, 0, 0)).max() < 12
    assert small[10, -5].min() > 243


def test_a_turned_photo_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    _half_red().save(tmp_path / "a.jpg", exif=exif)
    small = thumbnail(tmp_path / "a.jpg", 96)
    assert small.shape[0] > small.shape[1]
    assert small[5, 10, 1] < 30, "its left side is above now"


def test_inks_and_glass_become_light(tmp_path: Path) -> None:
    _half_red().convert("CMYK").save(tmp_path / "ink.jpg")
    assert thumbnail(tmp_path / "ink.jpg", 96).shape[2] == 3
    glass = _half_red().convert("RGBA")
    glass.putalpha(0)
    glass.save(tmp_path / "glass.png")
    assert thumbnail(tmp_path / "glass.png", 96).min() == 255


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0", b"Dear diary"])
def test_what_is_no_photo_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(PhotoError):
        thumbnail(tmp_path / "a.jpg", 96)
