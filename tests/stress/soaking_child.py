"""Does whatever comes to mind in the window, and tells of every complaint: of Python, of Qt, of the memory.

Started by `soaking`. The window is the real one, on no screen, over a stand-in engine; the user answers at
random. Each line of output is JSON; the last one that was written counts, however the process ends.
"""

import gc
import json
import logging
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDERS = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDERS), str(FOLDERS / "stress")]

import numpy as np  # noqa: E402
from good_files import good_files  # noqa: E402
from program import Answers, TestedEngine, noisy_photo, running_program  # noqa: E402
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, qInstallMessageHandler, qWarning  # noqa: E402
from PySide6.QtGui import QAction, QWheelEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLineEdit, QMainWindow, QWidget  # noqa: E402
from spoiling import damaged  # noqa: E402

from restorer.gui.windows.questions import Unsaved  # noqa: E402
from restorer.photo import save_photo  # noqa: E402

IGNORED = ("This plugin does not support",)
"""What Qt's own screen without a screen says."""
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Left,
    Qt.Key.Key_Up,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_A,
    Qt.Key.Key_B,
    Qt.Key.Key_D,
    Qt.Key.Key_S,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
    Qt.Key.Key_1,
    Qt.Key.Key_BracketLeft,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F1,
)
NEVER = {"quit"}


class RandomUser(Answers):
    """A user who answers at random."""

    def __init__(self, random: np.random.Generator, folder: Path) -> None:
        super().__init__()
        self.random, self.folder_of_photos = random, folder
        self.photo_files = sorted(folder.glob("*.*"))
        self.saved = 0

    def photos_to_open(self, folder: Path) -> list[Path]:
        return [self.photo_files[self.random.integers(len(self.photo_files))]]

    def folder_to_open(self, folder: Path) -> Path | None:
        return self.folder_of_photos

    def where_to_save(self, suggested: Path) -> Path | None:
        self.saved += 1
        return self.folder_of_photos / "out" / f"{self.saved}{self.random.choice(['.png', '.jpg', '.docx'])}"

    def accept_losses(self, path: Path, losses: Any) -> bool:
        return bool(self.random.random() < 0.7)

    def unsaved(self, name: str) -> Unsaved:
        return Unsaved(self.random.choice(list(Unsaved)))

    def forget_training(self, folder: str) -> bool:
        return bool(self.random.random() < 0.5)

    def remove_model(self, name: str) -> bool:
        return bool(self.random.random() < 0.5)

    def leave_handwork(self, name: str) -> bool:
        return bool(self.random.random() < 0.5)

    def stop_restoring(self, name: str) -> bool:
        return bool(self.random.random() < 0.5)


class Monkey:
    """Acts on a window at random; the same seed acts the same, as far as threads let it."""

    def __init__(self, program: Any, random: np.random.Generator, user: RandomUser) -> None:
        self.program, self.random, self.user = program, random, user
        self.did: list[str] = []

    def act(self) -> None:
        """Do one thing."""
        acts: tuple[tuple[float, Callable[[], str]], ...] = (
            (0.45, self.trigger),
            (0.15, self.click),
            (0.10, self.drag),
            (0.08, self.turn_wheel),
            (0.08, self.press_key),
            (0.05, self.slide),
            (0.04, self.resize),
            (0.05, self.open),
        )
        chosen = self.random.choice(len(acts), p=[share for share, _ in acts])
        self.did = [*self.did[-30:], acts[chosen][1]()]

    def trigger(self) -> str:
        """Trigger an action that is to be had."""
        window: QMainWindow = self.program.window
        actions = [
            one for one in window.findChildren(QAction) if one.isEnabled() and one.objectName() not in NEVER
        ]
        names = [one for one in actions if "uit" not in one.text() and not one.menu()]
        action = names[self.random.integers(len(names))]
        said = f"trigger {action.text()}"  # the list of recent photos is made anew by what it does
        action.trigger()
        return said

    def widget(self) -> QWidget:
        """Return any visible widget of the window, or a canvas of it more often than not."""
        window: QWidget = self.program.window
        if self.random.random() < 0.5:
            return window.canvas
        seen = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        return seen[self.random.integers(len(seen))] if seen else window

    def place(self, widget: QWidget) -> QPoint:
        """Return any place in a widget."""
        return QPoint(
            *(int(self.random.integers(max(1, side))) for side in (widget.width(), widget.height()))
        )

    def click(self) -> str:
        """Click somewhere."""
        widget = self.widget()
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.place(widget)
        )
        return f"click {type(widget).__name__}"

    def drag(self) -> str:
        """Drag from here to there."""
        widget, none = self.widget(), Qt.KeyboardModifier.NoModifier
        button = [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton][self.random.integers(2)]
        QTest.mousePress(widget, button, none, self.place(widget))
        for _ in range(int(self.random.integers(1, 6))):
            QTest.mouseMove(widget, self.place(widget))
        QTest.mouseRelease(widget, button, none, self.place(widget))
        return f"drag {type(widget).__name__}"

    def turn_wheel(self) -> str:
        """Turn the wheel over the photo."""
        canvas = self.program.window.canvas
        at, turn = QPointF(self.place(canvas)), int(self.random.choice([-120, 120, 360, -360]))
        none = Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            at,
            canvas.mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, event)
        return f"wheel {turn}"

    def press_key(self) -> str:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget() or self.program.window
        key = KEYS[self.random.integers(len(KEYS))]
        if not isinstance(widget, QLineEdit):
            QTest.keyClick(widget, key)
        return f"key {key.name}"

    def slide(self) -> str:
        """Move a slider."""
        sliders = [one for one in self.program.window.findChildren(QAbstractSlider) if one.isVisible()]
        if sliders:
            slider = sliders[self.random.integers(len(sliders))]
            slider.setValue(int(self.random.integers(slider.minimum(), slider.maximum() + 1)))
        return "slide"

    def resize(self) -> str:
        """Make the window another size."""
        self.program.window.resize(int(self.random.integers(400, 1600)), int(self.random.integers(300, 1100)))
        return "resize"

    def open(self) -> str:
        """Open a photo, sound or not, as if it were dropped."""
        path = self.user.photos_to_open(Path())[0]
        self.program.window.commands.open_paths([path])
        return f"open {path.name}"

    def tidy(self) -> None:
        """Close the windows beside the main one, as nobody else does."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.program.window and widget.isVisible():
                widget.close()
        self.program.window.show()


def make_photos(folder: Path, random: np.random.Generator) -> None:
    """Write photos of several sizes and kinds, sound and not."""
    (folder / "out").mkdir(parents=True)
    for name, data in list(good_files().items())[::3]:
        (folder / name).write_bytes(data)
        (folder / f"bad {name}").write_bytes(damaged(data, random))
    for number, (height, width, bits) in enumerate([(96, 128, 8), (700, 900, 8), (500, 300, 16), (1, 1, 8)]):
        save_photo(noisy_photo(height, width, bits=bits), folder / f"photo {number}.tif")


def resident() -> int:
    """Return the memory of the process's own (bytes)."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("RssAnon"):
            return int(line.split()[1]) * 1024
    return 0


class Complaints(logging.Handler):
    """Collects what Python and Qt complain of."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []
        self.monkey: Monkey | None = None
        qInstallMessageHandler(self.of_qt)
        sys.excepthook = self.of_python
        threading.excepthook = lambda seen: self.of_python(seen.exc_type, seen.exc_value, seen.exc_traceback)

    def of_qt(self, kind: Any, context: Any, text: str) -> None:
        """Take a message of Qt."""
        if not text.startswith(IGNORED):
            self.add(f"Qt: {text}")

    def of_python(self, kind: Any, error: Any, trace: Any) -> None:
        """Take an exception that nobody caught."""
        traceback.print_exception(error)
        frames = traceback.extract_tb(trace)[-3:]
        where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
        self.add(f"{kind.__name__}: {error} ({where})")

    def emit(self, record: logging.LogRecord) -> None:
        """Take what was logged as an error."""
        self.add(f"log: {record.getMessage()} {record.exc_info[1] if record.exc_info else ''}")

    def add(self, text: str) -> None:
        """Keep a complaint, with what was done just before."""
        after = ", ".join(self.monkey.did[-4:]) if self.monkey else ""
        if len(self.found) < 50:
            self.found.append(f"{text} [after {after}]")


def close_menu() -> None:
    """Close the menu that a click has opened: it runs an event loop of its own, in which nobody acts."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def main(options: dict[str, Any]) -> None:
    """Act until the time is over."""
    random = np.random.default_rng(options["seed"])
    folder = Path(tempfile.mkdtemp(dir=options["folder"]))
    make_photos(folder, random)
    qt = QApplication([])
    closing = QTimer(interval=20)
    closing.timeout.connect(close_menu)
    closing.start()
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    started, actions, levels = time.monotonic(), 0, list[int]()
    with running_program(qt, engine=TestedEngine(tile=64, before_tile=lambda: time.sleep(0.001))) as program:
        user = RandomUser(random, folder)
        program.window.commands._questions = user
        monkey = complaints.monkey = Monkey(program, random, user)
        qt.processEvents()
        if options["stumble"]:
            QTimer.singleShot(0, lambda: 1 / 0)
            qWarning("stumbled")
        while time.monotonic() - started < options["seconds"]:
            monkey.act()
            actions += 1
            qt.processEvents()
            if actions % 10 == 0:
                monkey.tidy()
                QTest.qWait(20)
            if actions % 200 == 0:
                levels.append(rest(program, qt))
                tell(actions, started, levels, complaints)
    tell(actions, started, levels, complaints)


def rest(program: Any, qt: QApplication) -> int:
    """Close the photo, let everything be given back, and return the memory."""
    program.window.actions_["cancel"].trigger()
    program.workspace.close()
    for _ in range(20):
        QTest.qWait(20)
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    for output in (Path(program.window.commands._questions.folder_of_photos) / "out").iterdir():
        output.unlink()
    return resident()


def tell(actions: int, started: float, levels: list[int], complaints: Complaints) -> None:
    """Write how far it is."""
    told = {"actions": actions, "seconds": time.monotonic() - started, "levels": levels}
    print(json.dumps({**told, "complaints": complaints.found}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
