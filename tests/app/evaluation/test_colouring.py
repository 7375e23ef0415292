"""Colourizers are measured as the program colours, beside what needs no network; so is how sure they are."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import tiny_family
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.app.evaluation.colour_calibration import Aside, fit_colours
from restorer.app.evaluation.colouring import (
    Sureness,
    as_grey,
    dabs,
    evaluate_colouring,
    mean_colour,
    quarter_colours,
    toned,
)
from restorer.app.evaluation.pictures import Picture
from restorer.cli import evaluate_command
from restorer.errors import InvalidRecipe, PhotoError
from restorer.inference.card import load_card, save_card
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo.oklab import from_srgb, to_srgb
from restorer.restoration.colorize import Colouring, find_colours
from restorer.restoration.recolour import whole_luma

WARM = 0.05, 0.03
"""What the tiny colourizer answers everywhere (OKLab)."""


def _picture(colour: tuple[float, float] = WARM, size: tuple[int, int] = (80, 100)) -> Picture:
    lightness = np.broadcast_to(np.linspace(0.4, 0.7, size[1], dtype=np.float32), size)
    colours = np.broadcast_to(np.asarray(colour, np.float32), (*size, 2))
    return np.clip(to_srgb(np.concatenate([lightness[..., None], colours], axis=2)), 0, 1)


@pytest.fixture
def model(tmp_path: Path) -> Model:
    return next(it for it in tiny_family.write_family(tmp_path / "models") if it.card.id == "colorize")


def _scores(pictures: list[Picture], model: Model) -> dict[str, dict[str, float]]:
    catalog = Catalog([model.folder.parent])
    scores = evaluate_colouring(pictures, model, Engine("cpu"), catalog)
    return {f"{it.case}: {it.method}": dict(it.figures) for it in scores}


def test_who_knows_the_colours_beats_grey_and_who_does_not_is_beaten(model: Model) -> None:
    right = _scores([_picture()], model)
    assert right["colour: left grey"]["over grey (dB)"] == 0
    assert right["colour: left grey"]["colourfulness"] == 0
    assert right["colour: Colorize, as meant"]["PSNR (dB)"] > 40
    true = right["colour: the photos themselves"]["colourfulness"]
    assert right["colour: Colorize, as meant"]["colourfulness"] == pytest.approx(true, abs=1)
    wrong = _scores([_picture((-0.08, 0.06))], model)
    assert wrong["colour: Colorize, as meant"]["over grey (dB)"] < -1
    assert wrong["colour: Colorize, faithful"]["over grey (dB)"] < 0


def test_black_and_white_photos_are_no_measure_of_colours(model: Model) -> None:
    grey = np.repeat(_picture().mean(axis=2, keepdims=True), 3, axis=2)
    assert _scores([grey, _picture(), grey], model) == _scores([_picture()], model)
    with pytest.raises(PhotoError, match="has colours"):
        _scores([grey], model)


def test_the_more_hints_the_nearer(model: Model) -> None:
    patches = [
        _picture(colour, (40, 40)) for colour in ((-0.08, 0.06), (0.02, -0.12), (0.0, 0.0), (0.1, 0.05))
    ]
    picture = np.vstack([np.hstack(patches[:2]), np.hstack(patches[2:])])
    scores = _scores([picture], model)
    names = ("as meant", "one hint", "10 hints", "50 hints")
    quality = [scores[f"colour: Colorize, {name}"]["PSNR (dB)"] for name in names]
    assert quality == sorted(quality)
    assert quality[1] + 2 < quality[3]


def test_grey_is_what_a_photo_program_makes_of_it() -> None:
    picture = np.random.default_rng(1).random((20, 30, 3), np.float32)
    photo = as_grey(picture)
    assert (photo.pixels.shape, photo.pixels.dtype) == ((20, 30, 1), np.uint8)
    expected = np.asarray(Image.fromarray(np.rint(picture * 255).astype(np.uint8)).convert("L"), int)
    assert np.abs(photo.pixels[..., 0] - expected).max() <= 1


def test_a_tone_keeps_the_luma_and_none_is_grey() -> None:
    photo = as_grey(_picture())
    np.testing.assert_array_equal(toned(photo, (0.0, 0.0)), np.repeat(photo.pixels, 3, axis=2))
    result = toned(photo, (0.02, 0.05))
    np.testing.assert_array_equal(whole_luma(result), photo.pixels[..., 0])
    np.testing.assert_allclose(from_srgb(result[40, 50] / np.float32(255))[1:], [0.02, 0.05], atol=0.01)


def test_the_mean_colour_is_that_of_the_training(model: Model) -> None:
    assert mean_colour(model) == (0, 0)
    recipe = {"palette": [[0.1, 0.0], [0.0, 0.2]], "prior": [0.25, 0.75]}
    stated = Model(
        FamilyCatalog().find("colorize").card.__class__(**{**vars(model.card), "recipe": recipe}),
        model.folder,
    )
    assert mean_colour(stated) == pytest.approx((0.025, 0.15))


def test_hints_have_the_colours_of_their_places_and_the_first_stay_the_first() -> None:
    picture = np.zeros((60, 90, 3), np.float32)
    picture[:, 45:, 0] = 1
    hints = dabs(picture, 30, np.random.default_rng(1))
    assert hints[:5] == dabs(picture, 30, np.random.default_rng(1))[:5]
    for hint in hints:
        assert 0 <= hint.row < 60
        if abs(hint.column - 45) > 2:
            assert hint.colour == ((1, 0, 0) if hint.column > 45 else (0, 0, 0))


def _seen(picture: Picture) -> Colouring:
    return find_colours(as_grey(picture).pixels, FamilyCatalog().find("colorize"), FamilyEngine())


def test_being_surer_than_right_is_an_error_of_just_so_much() -> None:
    # On the left it is wholly sure of the palette's second colour; on the right 40 % of the fourth.
    left, right = (0.1, 0.05), (0.02, -0.12)
    picture = np.concatenate([_picture(left, (80, 50)), _picture(right, (80, 50))], axis=1)
    always = Sureness()
    always.add(_seen(picture), picture)
    assert always.right == pytest.approx(1, abs=0.05)
    assert always.error == pytest.approx(0.5 * 0.6, abs=0.05)
    wrong = _picture((-0.08, 0.06))
    never = Sureness()
    never.add(_seen(wrong), wrong)
    assert never.right == 0
    assert never.error == pytest.approx(never.sure)
    assert never.sure == pytest.approx(0.5 * (1 + 0.4), abs=0.05)


def test_colours_that_look_alike_are_one() -> None:
    palette = np.array([[0.0, 0.0], [0.03, 0.0], [0.1, 0.0]], np.float32)
    chances = np.broadcast_to(np.array([0.5, 0.3, 0.2], np.float32)[:, None, None], (3, 4, 4))
    seen = dataclasses.replace(_seen(_picture(size=(16, 16))), palette=palette, chances=chances)
    alike = Sureness()
    alike.add(seen, _picture((0.03, 0.0), (16, 16)))
    assert (alike.sure, alike.right) == (pytest.approx(0.8), 1)


def test_true_colours_are_the_means_of_what_a_chance_stands_for() -> None:
    picture = _picture(size=(30, 41))
    colours = quarter_colours(picture, 256)
    assert colours.shape == (2, 7, 10)
    np.testing.assert_allclose(colours[0], WARM[0], atol=1e-3)


@pytest.fixture
def trained(model: Model, tmp_path: Path) -> tuple[Model, Path]:
    """A colourizer with a recipe, and the folder that it was trained on: all of it is kept aside."""
    recipe = {"name": "Colorize", "task": "colorize", "shares": {"attic": 1.0}, "validation_share": 1.0}
    card = dataclasses.replace(model.card, recipe={**model.card.recipe, **recipe})
    save_card(card, model.folder)
    folder = tmp_path / "photos"
    (folder / "attic").mkdir(parents=True)
    for index, colour in enumerate(([(0.1, 0.05)] * 5) + [(-0.08, 0.06)] * 3 + [(0.0, 0.0), (0.02, -0.12)]):
        pixels = np.rint(_picture(colour) * 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / "attic" / f"{index}.png")
    return Model(load_card(model.folder), model.folder), folder


def test_who_is_as_sure_as_right_is_doubted_a_little(trained: tuple[Model, Path]) -> None:
    model, folder = trained  # its chances are .1, .5, .3 and .1, as often as these colours come
    found = fit_colours(Aside(folder, model), model, Engine("cpu"))
    assert 1 < found.fit.temperature < 1.3
    assert set(found.sizes) >= {128, 256}
    assert found.drawn_back[1.0] != found.drawn_back[0.0]


def test_who_is_always_right_may_be_surer(trained: tuple[Model, Path]) -> None:
    model, folder = trained
    for path in (folder / "attic").glob("[5-9].png"):
        path.unlink()
    found = fit_colours(Aside(folder, model), model, Engine("cpu"))
    assert found.fit.temperature == 0.5
    assert found.vivid[1.0] >= found.vivid[1.6]


def test_photos_are_muted_as_the_training_mutes_them(trained: tuple[Model, Path]) -> None:
    model, folder = trained
    card = dataclasses.replace(model.card, recipe={**model.card.recipe, "saturation": [0.0, 0.0]})
    muted = Model(card, model.folder)
    found = fit_colours(Aside(folder, muted, limit=2), muted, Engine("cpu"))
    assert found.fit.drawn_back == 1  # without colours, all that is drawn back is won
    assert found.drawn_back[1.0] > found.drawn_back[0.0]


def test_photos_that_cannot_be_read_are_left_out_unless_all_are(trained: tuple[Model, Path]) -> None:
    model, folder = trained
    *bad, last = sorted((folder / "attic").iterdir())
    for path in bad:
        path.write_bytes(b"")
    left: set[Path] = set()
    fit_colours(Aside(folder, model, left_out=lambda path, error: left.add(path)), model, Engine("cpu"))
    assert left == set(bad)
    last.write_bytes(b"")
    with pytest.raises(PhotoError, match="None of the photos"):
        fit_colours(Aside(folder, model), model, Engine("cpu"))


def test_a_card_without_a_recipe_cannot_be_fitted(model: Model, tmp_path: Path) -> None:
    with pytest.raises(InvalidRecipe, match="how it was made"):
        Aside(tmp_path, model)


def test_the_command_measures_and_writes_the_card(
    trained: tuple[Model, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model, folder = trained
    monkeypatch.setattr(evaluate_command.paths, "user_models", lambda: model.folder.parent)
    monkeypatch.setattr(evaluate_command.paths, "bundled_models", lambda: model.folder.parent / "none")
    assert main(["evaluate", str(folder / "attic"), "--model", "colorize", "--limit", "2"]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line.startswith("case")]
    assert heads == [
        "case\tmethod\tPSNR (dB)\tover grey (dB)\tcolourfulness\tpictures",
        "case\tmethod\tsure (%)\tright (%)\tECE\tpictures",
    ]
    calibrating = ["evaluate", str(folder), "--model", "colorize", "--calibrate", "--limit", "2"]
    assert main([*calibrating, "--write-card", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert load_card(model.folder).fit == found["fit"]
    assert main(calibrating) == 0
    assert "longest\t" in capsys.readouterr().out
