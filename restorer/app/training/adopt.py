"""Gives a trained model to the catalog: proved in the engine, with a card that tells the truth about it."""

import contextlib
import dataclasses
import re
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from restorer.app.self_check import check_parity
from restorer.app.training.goals import Goal, Way
from restorer.app.training.runs import KEPT_FILE, Run
from restorer.app.training.state import TrainingState
from restorer.errors import ModelError, RestorerError
from restorer.inference.card import ModelCard, load_card, save_card
from restorer.inference.catalog import Catalog, Model

_LICENCE = "Yours: made on your computer, from your photos"
_WHAT = {
    Goal.SCANNER: "Removes the noise of one scanner",
    Goal.GRAIN: "Removes the grain of one film",
    Goal.COLOURS: "Proposes colours as they are in one album",
    Goal.WATERMARK: "Removes the watermark of one archive",
    Goal.INTACT: "Finds what does not look like the intact photos of one collection",
    Goal.RESTORE: "Restores photos like those of one collection",
}
_HOW = {
    Way.CLEAN: "from clean photos that were made old",
    Way.PAIRS: "from pairs of a noisy and a clean photo",
    Way.ALONE: "from noisy scans alone",
}


def adopt(run: Run, state: TrainingState, name: str, catalog: Catalog, user_models: Path) -> Model:
    """Put a finished run's model into ``user_models`` under a name and return it.

    Raises:
        ModelError: it computes something else in the engine than when it was trained.
        RestorerError: it cannot be written.
    """
    folder = run.place / "model"
    model = Model(load_card(folder), folder)
    check = check_parity(model)
    if not check.passed:
        raise ModelError(
            f"The new model does not compute rightly here: {check.detail}",
            "It is not offered. Train it anew.",
        )
    taken = {known.card.id for known in catalog.models()}
    kept = install(folder, described(model.card, run, state, name, taken), user_models)
    with contextlib.suppress(OSError):  # then it is offered once more
        (run.place / KEPT_FILE).touch()
    return kept


def described(card: ModelCard, run: Run, state: TrainingState, name: str, taken: set[str]) -> ModelCard:
    """Return the card with what is true of this run: what it learnt from, what it reached, and its limits."""
    photos = dict(state.photos)
    aside = photos.get("choosing", 0) + photos.get("judging", 0)
    trained_on = (
        f"{photos.get('training', 0)} photos of your own, {_HOW[run.way]}; {aside} more were kept aside",
        f"{state.minutes:.0f} minutes and {state.step} steps, begun on "
        f"{time.strftime('%d %B %Y', time.localtime(run.begun))}",
    )
    return dataclasses.replace(
        card,
        id=free_id(f"own-{run.goal}-{name}", taken),
        name=name,
        licence=_LICENCE,
        description=f"{_WHAT[run.goal]}, learnt {_HOW[run.way]}.",
        trained_on=trained_on,
        limits=_limits(run, state),
        scores=_scores(state),
    )


def install(source: Path, card: ModelCard, user_models: Path) -> Model:
    """Copy a model's files into ``user_models`` with another card; it appears complete or not at all.

    Raises:
        RestorerError: the folder cannot be written.
    """
    place, part = user_models / card.id, user_models / f".{card.id}.part"
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for name in (card.file, "check.npz"):
            if (source / name).exists():
                shutil.copyfile(source / name, part / name)
        save_card(card, part)
        part.replace(place)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise RestorerError(
            f"The model cannot be written to {place}: {error.strerror or error}.", "Make room on this disk."
        ) from error
    return Model(card, place)


def free_id(wanted: str, taken: set[str]) -> str:
    """Return an id that no model has, made of letters, digits and dashes."""
    plain = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")[:48] or "own"
    chosen, count = plain, 1
    while chosen in taken:
        count += 1
        chosen = f"{plain}-{count}"
    return chosen


def _limits(run: Run, state: TrainingState) -> tuple[str, ...]:
    limits = ["Made for photos like those it learnt from: on others the built-in model is the better choice."]
    if run.goal in (Goal.SCANNER, Goal.GRAIN):
        limits.append("JPEG artefacts were not taught anew.")
    if state.comparison and state.comparison.estimated:
        limits.append("How good it is was estimated from noisy photos: no clean ones were there to compare.")
    if sum(state.photos.values()) < 40:
        limits.append("It learnt from few photos.")
    return tuple(limits)


def _scores(state: TrainingState) -> tuple[Mapping[str, Any], ...]:
    found = state.comparison
    if found is None:
        return ()
    digits = 2 if found.measure == "psnr" else 3
    return (
        {
            "test_set": "your photos that were kept aside",
            "measure": "PSNR in dB" if found.measure == "psnr" else found.measure,
            "this_model": round(found.quality, digits),
            "built_in": round(found.rival, digits),
            "estimated": found.estimated,
        },
    )
