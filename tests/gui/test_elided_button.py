"""Buttons that show less of their text rather than be cut off."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from restorer.gui.elided_button import ElidedButton
from restorer.gui.panels.question_bar import QuestionBar
from restorer.gui.question import Choice, Question
from restorer.gui.theme import Theme

TEXT = "Show the devices that this computer has"


@pytest.fixture
def button(qtbot: QtBot) -> ElidedButton:
    made = ElidedButton(TEXT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_with_room_it_is_like_any_button(qtbot: QtBot) -> None:
    button, plain = ElidedButton(TEXT), QPushButton(TEXT)
    for each in (button, plain):
        qtbot.addWidget(each)
        each.resize(each.sizeHint())
    assert button.sizeHint() == plain.sizeHint()
    assert button.shown == TEXT
    assert button.grab().toImage() == plain.grab().toImage()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_without_room_its_beginning_is_shown_and_all_of_it_is_its_tip(button: ElidedButton) -> None:
    button.setToolTip("Preferences")
    button.resize(button.minimumSizeHint())
    assert button.width() < button.sizeHint().width()
    assert button.shown.startswith("Show ")
    assert button.shown.endswith("…")
    assert button.text() == TEXT, "what a screen reader says"
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), QPoint(3, 3)))
    assert QToolTip.text() == f"{TEXT}\nPreferences"
    QToolTip.hideText()


def test_a_question_keeps_its_answers_within_however_narrow_it_is(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar = QuestionBar("question", Theme(qapp))
    column.addWidget(bar)
    bar.ask(Question("Go on?", (Choice(4 * TEXT, lambda _: None), Choice("No", lambda _: None))))
    window.resize(300, 300)
    window.show()
    buttons = bar.findChildren(ElidedButton)
    assert window.width() == 300
    for button in buttons:
        right = button.mapTo(bar, button.rect().topRight()).x()
        assert right < bar.width()
    assert [button.shown == button.text() for button in buttons] == [False, True]


def test_a_short_text_is_never_elided(qtbot: QtBot) -> None:
    button = ElidedButton("OK")
    qtbot.addWidget(button)
    assert button.minimumSizeHint() == button.sizeHint()
