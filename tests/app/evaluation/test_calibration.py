"""Calibration: what is found in clean photos is wrong, and counted by score."""

import json
from pathlib import Path

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.app.evaluation.calibration import calibrate, clean_photos
from restorer.cli import evaluate_command
from restorer.errors import ModelError, PhotoError
from restorer.inference.card import ModelCard


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two photos of 0.05 megapixels: one has two spots that look damaged, one of them hardly."""
    pixels = np.full((200, 250, 3), 90, np.uint8)
    Image.fromarray(pixels).save(tmp_path / "clean.png")
    pixels[20:24, 20:24, 0] = 255
    pixels[100:104, 100:104, 0] = 251
    Image.fromarray(pixels).save(tmp_path / "spots.png")
    (tmp_path / "notes.txt").write_text("no photo")
    return tmp_path


def test_wrong_finds_are_counted_per_megapixel(photos: Path) -> None:
    table = calibrate(clean_photos(photos), FamilyCatalog().find("find-damage"), FamilyEngine())
    rates = {entry["score"]: entry["wrong_per_megapixel"] for entry in table}
    assert rates[0.7] == pytest.approx(20)
    assert rates[0.93] == pytest.approx(10)
    assert list(rates.values()) == sorted(rates.values(), reverse=True)


def test_a_score_that_nothing_reached_is_not_taken_for_infallible(photos: Path) -> None:
    model = FamilyCatalog().find("find-damage")
    table = calibrate([photos / "clean.png"], model, FamilyEngine())
    assert all(entry["wrong_per_megapixel"] == pytest.approx(10) for entry in table)


def test_a_model_that_finds_nothing_is_refused(photos: Path) -> None:
    with pytest.raises(ModelError, match="finds nothing"):
        calibrate(clean_photos(photos), FamilyCatalog().find("denoise"), FamilyEngine())


def test_a_folder_without_photos_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match="no photos"):
        clean_photos(tmp_path)


def test_the_command_prints_what_goes_into_the_card(
    photos: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate_command, "Engine", lambda device: FamilyEngine())
    monkeypatch.setattr(evaluate_command, "Catalog", lambda folders: FamilyCatalog())
    assert main(["evaluate", str(photos), "--model", "find-damage", "--calibrate", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {frozenset(it) for it in found["calibration"]} == {frozenset({"score", "wrong_per_megapixel"})}
    assert found["fit"] == {}


def test_with_masks_of_dirt_the_command_finds_how_scores_are_read(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate_command, "Engine", lambda device: FamilyEngine())
    monkeypatch.setattr(evaluate_command, "Catalog", lambda folders: FamilyCatalog())
    blot = np.zeros((60, 60), np.uint8)
    blot[20:30, 20:40] = 255
    for kind in range(4):
        (tmp_path / "dirt" / f"kind{kind}").mkdir(parents=True)
        for index in range(20):
            Image.fromarray(blot).save(tmp_path / "dirt" / f"kind{kind}" / f"{index}.png")
    options = ["--artefacts", str(tmp_path / "dirt"), "--calibrate"]
    assert main(["evaluate", str(photos), "--model", "find-damage", *options, "--json"]) == 0
    fit = json.loads(capsys.readouterr().out)["fit"]
    assert fit["slope"] != 1.0
    assert (fit["half"], fit["third"], fit["raised"]) == (0, 0, 0), "as the card has it"
    written: list[ModelCard] = []
    monkeypatch.setattr(evaluate_command, "save_card", lambda card, folder: written.append(card))
    assert main(["evaluate", str(photos), "--model", "find-damage", *options, "--write-card"]) == 0
    assert written[0].fit == fit
    assert len(written[0].calibration) > 3
    assert f"even {fit['even']:g}" in "".join(capsys.readouterr())
    assert main(["evaluate", str(photos), "--model", "watermark", *options, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fit"] == {}
