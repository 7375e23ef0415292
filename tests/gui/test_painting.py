"""Brush, eraser, lasso and masks as files: what is painted is seen, repaired, and can be undone."""

from pathlib import Path

import numpy as np
from handwork import (
    LEFT,
    RIGHT,
    SCRATCH,
    done,
    mask_of,
    opened_pixels,
    pixels_of_a_photo,
    place_of,
    program_with,
    stroke,
)
from opening import shown_text
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from restorer.gui.canvas import Tool
from restorer.photo import Box, Photo, open_photo, save_photo
from restorer.restoration.steps import RemoveWatermark, RepairDamage


def test_each_stroke_is_one_step_for_undo(damaged: Program, qtbot: QtBot) -> None:
    found = mask_of(damaged)
    damaged.do("brush")
    damaged.window.canvas.tools.set_tip(12.0, 1.0)
    stroke(qtbot, damaged, (30, 100), (90, 100))
    first = mask_of(damaged)
    assert first[100, 30:90].all()
    stroke(qtbot, damaged, (100, 40), (100, 42), RIGHT)
    assert not mask_of(damaged)[38:45, 96:105].any(), "the right button erases, found or painted"
    done(qtbot, damaged)
    damaged.do("undo")
    assert np.array_equal(mask_of(damaged), first)
    damaged.do("undo")
    assert np.array_equal(mask_of(damaged), found)
    damaged.do("redo")
    assert np.array_equal(mask_of(damaged), first)
    done(qtbot, damaged)
    result = damaged.workspace.document.result().pixels
    assert np.array_equal(result[mask_of(damaged) == 0], pixels_of_a_photo()[mask_of(damaged) == 0])


def test_a_dropped_stroke_leaves_nothing(damaged: Program, qtbot: QtBot) -> None:
    document = damaged.workspace.document
    damaged.do("brush")
    canvas = damaged.window.canvas
    qtbot.mousePress(canvas, LEFT, pos=place_of(damaged, 30, 100))
    assert damaged.window.retouching.repairs.painting
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not damaged.window.retouching.repairs.painting
    qtbot.mouseRelease(canvas, LEFT, pos=place_of(damaged, 30, 100))
    assert damaged.workspace.document is document


def test_what_is_being_painted_is_seen_at_once(damaged: Program, qtbot: QtBot) -> None:
    canvas = damaged.window.canvas
    canvas.set_navigator_shown(False)
    damaged.do("brush")

    def seen() -> QImage:
        canvas.grab()
        qtbot.waitUntil(lambda: canvas.settled, timeout=30_000)
        return canvas.grab().toImage()

    before = seen()
    place = place_of(damaged, 60, 100)
    qtbot.mousePress(canvas, LEFT, pos=place)
    assert seen().pixelColor(place) != before.pixelColor(place)
    qtbot.mouseRelease(canvas, LEFT, pos=place)


def test_painting_where_nothing_was_looked_for_repairs_only_what_is_painted(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.do("lasso")
    canvas = family.window.canvas
    qtbot.mousePress(canvas, LEFT, pos=place_of(family, 20, 90))
    for corner in ((60, 90), (60, 130), (20, 130)):
        qtbot.mouseMove(canvas, pos=place_of(family, *corner))
    qtbot.mouseRelease(canvas, LEFT, pos=place_of(family, 20, 130))
    done(qtbot, family)
    step = family.workspace.document.recipe.step(RepairDamage)
    assert (step.enabled, step.finding) == (True, False)
    assert not mask_of(family)[SCRATCH.slices].any()
    assert mask_of(family)[110, 40] == 255
    family.find(QPushButton, "damage_fold").click()
    family.find(QPushButton, "damage_clear").click()
    assert not mask_of(family).any()


def test_a_watermark_can_be_painted_where_nothing_finds_any(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    for program in program_with(qapp, "denoise", "repair-damage"):
        opened_pixels(qtbot, program, tmp_path, pixels_of_a_photo())
        assert shown_text(program, "watermark_why") == ""
        program.find(QPushButton, "watermark_fold").click()
        assert shown_text(program, "watermark_words") == "Nothing installed finds it: paint what is to go."
        assert not program.find(QCheckBox, "watermark_finding").isVisible()
        before = program.workspace.document.photo.pixels
        qtbot.mouseClick(program.find(QToolButton, "watermark_brush"), LEFT)
        stroke(qtbot, program, (60, 60), (90, 60))
        done(qtbot, program)
        recipe = program.workspace.document.recipe
        made = program.workspace.document.rendition.read(recipe, 0, Box(0, 0, *before.shape[:2]))
        changed = (made != before).any(axis=-1)
        assert changed[60, 62:88].all()
        assert not changed[:40].any()


def test_a_mark_that_a_model_only_finds_is_filled_by_the_repairer(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    for program in program_with(qapp, "denoise", "repair-damage", "find-marks", "watermark"):
        opened_pixels(qtbot, program, tmp_path, pixels_of_a_photo())
        program.find(QPushButton, "watermark_fold").click()
        program.find(QCheckBox, "watermark_switch").click()
        done(qtbot, program)
        step = program.workspace.document.recipe.step(RemoveWatermark)
        assert (step.model, step.filler) == ("watermark", "")
        models = program.find(QComboBox, "watermark_models")
        assert models.isVisible()
        for wanted, filler in (("find-marks", "repair-damage"), ("watermark", "")):
            models.setCurrentIndex(models.findData(wanted))
            models.activated.emit(models.currentIndex())
            done(qtbot, program)
            step = program.workspace.document.recipe.step(RemoveWatermark)
            assert (step.model, step.filler) == (wanted, filler)


def test_the_tools_belong_to_the_group_they_were_taken_from(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.find(QPushButton, "watermark_fold").click()
    assert not family.find(QPushButton, "damage_fold").isChecked()
    qtbot.mouseClick(family.find(QToolButton, "watermark_brush"), LEFT)
    assert family.window.canvas.tools.tool is Tool.BRUSH
    stroke(qtbot, family, (30, 100), (90, 100))
    done(qtbot, family)
    assert family.workspace.document.recipe.step(RepairDamage) is None
    assert mask_of(family, RemoveWatermark)[100, 60] == 255


def test_masks_go_out_and_come_back_as_pictures(damaged: Program, qtbot: QtBot, tmp_path: Path) -> None:
    repairs, found = damaged.window.retouching.repairs, mask_of(damaged)
    repairs.save_mask(RepairDamage, tmp_path / "mask.png")
    qtbot.waitUntil(lambda: bool(damaged.messages), timeout=30_000)
    assert np.array_equal(open_photo(tmp_path / "mask.png").pixels[:, :, 0], found)
    damaged.do("reset")
    repairs.load_mask(RepairDamage, tmp_path / "mask.png")
    done(qtbot, damaged)
    assert np.array_equal(mask_of(damaged), found)
    save_photo(Photo(np.zeros((5, 5, 1), np.uint8)), tmp_path / "small.png")
    repairs.load_mask(RepairDamage, tmp_path / "small.png")
    qtbot.waitUntil(lambda: any("5 × 5" in text for text in damaged.messages), timeout=30_000)
    assert np.array_equal(mask_of(damaged), found)
