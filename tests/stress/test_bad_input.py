"""Every bad file is opened or refused with a sentence, in bounded time and memory."""

import sys

import pytest
from parent import try_bad_pictures

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's own")

LIGHT = r"^(?!.*(bomb|17000|16383|frames|share 4 MB|60000 pages|1000 comments|20000 scans))"
"""The hostile files that do not need gigabytes or seconds even when all goes well."""


def test_spoilt_files() -> None:
    outcome = try_bad_pictures("spoilt", damages=1, seed=20, only=r"cut [159]|one byte|damage|wrong")

    assert outcome.faults == []
    assert outcome.counts["refused"] > 150
    assert outcome.counts["opened"] > 50


def test_hostile_files() -> None:
    outcome = try_bad_pictures("hostile", only=LIGHT)

    assert outcome.faults == []
    assert outcome.tried > 80


@pytest.mark.slow
@pytest.mark.parametrize("which", ["spoilt", "hostile"])
def test_all_of_them(which: str) -> None:
    assert try_bad_pictures(which, damages=10).faults == []


def test_a_fault_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parent.SECONDS", -1.0)

    assert try_bad_pictures("spoilt", only=r"cut 5 saved.(png|tif)").counts == {"fault": 2}
