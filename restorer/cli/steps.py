"""From options to a recipe: the steps, and what belongs to one photo (masks, hints)."""

import argparse
import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from restorer.app import mask_files
from restorer.app.mask_files import read_mask
from restorer.app.sidecar import may_be_of
from restorer.errors import InvalidRecipe, ModelError
from restorer.inference.card import Task
from restorer.inference.catalog import Catalog
from restorer.photo import Box, Photo, check_target
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe, load_recipe, preset
from restorer.restoration.rendition import Rendition
from restorer.restoration.stages import sparing_faces, watermark_step
from restorer.restoration.steps import (
    Colorize,
    Denoise,
    General,
    Hint,
    MaskStep,
    RemoveWatermark,
    RepairDamage,
    Step,
)

_NAMED = ("general", "denoise", "repair_damage", "remove_watermark", "colorize")
"""The options that name a step."""

_SETTINGS = (
    "strength",
    "coarse",
    "spare_faces",
    "model",
    "wrong_repairs",
    "vividness",
    "saturation",
    "warmth",
)
"""Those that say how; None where nothing was said."""


Say = Callable[[str], None]
"""Tells the user something."""


def recipe_of(options: argparse.Namespace, catalog: Catalog, say: Say) -> Recipe:
    """Return the recipe that the options say, without what belongs to another photo, which is said.

    Only a recipe for one photo (`restore`) keeps what was painted, pinned or judged in one: if it is written
    in a file of its own, or if the sidecar that it lies in is that photo's.

    Raises:
        InvalidRecipe: they say none, contradict each other, or name a file that is no recipe.
        ModelError: nothing can find the watermarks that are to go.
    """
    if options.recipe is not None:
        recipe = load_recipe(options.recipe)
        photo = getattr(options, "photo", None)
        if photo is not None and may_be_of(options.recipe, photo):
            return recipe
        for sentence in _left_behind(recipe, options):
            say(sentence)
        return preset(recipe)
    named = [name for name in _NAMED if getattr(options, name)]
    if not named:
        raise InvalidRecipe(
            "There is nothing to do.", hint="Say a step, for instance --denoise, or --auto, or give --recipe."
        )
    if options.model is not None and len(named) > 1:
        raise InvalidRecipe(
            "--model says which network to use for one step, and several steps are named.",
            hint="Name one step, or write a recipe.",
        )
    if options.coarse and "general" not in named:
        raise InvalidRecipe("--coarse is about worn prints.", hint="Add --general.")
    recipe = Recipe(tuple(_step(name, options, catalog) for name in named))
    return recipe if options.spare_faces is False else sparing_faces(recipe, catalog)


def wanted_recipe(options: argparse.Namespace, catalog: Catalog, say: Say) -> Recipe | None:
    """Return the recipe that the options say, or None if the photo is to say what it needs.

    Raises:
        InvalidRecipe: the options say nothing, or contradict each other.
    """
    check_choice(options)
    return None if options.auto else recipe_of(options, catalog, say)


def _left_behind(recipe: Recipe, options: argparse.Namespace) -> Iterator[str]:
    """Yield sentences about what a recipe says of one photo and is not used on another."""
    masked = [step for step in recipe.active if isinstance(step, MaskStep)]
    name = options.recipe.name
    if any(step.edits is not None and not step.edits.empty for step in masked):
        yield f"The mask in “{name}” was made for another photo; it is not used here."
        if not any(step.finding for step in masked) and getattr(options, "mask", None) is None:
            yield "So there is nothing to repair; give a mask of this photo with --mask."
    if any(step.accepted or step.rejected for step in masked):
        yield f"The verdicts on repairs in “{name}” are about another photo; they are not used here."
    colours = recipe.step(Colorize)
    if colours is not None and colours.hints:
        yield f"The known colours in “{name}” are those of another photo; they are not used here."


def check_choice(options: argparse.Namespace) -> None:
    """Refuse steps and settings beside what chooses its own, rather than to leave them out in silence.

    Raises:
        InvalidRecipe: there are such.
    """
    if not options.auto and options.recipe is None:
        return
    chooser = "--auto" if options.auto else "--recipe"
    if any(getattr(options, name) for name in _NAMED) or (options.auto and options.recipe is not None):
        raise InvalidRecipe(f"{chooser} chooses the steps itself.", f"Leave out the steps, or {chooser}.")
    said = [f"--{name.replace('_', '-')}" for name in _SETTINGS if getattr(options, name) is not None]
    if said:
        raise InvalidRecipe(
            f"{said[0]} is a setting of steps that are named, and {chooser} chooses them itself.",
            f"Name the steps, for instance --denoise, or leave out {said[0]}.",
        )


def for_photo(recipe: Recipe, options: argparse.Namespace, photo: Photo) -> Recipe:
    """Return the recipe with the mask and the hints that the options name.

    What could not be written after the work is refused before it.

    Raises:
        InvalidRecipe, PhotoError: a file cannot be read, does not fit the photo, or there is no step for it.
    """
    if options.mask is not None:
        step = _masked_step(recipe, "--mask")
        edits = Edits(read_mask(options.mask, (photo.height, photo.width)), Mask((photo.height, photo.width)))
        recipe = recipe.with_step(dataclasses.replace(step, edits=edits, finding=False))
    if options.mask_out is not None:
        _masked_step(recipe, "--mask-out")
        check_target(photo, options.mask_out, overwrite=options.overwrite)
    if options.hints is not None:
        colours = recipe.step(Colorize)
        if colours is None:
            raise InvalidRecipe("Hints are for colouring.", hint="Add --colorize.")
        hints = read_hints(options.hints)
        for hint in hints:
            if not (0 <= hint.row < photo.height and 0 <= hint.column < photo.width):
                raise InvalidRecipe(
                    f"A hint is at row {hint.row:g}, column {hint.column:g}, outside the photo of "
                    f"{photo.width} × {photo.height} pixels.",
                    hint="Count rows from the top and columns from the left, both from 0.",
                )
        recipe = recipe.with_step(dataclasses.replace(colours, hints=hints))
    return recipe


def write_mask(path: Path, rendition: Rendition, recipe: Recipe, *, overwrite: bool) -> None:
    """Write what a recipe repairs as an 8-bit picture: white is repaired.

    Raises:
        InvalidRecipe: the recipe repairs nothing, or has two masks.
        PhotoError: the file cannot be written.
    """
    step = _masked_step(recipe, "--mask-out")
    values = rendition.mask(step, 0, Box(0, 0, *rendition.size))
    mask_files.write_mask(values, rendition.photo, path, overwrite=overwrite)


def read_hints(path: Path) -> tuple[Hint, ...]:
    """Read colours that are known: a JSON list of places and colours.

    Raises:
        InvalidRecipe: the file cannot be read, or holds something else.
    """
    try:
        return tuple(_hint(entry) for entry in json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        reason = error.strerror or error
        raise InvalidRecipe(f"The hints “{path}” cannot be read: {reason}.", "Name another file.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InvalidRecipe(
            f"{path} holds no hints.",
            hint='Write a list like [{"row": 120, "column": 80, "colour": "#3a5fcd", "radius": 10}].',
        ) from error


def _hint(entry: dict[str, Any]) -> Hint:
    text = str(entry["colour"]).removeprefix("#")
    if len(text) != 6:
        raise ValueError(text)
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return Hint(
        float(entry["row"]), float(entry["column"]), (red, green, blue), float(entry.get("radius", 0))
    )


def _masked_step(recipe: Recipe, option: str) -> MaskStep:
    steps = [step for step in recipe.active if isinstance(step, MaskStep)]
    if len(steps) == 1:
        return steps[0]
    said = "there are two" if steps else "there is none"
    raise InvalidRecipe(
        f"{option} belongs to one step that repairs, and {said}.",
        hint="Say either --repair-damage or --remove-watermark.",
    )


def _step(name: str, options: argparse.Namespace, catalog: Catalog) -> Step:
    repairs = _given(options, strength=100, wrong_repairs=1)
    match name:
        case "general":
            return General(**_given(options, strength=100), coarse=bool(options.coarse))
        case "denoise":
            return Denoise(**_given(options, strength=100))
        case "repair_damage":
            return RepairDamage(**repairs)
        case "remove_watermark":
            step = watermark_step(catalog.models(Task.WATERMARK), RemoveWatermark(**repairs))
            if step.finding:
                return step
            if getattr(options, "mask", None) is None:  # a batch has none
                raise ModelError(
                    "No model that finds watermarks is installed.",
                    hint="Say where they are with --mask, and they are filled from what lies around.",
                )
            return step
        case _:
            return Colorize(**_given(options, strength=100, vividness=100, saturation=100, warmth=100))


def _given(options: argparse.Namespace, **parts: float) -> dict[str, Any]:
    """Return those settings of a step that were said, each divided by its ``parts``; the others are usual."""
    said = {name: getattr(options, name) for name in parts}
    given: dict[str, Any] = {
        name: said[name] / part for name, part in parts.items() if said[name] is not None
    }
    return given if options.model is None else given | {"model": options.model}
