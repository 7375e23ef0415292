"""Repairs: what scores propose, how sensitively, and the mask that follows."""

import numpy as np
import pytest
from fakes import denoise_card

from restorer.photo import Box
from restorer.restoration.repairs import (
    LOW,
    MARGIN,
    Margin,
    fewest_wrong,
    find_repairs,
    is_calibrated,
    least_score,
    mask_pyramid,
)
from restorer.restoration.steps import RemoveWatermark, RepairDamage

CARD = denoise_card(
    calibration=(
        {"score": 0.9, "wrong_per_megapixel": 0.01},
        {"score": 0.7, "wrong_per_megapixel": 0.1},
        {"score": 0.5, "wrong_per_megapixel": 1.0},
    )
)


def test_the_sensitivity_is_read_off_the_card() -> None:
    assert is_calibrated(CARD)
    assert least_score(CARD, 1.0, 10.0) == pytest.approx(0.7)
    assert least_score(CARD, 10.0, 10.0) == pytest.approx(0.5)
    assert least_score(CARD, 0.1, 10.0) == pytest.approx(0.9)
    assert 0.7 < least_score(CARD, 0.3, 10.0) < 0.9
    assert least_score(CARD, 100.0, 1.0) == pytest.approx(0.5), "no further than was measured"
    assert least_score(CARD, 1.0, 20.0) > least_score(CARD, 1.0, 10.0), (
        "a larger photo has more to be wrong on"
    )
    assert fewest_wrong(CARD, 20.0) == pytest.approx(0.2)
    assert not is_calibrated(denoise_card())
    assert 0 < least_score(denoise_card(), 1.0, 10.0) < 1


def test_scores_fall_apart_into_repairs_surest_first() -> None:
    scores = np.zeros((300, 700), np.uint8)
    scores[10:12, 20:60] = LOW + 5
    scores[10, 30] = 180
    scores[200:205, 600:605] = 250
    scores[100, 100] = LOW - 1  # too low for the shape of any
    repairs = find_repairs(scores)
    assert [repair.place for repair in repairs.all] == [(200, 600), (10, 30)]
    assert [repair.area for repair in repairs.all] == [25, 80]
    assert repairs.all[1].box == Box(10, 20, 12, 60).grow(MARGIN)
    assert repairs.all[0].score == pytest.approx(250 / 255)
    assert repairs.at((11, 50)) == 1
    assert repairs.at((10 - MARGIN, 50)) == 1
    assert repairs.at((100, 100)) is None


def test_near_repairs_are_one_and_cells_do_not_part_them() -> None:
    scores = np.zeros((300, 700), np.uint8)
    scores[50:52, 200:320] = 200  # over the border of two cells
    scores[50:52, 324:330] = 200  # a gap that the margins close
    assert len(find_repairs(scores).all) == 1


def test_the_mask_covers_what_counts_and_its_margin() -> None:
    scores = np.zeros((300, 700), np.uint8)
    scores[0:3, 0:3] = 255
    scores[297:, 690:] = LOW + 5
    repairs = find_repairs(scores)
    mask = repairs.mask(repairs.from_score(0.9))[..., 0]
    expected = np.zeros_like(mask)
    expected[: 3 + MARGIN, : 3 + MARGIN] = 255
    np.testing.assert_array_equal(mask, expected)
    assert repairs.touched(repairs.from_score(0.9)) == {Box(0, 0, 256, 256)}
    assert repairs.touched(repairs.from_score(0.0)) == {Box(0, 0, 256, 256), Box(256, 512, 300, 700)}


def test_the_weight_falls_over_the_margin() -> None:
    scores = np.zeros((40, 40), np.uint8)
    scores[20, 20] = 255
    repairs = find_repairs(scores)
    around = Box(15, 15, 26, 26)
    weights = repairs.weights(around, repairs.from_score(0.5))
    assert weights[5].tolist() == [0, 0, 64, 128, 191, 255, 191, 128, 64, 0, 0]
    assert not repairs.weights(around, repairs.from_score(1.1)).any()
    beyond = repairs.weights(Box(-5, -5, 30, 30), repairs.from_score(0.5))
    assert beyond[25, 25] == 255


def test_verdicts_are_stronger_than_scores() -> None:
    scores = np.zeros((40, 400), np.uint8)
    scores[20, 20] = 255
    scores[20, 200] = LOW + 5
    repairs = find_repairs(scores)
    step = RepairDamage(accepted=((20, 200),), rejected=((20, 21), (0, 0)))
    assert repairs.counting(step, 0.9).tolist() == [False, True]


def test_what_is_too_wide_to_be_filled_waits_for_a_verdict() -> None:
    scores = np.zeros((300, 600), np.uint8)
    scores[20:24] = 255  # a scratch right across
    scores[100:160, 100:180] = 255  # as wide as a face
    repairs = find_repairs(scores)
    blot, scratch = sorted(repairs.all, key=lambda it: it.box.width)
    counting = repairs.counting(RepairDamage(), 0.9)
    assert [it for it, counts in zip(repairs.all, counting, strict=True) if counts] == [scratch]
    assert repairs.counting(RepairDamage(accepted=(blot.place,)), 0.9).all()
    assert repairs.counting(RemoveWatermark(), 0.9).all()


@pytest.mark.parametrize(
    ("side", "scale", "counts"), [(36, 1, True), (40, 1, False), (74, 2, True), (80, 2, False)]
)
def test_how_wide_is_too_wide_goes_by_what_the_network_saw(side: int, scale: int, counts: bool) -> None:
    scores = np.zeros((300, 400), np.uint8)
    scores[7 : 7 + side, 13 : 13 + side] = 255
    assert find_repairs(scores, scale).counting(RepairDamage(), 0.9).tolist() == [counts]


def test_what_is_known_to_the_pixel_has_a_narrow_margin() -> None:
    scores, exact = np.zeros((60, 80), np.uint8), np.zeros((60, 80), np.bool_)
    scores[10, 40:50] = 220
    exact[40, 40:50] = True
    repairs = find_repairs(scores, margin=Margin(5, solid=2), exact=exact)
    assert [repair.area for repair in repairs.all] == [10, 10]
    assert [repair.score for repair in repairs.all] == [1.0, 220 / 255]
    column = repairs.weights(Box(0, 45, 60, 46), repairs.from_score(0.5))[:, 0]
    assert column[5:16].tolist() == [64, 128, 191, 255, 255, 255, 255, 255, 191, 128, 64]
    assert column[38:43].tolist() == [0, 128, 255, 128, 0]
    assert repairs.exact_share == pytest.approx(10 / 4800)
    assert repairs.share == pytest.approx(10 / 4800)


def test_all_that_is_known_is_one_repair_for_one_verdict() -> None:
    scores, exact = np.zeros((60, 80), np.uint8), np.zeros((60, 80), np.bool_)
    exact[5:50:10, 5:70:20] = True
    scores[58, 78] = 200
    repairs = find_repairs(scores, margin=Margin(1), exact=exact)
    assert [repair.area for repair in repairs.all] == [20, 1]
    assert repairs.all[0].box == Box(4, 4, 47, 67)
    assert repairs.at((5, 5)) == repairs.at((45, 65)) == 0
    step = RemoveWatermark(rejected=(repairs.all[0].place,))
    assert repairs.counting(step, 0.5).tolist() == [False, True]


def test_what_is_known_is_proposed_though_the_network_is_lost() -> None:
    scores, exact = np.full((60, 80), 200, np.uint8), np.zeros((60, 80), np.bool_)
    exact[40, 40:50] = True
    repairs = find_repairs(scores, exact=exact)
    assert repairs.lost
    (only,) = repairs.all
    assert only.area == 10
    assert only.score == 1.0


def test_a_mark_over_much_of_a_photo_does_not_say_that_the_network_is_lost() -> None:
    exact = np.zeros((60, 80), np.bool_)
    exact[:, ::2] = True
    scores = np.where(exact, np.uint8(200), np.uint8(0))  # the network sees it as well
    repairs = find_repairs(scores, exact=exact)
    assert not repairs.lost
    assert repairs.share == 0
    assert repairs.exact_share == 0.5
    assert len(repairs.all) == 1


def test_a_margin_may_be_filled_whole_before_it_falls() -> None:
    scores = np.zeros((60, 80), np.uint8)
    scores[30, 40:50] = 220
    scores[31, 40:50] = LOW - 1
    repairs = find_repairs(scores, margin=Margin(5, solid=2))
    (only,) = repairs.all
    assert only.area == 10, "what lies in the margin was not found"
    assert only.box == Box(30, 40, 31, 50).grow(5)
    column = repairs.weights(Box(20, 45, 41, 46), repairs.from_score(0.5))[:, 0]
    assert column[10:].tolist() == [255, 255, 255, 191, 128, 64, 0, 0, 0, 0, 0]
    assert column[10::-1].tolist() == column[10:].tolist()


def test_specks_whose_margins_meet_are_as_wide_as_the_hole_that_they_make() -> None:
    scores = np.zeros((300, 400), np.uint8)
    scores[50:120:5, 60:140:5] = 255
    assert find_repairs(scores).counting(RepairDamage(), 0.9).tolist() == [False]


def test_a_net_of_thin_scratches_is_not_wide() -> None:
    scores = np.zeros((300, 400), np.uint8)
    scores[20:280:40, 20:380] = scores[20:280, 20:380:40] = 255
    assert find_repairs(scores).counting(RepairDamage(), 0.9).tolist() == [True]


def test_a_network_that_sees_damage_everywhere_proposes_the_surest_only() -> None:
    scores = np.full((300, 300), 128, np.uint8)
    scores[100:110, 100:110] = 250
    repairs = find_repairs(scores)
    assert len(repairs.all) == 1
    assert repairs.all[0].area == 100


def test_nothing_found_is_nothing_to_repair() -> None:
    repairs = find_repairs(np.zeros((20, 30), np.uint8))
    assert repairs.all == ()
    assert not repairs.mask(repairs.from_score(0.0)).any()
    assert repairs.touched(repairs.from_score(0.0)) == set()


@pytest.mark.parametrize("cells", [1, 100])
def test_a_mask_is_the_same_at_every_zoom_however_it_is_made(cells: int) -> None:
    random = np.random.default_rng(1)
    mask = np.zeros((1100, 1300, 1), np.uint8)
    boxes = [Box(top, left, top + 256, left + 256) for top in (0, 512) for left in (256, 768)][:cells]
    for box in boxes:
        mask[box.slices] = random.integers(0, 2, (256, 256, 1), np.uint8) * 255
    sparse, whole = mask_pyramid(mask, boxes), mask_pyramid(mask)
    for one, other in zip(sparse.levels, whole.levels, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_network_that_is_lost_proposes_nothing() -> None:
    scores = np.zeros((300, 700), np.uint8)
    scores[::2, ::2] = 255  # as the dots of a halftone print

    repairs = find_repairs(scores)
    assert repairs.all == ()
    assert repairs.lost
    assert repairs.share == 0.25
