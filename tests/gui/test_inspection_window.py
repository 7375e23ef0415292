"""Inspecting a folder in the window: what is found is listed, shown in place, and opened."""

from pathlib import Path

import numpy as np
import pytest
from fakes import CPU, FakeCatalog, FakeEngine
from family import FamilyCatalog, FamilyEngine
from PIL import Image
from program import Program, running_program
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from restorer.gui.colours import DARK
from restorer.gui.equipment import Makers
from restorer.gui.windows.inspection import InspectionWindow
from restorer.gui.windows.marked_preview import MarkedPreview


@pytest.fixture
def program(qapp: QApplication):  # type: ignore[no-untyped-def]
    """The program with a family of models, of which one takes the reddest red for damage."""
    engine = FamilyEngine()
    makers = Makers(
        engine=lambda _device: engine,  # type: ignore[arg-type, return-value]
        catalog=lambda _folders: FamilyCatalog(),  # type: ignore[arg-type, return-value]
        devices=lambda: [CPU],
    )
    with running_program(qapp, makers) as program:
        yield program


def _photo(folder: Path, name: str, *spots: tuple[int, int]) -> None:
    folder.mkdir(exist_ok=True)
    pixels = np.full((128, 160, 3), 90, np.uint8)
    for top, left in spots:
        pixels[top : top + 6, left : left + 6, 0] = 255
    Image.fromarray(pixels).save(folder / name)


def _inspect(program: Program, qtbot: QtBot, folder: Path) -> InspectionWindow:
    program.answers.folder = folder
    program.do("inspect")
    window = program.window.findChild(QWidget, "inspect_window")
    assert isinstance(window, InspectionWindow)
    desk = program.application.inspection
    window.findChild(QPushButton, "choose_inspected").click()
    qtbot.waitUntil(lambda: not desk.running)
    return window


def _text(window: QWidget, name: str) -> str:
    return str(window.findChild(QLabel, name).text())


def test_a_damaged_photo_is_listed_marked_and_opened(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    for index in range(4):
        _photo(folder, f"intact {index}.png")
    _photo(folder, "torn.png", (20, 30), (90, 120))
    window = _inspect(program, qtbot, folder)
    assert _text(window, "inspection_statement") == "One of 5 photos is worth a look"
    findings = window.findChild(QListWidget, "inspection_list")
    assert findings.count() == 1
    assert findings.item(0).text().startswith("torn.png\n2 places, the surest")
    preview = window.findChild(MarkedPreview)
    qtbot.waitUntil(lambda: preview.accessibleName() == "The photo, with 2 places marked")
    preview.resize(320, 256)
    picture = preview.grab().toImage()  # twice as large as the photo
    amber = QColor(DARK.amber)
    assert picture.pixelColor(64, 29) == amber
    assert picture.pixelColor(64, 110) == QColor(90, 90, 90)
    with qtbot.waitSignal(program.workspace.replaced):
        qtbot.keyClick(findings, Qt.Key.Key_Return)
    assert program.workspace.name == "torn.png"


def test_spots_that_all_scans_share_are_the_scanners(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    for index in range(4):
        _photo(tmp_path / "scans", f"scan {index}.png", (48, 64))
    window = _inspect(program, qtbot, tmp_path / "scans")
    assert "glass" in _text(window, "inspection_statement")
    assert "in 4 of 4 scans, at 64, 48" in _text(window, "inspection_glass")
    assert not window.findChild(QListWidget, "inspection_list").isVisible()


def test_a_folder_in_which_everything_belongs_is_told_so(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    _photo(tmp_path / "fine", "one.png")
    (tmp_path / "fine" / "broken.png").write_bytes(b"no photo")
    window = _inspect(program, qtbot, tmp_path / "fine")
    assert _text(window, "inspection_statement").startswith("Everything belongs")
    assert "broken.png" in _text(window, "inspection_note")


def test_a_folder_without_photos_is_said_to_have_none(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window = _inspect(program, qtbot, tmp_path / "empty")
    assert "no photos" in _text(window, "inspection_note")
    assert window.findChild(QPushButton, "choose_inspected").isEnabled()


def test_without_a_model_it_says_how_to_get_one(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    class Nothing(FakeCatalog):
        def models(self, task: object = None) -> list[object]:  # type: ignore[override]
            return []

    makers = Makers(
        engine=lambda _device: FakeEngine(),  # type: ignore[arg-type, return-value]
        catalog=lambda _folders: Nothing(),  # type: ignore[arg-type, return-value]
        devices=lambda: [CPU],
    )
    _photo(tmp_path / "photos", "one.png")
    with running_program(qapp, makers) as program:
        window = _inspect(program, qtbot, tmp_path / "photos")
        assert "Teach one on this folder" in _text(window, "inspection_note")


def test_it_can_be_stopped(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    for index in range(30):
        _photo(tmp_path / "many", f"{index}.png")
    program.answers.folder = tmp_path / "many"
    program.do("inspect")
    window = program.window.findChild(QWidget, "inspect_window")
    desk = program.application.inspection
    window.findChild(QPushButton, "choose_inspected").click()
    assert desk.running
    window.findChild(QPushButton, "stop_inspection").click()
    qtbot.waitUntil(lambda: not desk.running)
    assert desk.found is None
    assert window.findChild(QPushButton, "choose_inspected").isEnabled()


def test_a_long_path_does_not_widen_the_window(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / ("a very long name of an album " * 7).strip()
    _photo(folder, "a.png")
    window = _inspect(program, qtbot, folder)
    assert "…" in _text(window, "inspection_path")
    assert window.findChild(QLabel, "inspection_path").toolTip() == str(folder)
    assert window.minimumSizeHint().width() <= 900
