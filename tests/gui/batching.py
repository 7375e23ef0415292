"""What tests of the queue do with it: plan, begin, wait, and read what it shows."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

from program import Program
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from restorer.app.batch.items import State
from restorer.gui.queue.queue import Phase, Queue


class Gate:
    """Holds an engine up at each tile, once it is closed, until it is opened."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.reached = threading.Event()

    def __call__(self) -> None:
        self.reached.set()
        self._open.wait(30)

    def close(self) -> None:
        self.reached.clear()
        self._open.clear()

    def open(self) -> None:
        self._open.set()


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    """Let the program run until ``condition`` holds; a batch goes through several threads and a disk."""
    qtbot.waitUntil(condition, timeout=30_000)


def queue_of(program: Program) -> Queue:
    return program.application.queue


def urls(*paths: Path) -> QMimeData:
    """What is dropped when these are."""
    contents = QMimeData()
    contents.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return contents


def click(program: Program, name: str) -> None:
    program.find(QPushButton, name).click()


def planned(qtbot: QtBot, program: Program, *paths: Path, recursive: bool = False) -> None:
    program.window.batch.add(paths, recursive=recursive)
    until(qtbot, lambda: queue_of(program).phase is Phase.PLANNED)


def begun(qtbot: QtBot, program: Program, *paths: Path, recursive: bool = False) -> None:
    planned(qtbot, program, *paths, recursive=recursive)
    click(program, "preflight_start")
    assert queue_of(program).running


def ended(qtbot: QtBot, program: Program) -> None:
    until(qtbot, lambda: queue_of(program).phase is Phase.ENDED)


def results(album: Path) -> set[str]:
    """The results so far; a batch that runs takes folders away, which walking through them must bear."""
    folder = album.with_name(f"{album.name} restored")
    found = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    return {path.relative_to(folder).as_posix() for path in found if path.suffix == ".png"}


def rows(program: Program) -> dict[str, State]:
    model = queue_of(program).model
    found = [model.row_at(model.index(line, 0)) for line in range(model.rowCount())]
    return {row.source.name: row.state for row in found}


def label(program: Program, name: str) -> str:
    return str(program.find(QLabel, name).text())


def choose_treatment(qtbot: QtBot, program: Program, words: str) -> None:
    """Choose what is done to each photo, in the plan that is shown."""
    box = program.find(QComboBox, "preflight_treatment")
    number = next(number for number in range(box.count()) if words in box.itemText(number))
    box.setCurrentIndex(number)
    box.activated.emit(number)
    until(qtbot, lambda: queue_of(program).phase is Phase.PLANNED)
