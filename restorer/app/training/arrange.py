"""Makes of a folder's report, a goal and the choices what the training child is told."""

import dataclasses
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from restorer.app.training.choices import Choices
from restorer.app.training.goals import GOALS, Goal, Way
from restorer.app.training.report import FolderReport, PhotoFacts, Prospect, prospect
from restorer.errors import InvalidRecipe, ModelError
from restorer.inference.catalog import Catalog, Model
from restorer.training.order import Files, Order
from restorer.training.plan import TrainingPlan, load_plan, plan_of

RECIPES = "recipes"
_ASIDE = 0.16  # of the photos: half of them choose the best network, the other half judge it
_FEWEST_ASIDE = 4
_RATE_ALONE = 1e-4

Item = TypeVar("Item")


def base_plan(goal: Goal, catalog: Catalog, recipes: Path) -> tuple[TrainingPlan, Model | None]:
    """Return the plan of the built-in model for a goal, and the model if it is installed.

    ``recipes`` holds the recipes of the models that the program knows, for those that are not installed.

    Raises:
        InvalidRecipe: neither is there.
    """
    name = GOALS[goal].builtin
    try:
        model = catalog.find(name)
    except ModelError:
        return load_plan(recipes / f"{name}.toml"), None
    return plan_of(model.card.recipe), model


def arrange(
    report: FolderReport,
    goal: Goal,
    choices: Choices,
    base: tuple[TrainingPlan, Model | None],
    *,
    way: Way | None = None,
    clean: Sequence[Path] = (),
    mark: Path | None = None,
) -> Order:
    """Return the order for a training run.

    ``clean`` are clean photos from elsewhere, to be made noisy like the scans of the folder; ``mark`` is a
    picture of the watermark to learn, with transparency (`shown_mark`).

    Raises:
        InvalidRecipe: the choices do not go together, or the watermark is missing.
    """
    if goal is Goal.WATERMARK and mark is None:
        raise InvalidRecipe(
            "The watermark to be removed has to be shown.", "Choose a picture of it, or photos that bear it."
        )
    if clean:
        way = Way.CLEAN
    expected = prospect(report, goal, way)
    plan, model = base
    if model is None:  # there is nothing to start from
        choices = dataclasses.replace(choices, from_builtin=False)
    starts = model is not None and choices.from_builtin and not choices.changes_shape(plan)
    taught = _for_task(choices.applied(plan, expected.way), goal, expected.way, starts=starts)
    training, choosing, judging = _sides(report, expected, goal, clean)
    needs_scans = goal in (Goal.SCANNER, Goal.GRAIN) and expected.way is not Way.PAIRS
    return Order(
        taught,
        training,
        choosing,
        judging,
        scans=tuple(photo.path for photo in report.noisy or report.usable) if needs_scans else (),
        rival=model.folder if model else None,
        start_from_rival=starts,
        mark=mark,
        grain_only=goal is Goal.GRAIN,
    )


def split(items: Sequence[Item], names: Sequence[str]) -> tuple[list[Item], list[Item], list[Item]]:
    """Part photos into those to learn from, to choose the best network by, and to judge it by.

    By their names alone, so that a photo stays on its side when others come or go.
    """
    order = sorted(range(len(items)), key=lambda index: zlib.crc32(names[index].encode()))
    aside = max(_FEWEST_ASIDE, round(_ASIDE * len(items)))
    kept_aside, rest = order[:aside], sorted(order[aside:])
    halves = (kept_aside[0::2], kept_aside[1::2])
    return [items[i] for i in rest], [items[i] for i in halves[0]], [items[i] for i in halves[1]]


def _sides(
    report: FolderReport, expected: Prospect, goal: Goal, clean: Sequence[Path]
) -> tuple[Files, Files, Files]:
    if expected.way is Way.PAIRS:
        names = [pair[0].name for pair in report.pairs]
        parts = split(report.pairs, names)
        return Files(pairs=tuple(parts[0])), Files(pairs=tuple(parts[1])), Files(pairs=tuple(parts[2]))
    photos = list(clean) or [photo.path for photo in _material(report, expected, goal)]
    sides = split(photos, [path.name for path in photos])
    return Files(tuple(sides[0])), Files(tuple(sides[1])), Files(tuple(sides[2]))


def _material(report: FolderReport, expected: Prospect, goal: Goal) -> list[PhotoFacts]:
    """The photos to learn from; all of them where too few are of the right kind, for the verdict to tell."""
    if goal is Goal.COLOURS:
        chosen = [photo for photo in report.usable if photo.coloured]
    elif expected.way is Way.ALONE:
        chosen = list(report.noisy)
    else:
        chosen = list(report.clean)
    return chosen if len(chosen) > 2 * _FEWEST_ASIDE else list(report.usable)


def _for_task(plan: TrainingPlan, goal: Goal, way: Way, *, starts: bool) -> TrainingPlan:
    task = GOALS[goal].ways[way if way in GOALS[goal].ways else Way.CLEAN]
    rate = min(plan.learning_rate, _RATE_ALONE) if way is Way.ALONE and starts else plan.learning_rate
    frozen = () if goal is Goal.INTACT else plan.frozen  # of that network every part has to see the folder
    return dataclasses.replace(plan, task=task, learning_rate=rate, frozen=frozen)
