"""A whole photo through the real window and engine, and the same again on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from program import Program, running_program
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tiny_family import write_family

from restorer import paths
from restorer.cli.main import run as main
from restorer.gui.equipment import Makers
from restorer.photo import Photo, open_photo, save_photo
from restorer.restoration.steps import Colorize, RemoveWatermark, RepairDamage
from restorer.settings import Settings, save_settings

SIZE = (200, 300)
SCRATCHES = ((20, 40, 24, 120), (90, 200, 130, 204), (160, 60, 163, 64))


@pytest.fixture
def real(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program with the real engine and tiny networks for every task."""
    write_family(tmp_path / "models")
    monkeypatch.setattr(paths, "bundled_models", lambda: tmp_path / "models")
    save_settings(Settings(sidecar=True, language="en"), paths.settings_file())
    with running_program(qapp, Makers()) as program:
        yield program


def _portrait(channels: int = 3, dtype: type = np.uint8) -> np.ndarray:
    most = np.iinfo(dtype).max
    unit = np.random.default_rng(5).uniform(0.3, 0.6, (*SIZE, channels))
    return np.rint(unit * most).astype(dtype)


def _open(qtbot: QtBot, program: Program, pixels: np.ndarray, path: Path) -> Path:
    save_photo(Photo(pixels), path)
    program.window.resize(1000, 700)
    program.window.commands.open_paths([path])
    qtbot.waitUntil(
        lambda: program.workspace.name == path.name and not program.workspace.estimating, timeout=30_000
    )
    return path


def _done(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.workspace.has_result, timeout=30_000)


def _save(qtbot: QtBot, program: Program, target: Path) -> np.ndarray:
    program.answers.targets = [target]
    program.find(QPushButton, "main_button").click()
    qtbot.waitUntil(
        lambda: program.workspace.saved_path == target and not program.workspace.saving, timeout=30_000
    )
    return open_photo(target).pixels


def _press(qtbot: QtBot, program: Program, key: Qt.Key) -> None:
    program.window.activateWindow()
    canvas = program.window.canvas
    canvas.setFocus()
    qtbot.waitUntil(lambda: program.window.isActiveWindow() and canvas.hasFocus(), timeout=30_000)
    qtbot.keyClick(canvas, key)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_damaged_portrait_gets_suggestions_a_walk_and_is_saved(
    real: Program, qtbot: QtBot, tmp_path: Path, dtype: type
) -> None:
    pixels = _portrait(dtype=dtype)
    for top, left, bottom, right in SCRATCHES:
        pixels[top:bottom, left:right] = (np.iinfo(dtype).max, 0, 0)
    source = _open(qtbot, real, pixels, tmp_path / "portrait.tif")
    assert "3" in next(label.text() for label in real.window.findChildren(QLabel) if "places" in label.text())
    assert real.find(QPushButton, "main_button").text() == "Use suggestions"
    real.find(QPushButton, "main_button").click()
    _done(qtbot, real)
    assert [type(step) for step in real.workspace.document.recipe.active] == [RepairDamage]
    assert real.find(QLabel, "walk_text").text() == "Repairs: 3"
    _press(qtbot, real, Qt.Key.Key_Period)
    assert real.find(QLabel, "walk_text").text() == "Repair 1 of 3"
    refused = real.window.retouching.repairs.looked_at.repair
    _press(qtbot, real, Qt.Key.Key_X)
    _press(qtbot, real, Qt.Key.Key_Return)
    _press(qtbot, real, Qt.Key.Key_Return)
    assert real.workspace.has_result, "a verdict runs no network"
    qtbot.waitUntil(lambda: real.workspace.unchanged is not None, timeout=30_000)
    saved = _save(qtbot, real, tmp_path / "portrait restored.tif")
    same = (saved == pixels).all(axis=2)
    assert same[refused.box.slices].all(), "what was refused is as it was, to the bit"
    for top, left, bottom, right in SCRATCHES:
        inside = refused.box.top <= top < refused.box.bottom and refused.box.left <= left < refused.box.right
        assert inside or not same[top:bottom, left:right].any()
    mask = real.workspace.document.mask(RepairDamage, 0, refused.box.grow(0))
    assert not mask.any()
    again = tmp_path / "again.tif"
    sidecar = tmp_path / "portrait restored.tif.restore.json"
    assert main(["restore", str(source), "-o", str(again), "--recipe", str(sidecar)]) == 0
    assert np.array_equal(open_photo(again).pixels, saved)


def test_a_grey_photo_gets_colours_with_two_pins_and_is_saved(
    real: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    source = _open(qtbot, real, _portrait(1), tmp_path / "grey.png")
    switch = real.find(QCheckBox, "colour_switch")
    assert not switch.isChecked()
    switch.click()
    _done(qtbot, real)
    plain = real.workspace.document.result().pixels
    real.do("pin")
    for point, swatch in ((QPoint(300, 250), "swatch_0"), (QPoint(450, 350), "swatch_1")):
        qtbot.mouseClick(real.window.canvas, Qt.MouseButton.LeftButton, pos=point)
        qtbot.mouseClick(real.find(QPushButton.__base__, swatch), Qt.MouseButton.LeftButton)
        _done(qtbot, real)
    hints = real.workspace.document.recipe.step(Colorize).hints
    assert len(hints) == 2
    assert not np.array_equal(real.workspace.document.result().pixels, plain), "the picture follows"
    saved = _save(qtbot, real, tmp_path / "coloured.png")
    assert saved.shape == (*SIZE, 3)
    again, recipe = tmp_path / "again.png", tmp_path / "coloured.png.restore.json"
    assert main(["restore", str(source), "-o", str(again), "--recipe", str(recipe)]) == 0
    assert np.array_equal(open_photo(again).pixels, saved)
    real.do("undo")
    assert len(real.workspace.document.recipe.step(Colorize).hints) == 1


def test_a_watermark_that_was_missed_is_painted_and_the_photo_saved(
    real: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    pixels = _portrait()
    pixels[100:112, 100:180] = 190  # a stamp that the network does not know
    source = _open(qtbot, real, pixels, tmp_path / "stamped.png")
    assert real.workspace.suggestion.steps == ()
    assert real.find(QLabel, "statement").text() == "This photo needs nothing"
    real.find(QPushButton, "watermark_fold").click()
    real.do("brush")
    canvas = real.window.canvas
    canvas.tools.set_tip(24.0, 1.0)
    start, stop = (canvas.from_picture(place).toPoint() for place in ((98, 106), (182, 106)))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, pos=stop)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=stop)
    _done(qtbot, real)
    step = real.workspace.document.recipe.step(RemoveWatermark)
    assert step.enabled
    assert not step.finding
    saved = _save(qtbot, real, tmp_path / "clean.png")
    inside = saved[102:110, 100:180].astype(int)
    assert np.abs(inside - round(0.75 * 255)).max() <= 1
    mask = tmp_path / "mask.png"
    real.window.retouching.repairs.save_mask(RemoveWatermark, mask)
    qtbot.waitUntil(mask.exists, timeout=30_000)
    qtbot.waitUntil(lambda: not real.application.jobs.busy, timeout=30_000)
    outside = open_photo(mask).pixels[:, :, 0] == 0
    assert np.array_equal(saved[outside], pixels[outside]), "outside the mask every bit is the same"
    again = tmp_path / "again.png"
    command = ["restore", str(source), "-o", str(again), "--remove-watermark", "--mask", str(mask)]
    assert main(command) == 0
    assert np.array_equal(open_photo(again).pixels, saved)


def test_hints_of_the_window_are_those_of_the_command_line(
    real: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    source = _open(qtbot, real, _portrait(1), tmp_path / "grey.png")
    real.find(QCheckBox, "colour_switch").click()
    _done(qtbot, real)
    colours = real.window.retouching.colours
    colours.click(80.0, 60.0, 1.0)
    colours.pin((0x3A / 255, 0x5F / 255, 0xCD / 255))
    _done(qtbot, real)
    saved = _save(qtbot, real, tmp_path / "coloured.png")
    hint = real.workspace.document.recipe.step(Colorize).hints[0]
    hints = tmp_path / "hints.json"
    entry = {"row": hint.row, "column": hint.column, "colour": "#3a5fcd", "radius": hint.radius}
    hints.write_text(json.dumps([entry]))
    again = tmp_path / "again.png"
    assert main(["restore", str(source), "-o", str(again), "--colorize", "--hints", str(hints)]) == 0
    assert np.array_equal(open_photo(again).pixels, saved)
