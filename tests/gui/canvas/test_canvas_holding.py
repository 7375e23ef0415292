"""The photo before, as long as a key is held: however it is let go of."""

import pytest
from canvas_pictures import NONE, noise
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from restorer.gui.canvas import Mode
from restorer.gui.canvas.handle import WipeHandle


def _handle(canvas) -> WipeHandle:
    return canvas.findChild(WipeHandle)


def test_holding_the_key_shows_before_until_it_is_released(qtbot, canvas):
    qtbot.keyPress(canvas, Qt.Key.Key_Backslash)
    assert canvas.holding_before
    qtbot.keyRelease(canvas, Qt.Key.Key_Backslash)
    assert not canvas.holding_before


def test_the_key_is_released_even_if_altgr_was_let_go_of_first(canvas):
    code, altgr = 20, Qt.KeyboardModifier.GroupSwitchModifier
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backslash, altgr, code, 0, 0, "\\")
    release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_ssharp, NONE, code, 0, 0, "ß")
    QApplication.sendEvent(canvas, press)
    assert canvas.holding_before
    QApplication.sendEvent(canvas, release)
    assert not canvas.holding_before


@pytest.mark.parametrize("on_handle", [False, True])
def test_losing_the_focus_releases_the_key(qtbot, make_canvas, on_handle):
    parent = QWidget()
    field = QLineEdit(parent)
    canvas = make_canvas(noise(), noise(seed=2), parent=parent)
    canvas.set_mode(Mode.WIPE)
    with qtbot.waitActive(parent):
        parent.show()
    holder = _handle(canvas) if on_handle else canvas
    holder.setFocus()
    qtbot.keyPress(holder, Qt.Key.Key_Backslash)
    assert canvas.holding_before
    field.setFocus()
    assert not canvas.holding_before


def test_hiding_releases_the_key(qtbot, canvas):
    qtbot.keyPress(canvas, Qt.Key.Key_Backslash)
    canvas.hide()
    assert not canvas.holding_before
