"""What can be done with the rows of the queue once a batch is over."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from batching import (
    begun,
    click,
    ended,
    planned,
    queue_of,
    results,
    rows,
    until,
)
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QTableView,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from restorer.app.batch.items import State
from restorer.photo import Box, open_photo


def select(program: Program, name: str) -> QTableView:
    table = program.find(QTableView, "queue_table")
    model = queue_of(program).model
    line = next(line for line in range(model.rowCount()) if model.index(line, 0).data() == name)
    table.selectRow(line)
    return table


def test_what_failed_is_tried_again(program: Program, qtbot: QtBot, album: Path) -> None:
    begun(qtbot, program, album)
    ended(qtbot, program)
    (album / "bad.jpg").write_bytes((album / "a.png").read_bytes())
    program.do("batch_retry")
    until(qtbot, lambda: rows(program).get("bad.jpg") == State.DONE)
    assert not program.window.actions_["batch_retry"].isEnabled()
    assert "bad.png" in results(album), "it is a PNG, whatever it is called"


def test_a_finished_photo_is_compared_with_its_original(program: Program, qtbot: QtBot, album: Path) -> None:
    begun(qtbot, program, album)
    ended(qtbot, program)
    table = select(program, "a.png")
    QTest.keyClick(table, Qt.Key.Key_Return)
    until(qtbot, lambda: program.workspace.name == "a.png")
    until(qtbot, lambda: program.workspace.finished is not None)
    before, after = open_photo(album / "a.png"), open_photo(Path(f"{album} restored") / "a.png")
    whole = Box.of(before.pixels)
    assert np.array_equal(program.workspace.document.before.read(0, whole), before.pixels)
    assert np.array_equal(program.workspace.finished.read(0, whole), after.pixels)
    assert np.array_equal(program.window.canvas._after.read(0, whole), after.pixels)
    assert not program.workspace.unsaved
    assert program.window.actions_["compare_wipe"].isEnabled()
    program.do("close")
    assert program.workspace.finished is None
    assert not program.window.actions_["compare_wipe"].isEnabled()


def test_results_are_opened_and_shown(
    program: Program, qtbot: QtBot, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(Path(url.toLocalFile())))
    monkeypatch.setattr("sys.platform", "linux")
    begun(qtbot, program, album)
    ended(qtbot, program)
    out = Path(f"{album} restored")
    table = select(program, "b.png")
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    program.find(QToolButton, "queue_reveal").click()
    program.do("batch_output")
    assert asked == [out / "b.png", out, out]
    select(program, "bad.jpg")
    assert not program.find(QToolButton, "queue_compare").isEnabled()


def test_the_queue_is_shown_hidden_and_filtered_by_keys(program: Program, qtbot: QtBot, album: Path) -> None:
    begun(qtbot, program, album)
    ended(qtbot, program)
    panel = program.window.queue_panel
    program.do("queue")
    assert not panel.isVisible()
    program.do("queue")
    assert panel.isVisible()
    table = program.find(QTableView, "queue_table")
    assert table.currentIndex().row() == 0
    program.find(QToolButton, "queue_filter_failed").click()
    assert list(rows(program)) == ["bad.jpg"]
    program.find(QToolButton, "queue_filter_all").click()
    assert len(rows(program)) == 4


def test_the_folder_of_the_results_is_offered_only_if_there_are_some(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    begun(qtbot, program, album / "a.png")
    ended(qtbot, program)
    assert program.window.messages.messages[-1].action == "batch_output"
    planned(qtbot, program, album / "b.png")
    (album / "b.png").write_bytes(b"spoilt since")
    click(program, "preflight_start")
    ended(qtbot, program)
    assert "0 photos" in program.messages[-1]
    assert program.window.messages.messages[-1].action == ""
