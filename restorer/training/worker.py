"""The training child's main: a recipe and a folder in, one JSON line per event out, and a model at the end.

    python -m restorer.training.worker --order FOLDER [--polite]

    python -m restorer.training.worker RECIPE.toml --photos FOLDER [--artefacts FOLDER] [--faces FILE]
        --output FOLDER [--start-from WEIGHTS] [--part-from PART=WEIGHTS] [--minutes M]

    python -m restorer.training.worker RECIPE.toml --export-only --output FOLDER [--start-from WEIGHTS]

A recipe that says ``after`` starts from the ``best.safetensors`` that the recipe named there has made. Run
again with the same output folder, it goes on where it stopped. With ``--order`` it does what the order in
that folder says (see `order`), and listens to what it is told (see `control`). The model
(network, card and parity sample) is written to the output's sub-folder ``model``, of the weights in
``mixed.safetensors`` where the recipe has a ``start_share``; with ``--export-only`` of these, or of the best
so far, or of those of the run to start from, where nothing more is to be learnt.
"""

import argparse
import dataclasses
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from restorer.errors import InvalidRecipe, RestorerError
from restorer.training.ageing.dust import load_artefacts
from restorer.training.ageing.lettering import system_fonts
from restorer.training.batches import Material
from restorer.training.control import Control
from restorer.training.dataset import PhotoFolder, load_photos
from restorer.training.export import export
from restorer.training.faces import load_faces
from restorer.training.mixing import MIXED_FILE, mixed
from restorer.training.plan import TrainingPlan, load_plan
from restorer.training.tasks import task_named
from restorer.training.train import BEST_FILE, CHECKPOINT_FILE, Event, train, trained_steps

_LESS = "Choose fewer nodes per layer or smaller crops, and close other programs."


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the arguments say and return the exit status: 0 done, 1 refused, 3 left before the end."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--order"]:
        return _follow(Path(given[1]), polite="--polite" in given)
    parser = argparse.ArgumentParser(prog="restorer.training.worker", description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--photos", type=Path, help="a folder with the folders that the recipe names")
    parser.add_argument("--artefacts", type=Path, help="a folder of folders of alpha masks of dirt")
    parser.add_argument("--faces", type=Path, help="a JSON file of where faces are in the photos")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--start-from", type=Path, help="the weights of the run that this one comes after")
    parser.add_argument(
        "--part-from",
        action="append",
        default=[],
        metavar="PART=WEIGHTS",
        help="the weights of the run that a part comes after",
    )
    parser.add_argument("--minutes", type=float, help="stop after so many minutes of work")
    parser.add_argument("--processes", type=int, default=0, help="make batches in so many (for a GPU)")
    parser.add_argument("--export-only", action="store_true", help="train no further, write the model")
    parser.add_argument("--model-version", default="1.0", help="the version that the card states")
    options = parser.parse_args(given)
    try:
        plan = load_plan(options.recipe)
        if options.minutes is not None:
            plan = dataclasses.replace(plan, minutes=options.minutes)
        weights = _finished(options) if options.export_only else _learnt(plan, options)
        model = export(
            plan,
            weights,
            options.output / "model",
            version=options.model_version,
            steps=trained_steps(weights.parent),
        )
    except RestorerError as error:
        _print({"event": "failed", "message": error.message, "hint": error.hint})
        return 1
    _print({"event": "finished", "model": str(model)})
    return 0


def _learnt(plan: TrainingPlan, options: argparse.Namespace) -> Path:
    """Train, or go on training, and return the best weights."""
    if options.photos is None:
        raise InvalidRecipe("A training needs photos.", hint="Give their folder with --photos.")
    if plan.after and options.start_from is None:
        raise InvalidRecipe(
            f"This recipe goes on where “{plan.after}” ends.",
            hint="Give that run's best.safetensors with --start-from.",
        )
    options.output.mkdir(parents=True, exist_ok=True)
    parts_from = _parts_from(plan, options.part_from)
    materials = load_materials(plan, options.photos, options.artefacts, options.faces)
    counts = [_counts(material.photos) for material in materials]
    _print({"event": "photos", "training": counts[0], "validation": counts[1]})
    learnt = train(
        plan,
        materials,
        options.output,
        on_event=_print,
        processes=options.processes,
        start_from=options.start_from,
        parts_from=parts_from,
    )
    if plan.start_share and options.start_from is not None:
        return mixed(options.start_from, learnt, plan.start_share)
    return learnt


def _finished(options: argparse.Namespace) -> Path:
    """Return the weights to write as a model: a run's own, or those of the run it would start from."""
    mixed_file = options.output / MIXED_FILE
    weights: Path = options.start_from or (mixed_file if mixed_file.exists() else options.output / BEST_FILE)
    missing = [file for file in (weights, weights.with_name(CHECKPOINT_FILE)) if not file.exists()]
    if missing:
        raise InvalidRecipe(
            f"There is no {missing[0]} to make a model of.",
            hint=f"Give the {BEST_FILE} in the folder of a run with --start-from.",
        )
    return weights


def _parts_from(plan: TrainingPlan, given: Sequence[str]) -> dict[str, Path]:
    """Read ``PART=WEIGHTS``, of which a plan needs one for each part that comes after another recipe."""
    pairs = [pair.partition("=") for pair in given]
    parts = {part: Path(weights) for part, _, weights in pairs}
    if set(parts) != set(plan.parts_after):
        wanted = " and ".join(f"{part} from “{recipe}”" for part, recipe in plan.parts_after.items())
        raise InvalidRecipe(
            f"This recipe takes its parts so: {wanted or 'none from elsewhere'}.",
            hint="Give each run's best.safetensors with --part-from PART=WEIGHTS.",
        )
    return parts


def _follow(folder: Path, *, polite: bool) -> int:
    """Do what the order in a folder says."""
    from restorer.training.folder_run import run_order

    if polite and hasattr(os, "nice"):
        os.nice(10)  # everything else goes first; Windows is told by the parent
    control = Control(sys.stdin, lambda word: _print({"event": word}))
    try:
        model = run_order(folder, _print, control)
    except RestorerError as error:
        _print({"event": "failed", "message": error.message, "hint": error.hint})
        return 1
    except (MemoryError, torch.OutOfMemoryError):
        _print({"event": "failed", "message": "There is not enough memory for this training.", "hint": _LESS})
        return 1
    if model is None:
        return 3
    _print({"event": "finished", "model": str(model)})
    return 0


def load_materials(
    plan: TrainingPlan, photos: Path, artefacts: Path | None, faces: Path | None = None
) -> tuple[Material, Material]:
    """Load all that the plan's task makes examples of: what to train on, and what is kept aside.

    Raises:
        InvalidRecipe: something that the task needs is missing.
    """
    task = task_named(plan.task)
    if task.needs_noise or plan.task == "own-watermark":
        raise InvalidRecipe(
            f"What “{plan.task}” needs is measured on somebody's own photos.", hint="Use: restorer train"
        )
    if task.needs_artefacts and artefacts is None:
        raise InvalidRecipe(
            "This recipe needs masks of dust and hair.", hint="Give their folder with --artefacts."
        )
    if task.needs_faces and faces is None:
        raise InvalidRecipe("This recipe needs to know where faces are.", hint="Give the file with --faces.")
    dirt = load_artefacts(artefacts) if task.needs_artefacts and artefacts else (None, None)
    lettering = system_fonts() if task.needs_fonts else (None, None)
    known = load_faces(faces, photos, plan.validation_share) if task.needs_faces and faces else (None, None)
    smallest = max(plan.large_crop, plan.validation_crop)
    scales = plan.smallest_scale, plan.largest_scale
    sets = load_photos(photos, plan.shares, plan.validation_share, smallest, *scales)
    first, second = (Material(sets[side], dirt[side], lettering[side], faces=known[side]) for side in (0, 1))
    return first, second


def _counts(photos: PhotoFolder) -> dict[str, int]:
    return {group: len(members) for group, members in photos.groups.items()}


def _print(event: Event) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
