"""Size alone breaks nothing."""

import sys
from pathlib import Path

import pytest
from huge import MEMORY, journal_of, restore_scan, undo_everything


@pytest.mark.parametrize("steps", [1000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_thousands_of_steps_of_undo(steps: int) -> None:
    assert undo_everything(steps) == 2 * steps


@pytest.mark.parametrize("count", [2000, pytest.param(50_000, marks=pytest.mark.slow)])
def test_a_journal_of_thousands_of_photos(tmp_path: Path, count: int) -> None:
    assert journal_of(count, tmp_path) > 0


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own numbers")
@pytest.mark.slow
@pytest.mark.parametrize("size", [(14_000, 14_300), (22_000, 22_800)], ids=["200 MP", "500 MP"])
def test_a_huge_scan_needs_no_more_memory_than_promised(size: tuple[int, int]) -> None:
    scan = restore_scan(*size)

    assert scan.memory < MEMORY
