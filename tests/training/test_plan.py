"""Training recipes: read, or refused in a sentence."""

from pathlib import Path

import pytest

from restorer import paths
from restorer.errors import InvalidRecipe
from restorer.training.plan import TrainingPlan, load_plan


def _plan_file(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "recipe.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_shipped_recipe_is_a_plan() -> None:
    recipes = sorted((paths.bundled_models() / "recipes").glob("*.toml"))
    assert recipes
    for recipe in recipes:
        plan = load_plan(recipe)
        assert plan.description
        assert plan.trained_on
        assert plan.limits


def test_a_plan_knows_the_sizes_of_its_networks() -> None:
    plan = TrainingPlan("x", "watermark", finder_widths=(8,) * 5, code=4, dilations=(1, 2), crop=128)
    assert plan.multiple_of == 32
    assert (plan.shape.code, plan.shape.dilations) == (4, (1, 2))
    with pytest.raises(InvalidRecipe, match="one count of encoder blocks"):
        _ = plan.finder
    with pytest.raises(InvalidRecipe, match="needs finder_widths"):
        _ = TrainingPlan("x", "watermark").finder


def test_lists_become_tuples_and_defaults_count(tmp_path: Path) -> None:
    plan = load_plan(_plan_file(tmp_path, 'name = "x"\ntask = "denoise"\nwidths = [16, 32, 64, 128]\n'))
    assert plan.widths == (16, 32, 64, 128)
    assert plan.crop == 128


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not toml at all", "cannot be read"),
        ('name = "x"', "incomplete"),
        ('name = "x"\ntask = "denoise"\nlearning = 3', "unknown entries: learning"),
        ('name = "x"\ntask = "denoise"\ncrop = 100', "not a multiple of 16"),
        ('name = "x"\ntask = "denoise"\nsteps = 0', "at least one step"),
        ('name = "x"\ntask = "denoise"\nloss = "luck"', "no loss “luck”"),
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InvalidRecipe, match=message):
        load_plan(_plan_file(tmp_path, text))


def test_a_missing_recipe_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecipe, match="cannot be read"):
        load_plan(tmp_path / "nowhere.toml")
