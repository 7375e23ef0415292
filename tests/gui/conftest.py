"""A running program for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from batching import Gate
from handwork import program_with, repaired
from program import Program, photo_file, running_program
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """The program with a stand-in engine, started without a photo."""
    with running_program(qapp) as program:
        yield program


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open()


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """A folder of three photos, one of them below, and a file that is none."""
    folder = tmp_path / "Fotos 写真 & (ß)"
    for name in ("a.png", "b.png"):
        photo_file(folder, name)
    photo_file(folder / "deep", "c.png")
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return folder


@pytest.fixture
def family(qapp: QApplication) -> Iterator[Program]:
    """The program with models for everything."""
    yield from program_with(qapp)


@pytest.fixture
def damaged(family: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A photo with a scratch and a speck, both found, with only the repair of damage on."""
    return repaired(qtbot, family, tmp_path)
