"""What the parent may ask of a training child, as words on its standard input: pause, go, stop.

When the input ends, the parent is gone: the child keeps what it has and ends too, so that nothing goes on
unseen.
"""

import threading
from collections.abc import Callable
from typing import IO

PAUSE, GO, STOP = "pause", "go", "stop"


class Control:
    """Listens in a thread of its own; the training asks between two steps."""

    def __init__(self, words: IO[str], say: Callable[[str], None]) -> None:
        """``say`` hears "paused" and "resumed", in the thread that asks."""
        self._say = say
        self._may_go = threading.Event()
        self._may_go.set()
        self.stopped = self.deserted = False
        threading.Thread(target=self._listen, args=(words,), daemon=True, name="control").start()

    def going_on(self) -> bool:
        """Wait while paused; return whether to go on."""
        if not self._may_go.is_set():
            self._say("paused")
            self._may_go.wait()
            if not (self.stopped or self.deserted):
                self._say("resumed")
        return not (self.stopped or self.deserted)

    def _listen(self, words: IO[str]) -> None:
        for line in words:
            word = line.strip()
            if word == PAUSE:
                self._may_go.clear()
            elif word in (GO, STOP):
                self.stopped = self.stopped or word == STOP
                self._may_go.set()
        self.deserted = not self.stopped
        self._may_go.set()
