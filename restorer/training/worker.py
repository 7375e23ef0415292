"""The training child's main: a recipe and a folder in, one JSON line per event out, and a model at the end.

    python -m restorer.training.worker RECIPE.toml --photos FOLDER --output FOLDER [--minutes M]

Run again with the same output folder, it goes on where it stopped. The model (network, card and parity
sample) is written to the output's sub-folder ``model``; with ``--export-only`` from the best weights so far.
"""

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from restorer.errors import RestorerError
from restorer.training.dataset import PhotoFolder, load_photos
from restorer.training.export import export
from restorer.training.plan import load_plan
from restorer.training.train import BEST_FILE, Event, train, trained_steps


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the arguments say and return the exit status: 0 done, 1 refused."""
    parser = argparse.ArgumentParser(prog="restorer.training.worker", description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--minutes", type=float, help="stop after so many minutes of work")
    parser.add_argument("--export-only", action="store_true", help="train no further, write the model")
    parser.add_argument("--model-version", default="1.0", help="the version that the card states")
    options = parser.parse_args(arguments)
    try:
        plan = load_plan(options.recipe)
        if options.minutes is not None:
            plan = dataclasses.replace(plan, minutes=options.minutes)
        options.output.mkdir(parents=True, exist_ok=True)
        if not options.export_only:
            photos = load_photos(options.photos, plan.shares, plan.validation_share, plan.large_crop)
            _print({"event": "photos", "training": _counts(photos[0]), "validation": _counts(photos[1])})
            train(plan, photos, options.output, on_event=_print)
        model = export(
            plan,
            options.output / BEST_FILE,
            options.output / "model",
            version=options.model_version,
            steps=trained_steps(options.output),
        )
    except RestorerError as error:
        _print({"event": "failed", "message": error.message, "hint": error.hint})
        return 1
    _print({"event": "finished", "model": str(model)})
    return 0


def _counts(photos: PhotoFolder) -> dict[str, int]:
    return {group: len(members) for group, members in photos.groups.items()}


def _print(event: Event) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
