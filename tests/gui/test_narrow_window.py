"""In a small window everything can still be reached, whatever the language."""

from pathlib import Path

import pytest
from batching import Gate
from program import Program, photo_file, running_program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMainWindow, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.gui.actions import Actions
from restorer.gui.languages import LANGUAGES
from restorer.gui.messages import Message
from restorer.gui.panels.repair_panel import RepairPanel
from restorer.gui.panels.toolbar import Toolbar
from restorer.settings import Settings, save_settings

LEAST = 760


def _within(program: Program, widget: QWidget) -> bool:
    """Whether a widget is seen whole, as far as the width goes."""
    left = widget.mapTo(program.window, widget.rect().topLeft()).x()
    whole = widget.width() >= widget.minimumSizeHint().width()
    return widget.isVisible() and whole and left >= 0 and left + widget.width() <= program.window.width()


def _cut(program: Program, *kinds: type[QWidget]) -> list[str]:
    """Name the widgets of these kinds that are shown, but not whole."""
    widgets = [widget for kind in kinds for widget in program.window.findChildren(kind)]
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in widgets
        if widget.isVisible() and not _within(program, widget)
    ]


def _settle(qapp: QApplication, times: int = 5) -> None:
    """Let layouts within layouts hear of each other."""
    for _ in range(times):
        qapp.processEvents()


def _hidden(program: Program) -> list[str]:
    buttons = program.window._toolbar.findChildren(QToolButton)
    return [
        button.objectName()
        for button in buttons
        if button.objectName().startswith("tool_") and not _within(program, button)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tool_bar_shows_all_its_buttons(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    save_settings(Settings(language=language), paths.settings_file())
    with running_program(qapp) as program:
        for width in (LEAST, 900, 1100, 1200, 1100, 900, LEAST, 1100):
            program.window.resize(width, 700)
            qapp.processEvents()
            assert _hidden(program) == [], width


def test_a_tool_bar_that_was_not_shown_yet_knows_what_it_needs(program: Program, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = Toolbar(Actions(window, program.application.theme))
    window.addToolBar(bar)
    bar.show_width(1280)
    bar.show_width(1000)
    with qtbot.waitExposed(window):
        window.show()
    assert LEAST < bar.sizeHint().width() <= 1000


def test_words_of_the_tool_bar_go_one_after_the_other(program: Program, qtbot: QtBot) -> None:
    save, wipe = (program.find(QToolButton, f"tool_{name}") for name in ("save_as", "compare_wipe"))
    shown = []
    for width in (1280, 900, LEAST, 900, 1280):
        program.window.resize(width, 700)
        QApplication.processEvents()
        bare = Qt.ToolButtonStyle.ToolButtonIconOnly
        shown.append([button.toolButtonStyle() is not bare for button in (wipe, save)])
    assert shown[1:3] == [[False, True], [False, False]]
    assert shown[3:] == shown[1::-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_parts_fit_the_least_width(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    save_settings(Settings(language=language), paths.settings_file())
    for name in "ab":
        photo_file(tmp_path / "album", f"{name}.png")
    with running_program(qapp) as program:
        window = program.window
        window.resize(LEAST, 520)
        assert window.width() == LEAST
        window.commands.dropped.emit([tmp_path / "album"])
        _settle(qapp)
        assert _cut(program, QPushButton, QToolButton, QCheckBox) == []
        program.find(QPushButton, "question_0").click()
        qtbot.waitUntil(lambda: program.workspace.document is not None and not program.workspace.estimating)
        assert window.photos.isVisible()
        for action in ("reveal", "batch_output"):
            window.messages.show_message(Message(str(tmp_path), action=action))
        window.messages.show_message(Message("Oh", report="all about it"))
        _settle(qapp)
        assert window.width() == LEAST
        assert _cut(program, QPushButton, QToolButton, QCheckBox, RepairPanel) == []


def test_what_runs_can_be_stopped_in_a_small_window(
    program: Program, qtbot: QtBot, tmp_path: Path, qapp: QApplication, gate: Gate
) -> None:
    program.window.resize(LEAST, 520)
    photo = photo_file(tmp_path, f"{'scan ' * 40}.png", bits=16)
    program.window.commands.open_paths([photo])
    assert program.workspace.activity is not None
    _settle(qapp, 1)
    assert _within(program, program.find(QToolButton, "job_cancel"))
    qtbot.waitUntil(lambda: program.workspace.document is not None and not program.workspace.estimating)
    program.do("restore")
    qtbot.waitUntil(lambda: program.workspace.unchanged is not None)
    program.window.canvas.pixel_hovered.emit(127, 95, (65535, 65535, 65535), (65535, 65535, 65535))
    gate.close()
    program.workspace.activities.run("copy", "Copying the photo", lambda _: gate(), lambda _: None)
    _settle(qapp, 1)
    for kind, name in ((QToolButton, "job_cancel"), (QPushButton, "device_chip")):
        assert _within(program, program.find(kind, name)), name
    assert not program.find(QLabel, "status_pixel").isVisible()
    program.window.resize(1600, 700)
    _settle(qapp, 1)
    assert program.find(QLabel, "status_pixel").isVisible()
    gate.open()
