"""The main window: reachable by keyboard and screen reader, and it shows what the workspace holds."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from batching import Gate
from opening import opened, restored, shown_text
from program import Program, TestedEngine, noisy_photo, photo_file, running_program, set_strength
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer.gui.action_table import ACTIONS
from restorer.gui.canvas import Mode
from restorer.gui.clipboard import image_of
from restorer.photo import save_photo
from restorer.restoration.recipe import Recipe


def test_before_a_photo_is_open_only_opening_is_offered(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None and program.workspace.activity is None)
    enabled = {spec.name for spec in ACTIONS if program.window.actions_[spec.name].isEnabled()}
    assert enabled == {
        "open", "open_folder", "open_sample", "paste", "preferences", "quit", "photo_list", "repair_panel",
        "full_screen", "model_card", "devices", "story", "shortcuts", "tour", "packs", "updates",
        "diagnostics", "train", "own_models", "inspect", "about",
        "queue", "batch_folder", "batch_photos",
    }  # fmt: skip
    for name in ("target_open", "target_batch_folder", "target_open_sample"):
        assert program.find(QPushButton, name).isVisible()
    assert not program.window.canvas.isVisible()


def test_the_sample_is_one_click_away(program: Program, qtbot: QtBot) -> None:
    program.find(QPushButton, "target_open_sample").click()
    qtbot.waitUntil(lambda: program.workspace.document is not None)
    assert program.window.canvas.isVisible()
    assert program.window.canvas.hasFocus() or program.window.focusWidget() is program.window.canvas


def test_the_status_bar_says_what_the_photo_is(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    def says(name: str, text: str) -> None:
        """Wait until it does: where something else has just left, there is room only after a moment."""
        qtbot.waitUntil(lambda: shown_text(program, f"status_{name}") == text)

    opened(qtbot, program, photo_file(tmp_path, bits=16, grey=True))
    says("name", "grandma.png")
    says("facts", "128 × 96 px · 16-bit grey · untagged")
    program.do("actual_size")
    says("zoom", "100 %")
    program.window.canvas.pixel_hovered.emit(7, 3, (500,), (250,))
    says("pixel", "7, 3  500")
    restored(qtbot, program)
    program.window.canvas.pixel_hovered.emit(7, 3, (500,), (250,))
    says("pixel", "7, 3  500 → 250")
    program.window.canvas.pixel_left.emit()
    says("pixel", "")
    says("unchanged", "0 % unchanged")
    program.do("close")
    says("name", "")


def test_the_device_chip_tells_of_a_fall_back(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    chip = program.find(QPushButton, "device_chip")
    assert chip.text() == "Processor"
    assert chip.property("fallen") is False
    program.engine.notices = ("The GPU ran out of memory; the CPU computes instead.",)
    program.desk.refresh()
    qtbot.waitUntil(lambda: chip.property("fallen") is True)
    assert program.messages == list(program.engine.notices)
    assert "out of memory" in chip.toolTip()
    program.desk.refresh()
    program.find(QToolButton, "close_message").click()
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    assert program.messages == [], "said once"
    chip.click()
    assert program.window.findChild(QWidget, "devices_window").isVisible()


def test_ways_of_comparing_go_with_their_actions(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    assert not program.window.actions_["compare_side"].isEnabled()
    restored(qtbot, program)
    canvas = program.window.canvas
    for name, mode in (
        ("compare_side", Mode.SIDE_BY_SIDE),
        ("compare_over", Mode.OVER_UNDER),
        ("compare_blink", Mode.BLINK),
        ("compare_difference", Mode.DIFFERENCE),
        ("compare_after", Mode.AFTER),
        ("compare_wipe", Mode.WIPE),
    ):
        program.do(name)
        assert canvas.mode is mode
        assert program.window.actions_[name].isChecked()
    canvas.set_mode(Mode.AFTER)
    assert program.window.actions_["compare_after"].isChecked()


def test_the_slider_acts_at_once_and_its_label_resets_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    slider = program.find(QSlider, "noise_strength")
    slider.setValue(40)
    restored(qtbot, program)
    assert program.workspace.document.recipe.denoise.strength == pytest.approx(0.4)
    runs = len(program.engine.runs)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert program.workspace.document.recipe.denoise.strength == pytest.approx(0.41)
    label = next(label for label in program.window.findChildren(QLabel) if label.buddy() is slider)
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton)
    assert program.workspace.document.recipe.denoise.strength == 1.0
    program.do("undo")
    assert slider.value() == 41, "to reset is a change of its own"
    program.do("undo")
    assert slider.value() == 40
    assert len(program.engine.runs) == runs


def test_undo_and_redo_name_their_step(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    restored(qtbot, program)
    assert program.window.actions_["undo"].text() == "&Undo: Suggestions"
    program.do("undo")
    assert program.window.actions_["undo"].text() == "&Undo"
    assert program.window.actions_["redo"].text() == "&Redo: Suggestions"
    assert program.workspace.document.recipe == Recipe()
    program.do("redo")
    program.do("reset")
    assert program.window.actions_["undo"].text() == "&Undo: Reset"


def test_pictures_are_pasted(program: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    program.do("paste")
    assert "clipboard" in program.messages[0]
    QGuiApplication.clipboard().setImage(image_of(noisy_photo().pixels))
    program.do("paste")
    qtbot.waitUntil(lambda: program.workspace.name == "Pasted picture")
    assert program.workspace.document.photo.width == 128


def test_results_are_copied(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    restored(qtbot, program)
    with qtbot.waitSignal(program.workspace.copied):
        program.do("copy")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (128, 96)


def test_the_window_comes_back_as_it_was_left(qapp: QApplication, qtbot: QtBot) -> None:
    with running_program(qapp) as program:
        program.window.resize(780, 600)
        program.do("repair_panel")
        assert not program.window.panel.isVisible()
    with running_program(qapp) as program:
        assert (program.window.width(), program.window.height()) == (780, 600)
        assert not program.window.panel.isVisible()
        assert not program.window.actions_["repair_panel"].isChecked()


def test_the_tool_bar_fits_a_small_window(program: Program, qtbot: QtBot) -> None:
    for width in (1280, 1024):
        program.window.resize(width, 700)
        QApplication.processEvents()
        save = program.find(QToolButton, "tool_save_as")
        assert save.isVisible()
        assert save.mapTo(program.window, save.rect().topRight()).x() <= width
    assert program.window.width() == 1024, "the window cannot be made so small"


def test_what_is_said_of_the_device_outlives_the_photo(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    program.engine.notices = ("The GPU ran out of memory; the CPU computes instead.",)
    program.desk.refresh()
    qtbot.waitUntil(lambda: bool(program.messages))
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no photo at all")
    program.window.commands.open_paths([bad])
    qtbot.waitUntil(lambda: len(program.messages) == 2)
    opened(qtbot, program, photo_file(tmp_path))
    assert program.messages == list(program.engine.notices)


def test_tiles_of_a_photo_with_transparency_stay_while_the_slider_moves(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "see-through.png"
    save_photo(dataclasses.replace(noisy_photo(), alpha=np.full((96, 128), 200, np.uint8)), source)
    opened(qtbot, program, source)
    restored(qtbot, program)
    canvas = program.window.canvas
    before = canvas._before
    assert before.read_alpha is not None
    set_strength(program.workspace, 0.5)
    assert canvas._before == before, "equal pictures keep their tiles"
    opened(qtbot, program, photo_file(tmp_path))
    assert canvas._before.read_alpha is None


def test_the_story_does_not_say_nothing_was_done_while_the_photo_is_restored(
    qapp: QApplication, qtbot: QtBot, gate: Gate, tmp_path: Path
) -> None:
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        opened(qtbot, program, photo_file(tmp_path))
        program.do("story")
        gate.close()
        program.do("denoise")
        qtbot.waitUntil(gate.reached.is_set)
        assert "is being restored" in shown_text(program, "story")
        gate.open()
        qtbot.waitUntil(lambda: program.workspace.has_result)
        assert "were taken out" in shown_text(program, "story")
