"""The program's own windows: preferences act at once, devices are chosen and tested, cards are shown."""

import json
from pathlib import Path

import pytest
from fakes import CPU, denoise_card
from program import Program, TestedEngine
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.errors import ModelError
from restorer.gui.windows.model_card import ModelCardWindow
from restorer.gui.windows.questions import Questions, Unsaved
from restorer.inference.selftest import SelfTest


def _window(program: Program, name: str) -> QWidget:
    program.do(name)
    window = program.window.findChild(QWidget, f"{name}_window")
    assert isinstance(window, QWidget)
    return window


def _texts(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_preferences_act_and_are_kept_at_once(program: Program, qtbot: QtBot) -> None:
    window = _window(program, "preferences")
    theme = window.findChild(QComboBox, "theme")
    theme.setCurrentIndex(theme.findData("dark"))
    assert program.application.theme.colours.dark
    theme.setCurrentIndex(theme.findData("light"))
    assert not program.application.theme.colours.dark
    window.findChild(QCheckBox, "reduce_motion").setChecked(True)
    window.findChild(QCheckBox, "strip_private").setChecked(True)
    window.findChild(QSpinBox, "quality").setValue(80)
    name = window.findChild(QLineEdit, "result_name")
    name.setText("{stem} – sauber")
    assert "grandma 1947 – sauber.tif" in window.findChild(QLabel, "example").text()
    name.setText("{stem}")
    assert "cannot" in window.findChild(QLabel, "example").text()
    kept = json.loads(paths.settings_file().read_text())
    assert kept["theme"] == "light"
    assert kept["quality"] == 80
    assert kept["reduce_motion"] is True
    assert kept["strip_private"] is True
    assert kept["result_name"] == "{stem} – sauber"


def test_preferences_that_cannot_be_written_count_all_the_same(program: Program, qtbot: QtBot) -> None:
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().mkdir()
    window = _window(program, "preferences")
    window.findChild(QSpinBox, "quality").setValue(70)
    assert program.application.preferences.settings.quality == 70
    assert any("could not be written" in text for text in program.messages)


def test_a_window_is_opened_once(program: Program, qtbot: QtBot) -> None:
    _window(program, "shortcuts")
    program.do("shortcuts")
    qtbot.waitUntil(lambda: len(program.window.findChildren(QWidget, "shortcuts_window")) == 1)


def test_the_sheet_of_shortcuts_holds_them_all(program: Program) -> None:
    texts = _texts(_window(program, "shortcuts"))
    for word in ("Open photo", "Ctrl+O", "Ctrl+Shift+Z or Ctrl+Y", "Wipe", "Hold: show the photo as it was"):
        assert word in texts


def test_the_device_is_chosen_and_kept(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    window = _window(program, "devices")
    assert window.findChild(QRadioButton, "device_auto").isChecked()
    with qtbot.waitSignal(program.desk.changed):
        window.findChild(QRadioButton, "device_cpu").click()
    assert json.loads(paths.settings_file().read_text())["device"] == CPU.id


def test_the_self_test_gives_its_verdict(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    window = _window(program, "devices")
    button, verdict = window.findChild(QPushButton, "test_now"), window.findChild(QLabel, "verdict")
    with qtbot.waitSignal(program.desk.tested):
        button.click()
        assert not button.isEnabled()
    assert verdict.text().startswith("✓ Processor")
    monkeypatch.setattr(
        TestedEngine, "self_test", lambda self, model: SelfTest(self.device, False, 0.3, 1e-3, 1.0, "")
    )
    with qtbot.waitSignal(program.desk.tested):
        button.click()
    assert verdict.text().startswith("✗ Processor")

    def broken(self: TestedEngine, model: object) -> SelfTest:
        raise ModelError("The model is damaged.", "Install it again.")

    monkeypatch.setattr(TestedEngine, "self_test", broken)
    with qtbot.waitSignal(program.desk.tested):
        button.click()
    assert verdict.text() == "The model is damaged. Install it again."
    assert button.isEnabled()


def test_a_card_shows_what_it_says_and_nothing_else(qtbot: QtBot) -> None:
    full = ModelCardWindow(
        None,
        denoise_card(
            description="Blind.",
            limits=("Not for x-rays.",),
            trained_on=("Own photos.",),
            scores=({"dataset": "CBSD68", "sigma": 25, "psnr": 30.4567},),
            parameters=1903680,
        ),
    )
    qtbot.addWidget(full)
    texts = _texts(full)
    for word in ("Blind.", "• Not for x-rays.", "• Own photos.", "dataset: CBSD68 · sigma: 25 · psnr: 30.46"):
        assert word in texts
    bare = ModelCardWindow(None, denoise_card(receptive_radius=None))
    qtbot.addWidget(bare)
    assert "Known limits" not in _texts(bare)
    assert "the whole photo" in _texts(bare)


def test_about_promises_what_the_program_keeps(program: Program) -> None:
    texts = _texts(_window(program, "about"))
    assert "never goes online by itself" in texts
    assert "PySide6" in texts


def _answer(text: str) -> None:
    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == text).click()

    QTimer.singleShot(0, click)


def test_questions_take_their_answers(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    questions = Questions(parent)
    for text, answer in (("Save…", Unsaved.SAVE), ("Don’t save", Unsaved.DISCARD), ("Cancel", Unsaved.STAY)):
        _answer(text)
        assert questions.unsaved("grandma.tif") is answer
    _answer("Save all the same")
    assert questions.accept_losses(Path("x.jpg"), ["It loses."])
    _answer("Choose another format")
    assert not questions.accept_losses(Path("x.jpg"), ["It loses."])


def test_a_name_to_save_under_gets_the_ending_of_its_kind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: dialog.selectFile("clean") or 1)
    path = Questions(parent).where_to_save(tmp_path / "grandma restored.tif")
    assert path == tmp_path / "clean.tif"
