"""Waits for new photos in folders that somebody else writes into: a scanner, a camera, a copying hand.

A file is finished when its size and time stood still for a while: no event says so reliably, least of all on
network folders, so the folders are looked through again and again.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from restorer.app.batch.gather import Found, Gathering, gather
from restorer.errors import PhotoError
from restorer.progress import CancelToken


def watch(
    inputs: Sequence[Path],
    output: Path,
    *,
    recursive: bool,
    token: CancelToken,
    interval: float = 2.0,
    still: float = 4.0,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] | None = None,
) -> Iterator[Gathering]:
    """Yield the files that were finished since the last time, for ever; ends when ``token`` is cancelled.

    The folders are looked at every ``interval`` seconds; a file counts as finished when it was the same for
    ``still`` seconds. One that changes later is yielded again. What `gather` leaves out is yielded once. A
    folder that vanishes is waited for.
    """
    pause = sleep or _sleeper(token)
    known: dict[Path, tuple[tuple[int, int], float]] = {}
    given: dict[Path, tuple[int, int]] = {}
    refused: set[Path] = set()
    while not token.cancelled:
        try:
            gathering = gather(inputs, output, recursive=recursive)
        except PhotoError:
            pause(interval)
            continue
        now, finished = clock(), []
        for found in gathering.found:
            stamp = (found.size, found.modified)
            if found.source not in known or known[found.source][0] != stamp:
                known[found.source] = stamp, now
            elif now - known[found.source][1] >= still and given.get(found.source) != stamp:
                given[found.source] = stamp
                finished.append(found)
        new = [one for one in gathering.refused if one.source not in refused]
        refused.update(one.source for one in new)
        if finished or new:
            yield replace(gathering, found=tuple(finished), refused=tuple(new))
        _forget_missing(known, given, gathering.found)
        pause(interval)


def _forget_missing(known: dict[Path, Any], given: dict[Path, Any], found: Sequence[Found]) -> None:
    """Keep the memory of a watch that runs for months to what is there."""
    there = {one.source for one in found}
    for memory in (known, given):
        for path in [path for path in memory if path not in there]:
            del memory[path]


def _sleeper(token: CancelToken) -> Callable[[float], None]:
    """Return what sleeps for so many seconds, or until somebody asks to stop."""
    stop = threading.Event()
    token.on_cancel(stop.set)

    def sleep(seconds: float) -> None:
        stop.wait(seconds)

    return sleep
