"""The training child is found in a checkout and in an installed program."""

import importlib.util
import sys
from pathlib import Path

import pytest
from pack_archives import archive_of, pack_of

from restorer.app.packs.shelf import Shelf
from restorer.app.training.child import can_train, child_command
from restorer.errors import RestorerError


@pytest.mark.parametrize("is_there", [True, False])
def test_a_checkout_starts_python_if_it_has_torch(monkeypatch: pytest.MonkeyPatch, is_there: bool) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object() if is_there else None)

    assert can_train() is is_there

    if is_there:
        assert child_command() == [sys.executable, "-m", "restorer.training.worker"]
    else:
        with pytest.raises(RestorerError, match="not installed"):
            child_command()


@pytest.mark.parametrize(
    ("system", "starter", "started"),
    [("linux", "restorer", "restorer"), ("win32", "restorer.exe", "restorer-cli.exe")],
)
def test_an_installed_program_starts_itself_once_the_pack_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, starter: str, started: str
) -> None:
    archive = archive_of(tmp_path / "pack.tar.gz")
    shelf = Shelf(tmp_path / "packs", [pack_of(archive)])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "executable", str(tmp_path / starter))
    with pytest.raises(RestorerError, match="not installed") as caught:
        child_command(shelf)
    assert "pack" in caught.value.hint

    shelf.install(archive)

    assert child_command(shelf) == [str(tmp_path / started), "--training-child"]
