import pytest
from canvas_pictures import noise, picture, settle

from restorer.gui.canvas import Canvas, Mode, Picture


@pytest.fixture
def make_canvas(qtbot):
    """Makes canvases of 500 × 400 that are shown; they end their threads when they are deleted."""

    def make(before=None, after=None, size=(500, 400), parent=None):
        canvas = Canvas(parent)
        qtbot.addWidget(parent or canvas)
        canvas.resize(*size)
        if parent is None:
            with qtbot.waitExposed(canvas):
                canvas.show()
        if before is not None:
            after = after if after is None or isinstance(after, Picture) else picture(after)
            canvas.show_pictures(before if isinstance(before, Picture) else picture(before), after)
            settle(qtbot, canvas)
        return canvas

    return make


@pytest.fixture
def canvas(make_canvas):
    """A canvas with a large picture, before and after."""
    return make_canvas(noise(1000, 2000), noise(1000, 2000, seed=2))


@pytest.fixture
def wiping(canvas):
    """A canvas with the line of the wipe."""
    canvas.set_mode(Mode.WIPE)
    return canvas
