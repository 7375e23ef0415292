"""``restorer pack`` in an installed program and in a checkout."""

import json
from pathlib import Path

import pytest
from pack_archives import archive_of, pack_of, write_manifest

from restorer import paths
from restorer.__main__ import main


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the archive of the pack that this release states."""
    archive = archive_of(tmp_path / "training.tar.gz")
    manifest = tmp_path / "packs.json"
    write_manifest(manifest, [pack_of(archive)])
    monkeypatch.setattr(paths, "release_packs", lambda: manifest)
    return archive


def states(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    capsys.readouterr()
    assert main(["pack", "list", "--json"]) == 0
    return {pack["id"]: pack["state"] for pack in json.loads(capsys.readouterr().out)["packs"]}


def test_a_pack_comes_and_goes(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert states(capsys) == {"training": "missing"}
    assert main(["pack", "install", str(archive)]) == 0
    assert states(capsys) == {"training": "installed"}
    assert (paths.packs() / "training" / "torchlike" / "__init__.py").is_file()
    assert main(["pack", "list"]) == 0
    assert "training\tinstalled\t0 MB" in capsys.readouterr().out
    assert main(["pack", "remove", "training"]) == 0
    assert states(capsys) == {"training": "missing"}


def test_what_goes_wrong_is_said(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options in ([], ["--quiet"]):
        assert main(["pack", "install", *options]) == 2
        assert "Say which pack to install." in capsys.readouterr().err
    archive.write_bytes(b"something else")
    assert main(["pack", "install", str(archive)]) == 1
    assert "damaged" in capsys.readouterr().err
    assert main(["pack", "download", "training"]) == 1
    assert "not published anywhere yet" in capsys.readouterr().err
    assert main(["pack", "remove", "flying"]) == 1
    assert "no pack “flying”" in capsys.readouterr().err


def test_a_checkout_has_no_packs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "list"]) == 0
    assert "has no packs" in capsys.readouterr().err
