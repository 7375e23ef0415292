"""Makes the tiles that are wanted now, in a few threads, and hands them over in the window's thread."""

import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from restorer.gui.canvas.layout import Layer
from restorer.gui.canvas.tile_maker import TileMaker
from restorer.gui.canvas.tiles import Piece, touches
from restorer.photo import Box

_WORKERS = max(1, min(3, (os.cpu_count() or 2) - 1))
"""One core is left to the window's own thread."""

Deliver = Callable[[Piece, QImage, bool], None]
"""Takes a finished tile; the last argument says whether it shows the picture as it is now."""


@dataclass(slots=True, eq=False)
class _Job:
    key: Piece
    maker: TileMaker
    fresh: bool = True
    image: QImage | None = None
    error: Exception | None = None


class TileLoader(QObject):
    """A list of wanted tiles that is replaced as a whole, so that nothing is made that is no longer seen.

    All methods are called in the window's thread, and so is ``deliver``; many tiles are delivered at once
    if many are done, so the canvas paints only once for them.
    """

    _finished = Signal()

    def __init__(
        self, deliver: Deliver, delivered: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deliver, self._delivered = deliver, delivered
        self._maker: TileMaker | None = None
        self._lock = threading.Lock()
        self._wanted: deque[Piece] = deque()
        self._running: dict[Piece, _Job] = {}
        self._done: list[_Job] = []
        self._failed: set[Piece] = set()
        self._workers = 0
        self._pool: ThreadPoolExecutor | None = ThreadPoolExecutor(_WORKERS, "canvas")
        self._finished.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is wanted, being made or waiting to be delivered."""
        with self._lock:
            return not (self._wanted or self._running or self._done)

    def use(self, maker: TileMaker | None) -> None:
        """Make tiles of other pictures from now on; what is under way is thrown away."""
        with self._lock:
            self._maker = maker
            self._wanted.clear()
            self._running.clear()
            self._done.clear()
            self._failed.clear()

    def age(self, layers: set[Layer], box: Box | None, maker: TileMaker) -> None:
        """Note that ``layers`` changed in ``box`` (level 0; None: everywhere): tiles under way may be old."""
        with self._lock:
            self._maker = maker
            self._failed.clear()
            for job in (*self._running.values(), *self._done):
                if job.key.layer in layers and (box is None or touches(job.key, box)):
                    job.fresh = False

    def want(self, keys: Sequence[Piece]) -> None:
        """Make these tiles, the first first, and no others that have not been begun."""
        with self._lock:
            if self._pool is None or self._maker is None:
                return
            self._wanted = deque(key for key in keys if key not in self._running and key not in self._failed)
            while self._workers < min(_WORKERS, len(self._wanted)):
                self._workers += 1
                self._pool.submit(self._work)

    def shut_down(self) -> None:
        """Stop for good; returns when no thread is left, which takes as long as one tile."""
        with self._lock:
            pool, self._pool = self._pool, None
            self._wanted.clear()
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        self.use(None)

    def _work(self) -> None:
        """Make wanted tiles until there are none; runs in a worker thread."""
        while (job := self._next()) is not None:
            try:
                job.image = job.maker.make(job.key)
            except Exception as error:  # noqa: BLE001 - the border of a job; raised again in `_take`
                job.error = error
            with self._lock:
                if self._running.get(job.key) is not job:
                    continue
                first = not self._done
                self._done.append(job)
            if first:
                self._finished.emit()

    def _next(self) -> _Job | None:
        with self._lock:
            if not self._wanted or self._maker is None:
                self._workers -= 1
                return None
            job = _Job(self._wanted.popleft(), self._maker)
            self._running[job.key] = job
            return job

    @Slot()
    def _take(self) -> None:
        with self._lock:
            done, self._done = self._done, []
            for job in done:
                del self._running[job.key]
                if job.error is not None:
                    self._failed.add(job.key)
        for job in done:
            if job.image is not None:
                self._deliver(job.key, job.image, job.fresh)
        if done:
            self._delivered()
        for job in done:
            if job.error is not None:
                raise job.error
