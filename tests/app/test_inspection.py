"""A folder is inspected: what does not belong is listed, and what all scans share is the scanner's."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import tiny_models
from onnx import helper  # noqa: TID253 - makes a network for the test
from PIL import Image

from restorer import paths
from restorer.app.inspection import Inspection, detector, inspect_photos
from restorer.errors import ModelError, PhotoError
from restorer.inference.card import Task
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine


def _red_is_damage() -> bytes:
    """A network that takes red for damage, and blue for deviation."""
    weights = {"pick": np.zeros((2, 3, 1, 1), np.float32)}
    weights["pick"][0, 0] = weights["pick"][1, 2] = 1
    node = helper.make_node("Conv", ["photo", "pick"], ["result"])
    return tiny_models.network([node], weights, (3, 2))


@pytest.fixture
def model(tmp_path: Path) -> Model:
    return tiny_models.write_model(
        tmp_path / "finder", _red_is_damage(), task=Task.FIND_DAMAGE, outputs=("damage", "deviation")
    )


def _photo(
    folder: Path, name: str, *, spots: Sequence[tuple[int, int]] = (), blue: int = 20, side: int = 128
) -> None:
    pixels = np.zeros((side, side, 3), np.uint8)
    pixels[..., 2] = blue
    for top, left in spots:
        pixels[top : top + 6, left : left + 6, 0] = 255
    folder.mkdir(exist_ok=True)
    Image.fromarray(pixels).save(folder / name)


def _inspect(folder: Path, model: Model) -> Inspection:
    return inspect_photos(folder, model, Engine("cpu"))


def test_damaged_places_and_strangers_come_first(tmp_path: Path, model: Model) -> None:
    folder = tmp_path / "photos"
    for index in range(6):
        _photo(folder, f"intact {index}.png")
    _photo(folder, "torn.png", spots=[(20, 40), (24, 44), (90, 100)])
    _photo(folder, "wrong.png", blue=200)
    (folder / "broken.png").write_bytes(b"no photo")

    found = _inspect(folder, model)

    worth = [finding for finding in found.findings if finding.worth_a_look]
    assert [finding.path.name for finding in worth] == ["wrong.png", "torn.png"]
    assert worth[0].unlike
    places = sorted(worth[1].places, key=lambda place: place.box.top)
    assert len(places) == 2, "what touches is one place"
    assert places[0].box.top <= 20 < 30 <= places[0].box.bottom
    assert places[0].box.left <= 40 < 50 <= places[0].box.right
    assert [path.name for path in found.unreadable] == ["broken.png"]
    assert not found.same_spots


def test_the_same_spot_in_many_scans_is_the_scanners(tmp_path: Path, model: Model) -> None:
    folder = tmp_path / "photos"
    for index in range(5):
        own = [(100, 20)] if index == 2 else []
        _photo(folder, f"{index}.png", spots=[(50, 60), *own] if index != 4 else own)
    found = _inspect(folder, model)
    (spot,) = found.same_spots
    assert (spot.count, spot.scans) == (4, 5)
    assert spot.box.top <= 50 < spot.box.bottom
    worth = [finding for finding in found.findings if finding.worth_a_look]
    assert [finding.path.name for finding in worth] == ["2.png"], "the glass is not their fault"


def test_large_photos_are_looked_at_smaller_and_placed_rightly(tmp_path: Path, model: Model) -> None:
    pixels = np.zeros((200, 3300, 3), np.uint8)
    pixels[60:90, 3000:3030, 0] = 255
    (tmp_path / "photos").mkdir()
    Image.fromarray(pixels).save(tmp_path / "photos" / "wide.png")
    (place,) = _inspect(tmp_path / "photos", model).findings[0].places
    assert place.box.left <= 3000 < 3030 <= place.box.right
    assert place.box.width < 150


def test_nothing_to_inspect_or_to_inspect_with_is_a_sentence(tmp_path: Path, model: Model) -> None:
    with pytest.raises(PhotoError, match="no photos"):
        _inspect(tmp_path, model)
    with pytest.raises(ModelError, match="intact photos"):
        detector(Catalog([paths.user_models()]))
    assert detector(Catalog([tmp_path])).card.id == "finder"


def test_a_model_that_knows_how_often_it_is_wrong_is_believed_less(tmp_path: Path, model: Model) -> None:
    _photo(tmp_path / "photos", "plain.png", spots=[(20, 40)])
    _photo(tmp_path / "photos", "perhaps.png")
    with Image.open(tmp_path / "photos" / "perhaps.png") as image:
        pixels = np.array(image)
    pixels[60:66, 60:66, 0] = 200  # 0.78
    Image.fromarray(pixels).save(tmp_path / "photos" / "perhaps.png")
    assert len([it for it in _inspect(tmp_path / "photos", model).findings if it.places]) == 2
    table = ({"score": 0.9, "wrong_per_megapixel": 1.0}, {"score": 0.5, "wrong_per_megapixel": 1000.0})
    careful = Model(dataclasses.replace(model.card, calibration=table), model.folder)
    found = [it.path.name for it in _inspect(tmp_path / "photos", careful).findings if it.places]
    assert found == ["plain.png"]


def test_in_a_photo_with_much_damage_doubtful_places_count_too(tmp_path: Path, model: Model) -> None:
    doubtful = 190  # 0.75: one of ten wrong places a megapixel
    pixels = np.zeros((3, 320, 320, 3), np.uint8)
    pixels[0, 40:46, 40:46, 0] = pixels[1, 40:100, :, 0] = doubtful
    (tmp_path / "photos").mkdir()
    for name, photo in zip(("little", "much", "nothing"), pixels, strict=True):
        Image.fromarray(photo).save(tmp_path / "photos" / f"{name}.png")
    table = ({"score": 0.9, "wrong_per_megapixel": 1.0}, {"score": 0.7, "wrong_per_megapixel": 100.0})
    calibrated = Model(dataclasses.replace(model.card, calibration=table), model.folder)
    found = [it.path.name for it in _inspect(tmp_path / "photos", calibrated).findings if it.places]
    assert found == ["much.png"]


def test_a_narrow_strip_does_not_end_the_inspection(tmp_path: Path, model: Model) -> None:
    folder = tmp_path / "photos"
    _photo(folder, "a.png")
    Image.fromarray(np.zeros((1, 4000, 3), np.uint8)).save(folder / "strip.png")
    assert {finding.path.name for finding in _inspect(folder, model).findings} == {"a.png", "strip.png"}


def test_how_sure_a_place_is_is_read_as_the_card_says(tmp_path: Path, model: Model) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    pixels = np.zeros((128, 128, 3), np.uint8)
    pixels[20:26, 20:26, 0] = 204  # a score of 0.8
    Image.fromarray(pixels).save(folder / "spot.png")
    assert _inspect(folder, model).findings[0].places[0].chance == pytest.approx(0.8, abs=0.01)
    twice = Model(dataclasses.replace(model.card, fit={"half": 0.5}), model.folder)
    place = _inspect(folder, twice).findings[0].places[0]
    assert place.chance == pytest.approx(4**0.8 / (4**0.8 + 1), abs=0.01), "a second look has no room here"
    doubted = Model(dataclasses.replace(model.card, fit={"slope": 1.0, "even": 0.9}), model.folder)
    place = _inspect(folder, doubted).findings[0].places[0]
    assert place.chance == pytest.approx(4 / (4 + 9), abs=0.01)
