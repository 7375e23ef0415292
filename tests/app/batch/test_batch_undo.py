"""A batch can be taken back, and only what it wrote itself."""

import os
import subprocess
import sys
from pathlib import Path

from batch_photos import Bench, digests, photo, states
from fakes import FakeCatalog

from restorer.app.batch.batch import open_journal
from restorer.app.batch.items import State, Treatment
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.undo import Trash, Undone, undo_batch
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise


def undo(bench: Bench, trash: Trash, treatment: str | None = None) -> Undone:
    output = OutputFolder(bench.results)
    journal = open_journal(output)
    try:
        return undo_batch(output, journal, treatment=treatment, trash=trash)
    finally:
        journal.close()


def test_results_go_to_the_trash_unless_somebody_worked_on_them(bench: Bench) -> None:
    for name in ("a.png", "sub/b.png", "c.png", "d.png"):
        photo(bench.photos / name)
    (bench.results / "mine").mkdir(parents=True)
    bench.run()
    before = digests(bench.photos)
    (bench.results / "c.png").write_bytes(b"painted over")
    (bench.results / "d.png").unlink()
    trashed: list[str] = []

    def trash(path: Path) -> None:
        trashed.append(path.name)
        path.unlink()

    undone = undo(bench, trash)
    assert trashed == ["a.png", "b.png"]
    assert undone.trashed == 2
    assert [(one.source.name, one.reason) for one in undone.kept] == [("c.png", "It was changed since.")]
    assert (bench.results / "c.png").read_bytes() == b"painted over"
    assert not (bench.results / "sub").exists()
    assert (bench.results / "mine").is_dir()
    assert digests(bench.photos) == before
    assert states(bench.rows())["a.png"] == State.SKIPPED


def test_what_was_taken_back_can_be_restored_again(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    bench.run()
    before = digests(bench.results)
    undo(bench, Path.unlink)
    assert digests(bench.results) == {}
    bench.run()
    assert digests(bench.results) == before


def test_only_the_results_of_one_treatment_go_if_one_is_named(bench: Bench) -> None:
    first = photo(bench.photos / "a.png")
    bench.run(first)
    bench.treatment = Treatment(Recipe((Denoise(0.5),)))
    later = photo(bench.photos / "b.png", 1)
    bench.run(later)
    key = bench.treatment.key(FakeCatalog())  # type: ignore[arg-type]
    assert undo(bench, Path.unlink, key).trashed == 1
    assert set(digests(bench.results)) == {"a.png"}
    assert states(bench.rows()) == {"a.png": State.DONE, "b.png": State.SKIPPED}
    assert undo(bench, Path.unlink).trashed == 1, "without one, all that is in the folder"
    assert digests(bench.results) == {}


def test_without_a_trash_everything_stays(bench: Bench) -> None:
    photo(bench.photos / "a.png")
    bench.run()

    def refuse(path: Path) -> None:
        raise OSError(1, "no trash here")

    undone = undo(bench, refuse)
    assert undone.trashed == 0
    assert "no trash here" in undone.kept[0].reason
    assert (bench.results / "a.png").is_file()
    assert states(bench.rows()) == {"a.png": State.DONE}


def test_the_trash_is_the_one_of_the_desktop(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"a result")
    code = (
        "import sys, pathlib as p; from restorer.app.batch.undo import to_trash as t; t(p.Path(sys.argv[1]))"
    )
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code, tmp_path / "a.png"], check=True, env=environment)
    assert not (tmp_path / "a.png").exists()
    if sys.platform == "linux":
        assert (tmp_path / "data" / "Trash" / "files" / "a.png").read_bytes() == b"a result"
