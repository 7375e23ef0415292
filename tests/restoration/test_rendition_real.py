"""The chain on the real engine: halos, alignment and padding hold where repairs meet the steps after them."""

from pathlib import Path

import numpy as np
import pytest
from onnx import helper  # noqa: TID253 - made at test time, so that no binary lies in the repository
from pictures import gradient
from tiny_models import blur, network, write_model

from restorer.inference.card import Task
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.steps import Colorize, Denoise, General, RepairDamage

RGB = ("red", "green", "blue")


def _finder() -> bytes:
    """``(red − 0.9) · 10``, twice."""
    nodes = [
        helper.make_node("Slice", ["photo", "zero", "one", "axis"], ["red"]),
        helper.make_node("Sub", ["red", "offset"], ["above"]),
        helper.make_node("Mul", ["above", "ten"], ["scaled"]),
        helper.make_node("Clip", ["scaled", "low", "high"], ["score"]),
        helper.make_node("Concat", ["score", "score"], ["result"], axis=1),
    ]
    numbers = {"offset": 0.9, "ten": 10.0, "low": 0.0, "high": 1.0}
    weights = {name: np.array(value, np.float32) for name, value in numbers.items()}
    weights |= {"zero": np.array([0]), "one": np.array([1]), "axis": np.array([1])}
    return network(nodes, weights, (3, 2))


def _filler() -> bytes:
    """A quarter where the mask is 1, the photo elsewhere."""
    nodes = [
        helper.make_node("Split", ["photo", "parts"], ["rgb", "mask"], axis=1),
        helper.make_node("Sub", ["quarter", "rgb"], ["change"]),
        helper.make_node("Mul", ["change", "mask"], ["masked"]),
        helper.make_node("Add", ["rgb", "masked"], ["result"]),
    ]
    weights = {"parts": np.array([3, 1]), "quarter": np.array(0.25, np.float32)}
    return network(nodes, weights, (4, 3))


def _darker(channels: int = 3) -> bytes:
    node = helper.make_node("Mul", ["photo", "share"], ["result"])
    return network([node], {"share": np.array(0.5, np.float32)}, (channels, channels))


def _colours() -> bytes:
    """a and b of 0.55 and 0.5, wholly sure; hints are not followed."""
    nodes = [
        helper.make_node("Slice", ["photo", "zero", "one", "axis"], ["lightness"]),
        helper.make_node("Mul", ["lightness", "nothing"], ["blank"]),
        helper.make_node("Add", ["blank", "values"], ["result"]),
    ]
    values = np.array([0.55, 0.5, 1.0, 0.0], np.float32).reshape(1, 4, 1, 1)
    weights = {"nothing": np.array(0.0, np.float32), "values": values}
    weights |= {"zero": np.array([0]), "one": np.array([1]), "axis": np.array([1])}
    return network(nodes, weights, (4, 4))


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    write_model(tmp_path / "denoise", blur(6), receptive_radius=6, multiple_of=4)
    write_model(
        tmp_path / "find-damage",
        _finder(),
        task=Task.FIND_DAMAGE,
        outputs=("damage", "deviation"),
        multiple_of=8,
    )
    write_model(tmp_path / "repair-damage", _filler(), task=Task.REPAIR_DAMAGE, inputs=(*RGB, "mask"))
    write_model(
        tmp_path / "restore-tones", _darker(), task=Task.RESTORE, receptive_radius=None, multiple_of=16
    )
    write_model(
        tmp_path / "colorize",
        _colours(),
        task=Task.COLORIZE,
        inputs=("lightness", "hint a", "hint b", "hint mask"),
        outputs=("a", "b", "colour 0", "colour 1"),
        receptive_radius=None,
        multiple_of=16,
        recipe={"palette": [[0.05, 0.0], [0.0, 0.0]]},
    )
    return Catalog([tmp_path])


def _photo() -> Photo:
    pixels = np.random.default_rng(3).integers(60, 200, (290, 531, 3), np.uint8)
    pixels[250:262, 200:330] = (255, 90, 90)  # over the corner of four cells
    pixels[20:23, 40:80] = (255, 90, 90)
    return Photo(pixels)


def test_a_repair_is_denoised_as_if_the_photo_had_been_whole(catalog: Catalog) -> None:
    photo = _photo()
    engine = Engine("cpu")
    repair, denoise = Recipe((RepairDamage(),)), Recipe((Denoise(),))
    whole = restore(photo, repair, engine, catalog).photo
    expected = restore(whole, denoise, engine, catalog).photo.pixels.astype(int)
    plain = restore(photo, denoise, engine, catalog).photo.pixels
    made = restore(photo, Recipe((RepairDamage(), Denoise())), engine, catalog).photo.pixels
    repaired = (whole.pixels != photo.pixels).any(axis=-1)
    assert np.abs(made[repaired] - expected[repaired]).max() <= 1
    around = np.ones(repaired.shape, np.bool_)
    for rows, columns in ((slice(247, 265), slice(197, 333)), (slice(17, 26), slice(37, 83))):
        around[rows, columns] = False
    np.testing.assert_array_equal(made[around], plain[around])


def test_small_tiles_make_the_same(catalog: Catalog) -> None:
    recipe = Recipe((RepairDamage(), Denoise(0.6)))
    in_one = restore(_photo(), recipe, Engine("cpu"), catalog).photo.pixels
    in_many = restore(_photo(), recipe, Engine("cpu", memory=100 * 90**2), catalog).photo.pixels
    np.testing.assert_array_equal(in_one, in_many)


@pytest.mark.parametrize("size", [(1, 1), (30, 500), (131, 97), (700, 301)])
def test_networks_that_see_the_whole_fit_any_size(catalog: Catalog, size: tuple[int, int]) -> None:
    photo = Photo(gradient(*size))
    engine = Engine("cpu")
    toned = restore(photo, Recipe((General(detail=False),)), engine, catalog).photo.pixels
    assert np.abs(toned - photo.pixels * 0.5).max() <= 2
    coloured = restore(photo, Recipe((Colorize(),)), engine, catalog).photo.pixels
    assert coloured.shape == photo.pixels.shape
