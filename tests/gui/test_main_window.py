"""The main window: reachable by keyboard and screen reader, and it shows what the workspace holds."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from program import Program, noisy_photo, photo_file, running_program, set_strength
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer.gui.action_table import ACTIONS, RECENT_TEXT
from restorer.gui.canvas import Mode
from restorer.gui.clipboard import image_of
from restorer.gui.windows.questions import Unsaved
from restorer.photo import save_photo
from restorer.restoration.recipe import Recipe


def _open(qtbot: QtBot, program: Program, path: Path) -> None:
    program.window.commands.open_paths([path])
    qtbot.waitUntil(lambda: program.workspace.name == path.name and not program.workspace.estimating)


def _restore(qtbot: QtBot, program: Program) -> None:
    program.do("restore")
    qtbot.waitUntil(lambda: program.workspace.has_result)


def _drop(program: Program, contents: QMimeData) -> None:
    place = program.window.rect().center()
    enter = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, contents, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(program.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        contents,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(program.window, drop)


def _label(program: Program, name: str) -> str:
    label = program.find(QLabel, name)
    return label.text() if label.isVisible() else ""


def test_everything_that_takes_the_focus_has_a_name_to_be_read_out(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    for name in ("preferences", "devices", "model_card", "shortcuts", "about"):
        program.do(name)
    nameless = []
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            inner = widget.objectName().startswith("qt_") or isinstance(widget, QMenu)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
                interface = QAccessible.queryAccessibleInterface(widget)
                if not interface.text(QAccessible.Text.Name).strip():
                    nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert sorted(set(nameless)) == []


def test_tab_goes_through_the_window_and_comes_back(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    qtbot.waitUntil(lambda: program.desk.state is not None)
    program.find(QPushButton, "noise_fold").click()
    visited = []
    widget: QWidget = program.window.canvas
    for _ in range(2000):
        widget = widget.nextInFocusChain()
        if widget is program.window.canvas:
            break
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            visited.append(widget.objectName())
    for name in ("tool_open", "noise_switch", "noise_strength", "main_button", "noise_model", "device_chip"):
        assert name in visited, name
    assert visited.index("noise_switch") < visited.index("noise_strength") < visited.index("facts_fold")
    assert visited.index("facts_fold") < visited.index("main_button")


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
        qtbot.waitUntil(lambda: _label(program, f"status_{name}") == text)

    _open(qtbot, program, photo_file(tmp_path, bits=16, grey=True))
    says("name", "grandma.png")
    says("facts", "128 × 96 px · 16-bit grey · untagged")
    program.do("actual_size")
    says("zoom", "100 %")
    program.window.canvas.pixel_hovered.emit(7, 3, (500,), (250,))
    says("pixel", "7, 3  500")
    _restore(qtbot, program)
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
    _open(qtbot, program, photo_file(tmp_path))
    assert not program.window.actions_["compare_side"].isEnabled()
    _restore(qtbot, program)
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


def test_single_keys_act_where_the_photo_is(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    program.window.activateWindow()
    canvas = program.window.canvas
    canvas.setFocus()
    qtbot.waitUntil(lambda: program.window.isActiveWindow() and canvas.hasFocus())
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    assert canvas.mode is Mode.BLINK
    slider = program.find(QWidget, "noise_strength")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Y)
    assert canvas.mode is Mode.BLINK


def test_the_slider_acts_at_once_and_its_label_resets_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    slider = program.find(QSlider, "noise_strength")
    slider.setValue(40)
    _restore(qtbot, program)
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
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    assert program.window.actions_["undo"].text() == "&Undo: Suggestions"
    program.do("undo")
    assert program.window.actions_["undo"].text() == "&Undo"
    assert program.window.actions_["redo"].text() == "&Redo: Suggestions"
    assert program.workspace.document.recipe == Recipe()
    program.do("redo")
    program.do("reset")
    assert program.window.actions_["undo"].text() == "&Undo: Reset"


def test_dropped_folders_are_listed_and_gone_through(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Fotos Žlutý 写真 #1 & (ß)"
    names = ["1 ä.png", "2 写真.png", "10 #%20.png"]
    for number, name in enumerate(names):
        photo_file(folder, name, height=40 + number)
    contents = QMimeData()
    contents.setUrls([QUrl.fromLocalFile(str(folder))])
    _drop(program, contents)
    program.find(QPushButton, "question_0").click()
    qtbot.waitUntil(lambda: program.workspace.name == names[0])
    assert [path.name for path in program.window.photos.paths] == names
    assert program.window.photos.isVisible()
    assert not program.window.actions_["previous_photo"].isEnabled()
    for name in names[1:]:
        program.do("next_photo")
        qtbot.waitUntil(lambda name=name: program.workspace.name == name)
    assert not program.window.actions_["next_photo"].isEnabled()
    program.do("photo_list")
    assert not program.window.photos.isVisible()


def _listed(qtbot: QtBot, program: Program, folder: Path) -> QListWidget:
    """Open a folder of three files, of which the second is damaged."""
    for name in ("a.png", "c.png"):
        photo_file(folder, name)
    (folder / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0 broken")
    program.window.commands.open_paths([folder])
    qtbot.waitUntil(lambda: program.workspace.name == "a.png" and not program.workspace.estimating)
    photos = program.find(QListWidget, "photos")
    assert photos.count() == 3
    return photos


def _click_row(qtbot: QtBot, photos: QListWidget, row: int) -> None:
    place = photos.visualItemRect(photos.item(row)).center()
    qtbot.mouseClick(photos.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_damaged_file_in_the_list_is_passed(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    photos = _listed(qtbot, program, tmp_path / "album")
    program.do("next_photo")
    qtbot.waitUntil(lambda: bool(program.messages) and program.workspace.activity is None)
    assert "b.jpg" in program.messages[0]
    assert photos.currentRow() == 0, "the open one is marked"
    program.do("next_photo")
    qtbot.waitUntil(lambda: program.workspace.name == "c.png")
    assert photos.currentRow() == 2
    assert not program.window.actions_["next_photo"].isEnabled()
    program.do("previous_photo")
    qtbot.waitUntil(lambda: program.workspace.activity is None)
    program.do("previous_photo")
    qtbot.waitUntil(lambda: program.workspace.name == "a.png")


def test_a_damaged_file_that_is_clicked_does_not_stay_marked(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    photos = _listed(qtbot, program, tmp_path / "album")
    _click_row(qtbot, photos, 1)
    qtbot.waitUntil(lambda: bool(program.messages) and program.workspace.activity is None)
    assert photos.currentRow() == 0


def test_going_back_to_the_open_photo_keeps_what_was_done_to_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _listed(qtbot, program, tmp_path / "album")
    _restore(qtbot, program)
    program.do("next_photo")
    qtbot.waitUntil(lambda: bool(program.messages) and program.workspace.activity is None)
    program.answers.asked.clear()
    document = program.workspace.document
    program.do("previous_photo")
    assert program.workspace.activity is None
    assert program.workspace.document is document
    assert program.answers.asked == []
    assert not program.window.actions_["previous_photo"].isEnabled()


def test_who_stays_with_a_photo_sees_it_marked_and_goes_on_from_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    photos = _listed(qtbot, program, tmp_path / "album")
    _restore(qtbot, program)
    program.answers.about_unsaved = Unsaved.STAY
    _click_row(qtbot, photos, 2)
    assert program.answers.asked == ["unsaved"]
    assert photos.currentRow() == 0
    assert program.window.actions_["next_photo"].isEnabled()
    assert not program.window.actions_["previous_photo"].isEnabled()


def test_what_is_no_photo_is_named(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    contents = QMimeData()
    contents.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / "empty")), QUrl.fromLocalFile(str(tmp_path / "gone.txt"))]
    )
    _drop(program, contents)
    program.find(QPushButton, "question_0").click()
    qtbot.waitUntil(lambda: bool(program.messages))
    assert "empty, gone.txt" in program.messages[0]
    contents = QMimeData()
    contents.setUrls([QUrl("https://example.org/photo.jpg")])
    program.window.commands.open_dropped(contents)
    assert "no picture" in program.messages[-1]


def test_pictures_are_pasted(program: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    program.do("paste")
    assert "clipboard" in program.messages[0]
    QGuiApplication.clipboard().setImage(image_of(noisy_photo().pixels))
    program.do("paste")
    qtbot.waitUntil(lambda: program.workspace.name == "Pasted picture")
    assert program.workspace.document.photo.width == 128


def test_results_are_copied(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, program)
    with qtbot.waitSignal(program.workspace.copied):
        program.do("copy")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (128, 96)


def test_recent_photos_are_offered_and_missing_ones_greyed(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = photo_file(tmp_path, "first.png"), photo_file(tmp_path, "second.png")
    _open(qtbot, program, first)
    _open(qtbot, program, second)
    menu = next(menu for menu in program.window.menuBar().findChildren(QMenu) if menu.title() == RECENT_TEXT)
    assert [entry.text() for entry in menu.actions()][:2] == ["second.png", "first.png"]
    second.unlink()
    program.application.memory.opened(tmp_path / ("x" * 300))  # the system's answer is an error
    menu.actions()[0].setEnabled(True)
    menu.aboutToShow.emit()
    assert [entry.isEnabled() for entry in menu.actions()][:3] == [False, False, True]
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: program.workspace.name == "first.png")
    menu.actions()[-1].trigger()
    assert not menu.isEnabled()


def test_the_window_comes_back_as_it_was_left(qapp: QApplication, qtbot: QtBot) -> None:
    with running_program(qapp) as program:
        program.window.resize(780, 600)
        program.do("repair_panel")
        assert not program.window.panel.isVisible()
    with running_program(qapp) as program:
        assert (program.window.width(), program.window.height()) == (780, 600)
        assert not program.window.panel.isVisible()
        assert not program.window.actions_["repair_panel"].isChecked()


def test_full_screen_ends_with_escape(program: Program, qtbot: QtBot) -> None:
    program.do("full_screen")
    assert program.window.isFullScreen()
    qtbot.waitUntil(lambda: program.workspace.activity is None)
    program.do("cancel")
    assert not program.window.isFullScreen()


def test_the_tool_bar_fits_a_small_window(program: Program, qtbot: QtBot) -> None:
    for width in (1280, 1024):
        program.window.resize(width, 700)
        QApplication.processEvents()
        save = program.find(QToolButton, "tool_save_as")
        assert save.isVisible()
        assert save.mapTo(program.window, save.rect().topRight()).x() <= width
    assert program.window.width() == 1024, "the window cannot be made so small"


def test_shortcuts_are_shown_in_the_tool_tips(program: Program) -> None:
    shown = program.window.actions_["restore"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert shown in program.window.actions_["restore"].toolTip()


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
    _open(qtbot, program, photo_file(tmp_path))
    assert program.messages == list(program.engine.notices)


def test_tiles_of_a_photo_with_transparency_stay_while_the_slider_moves(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "see-through.png"
    save_photo(dataclasses.replace(noisy_photo(), alpha=np.full((96, 128), 200, np.uint8)), source)
    _open(qtbot, program, source)
    _restore(qtbot, program)
    canvas = program.window.canvas
    before = canvas._before
    assert before.read_alpha is not None
    set_strength(program.workspace, 0.5)
    assert canvas._before == before, "equal pictures keep their tiles"
    _open(qtbot, program, photo_file(tmp_path))
    assert canvas._before.read_alpha is None
