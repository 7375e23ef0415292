"""``restorer sheet``: a picture of many photos, written whole or not at all."""

import json
from pathlib import Path

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.cli import sheet_command


@pytest.fixture(autouse=True)
def _family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_command, "Engine", lambda device: FamilyEngine())
    monkeypatch.setattr(sheet_command, "Catalog", lambda folders: FamilyCatalog())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    photos = tmp_path / "photos"
    photos.mkdir()
    for index in range(4):
        Image.fromarray(np.full((60, 80, 3), 40 * index + 20, np.uint8)).save(photos / f"{index}.png")
    (photos / "notes.txt").write_text("no photo")
    return photos


def test_a_folder_on_one_sheet(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "sheet.png"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    options = ["--denoise", "--limit", "3", "--side", "100", "--across", "1", "--json"]
    assert main(["sheet", str(folder), "-o", str(target), *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["result"] == str(target)
    assert [it["photo"] for it in told["photos"]] == ["0.png", "1.png", "2.png"]
    assert told["photos"][0]["shown"] == ["before", "after", "changed"]
    with Image.open(target) as sheet:
        assert sheet.height > 3 * 60
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_photo_that_cannot_be_read_is_said_and_shown(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "1.png").write_bytes(b"nothing")
    target = tmp_path / "sheet.png"
    assert main(["sheet", str(folder), "-o", str(target), "--auto"]) == 1
    captured = capsys.readouterr()
    assert "1.png" in captured.err
    assert captured.out.strip() == str(target)
    assert target.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["FOLDER", "-o", "FOLDER/0.png", "--denoise", "--overwrite"], "one of the photos"),
        (["FOLDER", "-o", "FOLDER/1.png", "--denoise", "--limit", "1"], "one of the photos"),
        (["FOLDER", "-o", "FOLDER/1.png", "--denoise", "--limit", "1", "--overwrite"], "one of the photos"),
        (["FOLDER", "-o", "sheet.png", "--denoise", "--limit", "-1"], "between 1 and"),
        (["FOLDER", "-o", "sheet.xyz", "--denoise"], "xyz"),
        (["FOLDER", "-o", "sheet.png"], "nothing to do"),
        (["FOLDER", "-o", "sheet.png", "--auto", "--denoise"], "chooses the steps itself"),
        (["EMPTY", "-o", "sheet.png", "--denoise"], "no photos"),
        (["FOLDER", "-o", "sheet.png", "--denoise", "--side", "9"], "between 64 and 1,024"),
    ],
)
def test_what_cannot_work_is_refused_before_the_work(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (tmp_path / "empty").mkdir()
    places = {"FOLDER": str(folder), "EMPTY": str(tmp_path / "empty"), "sheet.": str(tmp_path / "sheet.")}
    for name, place in places.items():
        arguments = [word.replace(name, place) for word in arguments]
    before = sorted(path.read_bytes() for path in folder.iterdir())
    assert main(["sheet", *arguments]) in (1, 2)
    assert words in capsys.readouterr().err
    assert sorted(path.read_bytes() for path in folder.iterdir()) == before
    assert not list(tmp_path.glob("sheet.*"))
