"""A photo with a mark all over it gets back what shines through, but for places that somebody paints."""

import numpy as np
from family import FamilyCatalog, FamilyEngine
from repeating import SIZE, eight_bit, laid, scene, tiles

from restorer.photo import Photo
from restorer.restoration.masking import lifting
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.steps import RemoveWatermark

_STEP = RemoveWatermark(model="find-marks", filler="repair-damage")
_FILLED = 64
"""What the family's filler fills with."""


class _SeesNothing(FamilyEngine):
    """Its network finds no mark anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._answers["find-marks"] = lambda planes: np.zeros_like(planes[:1])


def _restored(photo: Photo, step: RemoveWatermark) -> np.ndarray:
    catalog = FamilyCatalog("find-marks", "repair-damage")
    return restore(photo, Recipe((step,)), _SeesNothing(), catalog).photo.pixels  # type: ignore[arg-type]


def _grained() -> np.ndarray:
    grain = 0.08 * np.random.default_rng(4).standard_normal((1, *SIZE))
    return np.clip(scene() + grain, 0, 1).astype(np.float32)


def test_what_shines_through_comes_back_and_what_bears_no_mark_stays() -> None:
    truth = _grained()
    marked = eight_bit(laid(truth, tiles(), 0.5, 1.0))
    result = _restored(Photo(marked), _STEP)
    inside = tiles()
    error = [np.abs(pixels.astype(int) - eight_bit(truth))[inside].mean() for pixels in (marked, result)]
    filled = np.abs(_FILLED - eight_bit(truth).astype(int))[inside].mean()
    assert error[1] < 0.6 * min(error[0], filled)
    changed = (result != marked).any(-1)
    assert changed.mean() < 2.5 * inside.mean()


def test_where_somebody_paints_it_is_filled() -> None:
    marked = eight_bit(laid(_grained(), tiles(), 0.5, 1.0))
    painted = np.zeros(SIZE, np.uint8)
    painted[40:120, 60:200] = 255
    photo = Photo(marked)
    result = _restored(photo, RemoveWatermark(
        model="find-marks", filler="repair-damage", edits=Edits(Mask.of(painted), Mask(SIZE))
    ))  # fmt: skip
    assert (result[42:118, 62:198] == _FILLED).all()
    elsewhere = tiles()
    elsewhere[30:130, 50:210] = False
    assert (result[elsewhere] == _FILLED).mean() < 0.2


def test_without_an_overlay_nothing_is_lifted() -> None:
    assert lifting([]) is None
