"""The bundled denoiser and filler keep what their cards and the program promise."""

import numpy as np
import pytest

from restorer import paths
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.photo.photo import Pixels
from restorer.restoration.denoise import estimate_noise
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.steps import Denoise, RepairDamage

RECIPE = Recipe((Denoise(),))


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog([paths.bundled_models()])


def _smooth(height: int, width: int) -> Pixels:
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    planes = [0.5 + 0.3 * np.sin(rows / 23 + phase) * np.cos(columns / 31) for phase in (0, 1, 2)]
    return np.stack(planes, axis=-1)


def _noisy(clean: Pixels, sigma: float) -> Photo:
    noise = np.random.default_rng(1).standard_normal(clean.shape, np.float32)
    return Photo(np.rint(np.clip(clean + sigma / 255 * noise, 0, 1) * 65535).astype(np.uint16))


def test_tiles_equal_the_whole(catalog: Catalog) -> None:
    photo = _noisy(_smooth(611, 797), 20)
    in_one = restore(photo, RECIPE, Engine("cpu"), catalog)
    in_tiles = restore(photo, RECIPE, Engine("cpu", memory=14_000_000), catalog)
    assert in_one.steps[0].run.tiles == 1
    assert in_tiles.steps[0].run.tiles > 4
    difference = np.abs(in_one.photo.pixels.astype(np.int32) - in_tiles.photo.pixels)
    assert difference.max() <= 1  # of 65535: the order of additions may differ


@pytest.mark.parametrize("sigma", [10, 25, 50])
def test_noise_is_estimated_and_taken_out(catalog: Catalog, sigma: float) -> None:
    clean = _smooth(400, 500)
    photo = _noisy(clean, sigma)
    engine = Engine("cpu")
    estimate = estimate_noise(photo, catalog.find("denoise"), engine)
    assert estimate.noise == pytest.approx(sigma, rel=0.15)
    restored = restore(photo, RECIPE, engine, catalog).photo.pixels / 65535
    assert np.std(restored - clean) < 0.25 * sigma / 255


def test_twice_the_same_gives_the_same(catalog: Catalog) -> None:
    photo = _noisy(_smooth(200, 300), 15)
    first, second = (restore(photo, RECIPE, Engine("cpu"), catalog).photo.pixels for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_a_grey_photo_and_its_colour_copy_come_out_alike(catalog: Catalog) -> None:
    grey = _noisy(_smooth(160, 240), 15).pixels[..., :1]
    engine = Engine("cpu")
    from_grey = restore(Photo(grey.copy()), RECIPE, engine, catalog).photo.pixels
    from_colour = restore(Photo(np.repeat(grey, 3, axis=-1)), RECIPE, engine, catalog).photo.pixels
    assert from_grey.shape == grey.shape
    assert np.abs(from_colour.mean(axis=-1) - from_grey[..., 0]).max() <= 1


@pytest.mark.parametrize("width", [8, 40, 80])
def test_a_hole_in_a_plain_wall_gets_the_colour_of_the_wall(catalog: Catalog, width: int) -> None:
    wall = np.empty((300, 400, 3), np.uint8)
    wall[:] = (110, 160, 130)
    hole = np.zeros((300, 400), np.uint8)
    hole[100 : 100 + width, 60:340] = 255
    spoilt = np.where(hole[..., None] > 0, np.uint8(255), wall)
    edits = Edits(Mask.of(hole), Mask((300, 400)))
    step = RepairDamage(finding=False, edits=edits)
    filled = restore(Photo(spoilt), Recipe((step,)), Engine("cpu"), catalog).photo.pixels
    inside = filled[hole > 0].astype(float) - wall[0, 0]
    assert np.abs(inside).max() < 12
    assert np.abs(inside.mean(axis=0)).max() < 4
    np.testing.assert_array_equal(filled[hole == 0], wall[hole == 0])
