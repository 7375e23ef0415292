"""What a batch will do is decided, and can be shown, before it does anything."""

import json
import os
import sys
from pathlib import Path

import pytest
from batch_photos import Bench, mixed_folder, photo

from restorer.app.batch.gather import gather
from restorer.app.batch.naming import Names, Wanted
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.plan import BatchPlan
from restorer.errors import PhotoError
from restorer.photo import Facts


def targets(plan: BatchPlan) -> dict[str, str]:
    return {item.source.name: item.target.as_posix() for item in plan.items}


def test_the_tree_is_mirrored_and_nothing_is_written(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    photo(bench.photos / "写真 №1 & (ß)" / "b.png")
    plan = bench.plan()
    assert targets(plan) == {"a.jpg": "a.jpg", "b.png": "写真 №1 & (ß)/b.png"}
    assert plan.megapixels == pytest.approx(2 * 48 * 64 / 1e6)
    assert 2 * 4096 < plan.disk_needed < 50_000
    assert plan.disk_free > 0
    assert not bench.results.exists()


def test_every_file_left_out_has_a_reason(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "photos", tmp_path / "results")
    good, bad = mixed_folder(bench.photos)
    photo(bench.photos / ".hidden.jpg")
    if hasattr(os, "mkfifo"):
        os.mkfifo(bench.photos / "pipe.jpg")
    (bench.photos / "link.jpg").symlink_to(bench.photos / "same stem.jpg")
    (bench.photos / "lost.jpg").symlink_to(bench.photos / "nowhere.jpg")
    plan = bench.plan()
    assert {item.source.relative_to(bench.photos).as_posix() for item in plan.items} == good | {
        "truncated.jpg"
    }
    assert {one.source.name: one.reason for one in plan.failed}.keys() == bad.keys() - {"truncated.jpg"}
    reasons = {one.source.name: one.reason for one in plan.skipped}
    assert reasons.keys() - {"pipe.jpg"} == {"notes.txt", ".hidden.jpg", "lost.jpg"}
    assert "Hidden" in reasons[".hidden.jpg"]
    assert "not a picture" in reasons["notes.txt"]
    assert "ordinary" in reasons.get("pipe.jpg", "This is no ordinary file.")


def test_sub_folders_are_named_when_they_are_left_out(bench: Bench) -> None:
    photo(bench.photos / "sub" / "a.jpg")
    plan = bench.plan(recursive=False)
    assert not plan.items
    assert "Sub-folders" in plan.skipped[0].reason


def test_results_never_become_sources(bench: Bench) -> None:
    bench.results = bench.photos / "restored"
    photo(bench.photos / "a.jpg")
    photo(bench.results / "earlier.jpg")
    plan = bench.plan()
    assert targets(plan) == {"a.jpg": "a.jpg"}
    assert not plan.skipped


@pytest.mark.parametrize("named", [".", "inside", "a.jpg"])
def test_originals_in_the_output_folder_are_refused(bench: Bench, named: str) -> None:
    photo(bench.photos / "a.jpg")
    photo(bench.photos / "inside" / "b.jpg")
    with pytest.raises(PhotoError, match="output folder"):
        gather([bench.photos / named], bench.photos)


def test_a_folder_that_is_not_there_is_said(bench: Bench) -> None:
    with pytest.raises(PhotoError, match="no file or folder"):
        bench.plan(bench.photos / "nowhere")


def test_files_and_folders_may_be_mixed_and_overlap(bench: Bench) -> None:
    for name in ("one/x/a.jpg", "two/x/a.jpg", "two/x/b.jpg", "c.jpg"):
        photo(bench.photos / name)
    inputs = [bench.photos / name for name in ("one/x", "two/x", "two/x/b.jpg", "c.jpg", "c.jpg")]
    plan = bench.plan(*inputs)
    assert [item.target.as_posix() for item in plan.items] == [
        "x/a.jpg",
        "x (2)/a.jpg",
        "x (2)/b.jpg",
        "c.jpg",
    ]


def test_same_stems_stay_apart(bench: Bench) -> None:
    for name in ("a.bmp", "a.png", "a.gif", "a.jpg"):
        photo(bench.photos / name)
    assert targets(bench.plan()) == {
        "a.bmp": "a (bmp).png",
        "a.gif": "a (gif).png",
        "a.jpg": "a.jpg",
        "a.png": "a.png",
    }


def test_names_that_differ_in_case_or_composition_stay_apart(bench: Bench) -> None:
    for name in ("Über.jpg", "U\u0308ber.jpg", "über.JPG"):
        photo(bench.photos / name)
    names = list(targets(bench.plan()).values())
    assert len(names) == 3
    assert len({name.casefold() for name in names}) == 3
    assert sum("(" in name for name in names) == 2


def test_what_is_there_already_keeps_its_name(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    bench.results.mkdir()
    (bench.results / "A.JPG").write_bytes(b"somebody's")
    assert targets(bench.plan()) == {"a.jpg": "a (2).jpg"}


def test_long_names_stay_within_what_disks_allow(bench: Bench) -> None:
    long = "ß" * 125  # 250 bytes
    photo(bench.photos / f"{long}.bmp")
    photo(bench.photos / f"{long}.png")
    bench.run()
    made = sorted(path.name for path in bench.results.glob("*.png"))
    assert len(made) == 2
    assert all(len(name.encode()) <= 255 for name in made)


def test_long_paths_are_restored_like_any_other(bench: Bench) -> None:
    deep = bench.photos.joinpath(*["Ordner 写真 mit einem langen Namen" * 2] * 12)
    assert len(str(deep)) > 700
    photo(deep / "a.png")
    assert bench.run().done == 1
    assert (bench.results / deep.relative_to(bench.photos) / "a.png").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="there, no such folder can be made")
@pytest.mark.parametrize("room", [10, 60, 200])
def test_a_path_that_is_too_long_for_the_system_fails_alone(bench: Bench, room: int) -> None:
    longest = os.pathconf("/", "PC_PATH_MAX") - room
    deep = bench.photos
    while (left := longest - len(str(deep)) - 1) > 0:
        deep /= "x" * min(200, left)
    bench.results /= "x" * 240
    photo(deep / "a.png")
    photo(bench.photos / "b.png", 1)
    summary = bench.run()
    assert (summary.done, summary.failed, summary.left) == (1, 1, 0)
    assert "too long" in next(row.reason for row in bench.rows() if row.source.name == "a.png")


def test_a_name_that_is_no_text_is_restored_too(bench: Bench) -> None:
    name = os.fsdecode(b"caf\xe9.jpg")
    photo(bench.photos / "a.jpg").rename(bench.photos / name)
    assert bench.run().done == 1
    assert (bench.results / name).is_file()
    assert bench.plan().done[0].source.name == name


def test_a_wrong_ending_is_put_right(bench: Bench) -> None:
    photo(bench.photos / "a.png").rename(bench.photos / "a.jpg")
    assert targets(bench.plan()) == {"a.jpg": "a.png"}


def test_a_file_does_not_stand_where_a_folder_will(tmp_path: Path) -> None:
    facts = Facts("JPEG", 4, 4)
    wanted = [Wanted(Path("x.jpg"), facts), Wanted(Path("X.JPG/a.jpg"), facts)]
    assert [path.as_posix() for path in Names(tmp_path).assign(wanted)] == ["x (2).jpg", "X.JPG/a.jpg"]


@pytest.mark.parametrize("mark", ["../../../elsewhere/photos", "0" * 15, "", 7, None, ["0" * 16]])
def test_a_mark_that_leads_elsewhere_is_no_mark(tmp_path: Path, mark: object) -> None:
    (tmp_path / ".restorer").mkdir()
    (tmp_path / ".restorer" / "batch.json").write_text(json.dumps({"id": mark}))

    output = OutputFolder(tmp_path)

    assert output.is_new
    assert output.id != mark


def test_what_could_not_be_written_as_deep_gets_another_format(tmp_path: Path) -> None:
    wanted = [Wanted(Path(f"{bits}.avif"), Facts("AVIF", 40, 30, bits)) for bits in (8, 16)]
    assert [path.name for path in Names(tmp_path).assign(wanted)] == ["8.avif", "16.tif"]


def test_results_of_an_earlier_batch_among_the_originals_are_left_out(bench: Bench) -> None:
    photo(bench.photos / "a.jpg")
    bench.results = bench.photos / "restored"
    bench.run()
    bench.results = bench.photos.parent / "elsewhere"
    plan = bench.plan()
    assert targets(plan) == {"a.jpg": "a.jpg"}
    assert "results of a batch" in plan.skipped[0].reason


def test_two_people_may_restore_into_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = OutputFolder(tmp_path)
    mine.prepare()
    (mine.drafts / "1-a.png").write_bytes(b"half of it")
    monkeypatch.setattr("platform.node", lambda: "another computer")
    other = OutputFolder(tmp_path)
    other.prepare()
    other.close()
    assert (mine.drafts / "1-a.png").read_bytes() == b"half of it"
    mine.close()
    assert not (tmp_path / ".restorer" / "drafts").exists()
