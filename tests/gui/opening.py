"""What tests of the window do with it: open photos, drop them, restore, and read what it shows."""

from pathlib import Path

from program import Program
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
)
from pytestqt.qtbot import QtBot


def opened(qtbot: QtBot, program: Program, path: Path) -> None:
    program.window.commands.open_paths([path])
    qtbot.waitUntil(lambda: program.workspace.name == path.name and not program.workspace.estimating)


def restored(qtbot: QtBot, program: Program) -> None:
    program.do("restore")
    qtbot.waitUntil(lambda: program.workspace.has_result)


def dropped(program: Program, contents: QMimeData) -> None:
    place = program.window.rect().center()
    enter = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, contents, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(program.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        contents,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(program.window, drop)


def shown_text(program: Program, name: str) -> str:
    label = program.find(QLabel, name)
    return label.text() if label.isVisible() else ""
