"""Detail at half the size: depths, odd sizes and areas, and how a change comes back to full size."""

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from numpy.typing import DTypeLike, NDArray

from restorer.photo import Box, Photo
from restorer.progress import Progress
from restorer.restoration.detail import run_coarse
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.steps import General

Pixels = NDArray[np.generic]


class _Changing(FamilyEngine):
    """Its network for detail answers as it is told."""

    def __init__(self, answer: object, tile: int = 32) -> None:
        super().__init__(tile=tile)
        self._answers["restore"] = answer


def _noise(dtype: DTypeLike, *shape: int) -> Pixels:
    values = np.random.default_rng(5).random(shape)
    return values.astype(dtype) if dtype == np.float32 else (values * np.iinfo(dtype).max).astype(dtype)


def _run(pixels: Pixels, engine: FamilyEngine, area: Box | None = None, scale: int = 2) -> Pixels:
    result, size = np.array(pixels), pixels.shape[:2]

    def write(box: Box, part: Pixels) -> None:
        result[box.slices] = part

    run_coarse(
        lambda box: pixels[box.slices],
        size,
        scale,
        FamilyCatalog().find("restore"),
        engine,
        write,
        area=area or Box(0, 0, *size),
        progress=Progress(),
    )
    return result


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize("shape", [(50, 70, 3), (51, 71, 1), (1, 1, 3), (2, 301, 3)])
@pytest.mark.parametrize("scale", [2, 4, 8])
def test_a_network_that_changes_nothing_changes_nothing(
    dtype: DTypeLike, shape: tuple[int, ...], scale: int
) -> None:
    pixels = _noise(dtype, *shape)
    result = _run(pixels, _Changing(lambda planes: planes), scale=scale)
    assert result.dtype == dtype
    np.testing.assert_allclose(result, pixels, rtol=0, atol=1e-6 if dtype == np.float32 else 0)


def test_what_changes_slowly_comes_back_as_if_done_at_full_size() -> None:
    ramp = np.linspace(0.2, 0.8, 64, dtype=np.float32)[None, :, None] * np.ones((40, 1, 3), np.float32)
    result = _run(ramp, _Changing(lambda planes: planes * np.float32(0.5)))
    np.testing.assert_allclose(result[:, 1:-1], ramp[:, 1:-1] / 2, atol=1e-3)


def test_what_differs_within_four_pixels_stays() -> None:
    checks = (0.5 * (np.indices((40, 40)).sum(0)[..., None] % 2) * np.ones(3)).astype(np.float32)
    result = _run(checks, _Changing(lambda planes: planes * 0 + np.float32(0.5)))
    np.testing.assert_allclose(result, checks + 0.25, atol=1e-3)


@pytest.mark.parametrize("area", [Box(0, 0, 33, 41), Box(7, 12, 60, 91), Box(30, 30, 31, 31)])
@pytest.mark.parametrize("scale", [2, 4])
def test_an_area_is_that_of_the_whole_to_the_bit(area: Box, scale: int) -> None:
    pixels = _noise(np.uint8, 61, 91, 3)
    sharpen = _Changing(lambda planes: planes * 1.25 - 0.1)
    whole, part = _run(pixels, sharpen, scale=scale), _run(pixels, sharpen, area, scale)
    np.testing.assert_array_equal(part[area.slices], whole[area.slices])
    outside = np.ones(pixels.shape[:2], bool)
    outside[area.slices] = False
    np.testing.assert_array_equal(part[outside], pixels[outside])


def test_coarse_detail_runs_at_half_the_size_and_then_at_full() -> None:
    engine, photo = FamilyEngine(), Photo(_noise(np.uint8, 64, 96, 3))
    recipe = Recipe((General(coarse=True, tones=False),))
    coarse = restore(photo, recipe, engine, FamilyCatalog())
    half, whole = Box(0, 0, 32, 48), Box(0, 0, 64, 96)
    ran = [box for name, box in engine.ran if name == "restore"]
    assert ran == [half, half, whole], "it looks for wear, takes away what is coarse, and then what is fine"
    plain = restore(photo, Recipe((General(tones=False),)), engine, FamilyCatalog())
    assert np.any(coarse.photo.pixels != plain.photo.pixels)
    assert [report.model for report in coarse.steps] == ["Restore", "Restore"]


def test_a_strength_of_nought_leaves_the_photo_as_it_is() -> None:
    photo = Photo(_noise(np.uint8, 40, 50, 3))
    recipe = Recipe((General(0.0, coarse=True, tones=False),))
    restored = restore(photo, recipe, FamilyEngine(), FamilyCatalog())
    np.testing.assert_array_equal(restored.photo.pixels, photo.pixels)
