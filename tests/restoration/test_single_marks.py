"""What shines through a mark that stands there once is computed back, be it found or painted."""

import dataclasses

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from numpy.typing import NDArray
from repeating import SIZE, eight_bit, laid, scene

from restorer.photo import Box, Photo
from restorer.photo.pyramid import Pyramid
from restorer.restoration.computing import compute
from restorer.restoration.mark_groups import mark_groups, overlays_of, same_marks
from restorer.restoration.masking import lifting
from restorer.restoration.overlays import Overlay
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.single_marks import single_overlay
from restorer.restoration.small import Floats, box_mean
from restorer.restoration.steps import RemoveWatermark

_ALL = Box(0, 0, *SIZE)
_STEP = RemoveWatermark(model="find-marks", filler="repair-damage")
_CATALOG = FamilyCatalog("find-marks", "repair-damage")


def _logo() -> NDArray[np.bool_]:
    """Return a ring with a bar below it: no part of it comes again."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    ring = np.abs(np.hypot(rows - 130, columns - 200) - 55) < 8
    return np.asarray(ring | ((np.abs(rows - 205) < 7) & (np.abs(columns - 200) < 90)))


def _grained(strength: float = 0.1) -> Floats:
    grain = strength * np.random.default_rng(3).standard_normal((1, *SIZE))
    return np.clip(scene() + grain, 0, 1).astype(np.float32)


def _around(mark: NDArray[np.bool_], radius: int) -> NDArray[np.bool_]:
    """Return what a brush that is ``radius`` pixels too wide would paint."""
    return box_mean(mark.astype(np.float32), radius) > 1e-4


def _overlay(marked: Floats, painted: NDArray[np.bool_]) -> Overlay:
    overlay = single_overlay(marked, painted, ~painted)
    assert overlay is not None
    return overlay


def _psnr(planes: Floats, truth: Floats, where: NDArray[np.bool_]) -> float:
    return float(-10 * np.log10(np.mean((planes - truth)[:, where] ** 2)))


@pytest.mark.parametrize("radius", [0, 2, 9])
@pytest.mark.parametrize(("opacity", "ink"), [(0.5, 1.0), (0.3, 0.0), (0.7, 0.9)])
def test_opacity_and_ink_are_told_however_closely_it_is_painted(
    radius: int, opacity: float, ink: float
) -> None:
    mark = _logo()
    overlay = _overlay(laid(_grained(), mark, opacity, ink), _around(mark, radius))
    inside = mark & (overlay.fields[4] > 0.3) & (overlay.fields[0] > 0.05)
    assert np.median(overlay.fields[0][inside]) == pytest.approx(opacity, abs=0.1 if radius > 5 else 0.07)
    assert np.median(overlay.fields[1:4, inside] / overlay.fields[0][inside]) == pytest.approx(ink, abs=0.1)


@pytest.mark.parametrize("radius", [0, 2, 9])
def test_what_shines_through_is_the_photo_itself(radius: int) -> None:
    truth, mark = _grained(), _logo()
    marked = laid(truth, mark, 0.5, 1.0)
    beneath, trust = _overlay(marked, _around(mark, radius)).lifted(_ALL, marked)
    sure = mark & (trust > 0.5)
    assert np.count_nonzero(sure) > 0.5 * np.count_nonzero(mark)
    assert _psnr(beneath, truth, sure) > _psnr(marked, truth, sure) + 8


def test_what_was_painted_beside_the_mark_stays_as_it_is() -> None:
    truth, mark = _grained(), _logo()
    marked = laid(truth, mark, 0.5, 1.0)
    painted = _around(mark, 9)
    beneath, trust = _overlay(marked, painted).lifted(_ALL, marked)
    beside = painted & ~_around(mark, 3)
    assert np.median(trust[beside]) > 0.8
    assert np.abs(beneath - marked)[:, beside].mean() < 0.01
    assert not trust[~painted].any()


def test_an_opaque_mark_is_filled() -> None:
    mark = _logo()
    marked = laid(_grained(), mark, 1.0, 1.0)
    overlay = single_overlay(marked, mark, ~mark)
    assert overlay is None or overlay.fields[4][mark].mean() < 0.1


def test_nothing_is_told_of_a_calm_ground_or_of_a_few_pixels() -> None:
    calm, mark = np.full((3, *SIZE), 0.5, np.float32), _logo()
    assert single_overlay(laid(calm, mark, 0.5, 1.0), mark, ~mark) is None
    dot = np.zeros(SIZE, np.bool_)
    dot[100:104, 100:104] = True
    assert single_overlay(laid(_grained(), dot, 0.5, 1.0), dot, ~dot) is None


def test_a_coloured_ink_is_told_from_texture_of_the_same_lightness() -> None:
    truth, mark = _grained(), _logo()
    share = np.float32(0.2) * mark.astype(np.float32)
    ink = np.array([0.6, 0.3, 0.8], np.float32)[:, None, None]
    marked = (truth * (1 - share) + ink * share).astype(np.float32)
    overlay = _overlay(marked, _around(mark, 6))
    assert (overlay.fields[0] > 0.05)[mark].mean() > 0.9
    beneath, _ = overlay.lifted(_ALL, marked)
    before, after, wanted = ((planes[2] - planes[1])[mark].mean() for planes in (marked, beneath, truth))
    assert abs(after - wanted) < 0.5 * abs(before - wanted)


def test_letters_near_each_other_are_one_mark() -> None:
    lost = np.zeros(SIZE, np.uint8)
    lost[100:110, 40:50] = lost[100:110, 64:74] = 255  # a gap of a letter's width
    lost[100:110, 300:310] = 1
    cells = [Box(0, 0, 256, 256), Box(0, 256, 256, 400), Box(256, 0, 300, 400)]
    groups = mark_groups(SIZE, lambda box: lost[box.slices], cells)
    assert [group.holds(_ALL)[lost > 0].mean() for group in groups] == pytest.approx([2 / 3, 1 / 3])
    assert not (groups[0].holds(_ALL) & groups[1].holds(_ALL)).any()
    near = Box(100, 30, 101, 31)
    assert same_marks(groups, [near]) == [groups[0].around]
    assert same_marks(groups, [Box(280, 200, 290, 210)]) == []
    assert mark_groups(SIZE, lambda box: np.zeros((box.height, box.width), np.uint8), cells) == []


def test_each_mark_has_its_own_ink_and_only_those_near_the_cells_are_told() -> None:
    left, right = np.zeros(SIZE, np.bool_), np.zeros(SIZE, np.bool_)
    left[60:160, 30:50] = left[60:80, 30:120] = True
    right[150:250, 300:320] = right[150:170, 300:390] = True
    truth = _grained()
    marked = eight_bit(laid(laid(truth, left, 0.5, 1.0), right, 0.4, 0.0))
    lost = np.where(left | right, np.uint8(255), np.uint8(0))
    groups = mark_groups(SIZE, lambda box: lost[box.slices], [_ALL])
    overlays = overlays_of(marked, lambda box: lost[box.slices], groups, [_ALL])
    assert len(overlays) == 2
    lift = lifting(overlays)
    assert lift is not None
    planes = (np.moveaxis(marked, -1, 0) / np.float32(255)).astype(np.float32)
    beneath, trust = lift(_ALL, planes)
    for mark in (left, right):
        sure = mark & (trust > 0.4)
        assert sure.sum() > 0.5 * mark.sum()
        assert _psnr(beneath, truth, sure) > _psnr(planes, truth, sure) + 6
    (one,) = overlays_of(marked, lambda box: lost[box.slices], groups, [Box(180, 330, 190, 340)])
    assert one.corner[1] > 200


def test_a_mark_nearby_is_another_one() -> None:
    one, other = np.zeros(SIZE, np.bool_), np.zeros(SIZE, np.bool_)
    one[100:130, 60:300] = other[164:194, 60:300] = True
    truth = _grained()
    marked = eight_bit(laid(laid(truth, one, 0.5, 1.0), other, 0.5, 0.0))
    lost = np.where(one | other, np.uint8(255), np.uint8(0))
    groups = mark_groups(SIZE, lambda box: lost[box.slices], [_ALL])
    assert len(groups) == 2
    planes = (np.moveaxis(marked, -1, 0) / np.float32(255)).astype(np.float32)
    for overlay, mine in zip(
        overlays_of(marked, lambda box: lost[box.slices], groups, [_ALL]), (one, other), strict=True
    ):
        _, trust = overlay.lifted(_ALL, planes)
        assert trust[mine].mean() > 0.3
        assert not trust[~mine & (lost > 0)].any()


def test_a_large_mark_is_told_in_a_reduced_copy() -> None:
    truth, mark = (np.repeat(np.repeat(field, 4, -2), 4, -1) for field in (_grained(), _logo()))
    marked = eight_bit(laid(truth, mark, 0.5, 1.0))
    lost = np.where(mark, np.uint8(255), np.uint8(0))
    groups = mark_groups(mark.shape, lambda box: lost[box.slices], [Box.of(marked)])
    (overlay,) = overlays_of(marked, lambda box: lost[box.slices], groups, [Box.of(marked)])
    assert overlay.fields[0].size < 500_000
    planes = (np.moveaxis(marked, -1, 0) / np.float32(255)).astype(np.float32)
    beneath, trust = overlay.lifted(Box.of(marked), planes)
    sure = mark & (trust > 0.2)
    assert sure.sum() > 0.5 * mark.sum()
    assert _psnr(beneath, truth, sure) > _psnr(planes, truth, sure) + 8


# In a photo


class _SeesNothing(FamilyEngine):
    """Its network finds no mark anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._answers["find-marks"] = lambda planes: np.zeros_like(planes[:1])


def _painted(*parts: NDArray[np.bool_]) -> RemoveWatermark:
    values = np.where(np.logical_or.reduce(parts), np.uint8(255), np.uint8(0))
    return dataclasses.replace(_STEP, edits=Edits(Mask.of(values), Mask(SIZE)))


def _computed(rendition: Rendition, step: RemoveWatermark) -> NDArray[np.generic]:
    recipe = Recipe((step,))
    compute(rendition, recipe, _SeesNothing(), _CATALOG)  # type: ignore[arg-type]
    return rendition.read(recipe, 0, _ALL)


def _rendition(marked: Floats) -> Rendition:
    photo = Photo(eight_bit(marked))
    return Rendition(photo, Pyramid.build(photo.pixels))


def test_whoever_paints_over_a_mark_gets_the_photo_beneath_and_not_a_filling() -> None:
    truth, mark = _grained(), _logo()
    marked = laid(truth, mark, 0.5, 1.0)
    painted = _around(mark, 3)
    result = _computed(_rendition(marked), _painted(painted))
    error = np.abs(result.astype(int) - eight_bit(truth))[mark].mean()
    assert error < 0.35 * np.abs(eight_bit(marked).astype(int) - eight_bit(truth))[mark].mean()
    assert (result == eight_bit(marked))[~painted].all()


def test_stroke_by_stroke_it_becomes_what_it_would_at_once() -> None:
    mark = _logo()
    marked = laid(_grained(), mark, 0.5, 1.0)
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    first, second = mark & (columns < 200), mark & (columns >= 200)
    stray = (np.abs(rows - 175) < 12) & (np.abs(columns - 200) < 14)
    one_by_one = _rendition(marked)
    for parts in ((first,), (first, second), (first, second, stray)):
        result = _computed(one_by_one, _painted(*parts))
        np.testing.assert_array_equal(result, _computed(_rendition(marked), _painted(*parts)))
    for parts in ((first, second), (second,), (first, stray)):  # and taken back
        result = _computed(one_by_one, _painted(*parts))
        np.testing.assert_array_equal(result, _computed(_rendition(marked), _painted(*parts)))
