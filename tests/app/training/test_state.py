"""What a child says becomes what a person sees, and in the end a verdict."""

from collections.abc import Mapping
from typing import Any

import pytest

from restorer.app.training.goals import Goal
from restorer.app.training.state import Phase, TrainingState
from restorer.app.training.verdict import judge

EVENTS: tuple[Mapping[str, Any], ...] = (
    {"event": "photos", "training": 50, "choosing": 5, "judging": 5},
    {"event": "noise", "places": 90, "grain": 7.0, "rows": 3.0, "columns": 0.0},
    {"event": "rival", "measure": "psnr", "quality": 33.0},
    {"event": "step", "step": 10, "fraction": 0.25, "minutes": 2.0, "loss": 0.02, "rate": 1e-4},
    {"event": "validation", "step": 20, "fraction": 0.5, "minutes": 4.0, "quality": 33.6, "best": 33.6},
    {"event": "something new", "of": "a later program"},
)


def _told(*events: Mapping[str, Any]) -> TrainingState:
    state = TrainingState()
    for event in events:
        state = state.after(event)
    return state


def _verdict(quality: float, *, estimated: bool = False) -> Mapping[str, Any]:
    return {"event": "verdict", "measure": "psnr", "quality": quality, "rival": 33.0, "estimated": estimated}


def test_events_add_up() -> None:
    state = _told(*EVENTS)
    assert state.phase is Phase.TRAINING
    assert state.gain == pytest.approx(0.6)
    assert state.seconds_left == pytest.approx(240)
    assert [point.value for point in state.losses] == [0.02]
    assert state.after({"event": "paused"}).phase is Phase.PAUSED


def test_a_failure_is_a_sentence() -> None:
    state = _told(*EVENTS, {"event": "failed", "message": "Out of memory.", "hint": "Close programs."})
    assert state.over
    assert str(state.error) == "Out of memory. Close programs."


def test_a_better_model_is_offered() -> None:
    verdict = judge(_told(*EVENTS, _verdict(33.64)), Goal.SCANNER, has_builtin=True)
    assert verdict.offered
    assert verdict.sentence == "Better than the built-in model by 0.6 dB on photos it has not seen."


def test_an_estimate_is_called_one() -> None:
    verdict = judge(_told(*EVENTS, _verdict(34, estimated=True)), Goal.SCANNER, has_builtin=True)
    assert verdict.offered
    assert "an estimate" in verdict.sentence


@pytest.mark.parametrize("quality", [33.04, 32.0])
def test_a_model_that_is_no_better_is_not_offered_and_something_is_suggested(quality: float) -> None:
    verdict = judge(_told(*EVENTS, _verdict(quality)), Goal.SCANNER, has_builtin=True)
    assert not verdict.offered
    assert "not offered" in verdict.sentence
    assert verdict.advice


def test_a_folder_without_noise_is_told_so() -> None:
    quiet = {"event": "noise", "places": 90, "grain": 0.6, "rows": 0.0, "columns": 0.0}
    verdict = judge(_told(*EVENTS, quiet, _verdict(33.0)), Goal.SCANNER, has_builtin=True)
    assert "hardly any noise" in verdict.advice[0]


def test_nothing_measured_is_nothing_offered() -> None:
    assert not judge(TrainingState(), Goal.RESTORE, has_builtin=False).offered
