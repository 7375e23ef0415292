"""A batch that runs in the window: paused, stopped, joined, interrupted, and gone on with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from batching import (
    Gate,
    begun,
    click,
    ended,
    label,
    planned,
    queue_of,
    results,
    until,
    urls,
)
from fakes import FakeEngine
from program import Program, TestedEngine, photo_file, running_program
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer.gui.queue.queue import Phase


@pytest.fixture
def program(qapp: QApplication, gate: Gate) -> Iterator[Program]:
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        yield program
        gate.open()


def drop(widget: QWidget, *paths: Path) -> None:
    contents = urls(*paths)  # the events do not keep it alive
    how = (Qt.DropAction.CopyAction, contents, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *how))


def test_pausing_and_going_on(program: Program, qtbot: QtBot, album: Path, gate: Gate) -> None:
    planned(qtbot, program, album)
    gate.close()
    program.do("batch_start")
    until(qtbot, gate.reached.is_set)
    until(qtbot, lambda: queue_of(program)._batch is not None)
    assert program.window.actions_["batch_start"].text() == "Pau&se"
    program.do("batch_start")
    gate.open()
    assert label(program, "queue_text") == "Paused"
    assert program.window.actions_["batch_start"].text() == "&Go on"
    assert not results(album)
    program.do("batch_start")
    ended(qtbot, program)
    assert len(results(album)) == 2


def test_a_batch_that_is_about_to_begin_is_stopped_at_once(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    begun(qtbot, program, album)
    assert queue_of(program)._batch is None, "its folder is being prepared"
    program.do("batch_cancel")
    ended(qtbot, program)
    assert label(program, "queue_text") == "Stopped"
    assert results(album) == set()
    program.do("batch_start")
    until(qtbot, lambda: queue_of(program).left == 0 and queue_of(program).phase is Phase.ENDED)
    assert len(results(album)) == 2


def test_what_joins_when_a_batch_has_just_ended_follows_it(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    begun(qtbot, program, album / "a.png")
    ended(qtbot, program)
    queue_of(program).add([album / "b.png"], False)
    until(qtbot, lambda: queue_of(program).running)
    ended(qtbot, program)
    assert (album / "restored" / "b.png").exists()


def test_stopping_keeps_what_is_done_and_the_rest_is_gone_on_with(
    program: Program, qtbot: QtBot, album: Path, gate: Gate
) -> None:
    planned(qtbot, program, album)
    gate.close()
    program.do("batch_start")
    until(qtbot, lambda: gate.reached.is_set() and queue_of(program)._batch is not None)
    program.do("batch_cancel")
    gate.open()
    ended(qtbot, program)
    assert label(program, "queue_text") == "Stopped"
    assert "not finished" in program.messages[-1]
    assert len(results(album)) < 2
    program.do("batch_start")
    ended(qtbot, program)
    assert queue_of(program).left == 0
    assert len(results(album)) == 2


def test_the_batch_steps_back_while_a_photo_is_restored(
    program: Program, qtbot: QtBot, album: Path, gate: Gate, tmp_path: Path
) -> None:
    program.window.commands.open_paths([photo_file(tmp_path)])
    until(qtbot, lambda: program.workspace.document is not None and not program.workspace.estimating)
    begun(qtbot, program, album)
    queue = queue_of(program)
    paused: list[bool] = []
    program.workspace.changed.connect(lambda: paused.append(queue._stepping_back))
    program.do("restore")
    until(qtbot, lambda: program.workspace.has_result)
    ended(qtbot, program)
    assert True in paused
    assert not queue._stepping_back
    assert len(results(album)) == 2


def test_photos_dropped_on_the_queue_join_the_batch_that_runs(
    program: Program, qtbot: QtBot, album: Path, gate: Gate, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    photo_file(more, "a.png")
    planned(qtbot, program, album)
    gate.close()
    program.do("batch_start")
    until(qtbot, lambda: queue_of(program)._batch is not None)
    (more.parent / "notes.txt").write_text("two boxes of slides")
    drop(program.window.queue_panel, more / "a.png", album / "b.png", more.parent / "notes.txt")
    until(qtbot, lambda: bool(program.messages))
    told = "1 photo joined the batch. 1 photo had been in it already. Left out, as the queue explains: 1."
    assert program.messages == [told]
    drop(program.window.queue_panel, more)
    assert label(program, "question_text") == "“more” joins the batch."
    click(program, "question_0")
    until(qtbot, lambda: "0 photos joined" in program.messages[-1])
    gate.open()
    ended(qtbot, program)
    assert results(album) == {"a.png", "b.png", "a (2).png"}


def test_a_folder_that_vanishes_is_asked_about_in_the_queue(
    qapp: QApplication, qtbot: QtBot, album: Path
) -> None:
    out, away = album.with_name(f"{album.name} restored"), album.with_name("away")
    todo = [lambda: out.rename(away)]
    engine = TestedEngine(before_tile=lambda: todo.pop()() if out.exists() and todo else None)
    with running_program(qapp, engine=engine) as program:
        begun(qtbot, program, album)
        until(qtbot, lambda: queue_of(program).trouble is not None)
        assert "has vanished" in label(program, "queue_question_text")
        assert label(program, "queue_text") == "Waiting for an answer"
        assert program.find(QPushButton, "queue_question_0").isVisible()
        away.rename(out)
        click(program, "queue_question_0")
        ended(qtbot, program)
        assert len(results(album)) == 2
        assert not program.window.queue_panel.question.isVisible()


def test_a_batch_computes_with_equipment_of_its_own(qapp: QApplication, qtbot: QtBot, album: Path) -> None:
    class Counting(FakeEngine):
        closed = 0

        def close(self) -> None:
            type(self).closed += 1

    with running_program(qapp, engine=Counting()) as program:
        begun(qtbot, program, album)
        ended(qtbot, program)
        assert Counting.closed == 1, "the memory is given back when the batch is over"
