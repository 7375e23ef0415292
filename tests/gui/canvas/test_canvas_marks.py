"""Marks: thin at any zoom, told apart without colour, and gone while the photo before is held."""

import numpy as np
import pytest
from canvas_pictures import colour, flat, settle

from restorer.gui.canvas import Mark, Marks, Mode
from restorer.gui.canvas.marks import drawing, grown
from restorer.photo import Box
from restorer.restoration.painting.mask import Mask

SIZE = (1000, 2000)
GROUND = (90, 90, 90)


def _marks(codes: np.ndarray, **options) -> Marks:
    return Marks(Mask.of(codes).read, 5, **options)


@pytest.fixture
def codes():
    codes = np.zeros(SIZE, np.uint8)
    codes[480:520, 980:1020] = Mark.MEANT
    return codes


@pytest.fixture
def canvas(make_canvas):
    canvas = make_canvas(flat(GROUND, *SIZE), size=(300, 200))
    canvas.set_navigator_shown(False)
    canvas.set_zoom(1.0)
    return canvas


def _differing(image, y: int) -> list[int]:
    return [x for x in range(image.width()) if colour(image, x, y) != GROUND]


def test_a_line_runs_around_what_is_meant_and_leaves_it_to_be_seen(canvas, codes, qtbot):
    canvas.show_marks(_marks(codes))
    image = settle(qtbot, canvas)
    seen = _differing(image, 100)
    assert 125 < min(seen) < 130
    assert 170 <= max(seen) < 175
    assert not [x for x in seen if 130 <= x < 170], "the damage itself is not covered"
    canvas.show_marks(_marks(codes, filled=True))
    assert len([x for x in _differing(settle(qtbot, canvas), 100) if 130 <= x < 170]) == 40


@pytest.mark.parametrize("zoom", [0.15, 0.5, 1.0, 3.0, 16.0])
def test_lines_are_equally_thin_at_any_zoom(canvas, codes, qtbot, zoom):
    codes[:] = 0
    codes[500:, 1000:] = Mark.MEANT
    canvas.set_zoom(zoom)
    canvas.centre_at(1000, 500)
    canvas.show_marks(_marks(codes))
    image = settle(qtbot, canvas)
    assert 2 <= len([x for x in range(140, 160) if colour(image, x, 150) != GROUND]) <= 4


def test_a_speck_is_seen_from_far_away(canvas, qtbot):
    codes = np.zeros(SIZE, np.uint8)
    codes[501, 1003] = Mark.MEANT
    canvas.zoom_to_fit()
    canvas.show_marks(_marks(codes))
    image = settle(qtbot, canvas)
    changed = [(x, y) for x in range(300) for y in range(60, 140) if colour(image, x, y) != GROUND]
    assert len(changed) > 8


def test_marks_are_told_apart_without_colour():
    lightness = {}
    for mark in (Mark.GUESS, Mark.WILD_GUESS, Mark.REJECTED, Mark.MEANT, Mark.SELECTED):
        codes = np.zeros((60, 60), np.uint8)
        codes[20:40, 20:40] = mark
        lightness[mark] = (drawing(codes, (0, 0)) >> 24).astype(int)
    marks = list(lightness)
    for index, one in enumerate(marks):
        for other in marks[index + 1 :]:
            assert ((lightness[one] > 0) != (lightness[other] > 0)).sum() > 20, (one, other)


def test_the_photo_before_is_bare_while_it_is_held_and_so_is_the_difference(make_canvas, codes, qtbot):
    canvas = make_canvas(flat(GROUND, *SIZE), flat(GROUND, *SIZE), size=(300, 200))
    canvas.set_labels_shown(False)
    canvas.set_navigator_shown(False)
    canvas.set_zoom(1.0)
    canvas.show_marks(_marks(codes))
    assert _differing(settle(qtbot, canvas), 100)
    canvas.hold_before(True)
    assert not _differing(settle(qtbot, canvas), 100)
    canvas.hold_before(False)
    canvas.set_mode(Mode.DIFFERENCE)
    with_marks = settle(qtbot, canvas)
    canvas.show_marks(None)
    assert settle(qtbot, canvas) == with_marks


def test_the_photo_before_bears_no_guesses_but_what_is_to_be_repaired(make_canvas, qtbot):
    canvas = make_canvas(flat(GROUND, *SIZE), flat(GROUND, *SIZE), size=(300, 200))
    canvas.set_navigator_shown(False)
    canvas.set_mode(Mode.SIDE_BY_SIDE)
    canvas.set_labels_shown(False)
    canvas.set_zoom(1.0)
    for mark, on_before in ((Mark.WILD_GUESS, False), (Mark.GUESS, False), (Mark.MEANT, True)):
        codes = np.zeros(SIZE, np.uint8)
        codes[480:520, 980:1020] = mark
        canvas.show_marks(_marks(codes))
        image = settle(qtbot, canvas)
        seen = [x for y in range(85, 115) for x in _differing(image, y)]
        assert any(50 <= x <= 100 for x in seen) is on_before, mark.name
        assert any(200 <= x <= 250 for x in seen), mark.name


def test_a_part_that_changed_is_painted_anew(canvas, codes, qtbot):
    canvas.show_marks(_marks(codes))
    settle(qtbot, canvas)
    codes[480:520, 980:1020] = 0
    canvas.show_marks(_marks(codes), Box(480, 980, 520, 1020))
    assert not _differing(settle(qtbot, canvas), 100)


@pytest.mark.parametrize(("gap", "lines"), [(6, 2), (10, 2), (30, 4)])
def test_what_lies_near_each_other_has_one_outline(gap: int, lines: int) -> None:
    codes = np.zeros((60, 120), np.uint8)
    codes[20:40, 20:40] = codes[20:40, 40 + gap : 60 + gap] = Mark.MEANT
    along = drawing(codes, (0, 0))[30]
    amber = np.flatnonzero(along == drawing(codes, (0, 0))[18, 30])  # the line above the first of them
    assert len(amber) == lines
    assert (amber.min(), amber.max()) == (18, 61 + gap), "and it runs where it did"


@pytest.mark.parametrize("pixels", [0, 1, 2, 5, 6, 12, 70])
def test_a_shape_grows_to_a_square_around_each_of_its_pixels(pixels: int) -> None:
    shape, square = np.random.default_rng(pixels).random((40, 50)) > 0.98, np.zeros((40, 50), np.bool_)
    for row, column in np.argwhere(shape):
        square[max(0, row - pixels) : row + pixels + 1, max(0, column - pixels) : column + pixels + 1] = True
    np.testing.assert_array_equal(grown(shape, pixels), square)
