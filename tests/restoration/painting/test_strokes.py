"""Strokes cover what their shape says, whether drawn at once or piece by piece."""

import itertools

import numpy as np
import pytest

from restorer.photo import Box
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import FULL, Mask
from restorer.restoration.painting.strokes import Tip, draw, fill, touched

SIZE = (800, 1000)
WAY = [(100.0, 100.0), (400.0, 180.0), (420.0, 600.0)]


def _distance_to_way() -> np.ndarray:
    """To each straight piece, by the formula of a child's geometry book."""
    y, x = np.mgrid[0 : SIZE[0], 0 : SIZE[1]] + 0.5
    least = np.full(SIZE, np.inf)
    for (ax, ay), (bx, by) in itertools.pairwise(WAY):
        t = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2), 0, 1)
        least = np.minimum(least, np.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
    return least


@pytest.mark.parametrize(("size", "hardness"), [(30, 1.0), (30, 0.3), (1, 1.0), (360, 0.9)])
def test_a_stroke_covers_its_core_fades_to_its_rim_and_ends_there(size: float, hardness: float) -> None:
    values = draw(Mask(SIZE), Tip(size, hardness), WAY).whole()
    away = _distance_to_way()
    fall = max(1.0, size / 2 * (1 - hardness))
    expected = np.clip((size / 2 + 0.5 - away) / fall, 0, 1) * 255
    assert np.abs(values - expected).max() <= 1.5


def test_pieces_make_the_same_stroke_as_the_whole() -> None:
    tip = Tip(50, 0.2)
    whole = draw(Mask(SIZE), tip, WAY)
    pieces = draw(draw(Mask(SIZE), tip, WAY[:2]), tip, WAY[1:])
    assert np.array_equal(whole.whole(), pieces.whole())


def test_the_eraser_takes_away_what_the_brush_gave() -> None:
    painted = draw(Mask(SIZE), Tip(60, 0.5), WAY)
    assert draw(painted, Tip(90, 1.0, erases=True), WAY).whole().max() == 0
    partly = draw(painted, Tip(20, 1.0, erases=True), WAY)
    assert 0 < (partly.whole() > 0).sum() < (painted.whole() > 0).sum()


def test_the_inside_of_a_large_tip_costs_no_memory() -> None:
    mask = draw(Mask((4000, 4000)), Tip(3000, 1.0), [(2000.0, 2000.0)])
    full = [tile for tile in mask.tiles.values() if tile is FULL]
    assert len(full) > 40
    assert len(mask.tiles) - len(full) < 80


def test_only_what_is_touched_changes() -> None:
    tip = Tip(40)
    values = draw(Mask(SIZE), tip, WAY).whole()
    inside = touched(tip, WAY)
    outside = values.copy()
    outside[inside.intersect(Box.of(values)).slices] = 0
    assert values.any()
    assert not outside.any()


def test_a_stroke_may_leave_the_photo() -> None:
    values = draw(Mask((50, 60)), Tip(20, 1.0), [(-30.0, 25.0), (90.0, 25.0)]).whole()
    assert values[25].min() == 255
    assert values[5].max() == 0


def test_a_lasso_fills_its_inside_and_two_windings_cancel() -> None:
    square = [(100.0, 100.0), (300.0, 100.0), (300.0, 400.0), (100.0, 400.0)]
    values = fill(Mask(SIZE), square).whole()
    assert values[100:400, 100:300].min() == 255
    assert int((values > 0).sum()) == 300 * 200
    emptied = fill(fill(Mask(SIZE), square), [(0, 0), (200, 0), (200, 800), (0, 800)], erases=True).whole()
    assert int((emptied > 0).sum()) == 300 * 100
    bow = [(500.0, 500.0), (600.0, 600.0), (600.0, 500.0), (500.0, 600.0)]
    assert fill(Mask(SIZE), bow).whole()[550, 501] == 255
    assert fill(Mask(SIZE), bow).whole()[501, 550] == 0
    assert fill(Mask(SIZE), square[:2]).empty


def test_edits_hold_over_whatever_is_found() -> None:
    box = Box(0, 0, 100, 100)
    found = np.zeros((100, 100), np.uint8)
    found[40:60] = 255
    edits = Edits.none((100, 100)).with_stroke(Tip(10, 1.0), [(20.0, 10.0), (80.0, 10.0)])
    edits = edits.with_lasso([(0, 50), (100, 50), (100, 100), (0, 100)], erases=True)
    meant = edits.applied(found, 0, box)
    assert meant[10, 50] == 255, "painted"
    assert meant[45, 50] == 255, "found"
    assert meant[55, 50] == 0, "erased"
    again = edits.with_stroke(Tip(10, 1.0), [(50.0, 55.0)])
    assert again.applied(found, 0, box)[55, 50] == 255, "the last stroke wins"
    assert again.applied(np.zeros_like(found), 0, box)[55, 50] == 255
    assert edits.differs(edits) == []
    assert again.differs(edits) == [box, box]


def test_no_tip_is_absurd() -> None:
    for size, hardness in ((0, 1), (1e6, 1), (10, 1.5)):
        with pytest.raises(ValueError, match="no tip"):
            Tip(size, hardness)
