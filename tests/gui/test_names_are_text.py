"""What files and models are called is shown as it is: a name must not become a picture or a link."""

import os
from pathlib import Path

import pytest
from fakes import FakeCatalog, denoise_card
from program import Program, TestedEngine, photo_file, running_program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from restorer.gui.equipment import Makers

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
