"""How scores are read: as they are, or along the line that a card states."""

import numpy as np
import pytest
from fakes import denoise_card

from restorer.restoration.score_fit import ScoreFit, log_odds, score_fit_of


def test_without_a_word_in_the_card_scores_stay_as_they_are() -> None:
    scores = np.array([[0.0, 0.25], [0.5, 1.0]], np.float32)
    assert (score_fit_of(denoise_card()).chances(scores) == scores).all()


def test_the_even_score_is_right_in_half_and_others_by_their_odds() -> None:
    fit = score_fit_of(denoise_card(fit={"slope": 2.0, "even": 0.9, "temperature": 3.0}))
    assert fit == ScoreFit(2.0, 0.9)
    chances = fit.chances(np.array([0.9, 0.5], np.float32))
    assert chances[0] == pytest.approx(0.5, abs=1e-6)
    assert chances[1] == pytest.approx(1 / (1 + 9**2), rel=1e-4)


def test_surer_stays_surer_and_within_bounds() -> None:
    chances = ScoreFit(0.7, 0.95).chances(np.linspace(0, 1, 101))
    assert (np.diff(chances) > 0).all()
    assert 0 < chances[0] < 1e-4
    assert 0.99 < chances[-1] < 1


def test_log_odds_are_even_at_a_half_and_end_somewhere() -> None:
    assert log_odds(np.array([0.5, 0.75])) == pytest.approx([0.0, np.log(3)])
    assert np.isfinite(log_odds(np.array([0.0, 1.0]))).all()
