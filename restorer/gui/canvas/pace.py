"""Keeps painting quick: a draft while the view moves, if that is needed, and the fine picture at rest."""

import math

from PySide6.QtCore import QObject, QTimer, Signal

_LONGEST_MS = 16.0
"""A paint that is expected to take longer than this while the view moves is a draft."""

_REST_MS = 90
_FRAME_PIXELS = 2.0e6
_LEARNING = 0.3


class Pace(QObject):
    """Learns how fast this machine scales smoothly, and says when that is too slow for moving.

    At rest a draft is replaced in several strips, each quick enough for the window to stay alive.
    """

    strip_due = Signal(float, float)
    """A strip to be painted smoothly: its beginning and end, 0 to 1 from the top."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ms_per_pixel = _LONGEST_MS / _FRAME_PIXELS / 2
        self._pixels = 0
        self._strips, self._strip = 1, 0
        self.drafting = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._refine_strip)

    @property
    def resting(self) -> bool:
        """Whether no draft is shown."""
        return not (self.drafting or self._next.isActive())

    def moved(self, pixels: int) -> None:
        """Note that all ``pixels`` are about to be painted because the view has moved."""
        self._pixels = pixels
        self._next.stop()
        self.drafting = pixels * self._ms_per_pixel > _LONGEST_MS
        if self.drafting:
            self._rest.start()

    def painted(self, pixels: int, milliseconds: float) -> None:
        """Learn from a smooth paint of so many pixels."""
        if pixels > 0:
            self._ms_per_pixel += _LEARNING * (milliseconds / pixels - self._ms_per_pixel)

    def _rested(self) -> None:
        self.drafting = False
        self._strips, self._strip = max(1, math.ceil(self._pixels * self._ms_per_pixel / _LONGEST_MS)), 0
        self._refine_strip()

    def _refine_strip(self) -> None:
        self.strip_due.emit(self._strip / self._strips, (self._strip + 1) / self._strips)
        self._strip += 1
        if self._strip < self._strips:
            self._next.start()
