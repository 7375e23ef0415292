"""How soon the window is there, and how long it ever stands still while a photo is restored.

    python benchmarks/window_responsiveness.py [--rounds N] [--megapixels M] [--offscreen]

Two limits: the window is painted within 1.0 s of a warm start (median of fresh processes, taken in turn with
a bare PySide6 window: what is above that is ours), and while a 24-megapixel photo is restored the event loop
never pauses for more than 50 ms. A pause is how much later than due a 5-ms timer fires. The same timer in a
bystander, a bare program that does nothing, at the same time, shows what a busy computer does to anybody.
Exit status 1 if a limit is missed.

Run it on an idle computer: the start is measured in seconds.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

START_LIMIT = 1.0
PAUSE_LIMIT = 0.050
_TICK = 0.005
_REST_SECONDS = 5.0
_PATIENCE = 900.0

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""
_OURS = """
import sys
import restorer.gui.application as program
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.objectName() == "empty_page":
            QTimer.singleShot(0, lambda: print("painted", flush=True))
        return False
watch = Watch()
show = program.MainWindow.show
def shown(window):
    QApplication.instance().installEventFilter(watch)
    show(window)
program.MainWindow.show = shown
sys.exit(program.run([]))
"""
_BYSTANDER = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
application = QCoreApplication([])
last = time.perf_counter()
def tick():
    global last
    now = time.perf_counter()
    print(time.monotonic(), max(0.0, now - last - 0.005), flush=True)
    last = now
timer = QTimer(interval=5)
timer.timeout.connect(tick)
timer.start()
application.exec()
"""


def main() -> int:
    """Measure both and print them beside their limits. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kind")
    parser.add_argument("--megapixels", type=float, default=24.0, help="size of the photo restored")
    parser.add_argument("--offscreen", action="store_true", help="without a display")
    options = parser.parse_args()
    if options.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    started = measure_start(options.rounds)
    paused = measure_pauses(options.megapixels)
    return 0 if started and paused else 1


def measure_start(rounds: int) -> bool:
    """Start a bare window and ours in turn; print the medians. Returns whether the limit is kept."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "RESTORER_HOME": home}
        times: dict[str, list[float]] = {"bare": [], "ours": []}
        for attempt in range(rounds + 1):
            for name, seconds in (("bare", _bare(environment)), ("ours", _ours(environment))):
                if attempt:  # the first start warms the disk's cache
                    times[name].append(seconds)
    bare, ours = statistics.median(times["bare"]), statistics.median(times["ours"])
    kept = ours <= START_LIMIT
    _say(f"Bare PySide6 window, start to end of first paint:  {bare:.3f} s (median of {rounds})")
    _say(f"Our window, start to first paint:                  {ours:.3f} s = {ours / bare:.2f} × bare")
    _say(f"Limit:                                             {START_LIMIT:.3f} s  {_verdict(kept)}")
    return kept


def _bare(environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _BARE], check=True, env=environment)
    return time.perf_counter() - started


def _ours(environment: dict[str, str]) -> float:
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", _OURS], env=environment, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        seconds = time.perf_counter() - started
        child.kill()
    if not line:
        sys.exit("The window was never painted.")
    return seconds


def measure_pauses(megapixels: float) -> bool:
    """Restore a large photo in the window and print the longest pauses. Returns whether the limit is kept."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    with tempfile.TemporaryDirectory() as home:
        os.environ["RESTORER_HOME"] = home
        photo = _photo_file(Path(home), megapixels)
        from restorer.gui.application import Application

        qt = QApplication.instance() or QApplication([])
        assert isinstance(qt, QApplication)
        application = Application(qt)
        late = _Lateness()
        timer = QTimer(interval=round(_TICK * 1000))
        timer.timeout.connect(late.tick)
        timer.start()
        application.workspace.message.connect(lambda message: _say(f"{message.text} {message.hint}"))
        application.start([photo])
        workspace = application.workspace
        pauses = {"opening": late.while_(lambda: workspace.document is not None)}
        pauses["estimating"] = late.while_(lambda: not workspace.estimating)
        rest = time.monotonic() + _REST_SECONDS
        pauses["at rest"] = late.while_(lambda: time.monotonic() > rest)
        began = time.monotonic()
        with _bystander(Path(home)) as bystander:
            application.window.actions_["restore"].trigger()
            pauses["restoring"] = late.while_(lambda: workspace.has_result)
            seconds = time.monotonic() - began
        pauses["bystander"] = _pauses_in(bystander, began)
        pauses["counting"] = late.while_(lambda: workspace.unchanged is not None)
        timer.stop()
        workspace.close()  # or it would ask about the unsaved result
        application.window.close()
        application.stop()
    return _report(pauses, megapixels, seconds)


@contextmanager
def _bystander(folder: Path) -> Iterator[Path]:
    """Run a program that does nothing but tick; gives the file that it writes its pauses to."""
    file = folder / "bystander.txt"
    with (
        file.open("w") as output,
        subprocess.Popen([sys.executable, "-c", _BYSTANDER], stdout=output) as child,
    ):
        try:
            yield file
        finally:
            child.kill()


def _pauses_in(file: Path, began: float) -> list[float]:
    settled = began + 1.0  # until then it was starting itself
    rows = [line.split() for line in file.read_text().splitlines()]
    late = [float(row[1]) for row in rows if len(row) == 2 and float(row[0]) > settled]
    return sorted(late, reverse=True) or [0.0]


class _Lateness:
    """Notes how much later than due a regular timer fires."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._pauses: list[float] = []

    def tick(self) -> None:
        """Take a tick of the timer."""
        now = time.perf_counter()
        self._pauses.append(max(0.0, now - self._last - _TICK))
        self._last = now

    def while_(self, condition: Callable[[], bool]) -> list[float]:
        """Run the event loop until ``condition`` holds; returns the pauses meanwhile, the longest first."""
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        self._pauses, self._last = [], time.perf_counter()
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                sys.exit("It takes too long.")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        return sorted(self._pauses, reverse=True) or [0.0]


def _photo_file(folder: Path, megapixels: float) -> Path:
    """Write a noisy photo of that size."""
    import numpy as np

    from restorer.photo import Photo, save_photo

    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    width = round(height * 1.5)
    random = np.random.default_rng(1)
    ramp = np.linspace(40, 200, width, dtype=np.float32)[None, :, None]
    strips = [
        np.clip(ramp + random.normal(0, 12, (min(256, height - top), width, 3)), 0, 255).astype(np.uint8)
        for top in range(0, height, 256)
    ]
    path = folder / "noisy.tif"
    save_photo(Photo(np.concatenate(strips)), path)
    return path


def _report(pauses: dict[str, list[float]], megapixels: float, seconds: float) -> bool:
    worst = pauses["restoring"][0]
    too_busy = pauses["bystander"][0] > PAUSE_LIMIT
    _say(f"\nLongest pauses of the event loop ({megapixels:g} megapixels, restored in {seconds:.0f} s):")
    for name, values in pauses.items():
        next_ones = ", ".join(f"{value * 1000:.0f}" for value in values[1:4])
        over = f"{sum(value > PAUSE_LIMIT for value in values)} of {len(values)} over the limit"
        _say(f"  {name:10}  {values[0] * 1000:5.0f} ms  (then {next_ones}; {over})")
    kept = worst <= PAUSE_LIMIT
    unknown = "cannot be told: the computer is too busy even for a program that does nothing"
    verdict = unknown if too_busy and not kept else _verdict(kept)
    _say(f"Limit while restoring: {PAUSE_LIMIT * 1000:.0f} ms  {verdict}")
    return kept or too_busy


def _verdict(kept: bool) -> str:
    return "kept" if kept else "MISSED"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
