"""How likely a photo has faded."""

import json

import numpy as np
import pytest

from restorer.app.fading import Odds, chance_of_fading, change_of_tones, facts_of, fitted_odds
from restorer.inference.devices import CPU
from restorer.inference.tiled_run import RunReport
from restorer.restoration.appearance import appearance
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
    return Toning(change, seen.astype(np.float32), made.astype(np.float32), _RUN)


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
    assert facts.shape == odds.middle.shape == odds.spread.shape == odds.weights.shape
    assert np.isfinite(facts).all()
    assert (odds.spread > 0).all()
    assert 0.5 < odds.surely < 1


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (3, 2)])
def test_the_smallest_photos_have_facts_too(size: tuple[int, int]) -> None:
    tiny = np.full((*size, 3), 0.4, np.float32)
    assert np.isfinite(facts_of(_toning(tiny, tiny))).all()


def test_a_change_is_measured_in_colours_as_the_eye_sees_them() -> None:
    scene = _scene()
    assert change_of_tones(_toning(scene, scene)) == 0.0
    little, much = (change_of_tones(_toning(scene, scene * share)) for share in (0.95, 0.6))
    assert 0 < little < much


def test_odds_are_kept_as_a_file() -> None:
    odds = Odds(np.array([0.0, 1.0]), np.array([1.0, 2.0]), np.array([3.0, -1.0]), 0.5, 0.97)
    content = json.loads(odds.to_json())
    assert content == {
        "middle": [0.0, 1.0],
        "spread": [1.0, 2.0],
        "weights": [3.0, -1.0],
        "constant": 0.5,
        "surely": 0.97,
    }
    assert odds.chance(np.array([0.0, 1.0])) == pytest.approx(1 / (1 + np.exp(-0.5)))
