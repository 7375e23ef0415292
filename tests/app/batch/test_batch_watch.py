"""A folder that a scanner writes into: a file is taken when it stood still, and once."""

from collections.abc import Callable
from pathlib import Path

from batch_photos import Bench, photo

from restorer.app.batch.watch import watch
from restorer.progress import CancelToken


class Clock:
    """A clock that moves when somebody sleeps; things happen at their hour."""

    def __init__(self, events: dict[float, Callable[[], object]], end: float, token: CancelToken) -> None:
        self.now = 0.0
        self._events, self._end, self._token = events, end, token

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        for hour in [hour for hour in self._events if hour <= self.now]:
            self._events.pop(hour)()
        if self.now >= self._end:
            self._token.cancel()


def watched(
    bench: Bench, events: dict[float, Callable[[], object]], end: float
) -> list[tuple[float, list[str]]]:
    """Return when which files were taken."""
    token = CancelToken()
    clock = Clock(events, end, token)
    options = {"recursive": True, "token": token, "interval": 1.0, "still": 3.0}
    gatherings = watch([bench.photos], bench.results, **options, clock=clock, sleep=clock.sleep)  # type: ignore[arg-type]
    return [(clock.now, [found.source.name for found in gathering.found]) for gathering in gatherings]


def grow(path: Path) -> Callable[[], object]:
    def append() -> None:
        with path.open("ab") as file:
            file.write(b"more")

    return append


def test_a_file_is_taken_when_it_stood_still_and_only_once(bench: Bench) -> None:
    slow = bench.photos / "slow.jpg"
    photo(bench.photos / "there before.jpg")
    events = {1.0: grow(slow), 3.0: grow(slow), 5.0: grow(slow)}
    assert watched(bench, events, 20) == [(3.0, ["there before.jpg"]), (8.0, ["slow.jpg"])]


def test_a_file_that_is_scanned_again_is_taken_again(bench: Bench) -> None:
    path = photo(bench.photos / "a.jpg")
    assert watched(bench, {6.0: grow(path)}, 20) == [(3.0, ["a.jpg"]), (9.0, ["a.jpg"])]


def test_a_folder_that_vanishes_is_waited_for(bench: Bench, tmp_path: Path) -> None:
    away = tmp_path / "away"
    photo(bench.photos / "a.jpg")
    events: dict[float, Callable[[], object]] = {
        1.0: lambda: bench.photos.rename(away),
        5.0: lambda: away.rename(bench.photos),
    }
    assert watched(bench, events, 20) == [(5.0, ["a.jpg"])]


def test_what_is_left_out_is_said_once(bench: Bench) -> None:
    photo(bench.photos / ".hidden.jpg")
    token = CancelToken()
    clock = Clock({}, 10, token)
    gatherings = list(
        watch([bench.photos], bench.results, recursive=True, token=token, clock=clock, sleep=clock.sleep)
    )
    assert [one.source.name for gathering in gatherings for one in gathering.refused] == [".hidden.jpg"]
