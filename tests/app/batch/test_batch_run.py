"""A batch restores what can be restored, says what became of the rest, and never does a thing twice."""

import contextlib
import itertools
import json
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from batch_photos import AUTO, DENOISE, Bench, digests, mixed_folder, photo, pixels, states
from fakes import FakeCatalog, FakeEngine, denoise_card
from numpy.typing import NDArray
from PIL import Image

from restorer.app.batch.batch import Batch, open_journal
from restorer.app.batch.events import Event, PauseChanged, RowChanged, RowProgress, Totals
from restorer.app.batch.items import State, Treatment
from restorer.app.batch.journal import Journal, JournalError
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.report import report, write_report
from restorer.app.batch.work import Loaded, compute
from restorer.inference.catalog import Model
from restorer.photo import Photo, open_photo
from restorer.progress import CancelToken
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise


def test_a_mixed_folder_ends_with_one_right_result_for_each_good_photo(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "photos", tmp_path / "results")
    good, bad = mixed_folder(bench.photos)
    before = digests(bench.photos)
    summary = bench.run()
    assert (summary.done, summary.failed, summary.left) == (len(good), 1, 0)
    results = digests(bench.results)
    assert len(results) == len(good)
    assert results.keys() - good == {"same stem (bmp).png"}
    for name in results.keys() & good:
        source, result = open_photo(bench.photos / name), open_photo(bench.results / name)
        assert result.pixels.dtype == source.pixels.dtype
        assert result.pixels.shape == source.pixels.shape
        assert (result.alpha is None) == (source.alpha is None)
        assert result.pixels.mean() == pytest.approx(source.pixels.mean() / 2, rel=0.1, abs=1)
    assert digests(bench.photos) == before
    reasons = {row.source.name: row.reason for row in bench.rows() if row.state == State.FAILED}
    assert reasons.keys() == bad.keys()
    assert [name for name, word in bad.items() if word not in reasons[name]] == []


def test_the_second_run_does_nothing_again(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    photo(bench.photos / "b.jpg", 1)
    bench.run()
    before, runs = digests(bench.results), len(bench.engine.runs)
    assert bench.run().done == 0
    assert len(bench.plan().done) == 2
    assert digests(bench.results) == before
    assert len(bench.engine.runs) == runs


def test_another_recipe_or_network_makes_another_result(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    bench.run()
    bench.treatment = Treatment(Recipe((Denoise(0.5),)))
    bench.run()
    assert digests(bench.results).keys() == {"a.jpg", "a (2).jpg"}
    other = FakeCatalog(denoise_card(sha256="1" * 64))
    assert DENOISE.key(other) != DENOISE.key(FakeCatalog())  # type: ignore[arg-type]


def test_a_photo_that_changed_is_restored_anew_beside_the_old_result(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    bench.run()
    photo(bench.photos / "a.jpg", 5)
    bench.run()
    assert digests(bench.results).keys() == {"a.jpg", "a (2).jpg"}


def test_a_photo_that_was_only_touched_or_moved_is_recognised(bench: Bench, tmp_path: Path) -> None:
    (photo(bench.photos / "sub" / "a.jpg")).touch()
    bench.run()
    moved = bench.photos.rename(tmp_path / "moved")
    plan = bench.plan(moved)
    assert not plan.items
    assert len(plan.done) == 1


def test_a_result_that_was_deleted_is_made_again(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    bench.run()
    (bench.results / "a.jpg").unlink()
    assert bench.run().done == 1
    assert (bench.results / "a.jpg").is_file()
    assert states(bench.rows()) == {"a.jpg": State.DONE}
    assert len(bench.rows()) == 1


def test_what_failed_is_tried_again_when_asked_or_when_it_changed(bench: Bench) -> None:
    path = photo(bench.photos / "a.jpg")
    whole = path.read_bytes()
    path.write_bytes(whole[:800])
    assert bench.run().failed == 1
    assert bench.plan().failed[0].reason
    assert len(bench.plan(retry_failed=True).items) == 1
    path.write_bytes(whole)
    assert bench.run().done == 1
    assert states(bench.rows()) == {"a.jpg": State.DONE}


def test_a_network_that_fails_on_one_photo_does_not_stop_the_others(bench: Bench) -> None:
    for seed in range(5):
        photo(bench.photos / f"{seed}.png", seed)
    calls = []

    def fail_once() -> None:
        calls.append(1)
        if len(calls) == 3:
            raise ZeroDivisionError("by chance")

    bench.engine = FakeEngine(tile=64, before_tile=fail_once)
    summary = bench.run()
    assert (summary.done, summary.failed) == (4, 1)
    assert "ZeroDivisionError" in next(row.reason for row in bench.rows() if row.state == State.FAILED)


def _by_brightness(planes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Find noise of 80 in white photos, none in black ones."""
    levels = np.repeat(planes[:1].mean(keepdims=True), 2, axis=0)
    noise = np.broadcast_to(levels * 80 / 255, (2, *planes.shape[1:]))
    return np.concatenate([planes, noise])


class _Asked(FakeCatalog):
    """Notes which models it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def find(self, model_id: str) -> Model:
        self.asked.append(model_id)
        return super().find(model_id)


def test_auto_gives_each_photo_what_it_needs_and_says_why(bench: Bench) -> None:
    for name, value in (("black.png", 0), ("grey.png", 100), ("white.png", 255)):
        Image.fromarray(np.full((20, 20, 3), value, np.uint8)).save(bench.photos / name)
    bench.engine, bench.treatment = FakeEngine(_by_brightness), AUTO
    assert bench.run().skipped == 2
    rows = {row.source.name: row for row in bench.rows()}
    assert rows["black.png"].reason.startswith("Nothing needs to be restored")
    assert "Noise of 31" in rows["grey.png"].findings
    assert rows["white.png"].reason.startswith("Set aside for a look")
    assert digests(bench.results).keys() == {"grey.png"}
    runs = len(bench.engine.runs)
    assert bench.run().skipped == 0
    assert len(bench.engine.runs) == runs
    assert {row.source.name: row for row in bench.rows()} == rows


def test_auto_removes_noise_with_the_model_that_was_chosen_for_it(bench: Bench) -> None:
    own = Treatment(None, denoiser="attic")
    assert Treatment.from_json(json.loads(json.dumps(own.to_json()))) == own
    assert Treatment.from_json(AUTO.to_json()) == AUTO
    assert own.key(FakeCatalog()) != AUTO.key(FakeCatalog())  # type: ignore[arg-type]
    noisy = Loaded(Photo(np.full((20, 20, 3), 100, np.uint8)), "")
    for treatment, model in ((AUTO, "denoise"), (own, "attic")):
        catalog = _Asked()
        computed = compute(noisy, treatment, FakeEngine(_by_brightness), catalog)  # type: ignore[arg-type]
        assert computed.photo is not None
        assert catalog.asked[-1] == model


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


def test_a_name_taken_meanwhile_is_not_written_over(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    bench.engine = FakeEngine(before_tile=lambda: (bench.results / "a.png").write_bytes(b"mine") and None)
    assert bench.run().done == 1
    assert (bench.results / "a.png").read_bytes() == b"mine"
    assert (bench.results / "a (2).png").is_file()
    assert bench.rows()[0].target == Path("a (2).png")


@pytest.mark.parametrize("links", [True, False])
def test_a_draft_gets_a_free_name_on_any_disk(
    bench: Bench, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "no links on this disk")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    output = OutputFolder(bench.results)
    output.prepare()
    for content in (b"first", b"second"):
        (output.drafts / "draft").write_bytes(content)
        if content == b"first":
            assert output.place(output.drafts / "draft", Path("a/b.png")) == [Path("a")]
            assert not list(output.drafts.iterdir())
        else:
            with pytest.raises(FileExistsError):
                output.place(output.drafts / "draft", Path("a/b.png"))
    assert (bench.results / "a" / "b.png").read_bytes() == b"first"


def test_two_batches_never_run_into_one_folder(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    bench.run()
    journal = open_journal(OutputFolder(bench.results))
    with pytest.raises(JournalError, match="Another batch"):
        bench.run()
    journal.close()


def test_a_run_that_was_killed_between_name_and_note_knows_its_result(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    photo(bench.photos / "b.png", 1)
    bench.run()
    journal = open_journal(OutputFolder(bench.results))
    journal._database.execute("UPDATE item SET state = 'running'")
    journal.close()
    (bench.results / "b.png").write_bytes(b"somebody's own")
    assert states(bench.rows()) == {"a.png": State.DONE, "b.png": State.PLANNED}
    assert [row.interrupted for row in bench.rows()] == [0, 1]
    bench.run()
    assert digests(bench.results).keys() == {"a.png", "b.png", "b (2).png"}
    assert (bench.results / "b.png").read_bytes() == b"somebody's own"


@pytest.mark.parametrize("step", ["begin", "will_place", "done", "refuse"])
def test_a_journal_that_cannot_be_written_ends_the_run_and_nothing_is_lost(
    bench: Bench, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(6):
        photo(bench.photos / f"{seed}.png", seed)
    photo(bench.photos / "bad.jpg")
    (bench.photos / "bad.jpg").write_bytes((bench.photos / "bad.jpg").read_bytes()[:700])
    usual, calls = getattr(Journal, step), []

    def fail(self: Journal, *values: object, **named: object) -> object:
        calls.append(1)
        if len(calls) >= (1 if step == "refuse" else 3):
            raise JournalError("The disk of the journal is full.")
        return usual(self, *values, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, step, fail)
        with pytest.raises(JournalError, match="full"):
            bench.run()
    bench.run()
    assert len(digests(bench.results)) == 6
    assert sum(state == State.DONE for state in states(bench.rows()).values()) == 6


def test_the_output_folder_may_be_moved(bench: Bench, tmp_path: Path) -> None:
    photo(bench.photos / "a.png")
    bench.run()
    bench.results = bench.results.rename(tmp_path / "elsewhere")
    assert len(bench.plan().done) == 1


def test_what_killed_two_runs_comes_last(bench: Bench) -> None:
    for seed in range(3):
        photo(bench.photos / f"{seed}.png", seed)
    output = OutputFolder(bench.results)
    output.prepare()
    plan = bench.plan()
    journal = open_journal(output)
    items = Batch(plan, output, journal).items
    journal.put_back(items[0].id, interrupted=True)
    journal.put_back(items[0].id, interrupted=True)
    journal.close()
    plan = bench.plan()
    journal = open_journal(output)
    assert [item.source.name for item in Batch(plan, output, journal, token=CancelToken()).items] == [
        "1.png",
        "2.png",
        "0.png",
    ]
    journal.close()


def test_the_report_tells_of_every_file(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "photos", tmp_path / "results")
    good, bad = mixed_folder(bench.photos)
    summary = bench.run()
    output = OutputFolder(bench.results)
    journal = open_journal(output)
    content = report(output, journal, bench.treatment, summary)
    journal.close()
    assert content["counts"]["done"] == len(good)
    assert content["counts"]["failed"] == len(bad)
    assert {Path(one["source"]).name for one in content["photos"]} >= {*bad, "notes.txt", "ink.jpg"}
    (bench.results / "report.json").write_text("[]")  # somebody else's
    assert write_report(output, content).name == "report (2).json"
    assert (bench.results / "report.json").read_text() == "[]"


def test_drafts_of_a_killed_run_are_cleared_away(bench: Bench) -> None:
    output = OutputFolder(bench.results)
    output.prepare()
    (output.drafts / "7-abc.png").write_bytes(pixels().tobytes())
    photo(bench.photos / "a.png")
    bench.run()
    assert not output.drafts.exists()
    shutil.rmtree(bench.results)
