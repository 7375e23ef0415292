"""How fluid the queue is with 50,000 photos.

Lets a batch of so many tell what it plans and does, scrolls through it with small pictures being read,
filters it and goes through it by keys, while every event that the window's thread handles is timed. A pause
of that thread is what a person feels; the limit is 50 ms. Beside it, in the same run, a bare table of Qt over
as many lines of text is scrolled in the same way. Ends with 1 if an event took longer than the limit.

    python benchmarks/window_queue.py [--rows 50000] [--width 1280] [--height 400]

Other programs at work on the machine make the numbers worse, never better.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from restorer.app.batch.events import Planned, RowChanged, RowProgress, Totals
from restorer.app.batch.items import Item, State
from restorer.app.batch.journal import Row
from restorer.app.batch.pace import Span
from restorer.app.jobs import JobRunner
from restorer.gui.actions import Actions
from restorer.gui.bridge import Bridge
from restorer.gui.equipment import Equipment
from restorer.gui.queue.panel import QueuePanel
from restorer.gui.queue.queue import Phase, Queue
from restorer.gui.queue.thumbnails import Thumbnails
from restorer.gui.theme import Theme
from restorer.photo import Facts, Photo, save_photo

LIMIT_MS = 50.0
_SIDE = (3000, 4000)


class TimedApplication(QApplication):
    """Times every event from outside, with all events that it sends in turn."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.events: list[tuple[float, float, str]] = []
        self._nested = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._nested:
            return super().notify(receiver, event)
        kind = event.type().name
        self._nested, started, busy = True, time.perf_counter(), time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self._nested = False
            took, computed = time.perf_counter() - started, time.thread_time() - busy
            self.events.append((took * 1000, computed * 1000, kind))


def photos(folder: Path, count: int) -> list[Path]:
    """Return so many names for one photo of 12 megapixels."""
    random = np.random.default_rng(1)
    small = random.integers(0, 256, (_SIDE[0] // 20, _SIDE[1] // 20, 3), np.uint8)
    first = folder / "00000.jpg"
    save_photo(Photo(np.repeat(np.repeat(small, 20, 0), 20, 1)), first)
    names = [first]
    for number in range(1, count):
        names.append(folder / f"{number:05}.jpg")
        names[-1].hardlink_to(first)
    return names


class Batch:
    """A batch that only tells."""

    def __init__(self, sources: list[Path], queue: Queue) -> None:
        self.sources, self.queue = sources, queue
        facts = Facts("JPEG", _SIDE[1], _SIDE[0])
        self.items = [
            Item(source, source.parent, Path(source.name), facts, 1, 1, number)
            for number, source in enumerate(sources, 1)
        ]

    def plan(self) -> Iterator[None]:
        """Take in all photos, as at the beginning of a batch."""
        rows = [
            Row(
                item.id,
                item.source,
                item.target,
                "",
                State.PLANNED,
                "",
                "",
                1,
                1,
                12.0,
                None,
                None,
                None,
                0,
                0.0,
            )
            for item in self.items
        ]
        self.queue._mailbox.put(Planned(tuple(rows)))
        while self.queue.model.rowCount() < len(rows):
            yield

    def restore(self) -> Iterator[None]:
        """Tell of 2,000 photos that begin, advance and end, about a thousand a second."""
        for number, item in enumerate(self.items[:2000]):
            self.queue._mailbox.put(RowChanged(item, State.RUNNING))
            for fraction in (0.3, 0.6, 0.9):
                self.queue._mailbox.put(RowProgress(item, fraction))
            state = State.FAILED if number % 50 == 0 else State.DONE
            self.queue._mailbox.put(RowChanged(item, state, "The end is missing.", "Noise was found.", 2.0))
            left = len(self.items) - number
            self.queue._mailbox.put(Totals(number, 0, 0, left, number / len(self.items), Span(90, 120), 2.4))
            if number % 10 == 0:
                yield


def scroll(table: QTableView) -> Iterator[None]:
    """Through the first pages line by line, then by great leaps to the end and back."""
    bar = table.verticalScrollBar()
    for step in range(300):
        bar.setValue(step * 40)
        yield
    for step in [*range(60), *range(60, 0, -1)]:
        bar.setValue(bar.maximum() * step // 60)
        yield


def keys(table: QTableView) -> Iterator[None]:
    """Down and up by the page, to the end and to the beginning."""
    table.setFocus()
    for key in [Qt.Key.Key_PageDown] * 40 + [Qt.Key.Key_End, Qt.Key.Key_Home] * 5 + [Qt.Key.Key_Down] * 100:
        QTest.keyClick(table, key)
        yield


def filters(panel: QueuePanel) -> Iterator[None]:
    """Each state in turn, three times."""
    for state in (State.DONE, State.PLANNED, State.FAILED, None) * 3:
        panel.show_only(state)
        for _ in range(5):
            yield


def measure(application: TimedApplication, name: str, journey: Iterator[None]) -> tuple[float, float]:
    """Go on a journey; print and return its longest event and the most computing in one (ms)."""
    application.processEvents()
    application.events.clear()
    started, steps = time.perf_counter(), 0
    for _ in journey:
        application.processEvents()
        time.sleep(0.001)
        steps += 1
    for _ in range(20):
        application.processEvents()
    longest, _, kind = max(application.events)
    computing = max(computed for _, computed, _ in application.events)
    seconds = time.perf_counter() - started
    print(f"{name:22}{steps:6}{seconds:9.1f}{kind:>18}{longest:8.1f} ms{computing:8.1f} ms", flush=True)
    return longest, computing


def bare(application: TimedApplication, rows: int, size: tuple[int, int]) -> float:
    """Scroll a bare table of Qt's and return its longest event."""
    table = QTableView()
    table.setModel(QStringListModel([f"{number:05}.jpg" for number in range(rows)]))
    table.resize(*size)
    table.show()
    longest, _ = measure(application, "bare table: scroll", scroll(table))
    table.close()
    return longest


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=400)
    options = parser.parse_args()
    application = TimedApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RESTORER_HOME"] = folder
        (Path(folder) / "photos").mkdir()
        sources = photos(Path(folder) / "photos", options.rows)
        bridge, theme, window = Bridge(), Theme(application), QMainWindow()
        queue = Queue(JobRunner(bridge.post), bridge.post, Equipment())
        thumbnails = Thumbnails(bridge.post)
        panel = QueuePanel(queue, Actions(window, theme), thumbnails, theme)
        window.setCentralWidget(panel)
        window.resize(options.width, options.height)
        window.show()
        queue.phase = Phase.RUNNING
        queue._timer.start()
        table, batch = panel._table, Batch(sources, queue)
        print(f"{'':22}{'steps':>6}{'seconds':>9}{'longest event':>29}{'computing':>11}")
        journeys: dict[str, Callable[[], Iterator[None]]] = {
            "planning": batch.plan,
            "scroll": lambda: scroll(table),
            "restoring": batch.restore,
            "filter": lambda: filters(panel),
            "keys": lambda: keys(table),
        }
        found = [measure(application, name, journey()) for name, journey in journeys.items()]
        plain = bare(application, options.rows, (options.width, options.height))
        queue._timer.stop()
        bridge.close()
        thumbnails.shut_down()
        window.close()
    worst, computing = max(longest for longest, _ in found), max(computed for _, computed in found)
    print(f"\nlongest event: {worst:.1f} ms, {worst / LIMIT_MS:.0%} of the limit of {LIMIT_MS:.0f} ms")
    print(f"{worst / plain:.1f} × the longest of a bare table with {options.rows:,} lines ({plain:.1f} ms)")
    print(f"at most {computing:.1f} ms of an event was computing; the rest was waiting for a core")
    return int(worst > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
