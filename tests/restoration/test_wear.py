"""How worn a surface is, by what a network would take away in a reduced photo."""

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine, Planes

from restorer.photo import Photo
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.steps import General
from restorer.restoration.wear import coarse_wear


def _smoothing(planes: Planes) -> Planes:
    """Take all for grain that is not even over four pixels."""
    height, width = (side // 4 * 4 for side in planes.shape[1:])
    squares = planes[:, :height, :width].reshape(3, height // 4, 4, width // 4, 4).mean((2, 4))
    result = planes.copy()
    result[:, :height, :width] = np.repeat(np.repeat(squares, 4, axis=1), 4, axis=2)
    return result


def _engine(answer: object = _smoothing) -> FamilyEngine:
    engine = FamilyEngine(tile=64)
    engine._answers["restore"] = answer
    return engine


def _photo(unit: np.ndarray) -> Photo:
    return Photo(np.rint(np.clip(unit, 0, 1) * 255).astype(np.uint8))


def _wear(unit: np.ndarray, answer: object = _smoothing) -> float:
    return coarse_wear(_photo(unit), FamilyCatalog().find("restore"), _engine(answer)).share


def _ramp(times: int = 1) -> np.ndarray:
    return np.linspace(0.2, 0.8, 640 * times)[None, :, None] * np.ones((480 * times, 1, 3))


def _grain(size: int, times: int = 1) -> np.ndarray:
    shape = 480 * times // size, 640 * times // size, 1
    coarse = np.random.default_rng(2).normal(0, 0.1, shape)
    return np.repeat(np.repeat(coarse, size, axis=0), size, axis=1)


def test_a_clean_photo_is_not_worn() -> None:
    assert _wear(_ramp()) < 0.2


@pytest.mark.parametrize("size", [2, 4])
def test_thick_grain_everywhere_is_wear(size: int) -> None:
    assert _wear(_ramp() + _grain(size)) > 0.5


def test_fine_texture_in_a_part_of_the_photo_is_none() -> None:
    textured = _ramp() + _grain(2) * (np.arange(640) > 448)[None, :, None]
    assert _wear(textured) < 0.2


def test_a_network_that_changes_nothing_finds_nothing() -> None:
    assert _wear(_ramp() + _grain(2), lambda planes: planes) == 0.0


@pytest.mark.parametrize("shape", [(1, 1), (20, 2000), (90, 90)])
def test_of_a_small_photo_nothing_is_said(shape: tuple[int, int]) -> None:
    grain = np.random.default_rng(3).random((*shape, 3))
    assert _wear(grain) == 0.0


@pytest.mark.parametrize(("size", "scale"), [(4, 2), (8, 4), (16, 8)])
def test_grain_in_a_large_scan_is_taken_away_at_the_size_at_which_it_is_known(size: int, scale: int) -> None:
    photo, catalog, engine = _photo(_ramp(4) + _grain(size, 4)), FamilyCatalog(), _engine()
    wear = coarse_wear(photo, catalog.find("restore"), engine)
    assert wear.scale == scale
    assert wear.share > 0.3
    engine = _engine()
    restore(photo, Recipe((General(coarse=True, tones=False),)), engine, catalog)
    bottoms = [box.bottom for name, box in engine.ran if name == "restore"]
    assert bottoms[-1] == 1920, "what is fine comes last"
    assert 1920 // scale in bottoms


def test_a_small_photo_is_not_reduced_to_nothing() -> None:
    assert coarse_wear(_photo(_ramp() + _grain(16)), FamilyCatalog().find("restore"), _engine()).scale == 2
