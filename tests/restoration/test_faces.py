"""Small and blurred faces keep half of what they were; all else is as without them. Here faces are green."""

import dataclasses
from collections.abc import Mapping

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from numpy.typing import NDArray

from restorer.errors import ModelError
from restorer.inference.catalog import Model
from restorer.photo import Box, Photo
from restorer.photo.pyramid import Pyramid
from restorer.progress import Progress
from restorer.restoration.computing import compute
from restorer.restoration.faces import Face, find_faces, sharpness
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import restore
from restorer.restoration.small import box_mean
from restorer.restoration.stages import sparing_faces
from restorer.restoration.steps import Denoise, General, RepairDamage

GREEN = (0, 255, 0)
SPARING = Denoise(faces="find-faces")


def _photo(
    *faces: tuple[float, float, float],
    size: tuple[int, int] = (400, 600),
    painted: Mapping[Box, tuple[int, int, int]] | None = None,
) -> Photo:
    """A grey photo with a green oval for each face: its middle and its height; and boxes ``painted`` over."""
    pixels = np.random.default_rng(1).integers(100, 156, (*size, 3), np.uint8)
    rows, columns = np.mgrid[: size[0], : size[1]]
    for row, column, height in faces:
        oval = ((rows - row) / (0.52 * height)) ** 2 + ((columns - column) / (0.4 * height)) ** 2 <= 1
        pixels[oval] = GREEN
    for box, colour in (painted or {}).items():
        pixels[box.slices] = colour
    return Photo(pixels)


def _model() -> Model:
    return FamilyCatalog().find("find-faces")


def _computed(photo: Photo, recipe: Recipe, engine: FamilyEngine | None = None) -> Rendition:
    rendition = Rendition(photo, Pyramid.build(photo.pixels))
    compute(rendition, recipe, engine or FamilyEngine(), FamilyCatalog())
    assert rendition.covers(recipe)
    return rendition


def _read(rendition: Rendition, recipe: Recipe, level: int = 0) -> NDArray[np.float64]:
    return rendition.read(recipe, level, Box.of(rendition.before.levels[level])).astype(float)


@pytest.mark.parametrize("scale", [1, 5])
def test_faces_are_found_where_they_are(scale: int) -> None:
    places = [(100.0, 150.0, 30.0), (250.0, 400.0, 160.0)]
    photo = _photo(
        *[(row * scale, column * scale, height * scale) for row, column, height in places],
        size=(400 * scale, 600 * scale),
    )
    found = find_faces(photo.pixels, _model(), FamilyEngine(tile=1 << 20), Progress()).found
    assert len(found) == 2
    for face, (row, column, height) in zip(sorted(found, key=lambda it: it.row), places, strict=True):
        assert face.row == pytest.approx(row * scale, abs=3 * scale)
        assert face.column == pytest.approx(column * scale, abs=3 * scale)
        assert face.height == pytest.approx(height * scale, rel=0.1)


@pytest.mark.parametrize(("size", "runs"), [((1, 1), 1), ((30, 200), 1), ((200, 300), 2), ((500, 700), 2)])
def test_a_small_photo_is_looked_at_once(size: tuple[int, int], runs: int) -> None:
    engine = FamilyEngine(tile=1 << 20)
    find_faces(_photo(size=size).pixels, _model(), engine, Progress())
    assert len(engine.ran) == runs


def test_what_has_not_the_shape_of_a_face_is_none() -> None:
    hedge, leaf = Box(100, 50, 110, 550), Box(200, 300, 203, 303)
    photo = _photo(painted={hedge: GREEN, leaf: GREEN})
    assert find_faces(photo.pixels, _model(), FamilyEngine(), Progress()).found == ()


def test_what_may_be_a_face_is_none() -> None:
    photo = _photo((200, 300, 60))
    doubtful = np.where(photo.pixels == GREEN, np.array((0, 200, 0)), photo.pixels).astype(np.uint8)
    assert len(find_faces(photo.pixels, _model(), FamilyEngine(), Progress()).found) == 1
    assert find_faces(doubtful, _model(), FamilyEngine(), Progress()).found == ()


def test_a_blurred_face_is_told_from_a_sharp_one() -> None:
    sharp = np.random.default_rng(2).uniform(0, 1, (200, 200)).astype(np.float32)
    sharp = np.kron(sharp[::8, ::8], np.ones((8, 8), np.float32))
    soft = box_mean(box_mean(sharp, 12), 12)
    face = Face(100, 100, 190, blurred=False)
    measured = [sharpness(face, np.rint(255 * it[..., None]).astype(np.uint8)) for it in (sharp, soft)]
    assert measured[0] > 3 * measured[1]
    assert dataclasses.replace(face, blurred=True).delicate
    assert not face.delicate


def test_a_small_face_changes_half_as_much_and_all_else_as_ever() -> None:
    photo = _photo((200, 300, 60))
    plain = _read(_computed(photo, Recipe((Denoise(),))), Recipe((Denoise(),)))
    rendition = _computed(photo, Recipe((SPARING,)))
    spared = _read(rendition, Recipe((SPARING,)))
    middle = (slice(190, 210), slice(290, 310))
    before = photo.pixels[middle].astype(float)
    np.testing.assert_allclose(spared[middle] - before, (plain[middle] - before) / 2, atol=0.51)
    far = np.ones(plain.shape[:2], bool)
    far[130:270, 230:370] = False
    np.testing.assert_array_equal(spared[far], plain[far])
    assert rendition.spared(Recipe((SPARING,))) == 1
    assert next(report.finding for report in rendition.reports_of(Recipe((SPARING,)))) == (
        "one small or blurred face spared half of it"
    )


def test_tones_are_not_spared_or_a_face_would_stay_faded() -> None:
    photo = _photo((200, 300, 60))
    recipe = Recipe((General(detail=False, faces="find-faces"),))
    engine = FamilyEngine()
    rendition = _computed(photo, recipe, engine)
    assert "find-faces" not in {name for name, _ in engine.ran}
    np.testing.assert_array_equal(
        _read(rendition, recipe), _read(rendition, Recipe((General(detail=False),)))
    )


def test_a_repair_in_a_small_face_keeps_its_filling() -> None:
    photo = _photo((200, 300, 60), painted={Box(198, 290, 201, 310): (255, 128, 128)})
    recipe = Recipe((RepairDamage(), SPARING))
    made = _read(_computed(photo, recipe), recipe)
    assert np.abs(made[199, 293:307, 0] - (0.25 * 255 + 5)).max() < 2  # filled; and ten added, half as much


def test_what_is_saved_in_parts_is_what_a_window_shows() -> None:
    for faces in ([], [(200, 300, 60)], [(200, 300, 190)]):
        photo, recipe = _photo(*faces), Recipe((SPARING,))
        kept: list[NDArray[np.generic]] = []
        restored = restore(
            photo,
            recipe,
            FamilyEngine(),
            FamilyCatalog(),
            save=lambda it, _, kept=kept: kept.append(_arrived(it)),  # type: ignore[misc]
        )
        shown = _read(_computed(photo, recipe), recipe)
        np.testing.assert_array_equal(kept[0], shown)
        np.testing.assert_array_equal(restored.photo.pixels, shown)


def _arrived(photo: Photo) -> NDArray[np.generic]:
    if photo.arrival is not None:
        photo.arrival.wait_for(photo.height)
    return photo.pixels.copy()


def test_faces_are_looked_for_once_and_no_slider_looks_again() -> None:
    engine = FamilyEngine()
    rendition = _computed(_photo((200, 300, 60)), Recipe((SPARING,)), engine)
    ran = len(engine.ran)
    half = Recipe((dataclasses.replace(SPARING, strength=0.5),))
    assert rendition.spared(Recipe((dataclasses.replace(SPARING, strength=0.0),))) == 0
    assert rendition.covers(half)
    compute(rendition, half, engine, FamilyCatalog())
    assert len(engine.ran) == ran


def test_a_recipe_spares_faces_where_there_is_a_model_for_it() -> None:
    recipe = Recipe((Denoise(), General(), RepairDamage()))
    spared = sparing_faces(recipe, FamilyCatalog())
    assert spared.models.count("find-faces") == 1
    assert Recipe.from_json(spared.to_json()) == spared
    assert sparing_faces(recipe, FamilyCatalog("denoise")) == recipe


def test_a_missing_model_is_said() -> None:
    with pytest.raises(ModelError, match="find-faces"):
        compute(Rendition(_photo()), Recipe((SPARING,)), FamilyEngine(), FamilyCatalog("denoise"))
