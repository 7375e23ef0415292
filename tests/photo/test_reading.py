"""Opening what people have: every kind and mode, wrong names, and files that are broken in every way."""

import contextlib
import io
import os
import struct
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from pictures import FOLDER, documented, exif_block, gradient, photo, profile
from PIL import Image, ImageCms

from restorer.errors import Cancelled, PhotoError
from restorer.photo import Metadata, open_photo, probe, save_photo
from restorer.progress import CancelToken, Progress

FILES = Path(__file__).parent / "files"
MODES = {
    "TIFF": ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I;16", "I", "F"],
    "PNG": ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"],
    "JPEG": ["1", "L", "RGB", "CMYK", "YCbCr"],
    "WEBP": ["1", "L", "LA", "P", "RGB", "RGBA"],
    "GIF": ["1", "L", "LA", "P", "RGB", "RGBA"],
    "BMP": ["1", "L", "P", "RGB", "RGBA"],
    "PPM": ["1", "L", "RGB", "RGBA", "I;16", "I", "F"],
    "TGA": ["1", "L", "LA", "P", "RGB", "RGBA"],
    "PCX": ["1", "L", "P", "RGB"],
}


def png(width: int, height: int, depth: int, colour: int, rows: bytes, extra: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    if extra:
        extra = chunk(extra[:4], extra[4:])
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def refusal(path: Path) -> PhotoError:
    with pytest.raises(PhotoError) as caught:
        open_photo(path)
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message
    return caught.value


def sample(suffix: str, folder: Path, **options: object) -> bytes:
    path = folder / f"sample{suffix}"
    save_photo(photo(**options), path)  # type: ignore[arg-type]
    return path.read_bytes()


# Files that are no picture


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.jpg").message == "There is no file “gone.jpg”."


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).message


def test_an_empty_file(tmp_path: Path) -> None:
    assert "is empty" in refusal(write(tmp_path / "a.jpg", b"")).message


def test_a_text(tmp_path: Path) -> None:
    assert "is not a picture" in refusal(write(tmp_path / "a.jpg", b"Dear diary, today I")).message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jpg", b"\xff\xd8\xff")
    path.chmod(0)

    assert "may not be read" in refusal(path).message


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])
def test_a_file_cut_off_anywhere(tmp_path: Path, suffix: str) -> None:
    whole = sample(suffix, tmp_path, height=60, width=80)

    for length in range(12, len(whole) - 20, max(1, len(whole) // 23)):
        refusal(write(tmp_path / f"cut{suffix}", whole[:length]))


@pytest.mark.parametrize("name", ["turned.heic", "ten-bit.heic"])
def test_a_heic_file_cut_off_anywhere(tmp_path: Path, name: str) -> None:
    whole = (FILES / name).read_bytes()

    for length in range(16, len(whole) - 20, 97):
        refusal(write(tmp_path / "cut.heic", whole[:length]))


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif", ".heic"])
def test_no_damage_is_answered_by_anything_but_a_sentence(tmp_path: Path, suffix: str) -> None:
    whole = (FILES / "alpha.heic").read_bytes() if suffix == ".heic" else sample(suffix, tmp_path, bits=16)
    random = np.random.default_rng(3)
    for _ in range(60):
        bad = bytearray(whole)
        for place in random.integers(4, min(len(bad), 1500), 6):
            bad[place] = random.integers(0, 256)
        path = write(tmp_path / f"bad{suffix}", bytes(bad))
        with contextlib.suppress(PhotoError):  # nothing else, not even a warning
            assert open_photo(path).height >= 1


def test_absurd_sizes_are_refused_before_memory_is_asked_for(tmp_path: Path) -> None:
    huge = png(1_000_000, 1_000_000, 8, 2, b"\0" * 100)
    many = refusal(write(tmp_path / "a.png", huge))
    assert "1,000,000 × 1,000,000 pixels" in many.message

    tiff = bytearray(sample(".tif", tmp_path))
    width, height = struct.pack("<HHII", 0x0100, 4, 1, 40), struct.pack("<HHII", 0x0101, 4, 1, 30)
    tiff[tiff.index(width) + 8 :][:4] = b""
    tiff[tiff.index(width) : tiff.index(width) + 12] = struct.pack("<HHII", 0x0100, 4, 1, 1_000_000)
    tiff[tiff.index(height) : tiff.index(height) + 12] = struct.pack("<HHII", 0x0101, 4, 1, 1_000_000)
    assert "1,000,000 × 1,000,000" in refusal(write(tmp_path / "a.tif", bytes(tiff))).message

    bmp = io.BytesIO()
    Image.new("RGB", (4, 4)).save(bmp, "BMP")
    data = bytearray(bmp.getvalue())
    data[18:26] = struct.pack("<ii", 900_000, 900_000)
    assert "900,000" in refusal(write(tmp_path / "a.bmp", bytes(data))).message


def test_a_picture_without_pixels(tmp_path: Path) -> None:
    assert refusal(write(tmp_path / "a.png", png(0, 10, 8, 2, b"")))


def test_cancelled(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", sample(".tif", tmp_path))
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        open_photo(path, progress=Progress(token=token))


def test_cancelled_in_the_middle(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", sample(".tif", tmp_path, height=2000, width=2000))
    token = CancelToken()
    seen = []

    def watch(report: object) -> None:
        seen.append(report)
        if len(seen) == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        open_photo(path, progress=Progress(watch, token))
    assert len(seen) == 3


# Names and places


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".tif", "TIFF"), (".webp", "WebP")])
def test_a_wrong_name_is_said_and_does_not_matter(tmp_path: Path, suffix: str, kind: str) -> None:
    path = write(tmp_path / "photo.JPG", sample(suffix, tmp_path))

    opened = open_photo(path)

    assert opened.notes == (f"The name says JPEG, but this is a {kind} file.",)
    assert opened.pixels.shape == (30, 40, 3)


def test_a_name_without_ending(tmp_path: Path) -> None:
    assert open_photo(write(tmp_path / "photo", sample(".png", tmp_path))).notes == ()


def test_a_folder_of_any_script(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    for heic in FILES.glob("*.heic"):
        assert open_photo(write(folder / heic.name, heic.read_bytes())).format == "HEIF"


# Modes


def test_bilevel_palette_and_shallow_png(tmp_path: Path) -> None:
    bilevel = open_photo(write(tmp_path / "a.png", png(8, 1, 1, 0, b"\0\xa5")))
    assert bilevel.pixels[..., 0].tolist() == [[255, 0, 255, 0, 0, 255, 0, 255]]
    assert bilevel.is_grey

    shallow = open_photo(write(tmp_path / "b.png", png(4, 1, 4, 0, b"\0\x12\x3f")))
    assert shallow.pixels[..., 0].tolist() == [[17, 34, 51, 255]]

    palette = open_photo(write(tmp_path / "c.png", png(3, 1, 8, 3, b"\0\0\1\2", b"PLTE" + bytes(range(9)))))
    assert palette.pixels.tolist() == [[[0, 1, 2], [3, 4, 5], [6, 7, 8]]]
    assert "palette" in palette.notes[0]


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".gif"])
def test_grey_stays_grey_in_a_palette(tmp_path: Path, suffix: str) -> None:
    grey = gradient(30, 40, 1)
    picture = Image.fromarray(grey[..., 0]).convert("P")
    picture.putpalette(bytes(value for value in range(256) for _ in range(3)))
    picture.save(tmp_path / f"a{suffix}")

    np.testing.assert_array_equal(open_photo(tmp_path / f"a{suffix}").pixels, grey)


@pytest.mark.parametrize(("version", "depth"), [(1, 16), (1, 32), (2, 8)])
def test_a_psd_file_of_another_kind_is_not_called_damaged(tmp_path: Path, version: int, depth: int) -> None:
    head = b"8BPS" + struct.pack(">H6xHIIHH", version, 3, 30, 40, depth, 3)
    path = write(tmp_path / "a.psd", head + bytes(14 + 30 * 40 * 3 * depth // 8))
    for look in (open_photo, probe):
        with pytest.raises(PhotoError, match="of a kind that cannot be read"):
            look(path)


def test_transparent_colours_of_a_png(tmp_path: Path) -> None:
    opened = open_photo(write(tmp_path / "a.png", png(2, 1, 16, 0, b"\0\0\1\0\2", b"tRNS\0\1")))

    assert opened.pixels[..., 0].tolist() == [[1, 2]]
    assert opened.alpha is not None
    assert opened.alpha.tolist() == [[0, 65535]]


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in MODES.items() for mode in modes])
def test_every_mode_that_pillow_writes_simply_opens(tmp_path: Path, kind: str, mode: str) -> None:
    deep = mode in ("I;16", "I", "F")
    source = gradient(30, 40, 1)[..., 0].astype(np.uint16) * 257 if deep else gradient(30, 40)
    picture = Image.fromarray(source)
    if mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        picture = ImageCms.profileToProfile(picture, srgb, lab, outputMode="LAB")
    elif mode != "I;16":
        picture = picture.convert(mode)
    path = tmp_path / f"a.{kind.lower()}"
    picture.save(path, kind)

    opened = open_photo(path)

    assert (opened.height, opened.width) == (30, 40)
    assert opened.format == kind
    if mode in ("1", "L", "LA", "I;16"):
        assert opened.is_grey or kind == "GIF"
    if mode in ("L", "RGB", "RGBA", "YCbCr", "LAB"):
        shown = (
            np.asarray(picture.convert("L"))[..., None] if mode == "L" or opened.is_grey else gradient(30, 40)
        )
        assert np.abs(opened.pixels.astype(int) - shown).mean() < 12


def test_sixteen_bit_grey_stays_so(tmp_path: Path) -> None:
    pixels = gradient(30, 40, 1, 16)
    for name in ("a.png", "a.tif"):
        Image.fromarray(pixels[..., 0]).save(tmp_path / name)
        np.testing.assert_array_equal(open_photo(tmp_path / name).pixels, pixels)


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_inks_become_light(tmp_path: Path, name: str) -> None:
    inks = np.zeros((20, 30, 4), np.uint8)
    inks[:, :10, 1:3] = 255  # magenta and yellow: red
    inks[:, 20:, 3] = 255  # black
    Image.fromarray(inks, "CMYK").save(tmp_path / name)

    opened = open_photo(tmp_path / name)

    red, white, black = (opened.pixels[10, column].tolist() for column in (4, 15, 26))
    assert min(white) > 250
    assert max(black) < 5
    assert red[0] > 250
    assert max(red[1:]) < 5
    assert opened.profile is None
    assert "CMYK" in opened.notes[0]


def test_an_animation_shows_its_first_picture(tmp_path: Path) -> None:
    frames = [Image.new("L", (8, 8), value) for value in (10, 200)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])

    opened = open_photo(tmp_path / "a.gif")

    assert opened.pixels.max() == 10
    assert "This file has 2 pictures; the first is shown." in opened.notes


def test_a_broken_profile_is_said_and_left_out(tmp_path: Path) -> None:
    for suffix, bad in ((".jpg", b"rubbish" * 40), (".png", profile()[:200]), (".tif", profile("grey"))):
        save_photo(photo(profile=bad), tmp_path / f"a{suffix}")

        opened = open_photo(tmp_path / f"a{suffix}")

        assert opened.profile is None
        assert "profile" in opened.notes[0]


def test_wide_colours_keep_their_numbers(tmp_path: Path) -> None:
    before = photo(bits=16, profile=profile("wide"))
    save_photo(before, tmp_path / "a.png")

    opened = open_photo(tmp_path / "a.png")

    np.testing.assert_array_equal(opened.pixels, before.pixels)
    assert opened.profile == before.profile


# HEIC, AVIF, JPEG


def test_heic_comes_upright_with_its_metadata() -> None:
    opened = open_photo(FILES / "turned.heic")

    assert (opened.height, opened.width) == (64, 48)
    # The blue square of the sensor's top left corner stands at the top right.
    assert opened.pixels[4, -4, 2] > 240 > 20 > opened.pixels[-4, 4, 2]
    read = Image.Exif()
    read.load(b"Exif\0\0" + (opened.metadata.exif or b""))
    assert read[0x0112] == 1
    assert read.get_ifd(0x8769)[0x9003] == "1999:01:02 03:04:05"
    assert opened.metadata.dpi == (300.0, 300.0)
    assert b"xmpmeta" in (opened.metadata.xmp or b"")
    assert opened.profile


def test_deep_heic_stays_deep() -> None:
    opened = open_photo(FILES / "ten-bit.heic")

    x = np.arange(64) * 1000
    assert opened.bits == 16
    assert np.abs(opened.pixels[..., 0].astype(int) - x).max() < 600


def test_heic_alpha_and_grey() -> None:
    assert open_photo(FILES / "grey.heic").is_grey
    veiled = open_photo(FILES / "alpha.heic")
    assert veiled.alpha is not None
    assert np.abs(veiled.alpha.astype(int) - np.arange(64) * 4).max() < 6


@pytest.mark.parametrize("bits", [10, 12])
def test_deep_avif_stays_deep(tmp_path: Path, bits: int) -> None:
    values = np.repeat(np.linspace(0, (1 << bits) - 1, 64).astype(np.uint16)[None, :, None], 48, axis=0)
    data = imagecodecs.avif_encode(np.repeat(values, 3, axis=2), 100, bitspersample=bits)

    opened = open_photo(write(tmp_path / "a.avif", data))

    assert opened.bits == 16
    assert (opened.pixels.min(), opened.pixels.max()) == (0, 65535)


def test_inks_of_adobe_are_the_wrong_way_round(tmp_path: Path) -> None:
    inks = np.zeros((16, 16, 4), np.uint8)
    file = io.BytesIO()
    Image.fromarray(255 - inks, "CMYK").save(file, "JPEG", quality=95)
    data = file.getvalue()
    adobe = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"
    if b"Adobe" not in data:
        data = data[:2] + adobe + data[2:]

    assert open_photo(write(tmp_path / "a.jpg", data)).pixels.max() < 5


def test_an_end_inside_the_thumbnail_is_not_the_end(tmp_path: Path) -> None:
    before = photo(60, 80, metadata=Metadata(exif=exif_block(thumbnail=False) + b"\xff\xd9"))
    save_photo(before, tmp_path / "a.jpg")
    whole = (tmp_path / "a.jpg").read_bytes()

    cut = refusal(write(tmp_path / "b.jpg", whole[:-300]))

    assert cut.message == "The end of this JPEG file is missing."


def test_a_photo_may_be_changed_by_nobody(tmp_path: Path) -> None:
    opened = open_photo(write(tmp_path / "a.png", sample(".png", tmp_path, alpha=True)))

    with pytest.raises(ValueError, match="read-only"):
        opened.pixels[0, 0] = 1


def test_documented_is_complete() -> None:
    assert all((documented().metadata.exif, documented().metadata.xmp, documented().metadata.dpi))
