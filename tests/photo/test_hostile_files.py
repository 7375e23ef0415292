"""Files made on purpose to exhaust or mislead: each was once believed too much."""

import io
import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from good_files import good_files
from hostile_pictures import chained, grey, jpeg_of, many_scans, packed_tiff, png, tiff, with_exif
from PIL import Image

from restorer.errors import PhotoError
from restorer.photo import exif, open_photo, probe
from restorer.photo.exif import parse


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(PhotoError) as caught:
        open_photo(path)
    assert caught.value.hint
    return caught.value.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
@pytest.mark.parametrize("look", [open_photo, probe])
def test_a_pipe_is_not_waited_for(tmp_path: Path, look) -> None:
    os.mkfifo(tmp_path / "a.jpg")

    with pytest.raises(PhotoError, match="is not a file"):
        look(tmp_path / "a.jpg")


@pytest.mark.parametrize("name", ["saved.jpg", "saved.png", "saved.webp", "saved.avif", "turned.heic"])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the disk would really be filled")
def test_a_file_longer_than_any_photo_is_not_read_into_memory(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, good_files()[name])
    os.truncate(path, 20 << 30)

    assert "21.5 GB long" in refusal(path)


def test_a_heic_file_whose_list_is_no_text_does_not_end_the_program(tmp_path: Path) -> None:
    whole = good_files()["turned.heic"]
    kind = whole.index(b"Exif", whole.index(b"infe"))
    broken = whole[:kind] + b"mi\xf9e" + whole[kind + 4 :]
    path = written(tmp_path, "turned.heic", broken)

    assert "list of what this HEIC file holds is damaged" in refusal(path)
    with pytest.raises(PhotoError, match="damaged"):
        probe(path)


def test_only_the_kind_that_was_recognised_is_opened(tmp_path: Path) -> None:
    # Pillow knows many more kinds, of which one runs a program; a name alone must not lead there.
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "SGI")

    assert "damaged" in refusal(written(tmp_path, "a.tga", file.getvalue()))
    with pytest.raises(PhotoError):
        probe(tmp_path / "a.tga")


def test_a_picture_inside_an_icon_is_no_larger_than_other_pictures(tmp_path: Path) -> None:
    inside = png(30_000, 30_000, 1, 0, zlib.compress(bytes(100)))
    entry = struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(inside), 22)

    assert "30,000 × 30,000" in refusal(written(tmp_path, "a.ico", b"\0\0\1\0\1\0" + entry + inside))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_one_senseless_value_does_not_blacken_a_picture(tmp_path: Path, value: float) -> None:
    values = np.full((6, 6), 0.5, "<f4")
    values[2, 2] = value

    opened = open_photo(written(tmp_path, "a.pfm", b"Pf\n6 6\n-1.0\n" + values.tobytes()))

    assert np.median(opened.pixels) == 32768


# JPEG


def test_a_jpeg_that_repeats_itself_is_refused(tmp_path: Path) -> None:
    assert open_photo(written(tmp_path, "a.jpg", many_scans(64, 90))).width == 64
    assert "hundreds of times" in refusal(written(tmp_path, "b.jpg", many_scans(64, 500)))


def test_scans_in_what_follows_a_jpeg_do_not_count(tmp_path: Path) -> None:
    film = b"\xff\xda\0\2" * 600

    assert open_photo(written(tmp_path, "a.jpg", good_files()["progressive.jpg"] + film)).width == 40


def test_a_jpeg_with_far_too_little_for_its_size_is_not_painted_grey(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a.jpg", jpeg_of(9000, 9000))) == "The end of this JPEG file is missing."


def test_a_jpeg_of_one_colour_is_small_and_sound(tmp_path: Path) -> None:
    for progressive in (False, True):
        path = tmp_path / f"{progressive}.jpg"
        Image.new("L", (4000, 3000), 128).save(path, quality=1, progressive=progressive, optimize=True)
        assert open_photo(path).width == 4000


# EXIF


def test_fields_that_share_their_values_are_not_read_a_thousand_times() -> None:
    many = [(0x9000 + number, 7, 50_000, 0) for number in range(3000)]
    block = tiff(*many).ljust(60_000, b"\0")

    parsed = parse(block)

    assert parsed is None or sum(len(entry.value) for entry in parsed[1].entries.values()) <= 2 * len(block)


def test_two_fields_may_share_one_value() -> None:
    block = tiff((0x11A, 5, 1, struct.pack("<II", 300, 1)), (0x11B, 5, 1, b""))
    where = struct.unpack_from("<I", block, 10 + 8)[0]
    parsed = parse(block[: 22 + 8] + struct.pack("<I", where) + block[22 + 12 :])

    assert parsed is not None
    assert exif.resolution(*parsed) == (300.0, 300.0)


def test_a_jpeg_with_such_fields_opens(tmp_path: Path) -> None:
    many = [(0x9000 + number, 7, 50_000, 0) for number in range(3000)]

    opened = open_photo(written(tmp_path, "a.jpg", with_exif(tiff(*many).ljust(60_000, b"\0"))))

    assert opened.height == 30


# PNG


def test_what_is_packed_beside_the_pixels_is_not_unpacked_without_end(tmp_path: Path) -> None:
    packer = zlib.compressobj()
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(40)) + packer.flush()
    text = b"iTXtXML:com.adobe.xmp\0\1\0\0\0" + bomb

    opened = open_photo(written(tmp_path, "a.png", png(1, 1, 8, 0, zlib.compress(b"\0\0"), text)))

    assert len(opened.metadata.xmp or b"") <= 16 << 20


# TIFF


def test_directories_beyond_any_file(tmp_path: Path) -> None:
    far = tiff((0x14A, 16, 1, 2**63 + 9), big=True)
    for data in (far, b"II+\0\x08\0\0\0" + b"\xff" * 8):
        assert refusal(written(tmp_path, "a.tif", data))


def test_sub_directories_of_odd_length(tmp_path: Path) -> None:
    data = grey(4, 4, (0x14A, 1, 6, b"\1\2\3\4\5\6"))

    assert open_photo(written(tmp_path, "a.tif", data)).width == 4


def test_thousands_of_fields_that_share_megabytes(tmp_path: Path) -> None:
    fields = [(0x9000 + number, 1, 1 << 20, 8) for number in range(3000)]

    opened = open_photo(written(tmp_path, "a.tif", grey(4, 4, *fields) + bytes(1 << 20)))

    assert opened.width == 4


def test_pages_in_a_circle(tmp_path: Path) -> None:
    opened = open_photo(written(tmp_path, "a.tif", chained(3, circle=True)))

    assert opened.notes == ("The further pages of this file are damaged; the first is shown.",)


def test_more_pages_than_anybody_counts(tmp_path: Path) -> None:
    many, more = (open_photo(written(tmp_path, "a.tif", chained(n, circle=False))) for n in (2000, 10_500))

    assert many.notes == ("This file has 2,000 pages; the first is shown.",)
    assert more.notes == ("This file has more than 10,000 pages; the first is shown.",)


def test_a_jpeg_inside_a_tiff_is_no_larger_than_its_part(tmp_path: Path) -> None:
    data = packed_tiff(40, 30, jpeg_of(30_000, 16_000), t103=7)

    assert "larger than its picture" in refusal(written(tmp_path, "a.tif", data))


def test_missing_parts_of_a_tiff_are_not_shown_as_black(tmp_path: Path) -> None:
    assert "missing" in refusal(written(tmp_path, "a.tif", packed_tiff(300, 300, b"", t103=8)))


@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha"])
def test_an_alpha_of_no_numbers_hides_nothing(tmp_path: Path, kind: str) -> None:
    values = np.full((5, 5, 4), 0.25, np.float32)
    values[..., 3] = np.nan
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="rgb", extrasamples=[kind])

    opened = open_photo(tmp_path / "a.tif")

    assert opened.alpha is not None
    assert (opened.alpha == 1).all()
    assert (opened.pixels == 0.25).all()
