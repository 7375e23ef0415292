"""Make the pictures of the README: the real window, restoring a sample, in every way of comparing.

Run from the repository's root; needs no screen::

    python docs/pictures/make.py [--folder FOLDER] [--photo PHOTO] [--zoom ZOOM]
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QPointF
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

from restorer import paths
from restorer.gui import icons
from restorer.gui.application import Application
from restorer.gui.canvas import Mode
from restorer.gui.messages import Message, Weight
from restorer.gui.queue.queue import Phase
from restorer.settings import Settings, ThemeChoice, save_settings

_SIZE = (1280, 800)
_PATIENCE = 3 * 60 * 1000
_MODES = {
    "after": Mode.AFTER,
    "wipe": Mode.WIPE,
    "side-by-side": Mode.SIDE_BY_SIDE,
    "over-under": Mode.OVER_UNDER,
    "blink": Mode.BLINK,
    "difference": Mode.DIFFERENCE,
}
_FIRST = "wipe-dark"
"""The picture that the README opens with, as ``window.png``."""
_DIALOGS = ("preferences", "devices", "model_card", "shortcuts", "about")
_COMPARED = "fish-market.jpg"
"""The sample that the picture of the queue compares."""
_SURE_TO_CHANGE = 1
"""Which of a batch's choices is taken: to remove noise, since some samples need nothing."""
_SHOWN = paths.resources() / "samples" / "street-with-children.jpg"
_CENTRE = (0.42, 0.55)  # of the sample: people, and a plain wall on which noise shows


def main() -> int:
    """Make all pictures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("--folder", type=Path, default=here, help="where to (default: beside this file)")
    parser.add_argument("--photo", type=Path, default=_SHOWN, help="a photo to show (default: a sample)")
    parser.add_argument("--zoom", type=float, default=2.0, help="1: each pixel is one of the screen")
    parser.add_argument("--all", action="store_true", help="the dialogs and narrow windows too")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication(sys.argv[:1])
    qt.setWindowIcon(icons.application_icon())
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        with tempfile.TemporaryDirectory() as home:
            os.environ["RESTORER_HOME"] = home
            save_settings(Settings(theme=theme), paths.settings_file())
            for name, widget in scenes(qt, options):
                file = options.folder / f"{name}-{theme}.png"
                widget.grab().save(str(file))
                sys.stdout.write(f"{file}\n")
                if file.stem == _FIRST:
                    widget.grab().save(str(options.folder / "window.png"))
    return 0


def scenes(qt: QApplication, options: argparse.Namespace) -> Iterator[tuple[str, QWidget]]:
    """Lead a window through the journey; yields what to take a picture of, and its name."""
    application = Application(qt)
    application.workspace.message.connect(_refuse_trouble)
    window = application.window
    window.resize(*_SIZE)
    application.start()
    workspace = application.workspace
    wait(lambda: application.desk.state is not None)
    yield "empty", window
    application.window.actions_["open_sample"].trigger()
    if options.photo:
        wait(lambda: workspace.document is not None)
        window.commands.open_paths([options.photo.absolute()])
    name = options.photo.name if options.photo else ""
    wait(lambda: workspace.document is not None and name in workspace.name and not workspace.estimating)
    wait(lambda: window.canvas.settled)
    yield "opened", window
    if window.actions_["restore"].isEnabled():
        window.actions_["restore"].trigger()
        settle()
    if not window.findChild(QCheckBox, "noise_switch").isChecked():
        window.findChild(QCheckBox, "noise_switch").click()
    wait(lambda: workspace.has_result and workspace.unchanged is not None)
    height, width = workspace.document.before.size
    window.canvas.set_zoom(options.zoom)
    window.canvas.centre_at(width * _CENTRE[0], height * _CENTRE[1])
    for mode_name, mode in _MODES.items():
        window.canvas.set_mode(mode)
        wait(lambda: window.canvas.settled)
        window.canvas.hover(QPointF(window.canvas.rect().center() - QPoint(60, 20)))
        settle()
        yield mode_name, window
    yield from steps(application)
    if options.all:
        yield from dialogs(window)
        window.resize(1024, 700)
        window.canvas.set_mode(Mode.WIPE)
        wait(lambda: window.canvas.settled)
        yield "narrow", window
        workspace.close()
        window.commands.open_paths([paths.resources() / "samples"])
        wait(lambda: window.photos.isVisible() and not workspace.estimating)
        for weight in (Weight.DONE, Weight.WARNING, Weight.ERROR):
            sentence = "A sentence that says what has happened, and to which photo."
            window.messages.show_message(Message(sentence, "What can be done.", weight, report="report"))
        window.messages.show_message(Message("Saved to /photos/album/1947.tif", action="reveal"))
        settle()
        yield "list", window
    workspace.close()
    window.resize(*_SIZE)
    yield from queue(application, plan=options.all)
    workspace.close()
    window.close()
    application.stop()


def steps(application: Application) -> Iterator[tuple[str, QWidget]]:
    """Show the walk through repairs, the guesses of colours and the story, as far as there are models."""
    window, workspace = application.window, application.workspace
    models = application.desk.state.models
    window.canvas.set_mode(Mode.WIPE)
    for name, model, action in (
        ("damage", "find-damage", "next_repair"),
        ("colour", "colorize", "show_guesses"),
    ):
        if model in models:
            window.findChild(QPushButton, f"{name}_fold").click()
            window.findChild(QCheckBox, f"{name}_switch").click()
            wait(lambda: workspace.has_result)
            window.actions_[action].trigger()
            wait(lambda: window.canvas.settled)
            yield name, window
            workspace.undo()
            wait(lambda: workspace.has_result)
    window.actions_["story"].trigger()
    settle()
    yield "story", window


def queue(application: Application, *, plan: bool) -> Iterator[tuple[str, QWidget]]:
    """Restore a folder of all samples, one of them cut off, and compare one."""
    window, workspace, batch = application.window, application.workspace, application.queue
    album = Path(os.environ["RESTORER_HOME"]) / "Album 1876 to 1900"
    shutil.copytree(paths.resources() / "samples", album, ignore=shutil.ignore_patterns("*.md"))
    whole = next(album.glob("*.jpg")).read_bytes()
    (album / "harbour.jpg").write_bytes(whole[: len(whole) // 3])
    window.batch.add([album], recursive=False)
    wait(lambda: batch.phase is Phase.PLANNED)
    if plan:
        yield "plan", window.findChild(QWidget, "preflight_window")
    choice = window.findChild(QComboBox, "preflight_treatment")
    choice.setCurrentIndex(_SURE_TO_CHANGE)
    choice.activated.emit(_SURE_TO_CHANGE)
    wait(lambda: batch.phase is Phase.PLANNED)
    window.actions_["batch_start"].trigger()
    wait(lambda: batch.phase is Phase.ENDED)
    table = window.findChild(QTableView, "queue_table")
    names = [batch.model.index(line, 0).data() for line in range(batch.model.rowCount())]
    table.selectRow(names.index(_COMPARED))
    settle()
    if window.findChild(QToolButton, "queue_compare").isEnabled():  # it may have needed nothing
        window.findChild(QToolButton, "queue_compare").click()
        wait(lambda: workspace.name == _COMPARED and not workspace.estimating)
        window.canvas.set_mode(Mode.WIPE)
        wait(lambda: window.canvas.settled)
    yield "queue", window


def dialogs(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Open each of the program's own windows."""
    for name in _DIALOGS:
        window.actions_[name].trigger()
        settle()
        dialog = window.findChild(QWidget, f"{name}_window")
        yield name, dialog
        dialog.close()


def _refuse_trouble(message: Message) -> None:
    if message.weight is Weight.ERROR:
        sys.exit(f"{message.text} {message.hint}\n{message.report}")


def wait(condition: Callable[[], bool]) -> None:
    """Let the program run until ``condition`` holds."""
    settle()  # what was just asked for begins with the next painting
    deadline = QDeadlineTimer(_PATIENCE)
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    settle()


def settle() -> None:
    """Let everything that is due be painted."""
    for _ in range(5):
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
