"""What was done by hand on a photo is not lost: not by a step that is off, nor by a network that stops."""

import dataclasses
import threading
from pathlib import Path

import pytest
from handwork import done, mask_of, opened_pixels, pixels_of_a_photo, place_of, stroke
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from restorer.app.batch.items import Treatment
from restorer.errors import DeviceError
from restorer.gui.panels.presets import Presets
from restorer.gui.queue.queue import Phase
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import RemoveWatermark, RepairDamage


@pytest.mark.parametrize("leaves", [True, False])
def test_what_was_painted_on_a_step_that_is_off_is_not_lost_by_accident(
    damaged: Program, qtbot: QtBot, leaves: bool
) -> None:
    damaged.do("brush")
    stroke(qtbot, damaged, (200, 20), (280, 20))
    done(qtbot, damaged)
    damaged.find(QCheckBox, "damage_switch").click()
    assert damaged.workspace.unsaved
    damaged.answers.leaves_handwork = leaves
    damaged.do("close")
    assert damaged.answers.asked == ["handwork"]
    assert (damaged.workspace.document is None) is leaves


def test_a_step_that_is_off_and_holds_nothing_by_hand_is_nothing_to_ask_about(damaged: Program) -> None:
    damaged.do("next_repair")
    damaged.do("reject_repair")
    damaged.find(QCheckBox, "damage_switch").click()
    assert damaged.workspace.unsaved, "a verdict is handwork too"
    for _ in range(2):
        damaged.do("undo")
    damaged.find(QCheckBox, "damage_switch").click()
    assert not damaged.workspace.unsaved


def test_undo_amid_a_stroke_ends_it_and_takes_back_the_one_before(damaged: Program, qtbot: QtBot) -> None:
    damaged.do("brush")
    stroke(qtbot, damaged, (200, 20), (280, 20))
    done(qtbot, damaged)
    canvas = damaged.window.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place_of(damaged, 200, 60))
    qtbot.mouseMove(canvas, pos=place_of(damaged, 240, 60))
    damaged.do("undo")
    qtbot.mouseMove(canvas, pos=place_of(damaged, 280, 60))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place_of(damaged, 280, 60))
    assert damaged.workspace.document.recipe.step(RepairDamage).edits is None
    damaged.do("redo")
    done(qtbot, damaged)
    assert mask_of(damaged)[20, 240] == 255
    assert mask_of(damaged)[60, 240] == 0


def test_a_mask_is_for_the_step_that_it_was_read_for(damaged: Program, qtbot: QtBot, tmp_path: Path) -> None:
    repairs, mask = damaged.window.retouching.repairs, tmp_path / "mask.png"
    repairs.save_mask(RepairDamage, mask)
    qtbot.waitUntil(lambda: bool(damaged.messages))
    damaged.do("reset")
    repairs.load_mask(RepairDamage, mask)
    repairs.use(RemoveWatermark)
    done(qtbot, damaged)
    recipe = damaged.workspace.document.recipe
    assert recipe.step(RemoveWatermark) is None
    assert recipe.step(RepairDamage).edits is not None


@pytest.mark.parametrize("what", ["mask", "preset"])
def test_neither_mask_nor_preset_is_written_over_the_original(
    damaged: Program, qtbot: QtBot, what: str
) -> None:
    original = damaged.workspace.document.photo.path
    before = original.read_bytes()
    if what == "mask":
        damaged.window.retouching.repairs.save_mask(RepairDamage, original)
    else:
        damaged.find(Presets, "presets").save(original)
    qtbot.waitUntil(lambda: bool(damaged.messages))
    assert "is the original" in damaged.messages[-1]
    assert original.read_bytes() == before


def test_another_model_for_noise_leaves_the_other_steps_as_they_are(damaged: Program, qtbot: QtBot) -> None:
    damaged.do("brush")
    stroke(qtbot, damaged, (200, 20), (280, 20))
    done(qtbot, damaged)
    document = damaged.workspace.document
    damaged.workspace.use_model("mine")
    assert damaged.workspace.document is document
    damaged.workspace.use_model("denoise")
    damaged.find(QCheckBox, "noise_switch").click()
    done(qtbot, damaged)
    damaged.workspace.use_model("mine")
    recipe = damaged.workspace.document.recipe
    assert recipe.denoise.model == "mine"
    assert recipe.step(RepairDamage) == document.recipe.step(RepairDamage)
    damaged.do("undo")
    assert damaged.workspace.document.recipe.denoise.model == "denoise"


# While networks run


class _Hold:
    """Holds the stand-in engine up from now on, until it is let go: then it works again, or fails."""

    def __init__(self, program: Program) -> None:
        self._go_on, self._fails, self._run = threading.Event(), False, program.engine.run
        program.engine.run = self._held

    def let_go(self, *, fails: bool = False) -> None:
        self._fails = fails
        self._go_on.set()

    def _held(self, *arguments: object, **options: object) -> object:
        assert self._go_on.wait(10)
        if self._fails:
            raise DeviceError("The device is lost.", "Use another.")
        return self._run(*arguments, **options)


def _rejected(program: Program) -> int:
    return len(program.workspace.document.recipe.step(RepairDamage).rejected)


@pytest.mark.parametrize("fails", [False, True])
def test_verdicts_given_while_a_network_runs_outlast_its_end(
    damaged: Program, qtbot: QtBot, fails: bool
) -> None:
    workspace, hold = damaged.workspace, _Hold(damaged)
    damaged.find(QCheckBox, "noise_switch").click()
    qtbot.waitUntil(lambda: workspace.activity is not None)
    damaged.do("next_repair")
    for _ in range(2):
        damaged.do("reject_repair")
    damaged.do("brush")
    stroke(qtbot, damaged, (200, 20), (280, 20))
    if not fails:
        damaged.do("cancel")
        assert not workspace.restoring
    hold.let_go(fails=fails)
    qtbot.waitUntil(lambda: workspace.activity is None, timeout=30_000)
    assert workspace.has_result
    assert _rejected(damaged) == 2
    assert workspace.document.recipe.denoise is None
    assert workspace.document.recipe.step(RepairDamage).edits is None
    assert damaged.window.actions_["redo"].text() == "&Redo: Noise"
    damaged.do("redo")
    assert workspace.document.recipe.denoise.enabled
    assert workspace.document.recipe.step(RepairDamage).edits is not None, "the stroke is there again"
    for undone in range(3):
        damaged.do("undo")
        assert _rejected(damaged) == 2 - undone
    assert workspace.document.undo_name == "Scratches and damage"


def test_a_cancelled_network_can_be_wanted_again(damaged: Program, qtbot: QtBot) -> None:
    before, hold = damaged.workspace.document, _Hold(damaged)
    damaged.find(QCheckBox, "noise_switch").click()
    qtbot.waitUntil(lambda: damaged.workspace.activity is not None)
    damaged.do("cancel")
    hold.let_go()
    assert damaged.workspace.document.recipe == before.recipe
    assert damaged.workspace.document.undo_name == before.undo_name
    damaged.do("redo")
    done(qtbot, damaged)
    assert damaged.workspace.document.recipe.denoise.enabled


# Beside a batch


def _planned(qtbot: QtBot, program: Program) -> Treatment:
    """Add the open photo to a batch that is yet to be; what is planned to be done then."""
    program.do("batch_add")
    queue = program.application.queue
    qtbot.waitUntil(lambda: queue.phase is Phase.PLANNED, timeout=30_000)
    assert queue.preflight is not None
    return queue.preflight.wish.treatment


def test_a_batch_as_the_open_photo_gets_its_steps_but_no_strokes_and_verdicts(
    damaged: Program, qtbot: QtBot
) -> None:
    damaged.do("next_repair")
    damaged.do("reject_repair")
    damaged.find(QToolButton, "damage_brush").click()
    stroke(qtbot, damaged, (30, 100), (90, 100))
    done(qtbot, damaged)
    own = damaged.workspace.document.recipe.step(RepairDamage)
    assert own.edits is not None
    assert own.rejected
    treatment = _planned(qtbot, damaged)
    assert treatment.recipe == Recipe((dataclasses.replace(own, edits=None, rejected=(), judged_on=None),))


def test_a_batch_with_a_photo_that_was_only_painted_on_does_what_each_photo_needs(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.find(QPushButton, "damage_fold").click()
    family.find(QToolButton, "damage_brush").click()
    stroke(qtbot, family, (30, 100), (90, 100))
    done(qtbot, family)
    assert _planned(qtbot, family).recipe is None
