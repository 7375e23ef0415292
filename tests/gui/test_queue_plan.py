"""What is asked and shown before a folder is restored: the plan, and the choices in it."""

from pathlib import Path

from batching import (
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
    urls,
)
from program import Program, denoise, photo_file
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer.app.batch.items import State
from restorer.gui.queue.queue import Phase
from restorer.gui.queue.target import folder_for
from restorer.settings import Settings


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


def test_photos_of_several_disks_have_their_results_beside_the_first(tmp_path: Path) -> None:
    elsewhere = Path("D:photo.jpg")  # has as little in common with a whole path as another drive
    assert folder_for([tmp_path / "a.jpg", elsewhere], Settings()) == tmp_path / "restored"


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
