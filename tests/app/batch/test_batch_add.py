"""Photos may join a batch that runs, and a batch can be gone on with by its journal alone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_photos import Bench, photo, states
from fakes import FakeCatalog, FakeEngine

from restorer.app.batch.again import Unfinished, dismiss, gather_again, unfinished
from restorer.app.batch.batch import open_journal
from restorer.app.batch.events import Event, RowChanged
from restorer.app.batch.gather import gather
from restorer.app.batch.items import State
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.plan import plan_batch
from restorer.errors import PhotoError


def once(action: Callable[[], object]) -> Callable[[], None]:
    """Return what does ``action`` the first time it is called."""
    todo = [action]

    def call() -> None:
        if todo:
            todo.pop()()

    return call


def add(bench: Bench, *inputs: Path) -> bool:
    assert bench.batch is not None
    plan = bench.batch.plan_more(gather(inputs, bench.results, recursive=True, apart=True))
    return bench.batch.add(plan)


def go_on(bench: Bench, *wanted: State, retry_failed: bool = False) -> dict[str, str]:
    """Plan by the journal alone; return the results by the photos' names."""
    output = OutputFolder(bench.results)
    journal = open_journal(output)
    try:
        key = bench.treatment.key(FakeCatalog())  # type: ignore[arg-type]
        gathering = gather_again(journal, wanted)
        plan = plan_batch(gathering, output, bench.treatment, key, journal, retry_failed=retry_failed)
        return {item.source.name: item.target.as_posix() for item in plan.items}
    finally:
        journal.close()


def interrupted(bench: Bench) -> None:
    """Restore two photos of five, then stop."""
    for name in ("a.png", "b.bmp", "sub/c.png", "sub/d.bmp", "sub/e.jpg"):
        photo(bench.photos / name)
    bench.options = {"memory": 1}
    runs: list[None] = []

    def stop() -> None:
        runs.append(None)
        if len(runs) == 2 * 4 + 1:  # four tiles make a photo
            assert bench.batch is not None
            bench.batch.cancel()

    bench.engine = FakeEngine(before_tile=stop)
    assert bench.run().left == 3
    bench.engine, bench.options = FakeEngine(), {}


def test_photos_join_a_running_batch_under_names_of_their_own(bench: Bench, tmp_path: Path) -> None:
    for seed in range(3):
        photo(bench.photos / f"{seed}.png", seed)
        photo(tmp_path / "more" / f"{seed}.png", seed + 9)
    more, single = tmp_path / "more", bench.photos / "0.png"
    bench.engine = FakeEngine(before_tile=once(lambda: add(bench, more, more / "1.png", single)))
    summary = bench.run()
    assert (summary.done, summary.failed, summary.left) == (6, 0, 0)
    names = {path.relative_to(bench.results).as_posix() for path in bench.results.rglob("*.png")}
    assert names == {"0.png", "1.png", "2.png", "more/0.png", "more/1.png", "more/2.png"}
    assert len(bench.rows()) == 6


def test_a_photo_that_joins_never_takes_the_name_of_one_to_come(bench: Bench, tmp_path: Path) -> None:
    photo(bench.photos / "a.png")
    other = photo(tmp_path / "a.png", 1)
    bench.engine = FakeEngine(before_tile=once(lambda: add(bench, other)))
    assert bench.run().done == 2
    assert {row.target.name for row in bench.rows() if row.target} == {"a.png", "a (2).png"}


def test_what_joins_at_the_very_end_is_restored_too(bench: Bench, tmp_path: Path) -> None:
    photo(bench.photos / "a.png")
    late = photo(tmp_path / "late.png", 1)

    join = once(lambda: add(bench, late))

    class Listening(list[Event]):
        def append(self, event: Event) -> None:
            if isinstance(event, RowChanged) and event.state == State.DONE:
                join()

    bench.events = Listening()
    assert bench.run().done == 2


def test_a_batch_that_ended_takes_no_more(bench: Bench, tmp_path: Path) -> None:
    photo(bench.photos / "a.png")
    bench.run()
    assert bench.batch is not None
    assert not bench.batch._desk.add(bench.batch.items)


def test_a_file_that_cannot_join_says_why(bench: Bench, tmp_path: Path) -> None:
    photo(bench.photos / "a.png")
    (tmp_path / "letter.txt").write_text("Dear diary")
    bench.engine = FakeEngine(before_tile=once(lambda: add(bench, tmp_path / "letter.txt")))
    bench.run()
    assert states(bench.rows()) == {"a.png": State.DONE, "letter.txt": State.SKIPPED}


def test_a_batch_goes_on_by_its_journal_with_the_names_it_planned(bench: Bench) -> None:
    interrupted(bench)
    (found,) = unfinished()
    assert found == Unfinished(bench.results, bench.treatment, 2, 3)
    left = go_on(bench, State.PLANNED)
    assert left == {"c.png": "sub/c.png", "d.bmp": "sub/d.png", "e.jpg": "sub/e.jpg"}
    bench.run()
    assert unfinished() == []


def test_nobody_is_asked_again_about_a_batch_that_was_dismissed(bench: Bench) -> None:
    interrupted(bench)
    dismiss(bench.results)
    assert unfinished() == []
    assert len(go_on(bench, State.PLANNED)) == 3, "it can be gone on with all the same"


def test_a_batch_that_runs_or_whose_folder_is_gone_is_not_offered(bench: Bench) -> None:
    interrupted(bench)
    journal = open_journal(OutputFolder(bench.results))
    assert unfinished() == []
    journal.close()
    shutil.rmtree(bench.results)
    assert unfinished() == []


def test_a_folder_that_is_not_connected_loses_nothing(bench: Bench, tmp_path: Path) -> None:
    interrupted(bench)
    away = bench.photos.rename(tmp_path / "away")
    with pytest.raises(PhotoError, match="has vanished"):
        go_on(bench, State.PLANNED)
    away.rename(bench.photos)
    (bench.photos / "sub" / "c.png").unlink()
    assert len(go_on(bench, State.PLANNED)) == 2
    assert len(unfinished()) == 1


def test_what_failed_can_be_tried_again_by_the_journal(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    (bench.photos / "b.jpg").write_bytes(b"not yet")
    bench.run()
    photo(bench.photos / "b.jpg")
    assert go_on(bench, State.FAILED, retry_failed=True) == {"b.jpg": "b.jpg"}
