"""XMP packets and resolutions."""

import pytest
from pictures import XMP, exif_block

from restorer.photo import Metadata, exif
from restorer.photo.metadata import for_saving, rounded, upright_xmp


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'<a tiff:Orientation="6" b="6">', b'<a tiff:Orientation="1" b="6">'),
        (b"<a tiff:Orientation = '8'>", b"<a tiff:Orientation = '1'>"),
        (b"<tiff:Orientation>3</tiff:Orientation>", b"<tiff:Orientation>1</tiff:Orientation>"),
        (b'tiff:ImageWidth="6000" tiff:ImageLength="4000"', b'tiff:ImageWidth="20" tiff:ImageLength="10"'),
        (
            b"<exif:PixelXDimension>60</exif:PixelXDimension>",
            b"<exif:PixelXDimension>20</exif:PixelXDimension>",
        ),
        (b"<dc:title>tiff:Orientation</dc:title>", b"<dc:title>tiff:Orientation</dc:title>"),
    ],
)
def test_xmp_is_made_true(before: bytes, after: bytes) -> None:
    assert upright_xmp(before, (10, 20)) == after


def test_the_rest_of_xmp_is_untouched() -> None:
    assert upright_xmp(XMP, (10, 20)) == XMP.replace(b'"6"', b'"1"')


def test_private_data_that_cannot_be_read_are_left_out_whole() -> None:
    about = Metadata(b"II*\0 Jane Miller, 5 Main Street", XMP)

    assert for_saving(about, (1, 1), strip_private=True) == Metadata()
    assert for_saving(about, (1, 1), strip_private=False).exif == about.exif


def test_resolution_follows_the_photo() -> None:
    told = for_saving(Metadata(exif_block(), None, (1200.0, 1200.0)), (30, 40), strip_private=False)

    assert (1200).to_bytes(4, "little") in (told.exif or b"")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ((599.9988, 599.9988), (600.0, 600.0)),
        ((72.4, 72.3333), (72.4, 72.333)),
        ((0.0, 72.0), None),
        ((1e9, 1e9), None),
        (None, None),
    ],
)
def test_rounding(told: tuple[float, float] | None, meant: tuple[float, float] | None) -> None:
    assert rounded(told) == meant


def test_descriptions_are_private_wherever_they_stand() -> None:
    tags = (0x010D, 0x010E, 0x011D, 0xFDE8, 0xFDE9, 0x02BC, 0x83BB, 0x8649, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F)
    said = {tag: f"Jane {tag:#x}".encode() for tag in tags}
    entries = {tag: exif.Entry(7, len(text), text) for tag, text in said.items()}
    make = {0x010F: exif.Entry(2, 7, b"Zeiler\0")}
    about = Metadata(exif.block_of(exif.Ifd(entries | make), "<"))

    kept = for_saving(about, (1, 1), strip_private=True).exif or b""

    assert b"Zeiler" in kept
    assert b"Jane" not in kept
