"""What a batch leaves on the disk: free names, a true journal, and nothing of a run that was killed."""

import shutil
from pathlib import Path

import pytest
from batch_photos import Bench, digests, photo, pixels, states
from fakes import FakeEngine

from restorer.app.batch.batch import Batch, open_journal
from restorer.app.batch.items import State
from restorer.app.batch.journal import Journal, JournalError
from restorer.app.batch.output import OutputFolder
from restorer.progress import CancelToken


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


def test_drafts_of_a_killed_run_are_cleared_away(bench: Bench) -> None:
    output = OutputFolder(bench.results)
    output.prepare()
    (output.drafts / "7-abc.png").write_bytes(pixels().tobytes())
    photo(bench.photos / "a.png")
    bench.run()
    assert not output.drafts.exists()
    shutil.rmtree(bench.results)
