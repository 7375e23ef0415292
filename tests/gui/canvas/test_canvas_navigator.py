"""The small picture in the corner: where in the photo one is, and a way to elsewhere."""

from canvas_pictures import LEFT, colour, flat, settle
from PySide6.QtCore import QPoint

from restorer.gui.canvas.navigator import Navigator


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
