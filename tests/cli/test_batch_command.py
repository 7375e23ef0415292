"""``restorer batch`` on the command line, with the bundled model: plan, results, exit statuses."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from restorer.__main__ import main
from restorer.app.batch.pace import Span
from restorer.cli.batch_view import time_left
from restorer.cli.terminal import Terminal


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Return a folder with a noisy photo, a clean one in a sub-folder, and a broken one."""
    folder = tmp_path / "Fotos Žlutý 写真 #1 & (ß)"
    (folder / "sub").mkdir(parents=True)
    smooth = np.linspace(40, 200, 120)[None, :, None] * np.ones((100, 1, 3))
    noisy = np.clip(smooth + np.random.default_rng(1).normal(0, 25, smooth.shape), 0, 255)
    Image.fromarray(noisy.astype(np.uint8)).save(folder / "noisy.png")
    Image.fromarray(np.full((60, 80, 3), 128, np.uint8)).save(folder / "sub" / "clean.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return folder


def batch(*arguments: object) -> int:
    return main(["batch", *map(str, arguments)])


def report(out: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return content


def test_a_folder_is_restored_and_the_report_tells_of_it(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert batch(photos, "-o", out, "--recursive", "--denoise") == 1  # one photo is broken
    captured = capsys.readouterr()
    assert "2 restored, 1 failed" in captured.out
    assert "2 photos to restore" in captured.err
    assert "broken.jpg" in captured.err
    assert {path.relative_to(out).as_posix() for path in out.rglob("*.png")} == {"noisy.png", "sub/clean.png"}
    assert report(out)["counts"] == {"planned": 0, "running": 0, "done": 2, "failed": 1, "skipped": 0}
    smooth = np.linspace(40, 200, 120)[None, :, None]
    assert np.std(np.asarray(Image.open(out / "noisy.png")) - smooth) < 12


def test_the_second_time_there_is_nothing_to_do(photos: Path, tmp_path: Path) -> None:
    (photos / "broken.jpg").unlink()
    out = tmp_path / "out"
    assert batch(photos, "-o", out, "--recursive", "--denoise") == 0
    before = (out / "noisy.png").stat()
    assert batch(photos, "-o", out, "--recursive", "--denoise", "--json") == 0
    assert (out / "noisy.png").stat() == before
    assert report(out)["this_run"]["done"] == 0


def test_a_dry_run_shows_the_plan_and_writes_nothing(
    photos: Path, tmp_path: Path, own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert batch(photos, "-o", out, "--recursive", "--auto", "--dry-run", "--json") == 0
    plan = json.loads(capsys.readouterr().out)
    assert [Path(one["source"]).name for one in plan["photos"]] == ["noisy.png", "clean.png"]
    assert [one["result"] for one in plan["photos"]] == ["noisy.png", "sub/clean.png"]
    assert plan["seconds"][0] <= plan["seconds"][1]
    assert 0 < plan["disk_needed"] < plan["disk_free"]
    assert plan["failed"][0]["source"].endswith("broken.jpg")
    assert not out.exists()
    assert not list(own_folders.rglob("*.sqlite"))
    assert batch(photos, "-o", out, "--denoise", "--dry-run") == 0
    shown = capsys.readouterr()
    assert "noisy.png\t" in shown.out
    assert "1 photo to restore, 0.1 megapixels" in shown.err


def test_auto_leaves_a_clean_photo_alone(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (photos / "broken.jpg").unlink()
    assert batch(photos, "-o", out, "-r", "--auto", "--quiet") == 0
    told = {Path(one["source"]).name: one for one in report(out)["photos"]}
    assert told["noisy.png"]["state"] == "done"
    assert "Noise" in told["noisy.png"]["findings"]
    assert told["clean.png"]["state"] == "skipped"
    assert told["clean.png"]["reason"].startswith("Nothing needs")


def test_retrying_what_failed(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(photos, "-o", out, "--denoise")
    assert batch(photos, "-o", out, "--denoise", "--retry-failed") == 1
    (photos / "broken.jpg").unlink()
    Image.fromarray(np.full((20, 20, 3), 90, np.uint8)).save(photos / "broken.jpg")
    assert batch(photos, "-o", out, "--denoise", "--retry-failed") == 0
    assert (out / "broken.jpg").is_file()


def test_undoing(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, trash = tmp_path / "out", list[Path]()
    batch(photos, "-o", out, "-r", "--denoise")
    monkeypatch.setattr("send2trash.send2trash", lambda path: trash.append(path) or path.unlink())
    assert batch("-o", out, "--undo", "--json") == 0
    assert sorted(path.name for path in trash) == ["clean.png", "noisy.png"]
    batch(photos / "noisy.png", "-o", out, "--denoise")
    capsys.readouterr()
    assert batch("-o", out, "--undo") == 0
    assert "1 result moved to the trash, 0 kept." in capsys.readouterr().out
    assert not list(out.rglob("*.png"))
    assert report(out)["counts"]["done"] == 0


def test_undoing_that_is_stopped_reports_what_is_in_the_trash(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    batch(photos, "-o", out, "-r", "--denoise")

    def trash(path: Path) -> None:
        path.unlink()
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("send2trash.send2trash", trash)
    assert batch("-o", out, "--undo") == 130
    assert len(list(out.rglob("*.png"))) == 1
    assert report(out)["counts"]["done"] == 1


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["-o", "OUT", "--denoise"], 2, "No photos were named"),
        (["PHOTOS", "--denoise"], 2, "-o"),
        (["PHOTOS", "-o", "OUT"], 1, "nothing to do"),
        (["PHOTOS", "-o", "OUT", "--auto", "--denoise"], 2, "chooses the steps itself"),
        (["PHOTOS", "-o", "OUT", "--auto", "--strength", "5"], 2, "--strength is a setting"),
        (["PHOTOS", "-o", "PHOTOS", "--denoise"], 1, "output folder"),
        (["nowhere", "-o", "OUT", "--denoise"], 1, "nowhere"),
        (["PHOTOS", "-o", "OUT", "--denoise", "--model", "nobody"], 3, "nobody"),
        (["-o", "OUT", "--undo"], 1, "No batch was restored"),
        (["PHOTOS", "-o", "PHOTOS/noisy.png", "--denoise"], 1, "is a file"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_status(
    arguments: list[str],
    status: int,
    words: str,
    photos: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    told = [word.replace("PHOTOS", str(photos)).replace("OUT", str(out)) for word in arguments]
    assert batch(*told) == status
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err
    assert not out.exists()


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, ""),
        (Span(2, 6), "a few seconds left"),
        (Span(20, 31), "20–31 s left"),
        (Span(170, 410), "3–7 min left"),
        (Span(7000, 7300), "about 2 h left"),
        (Span(300_000, 900_000), "3–10 days left"),
    ],
)
def test_time_left_is_a_range_in_words(span: Span | None, words: str) -> None:
    assert time_left(span) == words


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """What is typed at a terminal; before that, somebody sits there in silence."""
    if not hasattr(os, "openpty"):
        pytest.skip("a terminal cannot be made here")
    hands, keyboard = os.openpty()
    with os.fdopen(hands, "w") as typed, os.fdopen(keyboard) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        yield lambda text: print(text, file=typed, flush=True)


QUESTION = ("The disk is full.", {"r": "try again", "q": "stop"})


def test_a_question_is_asked_until_it_is_answered(
    monkeypatch: pytest.MonkeyPatch, types: Callable[[str], None]
) -> None:
    terminal = Terminal()
    assert terminal.ask(*QUESTION) is None  # no terminal
    monkeypatch.setattr(terminal, "_watched", True)
    monkeypatch.setattr(terminal, "_errors", Console(file=io.StringIO(), force_terminal=True))
    with terminal.bar() as show:
        show(0.5, "3 of 6", "a few seconds left")
        types("what?\n\nR")
        assert terminal.ask(*QUESTION) == "r"


@pytest.mark.usefixtures("types")
def test_ctrl_c_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(terminal, "_errors", Console(file=io.StringIO(), force_terminal=True))
    terminal.token.cancel()
    assert terminal.ask(*QUESTION) is None


def start(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "restorer", "batch", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(condition: Callable[[], object], process: "subprocess.Popen[str]") -> None:
    while not condition():
        assert process.poll() is None, process.stderr and process.stderr.read()
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to a process there")
def test_ctrl_c_keeps_what_is_done_and_the_next_run_does_the_rest(tmp_path: Path) -> None:
    photos, out = tmp_path / "photos", tmp_path / "out"
    photos.mkdir()
    for seed in range(12):
        noise = np.random.default_rng(seed).integers(0, 255, (400, 500, 3), np.uint8)
        Image.fromarray(noise).save(photos / f"{seed}.png")
    process = start(photos, "-o", out, "--denoise")
    wait_for(lambda: list(out.glob("*.png")), process)
    process.send_signal(signal.SIGINT)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "not begun or not finished" in told
    done = report(out)["counts"]["done"]
    assert 1 <= done == len(list(out.glob("*.png"))) < 12
    assert batch(photos, "-o", out, "--denoise") == 0
    assert report(out)["this_run"]["done"] == 12 - done


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to a process there")
def test_watching_restores_what_arrives(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start(photos, "-o", out, "-r", "--denoise", "--watch")
    wait_for((out / "report.json").exists, process)
    (photos / "sub" / "clean.png").rename(photos / "later.png")
    wait_for(lambda: "later.png" in (out / "report.json").read_text(encoding="utf-8"), process)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 1  # one photo is broken
    assert report(out)["counts"]["failed"] == 1
