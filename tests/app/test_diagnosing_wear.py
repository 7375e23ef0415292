"""Thick grain, paper and printing dots: suggested where they are, and not taken for damage."""

import numpy as np
from fakes import denoised
from family import FamilyCatalog, FamilyEngine
from numpy.typing import NDArray

from restorer.app.diagnosis import diagnose
from restorer.app.findings import Diagnosis, Finding, Subject
from restorer.photo import Photo
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.steps import Denoise, General


class WornEngine(FamilyEngine):
    """Its restorer makes all even, and its denoiser finds no noise."""

    def __init__(self) -> None:
        super().__init__(tile=64)

        self._answers["denoise"] = lambda planes: denoised(planes, 0)
        self._answers["restore"] = lambda planes: planes * 0 + planes.mean(axis=(1, 2), keepdims=True)


def _dots(red: float = 0.0) -> NDArray[np.float64]:
    """A printed grey, dots four pixels apart; so much of red is added to each dot."""
    rows, columns = np.indices((400, 500))
    dots = (rows % 4 < 2) & (columns % 4 < 2)
    return np.where(dots[..., None], (0.35 + red, 0.35, 0.35), 0.65)


def _diagnosed(unit: NDArray[np.float64]) -> Diagnosis:
    photo = Photo(np.rint(np.clip(unit, 0, 1) * 255).astype(np.uint8))
    return diagnose(Rendition(photo), WornEngine(), FamilyCatalog())


def _of(diagnosis: Diagnosis, subject: Subject) -> Finding | None:
    return next((it for it in diagnosis.findings if it.subject == subject), None)


def test_a_worn_surface_is_taken_in_hand_at_half_the_size() -> None:
    coarse = np.repeat(np.repeat(np.random.default_rng(4).normal(0.5, 0.1, (100, 120, 1)), 4, 0), 4, 1)
    diagnosis = _diagnosed(coarse * np.ones(3))
    found = _of(diagnosis, Subject.WEAR)
    assert found is not None
    assert found.there
    assert found.suggested
    assert diagnosis.recipe.step(General) == General(coarse=True, tones=False, faces="find-faces")
    assert "a smoother surface" in diagnosis.statement


def test_of_a_smooth_photo_nothing_is_said() -> None:
    photo = np.linspace(0.1, 0.9, 500)[None, :, None] * np.ones((400, 1, 3))
    engine = WornEngine()
    engine._answers["restore"] = lambda planes: planes
    diagnosis = diagnose(Rendition(Photo(np.rint(photo * 255).astype(np.uint8))), engine, FamilyCatalog())
    assert _of(diagnosis, Subject.WEAR) is None


def test_printing_dots_are_not_taken_for_damage_nor_for_something_unheard_of() -> None:
    coarse = np.repeat(np.repeat(_dots(red=0.65), 2, 0), 2, 1)
    diagnosis = _diagnosed(coarse)
    damage = _of(diagnosis, Subject.DAMAGE)
    assert damage is not None
    assert damage.sentence == "Whether it is damaged cannot be told."
    assert _of(diagnosis, Subject.UNUSUAL) is None
    assert not diagnosis.look
    assert _of(diagnosis, Subject.WEAR) is not None


def test_noise_on_a_worn_surface_is_left_to_what_restores_that() -> None:
    engine = WornEngine()
    engine._answers["denoise"] = lambda planes: denoised(planes, 12, 9)
    photo = Photo(np.rint(_dots() * 255).astype(np.uint8).repeat(2, axis=0).repeat(2, axis=1))
    diagnosis = diagnose(Rendition(photo), engine, FamilyCatalog())
    assert [type(step) for step in diagnosis.recipe.steps] == [General]
    noise = _of(diagnosis, Subject.NOISE)
    assert noise is not None
    assert noise.there
    assert noise.step is not None  # on request
    assert not noise.suggested


def test_worn_and_faded_is_one_step() -> None:
    worn = Finding(Subject.WEAR, True, 0.9, "", General(tones=False, coarse=True), True)
    faded = Finding(Subject.TONES, True, 0.9, "", General(detail=False, tones_model="mine"), True)
    noisy = Finding(Subject.NOISE, True, 0.9, "", Denoise(), True)
    both = Recipe((General(coarse=True, tones_model="mine"), Denoise()))
    assert Diagnosis((worn, noisy, faded)).recipe == both
    assert Diagnosis((faded, worn, noisy)).recipe == both
