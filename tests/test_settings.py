"""Preferences survive a restart, and a damaged file costs nobody anything."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from restorer.settings import Settings, ThemeChoice, is_result_name, load_settings, save_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_a_missing_file_means_the_defaults(path: Path) -> None:
    assert load_settings(path) == (Settings(), "")


def test_every_field_comes_back(path: Path) -> None:
    settings = Settings(
        ThemeChoice.DARK, "cuda", "{stem} – sauber", 80, True, True, "own-scanner", True, "fr"
    )
    defaults = Settings()
    for field in dataclasses.fields(Settings):
        assert getattr(settings, field.name) != getattr(defaults, field.name), f"{field.name} is not tried"
    save_settings(settings, path)
    assert load_settings(path) == (settings, "")
    assert list(path.parent.iterdir()) == [path], "a temporary file was left behind"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": "dark"}',
        '{"format": 2, "theme": "dark"}',
        '{"format": 1, "theme": "mauve"}',
        '{"format": 1, "quality": "high"}',
        '{"format": 1, "quality": 0}',
        '{"format": 1, "quality": true}',
        '{"format": 1, "result_name": "{stem}"}',
        '{"format": 1, "result_name": "../{stem} x"}',
    ],
)
def test_a_damaged_or_newer_file_is_kept_aside_and_said_once(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    settings, notice = load_settings(path)
    assert settings == Settings()
    assert "settings.json.broken" in notice
    assert path.with_name("settings.json.broken").read_text() == text
    assert load_settings(path) == (Settings(), "")


def test_bytes_that_are_no_text_are_kept_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    settings, notice = load_settings(path)
    assert settings == Settings()
    assert ".broken" in notice


def test_unknown_keys_of_the_same_format_are_ignored(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"format": 1, "device": "cpu", "colour": "mauve"}))
    assert load_settings(path) == (Settings(device="cpu"), "")


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(Settings(device="cpu"), path)

    def full_disk(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(json, "dump", full_disk)
    with pytest.raises(OSError, match="No space"):
        save_settings(Settings(device="cuda"), path)
    assert load_settings(path) == (Settings(device="cpu"), "")
    assert list(path.parent.iterdir()) == [path]


def test_the_result_never_has_the_photos_own_name() -> None:
    assert Settings().name_for("grandma 1947") == "grandma 1947 restored"
    assert Settings(result_name="clean").name_for("x") == "clean"
    for name in ("", "{stem}", " {stem} ", "{stem}.", "a/b", "a:b", "a\nb", "a\0b", "\ud800"):
        assert not is_result_name(name), name


def test_two_programs_never_read_half_of_each_others_settings(path: Path) -> None:
    write = (
        "import sys; from pathlib import Path; from restorer.settings import Settings, save_settings\n"
        "for number in range(300): save_settings(Settings(quality=number % 100 + 1), Path(sys.argv[1]))"
    )
    save_settings(Settings(), path)
    others = [subprocess.Popen([sys.executable, "-c", write, str(path)]) for _ in range(2)]
    while any(other.poll() is None for other in others):
        assert load_settings(path)[1] == ""

    assert [other.returncode for other in others] == [0, 0]
    assert list(path.parent.iterdir()) == [path]
