"""Painting on the canvas: what the mouse does becomes strokes in pixels of the photo, and panning stays."""

import pytest
from canvas_pictures import flat
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from restorer.gui.canvas import Canvas, Mode, Stroke, Tool

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
START, STOP = QPoint(100, 100), QPoint(180, 140)


class Told:
    """What the tools have told, in order."""

    def __init__(self, canvas: Canvas) -> None:
        self.strokes: list[Stroke] = []
        self.ends: list[str] = []
        self.points: list[tuple[float, float]] = []
        canvas.tools.painted.connect(self.strokes.append)
        canvas.tools.lifted.connect(lambda: self.ends.append("lifted"))
        canvas.tools.dropped.connect(lambda: self.ends.append("dropped"))
        canvas.tools.pointed.connect(lambda x, y: self.points.append((x, y)))


@pytest.fixture
def canvas(make_canvas):
    canvas = make_canvas(flat((90, 90, 90), 1000, 2000), flat((200, 200, 200), 1000, 2000))
    canvas.set_zoom(1.0)
    canvas.setFocus()
    return canvas


@pytest.fixture
def told(canvas) -> Told:
    return Told(canvas)


def _drag(qtbot, canvas, button=LEFT, modifiers=NONE, stops=(STOP,), lift=True):
    qtbot.mousePress(canvas, button, modifiers, pos=START)
    for stop in stops:
        _move(canvas, stop, button)
    if lift:
        qtbot.mouseRelease(canvas, button, modifiers, pos=stops[-1])


def _move(canvas, point, button):
    at = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, button, NONE
    )
    QApplication.sendEvent(canvas, event)


def test_the_brush_paints_where_the_mouse_is_at_any_zoom(canvas, told, qtbot):
    canvas.tools.choose(Tool.BRUSH)
    canvas.set_zoom(2.0)
    corner = canvas.visible_area
    before = canvas.visible_area
    _drag(qtbot, canvas)
    assert canvas.visible_area == before, "it does not pan"
    assert told.ends == ["lifted"]
    first, last = told.strokes[0], told.strokes[-1]
    assert first.points[0] == pytest.approx((corner.left + 50, corner.top + 50), abs=0.6)
    assert last.points[-1] == pytest.approx((corner.left + 90, corner.top + 70), abs=0.6)
    assert not any(stroke.tip.erases for stroke in told.strokes)


@pytest.mark.parametrize(
    ("tool", "button", "modifiers", "erases"),
    [
        (Tool.BRUSH, LEFT, NONE, False), (Tool.BRUSH, RIGHT, NONE, True), (Tool.BRUSH, LEFT, ALT, True),
        (Tool.ERASER, LEFT, NONE, True), (Tool.ERASER, RIGHT, NONE, False), (Tool.ERASER, LEFT, ALT, False),
        (Tool.LASSO, RIGHT, NONE, True), (Tool.LINE, LEFT, ALT, True),
    ],
)  # fmt: skip
def test_the_right_button_and_alt_do_the_opposite(canvas, told, qtbot, tool, button, modifiers, erases):
    canvas.tools.choose(tool)
    _drag(qtbot, canvas, button, modifiers, (STOP, QPoint(90, 190)))
    assert told.strokes
    assert {stroke.tip.erases for stroke in told.strokes} == {erases}


def test_alt_does_not_stick_after_switching_to_another_window(canvas, told, qtbot):
    canvas.tools.choose(Tool.BRUSH)
    qtbot.keyPress(canvas, Qt.Key.Key_Alt)
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    _drag(qtbot, canvas)
    assert {stroke.tip.erases for stroke in told.strokes} == {False}


def test_a_line_is_straight_and_painted_once(canvas, told, qtbot):
    canvas.tools.choose(Tool.LINE)
    _drag(qtbot, canvas, stops=(QPoint(300, 20), STOP))
    assert len(told.strokes) == 1
    (ax, ay), (bx, by) = told.strokes[0].points
    assert (bx - ax, by - ay) == pytest.approx((80, 40))


def test_a_lasso_is_told_when_it_is_closed(canvas, told, qtbot):
    canvas.tools.choose(Tool.LASSO)
    _drag(qtbot, canvas, stops=(QPoint(200, 100), QPoint(200, 200)), lift=False)
    assert told.strokes == []
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(200, 200))
    assert told.strokes[0].lasso
    assert len(told.strokes[0].points) == 3


@pytest.mark.parametrize("way", ["middle", "space"])
def test_the_photo_can_be_moved_whatever_the_tool(canvas, told, qtbot, way):
    canvas.tools.choose(Tool.BRUSH)
    before = canvas.visible_area
    if way == "space":
        qtbot.keyPress(canvas, Qt.Key.Key_Space)
    _drag(qtbot, canvas, MIDDLE if way == "middle" else LEFT)
    if way == "space":
        qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert told.strokes == []
    assert canvas.visible_area.left == before.left - 80
    _drag(qtbot, canvas)
    assert told.strokes, "and then it paints again"


def test_space_pressed_while_painting_does_not_lose_the_stroke(canvas, told, qtbot):
    canvas.tools.choose(Tool.BRUSH)
    _drag(qtbot, canvas, lift=False)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.mouseRelease(canvas, LEFT, pos=STOP)
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert told.ends == ["lifted"]


def test_escape_drops_the_stroke_and_then_the_tool(canvas, told, qtbot):
    canvas.tools.choose(Tool.BRUSH)
    _drag(qtbot, canvas, lift=False)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert told.ends == ["dropped"]
    assert canvas.tools.tool is Tool.BRUSH
    qtbot.mouseRelease(canvas, LEFT, pos=STOP)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tools.tool is Tool.HAND


def test_losing_the_focus_keeps_a_stroke_and_drops_a_lasso(canvas, told, qtbot):
    for tool, end in ((Tool.BRUSH, "lifted"), (Tool.LASSO, "dropped")):
        told.ends.clear()
        canvas.tools.choose(tool)
        _drag(qtbot, canvas, lift=False)
        canvas.clearFocus()
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
        assert told.ends == [end]
        canvas.setFocus()


def test_a_click_with_the_hand_points_and_a_drag_does_not(canvas, told, qtbot):
    corner = canvas.visible_area
    qtbot.mouseClick(canvas, LEFT, pos=START)
    assert told.points == [pytest.approx((corner.left + 100, corner.top + 100), abs=0.6)]
    _drag(qtbot, canvas)
    assert len(told.points) == 1
    canvas.tools.choose(Tool.PIN)
    qtbot.mouseClick(canvas, LEFT, pos=START)
    assert len(told.points) == 2


def test_size_and_hardness_have_limits_and_steps(canvas):
    tools, changes = canvas.tools, []
    tools.changed.connect(lambda: changes.append(tools.tip))
    tools.set_tip(1.0, 0.0)
    tools.grow(-1)
    tools.harden(-1)
    assert (tools.tip.size, tools.tip.hardness) == (1.0, 0.0)
    tools.grow(1)
    assert tools.tip.size == 2.0
    for _ in range(80):
        tools.grow(1)
        tools.harden(1)
    assert (tools.tip.size, tools.tip.hardness) == (4000.0, 1.0)
    assert changes


def test_the_cursor_shows_the_brush_in_its_size(canvas, qtbot):
    canvas.tools.choose(Tool.BRUSH)
    canvas.tools.set_tip(100.0, 1.0)
    _move(canvas, QPoint(250, 200), Qt.MouseButton.NoButton)
    bare = canvas.grab().toImage()
    canvas.tools.leave()
    changed = [x for x in range(400) if bare.pixelColor(x, 200) != canvas.grab().toImage().pixelColor(x, 200)]
    assert min(changed) == pytest.approx(200, abs=3)
    assert max(changed) == pytest.approx(300, abs=3)
    assert canvas.cursor().shape() == Qt.CursorShape.BlankCursor


def test_side_by_side_a_stroke_stays_in_the_half_it_was_begun_in(canvas, told, qtbot):
    canvas.set_mode(Mode.SIDE_BY_SIDE)
    canvas.tools.choose(Tool.BRUSH)
    _drag(qtbot, canvas, stops=(QPoint(400, 100),))
    (ax, _), (bx, _) = told.strokes[0].points[0], told.strokes[-1].points[-1]
    assert bx - ax == pytest.approx(300)
