"""Packs are installed whole, checked and inside their folder, or not at all."""

import json
import shutil
import tarfile
from pathlib import Path

import pytest
from pack_archives import CONTENT, archive_of, entry, pack_of, write_archive, write_manifest

from restorer.app.packs.pack import read_packs
from restorer.app.packs.shelf import PackState, Shelf, WrongPack
from restorer.errors import Cancelled, PackError
from restorer.progress import Progress, ProgressReport


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) if folder.exists() else []


def test_a_pack_is_installed_found_and_removed(shelf: Shelf, archive: Path) -> None:
    (pack,) = shelf.packs
    assert shelf.state(pack) is PackState.MISSING
    assert shelf.place("training") is None

    assert shelf.install(archive) == pack

    assert shelf.state(pack) is PackState.INSTALLED
    place = shelf.place("training")
    assert place is not None
    assert (place / "torchlike/__init__.py").read_bytes() == CONTENT["torchlike/__init__.py"]
    assert everything_in(shelf.folder)[0] == "training"  # and nothing half done beside it
    shelf.remove("training")
    assert everything_in(shelf.folder) == []
    shelf.remove("training")


def test_progress_goes_up_to_its_end(shelf: Shelf, archive: Path) -> None:
    seen: list[ProgressReport] = []
    shelf.install(archive, Progress(seen.append))

    fractions = [report.fraction for report in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == pytest.approx(1.0)
    assert {report.note for report in seen} == {"Checking", "Unpacking"}
    assert len(fractions) > 4, "a large file moves the bar too"


def test_a_newer_pack_takes_the_place_of_the_older(shelf: Shelf, archive: Path, tmp_path: Path) -> None:
    shelf.install(archive)
    newer = archive_of(tmp_path / "newer.tar.gz", {"torchlike/__init__.py": b"depth = 8\n"})
    next_release = Shelf(shelf.folder, [pack_of(newer)])
    assert next_release.state(next_release.packs[0]) is PackState.OUTDATED
    assert next_release.place("training") is None

    next_release.install(newer)

    assert everything_in(shelf.folder) == [
        "training", "training/pack.json", "training/torchlike", "training/torchlike/__init__.py",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["restorer-training-pack.tar.gz", "holiday.tar.gz"])
def test_what_the_release_does_not_state_is_refused(shelf: Shelf, tmp_path: Path, name: str) -> None:
    other = archive_of(tmp_path / name, {"evil.py": b"boo"})

    with pytest.raises(WrongPack) as caught:
        shelf.install(other)

    assert name in str(caught.value)
    assert everything_in(shelf.folder) == []


def test_one_changed_bit_is_enough(shelf: Shelf, archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 1
    archive.write_bytes(data)

    with pytest.raises(WrongPack, match="damaged"):
        shelf.install(archive)


HOSTILE = {
    "up": [entry("pack/../../evil.py", b"x")],
    "absolute": [entry("/tmp/evil.py", b"x")],
    "drive": [entry("pack/C:/evil.py", b"x")],
    "backslash": [entry("pack/..\\evil.py", b"x")],
    "link": [entry("pack/link", type=tarfile.SYMTYPE, linkname="/etc/passwd")],
    "hard link": [entry("pack/a", b"x"), entry("pack/link", type=tarfile.LNKTYPE, linkname="pack/a")],
    "device": [entry("pack/null", type=tarfile.CHRTYPE)],
    "root is a file": [entry("pack", b"x")],
    "twice": [entry("pack/a", b"x"), entry("pack/a", b"y")],
    "too large": [entry("pack/a", bytes(1001))],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_archives_write_nothing(tmp_path: Path, kind: str) -> None:
    """Even if a release should state the checksum of one."""
    archive = write_archive(tmp_path / "pack.tar.gz", HOSTILE[kind])
    shelf = Shelf(tmp_path / "data" / "packs", [pack_of(archive, unpacked=1000)])
    before = everything_in(tmp_path)

    with pytest.raises(PackError):
        shelf.install(archive)

    assert everything_in(tmp_path) == sorted([*before, "data", "data/packs"])


def test_no_archive_at_all_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pack.tar.gz"
    file.write_bytes(b"not an archive")

    with pytest.raises(PackError, match="not made for Restorer"):
        Shelf(tmp_path / "packs", [pack_of(file)]).install(file)


def test_a_missing_file_is_a_sentence(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="No such file"):
        shelf.install(tmp_path / "nowhere.tar.gz")


def test_stopping_leaves_what_was_there(shelf: Shelf, archive: Path) -> None:
    shelf.install(archive)
    before = everything_in(shelf.folder)
    progress = Progress()
    progress = Progress(
        lambda report: progress.token.cancel() if report.note == "Unpacking" else None, progress.token
    )

    with pytest.raises(Cancelled):
        shelf.install(archive, progress)

    assert everything_in(shelf.folder) == before
    assert shelf.place("training") is not None


def test_a_full_disk_is_noticed_before(shelf: Shelf, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = shutil.disk_usage(archive)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: free)

    with pytest.raises(PackError, match="not enough room: 103 MB are needed, 1 MB are free"):
        shelf.install(archive)


def test_an_unknown_pack_is_a_sentence(shelf: Shelf) -> None:
    with pytest.raises(PackError, match="no pack “flying”") as caught:
        shelf.remove("flying")
    assert "training" in caught.value.hint
    with pytest.raises(PackError, match="checkout"):
        Shelf(shelf.folder, []).find("training")


def test_the_manifest_is_read(shelf: Shelf, tmp_path: Path) -> None:
    manifest = tmp_path / "packs.json"
    assert read_packs(manifest) == ()
    write_manifest(manifest, shelf.packs)
    assert read_packs(manifest) == shelf.packs


@pytest.mark.parametrize("change", [{"id": "../up"}, {"size": "7"}, {"sha256": None}])
def test_a_damaged_manifest_is_a_sentence(shelf: Shelf, tmp_path: Path, change: dict[str, object]) -> None:
    manifest = tmp_path / "packs.json"
    write_manifest(manifest, shelf.packs)
    content = json.loads(manifest.read_text())
    content["packs"][0] |= change
    for text in (json.dumps(content), json.dumps(content | {"format": 2}), "{", "[]"):
        manifest.write_text(text)
        with pytest.raises(PackError, match="cannot say which packs"):
            read_packs(manifest)
