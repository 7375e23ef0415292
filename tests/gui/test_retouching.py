"""Repairs and colours in the window: walked through, refused, painted, pinned; each step can be undone."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from fakes import CPU
from family import FamilyCatalog, FamilyEngine
from program import Program, running_program
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from restorer.gui.canvas import Tool
from restorer.gui.equipment import Makers
from restorer.gui.panels.steps.mask_groups import from_slider, to_slider
from restorer.gui.panels.wording import wrong_repairs
from restorer.inference.catalog import Model
from restorer.inference.selftest import SelfTest
from restorer.photo import Box, Photo, open_photo, save_photo
from restorer.restoration.steps import Colorize, RemoveWatermark, RepairDamage

SIZE = (200, 300)
SCRATCH = Box(40, 60, 43, 140)
SPECK = Box(150, 200, 154, 204)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class _Engine(FamilyEngine):
    def self_test(self, model: Model) -> SelfTest:
        return SelfTest(self.device, True, 0.0, 1e-3, 0.1, "")


def _program(qapp: QApplication, *models: str) -> Iterator[Program]:
    engine = _Engine(tile=128)
    makers = Makers(
        engine=lambda _: engine,  # type: ignore[arg-type, return-value]
        catalog=lambda _: FamilyCatalog(*models),  # type: ignore[arg-type, return-value]
        devices=lambda: [CPU],
    )
    with running_program(qapp, makers, engine) as program:
        program.window.resize(1000, 800)
        yield program


@pytest.fixture
def family(qapp: QApplication) -> Iterator[Program]:
    """The program with models for everything."""
    yield from _program(qapp)


def _photo(channels: int = 3) -> np.ndarray:
    pixels = np.random.default_rng(2).integers(60, 180, (*SIZE, channels), np.uint8)
    if channels == 3:
        for place, red in ((SCRATCH, 255), (SPECK, 251)):
            pixels[place.slices] = (red, 128, 128)
    return pixels


def _open(qtbot: QtBot, program: Program, folder: Path, pixels: np.ndarray) -> None:
    path = folder / "photo.png"
    save_photo(Photo(pixels), path)
    program.window.commands.open_paths([path])
    qtbot.waitUntil(
        lambda: program.workspace.name == "photo.png" and not program.workspace.estimating, timeout=30_000
    )


@pytest.fixture
def damaged(family: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A photo with a scratch and a speck, both found, with only the repair of damage on."""
    return _repaired(qtbot, family, tmp_path)


def _repaired(qtbot: QtBot, program: Program, folder: Path) -> Program:
    _open(qtbot, program, folder, _photo())
    program.find(QPushButton, "damage_fold").click()
    program.find(QSlider, "damage_sensitivity").setValue(100)
    program.find(QCheckBox, "damage_switch").click()
    _done(qtbot, program)
    return program


def _done(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.workspace.has_result, timeout=30_000)


def _text(program: Program, name: str) -> str:
    label = program.find(QLabel, name)
    return label.text() if label.isVisible() else ""


def _at(program: Program, x: float, y: float) -> QPoint:
    return program.window.canvas.from_picture((x, y)).toPoint()


def _stroke(
    qtbot: QtBot, program: Program, start: tuple[int, int], stop: tuple[int, int], button=LEFT
) -> None:
    canvas = program.window.canvas
    qtbot.mousePress(canvas, button, pos=_at(program, *start))
    qtbot.mouseMove(canvas, pos=_at(program, *stop))
    qtbot.mouseRelease(canvas, button, pos=_at(program, *stop))


def _mask(program: Program, kind: type = RepairDamage) -> np.ndarray:
    return program.workspace.document.mask(kind, 0, Box(0, 0, *SIZE))


# Repairs


def test_the_bar_walks_from_the_most_doubtful_repair_round_and_round(damaged: Program, qtbot: QtBot) -> None:
    assert _text(damaged, "walk_text") == "Repairs: 2"
    repairs = damaged.window.retouching.repairs
    damaged.find(QToolButton, "walk_next_repair").click()
    assert _text(damaged, "walk_text") == "Repair 1 of 2"
    assert repairs.looked_at.repair.box.intersect(SPECK) == SPECK
    seen = damaged.window.canvas.visible_area
    assert seen.intersect(SPECK) == SPECK
    damaged.do("next_repair")
    assert repairs.looked_at.repair.box.intersect(SCRATCH) == SCRATCH
    damaged.do("next_repair")
    assert _text(damaged, "walk_text") == "Repair 1 of 2"
    damaged.do("previous_repair")
    assert _text(damaged, "walk_text") == "Repair 2 of 2"


def test_a_verdict_goes_on_runs_no_network_and_can_be_undone(damaged: Program, qtbot: QtBot) -> None:
    runs = len(damaged.engine.ran)
    damaged.do("next_repair")
    damaged.do("reject_repair")
    assert not _mask(damaged)[SPECK.slices].any()
    assert _mask(damaged)[SCRATCH.slices].all()
    assert _text(damaged, "walk_text") == "Repair 2 of 2"
    damaged.do("next_repair")
    assert _text(damaged, "walk_text") == "Repair 1 of 2, rejected"
    damaged.find(QSlider, "damage_sensitivity").setValue(0)
    damaged.do("accept_repair")
    assert _mask(damaged)[SPECK.slices].all(), "accepted, whatever the sensitivity"
    for _ in range(3):
        damaged.do("undo")
    assert _mask(damaged)[SPECK.slices].all()
    assert damaged.workspace.has_result
    assert len(damaged.engine.ran) == runs


def test_a_click_on_a_mark_refuses_it_and_another_takes_that_back(damaged: Program, qtbot: QtBot) -> None:
    canvas = damaged.window.canvas
    qtbot.mouseClick(canvas, LEFT, pos=_at(damaged, 202, 152))
    assert not _mask(damaged)[SPECK.slices].any()
    assert damaged.window.actions_["undo"].text() == "&Undo: Repair rejected"
    qtbot.mouseClick(canvas, LEFT, pos=_at(damaged, 202, 152))
    assert _mask(damaged)[SPECK.slices].all()
    before = damaged.workspace.document
    qtbot.mouseClick(canvas, LEFT, pos=_at(damaged, 20, 190))
    assert damaged.workspace.document is before, "there is nothing"
    damaged.do("show_repairs")
    qtbot.mouseClick(canvas, LEFT, pos=_at(damaged, 202, 152))
    assert damaged.workspace.document is before, "what is not shown cannot be hit by mistake"


@pytest.mark.parametrize("way", ["twice", "shift", "space", "control", "wipe"])
def test_a_click_that_means_something_else_judges_no_repair(damaged: Program, qtbot: QtBot, way: str) -> None:
    canvas, before = damaged.window.canvas, damaged.workspace.document
    at, zoom, wipe = _at(damaged, 100, 41), canvas.zoom, canvas.wipe_position
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
    at = _at(damaged, 100, 41)
    qtbot.mousePress(canvas, LEFT, pos=at)
    for point in (at + QPoint(40, 0), at):
        qtbot.mouseMove(canvas, pos=point)
    qtbot.mouseRelease(canvas, LEFT, pos=at)
    assert damaged.workspace.document is before


def test_a_double_click_takes_back_only_its_own_click(damaged: Program, qtbot: QtBot) -> None:
    canvas = damaged.window.canvas
    qtbot.mouseClick(canvas, LEFT, pos=_at(damaged, 100, 41))
    judged = damaged.workspace.document
    nothing = _at(damaged, 20, 190)
    qtbot.mouseClick(canvas, LEFT, Qt.KeyboardModifier.ShiftModifier, pos=nothing)
    qtbot.mouseDClick(canvas, LEFT, pos=nothing)
    assert damaged.workspace.document is judged


def test_the_sensitivity_is_said_in_words_and_acts_at_once(damaged: Program) -> None:
    runs = len(damaged.engine.ran)
    damaged.find(QSlider, "damage_sensitivity").setValue(to_slider(0.1))
    assert _text(damaged, "damage_words") == "About one wrong spot in 10 photos"
    assert _text(damaged, "damage_note") == "repairs: 1"
    damaged.find(QSlider, "damage_sensitivity").setValue(to_slider(100.0))
    assert _text(damaged, "damage_words") == "About 100 wrong spots in a photo"
    assert _text(damaged, "damage_note") == "repairs: 2"
    assert len(damaged.engine.ran) == runs
    assert [round(from_slider(to_slider(wrong)), 3) for wrong in (0.01, 1.0, 100.0)] == [0.01, 1.0, 100.0]
    assert wrong_repairs(1.0) == "About one wrong spot in a photo"
    assert "not measured" in wrong_repairs(1.0, calibrated=False)


def test_no_fewer_wrong_spots_are_promised_than_were_measured(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, family, tmp_path, np.full((1000, 1000, 3), 120, np.uint8))  # a megapixel: 0.3 of the surest
    family.find(QPushButton, "damage_fold").click()
    family.find(QCheckBox, "damage_switch").click()
    family.find(QSlider, "damage_sensitivity").setValue(to_slider(0.01))
    assert _text(family, "damage_words") == "About one wrong spot in 3 photos"


def test_each_stroke_is_one_step_for_undo(damaged: Program, qtbot: QtBot) -> None:
    found = _mask(damaged)
    damaged.do("brush")
    damaged.window.canvas.tools.set_tip(12.0, 1.0)
    _stroke(qtbot, damaged, (30, 100), (90, 100))
    first = _mask(damaged)
    assert first[100, 30:90].all()
    _stroke(qtbot, damaged, (100, 40), (100, 42), RIGHT)
    assert not _mask(damaged)[38:45, 96:105].any(), "the right button erases, found or painted"
    _done(qtbot, damaged)
    damaged.do("undo")
    assert np.array_equal(_mask(damaged), first)
    damaged.do("undo")
    assert np.array_equal(_mask(damaged), found)
    damaged.do("redo")
    assert np.array_equal(_mask(damaged), first)
    _done(qtbot, damaged)
    result = damaged.workspace.document.result().pixels
    assert np.array_equal(result[_mask(damaged) == 0], _photo()[_mask(damaged) == 0])


def test_a_dropped_stroke_leaves_nothing(damaged: Program, qtbot: QtBot) -> None:
    document = damaged.workspace.document
    damaged.do("brush")
    canvas = damaged.window.canvas
    qtbot.mousePress(canvas, LEFT, pos=_at(damaged, 30, 100))
    assert damaged.window.retouching.repairs.painting
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not damaged.window.retouching.repairs.painting
    qtbot.mouseRelease(canvas, LEFT, pos=_at(damaged, 30, 100))
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
    place = _at(damaged, 60, 100)
    qtbot.mousePress(canvas, LEFT, pos=place)
    assert seen().pixelColor(place) != before.pixelColor(place)
    qtbot.mouseRelease(canvas, LEFT, pos=place)


def test_painting_where_nothing_was_looked_for_repairs_only_what_is_painted(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, family, tmp_path, _photo())
    family.do("lasso")
    canvas = family.window.canvas
    qtbot.mousePress(canvas, LEFT, pos=_at(family, 20, 90))
    for corner in ((60, 90), (60, 130), (20, 130)):
        qtbot.mouseMove(canvas, pos=_at(family, *corner))
    qtbot.mouseRelease(canvas, LEFT, pos=_at(family, 20, 130))
    _done(qtbot, family)
    step = family.workspace.document.recipe.step(RepairDamage)
    assert (step.enabled, step.finding) == (True, False)
    assert not _mask(family)[SCRATCH.slices].any()
    assert _mask(family)[110, 40] == 255
    family.find(QPushButton, "damage_fold").click()
    family.find(QPushButton, "damage_clear").click()
    assert not _mask(family).any()


def test_a_watermark_can_be_painted_where_nothing_finds_any(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    for program in _program(qapp, "denoise", "repair-damage"):
        _open(qtbot, program, tmp_path, _photo())
        assert _text(program, "watermark_why") == ""
        program.find(QPushButton, "watermark_fold").click()
        assert _text(program, "watermark_words") == "Nothing installed finds it: paint what is to go."
        assert not program.find(QCheckBox, "watermark_finding").isVisible()
        before = program.workspace.document.photo.pixels
        qtbot.mouseClick(program.find(QToolButton, "watermark_brush"), LEFT)
        _stroke(qtbot, program, (60, 60), (90, 60))
        _done(qtbot, program)
        recipe = program.workspace.document.recipe
        made = program.workspace.document.rendition.read(recipe, 0, Box(0, 0, *before.shape[:2]))
        changed = (made != before).any(axis=-1)
        assert changed[60, 62:88].all()
        assert not changed[:40].any()


def test_the_tools_belong_to_the_group_they_were_taken_from(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(qtbot, family, tmp_path, _photo())
    family.find(QPushButton, "watermark_fold").click()
    assert not family.find(QPushButton, "damage_fold").isChecked()
    qtbot.mouseClick(family.find(QToolButton, "watermark_brush"), LEFT)
    assert family.window.canvas.tools.tool is Tool.BRUSH
    _stroke(qtbot, family, (30, 100), (90, 100))
    _done(qtbot, family)
    assert family.workspace.document.recipe.step(RepairDamage) is None
    assert _mask(family, RemoveWatermark)[100, 60] == 255


def test_masks_go_out_and_come_back_as_pictures(damaged: Program, qtbot: QtBot, tmp_path: Path) -> None:
    repairs, found = damaged.window.retouching.repairs, _mask(damaged)
    repairs.save_mask(RepairDamage, tmp_path / "mask.png")
    qtbot.waitUntil(lambda: bool(damaged.messages), timeout=30_000)
    assert np.array_equal(open_photo(tmp_path / "mask.png").pixels[:, :, 0], found)
    damaged.do("reset")
    repairs.load_mask(RepairDamage, tmp_path / "mask.png")
    _done(qtbot, damaged)
    assert np.array_equal(_mask(damaged), found)
    save_photo(Photo(np.zeros((5, 5, 1), np.uint8)), tmp_path / "small.png")
    repairs.load_mask(RepairDamage, tmp_path / "small.png")
    qtbot.waitUntil(lambda: any("5 × 5" in text for text in damaged.messages), timeout=30_000)
    assert np.array_equal(_mask(damaged), found)


# Colours


@pytest.fixture
def coloured(family: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A grey photo that is given colours."""
    _open(qtbot, family, tmp_path, _photo(1))
    family.find(QPushButton, "colour_fold").click()
    family.find(QCheckBox, "colour_switch").click()
    _done(qtbot, family)
    return family


def _hints(program: Program) -> tuple:
    return program.workspace.document.recipe.step(Colorize).hints


def test_a_click_offers_colours_and_a_swatch_pins_one(coloured: Program, qtbot: QtBot) -> None:
    assert not coloured.find(QWidget, "colour_choices").isVisible()
    coloured.do("pin")
    qtbot.mouseClick(coloured.window.canvas, LEFT, pos=_at(coloured, 220, 60))
    offered = coloured.window.retouching.colours.alternatives
    assert len(offered) > 1
    assert [coloured.find(QWidget, f"swatch_{at}").isVisible() for at in range(5)].count(True) == len(offered)
    coloured.find(QWidget, "swatch_1").click()
    _done(qtbot, coloured)
    hint = _hints(coloured)[0]
    assert (round(hint.column), round(hint.row)) == (220, 60)
    assert hint.colour == pytest.approx(offered[1].colour)
    coloured.find(QPushButton, "colour_unpin").click()
    assert _hints(coloured) == ()
    coloured.do("undo")
    assert len(_hints(coloured)) == 1


def test_a_colour_can_be_taken_from_the_photo(coloured: Program, qtbot: QtBot) -> None:
    coloured.do("pin")
    canvas = coloured.window.canvas
    qtbot.mouseClick(canvas, LEFT, pos=_at(coloured, 220, 60))
    coloured.find(QPushButton, "colour_pick").click()
    assert "click where" in _text(coloured, "colour_hint").lower()
    pixel = coloured.workspace.document.after_pixels(0, Box(120, 40, 121, 41))[0, 0]
    qtbot.mouseClick(canvas, LEFT, pos=_at(coloured, 40.5, 120.5))
    hint = _hints(coloured)[0]
    assert (round(hint.column), round(hint.row)) == (220, 60), "the pin stays where it was wanted"
    assert hint.colour == pytest.approx(tuple(pixel / 255), abs=0.02)


def test_shift_moves_the_wipe_and_chooses_no_place_for_a_pin(coloured: Program, qtbot: QtBot) -> None:
    coloured.do("pin")
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(coloured.window.canvas, LEFT, shift, pos=_at(coloured, 100, 100))
    assert coloured.window.retouching.colours.place is None


def test_escape_ends_the_wish_to_take_a_colour(coloured: Program, qtbot: QtBot) -> None:
    canvas, colours = coloured.window.canvas, coloured.window.retouching.colours
    coloured.do("pin")
    qtbot.mouseClick(canvas, LEFT, pos=_at(coloured, 220, 60))
    coloured.find(QPushButton, "colour_pick").click()
    assert colours.picking
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not colours.picking
    assert "click where the photo" not in _text(coloured, "colour_hint")
    qtbot.mouseClick(canvas, LEFT, pos=_at(coloured, 40, 120))
    assert _hints(coloured) == ()


def test_guesses_are_hatched_on_request(coloured: Program, qtbot: QtBot) -> None:
    canvas = coloured.window.canvas
    canvas.grab()
    qtbot.waitUntil(lambda: canvas.settled, timeout=30_000)
    bare = canvas.grab().toImage()
    coloured.do("show_guesses")
    hatched = canvas.grab().toImage()
    unsure, sure = ([_at(coloured, x + dx, 100) for dx in range(20)] for x in (240, 40))
    assert any(hatched.pixelColor(at) != bare.pixelColor(at) for at in unsure)
    assert all(hatched.pixelColor(at) == bare.pixelColor(at) for at in sure)


def test_saturation_and_warmth_run_no_network(coloured: Program) -> None:
    runs = len(coloured.engine.ran)
    coloured.find(QSlider, "saturation").setValue(0)
    pixels = coloured.workspace.document.after_pixels(0, Box(0, 0, 40, 40)).astype(int)
    assert np.ptp(pixels, axis=2).max() <= 1
    coloured.find(QSlider, "warmth").setValue(60)
    assert _text(coloured, "warmth_value") == "warmer, 60 %"
    warm = coloured.workspace.document.after_pixels(0, Box(0, 0, 40, 40)).astype(int)
    assert warm[..., 0].mean() > warm[..., 2].mean()
    assert len(coloured.engine.ran) == runs
