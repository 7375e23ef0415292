"""A fault at every moment of saving and reading: nothing is lost, nothing is left, one sentence is said."""

from pathlib import Path

import pytest
from device_faults import fail_while_computing
from faults import Faults, change_while_reading, fail_while_saving, faulty_disk

SUFFIXES = [".tif", ".png", ".jpg", ".webp", ".avif"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_result_is_whole_or_absent_whatever_fails(tmp_path: Path, suffix: str) -> None:
    injected = fail_while_saving(tmp_path, suffix)

    assert injected.faults == []
    assert injected.count >= 30


def test_an_older_result_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    assert fail_while_saving(tmp_path, ".tif", overwrite=True).faults == []


def test_a_device_may_fail_at_any_moment(tmp_path: Path) -> None:
    injected = fail_while_computing(tmp_path)

    assert injected.faults == []
    assert injected.count >= 60


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_may_change_while_it_is_read(tmp_path: Path, suffix: str) -> None:
    injected = change_while_reading(tmp_path, suffix)

    assert injected.faults == []
    assert injected.count >= 5


def test_the_disk_has_faults_indeed(tmp_path: Path) -> None:
    with faulty_disk(Faults(2, OSError(28, "full"))), pytest.raises(OSError, match="full"):
        (tmp_path / "a").write_bytes(b"twelve bytes")
    assert (tmp_path / "a").read_bytes() == b"twelve"
