"""Folders and several photos in the window: listed, gone through, and passed where they are damaged."""

import os
from pathlib import Path
from typing import Any

import pytest
from opening import dropped, opened, restored
from program import Program, photo_file
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from restorer.gui.action_table import RECENT_TEXT
from restorer.gui.windows.questions import Unsaved


def test_dropped_folders_are_listed_and_gone_through(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Fotos Žlutý 写真 #1 & (ß)"
    names = ["1 ä.png", "2 写真.png", "10 #%20.png"]
    for number, name in enumerate(names):
        photo_file(folder, name, height=40 + number)
    contents = QMimeData()
    contents.setUrls([QUrl.fromLocalFile(str(folder))])
    dropped(program, contents)
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
    restored(qtbot, program)
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
    restored(qtbot, program)
    program.answers.about_unsaved = Unsaved.STAY
    _click_row(qtbot, photos, 2)
    assert program.answers.asked == ["unsaved"]
    assert photos.currentRow() == 0
    assert program.window.actions_["next_photo"].isEnabled()
    assert not program.window.actions_["previous_photo"].isEnabled()


def test_a_text_dropped_among_photos_is_left_out_and_named(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [photo_file(tmp_path, "a.png"), tmp_path / "notes.txt", photo_file(tmp_path, "b.png")]
    files[1].write_text("two boxes of slides")
    contents = QMimeData()
    contents.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    dropped(program, contents)
    assert any("3 files were dropped" in label.text() for label in program.window.findChildren(QLabel))
    program.find(QPushButton, "question_0").click()
    qtbot.waitUntil(lambda: program.workspace.name == "a.png")
    assert list(program.window.photos.paths) == [files[0], files[2]]
    assert program.messages == ["Left out, for there is no photo in it: notes.txt"]


def test_what_is_no_photo_is_named(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    contents = QMimeData()
    contents.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / "empty")), QUrl.fromLocalFile(str(tmp_path / "gone.txt"))]
    )
    dropped(program, contents)
    program.find(QPushButton, "question_0").click()
    qtbot.waitUntil(lambda: bool(program.messages))
    assert "empty, gone.txt" in program.messages[0]
    contents = QMimeData()
    contents.setUrls([QUrl("https://example.org/photo.jpg")])
    program.window.commands.open_dropped(contents)
    assert "no picture" in program.messages[-1]


def _recent(program: Program) -> QMenu:
    return next(menu for menu in program.window.menuBar().findChildren(QMenu) if menu.title() == RECENT_TEXT)


def test_recent_photos_are_offered(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("first.png", "second.png"):
        opened(qtbot, program, photo_file(tmp_path, name))
    menu = _recent(program)
    assert [entry.text() for entry in menu.actions()][:2] == ["second.png", "first.png"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: program.workspace.name == "first.png")
    menu.actions()[-1].trigger()
    assert not menu.isEnabled()


def test_a_recent_photo_that_is_gone_says_so_when_it_is_chosen(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(qtbot, program, photo_file(tmp_path, "here.png"))
    program.application.memory.opened(tmp_path / "gone.png")
    _recent(program).actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(program.messages))
    assert "gone.png" in program.messages[0]
    assert program.workspace.name == "here.png", "the open photo stays"


def test_the_list_of_recent_photos_asks_no_disk(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "on a drive that is gone.png"
    program.application.memory.opened(path)
    asked: list[str] = []
    for name in ("stat", "lstat"):
        real = getattr(os, name)

        def ask(of: object, *args: Any, real: Any = real, **more: Any) -> object:
            asked.append(str(of))
            return real(of, *args, **more)

        monkeypatch.setattr(os, name, ask)
    _recent(program).aboutToShow.emit()
    program.application.memory.recent_changed.emit()
    assert str(path) not in asked
