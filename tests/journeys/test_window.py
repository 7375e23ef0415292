"""From opening a photo to finding the result, through the real window."""

import dataclasses
import re
from pathlib import Path

import numpy as np
import onnx  # noqa: TID253 - makes a network for the test
import pytest
import tiny_models
from program import Program, photo_file, running_program
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.gui.equipment import Makers
from restorer.gui.windows.questions import Unsaved
from restorer.inference.catalog import Catalog
from restorer.photo import open_photo
from restorer.settings import Settings


def _open(qtbot: QtBot, program: Program, path: Path) -> None:
    program.answers.photos = [path]
    program.do("open")
    qtbot.waitUntil(lambda: program.workspace.name == path.name and not program.workspace.estimating)


def _restore(qtbot: QtBot, program: Program) -> None:
    button = program.find(QPushButton, "main_button")
    assert button.text() == "Use suggestions"
    button.click()
    qtbot.waitUntil(lambda: program.workspace.has_result)
    assert button.text() == "Save as…"


def test_open_restore_compare_save_and_find_it(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = photo_file(tmp_path / "Fotos Žlutý 写真 #1 & (ß)", "großmutter.tif", bits=16)
    original = source.read_bytes()
    _open(qtbot, program, source)
    assert program.window.windowTitle().startswith("großmutter.tif")
    _restore(qtbot, program)
    assert program.window.isWindowModified()
    program.do("compare_side")
    program.find(QSlider, "noise_strength").setValue(50)
    shown = program.workspace.document.result().pixels
    program.answers.targets = [source.with_name("großmutter restored.tif")]
    program.find(QPushButton, "main_button").click()
    qtbot.waitUntil(lambda: program.workspace.saved_path is not None)
    assert program.answers.suggested == source.with_name("großmutter restored.tif")
    assert "losses" not in program.answers.asked
    saved = open_photo(program.workspace.saved_path)
    assert np.array_equal(saved.pixels, shown)
    assert saved.bits == 16
    assert source.read_bytes() == original
    assert not program.window.isWindowModified()
    assert program.messages == [f"Saved to {program.workspace.saved_path}"]
    revealed = []
    monkeypatch.setattr(QDesktopServices, "openUrl", revealed.append)
    monkeypatch.setattr("sys.platform", "linux")
    program.find(QPushButton, "message_action").click()
    assert [Path(url.toLocalFile()) for url in revealed] == [source.parent]


def test_a_name_that_is_taken_is_not_suggested(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    source = photo_file(tmp_path)
    photo_file(tmp_path, "grandma restored.png")
    _open(qtbot, program, source)
    _restore(qtbot, program)
    program.do("save_as")
    assert program.answers.suggested == tmp_path / "grandma restored 2.png"


def test_losses_are_said_before_they_happen(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path, "old.tif", bits=16))
    _restore(qtbot, program)
    jpeg, tiff = tmp_path / "new.jpg", tmp_path / "new.tif"
    program.answers.targets, program.answers.accepts_losses = [jpeg, tiff], False
    program.do("save_as")
    qtbot.waitUntil(tiff.exists)
    assert any("8 bits" in sentence for sentence in program.answers.losses)
    assert not jpeg.exists(), "was asked not to"
    assert program.answers.asked.count("losses") == 1


def test_an_ending_that_cannot_be_saved_is_explained(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    program.answers.targets = [tmp_path / "new.docx"]
    program.do("save_as")
    assert ".docx" in program.messages[-1]


@pytest.mark.parametrize("answer", Unsaved)
def test_an_unsaved_result_is_not_lost_by_accident(
    program: Program, qtbot: QtBot, tmp_path: Path, answer: Unsaved
) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    program.answers.about_unsaved = answer
    program.answers.targets = [tmp_path / "kept.png"]
    program.window.close()
    assert program.answers.asked[-2 if answer is Unsaved.SAVE else -1] == "unsaved"
    if answer is Unsaved.STAY:
        assert program.window.isVisible()
        return
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert (tmp_path / "kept.png").exists() == (answer is Unsaved.SAVE)


def test_staying_keeps_the_photo_that_is_open(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    program.answers.about_unsaved = Unsaved.STAY
    program.do("open_sample")
    program.answers.photos = [photo_file(tmp_path, "other.png")]
    program.do("open")
    qtbot.waitUntil(lambda: program.answers.asked.count("unsaved") == 2)
    program.do("close")
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    assert program.workspace.name == "grandma.png"
    assert program.workspace.has_result


def test_saving_first_and_giving_up_means_staying(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    program.answers.about_unsaved = Unsaved.SAVE
    program.window.close()
    assert program.answers.asked[-2:] == ["unsaved", "target"]
    assert program.window.isVisible()


def test_a_folder_is_gone_through_and_saved_photos_are_ticked(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.png", "b.png"):
        photo_file(tmp_path / "album", name)
    program.answers.folder = tmp_path / "album"
    program.do("open_folder")
    qtbot.waitUntil(lambda: program.workspace.name == "a.png" and not program.workspace.estimating)
    _restore(qtbot, program)
    program.answers.targets = [tmp_path / "a restored.png"]
    program.do("save_as")
    qtbot.waitUntil(lambda: bool(program.window.photos._saved))
    program.do("next_photo")
    qtbot.waitUntil(lambda: program.workspace.name == "b.png")
    assert program.window.photos._saved == {tmp_path / "album" / "a.png"}
    assert "unsaved" not in program.answers.asked


def test_damaged_preferences_are_said_once(qapp: QApplication, qtbot: QtBot) -> None:
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text("{")
    with running_program(qapp) as program:
        qtbot.waitUntil(lambda: bool(program.messages))
        assert "preferences" in program.messages[0]
        assert program.application.preferences.settings == Settings()
    with running_program(qapp) as program:
        qtbot.waitUntil(lambda: program.desk.state is not None)
        assert program.messages == []


def test_a_mistake_in_the_program_is_shown_not_hidden(qapp: QApplication, qtbot: QtBot) -> None:
    with running_program(qapp) as program:
        program.application.hooks._show(ValueError("tile 7"))
        qtbot.waitUntil(lambda: bool(program.messages))
        assert "unexpected" in program.messages[0]
        assert "tile 7" in program.window.messages.messages[0].report


def _inverting(folder: Path) -> Catalog:
    """Return a catalog of one network: ``1 - photo``, noise 10 and compression 2 (of 255) everywhere."""
    kernel = np.zeros((5, 3, 1, 1), np.float32)
    kernel[[0, 1, 2], [0, 1, 2]] = -1
    bias = np.array([1, 1, 1, 10 / 255, 2 / 255], np.float32)
    node = onnx.helper.make_node("Conv", ["photo", "kernel", "bias"], ["result"])
    network = tiny_models.network([node], {"kernel": kernel, "bias": bias}, (3, 5))
    outputs = ("red", "green", "blue", "noise", "compression")
    tiny_models.write_model(folder / "denoise", network, outputs=outputs)
    return Catalog([folder])


def test_the_real_engine_restores_with_a_tiny_network(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    makers = dataclasses.replace(Makers(), catalog=lambda _folders: _inverting(tmp_path / "models"))
    source = photo_file(tmp_path)
    with running_program(qapp, makers, photos=[source]) as program:
        qtbot.waitUntil(lambda: program.workspace.document is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not program.workspace.estimating, timeout=20_000)
        strength = re.search(r"Strength ([\d.]+) of 255", program.find(QLabel, "finding_0").toolTip())
        assert strength, "what it says of noise, or more if it takes more out"
        assert float(strength[1]) >= 10
        program.do("restore")
        qtbot.waitUntil(lambda: program.workspace.has_result, timeout=20_000)
        document = program.workspace.document
        result = document.result().pixels.astype(int)
        assert np.abs(result - (255 - open_photo(source).pixels.astype(int))).max() <= 1
        assert document.reports[-1].run.device == program.desk.state.device
        assert program.messages == []


def test_settings_reach_what_they_are_about(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    preferences = program.application.preferences
    preferences.change(
        dataclasses.replace(preferences.settings, result_name="neu {stem}", reduce_motion=True)
    )
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    program.do("save_as")
    assert program.answers.suggested == tmp_path / "neu grandma.png"
    assert program.window.canvas._reduced_motion
