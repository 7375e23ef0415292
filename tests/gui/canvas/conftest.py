import pytest
from canvas_pictures import picture, settle

from restorer.gui.canvas import Canvas, Picture


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
