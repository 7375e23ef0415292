"""Photos with more pixels than detail are looked at no larger than they are sharp."""

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from numpy.typing import NDArray
from PIL import Image

from restorer.photo import Box, Photo
from restorer.restoration.layers import near_each_other
from restorer.restoration.masking import fill, find
from restorer.restoration.recipe import Recipe
from restorer.restoration.repairs import LOW, MARGIN, find_repairs
from restorer.restoration.restore import restore
from restorer.restoration.softness import softness
from restorer.restoration.steps import RepairDamage

DAMAGED = (255, 30, 30)
"""What the family's finder takes for damage."""


def leaves(height: int, width: int) -> NDArray[np.uint8]:
    """Return a picture of sharp, overlapping rectangles, none of which looks damaged."""
    random = np.random.default_rng(5)
    pixels = np.full((height, width, 3), 120, np.uint8)
    for _ in range(600):
        top, left, tall, wide = random.integers((height, width, 40, 40))
        pixels[top : top + tall + 3, left : left + wide + 3] = random.integers(0, 200, 3)
    return pixels


def larger(pixels: NDArray[np.uint8], times: int) -> Photo:
    image = Image.fromarray(pixels)
    size = (image.width * times, image.height * times)
    return Photo(np.array(image.resize(size, Image.Resampling.BICUBIC)))


def grainy(photo: Photo, strength: float) -> Photo:
    grain = np.random.default_rng(6).normal(0, strength, (photo.height, photo.width, 1))
    return Photo(np.clip(photo.pixels + grain, 0, 255).astype(np.uint8))


@pytest.mark.parametrize(("times", "soft"), [(1, {1}), (2, {2}), (4, {2, 4}), (8, {2, 4})])
@pytest.mark.parametrize("grain", [0, 4])
def test_an_enlarged_photo_is_soft_and_never_softer_than_that(times: int, soft: set[int], grain: int) -> None:
    photo = larger(leaves(1800 // times, 2000 // times), times)
    assert softness(grainy(photo, grain) if grain else photo) in soft


def test_a_small_photo_and_one_without_edges_are_left_at_their_size() -> None:
    assert softness(larger(leaves(200, 300), 2)) == 1
    assert softness(Photo(np.full((900, 1200, 1), 90, np.uint8))) == 1
    assert softness(Photo(np.full((3, 4000, 3), 90, np.uint8))) == 1


def test_sixteen_bits_and_grey_are_judged_alike() -> None:
    photo = larger(leaves(500, 500), 2)
    deep = photo.pixels.astype(np.uint16) * 257
    assert softness(Photo(deep)) == softness(Photo(np.ascontiguousarray(deep[..., :1]))) == 2


def test_what_is_found_in_a_soft_photo_lies_where_it_is_seen() -> None:
    pixels = leaves(450, 500)
    pixels[100:106, 200:230] = DAMAGED
    large = larger(pixels, 2)
    model, engine = FamilyCatalog().find("find-damage"), FamilyEngine()
    repairs = find(large, softness(large), model, engine).repairs
    assert max(box.bottom for _, box in engine.ran) == 450, "it looks at as many pixels as there is detail"
    assert repairs.megapixels == pytest.approx(450 * 500 / 1e6)
    assert repairs.size == (900, 1000)
    (found,) = repairs.all
    wanted = Box(200, 400, 212, 460).grow(2 * MARGIN)
    ends = [(it.top, it.left, it.bottom, it.right) for it in (found.box, wanted)]
    assert np.abs(np.subtract(*ends)).max() <= 4


def test_the_margin_grows_with_the_pixels_that_one_stands_for() -> None:
    scores = np.zeros((80, 90), np.uint8)
    scores[40, 50] = LOW
    (repair,) = find_repairs(scores, 4).all
    assert repair.box == Box(40, 50, 41, 51).grow(4 * MARGIN)
    assert find_repairs(scores, 4).megapixels == pytest.approx(80 * 90 / 16e6)


def test_a_hole_in_a_soft_photo_is_filled_as_it_was_seen_and_nothing_else_changes() -> None:
    photo = larger(leaves(131, 120), 4)
    size = photo.height, photo.width
    hole = Box(150, 100, 190, 300)
    taken = np.zeros(size, np.uint8)
    taken[hole.grow(8).slices] = 128
    taken[hole.slices] = 255

    def filled(scale: int, cell: Box) -> NDArray[np.generic]:
        def weights(box: Box) -> NDArray[np.uint8]:
            return taken[box.slices]

        model = FamilyCatalog().find("repair-damage")
        pixels, _ = fill(
            lambda box: photo.pixels[box.slices], size, scale, weights, weights, model, FamilyEngine(), cell
        )
        return pixels

    whole = filled(4, Box(0, 0, *size))
    assert np.array_equal(whole[taken == 0], photo.pixels[taken == 0])
    assert (whole[hole.grow(-4).slices] == 64).all(), "a quarter of 255"
    assert np.array_equal(filled(1, Box(0, 0, *size))[hole.slices], whole[hole.slices])
    for cell in (Box(0, 0, 256, 256), Box(0, 256, 256, 480), Box(256, 256, *size)):
        assert np.array_equal(filled(4, cell), whole[cell.slices])


def test_damage_in_a_soft_photo_is_found_and_repaired() -> None:
    pixels = leaves(450, 500)
    pixels[100:106, 200:230] = DAMAGED
    photo = larger(pixels, 2)
    recipe = Recipe((RepairDamage(model="find-damage", filler="repair-damage"),))
    result = restore(photo, recipe, FamilyEngine(), FamilyCatalog()).photo.pixels
    place = Box(204, 404, 208, 456)
    assert (photo.pixels[place.slices][..., 0] > 240).all()
    assert (result[place.slices] == 64).all()
    assert (result == photo.pixels).mean() > 0.98


def test_cellsnear_each_other_are_filled_together_in_a_soft_photo() -> None:
    cells = [Box(0, 0, 256, 256), Box(256, 256, 512, 500), Box(0, 512, 256, 768)]
    assert near_each_other(cells, 256) == [(cell, [cell]) for cell in cells]
    assert near_each_other(cells, 512) == [(Box(0, 0, 512, 500), cells[:2]), (cells[2], [cells[2]])]
    assert near_each_other(cells, 1024) == [(Box(0, 0, 512, 768), cells)]


def test_a_hole_that_lies_across_the_reduced_pixels_is_filled_to_its_edge() -> None:
    photo, hole = larger(leaves(131, 120), 4), Box(150, 102, 190, 301)
    size = photo.height, photo.width
    taken = np.zeros(size, np.uint8)
    taken[hole.slices] = 255
    read, weights = (lambda box: photo.pixels[box.slices]), (lambda box: taken[box.slices])
    model = FamilyCatalog().find("repair-damage")
    pixels, _ = fill(read, size, 4, weights, weights, model, FamilyEngine(), Box(0, 0, *size))
    assert (pixels[hole.slices] == 64).all(), "what is lost in part is no source, and is filled whole"
    assert np.array_equal(pixels[taken == 0], photo.pixels[taken == 0])
