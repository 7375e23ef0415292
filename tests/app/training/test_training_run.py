"""From a folder to a model that restores: the real child, tiny networks, and what may happen on the way."""

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import denoise_card
from training_folder import estimate, scans, tiny_builtin

from restorer import paths
from restorer.app.training.adopt import adopt
from restorer.app.training.arrange import arrange, base_plan
from restorer.app.training.child import child_command
from restorer.app.training.choices import Choices
from restorer.app.training.goals import Goal
from restorer.app.training.report import inspect_folder, prospect
from restorer.app.training.runs import Run, begin, resumable, runs
from restorer.app.training.session import TrainingSession
from restorer.app.training.state import Phase, TrainingState
from restorer.app.training.verdict import judge
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import open_photo
from restorer.restoration.recipe import Denoise, Recipe
from restorer.restoration.restore import restore
from restorer.training.plan import TrainingPlan

pytestmark = pytest.mark.train


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several threads would only wait for each other on networks this small."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="module")
def builtin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_builtin(tmp_path_factory.mktemp("builtin"))


@pytest.fixture
def catalog(builtin: Path) -> Catalog:
    return Catalog([builtin, paths.user_models()])


def _begin(photos: Path, catalog: Catalog, trainings: Path, **choices: Any) -> Run:
    report = inspect_folder(photos, estimate)
    fields = {"steps": 120, "crop": 48, "batch": 4, **choices}
    order = arrange(
        report, Goal.SCANNER, Choices(**fields), base_plan(Goal.SCANNER, catalog, paths.bundled_models())
    )
    # A network that knows nothing yet has to hurry, other than one that starts from the real built-in model.
    order = dataclasses.replace(order, plan=dataclasses.replace(order.plan, learning_rate=4e-3))
    return begin(trainings, photos, Goal.SCANNER, prospect(report, Goal.SCANNER).way, order)


def _follow(
    run: Run, react: Callable[[TrainingSession, dict[str, Any]], None] = lambda session, event: None
) -> TrainingState:
    events: list[dict[str, Any]] = []
    session = TrainingSession(run, child_command(), lambda state, event: events.append(event), polite=False)
    seen = 0
    while not session.state.over:
        session.wait(0.02)
        for event in events[seen:]:
            react(session, event)
            seen += 1
    return session.state


def test_what_intact_photos_look_like_is_learnt_by_every_part(tmp_path: Path) -> None:
    base = TrainingPlan(
        name="Find damage",
        task="find-thin-damage",
        frozen=("intact", "judge"),
        finder_widths=(8, 16),
        finder_encoder_blocks=(1, 1),
        finder_decoder_blocks=(1,),
        drawn_share=0.3,
    )
    report = inspect_folder(scans(tmp_path / "scans"), estimate)
    plan = arrange(report, Goal.INTACT, Choices(), (base, Model(denoise_card(), tmp_path))).plan
    assert (plan.task, plan.frozen, plan.drawn_share) == ("find-damage", (), 0.0)


def test_a_folder_becomes_a_model_that_restores(tmp_path: Path, catalog: Catalog) -> None:
    photos = scans(tmp_path / "scans")
    state = _follow(_begin(photos, catalog, tmp_path / "runs", loss=None))
    assert state.phase is Phase.FINISHED, state.error
    assert state.noise["rows"] == pytest.approx(0.6 * 14, rel=0.3)
    assert state.previews
    assert state.comparison is not None
    verdict = judge(state, Goal.SCANNER, has_builtin=True)
    assert verdict.offered, verdict.sentence
    assert resumable(tmp_path / "runs") is None, "it is done"
    model = adopt(runs(tmp_path / "runs")[0], state, "Attic scanner", catalog, paths.user_models())
    assert model.card.id == "own-scanner-attic-scanner"
    assert model.card.scores[0]["this_model"] > model.card.scores[0]["built_in"]
    photo = open_photo(photos / "scan 00.png")
    result = restore(photo, Recipe((Denoise(1.0, model.card.id),)), Engine("cpu"), catalog)
    assert not np.array_equal(result.photo.pixels, photo.pixels)
    assert estimate(result.photo).noise < estimate(photo).noise


def test_a_killed_run_goes_on_and_ends_as_one_that_was_not(tmp_path: Path, catalog: Catalog) -> None:
    photos = scans(tmp_path / "scans")
    whole = _follow(_begin(photos, catalog, tmp_path / "whole"))

    def kill(session: TrainingSession, event: dict[str, Any]) -> None:
        if event["event"] == "preview":
            os.kill(session.process_id, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)

    run = _begin(photos, catalog, tmp_path / "killed")
    assert resumable(tmp_path / "killed") is None, "nothing is kept yet"
    state = _follow(run, kill)
    assert state.phase is Phase.FAILED
    assert state.error is not None
    assert "stopped from outside" in state.error.message
    assert resumable(tmp_path / "killed", photos, Goal.SCANNER) is not None
    again = _follow(run)
    assert again.phase is Phase.FINISHED
    assert whole.comparison is not None
    assert again.comparison is not None
    assert again.comparison.quality == pytest.approx(whole.comparison.quality, abs=0.05)
    assert again.comparison.rival == pytest.approx(whole.comparison.rival, abs=1e-6)


def test_a_folder_without_noise_ends_in_an_honest_verdict(tmp_path: Path, catalog: Catalog) -> None:
    photos = scans(tmp_path / "scans", noise=0.3)
    state = _follow(_begin(photos, catalog, tmp_path / "runs", steps=20))
    verdict = judge(state, Goal.SCANNER, has_builtin=True)
    assert not verdict.offered
    assert "hardly any noise" in verdict.advice[0]


def test_it_pauses_goes_on_and_stops_with_the_best(tmp_path: Path, catalog: Catalog) -> None:
    heard: list[str] = []

    def react(session: TrainingSession, event: dict[str, Any]) -> None:
        heard.append(event["event"])
        if event["event"] == "step" and "paused" not in heard:
            session.pause()
        elif event["event"] == "paused":
            session.go_on()
        elif event["event"] == "resumed":
            session.stop()

    run = _begin(scans(tmp_path / "scans"), catalog, tmp_path / "runs", steps=100_000)
    state = _follow(run, react)
    assert state.phase is Phase.FINISHED
    assert {"paused", "resumed", "verdict"} <= set(heard)
    assert state.comparison is not None


def test_without_its_parent_the_child_keeps_what_it_has_and_ends(tmp_path: Path, catalog: Catalog) -> None:
    run = _begin(scans(tmp_path / "scans"), catalog, tmp_path / "runs", steps=100_000)

    def leave(session: TrainingSession, event: dict[str, Any]) -> None:
        if event["event"] == "step":
            session.leave()

    state = _follow(run, leave)
    assert state.phase is Phase.LEFT
    assert resumable(tmp_path / "runs") == run


def test_the_command_line_tells_the_same_events(tmp_path: Path) -> None:
    photos = scans(tmp_path / "scans", count=14)
    command = [sys.executable, "-m", "restorer", "train", str(photos), "--task", "scanner", "--json"]
    options = [
        "--layers",
        "2",
        "--width",
        "8",
        "--steps",
        "12",
        "--crop",
        "32",
        "--start-from",
        "nothing",
        "--full-speed",
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert '"event": "report"' in done.stdout.splitlines()[0]
    assert '"event": "over"' in done.stdout.splitlines()[-1]
    assert '"offered": false' in done.stdout, "nobody beats the built-in model in twelve steps"
