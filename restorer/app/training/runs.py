"""The trainings on this computer: each in a folder of its own, so that it can go on another day.

A run folder holds what the run is about (``run.json``), the order that the child follows, its checkpoint, the
events that it told and, at the end, the model.
"""

import dataclasses
import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from restorer.app.training.goals import Goal, Way
from restorer.app.training.state import Phase, TrainingState
from restorer.errors import RestorerError
from restorer.training.order import Order

RUN_FILE, EVENTS_FILE, CHECKPOINT_FILE = "run.json", "events.jsonl", "checkpoint.safetensors"
KEPT_FILE = "kept"
"""Lies in the folder of a run whose model was given to the catalog."""


@dataclass(frozen=True)
class Run:
    """A training: where it keeps its files, which photos it learns from, what for, and when it was begun."""

    place: Path
    photos: Path
    goal: Goal
    way: Way
    begun: float

    @property
    def resumable(self) -> bool:
        """Whether it has begun, has not ended, and can go on."""
        return (self.place / CHECKPOINT_FILE).exists() and not self._finished

    @property
    def unkept(self) -> bool:
        """Whether it has ended with a model that is not in the catalog yet."""
        return self._finished and not (self.place / KEPT_FILE).exists()

    @property
    def _finished(self) -> bool:
        return (self.place / "model" / "card.json").exists()


def begin(trainings: Path, photos: Path, goal: Goal, way: Way, order: Order) -> Run:
    """Make a folder for a new run in ``trainings`` and write down what it is to do.

    Raises:
        RestorerError: the folder cannot be written.
    """
    begun = time.time()
    place = trainings / time.strftime(f"{goal}-%Y%m%d-%H%M%S", time.localtime(begun))
    count = 1
    while place.exists():
        count += 1
        place = place.with_name(f"{place.name.split('.')[0]}.{count}")
    run = Run(place, photos, goal, way, begun)
    try:
        order.save(place)
        text = json.dumps({**dataclasses.asdict(run), "place": place.name}, indent=2, default=str)
        (place / RUN_FILE).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise RestorerError(
            f"The training cannot keep its files in {place}: {error.strerror or error}.",
            "Make room on this disk.",
        ) from error
    return run


def runs(trainings: Path) -> list[Run]:
    """Return the runs in a folder, the latest first; what cannot be read is left out."""
    found = []
    for file in trainings.glob(f"*/{RUN_FILE}"):
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            photos, goal, way = Path(content["photos"]), Goal(content["goal"]), Way(content["way"])
            found.append(Run(file.parent, photos, goal, way, float(content["begun"])))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sorted(found, key=lambda run: run.begun, reverse=True)


def resumable(trainings: Path, photos: Path | None = None, goal: Goal | None = None) -> Run | None:
    """Return the latest run that can go on, of these photos and this goal if they are given."""
    for run in runs(trainings):
        if run.resumable and photos in (None, run.photos) and goal in (None, run.goal):
            return run
    return None


def remembered(run: Run) -> TrainingState:
    """Return what a run told before it was left, to go on from there."""
    return dataclasses.replace(told(run), phase=Phase.STARTING, error=None)


def told(run: Run) -> TrainingState:
    """Return what a run has told until now, or until its end."""
    state = TrainingState()
    try:
        lines = (run.place / EVENTS_FILE).read_text(encoding="utf-8").splitlines()
    except OSError:
        return state
    for line in lines:
        try:
            state = state.after(json.loads(line))
        except (ValueError, KeyError, TypeError):
            continue  # the line that was being written when it was killed
    return state


def forget(run: Run) -> None:
    """Remove a run and everything in it."""
    shutil.rmtree(run.place, ignore_errors=True)
