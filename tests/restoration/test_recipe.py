"""Recipes: what may be written down, and what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest

from restorer.app.provenance import summary
from restorer.errors import InvalidRecipe
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe, load_recipe, save_recipe
from restorer.restoration.steps import Colorize, Denoise, General, Hint, RemoveWatermark, RepairDamage


def test_a_recipe_survives_being_written_down() -> None:
    recipe = Recipe((Denoise(0.35, "my-scanner"),))
    assert Recipe.from_json(recipe.to_json()) == recipe


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"format": 1}',
        '{"format": 1, "steps": 5}',
        '{"format": 1, "steps": [{"strength": 0.5}]}',
        '{"format": 1, "steps": [{"step": "denoise", "strength": "much"}]}',
        '{"format": 1, "steps": [{"step": "denoise", "strangth": 0.5}]}',
        '{"format": 1, "steps": [{"step": "denoise", "strength": NaN}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_recipe_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InvalidRecipe) as caught:
        Recipe.from_json(text)
    assert caught.value.hint


def test_the_mark_that_editors_put_before_text_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(Recipe((Denoise(0.5),)).to_json(), encoding="utf-8-sig")
    assert load_recipe(tmp_path / "a.json") == Recipe((Denoise(0.5),))


def test_a_newer_recipe_says_that_it_is_newer() -> None:
    with pytest.raises(InvalidRecipe, match="format 3"):
        Recipe.from_json(json.dumps({"format": 3, "steps": []}))


def test_an_unknown_step_is_named() -> None:
    with pytest.raises(InvalidRecipe, match="sharpen"):
        Recipe.from_json(json.dumps({"format": 1, "steps": [{"step": "sharpen"}]}))


@pytest.mark.parametrize("strength", [-0.1, 1.1, float("nan")])
def test_strength_stays_within_its_range(strength: float) -> None:
    with pytest.raises(InvalidRecipe):
        Denoise(strength)


def _full() -> Recipe:
    added = np.zeros((300, 400), np.uint8)
    added[20:40, 250:300] = 200
    edits = Edits(Mask.of(added), Mask((300, 400)))
    damage = RepairDamage(
        0.5,
        wrong_repairs=3,
        accepted=((1, 2),),
        rejected=((3, 4), (5, 6)),
        judged_on=(300, 400),
        edits=edits,
    )
    colours = Colorize(0.9, vividness=0.2, warmth=-0.5, hints=(Hint(10.5, 20, (0.1, 0.2, 0.3), 4),))
    return Recipe((colours, Denoise(0.3, enabled=False), General(tones=False), damage, RemoveWatermark()))


def test_steps_stand_in_the_order_in_which_they_run() -> None:
    kinds = [RemoveWatermark, RepairDamage, Denoise, General, Colorize]
    assert [type(step) for step in _full().steps] == kinds
    with pytest.raises(InvalidRecipe, match="at most once"):
        Recipe((Denoise(), Denoise(0.5)))


def test_all_that_can_be_set_survives_being_written_down() -> None:
    recipe = _full()
    again = Recipe.from_json(recipe.to_json())
    damage, was = again.step(RepairDamage), recipe.step(RepairDamage)
    assert damage is not None
    assert was is not None
    assert damage.edits is not None
    assert was.edits is not None
    np.testing.assert_array_equal(damage.edits.added.whole(), was.edits.added.whole())
    assert damage.edits.removed.empty
    assert again.with_step(was) == recipe


def test_a_recipe_without_coarse_wear_is_written_as_ever_for_older_programs() -> None:
    plain, coarse = Recipe((General(),)), Recipe((General(coarse=True),))
    assert "coarse" not in plain.to_json()
    assert Recipe.from_json(plain.to_json()) == plain
    assert Recipe.from_json(coarse.to_json()) == coarse
    with pytest.raises(InvalidRecipe):
        Recipe.from_json(coarse.to_json().replace('"coarse": true', '"coarse": 1'))


def test_recipes_of_the_first_format_are_read() -> None:
    text = '{"format": 1, "steps": [{"step": "denoise", "strength": 0.4, "model": "mine"}]}'
    assert Recipe.from_json(text) == Recipe((Denoise(0.4, "mine"),))


def test_a_preset_is_for_any_photo(tmp_path: Path) -> None:
    save_recipe(_full(), tmp_path / "preset.json")
    preset = load_recipe(tmp_path / "preset.json")
    assert preset.step(RepairDamage) == RepairDamage(0.5, wrong_repairs=3)
    assert preset.step(Colorize) == Colorize(0.9, vividness=0.2, warmth=-0.5)
    assert list(tmp_path.iterdir()) == [tmp_path / "preset.json"]


def test_a_step_with_nothing_to_do_is_not_active() -> None:
    idle = General(detail=False, tones=False)
    assert Recipe((idle,)).active == ()
    assert Recipe((Denoise(), idle)).active == (Denoise(),)
    assert summary(Recipe((idle,))) == "Nothing was changed."


def test_a_disabled_step_needs_no_model() -> None:
    assert "denoise" not in _full().models
    assert Recipe((RepairDamage(finding=False),)).models == ("repair-damage",)


@pytest.mark.parametrize(
    "step",
    [
        {"step": "damage", "wrong_repairs": 0},
        {"step": "damage", "accepted": [[1]]},
        {"step": "damage", "edits": {"height": 10, "width": 10, "added": [{"at": [0, 0], "values": "!"}]}},
        {
            "step": "damage",
            "edits": {"height": 9, "width": 9, "added": [{"at": [0, 0], "values": "AAAA"}], "removed": []},
        },
        {"step": "colorize", "warmth": 2},
        {"step": "colorize", "hints": [{"row": 1}]},
    ],
)
def test_settings_that_make_no_sense_are_refused(step: dict[str, object]) -> None:
    with pytest.raises(InvalidRecipe):
        Recipe.from_json(json.dumps({"format": 2, "steps": [step]}))


@pytest.mark.parametrize(
    "step",
    [
        {"step": "denoise", "model": ["denoise"]},
        {"step": "denoise", "model": {"a": 1}},
        {"step": "denoise", "enabled": "no"},
        {"step": "damage", "rejected": [[1e400, 2]]},
        {"step": "colorize", "hints": [{"row": 10**400, "column": 1, "colour": [0, 0, 0]}]},
        {"step": "colorize", "hints": [{"row": 1, "column": 1, "colour": [0, 0, float("nan")]}]},
        {"step": "colorize", "hints": [{"row": 1, "column": 1, "colour": [0, 0, 9]}]},
        {"step": "colorize", "hints": [{"row": 1, "column": 1, "colour": [0, 0, 0], "radius": 1e300}]},
        {"step": "damage", "edits": {"height": 10**9, "width": 10**9, "added": [], "removed": []}},
        {"step": "damage", "edits": {"height": -1, "width": 1, "added": [], "removed": []}},
        {"step": "x" * 100_000},
        {"step": "denoise", "strength": 10**400},
    ],
)
def test_senseless_values_are_refused_in_a_short_sentence(step: dict[str, object]) -> None:
    with pytest.raises(InvalidRecipe) as caught:
        Recipe.from_object({"format": 2, "steps": [step]})
    assert caught.value.hint
    assert len(caught.value.message) < 200


def test_tiles_outside_of_a_photo_are_not_unpacked() -> None:
    added = np.full((300, 400), 255, np.uint8)
    content = Recipe((RepairDamage(edits=Edits(Mask.of(added), Mask.of(added))),)).to_object()
    tiles = content["steps"][0]["edits"]["added"]
    tiles.append({**tiles[0], "at": [500, 500]})
    with pytest.raises(InvalidRecipe):
        Recipe.from_object(content)


def test_a_file_of_gigabytes_is_no_recipe(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(3 << 30)
    with pytest.raises(InvalidRecipe, match="too large"):
        load_recipe(path)
