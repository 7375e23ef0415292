"""Tiles equal the whole, to the bit, for every size, area and network that looks only so far."""

import dataclasses

import numpy as np
import pytest
import tiny_models
from tiny_models import SMALL, UNET_HALO, UNET_MULTIPLE, UNET_RADIUS, write_model

from restorer.inference.engine import Engine
from restorer.photo.geometry import Box


@pytest.fixture(params=[1, 10**9], ids=["fitted", "any size"], autouse=True)
def small_photo(request, monkeypatch) -> None:
    """Let all photos be run by networks made for the sizes of their tiles, or none."""
    monkeypatch.setattr("restorer.inference.tiled_run._SMALL_PHOTO", request.param)


def test_the_unet_reaches_as_far_as_it_says(unet, compute, picture):
    planes = picture(96, 96)
    before, _ = compute(Engine("cpu"), unet, planes)
    farthest = outside = 0
    for place in range(40, 48):
        poked = planes.copy()
        poked[:, place, place] = 1 - poked[:, place, place]
        changed = np.abs(compute(Engine("cpu"), unet, poked)[0] - before).max(axis=(0, 2)) > 0
        rows = np.flatnonzero(changed)
        farthest = max(farthest, place - rows.min(), rows.max() - place)
        # Aligned areas depend on the pixel as far as their nearer edges are.
        blocks = rows // UNET_MULTIPLE * UNET_MULTIPLE
        outside = max(outside, place - (blocks + UNET_MULTIPLE - 1).min(), blocks.max() - place)
    assert farthest == UNET_RADIUS
    assert outside == UNET_HALO


@pytest.mark.parametrize(
    "size",
    [(1, 1), (1, 50), (7, 3), (8, 8), (64, 128), (97, 33), (131, 205), (150, 149), (203, 8), (333, 257)],
)
@pytest.mark.parametrize("halo", [UNET_HALO, None])
def test_tiled_equals_whole(unet, compute, picture, size, halo):
    model = dataclasses.replace(unet, card=dataclasses.replace(unet.card, halo=halo))
    planes = picture(*size)
    whole, report = compute(Engine("cpu", memory=1 << 30), model, planes)
    assert report.tiles == 1
    tiled, report = compute(Engine("cpu", memory=SMALL), model, planes)
    assert report.tiles > 1 or size[0] * size[1] < 6000
    assert report.tile[0] * report.tile[1] <= 8000
    np.testing.assert_allclose(tiled, whole, atol=1e-5, rtol=0)


def test_the_whole_is_what_the_network_gives(unet, compute, picture):
    import onnxruntime

    planes = picture(99, 70)
    padded = np.pad(planes, ((0, 0), (0, 5), (0, 2)), mode="reflect")
    bare = onnxruntime.InferenceSession(unet.file, providers=["CPUExecutionProvider"])
    expected = bare.run(None, {"photo": padded[None]})[0][0, :, :99, :70]
    tiled, _ = compute(Engine("cpu", memory=SMALL), unet, planes)
    np.testing.assert_allclose(tiled, expected, atol=1e-5, rtol=0)


def test_too_small_a_halo_would_be_noticed(unet, compute, picture):
    planes = picture(131, 205)
    whole, _ = compute(Engine("cpu", memory=1 << 30), unet, planes)
    card = dataclasses.replace(unet.card, halo=UNET_MULTIPLE)
    tiled, _ = compute(Engine("cpu", memory=SMALL), dataclasses.replace(unet, card=card), planes)
    assert np.abs(tiled - whole).max() > 1e-3


def test_tiles_off_the_grid_would_be_noticed(unet, compute, picture):
    planes = picture(131, 205)
    whole, _ = compute(Engine("cpu", memory=1 << 30), unet, planes)
    shifted, _ = compute(Engine("cpu"), unet, planes[:, 3:, 5:])
    assert np.abs(shifted[:, 40:80, 40:80] - whole[:, 43:83, 45:85]).max() > 1e-3


@pytest.mark.parametrize("area", [Box(0, 0, 1, 1), Box(50, 31, 97, 160), Box(130, 204, 131, 205)])
def test_an_area_equals_that_part_of_the_whole(unet, compute, picture, area):
    planes = picture(131, 205)
    whole, _ = compute(Engine("cpu"), unet, planes)
    for memory in (1 << 30, SMALL):
        part, _ = compute(Engine("cpu", memory=memory), unet, planes, area)
        np.testing.assert_allclose(part[:, *area.slices], whole[:, *area.slices], atol=1e-5, rtol=0)
        assert np.isfinite(part).sum() == 3 * area.height * area.width


def test_an_empty_area_is_a_mistake(unet, compute, picture):
    with pytest.raises(ValueError, match="no pixel"):
        compute(Engine("cpu"), unet, picture(8, 8), Box(8, 8, 9, 9))


def test_another_number_of_planes(model_folder, compute, picture):
    model = write_model(
        model_folder, tiny_models.blur(2, 1), inputs=("grey",), outputs=("grey",), receptive_radius=2
    )
    planes = picture(80, 90)[:1]
    tiled, report = compute(Engine("cpu", memory=200_000), model, planes)
    whole, _ = compute(Engine("cpu"), model, planes)
    assert report.tiles > 1
    np.testing.assert_allclose(tiled, whole, atol=1e-5, rtol=0)


def test_a_model_that_sees_everything_is_feathered_and_says_so(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.whole_mean(), receptive_radius=None)
    planes = picture(600, 40)
    whole, report = compute(Engine("cpu"), model, planes)
    assert report.notices == ()
    tiled, report = compute(Engine("cpu", memory=SMALL), model, planes)
    assert report.tiles > 1
    assert any("whole photo" in notice for notice in report.notices)
    assert 0 < np.abs(tiled - whole).max() < 0.1
