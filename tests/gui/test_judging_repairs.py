"""Repairs in the window: walked through, judged by keys and clicks, and counted out by the sensitivity."""

from pathlib import Path

import numpy as np
import pytest
from handwork import LEFT, SCRATCH, SIZE, SPECK, mask_of, opened_pixels, place_of
from opening import shown_text
from program import Program
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from restorer.gui.panels.steps.mask_groups import from_slider, to_slider
from restorer.gui.panels.wording import wrong_repairs


def test_the_bar_walks_from_the_most_doubtful_repair_round_and_round(damaged: Program, qtbot: QtBot) -> None:
    assert shown_text(damaged, "walk_text") == "Repairs: 2"
    repairs = damaged.window.retouching.repairs
    damaged.find(QToolButton, "walk_next_repair").click()
    assert shown_text(damaged, "walk_text") == "Repair 1 of 2"
    assert repairs.looked_at.repair.box.intersect(SPECK) == SPECK
    seen = damaged.window.canvas.visible_area
    assert seen.intersect(SPECK) == SPECK
    damaged.do("next_repair")
    assert repairs.looked_at.repair.box.intersect(SCRATCH) == SCRATCH
    damaged.do("next_repair")
    assert shown_text(damaged, "walk_text") == "Repair 1 of 2"
    damaged.do("previous_repair")
    assert shown_text(damaged, "walk_text") == "Repair 2 of 2"


def test_a_verdict_goes_on_runs_no_network_and_can_be_undone(damaged: Program, qtbot: QtBot) -> None:
    runs = len(damaged.engine.ran)
    damaged.do("next_repair")
    damaged.do("reject_repair")
    assert not mask_of(damaged)[SPECK.slices].any()
    assert mask_of(damaged)[SCRATCH.slices].all()
    assert shown_text(damaged, "walk_text") == "Repair 2 of 2"
    damaged.do("next_repair")
    assert shown_text(damaged, "walk_text") == "Repair 1 of 2, rejected"
    damaged.find(QSlider, "damage_sensitivity").setValue(0)
    damaged.do("accept_repair")
    assert mask_of(damaged)[SPECK.slices].all(), "accepted, whatever the sensitivity"
    for _ in range(3):
        damaged.do("undo")
    assert mask_of(damaged)[SPECK.slices].all()
    assert damaged.workspace.has_result
    assert len(damaged.engine.ran) == runs


def test_a_click_on_a_mark_refuses_it_and_another_takes_that_back(damaged: Program, qtbot: QtBot) -> None:
    canvas = damaged.window.canvas
    qtbot.mouseClick(canvas, LEFT, pos=place_of(damaged, 202, 152))
    assert not mask_of(damaged)[SPECK.slices].any()
    assert damaged.window.actions_["undo"].text() == "&Undo: Repair rejected"
    qtbot.mouseClick(canvas, LEFT, pos=place_of(damaged, 202, 152))
    assert mask_of(damaged)[SPECK.slices].all()
    before = damaged.workspace.document
    qtbot.mouseClick(canvas, LEFT, pos=place_of(damaged, 20, 190))
    assert damaged.workspace.document is before, "there is nothing"
    damaged.do("show_repairs")
    qtbot.mouseClick(canvas, LEFT, pos=place_of(damaged, 202, 152))
    assert damaged.workspace.document is before, "what is not shown cannot be hit by mistake"


@pytest.mark.parametrize("way", ["twice", "shift", "space", "control", "wipe"])
def test_a_click_that_means_something_else_judges_no_repair(damaged: Program, qtbot: QtBot, way: str) -> None:
    canvas, before = damaged.window.canvas, damaged.workspace.document
    at, zoom, wipe = place_of(damaged, 100, 41), canvas.zoom, canvas.wipe_position
    if way == "space":
        canvas.setFocus()
        qtbot.keyPress(canvas, Qt.Key.Key_Space)
        qtbot.mouseClick(canvas, LEFT, pos=at)
        qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    elif way == "twice":
        qtbot.mouseClick(canvas, LEFT, pos=at)
        assert damaged.workspace.document is not before
        qtbot.mouseDClick(canvas, LEFT, pos=at)
        assert canvas.zoom != zoom
    elif way == "wipe":
        canvas.set_wipe_position(100 / SIZE[1])
        qtbot.mouseClick(canvas, LEFT, pos=at)
    else:
        held = {"shift": Qt.KeyboardModifier.ShiftModifier, "control": Qt.KeyboardModifier.ControlModifier}
        qtbot.mouseClick(canvas, LEFT, held[way], pos=at)
        assert (canvas.wipe_position != wipe) == (way == "shift")
    assert damaged.workspace.document is before


def test_a_drag_that_ends_where_it_began_judges_no_repair(damaged: Program, qtbot: QtBot) -> None:
    canvas, before = damaged.window.canvas, damaged.workspace.document
    at = place_of(damaged, 100, 41)
    qtbot.mousePress(canvas, LEFT, pos=at)
    for point in (at + QPoint(40, 0), at):
        qtbot.mouseMove(canvas, pos=point)
    qtbot.mouseRelease(canvas, LEFT, pos=at)
    assert damaged.workspace.document is before


def test_a_double_click_takes_back_only_its_own_click(damaged: Program, qtbot: QtBot) -> None:
    canvas = damaged.window.canvas
    qtbot.mouseClick(canvas, LEFT, pos=place_of(damaged, 100, 41))
    judged = damaged.workspace.document
    nothing = place_of(damaged, 20, 190)
    qtbot.mouseClick(canvas, LEFT, Qt.KeyboardModifier.ShiftModifier, pos=nothing)
    qtbot.mouseDClick(canvas, LEFT, pos=nothing)
    assert damaged.workspace.document is judged


def test_the_sensitivity_is_said_in_words_and_acts_at_once(damaged: Program) -> None:
    runs = len(damaged.engine.ran)
    damaged.find(QSlider, "damage_sensitivity").setValue(to_slider(0.1))
    assert shown_text(damaged, "damage_words") == "About one wrong spot in 10 photos"
    assert shown_text(damaged, "damage_note") == "repairs: 1"
    damaged.find(QSlider, "damage_sensitivity").setValue(to_slider(100.0))
    assert shown_text(damaged, "damage_words") == "About 100 wrong spots in a photo"
    assert shown_text(damaged, "damage_note") == "repairs: 2"
    assert len(damaged.engine.ran) == runs
    assert [round(from_slider(to_slider(wrong)), 3) for wrong in (0.01, 1.0, 100.0)] == [0.01, 1.0, 100.0]
    assert wrong_repairs(1.0) == "About one wrong spot in a photo"
    assert "not measured" in wrong_repairs(1.0, calibrated=False)


def test_no_fewer_wrong_spots_are_promised_than_were_measured(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(
        qtbot, family, tmp_path, np.full((1000, 1000, 3), 120, np.uint8)
    )  # a megapixel: 0.3 of the surest
    family.find(QPushButton, "damage_fold").click()
    family.find(QCheckBox, "damage_switch").click()
    family.find(QSlider, "damage_sensitivity").setValue(to_slider(0.01))
    assert shown_text(family, "damage_words") == "About one wrong spot in 3 photos"
