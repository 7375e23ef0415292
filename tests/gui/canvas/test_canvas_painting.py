import threading
from dataclasses import replace

import numpy as np
import pytest
from canvas_pictures import colour, flat, noise, picture, settle
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from restorer.gui.canvas import Mode, Picture
from restorer.gui.canvas.tiles import APRON, at_level
from restorer.photo import Box
from restorer.photo.pyramid import Pyramid

BEFORE, AFTER = (200, 30, 30), (30, 30, 200)


def _pixels(image: QImage) -> np.ndarray:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()


@pytest.fixture
def plain(make_canvas):
    """A red picture before, a blue one after, 1:1 with a margin of 20, without labels and map."""
    canvas = make_canvas(flat(BEFORE, 360, 460), flat(AFTER, 360, 460))
    canvas.set_labels_shown(False)
    canvas.set_navigator_shown(False)
    return canvas


def test_one_to_one_shows_every_pixel_as_it_is(qtbot, make_canvas):
    pixels = noise(900, 1100)
    canvas = make_canvas(pixels)
    canvas.set_navigator_shown(False)
    canvas.zoom_to_actual()
    canvas.centre_at(530, 512)  # across the borders of four tiles
    image = settle(qtbot, canvas)
    box = canvas.visible_area
    np.testing.assert_array_equal(_pixels(image), pixels[box.slices])


def test_whole_zooms_show_squares(qtbot, make_canvas):
    pixels = noise(900, 1100)
    canvas = make_canvas(pixels)
    canvas.set_navigator_shown(False)
    canvas.set_zoom(4.0)
    canvas.centre_at(512.5, 512.5)
    image = _pixels(settle(qtbot, canvas))
    box = canvas.visible_area
    x, y = 250, 200
    enlarged = pixels[box.slices].repeat(4, axis=0).repeat(4, axis=1)
    top, left = (enlarged.shape[0] - 400) // 2, (enlarged.shape[1] - 500) // 2
    shifts = [
        (down, right)
        for down in range(2 * top + 1)
        for right in range(2 * left + 1)
        if np.array_equal(enlarged[down : down + 400, right : right + 500], image)
    ]
    assert len(shifts) == 1
    assert image[y, x].tolist() in pixels[box.slices].reshape(-1, 3).tolist()


def test_smooth_scaling_leaves_no_seams_between_tiles(qtbot, make_canvas):
    ramp = np.linspace(0, 255, 1400)[None, :, None].repeat(1200, axis=0).repeat(3, axis=2)
    canvas = make_canvas(ramp.astype(np.uint8))
    canvas.set_navigator_shown(False)
    for zoom in (0.7, 1.6):
        canvas.set_zoom(zoom)
        canvas.centre_at(512, 512)
        row = _pixels(settle(qtbot, canvas)).astype(int)
        across = np.diff(row[200, :, 0])
        assert across.min() >= 0
        assert across.max() <= 1
        assert (row[:, 250] == row[0, 250]).all()


def test_the_surround_is_a_neutral_grey(qtbot, make_canvas):
    canvas = make_canvas(flat(BEFORE, 50, 50))
    red, green, blue = colour(settle(qtbot, canvas), 3, 3)
    assert red == green == blue


def test_a_blank_canvas_is_plain(make_canvas):
    canvas = make_canvas()
    image = canvas.grab().toImage()
    assert len(np.unique(_pixels(image).reshape(-1, 3), axis=0)) == 1
    canvas.zoom_in()
    canvas.invalidate()
    canvas.set_mode(Mode.WIPE)
    canvas.toggle_fit(QPointF(5, 5))
    assert canvas.visible_area is None


def test_before_after_and_hold(qtbot, plain):
    assert colour(settle(qtbot, plain), 250, 200) == AFTER
    plain.set_mode(Mode.BEFORE)
    assert colour(settle(qtbot, plain), 250, 200) == BEFORE
    for mode in (Mode.AFTER, Mode.WIPE, Mode.DIFFERENCE):
        plain.set_mode(mode)
        plain.hold_before(True)
        assert colour(settle(qtbot, plain), 450, 200) == BEFORE
        plain.hold_before(False)
        assert colour(settle(qtbot, plain), 450, 200) != BEFORE


@pytest.mark.parametrize("position", [0.0, 0.3, 1.0])
def test_the_wipe_shows_before_up_to_the_line(qtbot, plain, position):
    plain.set_mode(Mode.WIPE)
    plain.set_wipe_position(position)
    image = settle(qtbot, plain)
    shown = plain.width() - 40
    split = 20 + position * shown
    if position > 0:
        assert colour(image, split - 5, 30) == BEFORE
    if position < 1:
        assert colour(image, split + 5, 30) == AFTER


def test_moving_the_wipe_paints_only_what_it_must_but_all_of_it(qtbot, plain):
    plain.set_mode(Mode.WIPE)
    settle(qtbot, plain)
    for position in (0.9, 0.1, 0.55):
        plain.set_wipe_position(position)
        qtbot.wait(0)
    painted = plain.grab().toImage()
    assert colour(painted, 20 + 0.5 * 460, 30) == BEFORE
    assert colour(painted, 20 + 0.6 * 460, 30) == AFTER


def test_the_turned_wipe_is_horizontal(qtbot, plain):
    plain.set_mode(Mode.WIPE)
    plain.set_wipe_line(Qt.Orientation.Horizontal)
    plain.set_wipe_position(0.25)
    image = settle(qtbot, plain)
    assert colour(image, 100, 60) == BEFORE
    assert colour(image, 100, 300) == AFTER


@pytest.mark.parametrize("mode", [Mode.SIDE_BY_SIDE, Mode.OVER_UNDER])
def test_both_halves_show_the_same_place(qtbot, make_canvas, mode):
    pixels = noise(900, 1100)
    canvas = make_canvas(pixels, pixels.copy(), size=(503, 403))
    canvas.set_labels_shown(False)
    canvas.set_navigator_shown(False)
    canvas.set_mode(mode)
    canvas.set_zoom(1.0)
    canvas.zoom_by(1.37, QPointF(100, 100))
    canvas.pan(-33, 41)
    image = _pixels(settle(qtbot, canvas))
    if mode is Mode.SIDE_BY_SIDE:
        first, second = image[:, :250], image[:, -250:]
    else:
        first, second = image[:200], image[-200:]
    np.testing.assert_array_equal(first, second)
    assert len(np.unique(first)) > 100


def test_a_point_in_the_second_half_is_zoomed_at_as_in_the_first(make_canvas):
    areas = []
    for x in (100, 100 + 253):
        canvas = make_canvas(noise(900, 1100), noise(900, 1100), size=(503, 403))
        canvas.set_mode(Mode.SIDE_BY_SIDE)
        canvas.zoom_by(5, QPointF(x, 150))
        canvas.zoom_by(2, QPointF(x, 150))
        areas.append(canvas.visible_area)
    assert areas[0] == areas[1]


def test_the_difference_is_dark_where_nothing_changed(qtbot, make_canvas):
    before = flat(120, 360, 460)
    after = before.copy()
    after[100:200, 200:300] = 180
    canvas = make_canvas(before, after)
    canvas.set_labels_shown(False)
    canvas.set_mode(Mode.DIFFERENCE)
    image = settle(qtbot, canvas)
    assert sum(colour(image, 270, 170)) > 600 > 100 > sum(colour(image, 400, 60))


def test_blinking_shows_both_in_turn(qtbot, plain):
    plain.set_blink_interval(20)
    plain.set_mode(Mode.BLINK)
    settle(qtbot, plain)
    seen = set()

    def look():
        seen.add(colour(plain.grab().toImage(), 250, 200))
        return seen == {BEFORE, AFTER}

    qtbot.waitUntil(look, timeout=3000)


def test_reduced_motion_does_not_blink(qtbot, plain):
    plain.set_blink_interval(1)
    plain.set_reduced_motion(True)
    plain.set_mode(Mode.BLINK)
    settle(qtbot, plain)
    qtbot.wait(30)
    assert colour(plain.grab().toImage(), 250, 200) == AFTER


def test_invalidating_draws_anew_and_keeps_the_old_until_then(qtbot, make_canvas):
    after = flat(AFTER, 360, 460)
    pyramid = Pyramid.build(after)
    canvas = make_canvas(flat(BEFORE, 360, 460), Picture.of(pyramid))
    canvas.set_labels_shown(False)
    assert colour(canvas.grab().toImage(), 250, 200) == AFTER
    after[:, 230:] = 90
    pyramid.update(Box.of(after))
    canvas.invalidate(Box(0, 230, 360, 460))
    assert colour(canvas.grab().toImage(), 100, 200) == AFTER
    assert not canvas.settled
    image = settle(qtbot, canvas)
    assert colour(image, 100, 200) == AFTER
    assert colour(image, 400, 200) == (90, 90, 90)


def test_a_new_after_keeps_what_is_seen_until_it_is_drawn(qtbot, make_canvas):
    before = picture(flat(BEFORE, 360, 460))
    canvas = make_canvas(before, flat(AFTER, 360, 460))
    canvas.set_labels_shown(False)
    canvas.show_pictures(before, picture(flat(60, 360, 460)))
    assert colour(canvas.grab().toImage(), 250, 200) == AFTER
    assert colour(settle(qtbot, canvas), 250, 200) == (60, 60, 60)


def test_a_new_photo_is_seen_at_once(make_canvas):
    canvas = make_canvas(noise(3000, 3000))
    canvas.show_pictures(picture(flat(BEFORE, 3000, 3000)))
    assert colour(canvas.grab().toImage(), 250, 200) == BEFORE


def test_transparent_pixels_show_a_checkerboard(qtbot, make_canvas):
    alpha = np.zeros((200, 200, 1), np.uint8)
    alpha[:, 100:] = 255
    canvas = make_canvas(Picture.of(Pyramid.build(flat(BEFORE, 200, 200)), alpha=Pyramid.build(alpha)))
    canvas.zoom_to_actual()
    image = _pixels(settle(qtbot, canvas))
    left, right = image[100:300, 150:250].reshape(-1, 3), image[100:300, 250:350].reshape(-1, 3)
    greys = np.unique(left, axis=0)
    assert len(greys) == 2
    assert all(grey.min() == grey.max() for grey in greys)
    np.testing.assert_array_equal(np.unique(right, axis=0), [BEFORE])


@pytest.mark.parametrize(("dtype", "channels"), [("uint16", 3), ("uint16", 1), ("uint8", 1)])
def test_pictures_of_any_depth_are_shown(qtbot, make_canvas, dtype, channels):
    pixels = noise(300, 400, channels, dtype)
    canvas = make_canvas(pixels)
    canvas.zoom_to_actual()
    image = _pixels(settle(qtbot, canvas))[50:350, 50:450]
    eight = np.round(pixels / (257 if dtype == "uint16" else 1)).astype(int)
    assert np.abs(image - eight).max() <= 1


def test_labels_can_be_hidden(qtbot, make_canvas):
    canvas = make_canvas(flat(BEFORE, 400, 500), flat(AFTER, 400, 500))
    labelled = _pixels(settle(qtbot, canvas))
    canvas.set_labels_shown(False)
    bare = _pixels(settle(qtbot, canvas))
    changed = np.argwhere((labelled != bare).any(axis=2))
    assert len(changed) > 100
    assert changed.max(axis=0)[0] < 100


def test_a_change_is_seen_in_half_the_size_before_it_is_seen_whole(make_canvas, qtbot):
    gate, made = threading.Event(), []
    gate.set()
    before = picture(flat((10, 10, 10), 3000, 4000))

    def read(level, box):
        assert gate.wait(10)
        made.append(level)
        return np.full((box.height, box.width, 3), 10 + len(shades), np.uint8)

    shades = []
    after = replace(before, read=read)
    canvas = make_canvas(before, after, size=(1500, 1100))
    canvas.set_zoom(0.5)
    settle(qtbot, canvas)
    assert canvas.current
    gate.clear()
    made.clear()
    shades.append(1)
    canvas.invalidate()
    assert not canvas.current
    gate.set()
    qtbot.waitUntil(lambda: canvas.settled)
    assert made[0] == 2, "the coarser level comes first"
    assert 1 in made
    assert colour(canvas.grab().toImage(), 700, 500) == (11, 11, 11)


@pytest.mark.parametrize("mode", [Mode.AFTER, Mode.WIPE, Mode.SIDE_BY_SIDE])
def test_of_what_is_seen_in_half_the_size_no_more_is_made_than_that(make_canvas, qtbot, mode):
    rows = np.arange(2000)[:, None, None] * [1, 0, 0] + np.arange(2400)[:, None] * [0, 1, 0]
    pyramid, gate, made = Pyramid.build((rows // 16).astype(np.uint8)), threading.Event(), []
    fine_ones = threading.Event()
    gate.set()
    fine_ones.set()

    def read(level, box):
        assert gate.wait(10)
        if level == 0:
            assert fine_ones.wait(10)
        made.append((level, box))
        return pyramid.read(level, box)

    before = Picture.of(pyramid)
    canvas = make_canvas(before, replace(before, read=read), size=(1300, 1100))
    canvas.set_mode(mode)
    canvas.set_labels_shown(False)
    canvas.zoom_to_actual()
    sharp = _pixels(settle(qtbot, canvas))
    gate.clear()
    fine_ones.clear()
    made.clear()
    canvas.invalidate()
    gate.set()
    qtbot.waitUntil(lambda: canvas.current)
    assert not canvas.settled
    seen = at_level(canvas.visible_area, 1).grow(APRON)
    halves = [box for level, box in made if level == 1]
    assert len(halves) == len(set(halves)) > 1
    assert all(box.intersect(seen) == box for box in halves)
    rough = _pixels(canvas.grab().toImage())
    fine_ones.set()
    assert np.abs(rough.astype(int) - sharp).max() <= 1
    qtbot.waitUntil(lambda: canvas.settled)
    np.testing.assert_array_equal(_pixels(canvas.grab().toImage()), sharp)
