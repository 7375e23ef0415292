"""In a small window everything can still be reached, whatever the language."""

import pytest
from program import Program, running_program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.gui.actions import Actions
from restorer.gui.languages import LANGUAGES
from restorer.gui.panels.toolbar import Toolbar
from restorer.settings import Settings, save_settings

LEAST = 760


def _within(program: Program, widget: QWidget) -> bool:
    """Whether a widget is seen whole, as far as the width goes."""
    left = widget.mapTo(program.window, widget.rect().topLeft()).x()
    whole = widget.width() >= widget.minimumSizeHint().width()
    return widget.isVisible() and whole and left >= 0 and left + widget.width() <= program.window.width()


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
