"""The measures, held against their definitions on a few pixels."""

import numpy as np
import pytest

from restorer.app.evaluation.scores import MaskCurve, colourfulness, psnr


def _curve(scores: list[float], mask: list[int]) -> MaskCurve:
    curve = MaskCurve()
    half = len(scores) // 2
    for part in (slice(half), slice(half, None)):  # as two pictures
        curve.add(np.array([scores[part]], np.float32), np.array([mask[part]], bool))
    return curve


def test_auroc_is_the_chance_that_a_marked_pixel_scores_higher() -> None:
    random = np.random.default_rng(1)
    scores, mask = random.random(400).round(2), random.random(400) < 0.3
    scores[mask] = np.minimum(scores[mask] + 0.2, 1)
    marked, others = scores[mask][:, None], scores[~mask][None]
    expected = ((marked > others) + 0.5 * (marked == others)).mean()
    assert _curve(scores.tolist(), mask.tolist()).auroc == pytest.approx(expected, abs=1e-3)


def test_average_precision_counts_from_the_surest() -> None:
    # hits at ranks 1, 3 and 4: the mean of 1/1, 2/3 and 3/4
    curve = _curve([0.9, 0.8, 0.7, 0.6, 0.5, 0.1], [1, 0, 1, 1, 0, 0])
    assert curve.average_precision == pytest.approx((1 + 2 / 3 + 3 / 4) / 3)


def test_f1_flagged_and_the_best_threshold() -> None:
    curve = _curve([0.9, 0.8, 0.7, 0.6, 0.5, 0.1], [1, 0, 1, 1, 0, 0])
    assert curve.f1(0.65) == pytest.approx(2 * 2 / (3 + 3))
    assert curve.flagged(0.65) == pytest.approx(0.5)
    assert curve.best_threshold() == pytest.approx(0.6, abs=1e-3)
    assert curve.f1(curve.best_threshold()) == pytest.approx(2 * 3 / (4 + 3))


def test_nothing_marked_and_nothing_flagged_is_no_division_by_nought() -> None:
    curve = _curve([0.0, 0.0], [0, 0])
    assert (curve.f1(0.5), curve.flagged(0.5), curve.average_precision) == (0, 0, 0)


def test_psnr_in_a_mask_knows_nothing_of_the_rest() -> None:
    truth = np.zeros((4, 4, 3), np.float32)
    picture = truth.copy()
    picture[0] = 1
    picture[1] = 10 / 255
    mask = np.zeros((4, 4), bool)
    mask[1] = True
    assert psnr(picture, truth, mask) == pytest.approx(20 * np.log10(255 / 10))
    assert psnr(picture, truth, np.zeros((4, 4), bool)) == 100


def test_colourfulness_is_nought_for_grey_and_grows_with_saturation() -> None:
    random = np.random.default_rng(1)
    grey = np.repeat(random.random((16, 16, 1), np.float32), 3, axis=2)
    vivid = random.random((16, 16, 3), np.float32)
    muted = 0.7 * grey + 0.3 * vivid
    assert colourfulness(grey) == 0
    assert 0 < colourfulness(muted) < colourfulness(vivid)


def test_scores_that_say_how_often_they_are_right_are_calibrated() -> None:
    sure, doubtful = MaskCurve(), MaskCurve()
    mask = np.zeros((10, 100), bool)
    mask[:, :30] = True
    doubtful.add(np.full(mask.shape, 0.3, np.float32), mask)
    assert doubtful.calibration_error == pytest.approx(0, abs=1e-3)
    sure.add(np.full(mask.shape, 0.9, np.float32), mask)
    assert sure.calibration_error == pytest.approx(0.6, abs=1e-3)
