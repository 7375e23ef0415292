"""What files and models are called is shown as it is: a name must not become a picture or a link."""

import os
from pathlib import Path

import pytest
from fakes import FakeCatalog, denoise_card
from program import Program, TestedEngine, photo_file, running_program
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from restorer.gui.equipment import Makers
from restorer.gui.tips import plain_tip
from restorer.gui.windows.own_models import OwnModelsWindow
from restorer.gui.windows.questions import Questions
from restorer.inference.catalog import Model

NAME = "<b>bold<b> <img src=x> & grandma"


@pytest.mark.skipif(os.name == "nt", reason="no file can be called so there")
def test_names_are_shown_as_they_are(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    catalog = FakeCatalog(denoise_card(name=NAME))
    engine = TestedEngine()
    makers = Makers(
        engine=lambda _device: engine,  # type: ignore[arg-type, return-value]
        catalog=lambda _folders: catalog,  # type: ignore[arg-type, return-value]
        devices=lambda: [engine.device],
    )
    path = photo_file(tmp_path, f"{NAME}.png")

    def open_photo(program: Program) -> None:
        program.answers.photos = [path]
        program.do("open")
        qtbot.waitUntil(lambda: program.workspace.name == path.name and not program.workspace.estimating)
        program.do("restore")
        qtbot.waitUntil(lambda: program.workspace.has_result)

    with running_program(qapp, makers) as program:
        open_photo(program)
        labels = [label for label in program.window.findChildren(QLabel) if "<b>" in label.text()]
        assert labels
        rich = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
        assert [label.objectName() or label.text() for label in rich] == []


def _shown_plainly(words: str) -> bool:
    """Whether a tool tip, taken for markup, shows a name as it is."""
    document = QTextDocument()
    document.setHtml(words)
    return NAME in document.toPlainText()


def test_names_in_tool_tips_are_text(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    assert not _shown_plainly(NAME), "without being told it would not"
    assert _shown_plainly(plain_tip(f"first line\n{NAME}"))
    assert plain_tip("a & b") == "a & b"
    program.window.photos.show_photos([tmp_path / NAME])
    assert _shown_plainly(program.find(QListWidget, "photos").item(0).toolTip())


def test_names_in_questions_are_text(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[Qt.TextFormat] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.textFormat())
        box.reject()

    QTimer.singleShot(0, look)
    Questions(parent).unsaved(NAME)
    assert seen == [Qt.TextFormat.PlainText]


def test_a_model_of_somebody_else_shows_its_name_as_it_is(program: Program, qtbot: QtBot) -> None:
    program.do("own_models")
    window = program.window.findChild(OwnModelsWindow)
    window._show([Model(denoise_card(name=NAME, description=NAME), Path("nowhere"))])
    labels = [label for label in window.findChildren(QLabel) if NAME in label.text()]
    assert len(labels) == 2
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
