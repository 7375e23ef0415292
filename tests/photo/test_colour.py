"""Colours on the screen."""

import concurrent.futures
import tracemalloc

import imagecodecs
import numpy as np
import pytest
from pictures import DTYPES, gradient, ink_profile, profile
from PIL import Image, ImageCms

from restorer.photo import display_pixels
from restorer.photo.colour import fits, profile_in_colour
from restorer.photo.raster import to_bits


@pytest.mark.parametrize("bits", [8, 16, 32])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("icc", [None, profile(), b"rubbish", ink_profile()])
def test_srgb_of_any_depth_stays_as_it_is(bits: int, channels: int, icc: bytes | None) -> None:
    shown = display_pixels(gradient(30, 40, channels, bits), icc)

    assert shown.dtype == np.uint8
    assert shown.flags.c_contiguous
    expected = np.broadcast_to(gradient(30, 40, channels), (30, 40, 3))
    assert np.abs(shown.astype(int) - expected).max() <= 1


@pytest.mark.parametrize("bits", [8, 16, 32])
def test_wide_colours_become_what_littlecms_says(bits: int) -> None:
    wide = profile("wide")
    import io

    oracle = ImageCms.profileToProfile(
        Image.fromarray(gradient(30, 40)),
        ImageCms.ImageCmsProfile(io.BytesIO(wide)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )

    shown = display_pixels(gradient(30, 40, 3, bits), wide)

    assert np.abs(shown.astype(int) - np.asarray(oracle)).max() <= 3
    assert np.abs(shown.astype(int) - gradient(30, 40)).max() > 50


def test_grey_through_its_profile_stays_neutral() -> None:
    shown = display_pixels(np.full((2, 2, 1), 128, np.uint8), profile("grey"))

    assert shown.reshape(-1).tolist() == [pytest.approx(188, abs=1)] * 12


def test_white_shines_through() -> None:
    pixels = np.zeros((1, 3, 3), np.uint16)
    alpha = np.array([[0, 32768, 65535]], np.uint16)

    shown = display_pixels(pixels, None, alpha)

    assert shown[0, :, 0].tolist() == [255, 127, 0]


@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("bits", [8, 16, 32])
def test_a_big_picture_needs_little_more_memory_than_what_is_shown(
    bits: int, channels: int, alpha: bool
) -> None:
    pixels = np.zeros((2003, 2000, channels), DTYPES[bits])
    opacity = np.zeros((2003, 2000), DTYPES[bits]) if alpha else None
    display_pixels(pixels[:1], None)  # tables that are made once

    tracemalloc.start()
    shown = display_pixels(pixels, None, opacity)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 3 * shown.nbytes
    assert (shown == (255 if alpha else 0)).all()


def test_bands_do_not_show() -> None:
    pixels, alpha = gradient(1000, 700, 3, 16), gradient(1000, 700, 1, 16)[..., 0]

    shown = display_pixels(pixels, profile("wide"), alpha)

    for top in range(0, 1000, 100):
        rows = slice(top, top + 100)
        np.testing.assert_array_equal(shown[rows], display_pixels(pixels[rows], profile("wide"), alpha[rows]))


def test_a_tile_looks_as_in_the_whole() -> None:
    whole = gradient(60, 80, 3, 16)

    tile = display_pixels(whole[10:30, 40:70], profile("wide"))

    np.testing.assert_array_equal(tile, display_pixels(whole, profile("wide"))[10:30, 40:70])


def test_many_threads_see_the_same() -> None:
    pixels = gradient(200, 300, 3)
    expected = display_pixels(pixels, profile("wide"))

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for shown in pool.map(lambda _: display_pixels(pixels, profile("wide")), range(40)):
            np.testing.assert_array_equal(shown, expected)


def test_which_profiles_fit() -> None:
    assert fits(profile(), 3)
    assert fits(profile(), 1)
    assert fits(profile("grey"), 1)
    assert fits(ink_profile(), 4)
    assert not fits(profile("grey"), 3)
    assert not fits(ink_profile(), 3)
    assert not fits(profile()[:150], 3)
    assert not fits(b"", 3)


def test_sixteen_bits_are_rounded_to_eight() -> None:
    deep = np.arange(65536, dtype=np.uint16)

    np.testing.assert_array_equal(to_bits(deep, 8), np.rint(deep / 257).astype(np.uint8))


@pytest.mark.parametrize("bits", [8, 16, 32])
@pytest.mark.parametrize("wanted", [8, 16, 32])
def test_depths_and_back(bits: int, wanted: int) -> None:
    values = gradient(9, 300, 1, bits)

    there = to_bits(values, wanted)

    assert there.dtype == DTYPES[wanted]
    if wanted >= bits:
        np.testing.assert_array_equal(to_bits(there, bits), values)


def test_senseless_floats_are_clipped() -> None:
    values = np.array([np.nan, -1.0, 2.0, 0.5], np.float32)

    assert to_bits(values, 8).tolist() == [0, 0, 255, 128]


def test_a_grey_profile_becomes_one_in_which_grey_looks_the_same() -> None:
    values = np.arange(256, dtype=np.uint8).reshape(16, 16, 1)
    dot_gain = bytes(imagecodecs.cms_profile("gray", whitepoint=[0.3127, 0.3290, 1.0], gamma=1.8))
    made = profile_in_colour(dot_gain)
    assert made is not None
    grey = display_pixels(values, dot_gain)
    coloured = display_pixels(np.repeat(values, 3, axis=2), made)
    assert np.abs(grey.astype(int) - coloured).max() <= 2
    assert np.ptp(coloured.astype(int), axis=2).max() <= 1
    saturated = display_pixels(np.array([[[255, 0, 0]]], np.uint8), made)
    assert saturated[0, 0, 0] > 200 > 60 > saturated[0, 0, 1]


@pytest.mark.parametrize("damaged", [None, b"", b"nonsense" * 40])
def test_without_a_usable_grey_profile_colours_are_srgb(damaged: bytes | None) -> None:
    assert profile_in_colour(damaged) is None


def test_a_profile_for_colours_on_a_grey_photo_stays_when_it_gets_some() -> None:
    assert profile_in_colour(profile("wide")) == profile("wide")
