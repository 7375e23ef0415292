"""The training child is started so that it gets on, and as the user's own environment says."""

import sys
from pathlib import Path
from typing import Any

import pytest

from restorer.app.training.goals import Goal, Way
from restorer.app.training.runs import Run
from restorer.app.training.session import TrainingSession

TELLING = (
    "import json, os; policy = os.environ.get('OMP_WAIT_POLICY');"
    "print(json.dumps({'event': 'failed', 'message': policy, 'hint': os.environ.get('PATH', '')}))"
)


@pytest.mark.parametrize(("chosen", "expected"), [(None, "PASSIVE"), ("ACTIVE", "ACTIVE")])
def test_waiting_threads_leave_the_processor_to_others_unless_somebody_wants_them_not_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str | None, expected: str
) -> None:
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    if chosen:
        monkeypatch.setenv("OMP_WAIT_POLICY", chosen)
    monkeypatch.setenv("PATH", "as it was")
    told: list[dict[str, Any]] = []
    run = Run(tmp_path, tmp_path, Goal.SCANNER, Way.CLEAN, 0.0)
    command = [sys.executable, "-c", TELLING]
    session = TrainingSession(run, command, lambda state, event: told.append(event))
    while not session.state.over:
        session.wait(0.05)
    assert (told[0]["message"], told[0]["hint"]) == (expected, "as it was")
