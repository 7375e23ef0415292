"""``restorer restore`` refuses a target before it works for minutes, not after."""

import sys
from pathlib import Path

import pytest
from PIL import Image

from restorer.__main__ import main
from restorer.cli import restore_command

CLOSED = {"linux": "/sys/a.png", "darwin": "/System/a.png"}.get(sys.platform)
"""A target in a folder in which not even the administrator may make a file."""


@pytest.fixture
def wide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A photo wider than WebP and JPEG can hold, in the working folder; no network may run."""

    def restore(*_arguments: object, **_options: object) -> None:
        pytest.fail("the network was run for a result that cannot be saved")

    monkeypatch.setattr(restore_command, "restore", restore)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "album").mkdir()
    (tmp_path / "taken.png").write_bytes(b"precious")
    (tmp_path / "link.png").symlink_to(tmp_path / "nowhere.png")
    Image.new("L", (66_000, 2)).save(tmp_path / "wide.png")
    return tmp_path / "wide.png"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("a.webp", "16,383"),
        ("a.jpg", "65,500"),
        ("a.avif", "65,536"),
        ("a.xyz", "xyz"),
        ("nowhere/a.png", "nowhere"),
        ("x" * 300 + ".png", "too long"),
        pytest.param(
            CLOSED, "Nothing may be written", marks=pytest.mark.skipif(not CLOSED, reason="none here")
        ),
    ],
)
def test_what_cannot_be_saved_is_not_restored(
    wide: Path, capsys: pytest.CaptureFixture[str], target: str, words: str
) -> None:
    before = sorted(wide.parent.iterdir())

    assert main(["restore", str(wide), "--denoise", "-o", target]) == 1

    assert words in capsys.readouterr().err
    assert sorted(wide.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-o", "wide.png"], "original"),
        (["-o", "wide.png", "--overwrite"], "original"),
        (["-o", "folder.png", "--overwrite"], "is a folder"),
        (["-o", "."], "is a folder"),
        (["-o", "album"], "“album” is a folder"),
        (["-o", "taken.png"], "--overwrite"),
        (["-o", "link.png"], "--overwrite"),
    ],
)
def test_names_that_are_taken_are_refused_first(
    wide: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    assert main(["restore", str(wide), "--denoise", *options]) == 1

    assert words in capsys.readouterr().err
    assert (wide.parent / "taken.png").read_bytes() == b"precious"
