"""Restores the photos of a batch on the workers of a Dask cluster.

Workers only make drafts, in the output folder, which like the photos must be reachable under the same path
from every machine. The desk stays here and with it the journal: what a worker that died had begun is given to
another, and however often a photo was restored, one draft gets its name.
"""

import functools
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from restorer import paths
from restorer.app.batch.desk import Desk
from restorer.app.batch.items import Item
from restorer.app.batch.journal import JournalError
from restorer.app.batch.work import Draft, Order, compute, load, write
from restorer.errors import Cancelled, DeviceError, PhotoError, RestorerError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine

_LOOK = 0.5
"""Seconds between two looks at pausing and stopping while nothing comes in."""

_PER_THREAD = 2
"""Photos given to each thread of a worker: one to work on, one to go on with."""


@dataclass(frozen=True)
class Failure:
    """Why a worker could not restore a photo; ``number`` is the system's (errno), or 0."""

    message: str
    hint: str
    number: int
    reading: bool


def restore_on_worker(order: Order) -> Draft | Failure:
    """Restore a photo where Dask runs this. What goes wrong with a photo is returned, not raised."""
    reading = True
    try:
        engine, catalog, host = _equipment()
        if _key(order.treatment, catalog) != order.key:
            return Failure(
                f"{host} has other models than this computer.", "Install the same there.", 0, False
            )
        loaded = load(order.source)
        reading = False
        return write(compute(loaded, order.treatment, engine, catalog), order)
    except RestorerError as error:
        cause = error.__cause__
        number = cause.errno if isinstance(cause, OSError) else 0
        return Failure(error.message, error.hint, number or 0, reading)
    except OSError as error:
        return Failure(error.strerror or str(error), "", error.errno or 0, reading)


@functools.cache
def _equipment() -> tuple[Engine, Catalog, str]:
    """Return what a worker restores with; as many threads as it was given."""
    from distributed import get_worker

    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    return Engine(threads=get_worker().state.nthreads), catalog, socket.gethostname()


@functools.cache
def _key(treatment: Any, catalog: Catalog) -> str:
    return str(treatment.key(catalog))


class ClusterCrew:
    """Works on the workers of the Dask scheduler at ``address`` (``tcp://host:8786``).

    Raises:
        DeviceError: Dask is not installed, or nobody answers there.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise DeviceError(
                "Working on a cluster needs Dask, which is not installed.",
                "Install it with: pip install 'restorer[cluster]'",
            ) from error
        try:
            self._client: Any = Client(address, timeout="15s")
        except (OSError, ValueError, TimeoutError) as error:
            raise DeviceError(
                f"There is no cluster at “{address}”.", "Is its scheduler (dask scheduler) running?"
            ) from error

    def close(self) -> None:
        """Let go of the cluster; its workers wait for the next batch."""
        self._client.close()

    @property
    def threads(self) -> int:
        """How many photos can be worked on at a time."""
        return sum(self._client.nthreads().values())

    def work(self, desk: Desk) -> None:
        """Restore what waits at the desk and bring back what comes of each.

        Raises:
            Cancelled: somebody asked to stop. DeviceError: the cluster is gone. What was begun has been put
                back in either case.
        """
        under_way = dict[Any, tuple[Item, int]]()
        try:
            while desk.upcoming() or under_way:
                desk.checkpoint()
                room = max(1, self.threads) * _PER_THREAD - len(under_way)
                for item in _upcoming(desk, room):
                    under_way[self._submit(desk, item)] = item, desk.answers
                for future in self._finished(list(under_way)):
                    item, answers = under_way.pop(future)
                    _take_in(desk, item, answers, future)
        except OSError as error:
            raise DeviceError("The cluster cannot be reached any more.", "Start it and run again.") from error
        finally:
            if self._client.status == "running":
                self._client.cancel(list(under_way), force=True)
            for item, _ in under_way.values():
                desk.put_back(item)

    def _submit(self, desk: Desk, item: Item) -> Any:
        desk.begin(item)
        return self._client.submit(restore_on_worker, desk.order(item), pure=False)

    def _finished(self, futures: list[Any]) -> list[Any]:
        """Return those that are over, after a moment of waiting."""
        from distributed import wait

        if self._client.status != "running":
            raise DeviceError("The cluster cannot be reached any more.", "Start it and run again.")
        try:
            wait(futures, timeout=_LOOK, return_when="FIRST_COMPLETED")
        except TimeoutError:
            return []
        return [future for future in futures if future.done()]


def _upcoming(desk: Desk, most: int) -> Iterator[Item]:
    """Yield photos that wait; each has to be begun before the next."""
    for _ in range(most):
        if (item := desk.upcoming()) is None:
            return
        yield item


def _take_in(desk: Desk, item: Item, answers: int, future: Any) -> None:
    """Bring what came of a photo to the desk, or let it wait again."""
    try:
        result = future.result(timeout=30)
        if isinstance(result, Draft):
            desk.settle(item, result)
        elif desk.try_again(error := _as_error(result), answers, item if result.reading else None):
            desk.put_back(item, again=True)
        else:
            desk.fail(item, error)
    except Cancelled:
        desk.put_back(item)
        raise
    except JournalError:
        raise
    except Exception as error:  # noqa: BLE001 - the border of a photo: one bad file never stops the batch
        desk.fail(item, _as_sentence(error))


def _as_error(failure: Failure) -> PhotoError:
    error = PhotoError(failure.message, failure.hint)
    error.__cause__ = OSError(failure.number, failure.message) if failure.number else None
    return error


def _as_sentence(error: Exception) -> Exception:
    """Return what became of a photo whose workers died: Dask gives up after the fourth."""
    if type(error).__name__ == "KilledWorker":
        return DeviceError("Every worker that was given this photo died.", "Is there enough memory?")
    return error
