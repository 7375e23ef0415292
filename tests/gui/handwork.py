"""A photo with damage in the window, and the hands that work on it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from fakes import CPU
from family import FamilyCatalog, FamilyEngine
from program import Program, running_program
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from restorer.gui.equipment import Makers
from restorer.inference.catalog import Model
from restorer.inference.selftest import SelfTest
from restorer.photo import Box, Photo, save_photo
from restorer.restoration.steps import RepairDamage

SIZE = (200, 300)
SCRATCH = Box(40, 60, 43, 140)
SPECK = Box(150, 200, 154, 204)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class _Engine(FamilyEngine):
    def self_test(self, model: Model) -> SelfTest:
        return SelfTest(self.device, True, 0.0, 1e-3, 0.1, "")


def program_with(qapp: QApplication, *models: str) -> Iterator[Program]:
    engine = _Engine(tile=128)
    makers = Makers(
        engine=lambda _: engine,  # type: ignore[arg-type, return-value]
        catalog=lambda _: FamilyCatalog(*models),  # type: ignore[arg-type, return-value]
        devices=lambda: [CPU],
    )
    with running_program(qapp, makers, engine) as program:
        program.window.resize(1000, 800)
        yield program


def pixels_of_a_photo(channels: int = 3) -> np.ndarray:
    pixels = np.random.default_rng(2).integers(60, 180, (*SIZE, channels), np.uint8)
    if channels == 3:
        for place, red in ((SCRATCH, 255), (SPECK, 251)):
            pixels[place.slices] = (red, 128, 128)
    return pixels


def opened_pixels(qtbot: QtBot, program: Program, folder: Path, pixels: np.ndarray) -> None:
    path = folder / "photo.png"
    save_photo(Photo(pixels), path)
    program.window.commands.open_paths([path])
    qtbot.waitUntil(
        lambda: program.workspace.name == "photo.png" and not program.workspace.estimating, timeout=30_000
    )


def repaired(qtbot: QtBot, program: Program, folder: Path) -> Program:
    opened_pixels(qtbot, program, folder, pixels_of_a_photo())
    program.find(QPushButton, "damage_fold").click()
    program.find(QSlider, "damage_sensitivity").setValue(100)
    program.find(QCheckBox, "damage_switch").click()
    done(qtbot, program)
    return program


def done(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.workspace.has_result, timeout=30_000)


def place_of(program: Program, x: float, y: float) -> QPoint:
    return program.window.canvas.from_picture((x, y)).toPoint()


def stroke(
    qtbot: QtBot, program: Program, start: tuple[int, int], stop: tuple[int, int], button=LEFT
) -> None:
    canvas = program.window.canvas
    qtbot.mousePress(canvas, button, pos=place_of(program, *start))
    qtbot.mouseMove(canvas, pos=place_of(program, *stop))
    qtbot.mouseRelease(canvas, button, pos=place_of(program, *stop))


def mask_of(program: Program, kind: type = RepairDamage) -> np.ndarray:
    return program.workspace.document.mask(kind, 0, Box(0, 0, *SIZE))
