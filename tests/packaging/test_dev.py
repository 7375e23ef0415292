"""The set-up script: what it installs, what it leaves alone, and what it says where it may not install."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev


class Machine:
    """A machine on which nothing is really run: remembers the commands, and lets the chosen ones fail."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.commands: list[str] = []

    def run(self, command: Sequence[str | Path], **_options: object) -> "subprocess.CompletedProcess[str]":
        line = " ".join(map(str, command))
        self.commands.append(line)
        code = int(any(word in line for word in self.failing))
        return subprocess.CompletedProcess(command, code, stdout="its own words", stderr="")

    def call(self, command: Sequence[str | Path], **options: object) -> int:
        return self.run(command, **options).returncode

    def typed(self, words: str) -> list[str]:
        return [command for command in self.commands if words in command]


def on(machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, root: bool = True) -> Machine:
    """Put ``dev`` on the machine, with a ``.venv`` of its own that is there already."""
    monkeypatch.setattr(dev.subprocess, "run", machine.run)
    monkeypatch.setattr(dev.subprocess, "call", machine.call)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0 if root else 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(dev, "loads", lambda library: True)
    monkeypatch.setattr(dev, "FONTS", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    (tmp_path / "python").touch()
    (tmp_path / "font.ttf").touch()
    return machine


def test_what_is_set_up_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = on(Machine(), monkeypatch, tmp_path)
    dev.set_up()
    assert machine.typed("pip install")
    machine.commands.clear()

    dev.set_up()

    assert not machine.commands


def test_a_failed_installation_is_tried_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    on(Machine("pip install"), monkeypatch, tmp_path)
    with pytest.raises(dev.SetupError):
        dev.set_up("dev")
    machine = on(Machine(), monkeypatch, tmp_path)

    dev.set_up("dev")

    assert machine.typed("[dev]")


def test_changed_dependencies_are_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = on(Machine(), monkeypatch, tmp_path)
    dev.set_up()
    project = (dev.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(project.replace('"rich>=14"', '"rich>=15"'), encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    machine.commands.clear()

    dev.set_up()

    assert machine.typed("pip install")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt")
def test_missing_libraries_are_installed_by_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = on(Machine(), monkeypatch, tmp_path)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")

    dev.set_up()

    (install,) = machine.typed("apt-get -qq install")
    assert install.endswith(" libegl1")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt")
def test_somebody_else_is_told_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = on(Machine("sudo"), monkeypatch, tmp_path, root=False)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    (tmp_path / "font.ttf").unlink()

    dev.set_up()

    assert "sudo apt-get install libegl1 fonts-dejavu-core" in capsys.readouterr().err
    assert not machine.typed("apt-get")
    assert machine.typed("pip install")


def test_without_venv_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    on(Machine("sudo"), monkeypatch, tmp_path, root=False)
    (tmp_path / "python").unlink()
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(dev.SetupError, match="sudo apt-get install python3-venv"):
        dev.set_up()


def test_a_failing_check_does_not_hide_the_next(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = on(Machine(str(dev.BIN / "mypy"), str(dev.BIN / "pytest")), monkeypatch, tmp_path)

    code = dev.test_all(["-x"])

    assert code == 1
    assert machine.typed("pytest -x")
    assert capsys.readouterr().out.splitlines()[-1] == "Failed: types, tests."


def test_every_check_passing_is_said_last(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on(Machine(), monkeypatch, tmp_path)

    assert dev.test_all([]) == 0

    assert capsys.readouterr().out.splitlines()[-1].startswith("All checks passed: lint, format")
