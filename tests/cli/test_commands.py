"""The command line, with the bundled model: results, exit statuses and what is said."""

import json
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from training_folder import scans

from restorer.__main__ import main
from restorer.app.self_check import Check
from restorer.cli import check_command, list_commands, reading_ahead, restore_command, train_command
from restorer.cli.terminal import time_left
from restorer.inference.catalog import Catalog
from restorer.progress import Progress


@pytest.fixture
def noisy(tmp_path: Path) -> Path:
    random = np.random.default_rng(1)
    smooth = np.linspace(40, 200, 120)[None, :, None] * np.ones((100, 1, 3))
    noisy = np.clip(smooth + random.normal(0, 25, smooth.shape), 0, 255).astype(np.uint8)
    path = tmp_path / "Fotos Žlutý 写真 #1 & (ß).png"
    Image.fromarray(noisy).save(path)
    return path


def test_a_noisy_photo_comes_out_cleaner(noisy: Path, tmp_path: Path) -> None:
    before = noisy.read_bytes()
    result = tmp_path / "clean.png"
    assert main(["restore", str(noisy), "-o", str(result), "--denoise"]) == 0
    smooth = np.linspace(40, 200, 120)[None, :, None]
    noise, left = (np.std(np.asarray(Image.open(path)) - smooth) for path in (noisy, result))
    assert left < 0.4 * noise
    assert noisy.read_bytes() == before


def test_the_result_lies_beside_the_photo(noisy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(noisy), "--denoise", "--strength", "50"]) == 0
    expected = noisy.with_name("Fotos Žlutý 写真 #1 & (ß) restored.png")
    assert expected.is_file()
    assert capsys.readouterr().out.strip() == str(expected)


def test_the_result_is_of_the_kind_that_the_photo_truly_is(noisy: Path) -> None:
    disguised = noisy.with_name("disguised.jpg")
    with Image.open(noisy) as picture:
        picture.convert("RGBA").save(disguised, format="PNG")
    assert main(["restore", str(disguised), "--denoise", "--strength", "0"]) == 0
    with Image.open(noisy.with_name("disguised restored.png")) as result:
        assert (result.format, result.mode) == ("PNG", "RGBA")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_whoever_asks_to_stop_finds_nothing_left_behind(
    name: str, noisy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = getattr(signal, name, signal.SIGINT)  # Windows knows no closing terminal
    before = signal.signal(number, signal.default_int_handler)
    asked = restore_command.restore

    def stopped(*given: Any, **options: Any) -> Any:
        signal.raise_signal(number)
        return asked(*given, **options)

    monkeypatch.setattr(restore_command, "restore", stopped)
    there = sorted(noisy.parent.iterdir())
    try:
        assert main(["restore", str(noisy), "--denoise"]) == 130
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)
    assert sorted(noisy.parent.iterdir()) == there
    assert "Stopped." in capsys.readouterr().err


def test_json_tells_what_was_done(noisy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(noisy), "-o", str(tmp_path / "a.png"), "--denoise", "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["steps"][0]["step"] == "denoise"
    assert content["steps"][0]["device"] == "cpu"
    assert 0 <= content["unchanged"] < 1


def test_a_recipe_file_does_the_same_as_the_options(noisy: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.json"
    recipe.write_text('{"format": 1, "steps": [{"step": "denoise", "strength": 0.6}]}')
    assert main(["restore", str(noisy), "-o", str(tmp_path / "a.png"), "--recipe", str(recipe)]) == 0
    options = ["--denoise", "--strength", "60"]
    assert main(["restore", str(noisy), "-o", str(tmp_path / "b.png"), *options]) == 0
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_nothing_is_overwritten_unasked(noisy: Path, tmp_path: Path) -> None:
    result = tmp_path / "kept.png"
    result.write_bytes(b"precious")
    assert main(["restore", str(noisy), "-o", str(result), "--denoise"]) == 1
    assert result.read_bytes() == b"precious"
    assert main(["restore", str(noisy), "-o", str(result), "--denoise", "--overwrite"]) == 0
    assert result.read_bytes() != b"precious"


def test_the_original_is_never_the_target(noisy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = noisy.read_bytes()
    assert main(["restore", str(noisy), "-o", str(noisy), "--denoise", "--overwrite"]) == 1
    assert noisy.read_bytes() == before
    assert "original" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["restore", "nowhere.png", "--denoise"], 1, "nowhere.png"),
        (["restore", "PHOTO"], 1, "nothing to do"),
        (["analyze", "."], 1, "“.” is a folder"),
        (["restore", "PHOTO", "--denoise", "-o", "missing/out.png"], 1, "missing"),
        (["restore", "PHOTO", "--denoise", "-o", "result.xyz"], 1, "xyz"),
        (["restore", "PHOTO", "--denoise", "--model", "nobody"], 3, "nobody"),
        (["restore", "PHOTO", "--denoise", "--device", "abacus"], 3, "abacus"),
        (["restore", "PHOTO", "--denoise", "--device", "coreml"], 3, "coreml"),
        (["restore", "PHOTO", "--recipe", "missing.json"], 1, "missing.json"),
        (["restore", "PHOTO", "--denoise", "--strength", "200"], 2, "between 0 and 100"),
        (["restore"], 2, "PHOTO"),
        (["resotre", "PHOTO", "--denoise"], 2, "invalid choice: 'resotre'"),
        (["--auto", "PHOTO"], 2, "usage: restorer"),
        (["evaluate", ".", "--sigma", "-5"], 2, "between 0 and 255"),
        (["evaluate", ".", "--limit", "0"], 2, "between 1 and"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_status(
    arguments: list[str],
    status: int,
    words: str,
    noisy: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(noisy.parent)
    before = sorted(noisy.parent.iterdir())
    assert main([str(noisy) if word == "PHOTO" else word for word in arguments]) == status
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""
    assert sorted(noisy.parent.iterdir()) == before


def test_the_bundled_model_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--json"]) == 0
    cards = json.loads(capsys.readouterr().out)
    assert {"denoise"} <= {card["id"] for card in cards}
    assert main(["models"]) == 0
    assert "denoise" in capsys.readouterr().out


def test_the_processor_is_listed_last(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[-1]["id"] == "cpu"


def test_this_installation_checks_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-check", "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["passed"]
    assert any(check["name"] == "model denoise" for check in content["checks"])


def test_a_self_check_can_be_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def checks(catalog: Catalog) -> Iterator[Check]:
        yield Check("one", True, "It computes.")
        signal.raise_signal(signal.SIGINT)
        yield Check("two", True, "It computes.")

    monkeypatch.setattr(check_command, "run_checks", checks)
    assert main(["self-check"]) == 130
    assert "two" not in capsys.readouterr().out


def test_evaluate_prints_how_much_better_it_gets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = np.linspace(40, 200, 96)[None, :, None] * np.ones((96, 1, 3))
    Image.fromarray(picture.astype(np.uint8)).save(tmp_path / "clean.png")
    options = ["--sigma", "25", "--jpeg", "20", "--clean", "--json"]
    assert main(["evaluate", str(tmp_path), *options]) == 0
    scores = {
        (it["case"], it["method"]): it["figures"]["PSNR (dB)"] for it in json.loads(capsys.readouterr().out)
    }
    assert scores["Gaussian σ = 25", "as it is"] == pytest.approx(20.2, abs=0.3)
    assert scores["Gaussian σ = 25", "Denoise"] > 26
    assert scores["clean", "as it is"] == 100


def test_evaluate_measures_real_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = np.linspace(40, 200, 96)[None, :, None] * np.ones((96, 1, 3))
    noisy = picture + np.random.default_rng(1).normal(0, 20, picture.shape)
    Image.fromarray(picture.astype(np.uint8)).save(tmp_path / "a_mean.png")
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(tmp_path / "a_real.png")
    assert main(["evaluate", str(tmp_path), "--pairs", "--json"]) == 0
    before, after = (score["figures"]["PSNR (dB)"] for score in json.loads(capsys.readouterr().out))
    assert after > before + 3


def test_a_mistake_of_ours_is_kept_in_a_file(
    noisy: Path, own_folders: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(options: object, terminal: object) -> int:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(list_commands, "list_models", break_down)
    assert main(["models"]) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: by nought" in said
    assert "Traceback" not in said
    (report,) = own_folders.rglob("unexpected.txt")
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert "exit status" in text
    assert "restorer restore scan.tif --denoise" in text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (4, "a few seconds left"), (33, "about 35 s left"), (300, "about 5 min left")],
)
def test_time_left_is_in_words(seconds: float | None, words: str) -> None:
    assert time_left(seconds) == words


def test_a_folder_that_was_only_to_be_looked_at_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train_command, "child_command", lambda: ["never started"])
    folder = scans(tmp_path / "scans")
    assert main(["train", str(folder), "--task", "scanner", "--report-only"]) == 0
    assert "16 usable photos" in capsys.readouterr().err


def test_a_photo_is_read_meanwhile_and_no_longer_than_it_is_wanted(
    noisy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = []

    def endless(path: Path, *, progress: Progress) -> None:
        unwanted = threading.Event()
        progress.token.on_cancel(unwanted.set)
        if unwanted.wait(60):
            left.append(path)

    monkeypatch.setattr(reading_ahead, "open_photo", endless)
    assert main(["restore", str(noisy), "--recipe", str(noisy.with_name("missing.json"))]) == 1
    assert left == [noisy]
    assert "missing.json" in capsys.readouterr().err
