"""What a header promises is what opening the file then gives."""

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from restorer.errors import PhotoError
from restorer.photo import open_photo, probe, thumbnail


def write(path: Path, mode: str) -> Path:
    random = np.random.default_rng(1)
    if mode == "RGB16":
        tifffile.imwrite(path, random.integers(0, 65536, (30, 40, 3), np.uint16), photometric="rgb")
    elif mode == "I;16":
        Image.fromarray(random.integers(0, 65536, (30, 40), np.uint16)).save(path)
    else:
        colours = Image.fromarray(random.integers(0, 256, (30, 40, 3), np.uint8))
        colours.convert(mode).save(path)
    return path


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.jpg", "RGB"),
        ("a.jpg", "L"),
        ("a.jpg", "CMYK"),
        ("a.png", "RGBA"),
        ("a.png", "I;16"),
        ("a.png", "P"),
        ("a.tif", "RGB16"),
        ("a.tif", "L"),
        ("a.webp", "RGB"),
        ("a.avif", "RGB"),
        ("a.bmp", "RGB"),
        ("a.gif", "P"),
        ("写真 №1.PNG", "RGB"),
    ],
)
def test_the_header_tells_what_opening_gives(tmp_path: Path, name: str, mode: str) -> None:
    path = write(tmp_path / name, mode)
    facts, photo = probe(path), open_photo(path)
    assert (facts.width, facts.height) == (photo.width, photo.height) == (40, 30)
    assert (facts.kind, facts.bits) == (photo.format, photo.bits)
    assert facts.channels == photo.pixels.shape[2] + (photo.alpha is not None)
    assert facts.bytes == photo.pixels.nbytes + (0 if photo.alpha is None else photo.alpha.nbytes)


def test_what_is_cut_off_after_its_header_still_tells_its_size(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jpg", "RGB")
    path.write_bytes(path.read_bytes()[:-400])
    assert (probe(path).width, probe(path).height) == (40, 30)


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"\x89PNG\r\n\x1a\nshort", b"\xff\xd8\xff\xe0"])
def test_what_is_no_photo_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError, match=r"a\.jpg|JPEG"):
        probe(path)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "files").glob("*.heic")), ids=lambda it: it.stem
)
def test_the_header_of_a_heic_file_tells_what_opening_gives(path: Path) -> None:
    facts, photo = probe(path), open_photo(path)
    assert facts.width * facts.height == photo.width * photo.height
    assert (facts.kind, facts.bits) == (photo.format, photo.bits)


@pytest.mark.parametrize(
    ("suffix", "top"), [(".jp2", 4095), (".jp2", 65535), (".ppm", 4095), (".ppm", 65535)]
)
@pytest.mark.parametrize("channels", [1, 3])
def test_deep_pictures_of_archives_and_scanners_stay_deep(
    tmp_path: Path, suffix: str, top: int, channels: int
) -> None:
    import imagecodecs

    deep = np.linspace(0, top, 40 * 30 * channels).reshape(30, 40, channels).astype(np.uint16)
    if suffix == ".jp2":
        data = imagecodecs.jpeg2k_encode(deep, codecformat="jp2", level=0, bitspersample=top.bit_length())
    else:
        head = f"P{5 if channels == 1 else 6}\n# SANE data follows\n40 30\n{top}\n"
        data = head.encode() + deep.astype(">u2").tobytes()
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)

    facts, photo = probe(path), open_photo(path)

    assert (facts.bits, facts.channels) == (photo.bits, photo.pixels.shape[2]) == (16, channels)
    assert np.array_equal(photo.pixels, np.rint(deep * (65535 / top)).astype(np.uint16))


def test_a_deep_avif_is_known_to_be_deep(tmp_path: Path) -> None:
    import imagecodecs

    deep = np.linspace(0, 1023, 40 * 30 * 3).reshape(30, 40, 3).astype(np.uint16)
    (tmp_path / "a.avif").write_bytes(imagecodecs.avif_encode(deep, level=90, bitspersample=10))
    assert probe(tmp_path / "a.avif").bits == open_photo(tmp_path / "a.avif").bits == 16


@pytest.mark.parametrize("before", [b"", b"\xff\xfe\xff\xff".ljust(65_537, b" ") * 20], ids=["plain", "late"])
def test_a_jpeg_of_twelve_bits_is_known_to_be_deep(tmp_path: Path, before: bytes) -> None:
    import imagecodecs

    deep = np.linspace(0, 4095, 30 * 40).reshape(30, 40).astype(np.uint16)
    data = imagecodecs.jpeg8_encode(deep, level=90, bitspersample=12)
    path = tmp_path / "a.jpg"
    path.write_bytes(data[:2] + before + data[2:])

    facts, photo = probe(path), open_photo(path)

    assert (facts.width, facts.height) == (photo.width, photo.height) == (40, 30)
    assert (facts.bits, facts.channels) == (photo.bits, photo.pixels.shape[2]) == (16, 1)
    assert thumbnail(path, 20).shape == (15, 20, 3)
