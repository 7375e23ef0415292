"""Small pictures of the photos that are seen, read in a thread of their own, the latest wanted first."""

import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from restorer.app.jobs import Deliver
from restorer.errors import PhotoError
from restorer.photo import thumbnail

_KEPT = 600
_WAITING = 48
"""More than fit on a screen; who scrolls fast leaves the older ones behind."""

Pixels8 = NDArray[np.uint8]


class Thumbnails(QObject):
    """Gives what it has, and reads what it has not; `ready` tells that there is more to give."""

    ready = Signal()

    def __init__(self, deliver: Deliver, side: int = 88) -> None:
        super().__init__()
        self._side, self._deliver = side, deliver
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._lock = threading.Lock()
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self._pool = ThreadPoolExecutor(1, "thumbnails")
        self._working = self._closed = False

    def get(self, path: Path) -> QPixmap | None:
        """Return the picture of a photo, a null one if it cannot be read; None if it is still to come."""
        name = str(path)
        if (known := self._pixmaps.get(name)) is not None:
            self._pixmaps.move_to_end(name)
            return known
        with self._lock:
            self._wanted[name] = None
            self._wanted.move_to_end(name)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            if not self._working and not self._closed:
                self._working = True
                self._pool.submit(self._work)
        return None

    def shut_down(self) -> None:
        """Read nothing more."""
        with self._lock:
            self._closed = True
            self._wanted.clear()
        self._pool.shutdown(wait=True)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._working = False
                    return
                name, _ = self._wanted.popitem(last=True)
            self._deliver(partial(self._take, name, _read(name, self._side)))

    def _take(self, name: str, pixels: Pixels8 | None) -> None:
        self._pixmaps[name] = QPixmap() if pixels is None else QPixmap.fromImage(_image(pixels))
        while len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        self.ready.emit()


def _read(name: str, side: int) -> Pixels8 | None:
    try:
        return thumbnail(Path(name), side)
    except (PhotoError, OSError, MemoryError):
        return None


def _image(pixels: Pixels8) -> QImage:
    height, width = pixels.shape[:2]
    # A copy, for Qt does not keep the array alive.
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
