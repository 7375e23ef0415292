"""``restorer inspect``: what was not seen is not called sound."""

from pathlib import Path

import pytest
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.cli import inspect_command


@pytest.fixture(autouse=True)
def _family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspect_command, "Engine", lambda device: FamilyEngine())
    monkeypatch.setattr(inspect_command, "Catalog", lambda folders: FamilyCatalog())


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_folder_of_which_nothing_can_be_read_is_not_called_sound(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    assert main(["inspect", str(tmp_path), *options]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "None of the photos in" in said.err


def test_bad_photos_are_named_beside_what_was_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (64, 64), (90, 90, 90)).save(tmp_path / "good.png")
    (tmp_path / "bad.png").write_bytes(b"")
    assert main(["inspect", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "nothing unusual" in said.out
    assert "bad.png" in said.err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(tmp_path / "nowhere")]) == 1
    assert "There is no folder" in capsys.readouterr().err
