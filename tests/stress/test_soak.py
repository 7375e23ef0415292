"""Somebody without a plan, for seconds; `python dev.py stress` lets them for as long as one likes."""

import sys

import pytest
from soaking import soak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own numbers")


def test_the_window_bears_whatever_is_done_to_it() -> None:
    soaked = soak(4, seed=3)

    assert soaked.faults == []
    assert soaked.actions > 5


def test_mistakes_are_noticed() -> None:
    faults = soak(1, stumble=True).faults

    assert any("ZeroDivisionError" in fault for fault in faults)
    assert any("Qt: stumbled" in fault for fault in faults)


@pytest.mark.slow
def test_minutes_of_it() -> None:
    assert soak(180, seed=5).faults == []
