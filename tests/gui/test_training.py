"""Train on my folder, in the window: four steps, a child that is not torch, and what becomes of its model."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import tiny_models
from fakes import CPU, FakeCatalog, denoise_card
from PIL import Image
from program import Program, TestedEngine, running_program
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot
from training_folder import scans

from restorer import paths
from restorer.app.training.state import Phase, TrainingState
from restorer.errors import RestorerError
from restorer.gui import training_desk
from restorer.gui.equipment import Makers
from restorer.gui.languages import Languages
from restorer.gui.windows.training.window import FOLDER, GOAL, RUN, VERDICT, TrainingWindow

_SOON = 60_000  # milliseconds; a busy machine starts a child slowly

CHILD = """
import json, shutil, sys, time
from pathlib import Path
place = Path(sys.argv[sys.argv.index("--order") + 1])
quality, waits = float({quality}), {waits}
def say(**event):
    print(json.dumps(event), flush=True)
say(event="photos", training=10, choosing=2, judging=2)
say(event="noise", places=50, grain=6.0, rows=3.0, columns=0.0)
say(event="rival", measure="psnr", quality=30.0)
say(event="step", step=10, fraction=0.5, minutes=1.0, loss=0.02, rate=1e-4)
say(event="validation", step=10, fraction=0.5, minutes=1.0, measure="psnr", quality=quality, best=quality)
if waits:
    for line in sys.stdin:
        word = line.strip()
        if word == "pause":
            say(event="paused")
        elif word == "go":
            say(event="resumed")
        elif word == "stop":
            break
    else:
        (place / "checkpoint.safetensors").write_bytes(b"")
        sys.exit(3)
shutil.copytree({model!r}, place / "model")
say(event="verdict", measure="psnr", quality=quality, rival=30.0, estimated=True)
say(event="finished", model=str(place / "model"))
"""


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """The program with a stand-in engine and a built-in model that says how it was made."""
    card = denoise_card(recipe={"name": "Denoise", "task": "denoise"})
    makers = Makers(
        engine=lambda _device: TestedEngine(),  # type: ignore[arg-type, return-value]
        catalog=lambda _folders: FakeCatalog(card),  # type: ignore[arg-type, return-value]
        devices=lambda: [CPU],
    )
    with running_program(qapp, makers) as program:
        yield program


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Return what puts a child in the trainer's place."""
    model = tiny_models.write_model(tmp_path / "made" / "tiny", tiny_models.invert())
    photo = np.random.default_rng(1).random((1, 3, 32, 32), np.float32)
    np.savez(model.folder / "check.npz", photo=photo, result=1 - photo)

    def put(*, quality: float = 30.6, waits: bool = False) -> None:
        script = tmp_path / "child.py"
        script.write_text(CHILD.format(quality=quality, waits=waits, model=str(model.folder)))
        monkeypatch.setattr(training_desk, "child_command", lambda: [sys.executable, str(script)])

    return put


def _window(program: Program) -> TrainingWindow:
    program.do("train")
    found = program.window._training_dialogs._open["train"]
    assert isinstance(found, TrainingWindow)
    return found


def _text(window: TrainingWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def _click(window: TrainingWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    assert button.isEnabled(), name
    button.click()


def _train(program: Program, qtbot: QtBot, photos: Path) -> TrainingWindow:
    """Go as far as the third step."""
    window = _window(program)
    program.answers.folder = photos
    _click(window, "choose_folder")
    qtbot.waitUntil(lambda: program.application.training.report is not None, timeout=_SOON)
    _click(window, "next")
    assert window.page == GOAL
    _click(window, "next")
    qtbot.waitUntil(lambda: window.page in (RUN, VERDICT), timeout=_SOON)
    return window


def test_a_folder_is_looked_at_and_explained(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(program)
    assert window.page == FOLDER
    next_button = window.findChild(QPushButton, "next")
    assert isinstance(next_button, QPushButton)
    assert not next_button.isEnabled()
    program.answers.folder = tmp_path
    _click(window, "choose_folder")
    qtbot.waitUntil(lambda: "no photos" in _text(window, "looking_note"), timeout=_SOON)
    program.answers.folder = scans(tmp_path / "scans", count=14)
    _click(window, "choose_folder")
    qtbot.waitUntil(lambda: program.application.training.report is not None, timeout=_SOON)
    assert "14 photos can be learnt from" in _text(window, "folder_statement")
    _click(window, "next")
    assert "14 scans have noise to learn" in _text(window, "prospect_scanner")
    colours = window.findChild(QRadioButton, "goal_colours")
    assert isinstance(colours, QRadioButton)
    colours.click()
    assert "at least 30" in _text(window, "prospect_colours")


def test_the_code_size_is_explained_as_it_is_chosen(program: Program, qtbot: QtBot) -> None:
    window = _window(program)
    assert "one of the code" in _text(window, "compression")
    code, layers = (window.findChild(QSpinBox, name) for name in ("code_size", "layers"))
    assert isinstance(code, QSpinBox)
    assert isinstance(layers, QSpinBox)
    layers.setValue(2)
    code.setValue(48)
    assert "only learn to copy" in _text(window, "compression")


def test_a_better_model_is_kept_and_used(program: Program, qtbot: QtBot, tmp_path: Path, child) -> None:  # type: ignore[no-untyped-def]
    child()
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    qtbot.waitUntil(lambda: window.page == VERDICT, timeout=_SOON)
    assert "Better than the built-in model by 0.6 dB" in _text(window, "verdict_sentence")
    assert "estimate" in _text(window, "verdict_sentence")
    name = window.findChild(QLineEdit, "model_name_field")
    assert isinstance(name, QLineEdit)
    name.setText("Attic scanner")
    _click(window, "keep_model")
    qtbot.waitUntil(lambda: "Attic scanner" in _text(window, "kept_words"), timeout=_SOON)
    _click(window, "use_model")
    model = "own-scanner-attic-scanner"
    assert program.workspace.model == model
    assert program.application.preferences.settings.denoise_model == model
    assert (paths.user_models() / model / "card.json").exists()


def test_a_model_that_is_no_better_is_not_offered(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    child,  # type: ignore[no-untyped-def]
) -> None:
    child(quality=29.9)
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    qtbot.waitUntil(lambda: window.page == VERDICT, timeout=_SOON)
    assert "not offered" in _text(window, "verdict_sentence")
    assert _text(window, "verdict_advice").startswith("•")
    keep = window.findChild(QPushButton, "keep_model")
    assert isinstance(keep, QPushButton)
    assert not keep.isVisibleTo(window)


def test_it_is_watched_paused_and_stopped(program: Program, qtbot: QtBot, tmp_path: Path, child) -> None:  # type: ignore[no-untyped-def]
    child(waits=True)
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    training = program.application.training
    qtbot.waitUntil(lambda: bool(training.state.gains), timeout=_SOON)
    assert _text(window, "training_statement") == (
        "Better than the built-in model by 0.6 dB on photos it has not seen"
    )
    assert "stripes of 3.0" in _text(window, "measured_noise")
    assert "1 min left" in _text(window, "time_left")
    _click(window, "pause_training")
    qtbot.waitUntil(lambda: training.state.phase is Phase.PAUSED, timeout=_SOON)
    assert _text(window, "training_statement").startswith("Paused")
    _click(window, "pause_training")
    qtbot.waitUntil(lambda: training.state.phase is Phase.TRAINING, timeout=_SOON)
    _click(window, "stop_training")
    qtbot.waitUntil(lambda: window.page == VERDICT, timeout=_SOON)


def test_it_goes_on_while_its_window_is_closed_and_after_the_program_was(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    child,  # type: ignore[no-untyped-def]
) -> None:
    child(waits=True)
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    training = program.application.training
    qtbot.waitUntil(lambda: bool(training.state.gains), timeout=_SOON)
    window.close()
    assert training.running
    assert _window(program).page == RUN
    training.leave()
    qtbot.waitUntil(lambda: not training.running, timeout=_SOON)
    assert training.state.phase is Phase.LEFT
    left = training.resumable()
    assert left is not None
    _window(program).close()
    again = _window(program)
    assert "left before its end" in _text(again, "left_run")
    _click(again, "go_on_run")
    qtbot.waitUntil(lambda: training.running, timeout=_SOON)
    assert again.page == RUN
    training.stop()
    qtbot.waitUntil(lambda: again.page == VERDICT, timeout=_SOON)


def _after_a_restart(program: Program) -> TrainingWindow:
    """Let the desk know nothing, as when the program has been started anew."""
    _window(program).close()
    training = program.application.training
    training.run, training.state = None, TrainingState()
    return _window(program)


def test_a_model_that_nobody_has_kept_yet_is_not_lost(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    child,  # type: ignore[no-untyped-def]
) -> None:
    child()
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    qtbot.waitUntil(lambda: window.page == VERDICT, timeout=_SOON)
    window = _after_a_restart(program)
    assert window.page == FOLDER
    assert "is not kept yet" in _text(window, "left_run")
    program.answers.forgets_training = False
    _click(window, "forget_run")
    assert program.answers.asked[-1] == "forget training"
    _click(window, "go_on_run")
    assert window.page == VERDICT
    assert "Better than the built-in model by 0.6 dB" in _text(window, "verdict_sentence")
    _click(window, "keep_model")
    qtbot.waitUntil(lambda: "among the models" in _text(window, "kept_words"), timeout=_SOON)
    assert program.application.training.unkept() is None
    window = _after_a_restart(program)
    assert not window.folder_page._left.isVisibleTo(window)


def test_what_was_learnt_is_thrown_away_only_if_that_is_meant(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    child,  # type: ignore[no-untyped-def]
) -> None:
    child(waits=True)
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    training = program.application.training
    qtbot.waitUntil(lambda: bool(training.state.gains), timeout=_SOON)
    training.leave()
    qtbot.waitUntil(lambda: not training.running, timeout=_SOON)
    window = _after_a_restart(program)
    for meant in (False, True):
        program.answers.forgets_training = meant
        _click(window, "forget_run")
        assert (training.resumable() is None) is meant


def test_why_a_training_failed_is_said_in_the_language_of_the_window(program: Program) -> None:
    page = _window(program).run_page
    error = RestorerError("This file holds a picture without any pixels.", "It may be damaged.")
    failed = TrainingState(Phase.FAILED, error=error)
    assert page._words(failed, has_builtin=True) == str(error)
    spoken = Languages("de")
    german = page._words(failed, has_builtin=True)
    spoken.remove()
    assert german.startswith("Diese Datei enthält ein Bild")


def test_what_cannot_begin_is_a_sentence(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> list[str]:
        raise RestorerError("Training needs a part that is not installed.", "Add it.")

    monkeypatch.setattr(training_desk, "child_command", missing)
    window = _train(program, qtbot, scans(tmp_path / "scans", count=14))
    qtbot.waitUntil(lambda: "not installed" in _text(window, "training_trouble"), timeout=_SOON)
    assert window.page == GOAL


def test_the_window_never_loads_torch(tmp_path: Path) -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
qt = QApplication([])
from restorer.gui.application import Application
application = Application(qt)
application.start()
application.window.actions_["train"].trigger()
application.window.actions_["own_models"].trigger()
qt.processEvents()
application.window._left = True
application.window.close()
application.stop()
print(*sorted(name.partition(".")[0] for name in sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert {"torch", "onnx", "safetensors"}.isdisjoint(run.stdout.split())


def test_a_mark_is_shown_before_it_is_learnt(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(program)
    program.answers.folder = scans(tmp_path / "scans", count=3)
    _click(window, "choose_folder")
    qtbot.waitUntil(lambda: program.application.training.report is not None, timeout=_SOON)
    _click(window, "next")
    window.findChild(QRadioButton, "goal_watermark").setChecked(True)
    plain = np.full((40, 60, 3), 30, np.uint8)
    plain[15:25, 20:40] = 200
    Image.fromarray(plain).save(tmp_path / "mark on black.png")
    program.answers.photos = [tmp_path / "mark on black.png"]
    assert not window.goal_page.ready
    with qtbot.waitSignal(program.application.training.mark_shown):
        window.findChild(QPushButton, "choose_mark").click()
    assert window.goal_page.ready
    picture = window.findChild(QLabel, "mark_picture")
    assert picture.isVisible()
    assert not picture.pixmap().isNull()
    program.answers.photos = list((tmp_path / "scans").iterdir())
    with qtbot.waitSignal(program.application.training.trouble):
        window.findChild(QPushButton, "choose_mark").click()
    assert "have the same size" in window.findChild(QLabel, "training_trouble").text()
    assert window.goal_page.ready  # with the mark from before
