"""The line of the wipe: dragged, clicked, moved by keys, turned, and always within reach."""

import pytest
from canvas_pictures import LEFT, NONE, SHIFT, drag, noise, picture
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
)

from restorer.gui.canvas import Mode
from restorer.gui.canvas.handle import WipeHandle


def _handle(canvas) -> WipeHandle:
    return canvas.findChild(WipeHandle)


def test_dragging_the_handle_moves_the_line(qtbot, wiping):
    handle = _handle(wiping)
    grip = handle.rect().center()
    qtbot.mousePress(handle, LEFT, pos=grip)
    for _ in range(2):
        qtbot.mouseMove(handle, grip + QPoint(46, 0))  # it has followed, so this is 46 further
    qtbot.mouseRelease(handle, LEFT, pos=grip)
    assert wiping.wipe_position == pytest.approx(0.5 + 92 / 460, abs=0.01)
    assert handle.geometry().center().x() == pytest.approx(342, abs=2)


def test_the_line_itself_can_be_dragged(qtbot, wiping):
    drag(qtbot, wiping, QPoint(252, 300), QPoint(112, 300))
    assert wiping.wipe_position == pytest.approx(0.2, abs=0.01)
    assert wiping.fits


def test_shift_and_click_place_the_line(qtbot, wiping):
    qtbot.mouseClick(wiping, LEFT, SHIFT, pos=QPoint(20 + 46, 200))
    assert wiping.wipe_position == pytest.approx(0.1, abs=0.005)


@pytest.mark.parametrize("line", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
@pytest.mark.parametrize("zoom", [None, 3.0])
@pytest.mark.parametrize("position", [0.0, 1.0])
def test_the_handle_stays_inside_at_either_end(wiping, line, zoom, position):
    if zoom:
        wiping.set_zoom(zoom)
    wiping.set_wipe_line(line)
    wiping.set_wipe_position(position)
    handle = _handle(wiping)
    assert handle.isVisible()
    assert wiping.rect().contains(handle.geometry())
    assert min(handle.width(), handle.height()) >= 24


def test_the_handle_stays_inside_when_the_picture_is_beyond_a_small_canvas(wiping):
    wiping.set_zoom(32)
    wiping.centre_at(0, 0)
    wiping.set_wipe_position(1.0)
    wiping.resize(170, 130)
    assert wiping.rect().contains(_handle(wiping).geometry())


@pytest.mark.parametrize(
    ("key", "modifiers", "position"),
    [
        (Qt.Key.Key_Left, NONE, 0.49),
        (Qt.Key.Key_Right, NONE, 0.51),
        (Qt.Key.Key_Left, SHIFT, 0.4),
        (Qt.Key.Key_Right, SHIFT, 0.6),
        (Qt.Key.Key_Home, NONE, 0.0),
        (Qt.Key.Key_End, NONE, 1.0),
    ],
)
def test_keys_move_the_line_while_the_handle_has_the_focus(qtbot, wiping, key, modifiers, position):
    handle = _handle(wiping)
    handle.setFocus()
    qtbot.keyClick(handle, key, modifiers)
    assert wiping.wipe_position == pytest.approx(position)


def test_other_keys_pass_through_the_handle(qtbot, wiping):
    handle = _handle(wiping)
    qtbot.keyClick(handle, Qt.Key.Key_1)
    assert wiping.zoom == 1.0
    qtbot.keyPress(handle, Qt.Key.Key_Backslash)
    assert wiping.holding_before


def test_a_double_click_on_handle_or_line_turns_it(qtbot, wiping):
    qtbot.mouseDClick(_handle(wiping), LEFT)
    assert wiping.wipe_line is Qt.Orientation.Horizontal
    qtbot.mouseDClick(wiping, LEFT, pos=QPoint(60, 200))
    assert wiping.wipe_line is Qt.Orientation.Vertical
    assert wiping.fits


def test_the_handle_is_there_only_while_wiping(canvas):
    handle = _handle(canvas)
    assert not handle.isVisible()
    canvas.set_mode(Mode.WIPE)
    assert handle.isVisible()
    canvas.show_pictures(picture(noise(1000, 2000)))  # nothing to compare with
    assert not handle.isVisible()


def test_a_screen_reader_finds_a_slider(wiping):
    reader = QAccessible.queryAccessibleInterface(_handle(wiping))
    assert reader.role() == QAccessible.Role.Slider
    assert reader.text(QAccessible.Text.Name)
    assert reader.text(QAccessible.Text.Description)
    value = reader.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 50, 100)
    value.setCurrentValue(75)
    assert wiping.wipe_position == 0.75
    assert QAccessible.queryAccessibleInterface(wiping).text(QAccessible.Text.Name)
