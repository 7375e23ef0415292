"""The training child's main: a recipe and a folder in, one JSON line per event out.

    python -m restorer.training.worker RECIPE.toml --photos FOLDER --output FOLDER [--minutes M]

Run again with the same output folder, it goes on where it stopped.
"""

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from restorer.errors import RestorerError
from restorer.training.dataset import load_photos
from restorer.training.plan import load_plan
from restorer.training.train import Event, train


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the arguments say and return the exit status: 0 done, 1 refused."""
    parser = argparse.ArgumentParser(prog="restorer.training.worker", description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--minutes", type=float, help="stop after so many minutes of work")
    options = parser.parse_args(arguments)
    try:
        plan = load_plan(options.recipe)
        if options.minutes is not None:
            plan = dataclasses.replace(plan, minutes=options.minutes)
        options.output.mkdir(parents=True, exist_ok=True)
        photos = load_photos(options.photos, plan.shares, plan.validation_share, plan.large_crop)
        _print(
            {
                "event": "photos",
                "training": {k: len(v) for k, v in photos[0].groups.items()},
                "validation": {k: len(v) for k, v in photos[1].groups.items()},
            }
        )
        weights = train(plan, photos, options.output, on_event=_print)
    except RestorerError as error:
        _print({"event": "failed", "message": error.message, "hint": error.hint})
        return 1
    _print({"event": "finished", "weights": str(weights)})
    return 0


def _print(event: Event) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
