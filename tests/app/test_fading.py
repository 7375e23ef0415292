"""How likely a photo has faded."""

from pathlib import Path

import numpy as np
import pytest

from restorer import paths
from restorer.app.fading import (
    KNOTS,
    Odds,
    chance_of_fading,
    change_of_tones,
    facts_of,
    fitted_odds,
    ranked,
)
from restorer.inference.devices import CPU
from restorer.inference.tiled_run import RunReport
from restorer.restoration.appearance import appearance
from restorer.restoration.framing import Frame
from restorer.restoration.tones import Toning

_RUN = RunReport(CPU, 1, (1, 1), 0.0, ())


def _scene() -> np.ndarray:
    """Return hills below a sky, black to white, ``(96, 128, 3)``."""
    rows, columns = np.mgrid[:96, :128].astype(np.float32)
    random = np.random.default_rng(3)
    hills = 0.12 * np.sin(columns / 9) + 0.08 * np.sin(columns / 3.7)
    light = np.clip(rows / 95 + hills * (rows > 40) + 0.08 * random.standard_normal(rows.shape), 0, 1)
    colour = np.stack([light**0.8, light, light**1.3], axis=-1)
    colour[:40, :, 2] = np.maximum(colour[:40, :, 2], 0.5 * (1 - rows[:40] / 80))
    colour[-6:] = 0  # a border in shade
    return np.asarray(colour, np.float32)


def _toning(seen: np.ndarray, made: np.ndarray) -> Toning:
    change = np.zeros((21, 1, 1), np.float32)
    return Toning(Frame.of(seen), change, seen.astype(np.float32), made.astype(np.float32), _RUN)


def _chance(seen: np.ndarray, made: np.ndarray) -> float:
    pixels = np.rint(np.clip(seen, 0, 1) * 255).astype(np.uint8)
    return chance_of_fading(_toning(seen, made), appearance(pixels))


def test_a_faded_photo_is_likelier_faded_than_a_fresh_one() -> None:
    fresh = _scene()
    faded = 0.22 + 0.5 * fresh * np.array([1.0, 0.9, 0.75], np.float32)
    assert _chance(faded, fresh) >= fitted_odds().surely
    assert _chance(fresh, fresh) == 0.0  # black and white are there


def test_black_that_has_lasted_speaks_against_it_whatever_the_network_says() -> None:
    dark = 0.5 * _scene()
    assert _chance(dark, _scene()) == 0.0


def test_the_odds_know_as_many_facts_as_are_told() -> None:
    odds = fitted_odds()
    facts = facts_of(_toning(_scene(), _scene()))
    assert np.isfinite(facts).all()
    assert odds.knots.shape == (len(facts), len(KNOTS))
    assert (np.diff(odds.knots, axis=1) >= 0).all()
    assert odds.weights.shape == (len(odds.outer), len(facts))
    assert odds.constants.shape == odds.outer.shape
    assert 0.5 < odds.surely < 1


def test_what_a_photo_has_faded_by_is_told_apart_in_every_channel() -> None:
    fresh = _scene()
    for channel in range(3):
        tinted = fresh.copy()
        tinted[..., channel] = 0.1 + 0.8 * tinted[..., channel]
        changed = facts_of(_toning(tinted, fresh)) != facts_of(_toning(fresh, fresh))
        assert changed[-10 + channel]  # its darkest value
        assert changed[-7 + channel]  # its lightest


def test_facts_are_ranked_among_those_that_are_known() -> None:
    knots = np.array([[0.0, 1.0, 2.0, 6.0, 7.0], [5.0, 5.0, 5.0, 5.0, 5.0]])
    (low, half), (middle, _), (high, beyond) = ranked(np.array([[-1.0, 4.9], [2.0, 5.0], [9.0, 5.1]]), knots)
    assert (low, middle, high) == pytest.approx((-(3**0.5), 0, 3**0.5))
    assert (half, beyond) == pytest.approx((-(3**0.5), 3**0.5))


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (3, 2)])
def test_the_smallest_photos_have_facts_too(size: tuple[int, int]) -> None:
    tiny = np.full((*size, 3), 0.4, np.float32)
    assert np.isfinite(facts_of(_toning(tiny, tiny))).all()


def test_a_change_is_measured_in_colours_as_the_eye_sees_them() -> None:
    scene = _scene()
    assert change_of_tones(_toning(scene, scene)) == 0.0
    little, much = (change_of_tones(_toning(scene, scene * share)) for share in (0.95, 0.6))
    assert 0 < little < much


def test_odds_are_kept_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knots = np.array([[0.0, 0.1, 0.5, 0.9, 1.0], [0.0, 1.0, 5.0, 9.0, 10.0]])
    weights, constants = np.array([[1.0, -1.0], [0.5, 0.0], [0.0, 2.0]]), np.array([0.0, 0.5, -0.5])
    odds = Odds(knots, weights, constants, np.array([1.0, -2.0, 3.0]), 0.25, 0.97)
    (tmp_path / "fading.json").write_text(odds.to_json(), encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    fitted_odds.cache_clear()
    try:
        read = fitted_odds()
    finally:
        fitted_odds.cache_clear()
    assert read.to_json() == odds.to_json()
    facts = np.array([[0.5, 5.0], [1.0, 0.0]])
    assert read.chance(facts) == pytest.approx(odds.chance(facts))
    first, most = 0.25 - 2 * np.tanh(0.5) + 3 * np.tanh(-0.5), 3**0.5
    assert odds.chance(facts[0]) == pytest.approx(1 / (1 + np.exp(-first)))
    second = 0.25 + np.tanh(2 * most) - 2 * np.tanh(most / 2 + 0.5) + 3 * np.tanh(-2 * most - 0.5)
    assert odds.chance(facts)[1] == pytest.approx(1 / (1 + np.exp(-second)))
