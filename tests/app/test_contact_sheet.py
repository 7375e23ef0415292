"""A contact sheet shows each photo before and after, and where something was changed, repaired or guessed."""

from pathlib import Path

import numpy as np
import pytest
from fakes import halve
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.app.contact_sheet import Entry, contact_sheet, entries
from restorer.errors import Cancelled, ModelError
from restorer.photo import Photo, save_photo
from restorer.progress import CancelToken, Progress
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Colorize, Denoise, RepairDamage


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A grey-blue photo with a scratch that the family's finder sees."""
    pixels = np.full((120, 160, 3), (90, 100, 110), np.uint8)
    pixels[60:62, 20:140] = (255, 90, 90)
    Image.fromarray(pixels).save(tmp_path / "scratched.png")
    return tmp_path / "scratched.png"


def _entries(*photos: Path, recipe: Recipe | None = None, side: int = 80) -> list[Entry]:
    engine = FamilyEngine()
    engine._answers["denoise"] = halve
    return list(entries(photos, recipe, engine, FamilyCatalog(), side=side))


def test_before_after_and_what_changed(photo: Path) -> None:
    (entry,) = _entries(photo, recipe=Recipe((Denoise(),)))
    assert list(entry.pictures) == ["before", "after", "changed"]
    assert {picture.shape for picture in entry.pictures.values()} == {(60, 80, 3)}
    np.testing.assert_array_equal(entry.pictures["before"][5, 5], (90, 100, 110))
    assert (entry.pictures["after"] < entry.pictures["before"]).all()
    assert entry.sentence.startswith("Denoise 1.0: noise")
    assert "0.0 % unchanged" in entry.sentence


def test_a_change_of_one_channel_is_a_change(tmp_path: Path) -> None:
    for name, colour in (("red.png", (200, 0, 0)), ("black.png", (0, 0, 0))):
        Image.fromarray(np.full((20, 20, 3), colour, np.uint8)).save(tmp_path / name)
    red, black = _entries(tmp_path / "red.png", tmp_path / "black.png", recipe=Recipe((Denoise(),)))
    assert (red.pictures["changed"] > black.pictures["changed"]).all()


def test_repairs_are_marked_where_they_are_and_nowhere_else(photo: Path) -> None:
    (entry,) = _entries(photo, recipe=Recipe((RepairDamage(),)))
    warm = entry.pictures["repaired"].astype(int)
    warm = warm[..., 0] - warm[..., 2]
    assert warm[30, 40] > 100
    assert (warm[:20] == 0).all()
    changed = entry.pictures["changed"].astype(int).sum(axis=2)
    assert changed[30, 40] > changed[5, 5]


def test_guessed_colours_are_lighter_than_sure_ones(photo: Path) -> None:
    (entry,) = _entries(photo, recipe=Recipe((Colorize(),)))
    guess = entry.pictures["guessed"].astype(int).sum(axis=2)
    assert guess[30, 70] > guess[30, 10] + 100  # the family's colourizer is sure on the left


def test_deep_grey_and_floating_point_photos_are_shown_as_they_look(tmp_path: Path) -> None:
    deep = np.full((40, 50, 1), 30_000, np.uint16)
    light = np.full((40, 50, 3), 0.25, np.float32)
    for name, pixels in (("a.tif", deep), ("b.tif", light)):
        save_photo(Photo(pixels), tmp_path / name)
    recipe = Recipe((Denoise(strength=0.1),))
    grey, colour = _entries(tmp_path / "a.tif", tmp_path / "b.tif", recipe=recipe)
    np.testing.assert_array_equal(grey.pictures["before"][0, 0], [117, 117, 117])
    np.testing.assert_array_equal(colour.pictures["before"][0, 0], [64, 64, 64])
    changes = [int(entry.pictures["changed"][0, 0].astype(int).sum()) for entry in (grey, colour)]
    assert changes[0] > changes[1] > 60  # a twentieth of 117 and of 64 of 255


def test_without_a_recipe_a_photo_gets_what_it_needs(photo: Path) -> None:
    (entry,) = _entries(photo)
    assert "repaired" in entry.pictures
    assert "Repair damage" in entry.sentence


def test_what_cannot_be_read_is_told_and_the_others_are_shown(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"not a photo")
    broken, good = _entries(tmp_path / "broken.png", photo, recipe=Recipe((Denoise(),)))
    assert (broken.pictures, good.name) == ({}, "scratched.png")
    assert "broken.png" in broken.sentence
    sheet = contact_sheet([broken, good])
    assert sheet.shape[1] < 600


def test_a_missing_model_ends_it(photo: Path) -> None:
    with pytest.raises(ModelError):
        list(entries([photo], Recipe((Denoise(),)), FamilyEngine(), FamilyCatalog("restore"), side=80))


def test_it_can_be_stopped(photo: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list(
            entries(
                [photo], Recipe((Denoise(),)), FamilyEngine(), FamilyCatalog(), side=80,
                progress=Progress(token=token),
            )
        )  # fmt: skip


def _entry(name: str, value: int, height: int = 50) -> Entry:
    pictures: dict[str, np.ndarray] = {}
    for column in ("before", "after"):
        pictures[column] = np.full((height, 200, 3), (value + len(pictures), 0, 0), np.uint8)
    return Entry(name, pictures, "Needs nothing.")


def test_pictures_stand_under_their_column_and_entries_beside_each_other() -> None:
    shown = [_entry("one", 100), _entry("two", 120, height=80), _entry("three", 140)]
    beside, below = contact_sheet(shown, 3), contact_sheet(shown, 1)
    assert beside.shape[1] == 3 * below.shape[1]
    assert len(below) > 2 * len(beside)
    for sheet in (beside, below):
        for value in (100, 101, 120, 121, 140, 141):
            assert _places(sheet, value).shape == (200 * (80 if value in (120, 121) else 50), 2)
    assert _places(below, 100)[0, 1] <= _places(below, 101)[0, 1] - 200


def _places(sheet: np.ndarray, red: int) -> np.ndarray:
    return np.argwhere((sheet == (red, 0, 0)).all(axis=2))


def test_many_photos_make_a_sheet_that_is_wide_rather_than_long() -> None:
    height, width, _ = contact_sheet([_entry(str(index), 100) for index in range(24)]).shape
    assert 0.6 < width / height < 3
