"""What comes back from a file: the table in docs/formats.md, and what it does not show."""

import io
import itertools
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile
from formats_table import TABLE, as_markdown
from pictures import DTYPES, FOLDER, MAKER_NOTE, XMP, documented, exif_block, gradient, photo, profile
from PIL import Image

from restorer.photo import WRITABLE, Photo, SaveOptions, losses, open_photo, save_photo

SUFFIXES = pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])
EXACT = [
    (suffix, bits, channels, alpha)
    for suffix, depths in ((".png", (8, 16)), (".tif", (8, 16, 32)))
    for bits, channels, alpha in itertools.product(depths, (1, 3), (False, True))
]


def there_and_back(picture: Photo, path: Path, options: SaveOptions | None = None) -> Photo:
    save_photo(picture, path, options or SaveOptions())
    return open_photo(path)


def difference(a: Photo, b: Photo) -> float:
    return float(np.abs(a.pixels.astype(float) - b.pixels).mean()) / np.iinfo(a.pixels.dtype).max


def test_the_table_of_formats_is_what_really_comes_back(tmp_path: Path) -> None:
    assert as_markdown(tmp_path) == TABLE.read_text(encoding="utf-8"), "run python tests/formats_table.py"


@pytest.mark.parametrize(("suffix", "bits", "channels", "alpha"), EXACT)
@pytest.mark.parametrize("size", [(1, 1), (1, 37), (37, 1), (33, 47)])
def test_pixels_come_back_exactly(
    tmp_path: Path, suffix: str, bits: int, channels: int, alpha: bool, size: tuple[int, int]
) -> None:
    before = photo(*size, channels=channels, bits=bits, alpha=alpha)

    after = there_and_back(before, tmp_path / f"a{suffix}")

    assert after.pixels.dtype == DTYPES[bits]
    np.testing.assert_array_equal(after.pixels, before.pixels)
    if alpha:
        np.testing.assert_array_equal(after.alpha, before.alpha)
    else:
        assert after.alpha is None
    assert losses(before, tmp_path / f"a{suffix}") == ()


@SUFFIXES
def test_metadata_come_back(tmp_path: Path, suffix: str) -> None:
    before = documented()

    after = there_and_back(before, tmp_path / f"a{suffix}")

    assert after.profile == before.profile
    assert after.metadata.xmp == before.metadata.xmp
    assert after.metadata.dpi == (600.0, 600.0)
    read = Image.Exif()
    read.load(b"Exif\0\0" + (after.metadata.exif or b""))
    assert read[0x010F] == "Zeiler"
    assert read.get_ifd(0x8769)[0x927C] == MAKER_NOTE
    assert float(read.get_ifd(0x8825)[2][2]) == pytest.approx(12.34)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_an_exif_block_stays_the_same_to_the_byte(tmp_path: Path, suffix: str) -> None:
    before = documented()

    assert there_and_back(before, tmp_path / f"a{suffix}").metadata.exif == before.metadata.exif


@pytest.mark.parametrize("order", ["<", ">"])
def test_other_programs_read_our_tiff(tmp_path: Path, order: str) -> None:
    before = photo(bits=16, alpha=True, metadata=documented().metadata, profile=profile())
    block = exif_block(order=order, thumbnail=False)
    before = Photo(
        before.pixels, before.alpha, before.profile, type(before.metadata)(block, XMP, (300.0, 300.0))
    )

    save_photo(before, tmp_path / "a.tif")

    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        page = file.pages[0]
        np.testing.assert_array_equal(page.asarray()[..., :3], before.pixels)
        assert page.tags[34675].value == before.profile
        assert page.tags[34665].value["DateTimeOriginal"] == "1947:06:05 04:03:02"
        assert page.tags[34853].value["GPSLatitude"][:2] == (47, 1)
        assert page.tags[274].value == 1
    with Image.open(tmp_path / "a.tif") as image:
        image.load()
        assert image.info["dpi"] == (300.0, 300.0)
        assert image.getexif().get_ifd(0x8769)[0x927C] == MAKER_NOTE


@pytest.mark.parametrize("bits", [8, 16])
def test_other_programs_read_our_png(tmp_path: Path, bits: int) -> None:
    before = documented(bits=bits, alpha=True)

    save_photo(before, tmp_path / "a.png")

    data = (tmp_path / "a.png").read_bytes()
    np.testing.assert_array_equal(imagecodecs.png_decode(data)[..., :3], before.pixels)
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        assert image.info["icc_profile"] == before.profile
        assert image.info["xmp"] == before.metadata.xmp
        assert image.info["dpi"] == pytest.approx((600, 600), abs=0.01)
        assert image.getexif()[0x010F] == "Zeiler"


@SUFFIXES
@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_come_upright_and_stay_so(tmp_path: Path, suffix: str, orientation: int) -> None:
    upright = gradient(30, 40)
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
    }
    turns |= {5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE}
    turns |= {8: Image.Transpose.ROTATE_270}
    stored = Image.fromarray(upright)
    stored = stored.transpose(turns[orientation]) if orientation > 1 else stored
    block = b"Exif\0\0" + exif_block(orientation, thumbnail=False)
    path = tmp_path / f"a{suffix}"
    options = {
        ".jpg": {"quality": 95, "subsampling": 0},
        ".webp": {"lossless": True},
        ".avif": {"quality": 95},
    }
    if suffix == ".tif":
        tifffile.imwrite(
            path, np.asarray(stored), extratags=[(274, 3, 1, orientation, True)], photometric="rgb"
        )
    else:
        stored.save(path, exif=block, **options.get(suffix, {}))

    once = open_photo(path)
    twice = there_and_back(once, tmp_path / f"b{suffix}")

    for opened in (once, twice):
        assert (opened.height, opened.width) == (30, 40)
        assert np.abs(opened.pixels.astype(int) - upright).mean() < 4
    with Image.open(tmp_path / f"b{suffix}") as image:
        assert image.size == (40, 30)
        assert image.getexif().get(0x0112, 1) == 1


@SUFFIXES
def test_paths_of_any_script(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()

    after = there_and_back(photo(), folder / f"Großmutter 祖母 #1 & (ß){suffix}")

    assert difference(after, photo()) < 0.02


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".avif"])
def test_grey_stays_grey(tmp_path: Path, suffix: str) -> None:
    after = there_and_back(photo(channels=1), tmp_path / f"a{suffix}")

    assert after.is_grey
    assert difference(after, photo(channels=1)) < 0.01


def test_colour_is_not_thinned_out_at_high_quality(tmp_path: Path) -> None:
    pixels = np.zeros((32, 32, 3), np.uint8)
    pixels[:, ::2] = (255, 0, 0)
    pixels[:, 1::2] = (0, 0, 255)
    red_and_blue = Photo(pixels)

    fine = there_and_back(red_and_blue, tmp_path / "a.jpg", SaveOptions(quality=95))
    coarse = there_and_back(red_and_blue, tmp_path / "b.jpg", SaveOptions(quality=80))

    assert difference(fine, red_and_blue) < 0.02 < 0.1 < difference(coarse, red_and_blue)


@pytest.mark.parametrize(("bits", "wanted"), [(16, 8), (8, 16), (32, 16), (32, 8), (16, 32), (8, 32)])
def test_depth_as_asked(tmp_path: Path, bits: int, wanted: int) -> None:
    before = photo(bits=bits)

    after = there_and_back(before, tmp_path / "a.tif", SaveOptions(bits=wanted))

    assert after.bits == wanted
    top = {8: 255.0, 16: 65535.0, 32: 1.0}
    error = np.abs(after.pixels / top[wanted] - before.pixels / top[bits]).max()
    assert error <= 0.5 / top[min(bits, wanted, key=lambda depth: top[depth] if depth < 32 else 1e9)] + 1e-6


def test_a_big_png_is_written_piece_by_piece(tmp_path: Path) -> None:
    before = photo(2500, 1000, bits=16)

    after = there_and_back(before, tmp_path / "a.png")

    assert (tmp_path / "a.png").read_bytes().count(b"IDAT") > 3
    np.testing.assert_array_equal(after.pixels, before.pixels)


def test_a_tiff_beyond_four_gigabytes_is_a_big_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("restorer.photo.tiff_writing._CLASSIC_LIMIT", 1000)
    before = documented(bits=16)

    after = there_and_back(before, tmp_path / "a.tif")

    assert (tmp_path / "a.tif").read_bytes()[:4] == b"II+\0"
    np.testing.assert_array_equal(after.pixels, before.pixels)
    np.testing.assert_array_equal(tifffile.imread(tmp_path / "a.tif"), before.pixels)
    assert after.metadata.xmp == before.metadata.xmp
    assert MAKER_NOTE in (after.metadata.exif or b"")


def test_every_ending_that_is_promised_can_be_saved(tmp_path: Path) -> None:
    for kind, suffixes in WRITABLE.items():
        for suffix in suffixes:
            opened = there_and_back(photo(), tmp_path / f"a{suffix.upper()}")
            assert (opened.format, opened.notes) == (kind, ())


def test_a_little_too_much_light_darkens_nothing(tmp_path: Path) -> None:
    pixels = gradient(30, 40, bits=32)
    pixels[0, 0], pixels[-1, -1] = -0.02, 1.02
    save_photo(Photo(pixels), tmp_path / "a.tif")

    opened = open_photo(tmp_path / "a.tif")

    assert opened.notes == ()
    np.testing.assert_array_equal(opened.pixels, np.clip(pixels, 0, 1))
