"""A batch while it runs: it can be stopped, paused and listened to."""

import itertools
import threading

import pytest
from batch_photos import Bench, digests, photo, states
from fakes import FakeEngine

from restorer.app.batch.events import Event, PauseChanged, RowChanged, RowProgress, Totals
from restorer.app.batch.items import State


def test_cancelling_leaves_whole_results_and_the_rest_for_later(bench: Bench) -> None:
    for seed in range(8):
        photo(bench.photos / f"{seed}.png", seed)
    tiles, finished = itertools.count(1), threading.Event()

    def cancel() -> None:
        if next(tiles) == 4 and bench.batch:
            assert finished.wait(60)
            bench.batch.cancel()

    def listen(event: Event) -> None:
        if isinstance(event, RowChanged) and event.state == State.DONE:
            finished.set()

    bench.listener = listen

    bench.engine = FakeEngine(tile=64, before_tile=cancel)
    first = bench.run()
    assert first.cancelled
    assert 1 <= first.done < 8
    assert first.done + first.left == 8
    assert {State.RUNNING} & set(states(bench.rows()).values()) == set()
    second = bench.run()
    assert first.done + second.done == 8
    assert len(digests(bench.results)) == 8


def test_a_pause_holds_everything_until_it_is_over(bench: Bench) -> None:
    for seed in range(6):
        photo(bench.photos / f"{seed}.png", seed)
    reached = threading.Event()

    def pause() -> None:
        if not reached.is_set() and bench.batch:
            bench.batch.pause()
            reached.set()

    bench.engine = FakeEngine(tile=64, before_tile=pause)
    ended = threading.Thread(target=bench.run)
    ended.start()
    assert reached.wait(30)
    ended.join(0.3)
    assert ended.is_alive()
    assert not list(bench.results.glob("*.png"))
    assert bench.batch is not None
    bench.batch.resume()
    ended.join(30)
    assert len(list(bench.results.glob("*.png"))) == 6
    assert [event.paused for event in bench.events if isinstance(event, PauseChanged)] == [True, False]


def test_cancelling_ends_a_pause(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    reached = threading.Event()

    def pause() -> None:
        if bench.batch:
            bench.batch.pause()
            reached.set()

    bench.engine = FakeEngine(before_tile=pause)
    ended = threading.Thread(target=bench.run)
    ended.start()
    assert reached.wait(30)
    assert bench.batch is not None
    bench.batch.cancel()
    ended.join(30)
    assert not ended.is_alive()


def test_events_tell_every_row_and_the_totals(bench: Bench) -> None:
    for seed in range(4):
        photo(bench.photos / f"{seed}.png", seed)
    bench.run()
    for name in ("0.png", "3.png"):
        changes = [e.state for e in bench.events if isinstance(e, RowChanged) and e.item.source.name == name]
        assert changes == [State.RUNNING, State.DONE]
    totals = [event for event in bench.events if isinstance(event, Totals)]
    assert (totals[-1].done, totals[-1].left, totals[-1].fraction) == (4, 0, 1.0)
    fractions = [event.fraction for event in totals]
    assert fractions == sorted(fractions)
    spans = [event.seconds_left for event in totals if event.done == 3]
    assert spans[-1] is not None
    assert 0 <= spans[-1].low <= spans[-1].high
    assert all(0 <= event.fraction <= 1 for event in bench.events if isinstance(event, RowProgress))


def test_a_listener_that_fails_does_no_harm(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    photo(bench.photos / "a.png")

    class Broken(list[Event]):
        def append(self, event: Event) -> None:
            raise ZeroDivisionError

    bench.events = Broken()
    assert bench.run().done == 1
    assert states(bench.rows()) == {"a.png": State.DONE}
    assert "a listener failed" in caplog.text
