"""Hostile networks are refused, or do no harm; nothing outside their folder is read."""

import sys

import pytest
from parent import run_child

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's own")


def test_hostile_networks() -> None:
    outcome = run_child("hostile_models_child.py", r"^(?!damage [2-9]|20000|cut|a loop)")

    assert outcome.faults == []
    assert outcome.counts["refused"] > 35


@pytest.mark.slow
def test_all_hostile_networks() -> None:
    outcome = run_child("hostile_models_child.py")

    assert outcome.faults == []
    assert outcome.counts["stopped"] >= 1, "a loop without end was stopped"
