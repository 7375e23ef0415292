"""A training child: started, listened to and steered; torch lives and dies with it.

The child tells one JSON object a line. It is told "pause", "go" and "stop" by words; when this process ends,
the child notices, keeps what it has and ends as well.
"""

import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

from restorer.app.training.runs import EVENTS_FILE, Run, remembered
from restorer.app.training.state import Phase, TrainingState
from restorer.errors import RestorerError
from restorer.training.control import GO, PAUSE, STOP

_WAITING_QUIETLY = {"OMP_WAIT_POLICY": "PASSIVE"}
"""Threads that have done their part of a layer sleep until the next, rather than keep a processor from the
thread that makes the crops: on two processors a fifth more steps in the same time."""
_LAST_WORDS = "child.log"
_PATIENCE = 20.0  # seconds that a child may take to keep what it has
_LEFT = 3  # the child's exit status when it was asked to leave
_KILLED = (-9, 137)

Listener = Callable[[TrainingState, dict[str, Any]], None]
"""Hears, in a thread of the session, of each event and the state after it."""


class TrainingSession:
    """One run of the child on a run folder; may be left and started again another day."""

    def __init__(self, run: Run, command: Sequence[str], listener: Listener, *, polite: bool = True) -> None:
        """``command`` starts the child; ``polite`` lets everything else on this computer go first.

        Raises:
            RestorerError: the child cannot be started.
        """
        self.run = run
        self.state = remembered(run)
        self._listener = listener
        self._log = (run.place / _LAST_WORDS).open("wb")
        try:
            self._child = subprocess.Popen(
                [*command, "--order", str(run.place), *(["--polite"] if polite else [])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                text=True,
                encoding="utf-8",
                creationflags=_below_normal() if polite else 0,
                env=_WAITING_QUIETLY | os.environ,
            )
        except OSError as error:
            self._log.close()
            raise RestorerError(
                f"The training could not be started: {error.strerror or error}.",
                "Install the program and its training pack again.",
            ) from error
        self._thread = threading.Thread(target=self._listen, name="training", daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Let the child wait, using no processor."""
        self._tell(PAUSE)

    def go_on(self) -> None:
        """Let the child go on."""
        self._tell(GO)

    def stop(self) -> None:
        """Let the child end now, with the best network it has."""
        self._tell(STOP)

    def leave(self, *, wait: bool = True) -> None:
        """Let the child keep what it has and end; the run can go on later."""
        self._close(self._child.stdin)
        if not wait:
            return
        try:
            self._child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()  # its last checkpoint is on disk
        self._thread.join(_PATIENCE)

    def wait(self, seconds: float | None = None) -> TrainingState:
        """Wait until the child has ended, and return the last state."""
        self._thread.join(seconds)
        return self.state

    @property
    def process_id(self) -> int:
        """The child's process id."""
        return self._child.pid

    def _tell(self, word: str) -> None:
        if (words := self._child.stdin) is not None and not words.closed:
            with contextlib.suppress(OSError):  # it has ended, and the news of it is on its way
                words.write(word + "\n")
                words.flush()

    def _listen(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as lines, (self.run.place / EVENTS_FILE).open("a", encoding="utf-8") as kept:
            for line in lines:
                try:
                    event = json.loads(line)
                    state = self.state.after(event)
                except (ValueError, KeyError, TypeError, AttributeError):
                    continue  # something that a library printed
                kept.write(line)
                kept.flush()
                self._become(state, event)
        self._end(self._child.wait())

    def _end(self, status: int) -> None:
        self._close(self._child.stdin)
        self._log.close()
        if self.state.over:
            return
        if status == _LEFT:
            self._become(dataclasses.replace(self.state, phase=Phase.LEFT), {"event": "left"})
            return
        error = _unexpected(status, self.run.place / _LAST_WORDS)
        event = {"event": "failed", "message": error.message, "hint": error.hint}
        self._become(self.state.after(event), event)

    def _become(self, state: TrainingState, event: dict[str, Any]) -> None:
        self.state = state
        self._listener(state, event)

    @staticmethod
    def _close(words: IO[str] | None) -> None:
        if words is not None:
            with contextlib.suppress(OSError):
                words.close()


def _unexpected(status: int, log: Path) -> RestorerError:
    """Say why the child is gone, in a sentence."""
    try:
        words = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    except OSError:
        words = []
    last = words[-1] if words else ""
    kept = "What it had learnt is kept: let it go on"
    if status in _KILLED or "MemoryError" in last or "bad_alloc" in last:
        return RestorerError(
            "The training was stopped from outside, perhaps because memory ran out.",
            f"{kept}, with other programs closed.",
        )
    if "ModuleNotFoundError" in last or "ImportError" in last:
        return RestorerError(f"The training pack is not complete: {last}", "Install the training pack again.")
    reason = f": {last}" if last else "."
    return RestorerError(f"The training ended unexpectedly{reason}", f"{kept}, or start anew.")


def _below_normal() -> int:
    """What lets Windows give everything else the right of way; elsewhere the child sees to that itself."""
    return getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) if sys.platform == "win32" else 0
