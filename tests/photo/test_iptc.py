"""Captions."""

from pathlib import Path

import pytest
from pictures import IPTC, documented, photo
from PIL import Image, IptcImagePlugin

from restorer.photo import Metadata, Photo, SaveOptions, losses, open_photo, save_photo
from restorer.photo.iptc import from_resources, to_resources


def test_captions_among_other_resources() -> None:
    other = b"8BIM\x03\xed\x04Name\0\0\0\0\x03abc\0"

    assert from_resources(other + to_resources(IPTC) + other) == IPTC
    assert from_resources(other) is None


@pytest.mark.parametrize("length", range(0, 40, 3))
def test_cut_off_resources(length: int) -> None:
    assert from_resources(to_resources(IPTC)[:length]) in (None, IPTC[: max(length - 12, 0)])


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_other_programs_read_them(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    save_photo(documented(), path)

    with Image.open(path) as image:
        captions = IptcImagePlugin.getiptcinfo(image)

    assert captions is not None
    assert captions[(2, 120)] == b"On the porch"
    assert open_photo(path).metadata.iptc == IPTC
    assert not [sentence for sentence in losses(documented(), path) if "IPTC" in sentence]


def test_formats_without_a_place_say_so() -> None:
    assert "PNG has no place for IPTC captions; they will be left out." in losses(documented(), Path("a.png"))
    assert (
        "too long" in losses(Photo(photo().pixels, metadata=Metadata(iptc=bytes(70_000))), Path("a.jpg"))[-1]
    )


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_names_in_captions_are_private(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"

    save_photo(documented(), path, SaveOptions(strip_private=True))

    assert b"porch" not in path.read_bytes()
