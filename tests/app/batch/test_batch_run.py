"""A batch restores what can be restored, says what became of the rest, and never does a thing twice."""

from pathlib import Path

import pytest
from batch_photos import DENOISE, Bench, digests, mixed_folder, photo, states
from fakes import FakeCatalog, FakeEngine, denoise_card

from restorer.app.batch.batch import open_journal
from restorer.app.batch.items import State, Treatment
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.report import report, write_report
from restorer.photo import open_photo
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
