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


def kill_at_random(process: "subprocess.Popen[bytes]", results: Path, after: float) -> bool:
    """Kill a run a while after it began to work; return whether it was still at it."""
    while process.poll() is None and not (results / ".restorer" / "drafts").exists():
        time.sleep(0.005)
    time.sleep(after)
    if process.poll() is not None:
        return False
    process.send_signal(signal.SIGKILL)
    process.wait()
    return True


def under_way(home: Path) -> int:
    """Return how many photos were being worked on when a run was killed."""
    (path,) = (home / "restorer" / "batches").glob("*.sqlite")
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
        process = command(photos, results, tmp_path / "home")
        if kill_at_random(process, results, dice.uniform(0.0, 0.5)):
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
