"""Colours in the window: chosen, pinned, hatched where they are guesses, and made warmer."""

from pathlib import Path

import numpy as np
import pytest
from handwork import LEFT, done, opened_pixels, pixels_of_a_photo, place_of
from opening import shown_text
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from restorer.photo import Box
from restorer.restoration.steps import Colorize


@pytest.fixture
def coloured(family: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A grey photo that is given colours."""
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo(1))
    family.find(QPushButton, "colour_fold").click()
    family.find(QCheckBox, "colour_switch").click()
    done(qtbot, family)
    return family


def _hints(program: Program) -> tuple:
    return program.workspace.document.recipe.step(Colorize).hints


def test_a_click_offers_colours_and_a_swatch_pins_one(coloured: Program, qtbot: QtBot) -> None:
    assert not coloured.find(QWidget, "colour_choices").isVisible()
    coloured.do("pin")
    qtbot.mouseClick(coloured.window.canvas, LEFT, pos=place_of(coloured, 220, 60))
    offered = coloured.window.retouching.colours.alternatives
    assert len(offered) > 1
    assert [coloured.find(QWidget, f"swatch_{at}").isVisible() for at in range(5)].count(True) == len(offered)
    coloured.find(QWidget, "swatch_1").click()
    done(qtbot, coloured)
    hint = _hints(coloured)[0]
    assert (round(hint.column), round(hint.row)) == (220, 60)
    assert hint.colour == pytest.approx(offered[1].colour)
    coloured.find(QPushButton, "colour_unpin").click()
    assert _hints(coloured) == ()
    coloured.do("undo")
    assert len(_hints(coloured)) == 1


def test_a_click_with_the_pin_unfolds_what_it_offers(coloured: Program, qtbot: QtBot) -> None:
    coloured.find(QPushButton, "damage_fold").click()
    assert not coloured.find(QWidget, "colour_body").isVisible()
    coloured.do("pin")
    qtbot.mouseClick(coloured.window.canvas, LEFT, pos=place_of(coloured, 220, 60))
    assert coloured.find(QWidget, "swatch_0").isVisible()
    coloured.find(QPushButton, "colour_fold").click()
    coloured.find(QSlider, "saturation").setValue(50)
    assert not coloured.find(QWidget, "colour_body").isVisible(), "who folds it wants it folded"


def test_a_colour_can_be_taken_from_the_photo(coloured: Program, qtbot: QtBot) -> None:
    coloured.do("pin")
    canvas = coloured.window.canvas
    qtbot.mouseClick(canvas, LEFT, pos=place_of(coloured, 220, 60))
    coloured.find(QPushButton, "colour_pick").click()
    assert "click where" in shown_text(coloured, "colour_hint").lower()
    pixel = coloured.workspace.document.after_pixels(0, Box(120, 40, 121, 41))[0, 0]
    qtbot.mouseClick(canvas, LEFT, pos=place_of(coloured, 40.5, 120.5))
    hint = _hints(coloured)[0]
    assert (round(hint.column), round(hint.row)) == (220, 60), "the pin stays where it was wanted"
    assert hint.colour == pytest.approx(tuple(pixel / 255), abs=0.02)


def test_shift_moves_the_wipe_and_chooses_no_place_for_a_pin(coloured: Program, qtbot: QtBot) -> None:
    coloured.do("pin")
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(coloured.window.canvas, LEFT, shift, pos=place_of(coloured, 100, 100))
    assert coloured.window.retouching.colours.place is None


def test_escape_ends_the_wish_to_take_a_colour(coloured: Program, qtbot: QtBot) -> None:
    canvas, colours = coloured.window.canvas, coloured.window.retouching.colours
    coloured.do("pin")
    qtbot.mouseClick(canvas, LEFT, pos=place_of(coloured, 220, 60))
    coloured.find(QPushButton, "colour_pick").click()
    assert colours.picking
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not colours.picking
    assert "click where the photo" not in shown_text(coloured, "colour_hint")
    qtbot.mouseClick(canvas, LEFT, pos=place_of(coloured, 40, 120))
    assert _hints(coloured) == ()


def test_guesses_are_hatched_on_request(coloured: Program, qtbot: QtBot) -> None:
    canvas = coloured.window.canvas
    canvas.grab()
    qtbot.waitUntil(lambda: canvas.settled, timeout=30_000)
    bare = canvas.grab().toImage()
    coloured.do("show_guesses")
    hatched = canvas.grab().toImage()
    unsure, sure = ([place_of(coloured, x + dx, 100) for dx in range(20)] for x in (240, 40))
    assert any(hatched.pixelColor(at) != bare.pixelColor(at) for at in unsure)
    assert all(hatched.pixelColor(at) == bare.pixelColor(at) for at in sure)


def test_saturation_and_warmth_run_no_network(coloured: Program) -> None:
    runs = len(coloured.engine.ran)
    coloured.find(QSlider, "saturation").setValue(0)
    pixels = coloured.workspace.document.after_pixels(0, Box(0, 0, 40, 40)).astype(int)
    assert np.ptp(pixels, axis=2).max() <= 1
    coloured.find(QSlider, "warmth").setValue(60)
    assert shown_text(coloured, "warmth_value") == "warmer, 60 %"
    warm = coloured.workspace.document.after_pixels(0, Box(0, 0, 40, 40)).astype(int)
    assert warm[..., 0].mean() > warm[..., 2].mean()
    assert len(coloured.engine.ran) == runs
