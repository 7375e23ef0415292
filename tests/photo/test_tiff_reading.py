"""TIFF as scanners and programs of thirty years have written it."""

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile
from pictures import DTYPES, exif_block, gradient, ink_profile, photo, profile
from PIL import Image

from restorer.errors import PhotoError
from restorer.photo import Metadata, Photo, open_photo, save_photo


@pytest.mark.parametrize("compression", [None, "lzw", "deflate", "zstd", "packbits", "lzma"])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("layout", ["strips", "tiles", "planes", "big-endian", "big", "one strip"])
def test_every_layout(tmp_path: Path, compression: str | None, bits: int, layout: str) -> None:
    pixels = gradient(70, 90, 3, bits)
    options: dict[str, Any] = {
        "strips": {"rowsperstrip": 7},
        "tiles": {"tile": (32, 48)},
        "planes": {"planarconfig": "separate", "rowsperstrip": 11},
        "big-endian": {"rowsperstrip": 13},
        "big": {"rowsperstrip": 13},
        "one strip": {"rowsperstrip": 70},
    }[layout]
    data = np.moveaxis(pixels, 2, 0) if layout == "planes" else pixels
    predictor = compression in ("lzw", "deflate", "zstd")
    tifffile.imwrite(
        tmp_path / "a.tif",
        data,
        photometric="rgb",
        compression=compression,
        predictor=predictor,
        bigtiff=layout == "big",
        byteorder=">" if layout == "big-endian" else "<",
        **options,
    )

    opened = open_photo(tmp_path / "a.tif")

    np.testing.assert_array_equal(opened.pixels, pixels)
    assert opened.notes == ()


@pytest.mark.parametrize("tile", [None, (32, 32)])
def test_jpeg_inside(tmp_path: Path, tile: tuple[int, int] | None) -> None:
    pixels = gradient(64, 96)
    tifffile.imwrite(tmp_path / "a.tif", pixels, photometric="rgb", compression="jpeg", tile=tile)
    Image.fromarray(pixels).save(tmp_path / "b.tif", compression="jpeg", quality=95)

    for name in ("a.tif", "b.tif"):
        assert np.abs(open_photo(tmp_path / name).pixels.astype(int) - pixels).mean() < 3


@pytest.mark.parametrize("compression", [None, "lzw"])
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("planes", [False, True])
def test_turned_strips_land_upright(tmp_path: Path, compression: str, orientation: int, planes: bool) -> None:
    stored = gradient(24, 36, 3, 16)
    veil = stored[..., :1] // 2
    data = np.concatenate([stored, veil], axis=2)
    tifffile.imwrite(
        tmp_path / "a.tif",
        np.moveaxis(data, 2, 0) if planes else data,
        photometric="rgb",
        planarconfig="separate" if planes else "contig",
        extrasamples=["unassalpha"],
        compression=compression,
        rowsperstrip=5,
        extratags=[(274, 3, 1, orientation, True)],
    )
    turned = Image.fromarray((stored >> 8).astype(np.uint8))
    turned.getexif()[274] = orientation
    turned.save(tmp_path / "a.png", exif=turned.getexif())

    opened, oracle = open_photo(tmp_path / "a.tif"), open_photo(tmp_path / "a.png")

    np.testing.assert_array_equal(opened.pixels >> 8, oracle.pixels)
    assert opened.alpha is not None
    np.testing.assert_array_equal(opened.alpha, opened.pixels[..., 0] // 2)


@pytest.mark.parametrize("bits", [1, 2, 4, 10, 12, 14])
def test_odd_depths_use_the_whole_range(tmp_path: Path, bits: int) -> None:
    top = (1 << bits) - 1
    values = np.linspace(0, top, 64).round().astype(np.uint16 if bits > 8 else np.uint8).reshape(2, 32)
    packed = imagecodecs.packints_encode(values, bits)
    write_raw(tmp_path / "a.tif", packed, 32, 2, bits)

    opened = open_photo(tmp_path / "a.tif")

    limit = 65535 if bits > 8 else 255
    assert (opened.pixels.min(), opened.pixels.max(), opened.bits) == (0, limit, 16 if bits > 8 else 8)
    np.testing.assert_allclose(opened.pixels[..., 0] / limit, values / top, atol=0.5 / limit)


def write_raw(path: Path, data: bytes, width: int, height: int, bits: int, photometric: int = 1) -> None:
    """Write a TIFF of one uncompressed grey strip, any depth."""
    import struct

    fields = [
        (256, 3, 1, width),
        (257, 3, 1, height),
        (258, 3, 1, bits),
        (259, 3, 1, 1),
        (262, 3, 1, photometric),
    ]
    fields += [(273, 4, 1, 8 + 2 + 9 * 12 + 4), (277, 3, 1, 1), (278, 3, 1, height), (279, 4, 1, len(data))]
    table = b"".join(struct.pack("<HHII", *field) for field in fields)
    path.write_bytes(b"II*\0\x08\0\0\0" + struct.pack("<H", len(fields)) + table + b"\0" * 4 + data)


def test_white_is_zero(tmp_path: Path) -> None:
    write_raw(tmp_path / "a.tif", bytes([0, 100, 255]), 3, 1, 8, photometric=0)

    assert open_photo(tmp_path / "a.tif").pixels[..., 0].tolist() == [[255, 155, 0]]


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_lzw", "packbits"])
def test_faxes(tmp_path: Path, compression: str) -> None:
    page = Image.fromarray(gradient(40, 50, 1)[..., 0]).convert("1")
    page.save(tmp_path / "a.tif", compression=compression)

    opened = open_photo(tmp_path / "a.tif")

    assert opened.is_grey
    np.testing.assert_array_equal(opened.pixels[..., 0], np.asarray(page).astype(np.uint8) * 255)


def test_palettes(tmp_path: Path) -> None:
    picture = Image.fromarray(gradient(30, 40)).quantize(100)
    picture.save(tmp_path / "a.tif", compression="tiff_lzw")

    opened = open_photo(tmp_path / "a.tif")

    assert opened.bits == 8
    np.testing.assert_array_equal(opened.pixels, np.asarray(picture.convert("RGB")))
    assert "palette" in opened.notes[0]


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("predictor", [False, True])
def test_floats(tmp_path: Path, dtype: str, predictor: bool) -> None:
    values = gradient(20, 30, 3, 32)
    compression = "deflate" if predictor else None
    tifffile.imwrite(
        tmp_path / "a.tif",
        values.astype(dtype),
        photometric="rgb",
        compression=compression,
        predictor=predictor,
    )

    opened = open_photo(tmp_path / "a.tif")

    assert opened.pixels.dtype == np.float32
    np.testing.assert_allclose(opened.pixels, values, atol=1e-3)
    assert opened.notes == ()


def test_floats_beyond_their_range(tmp_path: Path) -> None:
    values = gradient(20, 30, 1, 32)[..., 0] * 4
    values[0, 0], values[0, 1] = np.nan, -1.0
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="minisblack")

    opened = open_photo(tmp_path / "a.tif")

    assert (opened.pixels.min(), opened.pixels.max()) == (0.0, 1.0)
    assert "shown as black" in opened.notes[0]
    assert "reach 4" in opened.notes[1]


def test_wide_whole_numbers_become_sixteen_bits(tmp_path: Path) -> None:
    values = gradient(20, 30, 1, 16)[..., 0]
    tifffile.imwrite(tmp_path / "a.tif", values.astype(np.uint32) << 16)

    np.testing.assert_array_equal(open_photo(tmp_path / "a.tif").pixels[..., 0], values)


def test_colours_multiplied_by_their_alpha_are_divided_again(tmp_path: Path) -> None:
    colours = gradient(20, 30, 3, 16)
    alpha = np.linspace(20000, 65535, 30).astype(np.uint16)[None, :].repeat(20, 0)
    multiplied = np.rint(colours * (alpha[..., None] / 65535)).astype(np.uint16)
    tifffile.imwrite(
        tmp_path / "a.tif", np.dstack([multiplied, alpha]), photometric="rgb", extrasamples=["assocalpha"]
    )

    opened = open_photo(tmp_path / "a.tif")

    assert np.abs(opened.pixels.astype(int) - colours).max() <= 2


def test_an_infrared_channel_is_no_alpha(tmp_path: Path) -> None:
    pixels = gradient(20, 30, 3, 16)
    data = np.dstack([pixels, pixels[..., 0]])
    tifffile.imwrite(tmp_path / "a.tif", data, photometric="rgb", extrasamples=["unspecified"])

    opened = open_photo(tmp_path / "a.tif")

    assert opened.alpha is None
    np.testing.assert_array_equal(opened.pixels, pixels)
    assert "1 extra channel" in opened.notes[0]


def test_pages(tmp_path: Path) -> None:
    with tifffile.TiffWriter(tmp_path / "a.tif") as file:
        for value in (10, 20, 30):
            file.write(np.full((8, 9), value, np.uint8), photometric="minisblack")
        file.write(np.full((4, 4), 40, np.uint8), subfiletype=1)

    opened = open_photo(tmp_path / "a.tif")

    assert opened.pixels.max() == 10
    assert opened.notes == ("This file has 3 pages; the first is shown.",)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(
    ("icc", "cyan", "how"),
    [
        (None, (0, 255, 255), "without a colour profile"),
        (ink_profile(), (0, 158, 224), "through the colour profile"),
    ],
)
def test_inks(tmp_path: Path, bits: int, icc: bytes | None, cyan: tuple[int, ...], how: str) -> None:
    top = (1 << bits) - 1
    inks = np.zeros((4, 6, 4), DTYPES[bits])
    inks[:, 2:4, 0] = top
    inks[:, 4:, 3] = top
    tifffile.imwrite(tmp_path / "a.tif", inks, photometric="separated", compression="lzw", iccprofile=icc)

    opened = open_photo(tmp_path / "a.tif")

    assert (opened.bits, opened.profile) == (bits, None)
    assert opened.pixels[0, 0].min() / top > 0.98
    assert opened.pixels[0, 5].max() / top < 0.02
    np.testing.assert_allclose(opened.pixels[0, 3] / top * 255, cyan, atol=12)
    assert how in opened.notes[0]


@pytest.mark.parametrize("order", ["<", ">"])
def test_metadata_go_from_jpeg_to_tiff_and_back(tmp_path: Path, order: str) -> None:
    about = Metadata(exif_block(order=order, thumbnail=False), None, (600.0, 600.0))
    save_photo(Photo(gradient(30, 40), metadata=about), tmp_path / "a.tif")
    save_photo(open_photo(tmp_path / "a.tif"), tmp_path / "b.jpg")

    with Image.open(tmp_path / "b.jpg") as image:
        exif = image.getexif()
        assert exif[0x010F] == "Zeiler"
        assert exif.get_ifd(0x8769)[0xA431] == "SN12345"
        assert float(exif.get_ifd(0x8825)[2][2]) == pytest.approx(12.34)


def test_a_short_file_is_refused_whatever_its_layout(tmp_path: Path) -> None:
    for name, options in (("a.tif", {}), ("b.tif", {"compression": "lzw"}), ("c.tif", {"tile": (16, 16)})):
        path = tmp_path / name
        tifffile.imwrite(path, gradient(64, 64), photometric="rgb", **options)
        path.write_bytes(path.read_bytes()[:-3000])
        with pytest.raises(PhotoError, match="damaged"):
            open_photo(path)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is told by Linux alone")
def test_a_tiff_of_two_hundred_megapixels_takes_little_more_than_its_pixels(tmp_path: Path) -> None:
    import subprocess
    import sys

    program = f"""
import numpy as np
from pathlib import Path
from restorer.photo import Photo, open_photo, save_photo
from restorer.photo import buffers
big = buffers.allocate((14144, 14144, 3), np.uint16, memory_limit=0)
for top in range(0, 14144, 512):
    big[top:top + 512] = np.arange(14144, dtype=np.uint16)[None, :, None]
    buffers.release(big, slice(top, top + 512))
path = Path({str(tmp_path)!r}) / "a.tif"
save_photo(Photo(big), path)
def peak():
    status = Path("/proc/self/status").read_text().split()
    return int(status[status.index("VmHWM:") + 1]) // 1024
wrote = peak()
opened = open_photo(path)
assert opened.pixels[7000, 7000, 1] == 7000
print(wrote, peak())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    wrote, read = (int(value) for value in done.stdout.split())
    assert wrote < 300
    assert read < 1500


def test_profiles_come_from_their_tag(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "a.tif", gradient(8, 8), photometric="rgb", iccprofile=profile("wide"))

    assert open_photo(tmp_path / "a.tif").profile == profile("wide")
    assert photo().profile is None


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_lab_lands_upright_once(tmp_path: Path, orientation: int) -> None:
    lab, rgb = np.zeros((20, 40, 3), np.uint8), np.full((20, 40, 3), 60, np.uint8)
    lab[..., 0], lab[:4, :, 0], rgb[:4] = 60, 250, 250
    told = [(274, 3, 1, orientation, False)]
    tifffile.imwrite(tmp_path / "lab.tif", lab, photometric="cielab", extratags=told)
    tifffile.imwrite(tmp_path / "rgb.tif", rgb, photometric="rgb", extratags=told)

    bright = [open_photo(tmp_path / f"{name}.tif").pixels.mean(axis=2) > 140 for name in ("lab", "rgb")]

    np.testing.assert_array_equal(*bright)
