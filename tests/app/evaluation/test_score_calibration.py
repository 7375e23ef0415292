"""Fitting how scores are read: the line is found that the scores were bent by."""

import dataclasses

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine

from restorer.app.evaluation.score_calibration import OddsCount, fit_scores
from restorer.app.evaluation.scores import MaskCurve
from restorer.inference.catalog import Model
from restorer.restoration.score_fit import ScoreFit, log_odds
from restorer.training.ageing.dust import Artefacts


def _overconfident(slope: float, even: float) -> tuple[np.ndarray, np.ndarray]:
    """Return scores, and a mask that is right as often as ``ScoreFit(slope, even)`` says."""
    random = np.random.default_rng(5)
    true = 1 / (1 + np.exp(-random.normal(-1, 2, (400, 500))))
    mask = random.random(true.shape) < true
    scores = 1 / (1 + np.exp(-(log_odds(true) / slope + log_odds(np.array(even)))))
    return scores, mask


@pytest.mark.parametrize(("slope", "even"), [(0.6, 0.87), (1.5, 0.3), (1.0, 0.5)])
def test_the_line_is_found_again(slope: float, even: float) -> None:
    counted = OddsCount()
    counted.add(*_overconfident(slope, even))
    fit = counted.fit()
    assert fit.slope == pytest.approx(slope, rel=0.03)
    assert fit.even == pytest.approx(even, abs=0.02)


def test_scores_that_are_read_so_are_right_as_often_as_they_say() -> None:
    scores, mask = _overconfident(0.6, 0.87)
    counted, before, after = OddsCount(), MaskCurve(), MaskCurve()
    counted.add(scores, mask)
    before.add(scores.astype(np.float32), mask)
    after.add(counted.fit().chances(scores), mask)
    assert before.calibration_error > 0.15
    assert after.calibration_error < 0.01
    assert after.auroc == pytest.approx(before.auroc, abs=1e-3)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_where_nothing_or_everything_is_damaged_scores_are_left_as_they_are(share: float) -> None:
    counted = OddsCount()
    counted.add(np.random.default_rng(1).random((50, 50)), np.full((50, 50), share > 0.5))
    assert counted.fit() == ScoreFit()


def test_a_finder_that_is_wrong_the_surer_it_is_is_not_turned_round() -> None:
    counted = OddsCount()
    scores, mask = _overconfident(1.0, 0.5)
    counted.add(1 - scores, mask)
    assert counted.fit().slope > 0


def test_photos_are_looked_at_whole_and_damaged() -> None:
    """The family's finder sees nothing but red of 250 and more: in grey photos, light damage alone."""
    picture = np.full((120, 160, 3), 0.4, np.float32)
    blot = np.zeros((200, 200), np.uint8)
    blot[60:90, 60:120] = 255
    model, engine = FamilyCatalog().find("find-damage"), FamilyEngine()
    fit = fit_scores([picture] * 8, 8, Artefacts({"blots": [blot]}), model, engine)
    assert len(engine.ran) == 2 * 8
    assert fit != ScoreFit()
    assert 0 < fit.even < 1


def test_at_what_sizes_photos_are_seen_stays_as_the_card_has_it() -> None:
    model = FamilyCatalog().find("find-damage")
    looks = {"half": 0.6, "third": 0.4, "raised": 0.3}
    model = Model(dataclasses.replace(model.card, fit={"slope": 2.0, **looks}), model.folder)
    blot = np.zeros((60, 60), np.uint8)
    blot[20:30, 20:40] = 255
    pictures = [np.full((64, 64, 3), 0.3, np.float32)] * 3
    fit = fit_scores(pictures, 3, Artefacts({"blot": [blot]}), model, FamilyEngine())
    assert (fit.half, fit.third, fit.raised) == (0.6, 0.4, 0.3)
    assert fit.slope != 2.0
