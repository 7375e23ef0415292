"""A denoiser that wants to know is told the noise in calm places: once a photo, and of its picture alone."""

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoise_card
from numpy.typing import NDArray

from restorer.app.evaluation.denoising import model_method
from restorer.inference.catalog import Model
from restorer.photo import Box, Photo
from restorer.restoration.computing import compute
from restorer.restoration.denoise import estimate_noise, run_denoiser
from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.looking import noise_of
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.steps import Denoise

_LEVELLED = FakeCatalog(denoise_card(inputs=("red", "green", "blue", "level")))
_BLIND = FakeCatalog()


class _Listening(FakeEngine):
    """Finds noise of 4 (of 255) where a photo is dark and 12 where it is light; hears what it is told."""

    def __init__(self) -> None:
        super().__init__(self._estimated, tile=10_000)
        self.told: list[float] = []

    def _estimated(self, planes: NDArray[np.float32]) -> NDArray[np.float32]:
        if len(planes) > 3:
            assert planes[3].min() == planes[3].max()
            self.told.append(float(planes[3, 0, 0]))
        levels = np.zeros((2, *planes.shape[1:]), np.float32)
        levels[0] = np.where(planes[0] < 0.5, 4, 12) / 255
        return np.concatenate([planes[:3], levels])


def _photo(dark: float = 0.5, height: int = 300, width: int = 400) -> Photo:
    """Dark above, down to a share of its height, and light below."""
    pixels = np.full((height, width, 3), 180, np.uint8)
    pixels[: round(dark * height)] = 70
    return Photo(pixels)


def _run(model: Model, engine: FakeEngine, calm: float | None) -> None:
    photo = _photo()
    run_denoiser(
        lambda box: photo.pixels[box.slices], (300, 400), model, engine, lambda box, pixels: None, calm=calm
    )


@pytest.mark.parametrize(("calm", "told"), [(None, 1.0), (0.0, 0.0), (6.0, 6 / 255)])
def test_the_level_is_told_with_the_photo_or_said_to_be_unknown(calm: float | None, told: float) -> None:
    engine = _Listening()
    _run(_LEVELLED.model, engine, calm)
    assert engine.told == [pytest.approx(told)]


def test_who_does_not_ask_is_not_told() -> None:
    engine = _Listening()
    _run(_BLIND.model, engine, 6.0)
    assert engine.told == []


@pytest.mark.parametrize(("dark", "calm"), [(0.5, 4), (0.35, 4), (0.15, 12)])
def test_calm_is_a_quarter_of_the_photo(dark: float, calm: float) -> None:
    engine = _Listening()
    estimate = estimate_noise(_photo(dark, 900, 900), _LEVELLED.model, engine)
    assert estimate.calm == pytest.approx(calm, abs=1e-3)
    assert set(engine.told) == {1.0}, "while it is estimated nobody knows"


def test_a_network_that_estimates_nothing_leaves_it_unknown() -> None:
    silent = FakeEngine(lambda planes: planes[:3])
    assert estimate_noise(_photo(), _BLIND.model, silent) == NoiseEstimate(0.0, 0.0, None)


def test_it_is_estimated_once_and_told_every_part() -> None:
    rendition, engine, recipe = Rendition(_photo()), _Listening(), Recipe((Denoise(),))
    compute(rendition, recipe, engine, _LEVELLED, first=Box(0, 0, 64, 64))
    assert sorted(set(engine.told)) == [pytest.approx(4 / 255), 1.0]
    looked = engine.told.count(1.0)
    assert engine.told[:looked] == [1.0] * looked
    assert noise_of(rendition, _LEVELLED.model, engine) is rendition.looks.noise["0" * 64]
    assert engine.told.count(1.0) == looked


def test_what_does_not_ask_costs_no_look() -> None:
    rendition, engine = Rendition(_photo()), _Listening()
    compute(rendition, Recipe((Denoise(),)), engine, _BLIND)
    assert rendition.looks.noise == {}
    assert len(engine.runs) == 1


def test_the_paper_around_a_picture_is_not_its_calm_place() -> None:
    """A print's border has no grain: told its noise, a network would leave the picture's."""
    random = np.random.default_rng(1)
    page = np.full((420, 520, 3), 232, np.float64)
    page[60:-60, 60:-60] = random.uniform(150, 200, (300, 400, 1))
    page[60:160, 60:-60] = random.uniform(10, 60, (100, 400, 1))
    rendition = Rendition(Photo(np.rint(page + random.normal(0, 0.5, page.shape)).astype(np.uint8)))
    picture = rendition.frame.picture
    assert picture.top >= 50
    assert picture.bottom <= 370

    def of_paper_and_picture(planes: NDArray[np.float32]) -> NDArray[np.float32]:
        noise = np.where(planes[0] > 0.85, 1, 9) / 255
        return np.concatenate([planes[:3], np.stack([noise, np.zeros_like(noise)]).astype(np.float32)])

    found = noise_of(rendition, _LEVELLED.model, FakeEngine(of_paper_and_picture, tile=10_000))
    assert found.calm == pytest.approx(9, abs=1e-3)


def test_evaluation_tells_it_as_the_program_does() -> None:
    engine = _Listening()
    noisy = np.full((200, 300, 3), 0.4, np.float32)
    restored = model_method(_LEVELLED.model, engine)(noisy, 0.1)
    assert restored.shape == noisy.shape
    assert engine.told[-1] == pytest.approx(4 / 255)
    assert set(engine.told[:-1]) == {1.0}
