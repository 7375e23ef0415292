"""The list of photos: a click opens one, once, and never the one that is open again."""

from pathlib import Path

import pytest
from opening import opened, shown_text
from program import Program, photo_file
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from restorer.gui.windows.questions import Unsaved


@pytest.fixture
def listed(program: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """The program with a list of two photos, the first of them open."""
    for name in ("a.png", "b.png"):
        photo_file(tmp_path / "album", name)
    program.window.commands.open_paths([tmp_path / "album"])
    qtbot.waitUntil(lambda: program.workspace.name == "a.png" and not program.workspace.estimating)
    return program


def _click(qtbot: QtBot, program: Program, row: int) -> None:
    photos = program.find(QListWidget, "photos")
    place = photos.visualItemRect(photos.item(row)).center()
    qtbot.mouseClick(photos.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_photo_that_is_open_is_not_opened_again(listed: Program, qtbot: QtBot) -> None:
    listed.do("denoise")
    qtbot.waitUntil(lambda: listed.workspace.has_result)
    document = listed.workspace.document
    _click(qtbot, listed, 0)
    assert listed.answers.asked == []
    assert listed.workspace.activity is None
    assert listed.workspace.document is document


def test_a_click_asks_once_on_desktops_where_a_click_activates(listed: Program, qtbot: QtBot) -> None:
    listed.do("denoise")
    qtbot.waitUntil(lambda: listed.workspace.has_result)
    photos = listed.find(QListWidget, "photos")
    photos.setStyleSheet("QListView { activate-on-singleclick: 1; }")
    listed.answers.about_unsaved = Unsaved.STAY
    _click(qtbot, listed, 1)
    assert listed.answers.asked == ["unsaved"]


def test_the_keyboard_opens_too(listed: Program, qtbot: QtBot) -> None:
    photos = listed.find(QListWidget, "photos")
    qtbot.keyClick(photos, Qt.Key.Key_Down)
    assert listed.workspace.activity is None
    qtbot.keyClick(photos, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed.workspace.name == "b.png")


def test_an_empty_list_says_what_it_is_for_and_counts_nothing(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.do("photo_list")
    opened(qtbot, program, photo_file(tmp_path))
    program.window.actions_["photo_list"].setChecked(False)
    program.do("photo_list")
    assert "listed here" in shown_text(program, "photo_hint")
    assert shown_text(program, "photo_count") == "", "one photo is open"
    photo_file(tmp_path, "another.png")
    program.window.commands.open_paths([tmp_path])
    qtbot.waitUntil(lambda: shown_text(program, "photo_count") == "2 photos")
    assert shown_text(program, "photo_hint") == ""
