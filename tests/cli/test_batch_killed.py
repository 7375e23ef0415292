"""The command killed at any moment, as by a power cut, ends with one right result for each good photo."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "app" / "batch"))
from batch_photos import digests, mixed_folder

KILLS = 20
FOLDERS = 4


def command(photos: Path, results: Path, home: Path) -> subprocess.Popen[bytes]:
    arguments = ["batch", photos, "-o", results, "--recursive", "--denoise", "--quiet"]
    return subprocess.Popen(
        [sys.executable, "-m", "restorer", *arguments],
        env={**os.environ, "RESTORER_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill_at_random(photos: Path, results: Path, home: Path, after: float) -> bool:
    """Kill a run a while after it began to work; return whether it was still at it.

    Its beginning is a change in the folder of drafts, which may be there from the run before.
    """
    begun = drafts_changed(results)
    process = command(photos, results, home)
    while process.poll() is None and drafts_changed(results) == begun:
        time.sleep(0.005)
    time.sleep(after)
    if process.poll() is not None:
        return False
    process.send_signal(signal.SIGKILL)
    process.wait()
    return True


def drafts_changed(results: Path) -> int:
    """Return when a draft was last begun, taken into place or swept away."""
    drafts = results / ".restorer" / "drafts"
    return drafts.stat().st_mtime_ns if drafts.exists() else 0


def under_way(home: Path) -> int:
    """Return how many photos were being worked on when a run was killed."""
    # A run killed before its folder knew its journal leaves one behind in which nothing stands yet.
    journals = (home / "restorer" / "batches").glob("*.sqlite")
    path = max(journals, key=lambda journal: journal.stat().st_mtime_ns)
    with contextlib.closing(sqlite3.connect(path)) as journal:
        return int(journal.execute("SELECT count(*) FROM item WHERE state = 'running'").fetchone()[0])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_twenty_random_moments(tmp_path: Path) -> None:
    photos, results = tmp_path / "photos", tmp_path / "results"
    photos.mkdir()
    good, _ = mixed_folder(photos / "0")
    for number in range(1, FOLDERS):
        shutil.copytree(photos / "0", photos / str(number))
    before = digests(photos)
    undisturbed = tmp_path / "undisturbed"
    assert command(photos, undisturbed, tmp_path / "another home").wait() == 1
    dice = random.Random(1)
    kills = amid_work = 0
    while kills < KILLS:
        if kill_at_random(photos, results, tmp_path / "home", dice.uniform(0.0, 0.5)):
            kills += 1
            amid_work += under_way(tmp_path / "home") > 0
        else:  # all done too early: take the results away, so that there is something to be killed at
            shutil.rmtree(results / dice.choice("0123"))
    assert command(photos, results, tmp_path / "home").wait() == 1

    assert amid_work > KILLS / 2
    made, expected = digests(results), digests(undisturbed)
    assert made.pop("report.json")
    assert expected.pop("report.json")
    assert made == expected
    assert len(made) == FOLDERS * len(good)
    assert digests(photos) == before
    assert sorted(path.name for path in (results / ".restorer").iterdir()) == ["batch.json"]
    assert command(photos, results, tmp_path / "home").wait() == 1  # the bad ones are still bad
    assert {name: digest for name, digest in digests(results).items() if name != "report.json"} == made
