"""Wheel, touch pad, keys and dragging zoom and pan the photo, which stays where it was looked at."""

import numpy as np
import pytest
from canvas_pictures import CTRL, LEFT, MIDDLE, NONE, drag, noise, picture
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QKeySequence,
    QNativeGestureEvent,
    QPointingDevice,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from restorer.gui.canvas import Mode


def _turn_wheel(canvas, turned=(0, 120), pixels=(0, 0), modifiers=NONE):
    at, turned, pixels = QPointF(100, 150), QPoint(*turned), QPoint(*pixels)
    phase = Qt.ScrollPhase.NoScrollPhase if pixels.isNull() else Qt.ScrollPhase.ScrollUpdate
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), pixels, turned, Qt.MouseButton.NoButton, modifiers, phase, False
    )
    QApplication.sendEvent(canvas, event)


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
    drag(qtbot, canvas, QPoint(200, 200), QPoint(160, 230), button)
    assert (canvas.visible_area.left, canvas.visible_area.top) == (before.left + 40, before.top - 30)


def test_space_pans_even_on_the_wipes_line(qtbot, wiping):
    wiping.set_zoom(1.0)
    before = wiping.visible_area
    on_line = QPoint(250, 40)
    qtbot.keyPress(wiping, Qt.Key.Key_Space)
    drag(qtbot, wiping, on_line, on_line + QPoint(30, 0))
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
