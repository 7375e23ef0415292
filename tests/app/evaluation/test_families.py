"""Each family's measuring, with finders, fillers and removers whose worth is known."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from numpy.typing import NDArray

from restorer.app.evaluation.damage import evaluate_filling, evaluate_finding, model_finder
from restorer.app.evaluation.denoising import evaluate, nothing, untouched
from restorer.app.evaluation.faces import evaluate_faces
from restorer.app.evaluation.pictures import Picture
from restorer.app.evaluation.watermarks import evaluate_removal, filling_remover, model_remover
from restorer.cli import evaluate_options
from restorer.inference.catalog import Model
from restorer.training.ageing import watermarks
from restorer.training.ageing.dust import Artefacts
from restorer.training.ageing.lettering import Fonts

Mask = NDArray[np.bool_]


@pytest.fixture
def pictures() -> list[Picture]:
    rows = np.linspace(0.2, 0.8, 128, dtype=np.float32)[:, None, None]
    return [np.broadcast_to(rows, (128, 160, 3)).copy() for _ in range(6)]


@pytest.fixture
def artefacts() -> Artefacts:
    mask = np.zeros((200, 200), np.uint8)
    mask[40:44, 20:180] = mask[100:160, 60:64] = 255
    return Artefacts({"hair": [mask]})


def test_one_photo_that_is_spoilt_shows_beside_the_mean(pictures: list[Picture]) -> None:
    pictures[3] = np.full_like(pictures[3], 0.9)

    def dims_the_bright(picture: Picture, sigma: float) -> Picture:
        return np.where(picture > 0.85, picture - np.float32(0.1), picture)

    methods = {"nothing": nothing, "dims": dims_the_bright}
    kept, dimmed = evaluate(pictures, [untouched()], methods)
    assert kept.figures["worst (dB)"] == kept.figures["PSNR (dB)"] > 60
    assert dimmed.figures["worst (dB)"] == pytest.approx(20, abs=0.3)
    assert dimmed.figures["PSNR (dB)"] > 60


def test_who_knows_the_photo_finds_the_damage(pictures: list[Picture], artefacts: Artefacts) -> None:
    def change(picture: Picture) -> NDArray[np.float32]:
        return np.abs(picture - pictures[0]).max(axis=2)

    def blind(picture: Picture) -> NDArray[np.float32]:
        return np.zeros(picture.shape[:2], np.float32)

    finders = {"change": change, "blind": blind}
    good, bad = evaluate_finding(pictures, artefacts, finders, thresholds={"change": 0.1})
    assert good.figures["AUROC"] > 0.9
    assert good.figures["AP"] > 0.6
    assert good.figures["F1"] > 0.5
    assert good.figures["flagged when clean (%)"] == 0
    assert bad.figures["AUROC"] == pytest.approx(0.5)
    assert bad.figures["F1"] == 0


def test_false_alarms_are_counted_on_the_clean_photos(pictures: list[Picture], artefacts: Artefacts) -> None:
    def half(picture: Picture) -> NDArray[np.float32]:
        alarm = np.zeros(picture.shape[:2], np.float32)
        alarm[: len(alarm) // 2] = 0.9
        return alarm

    (score,) = evaluate_finding(pictures, artefacts, {"half": half})
    assert score.figures["flagged when clean (%)"] == pytest.approx(50)
    assert score.figures["ECE"] > 0.3, "half of the pixels are called damaged with 90 %, and few of them are"


def test_a_models_scores_are_read_as_its_card_says() -> None:
    picture = np.full((32, 32, 3), 0.2, np.float32)
    picture[4:8, 4:8, 0] = 0.99  # a score of 0.9 to the family's finder
    model = FamilyCatalog().find("find-damage")
    doubted = Model(dataclasses.replace(model.card, fit={"slope": 1.0, "even": 0.95}), model.folder)
    plain, read = (model_finder(it, FamilyEngine())(picture)[5, 5] for it in (model, doubted))
    assert plain == pytest.approx(0.9, abs=0.01)
    assert read == pytest.approx(9 / (9 + 19), abs=0.01)
    twice = Model(dataclasses.replace(model.card, fit={"half": 0.6}), model.folder)
    looked = model_finder(twice, FamilyEngine())(picture)[5, 5]
    assert np.log(looked / (1 - looked)) == pytest.approx(np.log(9) / 1.3, abs=0.1), "a look has no room"


def test_a_filler_is_shown_nothing_of_what_is_masked(pictures: list[Picture], artefacts: Artefacts) -> None:
    def perfect(picture: Picture, mask: Mask) -> Picture:
        assert (picture[mask] == 0.5).all()
        return np.where(mask[..., None], pictures[0], picture)

    def lazy(picture: Picture, mask: Mask) -> Picture:
        return picture

    best, worst = evaluate_filling(pictures, artefacts, {"perfect": perfect, "lazy": lazy})
    assert best.figures["PSNR in the mask (dB)"] == 100
    assert worst.figures["PSNR in the mask (dB)"] < 30
    assert worst.figures["outside (dB)"] == 100


def test_a_perfect_remover_and_one_that_does_nothing(pictures: list[Picture]) -> None:
    files = sorted(Path("/usr/share/fonts").rglob("*.ttf"))[:1]
    if not files:
        pytest.skip("this machine has no fonts")
    perfect = filling_remover(lambda picture, mask: pictures[0])

    def nothing(picture: Picture, mask: Mask) -> tuple[Picture, NDArray[np.float32]]:
        return picture, np.zeros(mask.shape, np.float32)

    removers = {"perfect": perfect, "nothing": nothing}
    best, worst = evaluate_removal(pictures, Fonts(files, "★"), removers)
    assert best.figures["mask F1"] == pytest.approx(1)
    assert best.figures["PSNR in the mask (dB)"] == 100
    assert best.figures["gain (dB)"] > 50
    assert best.figures["flagged when clean (%)"] == 0
    assert (worst.figures["mask F1"], worst.figures["gain (dB)"]) == (0, 0)


@pytest.mark.parametrize(("wide", "removed"), [(40, True), (120, False)])
def test_a_model_is_measured_as_the_program_uses_it(wide: int, removed: bool) -> None:
    catalog = FamilyCatalog("find-marks", "repair-damage")
    remove = model_remover(catalog.find("find-marks"), FamilyEngine(), catalog)  # type: ignore[arg-type]
    marked = np.full((200, 300, 3), 0.5, np.float32)
    marked[40:160, 50 : 50 + wide, 2] = 1.0
    mask = marked[..., 2] == 1
    result, found = remove(marked, mask)
    if removed:
        assert np.abs(result[mask] - 0.25).max() < 0.01
        assert found[mask].min() > 0.5
    else:  # more than a fifth of the photo: then the network is lost, and the program takes nothing of it
        assert np.abs(result - marked).max() < 0.01
        assert not found.any()


def test_kinds_of_marks_are_measured_alone(pictures: list[Picture]) -> None:
    covered = []

    def look(picture: Picture, mask: Mask) -> tuple[Picture, NDArray[np.float32]]:
        covered.append(mask.mean())
        return picture, mask.astype(np.float32)

    bands, dates = (
        next(evaluate_removal(pictures, Fonts([], ""), {"looks": look}, kinds=[kind]))
        for kind in ("guilloche", "date")  # which need no fonts
    )
    assert (bands.case, dates.case) == ("guilloche", "date")
    middle = len(covered) // 2
    assert sum(covered[:middle]) > 3 * sum(covered[middle:]), "waves cover more than dates do"


def test_the_command_knows_every_kind_of_mark() -> None:
    assert tuple(watermarks.MARKS) == evaluate_options.MARKS


def test_faces_are_counted_in_photos_as_they_are_and_small(pictures: list[Picture]) -> None:
    def sharp_eyed(picture: Picture) -> int:
        return 2 if max(picture.shape[:2]) == 320 else 0

    doubled = [np.kron(picture, np.ones((2, 2, 1), np.float32)) for picture in pictures]
    large, small = evaluate_faces(doubled, {"sharp-eyed": sharp_eyed})
    assert large.figures == {"photos with a face (%)": 100.0, "faces in a photo": 2.0}
    assert small.figures == {"photos with a face (%)": 0.0, "faces in a photo": 0.0}
    assert small.pictures == 6
