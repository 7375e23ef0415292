import pytest

from restorer.gui.canvas.view import HIGHEST_ZOOM, View
from restorer.photo import Box

WIDE = View.fitting((1000, 4000), (600, 800))


def test_fit_shows_all_of_a_picture_in_the_middle():
    assert WIDE.zoom == 0.2
    assert WIDE.extent == Box(200, 0, 400, 800)
    assert WIDE.visible == Box(0, 0, 1000, 4000)
    assert not WIDE.overflows


def test_fit_leaves_its_margin():
    view = View.fitting((1000, 4000), (600, 800), margin=20)
    assert view.extent.left == 20
    assert view.extent.right == 780


def test_a_small_picture_is_at_most_doubled_and_centred():
    view = View.fitting((10, 20), (600, 800))
    assert view.zoom == 2
    assert view.extent == Box(290, 380, 310, 420)
    assert View.fitting((1, 1), (600, 800)).visible == Box(0, 0, 1, 1)


@pytest.mark.parametrize("point", [(0, 300), (123, 321), (799, 299)])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 7.3])
def test_zooming_keeps_the_point_under_the_mouse(point, zoom):
    view = WIDE.zoomed_to(4.0, 400, 300).zoomed_to(1.7, 400, 300)
    at = view.to_picture(*point)
    after = view.zoomed_to(zoom, *point).to_picture(*point)
    # The origin is a whole pixel of the screen, which may move the picture by half of one, twice.
    assert abs(at[0] - after[0]) <= 1 / zoom
    assert abs(at[1] - after[1]) <= 1 / zoom


def test_zoom_has_limits():
    assert WIDE.zoomed_to(0.0001, 0, 0).zoom == WIDE.fit_zoom
    assert WIDE.zoomed_to(1000, 0, 0).zoom == HIGHEST_ZOOM
    assert View.fitting((10, 20), (600, 800)).zoomed_to(0.1, 0, 0).zoom == 1


def test_zooming_by_a_factor_stops_at_one_to_one_and_at_fit():
    view = WIDE.zoomed_to(0.9, 400, 300).zoomed_by(1.3, 400, 300)
    assert view.zoom == 1.0
    assert view.zoomed_by(1.3, 400, 300).zoom == pytest.approx(1.3)
    assert WIDE.zoomed_to(0.22, 400, 300).zoomed_by(0.8, 400, 300).fit


def test_steps_are_round_numbers():
    view = WIDE.zoomed_to(0.9, 400, 300)
    assert view.stepped(1, 400, 300).zoom == 1
    assert view.stepped(-1, 400, 300).zoom == pytest.approx(2 / 3)
    assert WIDE.stepped(-1, 400, 300) == WIDE


def test_panning_stops_at_the_borders():
    view = WIDE.zoomed_to(1.0, 400, 300)
    assert view.panned(-10, -20).centre_x == view.centre_x + 10
    assert view.panned(1e6, 1e6).visible == Box(0, 0, 600, 800)
    assert view.panned(-1e6, -1e6).visible == Box(400, 3200, 1000, 4000)
    assert WIDE.panned(50, 50) == WIDE


def test_resizing_keeps_fitting_or_keeps_the_centre():
    assert WIDE.resized((600, 400), 0).zoom == 0.1
    view = WIDE.zoomed_to(1.0, 400, 300).panned(-500, 0)
    resized = view.resized((300, 400), 0)
    assert (resized.zoom, resized.centre_x, resized.centre_y) == (1.0, view.centre_x, view.centre_y)
    assert not resized.fit


@pytest.mark.parametrize(
    ("zoom", "level"), [(4.0, 0), (1.0, 0), (0.51, 0), (0.5, 1), (0.26, 1), (0.25, 2), (0.2, 2), (0.01, 4)]
)
def test_the_level_has_at_least_the_pixels_of_the_screen(zoom, level):
    view = View(1000, 4000, 600, 800, zoom=zoom)
    assert view.level(5) == level
