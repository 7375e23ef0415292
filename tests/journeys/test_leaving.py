"""Leaving a photo while something is still under way: nothing is lost that nobody gave up."""

import dataclasses
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakeEngine
from program import Program, photo_file, running_program, set_strength
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restorer.gui import work
from restorer.gui.windows.questions import Unsaved
from restorer.progress import Progress


class _Hold:
    """Holds a job up, once it is told to, until it is let go; the job can be cancelled meanwhile."""

    def __init__(self) -> None:
        self.active = self.reached = False
        self._open = threading.Event()

    def __call__(self, progress: Progress) -> None:
        if self.active:
            self.reached = True
            while not self._open.wait(0.005):
                progress(0.1)

    def let_go(self) -> None:
        self._open.set()


def _held(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[_Hold]:
    hold, real = _Hold(), getattr(work, name)

    def held(*arguments: object) -> object:
        hold(arguments[-1])  # type: ignore[arg-type]
        return real(*arguments)

    monkeypatch.setattr(work, name, held)
    yield hold
    hold.let_go()


@pytest.fixture
def saving(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Hold]:
    """What holds every save up."""
    yield from _held(monkeypatch, "save")


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Hold]:
    """What holds every opening up."""
    yield from _held(monkeypatch, "open_path")


def _open(qtbot: QtBot, program: Program, path: Path) -> None:
    program.answers.photos = [path]
    program.do("open")
    qtbot.waitUntil(lambda: program.workspace.name == path.name and not program.workspace.estimating)


def _restored(qtbot: QtBot, program: Program, path: Path) -> None:
    _open(qtbot, program, path)
    program.do("restore")
    qtbot.waitUntil(lambda: program.workspace.has_result)


def _save(program: Program, path: Path) -> None:
    program.answers.targets = [path]
    program.do("save_as")


def test_a_second_save_is_written_before_the_window_closes(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    _save(program, tmp_path / "first.png")
    qtbot.waitUntil(lambda: program.workspace.saved_path is not None and not program.workspace.saving)
    saving.active = True
    _save(program, tmp_path / "second.tif")
    program.window.close()
    assert program.window.isVisible()
    assert "saved first" in program.messages[-1]
    saving.let_go()
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert (tmp_path / "second.tif").exists()
    assert "unsaved" not in program.answers.asked


def test_a_save_just_ordered_is_not_taken_back_by_closing(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    saving.active = True
    _save(program, tmp_path / "first.png")
    program.window.close()
    saving.let_go()
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert (tmp_path / "first.png").exists()
    assert "unsaved" not in program.answers.asked, "it is being saved"


def test_saving_under_two_names_writes_both(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    saving.active = True
    _save(program, tmp_path / "first.png")
    _save(program, tmp_path / "second.png")
    saving.let_go()
    qtbot.waitUntil(lambda: not program.workspace.saving)
    assert (tmp_path / "first.png").exists()
    assert (tmp_path / "second.png").exists()


def test_a_save_that_fails_keeps_the_window_open_and_says_why(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    source = photo_file(tmp_path)
    _restored(qtbot, program, source)
    saving.active = True
    _save(program, source)
    program.window.close()
    saving.let_go()
    qtbot.waitUntil(lambda: not program.workspace.saving)
    (why,) = program.messages
    assert "original" in why
    assert program.window.isVisible()


def test_a_save_that_is_stopped_keeps_the_window_open(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    saving.active = True
    _save(program, tmp_path / "first.png")
    program.window.close()
    program.do("cancel")
    qtbot.waitUntil(lambda: not program.workspace.saving)
    assert program.messages == ["Saving first.png was stopped."]
    assert program.window.isVisible()
    assert program.workspace.unsaved
    assert not (tmp_path / "first.png").exists()


def test_cancelling_a_restoration_lets_a_save_go_on(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    gate = threading.Event()
    gate.set()
    with running_program(qapp, engine=FakeEngine(before_tile=lambda: gate.wait(10))) as program:
        workspace = program.workspace
        _restored(qtbot, program, photo_file(tmp_path))
        saving.active = True
        _save(program, tmp_path / "first.png")
        gate.clear()
        step = dataclasses.replace(workspace.document.recipe.denoise, model="other")
        workspace.set_recipe(workspace.document.recipe.with_step(step), "Model", at_once=True)
        qtbot.waitUntil(lambda: workspace.activity.kind == "restore")
        program.do("cancel")
        gate.set()
        qtbot.waitUntil(lambda: not workspace.restoring and workspace.activity.kind == "save")
        saving.let_go()
        qtbot.waitUntil(lambda: not workspace.saving)
        assert (tmp_path / "first.png").exists()
        assert not workspace.unsaved


def test_what_is_changed_while_saving_is_asked_about_again(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    saving.active = True
    program.answers.about_unsaved, program.answers.targets = Unsaved.SAVE, [tmp_path / "kept.png"]
    program.window.close()
    set_strength(program.workspace, 0.3)
    program.answers.about_unsaved = Unsaved.STAY
    saving.let_go()
    qtbot.waitUntil(lambda: program.answers.asked.count("unsaved") == 2)
    assert program.window.isVisible()
    assert program.workspace.unsaved
    assert (tmp_path / "kept.png").exists()


def test_a_refused_save_takes_the_wish_to_leave_with_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    source, other = photo_file(tmp_path), photo_file(tmp_path, "other.png")
    _restored(qtbot, program, source)
    program.answers.about_unsaved, program.answers.targets = Unsaved.SAVE, [source]
    program.answers.photos = [other]
    program.do("open")
    qtbot.waitUntil(lambda: any("original" in text for text in program.messages))
    _save(program, tmp_path / "kept.png")
    qtbot.waitUntil(lambda: program.workspace.saved_path is not None)
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    assert program.workspace.name == source.name


@pytest.mark.parametrize("answer", [Unsaved.STAY, Unsaved.DISCARD])
def test_what_is_done_while_another_photo_opens_is_asked_about(
    program: Program, qtbot: QtBot, tmp_path: Path, opening: _Hold, answer: Unsaved
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    opening.active = True
    program.answers.photos = [photo_file(tmp_path, "other.png")]
    program.do("open")
    qtbot.waitUntil(lambda: opening.reached)
    assert program.answers.asked.count("unsaved") == 1, "given up as it was"
    set_strength(program.workspace, 0.3)
    program.answers.about_unsaved = answer
    opening.let_go()
    qtbot.waitUntil(lambda: program.answers.asked.count("unsaved") == 2)
    shown = "grandma.png" if answer is Unsaved.STAY else "other.png"
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    assert program.workspace.name == shown


def test_what_was_given_up_is_asked_about_once(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    _open(qtbot, program, photo_file(tmp_path, "other.png"))
    assert program.answers.asked.count("unsaved") == 1


def test_what_was_given_up_for_a_photo_that_cannot_be_opened_counts_again(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _restored(qtbot, program, photo_file(tmp_path))
    (tmp_path / "bad.jpg").write_bytes(b"no photo at all")
    program.answers.photos = [tmp_path / "bad.jpg"]
    program.do("open")
    qtbot.waitUntil(lambda: bool(program.messages))
    assert program.workspace.unsaved


@pytest.mark.parametrize("stops", [True, False])
@pytest.mark.parametrize("action", ["open", "close", "quit"])
def test_a_running_restoration_is_not_stopped_unasked(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, action: str, stops: bool
) -> None:
    gate = threading.Event()
    gate.set()

    def wait() -> None:
        assert gate.wait(10)

    with running_program(qapp, engine=FakeEngine(before_tile=wait)) as program:
        _open(qtbot, program, photo_file(tmp_path))
        program.answers.photos = [photo_file(tmp_path, "other.png")]
        program.answers.stops_restoring = stops
        gate.clear()
        program.do("restore")
        program.do(action)
        qtbot.waitUntil(lambda: program.answers.asked[-1] == "stop")
        gate.set()
        if not stops:
            qtbot.waitUntil(lambda: program.workspace.has_result)
            assert program.workspace.name == "grandma.png"
            assert program.window.isVisible()
        elif action == "quit":
            assert not program.window.isVisible()
        else:
            name = "other.png" if action == "open" else ""
            qtbot.waitUntil(lambda: program.workspace.name == name)
            qtbot.waitUntil(lambda: not program.application.jobs.busy)
            assert program.answers.asked.count("stop") == 1
            assert "unsaved" not in program.answers.asked


def test_the_photo_that_was_saved_is_ticked(
    program: Program, qtbot: QtBot, tmp_path: Path, saving: _Hold
) -> None:
    first, second = (photo_file(tmp_path / "album", name) for name in ("a.png", "b.png"))
    program.answers.folder = tmp_path / "album"
    program.do("open_folder")
    qtbot.waitUntil(lambda: program.workspace.name == "a.png" and not program.workspace.estimating)
    program.do("restore")
    qtbot.waitUntil(lambda: program.workspace.has_result)
    saving.active = True
    _save(program, tmp_path / "a restored.png")
    program.workspace.open(second)
    qtbot.waitUntil(lambda: program.workspace.name == "b.png")
    saving.let_go()
    qtbot.waitUntil(lambda: bool(program.window.photos._saved))
    assert program.window.photos._saved == {first}


def test_a_closed_photo_is_not_followed_by_one_that_was_being_opened(
    program: Program, qtbot: QtBot, tmp_path: Path, opening: _Hold
) -> None:
    _open(qtbot, program, photo_file(tmp_path))
    opening.active = True
    program.answers.photos = [photo_file(tmp_path, "other.png")]
    program.do("open")
    qtbot.waitUntil(lambda: opening.reached)
    program.do("close")
    opening.let_go()
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    assert program.workspace.document is None
