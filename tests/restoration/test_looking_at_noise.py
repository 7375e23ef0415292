"""How noisy a photo is: looked at once for each network, and in the picture alone."""

import dataclasses

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoise_card, denoised
from numpy.typing import NDArray

from restorer.inference.catalog import Model
from restorer.photo import Photo
from restorer.restoration.denoise import estimate_noise
from restorer.restoration.looking import noise_of
from restorer.restoration.rendition import Rendition

_MODEL = FakeCatalog().model


def test_it_is_looked_at_once_for_each_network() -> None:
    rendition, engine = Rendition(Photo(np.full((300, 400, 3), 128, np.uint8))), FakeEngine()
    first = noise_of(rendition, _MODEL, engine)
    looked = len(engine.runs)
    assert looked > 0
    assert noise_of(rendition, _MODEL, engine) is first
    assert len(engine.runs) == looked
    other = Model(dataclasses.replace(denoise_card(), sha256="1" * 64), _MODEL.folder)
    assert noise_of(rendition, other, engine) is not first
    assert len(engine.runs) == 2 * looked


def test_the_paper_around_a_picture_does_not_count() -> None:
    """A print's border has no grain: taken for the photo's calm place, it would hide that of the picture."""
    random = np.random.default_rng(1)
    page = np.full((1000, 1100, 3), 232, np.float64)
    page[200:-200, 200:-200] = random.uniform(150, 200, (600, 700, 1))
    page[200:400, 200:-200] = random.uniform(10, 60, (200, 700, 1))
    photo = Photo(np.rint(page + random.normal(0, 0.5, page.shape)).astype(np.uint8))
    rendition = Rendition(photo)
    picture = rendition.frame.picture
    assert picture.top >= 190
    assert picture.bottom <= 810

    def of_paper_and_picture(planes: NDArray[np.float32]) -> NDArray[np.float32]:
        return denoised(planes, np.where(planes[0] > 0.85, 0.2, 9))

    engine = FakeEngine(of_paper_and_picture, tile=10_000)
    assert not estimate_noise(photo, _MODEL, engine).noisy, "so it would be hidden"
    found = noise_of(rendition, _MODEL, engine)
    assert found.noisy
    assert found.noise == pytest.approx(9, abs=1e-3)
