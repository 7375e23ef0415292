"""The window without a mouse: names to be read out, the way of the Tab key, and keys that act."""

from pathlib import Path

from batching import urls
from opening import opened, restored
from program import Program, photo_file
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer.gui.canvas import Mode
from restorer.gui.messages import Message


def test_everything_that_takes_the_focus_has_a_name_to_be_read_out(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    restored(qtbot, program)
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


def _tab_stops(program: Program) -> list[str]:
    """Return where the Tab key leads, from the photo on until it comes back."""
    visited = []
    widget: QWidget = program.window.canvas
    for _ in range(2000):
        widget = widget.nextInFocusChain()
        if widget is program.window.canvas:
            break
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            visited.append(widget.objectName())
    return visited


def test_tab_goes_through_the_window_and_comes_back(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    qtbot.waitUntil(lambda: program.desk.state is not None)
    program.find(QPushButton, "noise_fold").click()
    visited = _tab_stops(program)
    for name in ("tool_open", "noise_switch", "noise_strength", "main_button", "noise_model", "device_chip"):
        assert name in visited, name
    assert visited.index("noise_switch") < visited.index("noise_strength") < visited.index("facts_fold")
    assert visited.index("facts_fold") < visited.index("main_button")


def test_tab_reaches_messages_between_tool_bar_and_photo(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    for number in range(2):
        program.window.messages.show_message(Message(f"Oh {number}", report="why", action="shortcuts"))
    one = ["copy_report", "message_action", "close_message"]
    qtbot.waitUntil(lambda: _tab_stops(program)[-6:] == [*one, *one])  # the last ones before the photo


def test_tab_goes_through_a_question_from_left_to_right(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    program.window.messages.show_message(Message("Oh", action="shortcuts"))
    program.window.commands.open_dropped(urls(tmp_path))
    stops = _tab_stops(program)
    asked = ["question_box", "question_0", "question_1", "question_close"]
    assert [name for name in stops if name in asked] == asked
    assert stops.index("question_close") < stops.index("message_action")


def test_single_keys_act_where_the_photo_is(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened(qtbot, program, photo_file(tmp_path))
    restored(qtbot, program)
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


def test_full_screen_ends_with_escape(program: Program, qtbot: QtBot) -> None:
    program.do("full_screen")
    assert program.window.isFullScreen()
    qtbot.waitUntil(lambda: program.workspace.activity is None)
    program.do("cancel")
    assert not program.window.isFullScreen()


def test_shortcuts_are_shown_in_the_tool_tips(program: Program) -> None:
    shown = program.window.actions_["restore"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert shown in program.window.actions_["restore"].toolTip()
