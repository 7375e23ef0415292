"""What was made of late and may be asked for again."""

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """The values asked for last, each made once; threads that ask meanwhile wait for it.

    Together they have a ``size`` of ``most`` at most (by default: so many are kept); what nobody asked for
    longest goes first.
    """

    def __init__(self, most: int, size: Callable[[Value], int] = lambda value: 1) -> None:
        self._most, self._size = most, size
        self._values: dict[Key, Value] = {}
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of ``key``, made now if it is not kept; what ``make`` raises is raised."""
        with self._lock:
            value = self._values.pop(key) if key in self._values else make()
            self._values[key] = value
            while sum(map(self._size, self._values.values())) > self._most:
                del self._values[next(iter(self._values))]
            return value
