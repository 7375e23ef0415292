"""From a folder of noisy scans to a photo restored by the model that learnt from it, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from program import Program, running_program
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from training_folder import scans, tiny_builtin

from restorer import paths
from restorer.app.training.choices import Choices
from restorer.gui.equipment import Makers
from restorer.gui.windows.training.window import VERDICT, TrainingWindow
from restorer.inference.catalog import Catalog

pytestmark = pytest.mark.train

_LONG = 400_000  # milliseconds; a busy machine starts torch slowly


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program with the real engine and a tiny built-in model."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    builtin = tiny_builtin(tmp_path / "builtin")
    makers = Makers(catalog=lambda _folders: Catalog([builtin, paths.user_models()]))
    with running_program(qapp, makers) as program:
        yield program


def test_a_folder_a_training_a_verdict_and_a_restored_photo(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = scans(tmp_path / "attic")
    originals = {path: path.read_bytes() for path in photos.iterdir()}
    program.do("train")
    window = program.window._training_dialogs._open["train"]
    assert isinstance(window, TrainingWindow)
    program.answers.folder = photos
    window.findChild(QPushButton, "choose_folder").click()
    training = program.application.training
    qtbot.waitUntil(lambda: training.report is not None, timeout=_LONG)
    window.findChild(QPushButton, "next").click()
    # From nothing, so that the tiny network may hurry; and at full speed, so that the test does.
    hurried = Choices(steps=120, crop=48, batch=4, layers=2, width=9, from_builtin=False)
    monkeypatch.setattr(window.goal_page, "choices", lambda: hurried)
    begin = training.begin
    monkeypatch.setattr(training, "begin", lambda *given, **named: begin(*given, **named, polite=False))
    window.findChild(QPushButton, "next").click()
    qtbot.waitUntil(lambda: window.page == VERDICT, timeout=_LONG)
    assert "Better than" in window.findChild(QLabel, "verdict_sentence").text()
    window.findChild(QLineEdit, "model_name_field").setText("Attic")
    window.findChild(QPushButton, "keep_model").click()
    kept = window.findChild(QLabel, "kept_words")
    qtbot.waitUntil(lambda: "Attic" in kept.text(), timeout=_LONG)
    window.findChild(QPushButton, "use_model").click()

    photo = photos / "scan 03.png"
    program.answers.photos = [photo]
    program.do("open")
    qtbot.waitUntil(lambda: program.workspace.name == photo.name and not program.workspace.estimating)
    program.do("restore")
    qtbot.waitUntil(lambda: program.workspace.has_result, timeout=_LONG)
    document = program.workspace.document
    assert document is not None
    assert not np.array_equal(document.result().pixels, document.photo.pixels)
    assert {path: path.read_bytes() for path in photos.iterdir()} == originals
