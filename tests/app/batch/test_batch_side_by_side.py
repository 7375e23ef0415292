"""How many photos of a batch are computed at a time."""

import contextlib
import threading

import pytest
from batch_photos import Bench, photo
from fakes import FakeEngine

from restorer.app.batch.events import RowChanged
from restorer.app.batch.items import State


def test_little_memory_lets_one_photo_in_at_a_time(bench: Bench) -> None:
    for seed in range(6):
        photo(bench.photos / f"{seed}.png", seed)
    bench.options = {"memory": 1}
    assert bench.run().done == 6
    running = most = 0
    for event in bench.events:
        if isinstance(event, RowChanged):
            running += 1 if event.state == State.RUNNING else -1
            most = max(most, running)
    assert most == 1


class _Parts(FakeEngine):
    """An engine of three parts, which notes how many photos are computed at a time, and by which."""

    def __init__(self) -> None:
        super().__init__(before_tile=self._note)
        self.parts = [FakeEngine(before_tile=self._note) for _ in range(3)]
        self.most, self._meeting = 0, threading.Barrier(2)

    def split(self) -> list[FakeEngine]:
        return self.parts

    def _note(self) -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            self._meeting.wait(0.2)
            self.most = 2


def test_small_photos_are_computed_several_at_a_time_and_large_ones_alone(bench: Bench) -> None:
    for seed in range(6):
        photo(bench.photos / f"{seed}.png", seed)
    engine = _Parts()
    bench.engine = engine
    assert bench.run().done == 6
    assert engine.most == 2
    assert engine.runs == []
    assert sum(len(part.runs) for part in engine.parts) == 6


def test_a_large_photo_has_the_engine_to_itself(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("restorer.app.batch.crew._SMALL", 0.0)
    for seed in range(4):
        photo(bench.photos / f"{seed}.png", seed)
    engine = _Parts()
    bench.engine = engine
    assert bench.run().done == 4
    assert engine.most == 0
    assert len(engine.runs) == 4
    assert not engine.keeps
    assert not any(part.runs for part in engine.parts)
