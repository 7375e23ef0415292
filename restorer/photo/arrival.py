"""A picture that is read while it is still being made: which of its rows are final."""

import threading

import numpy as np

from restorer.errors import Cancelled
from restorer.photo.geometry import Box


class Arrival:
    """Tells one thread which rows of a picture of ``height`` × ``width`` another thread has finished.

    Parts may be finished in any order, each pixel once; a row is final when all of its pixels are.
    """

    def __init__(self, height: int, width: int) -> None:
        self._missing = np.full(height, width, np.int64)
        self._final = 0
        self._given_up = False
        self._change = threading.Condition()

    def add(self, box: Box) -> None:
        """Say that the pixels of ``box`` are final."""
        with self._change:
            self._missing[box.top : box.bottom] -= box.width
            unfinished = np.flatnonzero(self._missing[self._final :])
            final = self._final + int(unfinished[0]) if unfinished.size else len(self._missing)
            if final > self._final:
                self._final = final
                self._change.notify_all()

    def finish(self) -> None:
        """Say that everything is final."""
        with self._change:
            self._final = len(self._missing)
            self._change.notify_all()

    def give_up(self) -> None:
        """Say that the picture will never be finished."""
        with self._change:
            self._given_up = True
            self._change.notify_all()

    def wait_for(self, rows: int) -> None:
        """Wait until the first ``rows`` rows are final (all, if there are fewer).

        Raises:
            Cancelled: they will never be.
        """
        rows = min(rows, len(self._missing))
        with self._change:
            self._change.wait_for(lambda: self._final >= rows or self._given_up)
            if self._final < rows:
                raise Cancelled
