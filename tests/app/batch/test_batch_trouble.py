"""A full disk, a vanished folder, a read-only disk: the batch asks, waits, and loses nothing.

On small real file systems, which only the superuser may mount; the last tests need none.
"""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from batch_photos import DENOISE, Bench, digests, photo, states
from fakes import FakeEngine

from restorer.app.batch import crew
from restorer.app.batch.desk import Desk
from restorer.app.batch.events import PauseChanged
from restorer.app.batch.items import State
from restorer.app.batch.journal import Journal
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.pace import Pace
from restorer.app.batch.trouble import Answer, Trouble, TroubleKind
from restorer.app.batch.work import Draft
from restorer.errors import PhotoError
from restorer.progress import CancelToken

COUNT = 6


def mount(*options: str | Path) -> None:
    subprocess.run(["mount", *options], check=True, capture_output=True)


def unmount(folder: Path) -> None:
    subprocess.run(["umount", folder], check=True, capture_output=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a disk of 400 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    try:
        mount("-t", "tmpfs", "-o", "size=400k", "tmpfs", folder)
    except subprocess.CalledProcessError:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


class Helper:
    """Answers each question by mending what is wrong (or not)."""

    def __init__(self, answer: Answer, mend: Callable[[], None] = lambda: None) -> None:
        self.asked: list[Trouble] = []
        self._answer, self._mend = answer, mend

    def __call__(self, trouble: Trouble) -> Answer:
        self.asked.append(trouble)
        self._mend()
        return self._answer


def fill(bench: Bench, folder: Path) -> None:
    for seed in range(COUNT):
        photo(folder / f"{seed}.png", seed)


def on_third_photo(action: Callable[[], None]) -> FakeEngine:
    calls: list[int] = []

    def act() -> None:
        calls.append(1)
        if len(calls) == 3:
            action()

    return FakeEngine(tile=64, before_tile=act)


def ballast(disk: Path) -> Path:
    path = disk / "ballast"
    free = os.statvfs(disk)
    path.write_bytes(np.random.default_rng(1).bytes(free.f_bavail * free.f_bsize - 24_000))
    return path


def test_a_full_disk_is_asked_about_once_and_nothing_is_lost(bench: Bench, small_disk: Path) -> None:
    fill(bench, bench.photos)
    bench.results = small_disk / "results"
    bench.results.mkdir()
    full = ballast(small_disk)
    helper = Helper(Answer.RETRY, lambda: full.unlink(missing_ok=True))
    summary = bench.run(ask=helper)
    assert summary.done == COUNT
    assert [trouble.kind for trouble in helper.asked] == [TroubleKind.DISK_FULL]
    assert len(digests(bench.results)) == COUNT
    pauses = [event for event in bench.events if isinstance(event, PauseChanged)]
    assert [event.paused for event in pauses] == [True, False]
    assert pauses[0].trouble == helper.asked[0]


def test_a_batch_stopped_by_a_full_disk_goes_on_another_day(bench: Bench, small_disk: Path) -> None:
    fill(bench, bench.photos)
    bench.results = small_disk / "results"
    bench.results.mkdir()
    full = ballast(small_disk)
    first = bench.run(ask=Helper(Answer.STOP))
    assert first.stopped is not None
    assert first.failed == 0
    assert first.done + first.left == COUNT
    assert len(digests(bench.results)) == first.done
    full.unlink()
    assert bench.run().done == first.left
    assert len(digests(bench.results)) == COUNT


def test_a_photo_may_be_given_up_instead(bench: Bench, small_disk: Path) -> None:
    fill(bench, bench.photos)
    bench.results = small_disk / "results"
    bench.results.mkdir()
    ballast(small_disk)
    helper = Helper(Answer.SKIP)
    summary = bench.run(ask=helper)
    assert summary.failed == len(helper.asked) > 0
    assert summary.done + summary.failed == COUNT
    assert "full" in next(row.reason for row in bench.rows() if row.state == State.FAILED)


@pytest.mark.parametrize(("which", "place"), [("photos", "photos"), ("photos", "."), ("results", "results")])
def test_a_vanished_folder_is_waited_for(bench: Bench, small_disk: Path, which: str, place: str) -> None:
    setattr(bench, which, small_disk / place)
    fill(bench, bench.photos)
    # Something else in its place, as when a network drive goes away and leaves an empty folder.
    bench.engine = on_third_photo(lambda: mount("-t", "tmpfs", "tmpfs", small_disk))
    bench.options = {"memory": 1}
    helper = Helper(Answer.RETRY, lambda: unmount(small_disk))
    summary = bench.run(ask=helper)
    assert summary.done == COUNT
    assert [trouble.kind for trouble in helper.asked] == [TroubleKind.FOLDER_GONE]
    assert len(digests(bench.results)) == COUNT
    assert set(states(bench.rows()).values()) == {State.DONE}


def test_a_read_only_disk_is_asked_about(bench: Bench, small_disk: Path) -> None:
    fill(bench, bench.photos)
    bench.results = small_disk / "results"
    bench.options = {"memory": 1}
    bench.engine = on_third_photo(lambda: mount("-o", "remount,ro", small_disk))
    helper = Helper(Answer.RETRY, lambda: mount("-o", "remount,rw", small_disk))
    assert bench.run(ask=helper).done == COUNT
    assert [trouble.kind for trouble in helper.asked] == [TroubleKind.READ_ONLY]


def test_trouble_that_was_mended_meanwhile_is_not_asked_about_again(bench: Bench) -> None:
    output = OutputFolder(bench.results)
    output.prepare()
    helper = Helper(Answer.SKIP)
    journal = Journal(None)
    desk = Desk(
        [],
        DENOISE,
        "",
        output,
        journal,
        Pace(),
        listener=bench.events.append,
        ask=helper,
        token=CancelToken(),
    )
    full = OSError(errno.ENOSPC, "full")
    before = desk.answers
    assert not desk.try_again(full, before, None)
    assert desk.try_again(full, before, None)
    assert len(helper.asked) == 1
    journal.close()


def test_one_missing_photo_is_no_trouble(bench: Bench) -> None:
    fill(bench, bench.photos)
    bench.options = {"memory": 1}
    bench.engine = on_third_photo((bench.photos / "5.png").unlink)
    helper = Helper(Answer.STOP)
    summary = bench.run(ask=helper)
    assert (summary.done, summary.failed) == (COUNT - 1, 1)
    assert not helper.asked


def test_a_full_disk_is_asked_about_where_none_can_be_mounted(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(bench, bench.photos)
    usual, full = crew.write, [True]

    def refuse(*arguments: Any) -> Draft:
        if full[0]:
            raise PhotoError("The photo could not be saved.") from OSError(errno.ENOSPC, "full")
        return usual(*arguments)

    monkeypatch.setattr(crew, "write", refuse)
    helper = Helper(Answer.RETRY, lambda: full.__setitem__(0, False))
    assert bench.run(ask=helper).done == COUNT
    assert [trouble.kind for trouble in helper.asked] == [TroubleKind.DISK_FULL]


@pytest.mark.parametrize("which", ["photos", "results"])
def test_a_folder_that_was_moved_away_is_waited_for(bench: Bench, tmp_path: Path, which: str) -> None:
    fill(bench, bench.photos)
    bench.options = {"memory": 1}
    folder, away = getattr(bench, which), tmp_path / "away"
    bench.engine = on_third_photo(lambda: folder.rename(away))
    helper = Helper(Answer.RETRY, lambda: away.rename(folder))
    assert bench.run(ask=helper).done == COUNT
    assert [trouble.kind for trouble in helper.asked] == [TroubleKind.FOLDER_GONE]
    assert len(digests(bench.results)) == COUNT


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody forbids root to write")
def test_a_folder_that_may_not_be_written_to_is_asked_about(bench: Bench) -> None:
    fill(bench, bench.photos)
    bench.options = {"memory": 1}
    drafts = OutputFolder(bench.results).drafts
    bench.engine = on_third_photo(lambda: drafts.chmod(0o500))
    helper = Helper(Answer.RETRY, lambda: drafts.chmod(0o700))
    assert bench.run(ask=helper).done == COUNT
    assert [trouble.kind for trouble in helper.asked] == [TroubleKind.READ_ONLY]
