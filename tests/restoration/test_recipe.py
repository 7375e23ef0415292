"""Recipes: what may be written down, and what is refused."""

import json

import pytest

from restorer.errors import InvalidRecipe
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise


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
