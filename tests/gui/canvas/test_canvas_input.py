import threading

import numpy as np
import pytest
from canvas_pictures import colour, flat, noise, picture, settle
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QKeyEvent,
    QKeySequence,
    QNativeGestureEvent,
    QPointingDevice,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from restorer.gui.canvas import Canvas, Mode, Picture
from restorer.gui.canvas.handle import WipeHandle
from restorer.gui.canvas.navigator import Navigator

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def canvas(make_canvas):
    return make_canvas(noise(1000, 2000), noise(1000, 2000, seed=2))


@pytest.fixture
def wiping(canvas):
    canvas.set_mode(Mode.WIPE)
    return canvas


def _handle(canvas) -> WipeHandle:
    return canvas.findChild(WipeHandle)


def _drag(qtbot, widget, start, stop, button=LEFT, modifiers=NONE):
    qtbot.mousePress(widget, button, modifiers, pos=start)
    qtbot.mouseMove(widget, pos=(start + stop) / 2)
    qtbot.mouseMove(widget, pos=stop)
    qtbot.mouseRelease(widget, button, modifiers, pos=stop)


def _turn_wheel(canvas, turned=(0, 120), pixels=(0, 0), modifiers=NONE):
    at, turned, pixels = QPointF(100, 150), QPoint(*turned), QPoint(*pixels)
    phase = Qt.ScrollPhase.NoScrollPhase if pixels.isNull() else Qt.ScrollPhase.ScrollUpdate
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), pixels, turned, Qt.MouseButton.NoButton, modifiers, phase, False
    )
    QApplication.sendEvent(canvas, event)


# Zooming and panning


def test_the_wheel_zooms_at_the_mouse(canvas):
    canvas.set_zoom(1.0)
    seen = []
    canvas.pixel_hovered.connect(lambda x, y, *_: seen.append((x, y)))
    at = QPointF(100, 150)
    canvas.hover(at)
    _turn_wheel(canvas)
    assert canvas.zoom == pytest.approx(2 ** (1 / 3))
    canvas.hover(at)
    assert np.abs(np.subtract(*seen)).max() <= 1


def test_two_fingers_on_a_touch_pad_pan_and_ctrl_zooms(canvas):
    canvas.set_zoom(1.0)
    before = canvas.visible_area
    _turn_wheel(canvas, turned=(-60, -90), pixels=(-20, -30))
    assert canvas.zoom == 1.0
    assert (canvas.visible_area.top, canvas.visible_area.left) == (before.top + 30, before.left + 20)
    _turn_wheel(canvas, turned=(0, 120), pixels=(0, 30), modifiers=CTRL)
    assert canvas.zoom > 1.0


def test_the_wheel_may_scroll_instead(canvas):
    canvas.set_zoom(1.0)
    canvas.navigation.wheel_scrolls = True
    before = canvas.visible_area
    _turn_wheel(canvas)
    assert (canvas.zoom, canvas.visible_area.top) == (1.0, before.top - 60)
    _turn_wheel(canvas, modifiers=CTRL)
    assert canvas.zoom > 1.0


def test_pinching_zooms(canvas):
    canvas.set_zoom(1.0)
    at = QPointF(50, 60)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        at,
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.zoom == pytest.approx(1.5)


@pytest.mark.parametrize("button", [LEFT, MIDDLE])
def test_dragging_pans(qtbot, canvas, button):
    canvas.set_zoom(1.0)
    before = canvas.visible_area
    _drag(qtbot, canvas, QPoint(200, 200), QPoint(160, 230), button)
    assert (canvas.visible_area.left, canvas.visible_area.top) == (before.left + 40, before.top - 30)


def test_space_pans_even_on_the_wipes_line(qtbot, wiping):
    wiping.set_zoom(1.0)
    before = wiping.visible_area
    on_line = QPoint(250, 40)
    qtbot.keyPress(wiping, Qt.Key.Key_Space)
    _drag(qtbot, wiping, on_line, on_line + QPoint(30, 0))
    qtbot.keyRelease(wiping, Qt.Key.Key_Space)
    assert (wiping.wipe_position, wiping.visible_area.left) == (0.5, before.left - 30)


def test_a_double_click_switches_between_fit_and_one_to_one_at_the_point(qtbot, canvas):
    seen = []
    canvas.pixel_hovered.connect(lambda x, y, *_: seen.append((x, y)))
    at = QPoint(300, 220)
    canvas.hover(QPointF(at))
    qtbot.mouseDClick(canvas, LEFT, pos=at)
    assert canvas.zoom == 1.0
    canvas.hover(QPointF(at))
    assert np.abs(np.subtract(seen[0], seen[-1])).max() <= 5  # a pixel of the fitted picture is five wide
    qtbot.mouseDClick(canvas, LEFT, pos=at)
    assert canvas.fits


def test_keys_zoom(qtbot, canvas):
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    assert canvas.zoom == 1.0
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == 1.5
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom == 1.0
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.fits


def test_arrows_pan_only_when_there_is_something_to_pan(qtbot, make_canvas):
    parent = QWidget()
    canvas = make_canvas(noise(1000, 2000), parent=parent)
    photos = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Right), parent)
    shortcut.activated.connect(lambda: photos.append("next"))
    with qtbot.waitActive(parent):
        parent.show()
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert photos == ["next"]
    canvas.set_zoom(1.0)
    left = canvas.visible_area.left
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert photos == ["next"]
    assert canvas.visible_area.left > left


def test_zoom_and_centre_stay_for_a_photo_of_the_same_size_and_for_every_mode(canvas):
    canvas.set_zoom(1.0)
    canvas.centre_at(1234, 456)
    area = canvas.visible_area
    canvas.show_pictures(picture(noise(1000, 2000, seed=5)))
    assert (canvas.zoom, canvas.visible_area) == (1.0, area)
    for mode in Mode:
        canvas.set_mode(mode)
        assert canvas.zoom == 1.0
    canvas.set_mode(Mode.AFTER)
    assert canvas.visible_area == area
    canvas.show_pictures(picture(noise(500, 500)))
    assert canvas.fits


def test_fit_follows_the_size_of_the_canvas(canvas):
    zoom = canvas.zoom
    canvas.resize(900, 700)
    assert canvas.fits
    assert canvas.zoom > zoom
    canvas.set_zoom(1.0)
    canvas.resize(500, 400)
    assert canvas.zoom == 1.0


def test_the_window_hears_of_zoom_mode_and_visible_area(qtbot, canvas):
    zooms, areas = [], []
    canvas.zoom_changed.connect(zooms.append)
    canvas.visible_area_changed.connect(areas.append)
    canvas.set_zoom(1.0)
    canvas.set_zoom(1.0)
    assert (zooms, areas) == ([1.0], [canvas.visible_area])
    assert (canvas.visible_area.width, canvas.visible_area.height) == (500, 400)
    with qtbot.waitSignal(canvas.mode_changed) as heard:
        canvas.set_mode(Mode.BLINK)
    assert heard.args == [Mode.BLINK]
    with qtbot.assertNotEmitted(canvas.mode_changed):
        canvas.set_mode(Mode.BLINK)


def test_the_pixel_under_the_mouse_is_told_in_its_own_depth(qtbot, make_canvas):
    before, after = noise(400, 500, dtype="uint16"), noise(400, 500, dtype="uint16", seed=2)
    canvas = make_canvas(before, after)
    canvas.zoom_to_actual()
    with qtbot.waitSignal(canvas.pixel_hovered) as heard:
        qtbot.mouseMove(canvas, QPoint(123, 45))
    assert heard.args == [123, 45, tuple(before[45, 123].tolist()), tuple(after[45, 123].tolist())]
    canvas.zoom_to_fit()
    with qtbot.waitSignal(canvas.pixel_left):
        qtbot.mouseMove(canvas, QPoint(2, 2))


# The wipe's handle


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
    _drag(qtbot, wiping, QPoint(252, 300), QPoint(112, 300))
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


# Holding, the navigator, and the rest


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


def test_the_navigator_appears_when_zoomed_in_and_leads_to_a_point(qtbot, canvas):
    navigator = canvas.findChild(Navigator)
    assert not navigator.isVisible()
    canvas.set_zoom(1.0)
    assert navigator.isVisible()
    assert canvas.rect().contains(navigator.geometry())
    qtbot.mouseClick(navigator, LEFT, pos=QPoint(6, 6))
    assert (canvas.visible_area.left, canvas.visible_area.top) == (0, 0)
    canvas.set_navigator_shown(False)
    assert not navigator.isVisible()


def test_the_navigator_shows_the_picture(qtbot, make_canvas):
    canvas = make_canvas(flat((10, 200, 10), 1000, 2000))
    canvas.set_zoom(1.0)
    settle(qtbot, canvas)
    navigator = canvas.findChild(Navigator)
    image = navigator.grab().toImage()
    middle = navigator.rect().center()
    assert colour(image, middle.x(), middle.y()) == (10, 200, 10)
    corner = colour(image, 8, 8)
    assert corner[1] < 150  # dimmed: it is not seen


def test_drops_are_left_to_the_window(canvas):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/photo.jpg")])
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()


def test_pictures_of_unequal_size_are_refused(make_canvas):
    with pytest.raises(ValueError, match="before is"):
        make_canvas(noise(100, 100), noise(100, 101))


def test_a_canvas_that_is_deleted_leaves_no_thread(qtbot):
    def threads():
        return [thread for thread in threading.enumerate() if thread.name.startswith("canvas")]

    canvas = Canvas()
    canvas.resize(400, 300)
    canvas.show_pictures(picture(noise(3000, 3000)), picture(noise(3000, 3000, seed=2)))
    canvas.grab()
    qtbot.waitUntil(lambda: bool(threads()))
    del canvas  # and nothing else holds it: no circle waits for the garbage collector
    qtbot.waitUntil(lambda: not threads())


def test_a_canvas_can_be_shut_down_while_tiles_are_made(make_canvas):
    started = threading.Event()

    def read(_level, box):
        started.set()
        return flat(1, box.height, box.width)

    slow = Picture((9000, 9000), 6, read)
    canvas = make_canvas()
    canvas.show_pictures(slow, slow)
    canvas.set_zoom(1.0)
    canvas.grab()
    assert started.wait(5)
    canvas.shut_down()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("canvas")]
    canvas.grab()
