"""After a batch, and beside another: taken back, given up, interrupted and offered again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from batching import (
    Gate,
    begun,
    choose_treatment,
    click,
    ended,
    label,
    planned,
    queue_of,
    results,
    rows,
    until,
)
from program import Program, TestedEngine, photo_file, running_program
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from restorer.app.batch.items import State
from restorer.gui.queue.queue import Phase


@pytest.fixture
def program(qapp: QApplication, gate: Gate) -> Iterator[Program]:
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        yield program
        gate.open()


def test_a_batch_is_taken_back_once_that_is_confirmed(
    program: Program, qtbot: QtBot, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("send2trash.send2trash", lambda path: Path(path).unlink())
    begun(qtbot, program, album)
    ended(qtbot, program)
    program.do("batch_undo")
    click(program, "queue_question_1")
    assert len(results(album)) == 2, "kept"
    program.do("batch_undo")
    click(program, "queue_question_0")
    until(qtbot, lambda: queue_of(program).phase is Phase.ENDED)
    assert results(album) == set()
    assert program.messages[-1] == "2 photos went to the trash."
    assert rows(program)["a.png"] == State.SKIPPED
    told = json.loads(next(album.parent.rglob("report.json")).read_text(encoding="utf-8"))
    assert told["counts"]["done"] == 0, "the report must not speak of results that are in the trash"


def test_an_earlier_batch_into_the_same_folder_is_not_taken_back(
    program: Program, qtbot: QtBot, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("send2trash.send2trash", lambda path: Path(path).unlink())
    begun(qtbot, program, album / "a.png")
    ended(qtbot, program)
    folder = queue_of(program).output
    planned(qtbot, program, album / "b.png")
    program.answers.folder = folder
    click(program, "preflight_change_folder")
    choose_treatment(qtbot, program, "Remove noise")
    click(program, "preflight_start")
    ended(qtbot, program)
    assert folder is not None
    assert {path.name for path in folder.glob("*.png")} == {"a.png", "b.png"}
    program.do("batch_undo")
    assert "1 photo would go" in label(program, "queue_question_text")
    click(program, "queue_question_0")
    until(qtbot, lambda: queue_of(program).phase is Phase.ENDED)
    assert program.messages[-1] == "1 photo went to the trash."
    assert {path.name for path in folder.glob("*.png")} == {"a.png"}


@pytest.mark.parametrize("failing", [False, True])
def test_the_batch_that_is_shown_outlives_a_plan_of_which_nothing_comes(
    program: Program,
    qtbot: QtBot,
    album: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: bool,
) -> None:
    monkeypatch.setattr("send2trash.send2trash", lambda path: Path(path).unlink())
    begun(qtbot, program, album)
    ended(qtbot, program)
    other = tmp_path / "second album"
    photo_file(other, "z.png")
    planned(qtbot, program, other)
    if failing:
        program.answers.folder = other
        click(program, "preflight_change_folder")
        until(qtbot, lambda: label(program, "preflight_title") == "There is no plan")
    assert queue_of(program).output == Path(f"{album} restored"), "the rows are still those of the first"
    click(program, "preflight_later")
    (album / "bad.jpg").write_bytes((album / "a.png").read_bytes())
    program.do("batch_retry")
    until(qtbot, lambda: rows(program).get("bad.jpg") == State.DONE)
    until(qtbot, lambda: queue_of(program).phase is Phase.ENDED)
    assert not Path(f"{other} restored").exists()
    planned(qtbot, program, other)
    click(program, "preflight_later")
    program.do("batch_undo")
    click(program, "queue_question_0")
    until(qtbot, lambda: queue_of(program).phase is Phase.ENDED)
    assert results(album) == set()


def test_a_batch_that_was_interrupted_is_offered_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, album: Path
) -> None:
    gate = Gate()
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        planned(qtbot, program, album)
        gate.close()
        program.do("batch_start")
        until(qtbot, lambda: queue_of(program)._batch is not None)
        program.answers.stops_batch = False
        program.window.close()
        assert program.window.isVisible()
        assert program.answers.asked[-1] == "batch"
        program.answers.stops_batch = True
        program.window.close()
        assert not program.window.isVisible()
        gate.open()
    with running_program(qapp) as program:
        until(qtbot, lambda: program.find(QPushButton, "question_0").isVisible())
        assert "was interrupted" in label(program, "question_text")
        click(program, "question_0")
        until(qtbot, lambda: queue_of(program).phase is Phase.PLANNED)
        assert label(program, "preflight_title").startswith("Go on with")
        click(program, "preflight_start")
        ended(qtbot, program)
        assert len(results(album)) == 2
    with running_program(qapp) as program:
        until(qtbot, lambda: not program.application.jobs.busy)
        assert not program.window._stage.question.isVisible()


def interrupted(qapp: QApplication, qtbot: QtBot, album: Path) -> None:
    """Begin a batch, and end the program amid it."""
    gate = Gate()
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        planned(qtbot, program, album)
        gate.close()
        program.do("batch_start")
        until(qtbot, lambda: queue_of(program)._batch is not None)
        program.window.close()
        gate.open()


def test_an_offer_steps_aside_for_another_batch_and_is_made_again_after_it(
    qapp: QApplication, qtbot: QtBot, album: Path, tmp_path: Path, gate: Gate
) -> None:
    interrupted(qapp, qtbot, album)
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        question = program.window._stage.question
        until(qtbot, question.isVisible)
        other = tmp_path / "second album"
        photo_file(other, "z.png")
        planned(qtbot, program, other)
        assert question.isVisible()
        gate.close()
        click(program, "preflight_start")
        assert not question.isVisible(), "only one batch runs at a time"
        gate.open()
        ended(qtbot, program)
        until(qtbot, question.isVisible)
        assert album.name in label(program, "question_text")
        click(program, "question_0")
        until(qtbot, lambda: queue_of(program).phase is Phase.PLANNED)
        click(program, "preflight_start")
        until(qtbot, lambda: results(album) == {"a.png", "b.png"})
        ended(qtbot, program)


def test_a_batch_that_was_stopped_is_not_offered_beside_the_queue_that_shows_it(
    qapp: QApplication, qtbot: QtBot, album: Path, gate: Gate
) -> None:
    interrupted(qapp, qtbot, album)
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        until(qtbot, program.window._stage.question.isVisible)
        planned(qtbot, program, album)
        gate.close()
        click(program, "preflight_start")
        until(qtbot, lambda: gate.reached.is_set() and queue_of(program)._batch is not None)
        program.do("batch_cancel")
        gate.open()
        ended(qtbot, program)
        until(qtbot, lambda: not program.application.jobs.busy)
        assert queue_of(program).left
        assert not program.window._stage.question.isVisible()


def test_an_offer_that_is_declined_is_not_made_again(qapp: QApplication, qtbot: QtBot, album: Path) -> None:
    gate = Gate()
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        planned(qtbot, program, album)
        gate.close()
        program.do("batch_start")
        until(qtbot, lambda: queue_of(program)._batch is not None)
        gate.open()
        queue_of(program).cancel()
        ended(qtbot, program)
    with running_program(qapp) as program:
        until(qtbot, lambda: program.window._stage.question.isVisible())
        click(program, "question_1")
        until(qtbot, lambda: not program.application.jobs.busy)
    with running_program(qapp) as program:
        until(qtbot, lambda: not program.application.jobs.busy)
        assert not program.window._stage.question.isVisible()
