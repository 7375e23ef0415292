"""What the segments of a JPEG file tell beside its picture."""

import hashlib
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from pictures import XMP, exif_block, photo
from PIL import Image

from restorer.photo import Metadata, SaveOptions, losses, open_photo, save_photo
from restorer.photo.extended_xmp import MARK
from restorer.photo.xmp import record, steps_of

LONG = b"<x:xmpmeta>" + bytes(range(32, 127)) * 1500 + b"</x:xmpmeta>"
GUID = hashlib.md5(LONG, usedforsecurity=False).hexdigest().upper().encode()
NAMING = XMP.replace(
    b"tiff:Orientation",
    b'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="%b" tiff:Orientation' % GUID,
)


def segment(body: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def extended(folder: Path, *, parts: int = 3, packet: bytes = NAMING) -> Path:
    """Write a JPEG file whose XMP has an extension, of which ``parts`` (of 3) are there."""
    path = folder / "extended.jpg"
    save_photo(photo(), path, overwrite=True)
    step = -(-len(LONG) // 3)
    bodies = [
        MARK + GUID + struct.pack(">II", len(LONG), at) + LONG[at : at + step] for at in (0, step, 2 * step)
    ]
    told = segment(b"http://ns.adobe.com/xap/1.0/\0" + packet) + b"".join(map(segment, bodies[:parts][::-1]))
    data = path.read_bytes()
    path.write_bytes(data[:2] + told + data[2:])
    return path


def test_the_extension_of_xmp_stays_in_a_jpeg_file(tmp_path: Path) -> None:
    opened = open_photo(extended(tmp_path))

    save_photo(opened, tmp_path / "again.jpg")

    again = open_photo(tmp_path / "again.jpg")
    assert opened.notes == again.notes == ()
    assert opened.metadata.extension == again.metadata.extension == LONG
    assert opened.metadata.xmp == again.metadata.xmp
    assert not [it for it in losses(opened, Path("a.jpg")) if "XMP" in it]


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".avif"])
def test_where_the_extension_has_no_place_is_said(tmp_path: Path, suffix: str) -> None:
    opened = open_photo(extended(tmp_path))

    said = losses(opened, Path(f"a{suffix}"))
    save_photo(opened, tmp_path / f"a{suffix}")

    assert [it for it in said if "longer part of the XMP" in it]
    xmp = open_photo(tmp_path / f"a{suffix}").metadata.xmp or b""
    assert b"Grandmother" in xmp
    assert GUID not in xmp


def test_a_damaged_extension_is_said(tmp_path: Path) -> None:
    for path in (extended(tmp_path, parts=2), extended(tmp_path, packet=XMP)):
        opened = open_photo(path)
        assert opened.metadata.extension is None
        assert ["XMP description of this photo is damaged" in note for note in opened.notes] == [True]


def test_the_extension_is_private_too(tmp_path: Path) -> None:
    save_photo(open_photo(extended(tmp_path)), tmp_path / "a.jpg", SaveOptions(strip_private=True))

    assert MARK not in (tmp_path / "a.jpg").read_bytes()


def test_a_comment_stays_where_it_can(tmp_path: Path) -> None:
    commented = photo(metadata=Metadata(comments=(b"Grandmother on the porch", b"\xdcber 1947")))
    save_photo(commented, tmp_path / "a.jpg")
    opened = open_photo(tmp_path / "a.jpg")
    assert opened.metadata.comments == commented.metadata.comments
    with Image.open(tmp_path / "a.jpg") as image:
        assert image.info["comment"]
    assert not [it for it in losses(opened, Path("b.jpg")) if "comment" in it]
    assert [it for it in losses(opened, Path("b.png")) if "PNG has no place for the comment" in it]

    save_photo(opened, tmp_path / "b.jpg", SaveOptions(strip_private=True))
    assert b"Grandmother" not in (tmp_path / "b.jpg").read_bytes()
    assert "as you asked" in losses(opened, Path("b.jpg"), SaveOptions(strip_private=True))[-1]


@pytest.mark.parametrize(("padding", "told"), [(4000, True), (0, False)])
def test_a_record_takes_no_room_from_what_a_photo_said(tmp_path: Path, padding: int, told: bool) -> None:
    title = b"Grandmother" + b"x" * (65_400 - len(XMP) - padding)
    packet = XMP.replace(b"Grandmother", title).replace(b"<?xpacket end", b" " * padding + b"<?xpacket end")
    done = record([{"Step": "denoise"}], "Noise was taken out.", "http://example.org/restored")
    full = photo(metadata=Metadata(xmp=packet, record=done))
    assert not [it for it in losses(full, Path("a.jpg")) if "XMP" in it]

    save_photo(full, tmp_path / "a.jpg")

    xmp = open_photo(tmp_path / "a.jpg").metadata.xmp or b""
    assert title in xmp
    assert bool(steps_of(xmp)) is told


@pytest.mark.parametrize(
    ("jfif", "exif", "meant"),
    [(72, 300, 300), (300, 72, 300), (300, None, 300), (None, 300, 300), (72, 72, 72), (96, 600, 600)],
)
def test_the_resolution_is_that_of_exif(
    tmp_path: Path, jfif: int | None, exif: int | None, meant: int
) -> None:
    path = tmp_path / "a.jpg"
    block = exif_block().replace(struct.pack("<II", 600, 1), struct.pack("<II", exif or 1, 1))
    about = Metadata(block if exif else None, dpi=(float(exif), float(exif)) if exif else None)
    save_photo(replace(photo(), metadata=about), path)
    data = path.read_bytes()
    density = struct.pack(">BHH", 1, jfif, jfif) if jfif else struct.pack(">BHH", 0, 1, 1)
    path.write_bytes(data[:13] + density + data[18:])

    assert open_photo(path).metadata.dpi == (meant, meant)
