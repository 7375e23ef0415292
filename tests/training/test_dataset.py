"""Crops: split by picture, drawn by seed, and nothing unusable among them."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.errors import InvalidRecipe
from restorer.training.dataset import PhotoFolder, kept_aside, load_photos


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    random = np.random.default_rng(1)
    for group, count in (("sea", 30), ("town", 10)):
        (tmp_path / group).mkdir()
        for index in range(count):
            pixels = random.integers(0, 256, (80, 100, 3), np.uint8)
            pixels[..., 0] = 255 if group == "sea" else 0
            Image.fromarray(pixels).save(tmp_path / group / f"{index:03}.png")
    (tmp_path / "sea" / "broken.jpg").write_bytes(b"not a photo")
    (tmp_path / "sea" / "notes.txt").write_text("not a photo either")
    Image.new("RGB", (30, 300)).save(tmp_path / "sea" / "narrow.png")
    return tmp_path


def test_every_usable_photo_is_on_one_side_only(folder: Path) -> None:
    training, validation = load_photos(folder, {"sea": 1, "town": 1}, 0.3, 64)
    assert len(training.groups["sea"]) + len(validation.groups["sea"]) == 30
    assert len(training.groups["town"]) + len(validation.groups["town"]) == 10
    assert 3 <= len(validation.groups["sea"]) <= 16


def test_what_is_kept_aside_is_known_without_reading_the_photos(folder: Path) -> None:
    _, validation = load_photos(folder, {"sea": 1, "town": 1}, 0.3, 64)
    aside = kept_aside(folder, {"sea": 1, "town": 1}, 0.3)
    for group, photos in validation.groups.items():
        usable = [path for path in aside[group] if path.stem.isdigit()]
        assert len(usable) == len(photos)
        np.testing.assert_array_equal(np.asarray(Image.open(usable[0])), photos[0])
    with pytest.raises(InvalidRecipe, match="does not exist"):
        kept_aside(folder, {"desert": 1}, 0.3)


def test_the_split_stays_when_photos_are_added(folder: Path) -> None:
    _, before = load_photos(folder, {"sea": 1}, 0.3, 64)
    Image.fromarray(np.random.default_rng(9).integers(0, 256, (80, 80, 3), np.uint8)).save(
        folder / "sea" / "0000.png"
    )
    _, after = load_photos(folder, {"sea": 1}, 0.3, 64)
    kept = [
        any(np.array_equal(photo, other) for other in after.groups["sea"]) for photo in before.groups["sea"]
    ]
    assert all(kept)


def test_crops_follow_the_seed_and_the_shares(folder: Path) -> None:
    training, _ = load_photos(folder, {"sea": 3, "town": 1}, 0.3, 64)
    first = training.crop(64, np.random.default_rng(4))
    assert first.shape == (64, 64, 3)
    assert first.dtype == np.float32
    assert 0 <= first.min() <= first.max() <= 1
    np.testing.assert_array_equal(first, training.crop(64, np.random.default_rng(4)))
    reds = [training.crop(64, np.random.default_rng(seed)) for seed in range(300)]
    coloured = [crop for crop in reds if not np.array_equal(crop[..., 0], crop[..., 1])]
    sea = sum(float(crop[..., 0].mean()) > 0.4 for crop in coloured) / len(coloured)
    assert 0.62 < sea < 0.88


def test_small_photos_are_enlarged_as_far_as_a_recipe_allows(folder: Path) -> None:
    training, _ = load_photos(folder, {"sea": 1}, 0.3, 100, 0.3, 1.25)
    crop = training.crop(100, np.random.default_rng(1))
    assert crop.shape == (100, 100, 3)
    with pytest.raises(InvalidRecipe, match="not enough usable photos"):
        load_photos(folder, {"sea": 1}, 0.3, 100, 0.3, 1.2)


def test_a_missing_folder_and_one_without_photos_are_refused(folder: Path) -> None:
    with pytest.raises(InvalidRecipe, match="does not exist"):
        load_photos(folder, {"desert": 1}, 0.1, 64)
    with pytest.raises(InvalidRecipe, match="not enough usable photos"):
        load_photos(folder, {"sea": 1}, 0.1, 500)


def test_a_view_is_most_of_a_photo_upright() -> None:
    tall = np.zeros((120, 100, 3), np.uint8)
    tall[:, :, 0] = np.arange(120, dtype=np.uint8)[:, None]
    photos = PhotoFolder({".": [tall]}, {".": 1.0})
    for seed in range(20):
        view = photos.view(32, np.random.default_rng(seed))
        assert view.shape == (32, 32, 3)
        assert view.dtype == np.float32
        rows = view[..., 0].mean(axis=1)
        assert (np.diff(rows) > 0).all()
        assert 0.6 * 100 / 255 < rows[-1] - rows[0] < 100 / 255


def test_a_busy_crop_has_more_detail_than_most() -> None:
    ramp = np.linspace(0, 255, 200 * 300, dtype=np.uint8).reshape(200, 300, 1).repeat(3, axis=2)
    busy = np.random.default_rng(1).integers(0, 256, (200, 300, 3), np.uint8)
    photos = PhotoFolder({"a": [ramp, busy]}, {"a": 1.0})
    random = np.random.default_rng(2)

    def detail(crops: list[np.ndarray]) -> float:
        return float(np.mean([np.abs(np.diff(crop, axis=1)).mean() for crop in crops]))

    usual = detail([photos.crop(64, random) for _ in range(60)])
    assert detail([photos.busy_crop(64, random) for _ in range(60)]) > 1.3 * usual
