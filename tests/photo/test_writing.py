"""Saving: whole or not at all, never over the original, and every loss said before."""

import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pictures import FOLDER, XMP, documented, exif_block, photo, profile
from PIL import Image

from restorer.errors import Cancelled, PhotoError
from restorer.photo import Metadata, Photo, SaveOptions, check_target, losses, open_photo, save_photo
from restorer.progress import CancelToken, Progress

CLOSED = {"linux": Path("/sys"), "darwin": Path("/System")}.get(sys.platform, Path())
"""A folder in which not even the administrator may make a file."""

SUFFIXES = pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])


@pytest.fixture
def original(tmp_path: Path) -> Photo:
    """An opened photo whose file is ``original.png``."""
    save_photo(photo(), tmp_path / "original.png")
    return open_photo(tmp_path / "original.png")


def refusal(picture: Photo, path: Path, **options: bool) -> str:
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(PhotoError) as caught:
        save_photo(picture, path, **options)
    assert caught.value.hint
    assert not path.parent.is_dir() or sorted(path.parent.iterdir()) == before
    return caught.value.message


def test_the_original_is_never_written_over(original: Photo, tmp_path: Path) -> None:
    source = tmp_path / "original.png"
    before = source.read_bytes()
    (tmp_path / "link.png").symlink_to(source)
    (tmp_path / "hard.png").hardlink_to(source)
    (tmp_path / "folder").symlink_to(tmp_path, target_is_directory=True)

    for name in ("original.png", "link.png", "hard.png", "folder/original.png", "folder/link.png"):
        assert "never written over" in refusal(original, tmp_path / name, overwrite=True)
    assert source.read_bytes() == before


def test_the_name_of_a_vanished_original_is_not_taken_either(original: Photo, tmp_path: Path) -> None:
    (tmp_path / "original.png").unlink()

    assert "never written over" in refusal(original, tmp_path / "original.png", overwrite=True)


def test_an_original_that_was_moved_is_not_written_over_either(original: Photo, tmp_path: Path) -> None:
    result = replace(original, pixels=255 - original.pixels)
    before = (tmp_path / "original.png").read_bytes()
    (tmp_path / "folder").mkdir()

    for moved in (tmp_path / "renamed.png", tmp_path / "folder" / "original.png"):
        next(tmp_path.rglob("*.png")).rename(moved)

        assert "never written over" in refusal(result, moved, overwrite=True)
        assert moved.read_bytes() == before


def test_what_took_the_place_of_the_original_is_not_written_over(original: Photo, tmp_path: Path) -> None:
    (tmp_path / "original.png").rename(tmp_path / "renamed.png")
    (tmp_path / "original.png").write_bytes(b"another program's")

    for name in ("original.png", "renamed.png"):
        assert "never written over" in refusal(original, tmp_path / name, overwrite=True)


def test_an_existing_file_is_replaced_only_if_asked(tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    target.write_bytes(b"precious")

    assert refusal(photo(), target) == "“a.png” exists already."
    assert target.read_bytes() == b"precious"

    save_photo(photo(), target, overwrite=True)
    assert open_photo(target).pixels.shape == (30, 40, 3)


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.tif"

    def meddle(_report: object) -> None:
        target.write_bytes(b"precious")

    with pytest.raises(PhotoError, match="exists already"):
        save_photo(photo(), target, progress=Progress(meddle))
    assert target.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.png", tmp_path / "link.png"
    save_photo(photo(), target)
    link.symlink_to(target)

    save_photo(photo(50, 60), link, overwrite=True)

    assert link.is_symlink()
    assert open_photo(target).width == 60


@SUFFIXES
def test_a_cancel_leaves_nothing_behind(tmp_path: Path, suffix: str) -> None:
    token = CancelToken()
    seen = []

    def watch(report: object) -> None:
        seen.append(report)
        if len(seen) == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        save_photo(photo(1500, 1500), tmp_path / f"a{suffix}", progress=Progress(watch, token))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "Nothing may be written"),
        (errno.EACCES, "Nothing may be written"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str) -> None:
    def fsync(_file: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)

    assert words in refusal(photo(), tmp_path / "a.png")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")
@SUFFIXES
def test_a_full_disk_in_the_middle(tmp_path: Path, suffix: str) -> None:
    import resource
    import signal

    noise = Photo(np.random.default_rng(0).integers(0, 256, (300, 300, 3), dtype=np.uint8))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        assert "could not be saved" in refusal(noise, tmp_path / f"a{suffix}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_targets_that_cannot_be(tmp_path: Path) -> None:
    assert "does not exist" in refusal(photo(), tmp_path / "nowhere" / "a.png")
    assert "needs an ending" in refusal(photo(), tmp_path / "a")
    assert "“.bmp” is not a kind" in refusal(photo(), tmp_path / "a.bmp")
    (tmp_path / "folder.png").mkdir()
    assert "is a folder" in refusal(photo(), tmp_path / "folder.png", overwrite=True)
    assert "too long" in refusal(photo(), tmp_path / ("x" * 300 + ".png"))


def test_sides_too_long_for_a_format(tmp_path: Path) -> None:
    assert "16,383" in refusal(photo(1, 17_000), tmp_path / "a.webp")
    assert "65,500" in refusal(photo(1, 66_000), tmp_path / "a.jpg")


def test_what_would_be_refused_is_known_before(original: Photo, tmp_path: Path) -> None:
    (tmp_path / "taken.png").touch()
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere" / "a.png")
    names = ("original.png", "taken.png", "folder.png", "gone.png", "nowhere/a.png", "a", "a.bmp")
    targets = [(original, tmp_path / name) for name in (*names, "x" * 300 + ".png")]
    targets += [(photo(1, 17_000), tmp_path / "a.webp"), (photo(1, 66_000), tmp_path / "a.jpg")]
    targets += [(photo(1, 66_000), tmp_path / "a.avif")]

    for picture, path in targets:
        with pytest.raises(PhotoError) as caught:
            check_target(picture, path)
        assert refusal(picture, path) == caught.value.message


def test_a_target_that_will_do_is_let_be(original: Photo, tmp_path: Path) -> None:
    (tmp_path / "taken.png").write_bytes(b"precious")
    before = sorted(tmp_path.iterdir())

    check_target(original, tmp_path / "a.png")
    check_target(original, tmp_path / "taken.png", overwrite=True)

    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "taken.png").read_bytes() == b"precious"


@pytest.mark.skipif(not CLOSED.name, reason="no folder is closed to everybody here")
def test_a_folder_that_takes_no_files_is_known_before() -> None:
    with pytest.raises(PhotoError, match="Nothing may be written"):
        check_target(photo(), CLOSED / "a.png")


def test_losses_are_said(tmp_path: Path) -> None:
    deep = photo(bits=16, alpha=True)

    assert losses(deep, Path("a.jpg")) == (
        "JPEG holds 8 bits per channel; this photo has 16 bits.",
        "JPEG has no transparency; transparent parts will be opaque.",
        "JPEG compresses with small errors; TIFF and PNG keep every value.",
    )
    assert losses(deep, Path("a.tif")) == losses(deep, Path("a.png")) == ()
    assert losses(deep, Path("a.tif"), SaveOptions(bits=8)) == (
        "This file will hold 8 bits per channel; this photo has 16 bits.",
    )
    assert "PNG holds 16 bits" in losses(photo(bits=32), Path("a.png"))[0]
    assert losses(photo(), Path("a.webp"), SaveOptions(quality=100)) == ()
    assert "small errors" in losses(photo(), Path("a.webp"))[0]


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_that_a_kind_of_file_has_small_errors_is_no_news_to_whoever_opened_one(
    tmp_path: Path, suffix: str
) -> None:
    save_photo(photo(), tmp_path / f"opened{suffix}")
    opened = open_photo(tmp_path / f"opened{suffix}")

    assert losses(opened, Path(f"result{suffix}")) == ()
    assert "small errors" in losses(opened, Path("result.avif"))[0]


def test_metadata_too_long_for_jpeg_are_said_and_left_out(tmp_path: Path) -> None:
    long = Photo(photo().pixels, metadata=Metadata(exif_block() + bytes(70_000), XMP + b" " * 70_000))

    said = losses(long, Path("a.jpg"))
    save_photo(long, tmp_path / "a.jpg")

    assert [sentence.split()[1] for sentence in said[1:]] == ["EXIF", "XMP"]
    assert open_photo(tmp_path / "a.jpg").pixels.shape == (30, 40, 3)


@SUFFIXES
def test_private_data_are_left_out_if_asked(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"

    save_photo(documented(), path, SaveOptions(strip_private=True))

    data = path.read_bytes()
    assert not [secret for secret in (b"Jane", b"SN12345", b"MAKER", b"Grandmother") if secret in data]
    with Image.open(path) as image:
        exif = image.getexif()
    assert exif.get_ifd(0x8825) == {}
    assert exif[0x010F] == "Zeiler"
    assert "left out" in losses(documented(), path, SaveOptions(strip_private=True))[-1]


@SUFFIXES
def test_dimensions_in_the_metadata_are_true(tmp_path: Path, suffix: str) -> None:
    smaller = Photo(photo(20, 25).pixels, metadata=Metadata(exif_block(size=(3000, 4000))))

    save_photo(smaller, tmp_path / f"a{suffix}")

    data = (tmp_path / f"a{suffix}").read_bytes()
    with Image.open(tmp_path / f"a{suffix}") as image:
        camera = image.getexif().get_ifd(0x8769)
    assert (camera[0xA002], camera[0xA003]) == (25, 20)
    assert b"THUMBNAIL" not in data


def test_the_rights_of_a_new_file_are_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    save_photo(photo(), tmp_path / "a.png")

    assert (tmp_path / "a.png").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    seen: list[float] = []

    save_photo(
        photo(3000, 1000), tmp_path / "a.tif", progress=Progress(lambda report: seen.append(report.fraction))
    )

    assert seen == sorted(seen)
    assert len(seen) > 5
    assert seen[-1] > 0.95


def test_grey_with_a_grey_profile_keeps_its_looks_in_webp(tmp_path: Path) -> None:
    linear = photo(channels=1, profile=profile("grey"))

    save_photo(linear, tmp_path / "a.webp", SaveOptions(quality=100))

    middle = open_photo(tmp_path / "a.webp").pixels[0, 20, 0]
    assert linear.pixels[0, 20, 0] == 131
    assert int(middle) == pytest.approx(190, abs=2)  # so bright in sRGB is a half of linear light


@pytest.mark.parametrize("options", [{"quality": 0}, {"quality": 101}, {"bits": 12}])
def test_senseless_options(options: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must be"):
        SaveOptions(**options)


def test_folders_of_any_script(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()

    save_photo(photo(), tmp_path / FOLDER / "写真.png")

    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["写真.png"]


def test_a_depth_that_was_asked_for_and_does_not_fit_is_said() -> None:
    asked = "JPEG holds 8 bits per channel, not the 16 bits that were asked for."
    assert asked in losses(photo(), Path("a.jpg"), SaveOptions(bits=16))
    assert asked not in losses(photo(bits=16), Path("a.jpg"), SaveOptions(bits=16))  # it says what it had
    assert losses(photo(), Path("a.png"), SaveOptions(bits=16)) == ()
