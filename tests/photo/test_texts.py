"""Texts, comments and what Photoshop notes: they stay where they can, and where not that is said before."""

import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from pictures import IPTC, documented, gradient, photo
from PIL import Image, PngImagePlugin

from restorer.photo import Metadata, Photo, SaveOptions, losses, open_photo, save_photo
from restorer.photo.iptc import besides, to_resources
from restorer.photo.png import _chunks

GUIDES = b"8BIM" + struct.pack(">H2xI", 0x0408, 5) + b"guide\0"
NAMED = b"8BIM\x07\xd0\x05Path1" + struct.pack(">I", 4) + b"path"
THUMBNAIL = b"8BIM" + struct.pack(">H2xI", 0x040C, 2) + b"\xff\xd8"


def _png(path: Path, late: bool = False) -> Path:
    """Write a PNG file with a text of each kind, before the picture or behind it."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "On the porch")
    info.add_text("Description", "Grandmother, " * 50, zip=True)
    info.add_itxt("Title", "Žlutý 写真", lang="cs", tkey="Název")
    Image.fromarray(gradient(30, 40)).save(path, pnginfo=info)
    if late:
        data = path.read_bytes()
        first, picture, end = (data.index(mark) - 4 for mark in (b"tEXt", b"IDAT", b"IEND"))
        path.write_bytes(data[:first] + data[picture:end] + data[first:picture] + data[end:])
    return path


@pytest.mark.parametrize("late", [False, True])
def test_the_texts_of_a_png_file_stay_in_png(tmp_path: Path, late: bool) -> None:
    before = open_photo(_png(tmp_path / "a.png", late))
    save_photo(before, tmp_path / "b.png")

    after = open_photo(tmp_path / "b.png")

    assert [kind for kind, _ in after.metadata.texts] == [b"tEXt", b"zTXt", b"iTXt"]
    assert after.metadata.texts == before.metadata.texts
    with Image.open(tmp_path / "b.png") as image:
        image.load()
        assert image.text == {
            "Comment": "On the porch",
            "Description": "Grandmother, " * 50,
            "Title": "Žlutý 写真",
        }
    assert losses(before, Path("b.png")) == ()


def test_the_xmp_packet_is_no_text(tmp_path: Path) -> None:
    save_photo(documented(), tmp_path / "a.png")
    opened = open_photo(tmp_path / "a.png")
    assert opened.metadata.xmp
    assert opened.metadata.texts == ()


def test_a_text_that_is_cut_off_is_none(tmp_path: Path) -> None:
    data = _png(tmp_path / "a.png", late=True).read_bytes()
    assert [kind for kind, _ in _chunks(data)] == [b"tEXt", b"zTXt", b"iTXt"]
    assert [kind for kind, _ in _chunks(data[: data.index(b"zTXt") + 20])] == [b"tEXt"]


@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".webp", ".avif"])
def test_other_formats_say_that_texts_are_lost(tmp_path: Path, suffix: str) -> None:
    said = losses(open_photo(_png(tmp_path / "a.png")), Path(f"b{suffix}"))
    assert any("no place for the texts in this PNG file" in sentence for sentence in said)


def test_a_comment_in_a_gif_file_stays_in_jpeg_and_is_said_elsewhere(tmp_path: Path) -> None:
    Image.fromarray(gradient(30, 40, 1)[..., 0]).save(tmp_path / "a.gif", comment=b"On the porch")
    opened = open_photo(tmp_path / "a.gif")
    save_photo(opened, tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as image:
        assert image.info["comment"] == b"On the porch"
    said = losses(opened, Path("b.png"))
    assert "PNG has no place for the comment in this file; it will be left out." in said


def test_a_long_comment_in_a_gif_file_becomes_several(tmp_path: Path) -> None:
    Image.new("L", (9, 8)).save(tmp_path / "a.gif", comment=b"long " * 20_000)
    opened = open_photo(tmp_path / "a.gif")
    save_photo(opened, tmp_path / "b.jpg")
    assert b"".join(open_photo(tmp_path / "b.jpg").metadata.comments) == b"long " * 20_000


def test_what_photoshop_notes_is_told_from_captions_and_small_pictures() -> None:
    assert besides(to_resources(IPTC) + GUIDES + THUMBNAIL + NAMED) == GUIDES + NAMED
    assert besides(GUIDES + NAMED[:-1]) == GUIDES
    assert besides(NAMED + GUIDES[:-1]) == NAMED + GUIDES, "many forget the zero that fills up"
    assert besides(b"no resources") == b""


def _jpeg(path: Path) -> Path:
    save_photo(photo(), path)
    data, body = path.read_bytes(), b"Photoshop 3.0\0" + to_resources(IPTC) + GUIDES + THUMBNAIL + NAMED
    path.write_bytes(data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:])
    return path


def _tiff(path: Path) -> Path:
    body = to_resources(IPTC) + GUIDES + THUMBNAIL + NAMED
    tags = [(0x8649, 1, len(body), body, False)]
    tifffile.imwrite(path, gradient(30, 40), photometric="rgb", extratags=tags, metadata=None)
    return path


@pytest.mark.parametrize("source", ["a.jpg", "a.tif"])
@pytest.mark.parametrize("target", ["b.jpg", "b.tif"])
def test_what_photoshop_notes_stays_in_jpeg_and_tiff(tmp_path: Path, source: str, target: str) -> None:
    made = (_jpeg if source == "a.jpg" else _tiff)(tmp_path / source)
    before = open_photo(made)
    save_photo(before, tmp_path / target)

    after = open_photo(tmp_path / target)

    assert before.metadata.resources == after.metadata.resources == GUIDES + NAMED
    assert after.metadata.iptc == IPTC
    assert not [sentence for sentence in losses(before, Path(target)) if "Photoshop" in sentence]
    with Image.open(tmp_path / target) as image:  # other programs find both
        if target == "b.jpg":
            assert {0x0404, 0x0408, 0x07D0} <= set(image.info["photoshop"])


def test_where_photoshops_notes_have_no_room_that_is_said(tmp_path: Path) -> None:
    said = losses(open_photo(_jpeg(tmp_path / "a.jpg")), Path("b.png"))
    assert "PNG has no place for what Photoshop noted in this photo; it will be left out." in said
    long = b"8BIM" + struct.pack(">H2xI", 0x0408, 70_000) + bytes(70_000)
    noted = Photo(photo().pixels, metadata=Metadata(resources=long))
    assert "What Photoshop noted in this photo is too long for JPEG" in losses(noted, Path("b.jpg"))[-1]
    save_photo(noted, tmp_path / "b.jpg")
    assert open_photo(tmp_path / "b.jpg").metadata.resources is None


@pytest.mark.parametrize("suffix", [".jpg", ".tif", ".png"])
def test_all_of_it_is_private(tmp_path: Path, suffix: str) -> None:
    about = Metadata(texts=((b"tEXt", b"Author\0Jane"),), resources=GUIDES, comments=(b"Jane",))
    known = Photo(np.array(photo().pixels), metadata=about)
    save_photo(known, tmp_path / f"a{suffix}", SaveOptions(strip_private=True))
    data = (tmp_path / f"a{suffix}").read_bytes()
    assert not [secret for secret in (b"Jane", b"guide") if secret in data]
    assert "as you asked" in losses(known, Path(f"a{suffix}"), SaveOptions(strip_private=True))[-1]
