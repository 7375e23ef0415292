"""Denoising: depths, channels and strengths come out as they went in."""

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoised
from numpy.typing import DTypeLike, NDArray

from restorer.photo import Box, Photo
from restorer.restoration.denoise import estimate_noise, run_denoiser


def _photo(dtype: DTypeLike, channels: int, height: int = 50, width: int = 70) -> Photo:
    random = np.random.default_rng(3)
    pixels = random.random((height, width, channels), np.float32)
    if dtype != np.float32:
        pixels = np.rint(pixels * np.iinfo(dtype).max)
    return Photo(pixels.astype(dtype))


def _run(photo: Photo, engine: FakeEngine, area: Box | None = None) -> NDArray[np.generic]:
    result = np.array(photo.pixels)

    def write(box: Box, pixels: NDArray[np.generic]) -> None:
        result[box.slices] = pixels

    run_denoiser(
        lambda box: photo.pixels[box.slices],
        (photo.height, photo.width),
        FakeCatalog().model,
        engine,
        write,
        area=area,
    )
    return result


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize("channels", [1, 3])
def test_the_result_has_the_photos_depth_and_channels(dtype: DTypeLike, channels: int) -> None:
    photo = _photo(dtype, channels)
    result = _run(photo, FakeEngine())
    assert result.dtype == dtype
    assert result.shape == photo.pixels.shape
    error = np.abs(result.astype(np.float64) - photo.pixels.astype(np.float64) / 2)
    assert error.max() <= (1e-6 if dtype == np.float32 else 0.51)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_network_that_changes_nothing_changes_nothing(dtype: DTypeLike) -> None:
    photo = _photo(dtype, 3)
    identity = FakeEngine(lambda planes: np.concatenate([planes, planes[:2] * 0]))
    np.testing.assert_array_equal(_run(photo, identity), photo.pixels)


def test_answers_beyond_the_range_are_cut_not_wrapped() -> None:
    photo = _photo(np.uint8, 3)
    loud = FakeEngine(lambda planes: np.concatenate([planes * 4 - 1, planes[:2]]))
    result = _run(photo, loud)
    expected = np.clip(photo.pixels.astype(np.float64) * 4 - 255, 0, 255)
    assert np.abs(result - expected).max() <= 0.51


def test_floating_point_values_beyond_white_keep_what_they_had_beyond_it() -> None:
    pixels = np.full((20, 20, 3), 1.5, np.float32)
    result = _run(Photo(pixels), FakeEngine())
    np.testing.assert_allclose(result, 1.0, atol=1e-6)  # 1.5, and the network took 0.5 off the 1.0 it saw


def test_only_the_asked_area_is_written() -> None:
    photo = _photo(np.uint8, 3)
    area = Box(10, 20, 30, 45)
    changed = (_run(photo, FakeEngine(), area) != photo.pixels).any(axis=-1)
    outside = np.ones(changed.shape, bool)
    outside[area.slices] = False
    assert changed[area.slices].mean() > 0.9
    assert not changed[outside].any()


def test_the_estimate_is_in_eight_bit_steps_and_looks_all_over() -> None:
    engine = FakeEngine(lambda planes: denoised(planes, 10, 2), tile=10_000)
    estimate = estimate_noise(_photo(np.uint16, 1, 900, 1200), FakeCatalog().model, engine)
    assert estimate.noise == pytest.approx(10, abs=1e-3)
    assert estimate.compression == pytest.approx(2, abs=1e-3)
    assert estimate.noisy
    assert len(engine.runs) == 9 + 4  # in full size and in half


def test_samples_are_taken_all_over_the_photo_and_in_place() -> None:
    seen: list[float] = []
    pixels = np.repeat(np.linspace(0, 1, 900, dtype=np.float32)[:, None, None], 900, axis=1)

    def answer(planes: NDArray[np.float32]) -> NDArray[np.float32]:
        seen.extend((float(planes.min()), float(planes.max())))
        return np.concatenate([planes, planes[:2] * 0])

    estimate_noise(Photo(pixels), FakeCatalog().model, FakeEngine(answer, tile=10_000))
    assert min(seen) < 0.2
    assert max(seen) > 0.8


def test_a_few_loud_places_do_not_make_a_photo_noisy() -> None:
    strengths = iter([10] * 2 + [0] * 11)
    engine = FakeEngine(lambda planes: denoised(planes, next(strengths)), tile=10_000)
    assert not estimate_noise(_photo(np.uint8, 3, 900, 900), FakeCatalog().model, engine).noisy


@pytest.mark.parametrize(("halved", "noisy"), [(3.0, True), (0.1, False)])
def test_what_is_noise_is_seen_in_half_size_too(halved: float, noisy: bool) -> None:
    def answer(planes: NDArray[np.float32]) -> NDArray[np.float32]:
        return denoised(planes, halved if planes.std() < 0.25 else 3.0)  # halving has averaged the pixels

    engine = FakeEngine(answer, tile=10_000)
    assert estimate_noise(_photo(np.uint8, 3, 1200, 1200), FakeCatalog().model, engine).noisy is noisy


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (191, 193)])
def test_small_photos_have_an_estimate_too(size: tuple[int, int]) -> None:
    engine = FakeEngine(lambda planes: denoised(planes, 10))
    estimate = estimate_noise(_photo(np.uint8, 3, *size), FakeCatalog().model, engine)
    assert estimate.noise == pytest.approx(10, abs=1e-3)
