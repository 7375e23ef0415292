"""How fast a batch is, and how long it will still take: as a range, because photos differ."""

import math
import statistics
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.app.batch.items import Treatment
from restorer.inference.card import Task
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Box

_SAMPLE_SIDE = 384
_FEWEST = 3
"""Photos that must be done before the range is more than a guess."""


@dataclass(frozen=True)
class Span:
    """A length of time in seconds, known to lie between two values."""

    low: float
    high: float


def measure_pace(treatment: Treatment, engine: Engine, catalog: Catalog) -> Span:
    """Return the seconds per megapixel, from a second of trying each network on a small picture.

    Raises:
        ModelError, DeviceError: a network cannot run, so that nothing would.
    """
    models = set(treatment.recipe.models) if treatment.recipe else {treatment.denoiser}
    seconds = 0.0
    for name in sorted(models):
        model = catalog.find(name)
        if model.card.task is Task.FIND_FACES:
            continue  # looks at a small copy, whatever the photo's size
        planes = np.zeros((len(model.card.inputs), _SAMPLE_SIDE, _SAMPLE_SIDE), np.float32)

        def read(box: Box, planes: NDArray[np.float32] = planes) -> NDArray[np.float32]:
            return planes[:, *box.slices]

        # The first run loads the network.
        trials = [
            engine.run(model, read, lambda *_: None, (_SAMPLE_SIDE, _SAMPLE_SIDE)).seconds for _ in range(3)
        ]
        seconds += min(trials[1:])
    each = seconds / (_SAMPLE_SIDE**2 / 1e6)
    # Reading and writing come on top, and a computer that works for hours gets slower.
    return Span(each * 0.9, each * 1.8)


class Pace:
    """Watches a batch; pauses do not count. May be used by several threads."""

    def __init__(self, expected: Span | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._expected = expected
        self._clock = clock
        self._lock = threading.Lock()
        self._since: float | None = clock()
        self._worked = 0.0
        self._last = 0.0
        self._megapixels = 0.0
        self._rates: deque[float] = deque(maxlen=200)

    def pause(self) -> None:
        """Stop the clock."""
        with self._lock:
            if self._since is not None:
                self._worked += self._clock() - self._since
                self._since = None

    def resume(self) -> None:
        """Let the clock run on."""
        with self._lock:
            if self._since is None:
                self._since = self._clock()

    @property
    def seconds(self) -> float:
        """How long the batch has been at work."""
        with self._lock:
            return self._seconds()

    @property
    def megapixels_per_second(self) -> float | None:
        """How fast it was so far; None before the first photo."""
        with self._lock:
            return self._megapixels / self._last if self._megapixels and self._last else None

    def finished(self, megapixels: float) -> None:
        """Take note that a photo is finished."""
        with self._lock:
            now = self._seconds()
            self._rates.append((now - self._last) / max(megapixels, 1e-6))
            self._megapixels += megapixels
            self._last = now

    def left(self, megapixels: float, photos: int) -> Span | None:
        """Return how long so many megapixels in so many photos will take; None where nobody knows."""
        with self._lock:
            if len(self._rates) < _FEWEST or not self._megapixels:
                expected = self._expected
                return expected and Span(expected.low * megapixels, expected.high * megapixels)
            middle = megapixels * self._last / self._megapixels
            # What is unknown about the mean of those to come, and about that of those seen.
            spread = statistics.pstdev(self._rates) / max(statistics.fmean(self._rates), 1e-9)
            doubt = 0.05 + spread * math.sqrt(1 / max(photos, 1) + 1 / len(self._rates))
            return Span(middle * (1 - min(doubt, 0.6)), middle * (1 + min(doubt, 1.5)))

    def _seconds(self) -> float:
        return self._worked + (self._clock() - self._since if self._since is not None else 0.0)
