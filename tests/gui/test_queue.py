"""Whole folders in the window: from a drop to results, with every way to stop and go on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
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
from fakes import FakeEngine
from program import Program, TestedEngine, denoise, photo_file, running_program
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer.app.batch.items import State
from restorer.gui.queue.queue import Phase
from restorer.gui.queue.target import folder_for
from restorer.photo import Box, open_photo
from restorer.settings import Settings


@pytest.fixture
def program(qapp: QApplication, gate: Gate) -> Iterator[Program]:
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        yield program
        gate.open()


def urls(*paths: Path) -> QMimeData:
    contents = QMimeData()
    contents.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return contents


def drop(widget: QWidget, *paths: Path) -> None:
    contents = urls(*paths)  # the events do not keep it alive
    how = (Qt.DropAction.CopyAction, contents, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *how))


def select(program: Program, name: str) -> QTableView:
    table = program.find(QTableView, "queue_table")
    model = queue_of(program).model
    line = next(line for line in range(model.rowCount()) if model.index(line, 0).data() == name)
    table.selectRow(line)
    return table


def test_a_dropped_folder_is_asked_about_planned_and_restored(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    assert not program.find(QWidget, "queue").isVisible()
    program.window.commands.open_dropped(urls(album))
    assert album.name in label(program, "question_text")
    program.find(QCheckBox, "question_box").setChecked(True)
    click(program, "question_1")
    until(qtbot, lambda: queue_of(program).phase is Phase.PLANNED)
    assert label(program, "preflight_title") == "Restore 3 photos"
    assert "3 to restore" in label(program, "preflight_photos")
    assert "1 cannot be read" in label(program, "preflight_photos")
    assert label(program, "preflight_folder") == f"{album} restored"
    assert f"c.png  →  {Path('deep/c.png')}" in label(program, "preflight_names")
    assert "bad.jpg: " in label(program, "preflight_left_out")
    assert "needed" in label(program, "preflight_room")
    assert not results(album), "nothing happens before the plan was seen"
    click(program, "preflight_start")
    ended(qtbot, program)
    assert results(album) == {"a.png", "b.png", "deep/c.png"}
    assert rows(program) == {
        "a.png": State.DONE,
        "b.png": State.DONE,
        "c.png": State.DONE,
        "bad.jpg": State.FAILED,
    }
    assert program.messages == ["Restored: 3 photos, failed: 1 (the queue says why)."]
    assert label(program, "queue_text") == "Finished"


def test_several_photos_are_asked_about_and_one_is_opened(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    program.window.commands.open_dropped(urls(album / "a.png", album / "b.png"))
    assert label(program, "question_text") == "2 photos were dropped."
    assert not program.find(QCheckBox, "question_box").isVisible()
    program.find(QToolButton, "question_close").click()
    program.window.commands.open_dropped(urls(album / "a.png"))
    until(qtbot, lambda: program.workspace.name == "a.png")


def test_sub_folders_and_the_folder_of_the_results_are_chosen_in_the_plan(
    program: Program, qtbot: QtBot, album: Path, tmp_path: Path
) -> None:
    planned(qtbot, program, album)
    assert label(program, "preflight_title") == "Restore 2 photos"
    program.find(QCheckBox, "preflight_recursive").click()
    until(qtbot, lambda: label(program, "preflight_title") == "Restore 3 photos")
    program.answers.folder = tmp_path / "elsewhere"
    click(program, "preflight_change_folder")
    until(qtbot, lambda: label(program, "preflight_folder") == str(tmp_path / "elsewhere"))
    click(program, "preflight_start")
    ended(qtbot, program)
    assert (tmp_path / "elsewhere" / "deep" / "c.png").is_file()


def test_not_now_does_nothing(program: Program, qtbot: QtBot, album: Path) -> None:
    planned(qtbot, program, album)
    click(program, "preflight_later")
    assert queue_of(program).phase is Phase.EMPTY
    assert not results(album)
    assert not program.window.actions_["batch_start"].isEnabled()


def test_a_plan_that_cannot_be_made_says_why(program: Program, qtbot: QtBot, album: Path) -> None:
    planned(qtbot, program, album)
    program.answers.folder = album
    click(program, "preflight_change_folder")
    until(qtbot, lambda: label(program, "preflight_title") == "There is no plan")
    assert "output folder" in label(program, "preflight_state")
    assert not program.find(QPushButton, "preflight_start").isEnabled()
    program.answers.folder = album.with_name("other")
    click(program, "preflight_change_folder")
    until(qtbot, lambda: label(program, "preflight_title") == "Restore 2 photos")


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


def test_photos_of_several_disks_have_their_results_beside_the_first(tmp_path: Path) -> None:
    elsewhere = Path("D:photo.jpg")  # has as little in common with a whole path as another drive
    assert folder_for([tmp_path / "a.jpg", elsewhere], Settings()) == tmp_path / "restored"


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
    drop(program.window.queue_panel, more / "a.png", album / "b.png")
    until(qtbot, lambda: bool(program.messages))
    assert program.messages == ["1 photo joined the batch. 1 photo had been in it already."]
    drop(program.window.queue_panel, more)
    assert label(program, "question_text") == "“more” joins the batch."
    click(program, "question_0")
    until(qtbot, lambda: "0 photos joined" in program.messages[-1])
    gate.open()
    ended(qtbot, program)
    assert results(album) == {"a.png", "b.png", "a (2).png"}


def test_the_open_photo_joins_a_plan(program: Program, qtbot: QtBot, album: Path, tmp_path: Path) -> None:
    program.window.commands.open_paths([photo_file(tmp_path)])
    until(qtbot, lambda: program.workspace.document is not None and not program.workspace.estimating)
    planned(qtbot, program, album)
    program.do("batch_add")
    until(qtbot, lambda: label(program, "preflight_title") == "Restore 3 photos")


def test_a_plan_of_the_open_photo_does_to_it_what_is_done_in_the_window(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.window.commands.open_paths([photo_file(tmp_path)])
    until(qtbot, lambda: program.workspace.document is not None and not program.workspace.estimating)
    denoise(program.workspace, 0.3)
    until(qtbot, lambda: program.workspace.has_result)
    program.do("batch_add")
    until(qtbot, lambda: queue_of(program).phase is Phase.PLANNED)
    box = program.find(QComboBox, "preflight_treatment")
    assert box.currentText() == "As the photo that is open"
    click(program, "preflight_start")
    ended(qtbot, program)
    preflight = queue_of(program).preflight
    assert preflight is not None
    assert preflight.plan.treatment.recipe == program.workspace.document.recipe


def test_a_batch_removes_noise_with_the_model_that_was_chosen_for_it(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    program.workspace.use_model("own-scanner-attic")
    planned(qtbot, program, album)
    choose_treatment(qtbot, program, "Remove noise")
    preflight = queue_of(program).preflight
    assert preflight is not None
    recipe = preflight.wish.treatment.recipe
    assert recipe is not None
    assert recipe.models == ("own-scanner-attic",)


def test_what_each_photo_needs_is_found_with_that_model_too(
    program: Program, qtbot: QtBot, album: Path
) -> None:
    program.workspace.use_model("own-scanner-attic")
    planned(qtbot, program, album)
    preflight = queue_of(program).preflight
    assert preflight is not None
    assert preflight.wish.treatment.recipe is None
    assert preflight.wish.treatment.denoiser == "own-scanner-attic"
    assert "What each photo needs" in program.find(QComboBox, "preflight_treatment").currentText()


def _copies_its_text(qtbot: QtBot, words: QLabel) -> bool:
    """Whether Ctrl+C copies what is selected of a label."""
    window, clipboard = words.window(), QGuiApplication.clipboard()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    clipboard.clear()
    words.setFocus()
    words.setSelection(0, 5)
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return bool(words.selectedText()) and clipboard.text() == words.selectedText()


def test_text_of_a_question_and_of_the_plan_can_be_copied(
    program: Program, qtbot: QtBot, album: Path, tmp_path: Path
) -> None:
    program.window.commands.open_paths([photo_file(tmp_path)])
    until(qtbot, lambda: program.workspace.document is not None and not program.workspace.estimating)
    denoise(program.workspace)
    until(qtbot, lambda: program.workspace.has_result)
    begun(qtbot, program, album)
    ended(qtbot, program)
    program.do("batch_undo")
    assert _copies_its_text(qtbot, program.find(QLabel, "queue_question_text"))
    planned(qtbot, program, album)
    assert _copies_its_text(qtbot, program.find(QLabel, "preflight_folder"))


def test_what_failed_is_tried_again(program: Program, qtbot: QtBot, album: Path) -> None:
    begun(qtbot, program, album)
    ended(qtbot, program)
    (album / "bad.jpg").write_bytes((album / "a.png").read_bytes())
    program.do("batch_retry")
    until(qtbot, lambda: rows(program).get("bad.jpg") == State.DONE)
    assert not program.window.actions_["batch_retry"].isEnabled()
    assert "bad.png" in results(album), "it is a PNG, whatever it is called"


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


def test_a_batch_computes_with_equipment_of_its_own(qapp: QApplication, qtbot: QtBot, album: Path) -> None:
    class Counting(FakeEngine):
        closed = 0

        def close(self) -> None:
            type(self).closed += 1

    with running_program(qapp, engine=Counting()) as program:
        begun(qtbot, program, album)
        ended(qtbot, program)
        assert Counting.closed == 1, "the memory is given back when the batch is over"
