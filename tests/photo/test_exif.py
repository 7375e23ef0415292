"""EXIF blocks: edited where they stand, read whatever is in them, built again."""

import io
import struct

import numpy as np
import pytest
from pictures import MAKER_NOTE, exif_block
from PIL import Image

from restorer.photo import exif
from restorer.photo.metadata import with_resolution

ORDERS = pytest.mark.parametrize("order", ["<", ">"])


def by_pillow(block: bytes) -> Image.Exif:
    read = Image.Exif()
    read.load(b"Exif\0\0" + block)
    return read


@ORDERS
def test_editing_makes_the_block_true(order: str) -> None:
    edited = exif.edit(exif_block(6, order=order), (7000, 5000), dpi=(300.0, 300.0))

    read = by_pillow(edited)
    assert read[0x0112] == 1
    assert (read.get_ifd(0x8769)[0xA002], read.get_ifd(0x8769)[0xA003]) == (5000, 7000)
    assert (read[0x011A], read[0x011B], read[0x0128]) == (300.0, 300.0, 2)


@ORDERS
def test_editing_moves_nothing(order: str) -> None:
    block = exif_block(6, order=order)

    edited = exif.edit(block, (30, 40))

    assert edited.index(MAKER_NOTE) == block.index(MAKER_NOTE)
    read = by_pillow(edited)
    assert read[0x010F] == "Zeiler"
    assert read.get_ifd(0x8769)[0x9003] == "1947:06:05 04:03:02"
    assert float(read.get_ifd(0x8825)[2][2]) == pytest.approx(12.34)


@ORDERS
def test_the_stale_thumbnail_is_dropped(order: str) -> None:
    block = exif_block(order=order)

    edited = exif.edit(block, (30, 40))

    assert b"THUMBNAIL" in block
    assert b"THUMBNAIL" not in edited
    assert len(edited) < len(block) - 40
    assert by_pillow(edited).get_ifd(1) == {}


@ORDERS
def test_removed_fields_leave_no_trace(order: str) -> None:
    edited = exif.edit(
        exif_block(order=order), (30, 40), remove=(exif.GPS_IFD, exif.MAKER_NOTE, 0xA430, 0xA431)
    )

    read = by_pillow(edited)
    assert read.get_ifd(0x8825) == {}
    assert not set(read.get_ifd(0x8769)) & {exif.MAKER_NOTE, 0xA430, 0xA431}
    assert read.get_ifd(0x8769)[0x9003] == "1947:06:05 04:03:02"
    assert not any(
        secret in edited for secret in (b"Jane", b"SN12345", b"MAKER", struct.pack(order + "I", 1234))
    )


def test_a_side_too_long_for_a_short_becomes_a_long() -> None:
    edited = exif.edit(exif_block(), (70_000, 80_000))

    assert by_pillow(edited).get_ifd(0x8769)[0xA002] == 80_000


@ORDERS
def test_a_built_block_says_what_was_read(order: str) -> None:
    parsed = exif.parse(exif_block(order=order))
    assert parsed is not None

    read = by_pillow(exif.block_of(parsed[1], order))

    assert read[0x010F] == "Zeiler"
    assert read.get_ifd(0x8769)[exif.MAKER_NOTE] == MAKER_NOTE
    assert read.get_ifd(0x8825)[1] == "N"


@pytest.mark.parametrize("value", [1, 3, 8])
def test_orientation(value: int) -> None:
    assert exif.orientation(exif_block(value)) == value


@pytest.mark.parametrize("block", [None, b"", b"II*\0", b"rubbish" * 10, exif_block(0), exif_block(9)])
def test_a_senseless_orientation_is_upright(block: bytes | None) -> None:
    assert exif.orientation(block) == 1


def test_resolution_is_added_where_there_is_none() -> None:
    plain = Image.Exif()
    plain[0x010F] = "Zeiler"
    block = plain.tobytes().removeprefix(b"Exif\0\0")

    for before in (None, block):
        read = by_pillow(with_resolution(before, (300.0, 150.5)) or b"")
        assert (read[0x011A], read[0x011B]) == (300.0, 150.5)
    assert by_pillow(with_resolution(block, (300.0, 300.0)) or b"")[0x010F] == "Zeiler"
    assert with_resolution(None, None) is None


def test_resolution_by_the_centimetre() -> None:
    layout = exif.Layout("<", big=False, first=8)
    ifd = exif.Ifd(dict(exif.resolution_entries((100.0, 100.0), "<")))
    ifd.entries[exif.RESOLUTION_UNIT] = exif.whole(3, "<", exif.SHORT)

    assert exif.resolution(layout, ifd) == (254.0, 254.0)


def test_no_rubbish_is_too_strange() -> None:
    random = np.random.default_rng(1)
    block = bytearray(exif_block(6))
    for _ in range(2000):
        bad = bytearray(block)
        for place in random.integers(0, len(bad), 4):
            bad[place] = random.integers(0, 256)
        cut = bytes(bad[: random.integers(1, len(bad) + 1)])
        assert 1 <= exif.orientation(cut) <= 8
        assert len(exif.edit(cut, (30, 40), dpi=(1.0, 1.0), remove=(exif.GPS_IFD, 0xA430))) <= len(cut)
        parsed = exif.parse(cut)
        if parsed is not None:
            exif.block_of(parsed[1], parsed[0].order)


def test_pillow_can_write_an_edited_block() -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30)).save(file, "JPEG", exif=b"Exif\0\0" + exif.edit(exif_block(6), (30, 40)))

    with Image.open(io.BytesIO(file.getvalue())) as image:
        assert image.getexif()[0x0112] == 1


def test_a_value_that_the_thumbnail_shares_stays() -> None:
    values = {0x010F: exif.Entry(2, 7, b"Zeiler\0"), 0x0110: exif.Entry(2, 5, b"Nine\0")}
    block = exif.block_of(exif.Ifd(values), "<")
    parsed = exif.parse(block)
    assert parsed
    ifd = parsed[1]
    second = block[ifd.offset : ifd.end] + bytes(4)  # the same fields, whose values lie where the first's do
    linked = bytearray(block + second)
    struct.pack_into("<I", linked, ifd.end, len(block))

    edited = exif.edit(bytes(linked), (30, 40))

    assert by_pillow(edited)[0x010F] == "Zeiler"
    assert by_pillow(edited).get_ifd(1) == {}
