"""The program's own windows: preferences act at once, devices are chosen and tested, cards are shown."""

import dataclasses
import json
import threading
from pathlib import Path

import pytest
from fakes import CPU, FakeCatalog, denoise_card
from program import Answers, Program, TestedEngine, running_program
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tiny_models import write_model

from restorer import paths
from restorer.errors import ModelError
from restorer.gui.equipment import Makers
from restorer.gui.windows.model_page import ModelPage
from restorer.gui.windows.models import ModelsWindow
from restorer.gui.windows.questions import Questions, Unsaved
from restorer.inference.selftest import SelfTest
from restorer.settings import Settings


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


def test_open_preferences_write_nothing_but_what_is_changed_in_them(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    window = _window(program, "preferences")
    preferences = program.application.preferences
    preferences.change(dataclasses.replace(preferences.settings, denoise_model="own-attic"))
    devices = _window(program, "devices")
    devices.chosen.emit("cpu")
    window.findChild(QCheckBox, "sidecar").click()
    assert preferences.settings == Settings(device="cpu", denoise_model="own-attic", sidecar=True)
    assert window.findChild(QComboBox, "device").currentData() == "cpu"


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
    full = ModelPage(
        denoise_card(
            description="Blind.",
            limits=("Not for x-rays.",),
            trained_on=("Own photos.",),
            scores=(
                {"test_set": "CBSD68", "case": "σ = 25", "before_dB": 20.5, "after_dB": 30.4567,
                 "published": "BM3D 30.71", "same_run": "wavelet 27.57"},
                {"dataset": "Own", "F1": 0.834, "photos": 12},
            ),
            calibration=({"score": 0.9, "wrong_per_megapixel": 0.25},),
            parameters=1903680,
            recipe={"code": 16},
        ),
    )  # fmt: skip
    qtbot.addWidget(full)
    texts = _texts(full)
    for words in (
        "Removes noise · version 1.0", "Blind.", "• Not for x-rays.", "• Own photos.", "CBSD68 · σ = 25",
        "20.50 → 30.46 dB", "Published: BM3D 30.71", "in the same run: wavelet 27.57", "F1 0.83 · photos 12",
        "at 90 % and more, 0.25 in a megapixel", "squeezed to 16 channels",
    ):  # fmt: skip
        assert words in texts
    bare = ModelPage(denoise_card(receptive_radius=None))
    qtbot.addWidget(bare)
    for words in ("Known limits", "Trained on", "How good", "wrong", "squeezed"):
        assert words not in _texts(bare)
    assert "the whole photo" in _texts(bare)


def test_every_model_can_be_chosen_and_its_file_is_checked(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    sound, spoilt = write_model(tmp_path / "one", b"a network"), write_model(tmp_path / "two", b"another")
    spoilt.file.write_bytes(b"not what it was")
    window = ModelsWindow(program.window, [sound, spoilt], sound.card.id, program.desk)
    qtbot.addWidget(window)

    def state() -> str:
        return str(window.findChild(QLabel, "checksum_state").text())

    qtbot.waitUntil(lambda: state().startswith("✓"))
    assert sound.card.name in _texts(window.findChild(ModelPage))
    with qtbot.waitSignal(program.desk.checked):
        qtbot.keyClick(window.findChild(QListWidget, "model_list"), Qt.Key.Key_Down)
    assert window.chosen == spoilt
    assert state().startswith("✗")
    assert "checksum is wrong" in state()


def test_the_card_that_is_asked_for_is_the_one_that_is_shown(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    window = _window(program, "model_card")
    assert isinstance(window, ModelsWindow)
    assert window.chosen == program.desk.state.model


def test_no_name_of_a_model_is_cut_off(program: Program, qtbot: QtBot) -> None:
    name = "Denoise for the scanner in the attic"
    model = FakeCatalog(denoise_card(name=name)).models()[0]
    window = ModelsWindow(program.window, [model], model.card.id, program.desk)
    qtbot.addWidget(window)
    window.show()
    listed = window.findChild(QListWidget, "model_list")
    around = 28  # points that the style sheet leaves beside an item's words
    assert listed.viewport().width() >= listed.fontMetrics().horizontalAdvance(name) + around


def test_the_models_are_listed_as_soon_as_they_are_known(qapp: QApplication, qtbot: QtBot) -> None:
    known, engine = threading.Event(), TestedEngine()

    def catalog(_folders: object) -> FakeCatalog:
        known.wait(30)
        return FakeCatalog()

    makers = Makers(lambda _: engine, catalog, lambda: [CPU])  # type: ignore[arg-type, return-value]
    with running_program(qapp, makers, engine) as program:
        try:
            window = _window(program, "model_card")
            assert isinstance(window, ModelsWindow)
            assert "being looked for" in _texts(window)
            assert window.chosen is None
        finally:
            known.set()
        qtbot.waitUntil(lambda: window.chosen is not None)
        assert window.chosen == program.desk.state.model
        assert "being looked for" not in _texts(window)
        window.close()


def test_models_that_cannot_be_looked_for_are_no_wait_without_end(qapp: QApplication, qtbot: QtBot) -> None:
    asked, engine = threading.Event(), TestedEngine()

    def catalog(_folders: object) -> FakeCatalog:
        asked.wait(30)
        raise ModelError("The models cannot be read.", "Install them again.")

    makers = Makers(lambda _: engine, catalog, lambda: [CPU])  # type: ignore[arg-type, return-value]
    with running_program(qapp, makers, engine) as program:
        try:
            window = _window(program, "model_card")
        finally:
            asked.set()
        qtbot.waitUntil(lambda: "could not be found out" in _texts(window))
        assert program.messages == ["The models cannot be read."]
        window.close()


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
    for text, leaves in (("Leave it", True), ("Stay", False)):
        _answer(text)
        assert questions.leave_handwork("grandma.tif") is leaves
    for text, stops in (("Stop and leave", True), ("Keep working", False)):
        _answer(text)
        assert questions.stop_batch(1) is stops
    for text, forgets in (("Throw it away", True), ("Keep it", False)):
        _answer(text)
        assert questions.forget_training("scans") is forgets
    for text, removes in (("Remove it", True), ("Keep it", False)):
        _answer(text)
        assert questions.remove_model("Attic") is removes


def test_a_name_to_save_under_gets_the_ending_of_its_kind(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: dialog.selectFile("clean") or 1)
    path = Questions(parent).where_to_save(tmp_path / "grandma restored.tif")
    assert path == tmp_path / "clean.tif"


def test_a_date_in_a_name_is_no_ending(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    typed = ["Oma 12.5.1947"]

    def save(dialog: QFileDialog) -> int:
        if typed:
            dialog.selectFile(typed.pop())
        return 1

    monkeypatch.setattr(QFileDialog, "exec", save)
    path = Questions(parent).where_to_save(tmp_path / "grandma restored.tif")
    assert path == tmp_path / "Oma 12.5.1947.tif"


def test_the_user_of_the_tests_has_an_answer_to_every_question() -> None:
    def asked(kind: type) -> set[str]:
        return {name for name in vars(kind) if not name.startswith("_")}

    assert asked(Questions) == asked(Answers)
