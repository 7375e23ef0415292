"""Strips worked on by several threads, handed on in order, few in memory at a time."""

import collections
import concurrent.futures
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Strip = TypeVar("Strip")
Result = TypeVar("Result")

_MOST_THREADS = 8


def in_order(work: Callable[[Strip], Result], strips: Iterable[Strip]) -> Iterator[Result]:
    """Yield ``work(strip)`` for each strip, in order.

    Compression leaves the interpreter free, so threads share the work. Two strips per thread wait at
    most; who stops asking (a cancel, an error) waits only for those being worked on.
    """
    threads = min(_MOST_THREADS, os.cpu_count() or 1)
    waiting: collections.deque[concurrent.futures.Future[Result]] = collections.deque()
    with concurrent.futures.ThreadPoolExecutor(threads, "strips") as pool:
        try:
            for strip in strips:
                waiting.append(pool.submit(work, strip))
                if len(waiting) >= 2 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
