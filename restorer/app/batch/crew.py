"""Restores the photos of a batch on this computer: reading, computing and writing at the same time.

While a photo is computed the next ones are read and the last ones written. Small photos are computed
several at a time, each on an engine of its own (`Engine.split`), which is faster; a large one has all cores
to itself. How many wait in between depends on their size: all photos in memory together stay within a
budget, except that one is always let in.
"""

import contextlib
import queue
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from restorer.app.batch.desk import Desk
from restorer.app.batch.items import Item
from restorer.app.batch.journal import JournalError
from restorer.app.batch.work import Computed, Loaded, compute, load, write
from restorer.errors import Cancelled
from restorer.inference.catalog import Catalog
from restorer.inference.devices import memory_to_spend
from restorer.inference.engine import Engine
from restorer.progress import Progress

_READ_AHEAD = 3
_SMALL = 1.0
"""Megapixels. Up to here photos gain from being computed several at a time
(``benchmarks/batch_small_photos.py``)."""
_WRITERS = 2


class LocalCrew:
    """Works on this computer. ``memory`` is how many bytes the photos in between may take."""

    def __init__(
        self,
        engine: Engine,
        catalog: Catalog,
        *,
        memory: int | None = None,
    ) -> None:
        self._engine, self._catalog = engine, catalog
        self._memory = memory

    def work(self, desk: Desk) -> None:
        """Restore what waits at the desk and bring back what comes of each.

        Raises:
            Cancelled: somebody asked to stop; what was begun has been put back.
        """
        budget = _Budget(self._memory or memory_to_spend() // 2)
        engines = self._engine.split()
        with (
            contextlib.ExitStack() as kept,
            ThreadPoolExecutor(1, "read") as readers,
            ThreadPoolExecutor(len(engines), "compute") as computers,
            ThreadPoolExecutor(_WRITERS, "write") as writers,
        ):
            for engine in {self._engine, *engines}:
                kept.enter_context(engine.busy())
            try:
                self._all(desk, engines, _Hands(readers, computers, writers), budget)
            except BaseException:
                desk.token.cancel()  # lets go of threads that wait
                raise
            finally:
                for engine in engines:
                    if engine is not self._engine:
                        engine.close()
        desk.token.check()

    def _all(self, desk: Desk, several: "list[Engine]", hands: "_Hands", budget: "_Budget") -> None:
        whole, parts = _lent([self._engine]), _lent(several)
        writing: deque[Future[None]] = deque()

        def restore(item: Item, reading: "Future[Loaded]", engines: "queue.SimpleQueue[Engine]") -> None:
            engine, computed = engines.get(), None
            try:
                if not reading.done():
                    engine.rest()  # there is nothing to compute until then, and nobody knows how long that is
                computed = self._compute(desk, item, reading, engine)
            finally:
                engines.put(engine)
                if computed is None:
                    budget.give_back(item)
            if computed is not None:
                writing.append(hands.writers.submit(_write, desk, item, computed, budget))

        computing: set[Future[None]] = set()
        at_a_time = 1
        for item, reading in _read_ahead(desk, len(several), hands.readers, budget):
            wanted = len(several) if item.facts.megapixels <= _SMALL else 1
            # A large photo has the cores to itself: it waits for all before, and all after wait for it.
            while computing and (len(computing) >= at_a_time or wanted != at_a_time):
                over, computing = wait(computing, return_when=FIRST_COMPLETED)
                _check(over)
            if wanted != at_a_time:
                for engine in (self._engine, *several):
                    engine.rest()  # those whose turn it is need the memory
            at_a_time = wanted
            engines = parts if wanted > 1 else whole
            computing.add(hands.computers.submit(restore, item, reading, engines))
            del reading
            while writing and writing[0].done():
                _check([writing.popleft()])
        _check(wait(computing).done)
        _check(wait(writing).done)

    def _compute(self, desk: Desk, item: Item, reading: "Future[Loaded]", engine: Engine) -> Computed | None:
        """Return what became of a photo, or None if nothing did and the desk knows."""
        try:
            loaded = reading.result()
            order = desk.order(item)
            return compute(
                loaded,
                order.treatment,
                engine,
                self._catalog,
                progress=desk.progress(item),
            )
        except Cancelled:
            desk.put_back(item)
        except JournalError:
            raise
        except Exception as error:  # noqa: BLE001 - the border of a photo: one bad file never stops the batch
            desk.fail(item, error)
        return None


def _lent(engines: "list[Engine]") -> "queue.SimpleQueue[Engine]":
    """Return a store from which threads borrow engines."""
    store: queue.SimpleQueue[Engine] = queue.SimpleQueue()
    for engine in engines:
        store.put(engine)
    return store


@dataclass(frozen=True)
class _Hands:
    readers: ThreadPoolExecutor
    computers: ThreadPoolExecutor
    writers: ThreadPoolExecutor


def _read_ahead(
    desk: Desk, at_a_time: int, readers: ThreadPoolExecutor, budget: "_Budget"
) -> Iterator[tuple[Item, "Future[Loaded]"]]:
    """Yield each photo with its reading under way; stops giving out when somebody asked to."""
    ahead: deque[tuple[Item, Future[Loaded]]] = deque()
    while True:
        while len(ahead) < _READ_AHEAD + at_a_time and not desk.token.cancelled and (item := desk.upcoming()):
            # Without one under way it is worth waiting for room; otherwise there is something better to do.
            if not budget.take(item, patient=not ahead):
                break
            try:
                desk.begin(item)
            except Cancelled:
                budget.give_back(item)
                break
            ahead.append((item, readers.submit(_load, desk, item)))
        if not ahead:
            return
        yield ahead.popleft()


def _load(desk: Desk, item: Item) -> Loaded:
    # Pauses while waiting, but not amid a file, which may be on its way over a network.
    desk.checkpoint()
    return desk.while_reading(item, lambda: load(item.source, Progress(token=desk.token)))


def _write(desk: Desk, item: Item, computed: Computed, budget: "_Budget") -> None:
    try:
        desk.checkpoint()
        draft = desk.while_writing(lambda: write(computed, desk.order(item), Progress(token=desk.token)))
        desk.settle(item, draft)
    except Cancelled:
        desk.put_back(item)
    except JournalError:
        desk.token.cancel()
        raise
    except Exception as error:  # noqa: BLE001 - the border of a photo: one bad file never stops the batch
        desk.fail(item, error)
    finally:
        budget.give_back(item)


def _check(over: "Iterable[Future[None]]") -> None:
    """Raise what the desk itself raised in another thread: its journal cannot be written."""
    for future in over:
        future.result()


class _Budget:
    """The memory for photos between reading and writing."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: dict[int, int] = {}
        self._changed = threading.Condition()

    def take(self, item: Item, *, patient: bool) -> bool:
        """Take the memory for a photo; wait for it if ``patient``. A photo alone is always let in."""
        cost = 2 * item.facts.bytes + item.size
        with self._changed:
            while self._taken and sum(self._taken.values()) + cost > self._most:
                if not patient:
                    return False
                self._changed.wait()
            self._taken[item.id] = cost
            return True

    def give_back(self, item: Item) -> None:
        """Let go of a photo."""
        with self._changed:
            self._taken.pop(item.id, None)
            self._changed.notify_all()
