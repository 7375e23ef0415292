"""The workspace: jobs begin and end as they should, and nothing of an old photo reaches a new one."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import CPU, FakeCatalog, FakeEngine, denoise_card
from program import Program, TestedEngine, denoise, noisy_photo, photo_file, running_program, set_strength
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from restorer.app.findings import Diagnosis, Finding, Subject
from restorer.errors import DeviceError
from restorer.gui import clipboard
from restorer.gui.clipboard import photo_from
from restorer.gui.equipment import Makers
from restorer.gui.workspace import Workspace
from restorer.inference.card import Task
from restorer.inference.catalog import Model
from restorer.photo import Box, SaveOptions, open_photo
from restorer.restoration.steps import Denoise


def _open(qtbot: QtBot, program: Program, path: Path) -> Workspace:
    program.workspace.open(path)
    qtbot.waitUntil(lambda: program.workspace.name == path.name and not program.workspace.estimating)
    return program.workspace


def _restore(qtbot: QtBot, workspace: Workspace, strength: float = 1.0, first: Box | None = None) -> None:
    if first is not None:
        workspace.look = lambda: first
    denoise(workspace, strength)
    qtbot.waitUntil(lambda: workspace.has_result)


class _Gate:
    """Holds a stand-in engine up before its next tile until it is opened."""

    def __init__(self) -> None:
        self.closed = threading.Event()
        self.reached = threading.Event()
        self.open = threading.Event()

    def __call__(self) -> None:
        if self.closed.is_set():
            self.reached.set()
            assert self.open.wait(10)


def test_opening_estimates_the_noise(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    diagnosis = workspace.diagnosing.diagnosis
    assert diagnosis is not None
    assert diagnosis.estimate.noisy
    assert not workspace.unsaved
    assert not workspace.has_result


class _WithSecondDenoiser(FakeCatalog):
    def models(self, task: Task | None = None) -> list[Model]:
        return [self.model, Model(denoise_card(id="denoise-blocks"), self.model.folder)]


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_compression_needs_is_suggested_as_it_was_found(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, by_hand: bool
) -> None:
    engine = TestedEngine()
    makers = Makers(lambda _: engine, lambda _: _WithSecondDenoiser(), lambda: [CPU])
    with running_program(qapp, makers, engine) as program:
        workspace = _open(qtbot, program, photo_file(tmp_path))
        qtbot.waitUntil(lambda: program.desk.state is not None)
        step = Denoise(model="denoise-blocks")
        found = Finding(Subject.COMPRESSION, True, 0.9, "Compression damage of 9.0 (of 255).", step, True)
        workspace.diagnosing.diagnosis = Diagnosis((found,))
        workspace.diagnosing.changed.emit()
        if by_hand:
            program.find(QCheckBox, "noise_switch").click()
        else:
            program.do("restore")
        assert workspace.document.recipe.denoise == step


def test_a_result_is_saved_even_if_nothing_can_be_put_beside_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    source = photo_file(tmp_path)
    workspace = _open(qtbot, program, source)
    _restore(qtbot, workspace)
    source.unlink()  # the memory card was taken out
    target = tmp_path / "result.png"
    with qtbot.waitSignal(workspace.save_over) as over:
        workspace.save(target, SaveOptions(), sidecar=True)
    assert over.args == [True]
    assert target.exists()
    assert not workspace.unsaved
    assert f"Saved to {target}" in program.messages
    assert "the result is saved, but no recipe" in program.messages[-1]


def test_a_sidecar_of_another_photo_is_kept(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, workspace)
    other = tmp_path / "result.png.restore.json"
    other.write_text("of a result that is gone")
    with qtbot.waitSignal(workspace.save_over) as over:
        workspace.save(tmp_path / "result.png", SaveOptions(), sidecar=True)
    assert over.args == [True]
    assert other.read_text() == "of a result that is gone"
    assert "does not belong to this photo; it is kept." in program.messages[-1]


def test_the_longest_of_names_can_be_saved_under_another(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path, "x" * 251 + ".png"))
    _restore(qtbot, workspace)
    program.answers.targets = [tmp_path / "short.png"]
    with qtbot.waitSignal(workspace.save_over):
        program.do("save_as")
    assert (tmp_path / "short.png").exists()


def test_restoring_begins_with_what_is_seen(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    program.engine.runs.clear()
    parts: list[Box] = []
    workspace.part_ready.connect(parts.append)
    seen = Box(40, 50, 70, 90)
    _restore(qtbot, workspace, first=seen)
    assert program.engine.runs == [seen, Box(0, 0, 96, 128)]
    assert parts[0].intersect(seen) == parts[0]
    assert workspace.unsaved
    assert workspace.document is not None
    assert workspace.document.undo_name == "Noise removal"


def test_strength_and_undo_never_run_the_network(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, workspace)
    runs = len(program.engine.runs)
    document = workspace.document
    assert document is not None
    box = Box(0, 0, 8, 8)
    before, full = document.before.read(0, box), document.after_pixels(0, box)
    for value in (0.9, 0.7, 0.5):
        set_strength(workspace, value)
    assert np.abs(workspace.document.after_pixels(0, box) - (before / 2 + full / 2)).max() <= 1
    workspace.undo()
    assert workspace.document.recipe.denoise.strength == 1.0, "a drag of the slider is one step"
    workspace.undo()
    assert np.array_equal(workspace.document.after_pixels(0, box), before)
    assert not workspace.has_result
    denoise(workspace, 0.5)
    assert workspace.has_result
    workspace.undo()
    workspace.redo()
    assert workspace.has_result
    assert len(program.engine.runs) == runs


def test_unchanged_pixels_are_counted_when_the_slider_rests(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, workspace)
    qtbot.waitUntil(lambda: workspace.unchanged is not None)
    assert workspace.unchanged == 0.0
    with qtbot.waitSignal(workspace.measured):
        set_strength(workspace, 0.0)
    assert workspace.unchanged is None
    qtbot.waitUntil(lambda: workspace.unchanged is not None)
    assert workspace.unchanged == 1.0


def test_a_cancelled_restoration_leaves_the_photo_as_it_was(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = _Gate()
    with running_program(qapp, engine=FakeEngine(before_tile=gate)) as program:
        workspace = _open(qtbot, program, photo_file(tmp_path))
        gate.closed.set()
        denoise(workspace, 1.0)
        assert workspace.restoring
        qtbot.waitUntil(gate.reached.is_set)
        assert workspace.activity is not None
        assert workspace.activity.title == "Removing noise"
        workspace.cancel()
        gate.open.set()
        qtbot.waitUntil(lambda: not workspace.restoring)
        assert workspace.document is not None
        assert workspace.document.recipe.steps == ()
        assert not workspace.document.reports
        qtbot.waitUntil(lambda: not workspace.estimating)
        assert workspace.diagnosing.diagnosis is not None, "it is looked at all the same"
        qtbot.waitUntil(lambda: workspace.activity is None)
        assert program.messages == []


@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_about_to_begin_is_cancelled_at_once(
    program: Program, qtbot: QtBot, tmp_path: Path, by_key: bool
) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    runs = len(program.engine.runs)
    recipe = workspace.document.recipe.with_step(Denoise(1.0, workspace.model))
    workspace.set_recipe(recipe, "Noise removal")
    assert workspace.restoring
    assert workspace.activity is None, "it waits for a further change"
    if by_key:
        program.do("cancel")
    else:
        program.find(QPushButton, "main_button").click()
    assert not workspace.restoring
    assert workspace.document.recipe.steps == ()
    assert not program.window.actions_["cancel"].isEnabled()
    assert len(program.engine.runs) == runs


def test_another_photo_hears_nothing_of_the_old_ones_restoration(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = _Gate()
    with running_program(qapp, engine=FakeEngine(before_tile=gate)) as program:
        workspace = _open(qtbot, program, photo_file(tmp_path))
        gate.closed.set()
        denoise(workspace, 1.0)
        qtbot.waitUntil(gate.reached.is_set)
        workspace.open(photo_file(tmp_path, "other.png", height=40, width=50))
        qtbot.waitUntil(lambda: workspace.name == "other.png")
        assert not workspace.restoring
        parts: list[Box] = []
        workspace.part_ready.connect(parts.append)
        gate.closed.clear()
        gate.open.set()
        qtbot.waitUntil(lambda: not program.application.jobs.busy)
        assert parts == []
        assert workspace.document is not None
        assert workspace.document.recipe.steps == ()
        assert workspace.document.photo.width == 50


def test_a_device_that_fails_is_explained(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    def refuse() -> None:
        raise DeviceError("The GPU is on strike.", "Use the CPU.")

    with running_program(qapp, engine=FakeEngine(before_tile=refuse)) as program:
        workspace = _open(qtbot, program, photo_file(tmp_path))
        assert program.messages == ["The GPU is on strike."]
        denoise(workspace, 1.0)
        qtbot.waitUntil(lambda: not workspace.restoring)
        assert not workspace.has_result
        assert not workspace.unsaved


def test_files_that_are_no_photos_leave_the_open_one_alone(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no photo at all")
    workspace.open(bad)
    qtbot.waitUntil(lambda: bool(program.messages))
    assert workspace.name == "grandma.png"
    assert workspace.activity is None


def test_the_saved_file_is_what_is_shown(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path, bits=16))
    _restore(qtbot, workspace, 0.5)
    target = tmp_path / "out.tif"
    with qtbot.waitSignal(workspace.saved):
        workspace.save(target, SaveOptions())
    assert workspace.document is not None
    whole = Box(0, 0, 96, 128)
    assert np.array_equal(open_photo(target).pixels, workspace.document.after_pixels(0, whole))
    assert not workspace.unsaved
    assert workspace.saved_path == target
    set_strength(workspace, 0.4)
    assert workspace.unsaved


def test_saving_over_the_source_is_refused(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    source = photo_file(tmp_path)
    bytes_before = source.read_bytes()
    workspace = _open(qtbot, program, source)
    _restore(qtbot, workspace)
    workspace.save(source, SaveOptions())
    qtbot.waitUntil(lambda: bool(program.messages))
    assert "original" in program.messages[0]
    assert source.read_bytes() == bytes_before
    assert workspace.unsaved


def test_a_picture_in_memory_can_be_restored_and_copied(program: Program, qtbot: QtBot) -> None:
    workspace = program.workspace
    workspace.open_picture(noisy_photo(), "Pasted picture")
    qtbot.waitUntil(lambda: workspace.document is not None and not workspace.estimating)
    _restore(qtbot, workspace)
    copied: list[Any] = []
    workspace.copied.connect(copied.append)
    workspace.copy()
    qtbot.waitUntil(lambda: bool(copied))
    assert np.array_equal(photo_from(copied[0]).pixels, workspace.document.result().pixels)
    workspace.close()
    assert workspace.document is None


def test_closing_stops_the_estimate(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    gate = _Gate()
    with running_program(qapp, engine=FakeEngine(before_tile=gate, tile=16)) as program:
        qtbot.waitUntil(lambda: program.desk.state is not None)
        gate.closed.set()
        tiles: list[None] = []
        program.engine._before_tile = lambda: (tiles.append(None), gate())[1]
        program.workspace.open(photo_file(tmp_path))
        qtbot.waitUntil(gate.reached.is_set)
        program.workspace.close()
        gate.open.set()
        qtbot.waitUntil(lambda: not program.application.jobs.busy)
        assert len(tiles) == 1, "it went on"


def test_cancelling_leaves_alone_what_it_does_not_show(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = _Gate()
    with running_program(qapp, engine=TestedEngine(before_tile=gate)) as program:
        workspace = _open(qtbot, program, photo_file(tmp_path))
        qtbot.waitUntil(lambda: not program.application.jobs.busy)
        gate.closed.set()
        denoise(workspace, 1.0)
        qtbot.waitUntil(gate.reached.is_set)
        program.desk.test()
        program.desk.use(CPU.id)
        workspace.cancel()
        workspace.ran.emit()  # whoever looks for devices now must not undo the wish for another one
        with qtbot.waitSignal(program.desk.tested) as verdict:
            gate.open.set()
        assert verdict.args[0].passed
        assert not program.desk.testing
        qtbot.waitUntil(lambda: not program.application.jobs.busy)
        assert not workspace.has_result, "what was shown has stopped"
        assert program.application._equipment.device == CPU.id


def test_the_window_does_not_wait_for_a_copy(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = _open(qtbot, program, photo_file(tmp_path))
    _restore(qtbot, workspace)
    painters: list[threading.Thread] = []
    real = clipboard._blank

    def blank(height: int, width: int) -> Any:
        painters.append(threading.current_thread())
        return real(height, width)

    monkeypatch.setattr(clipboard, "_blank", blank)
    with qtbot.waitSignal(workspace.copied) as copied:
        program.do("copy")
    image = copied.args[0]
    assert QGuiApplication.clipboard().image() == image
    assert len(painters) == 1
    assert painters[0] is not threading.main_thread()
