"""Trouble becomes a sentence where it can, and a report to copy where it cannot."""

from pathlib import Path

import pytest
from opening import opened
from program import Program, photo_file
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from restorer import __version__
from restorer.errors import PhotoError
from restorer.gui.messages import Message, Weight, describe, diagnostics


def test_our_own_errors_speak_for_themselves() -> None:
    message = describe(PhotoError("The file is empty.", "Copy it again."))
    assert (message.text, message.hint, message.weight) == (
        "The file is empty.",
        "Copy it again.",
        Weight.ERROR,
    )
    assert not message.report


def test_the_file_is_named_once() -> None:
    assert describe(PhotoError("The file is empty."), "a.jpg").text == "a.jpg: The file is empty."
    assert describe(PhotoError("“a.jpg” is empty."), "a.jpg").text == "“a.jpg” is empty."
    assert describe(MemoryError(), "a.jpg").text.startswith("a.jpg: ")


def test_memory_is_explained() -> None:
    assert "memory" in describe(MemoryError()).text
    assert not describe(MemoryError()).report


def test_the_unexpected_comes_with_a_report() -> None:
    with pytest.raises(KeyError) as caught:
        _ = {}["tile 7"]
    message = describe(caught.value)
    assert "tile 7" not in message.text
    assert "KeyError: 'tile 7'" in message.report
    assert "test_messages.py" in message.report
    assert __version__ in message.report


def test_diagnostics_name_what_counts() -> None:
    for word in ("Restorer", "Python", "PySide6", "onnxruntime"):
        assert word in diagnostics()


def test_messages_stack_and_one_topic_replaces_its_last(program: Program) -> None:
    bar = program.window.messages
    for text, topic in (("a", "x"), ("b", ""), ("c", "x"), ("c", "x"), ("d", "")):
        bar.show_message(Message(text, topic=topic))
    assert program.messages == ["b", "c", "d"]
    bar.show_message(Message("e"))
    assert program.messages == ["c", "d", "e"]
    assert bar.isVisible()


def test_messages_about_the_photo_make_room_first_and_go_with_it(program: Program) -> None:
    bar = program.window.messages
    for text, of_photo in (("device", False), ("a", True), ("b", True), ("c", True)):
        bar.show_message(Message(text, of_photo=of_photo))
    assert program.messages == ["device", "b", "c"]
    bar.clear_photo()
    assert program.messages == ["device"]
    assert bar.isVisible()


def test_a_report_can_be_copied_and_a_message_closed(program: Program, qtbot: QtBot) -> None:
    program.window.messages.show_message(Message("Oh", report="all about it", weight=Weight.ERROR))
    program.find(QPushButton, "copy_report").click()
    assert QGuiApplication.clipboard().text() == "all about it"
    program.find(QToolButton, "close_message").click()
    assert program.messages == []


def test_a_message_offers_its_action(program: Program, qtbot: QtBot) -> None:
    program.window.messages.show_message(Message("See", action="shortcuts"))
    program.find(QPushButton, "message_action").click()
    assert program.window.findChild(object, "shortcuts_window").isVisible()


def test_that_there_was_nothing_to_paste_is_forgotten_with_the_next_photo(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().clear()
    program.do("paste")
    assert program.messages == ["There is no picture in the clipboard."]
    opened(qtbot, program, photo_file(tmp_path))
    assert program.messages == []
