"""Runs models on photos of any size, on whatever computes here.

Callers hand over where pixels come from and where results go, part by part; they never see sessions,
providers, padding or halos. A device that fails, runs out of memory or computes nonsense is left, the tile
is done again on the next one, and that is said in `Engine.notices`: never silently.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from restorer.errors import DeviceError
from restorer.inference.catalog import Model
from restorer.inference.devices import (
    CPU,
    KNOWN_DEVICES,
    Device,
    available_devices,
    memory_to_spend,
    physical_cores,
)
from restorer.inference.pool import SessionPool
from restorer.inference.selftest import SelfTest
from restorer.inference.sessions import OnnxSession, SessionFactory
from restorer.inference.tiled_run import Planes, RunReport, Sink, Source, TiledRun, input_store, is_fitted
from restorer.photo.geometry import Box
from restorer.progress import Progress

_LEAST_SHARE = 256 * 2**20
"""Bytes that the tiles of one engine of several should have; with less, their overlap would cost too much."""


@dataclass(frozen=True)
class _Prepared:
    """Memory, in bytes, that is kept for the tiles of a ``model`` (its checksum), and a tile's input."""

    model: str
    memory: int
    store: Planes | None = None


class Engine:
    """Runs models on the best device there is, or on the one asked for.

    ``device`` is "auto" or the id of a device; ``memory`` the bytes that tiles may take (default: what
    `memory_to_spend` says at each run), of which this engine takes a ``share``; ``threads`` how many compute
    (default: one per core). May be used by several threads, one of which runs at a time.

    Raises:
        DeviceError: there is no device with that id.
    """

    def __init__(
        self,
        device: str = "auto",
        memory: int | None = None,
        threads: int | None = None,
        *,
        share: float = 1.0,
        factory: SessionFactory = OnnxSession,
        offered: Callable[[], Sequence[Device]] = available_devices,
    ) -> None:
        if device != "auto" and device not in {known.id for known in KNOWN_DEVICES}:
            ids = ", ".join(known.id for known in KNOWN_DEVICES)
            raise DeviceError(f"There is no device “{device}”.", f"Choose auto or one of: {ids}.")
        self._threads = threads or physical_cores()
        self._factory, self._offered = factory, offered
        self._pool = SessionPool(device, self._threads, factory, offered)
        self._memory, self._share = memory, share
        self._prepared: _Prepared | None = None
        self._keeps = False
        self._lock = threading.Lock()

    @property
    def device(self) -> Device:
        """What computes now; after a fall-back another one than was asked for."""
        return self._pool.device

    @property
    def notices(self) -> tuple[str, ...]:
        """The fall-backs so far, in sentences."""
        return self._pool.notices

    def close(self) -> None:
        """Let go of all networks; the next run loads what it needs again."""
        with self._lock:
            self._prepared = None
            self._pool.give_back()
            self._pool.clear()

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """Keep the memory of tiles from one run to the next, for many photos of about the same size.

        Getting it anew takes a twentieth of the time of a photo of twelve megapixels. What a run may take is
        measured when nothing is kept; `rest` gives all back amid it.
        """
        self._keeps = True
        try:
            yield
        finally:
            self._keeps = False
            self.rest()

    def rest(self) -> None:
        """Give the memory that is kept for the next run back to the system."""
        with self._lock:
            self._prepared = None
            self._pool.give_back()

    def prepare(self, model: Model, size: tuple[int, int]) -> None:
        """Do at once what the next `run` of ``model`` on a photo of ``size`` would begin with.

        That is loading the network and getting memory for its tiles, which takes as long as reading the photo
        and can be done meanwhile. Other models may run before, and while memory is got, which takes longest;
        it stays for this one.

        Raises:
            ModelError, DeviceError: as `run`.
        """
        with self._lock:
            memory = self._budget()
            session = self._pool.session(model)
            store = input_store(model.card, size, memory)
            self._prepared = _Prepared(model.card.sha256, memory, store)
        session.reserve(*store[0].shape, fitted=is_fitted(size))

    def load(self, model: Model) -> None:
        """Load a network ahead of the first `run` of ``model``.

        Raises:
            ModelError, DeviceError: as `run`.
        """
        with self._lock:
            self._pool.session(model)

    def run(
        self,
        model: Model,
        source: Source,
        sink: Sink,
        size: tuple[int, int],
        *,
        area: Box | None = None,
        progress: Progress | None = None,
    ) -> RunReport:
        """Run ``model`` on ``area`` (default: all) of a photo of ``size`` (height, width).

        The result equals that part of a run on the whole photo: what lies around the area is read as well.

        Raises:
            ModelError: the model is missing, damaged, breaks its contract or returns what is no number.
            PhotoError: the source gave what is no number.
            DeviceError: not even the CPU can run the model, or there is too little memory for a small tile.
            Cancelled: somebody asked to stop; it takes no longer than one layer of the network.
        """
        whole = Box(0, 0, *size)
        area = whole if area is None else area.intersect(whole)
        if area.empty:
            raise ValueError("there is no pixel to compute")
        with self._lock:
            prepared = self._prepared or _Prepared(model.card.sha256, self._budget())
            store = prepared.store if prepared.model == model.card.sha256 else None
            run = TiledRun(self._pool, model, source, sink, size, progress or Progress(), store)
            try:
                return run.over(area, prepared.memory)
            finally:
                if self._keeps:
                    self._prepared = prepared
                elif prepared.model == model.card.sha256:
                    self._prepared = None
                    self._pool.give_back()

    def split(self) -> "list[Engine]":
        """Return engines that restore many small photos faster, one each, than this one does in turn.

        On the CPU these are as many as there are threads and memory for: threads that work on one photo wait
        for each other after every layer. Anything else has one memory and is best left alone: this engine.
        """
        room = self._budget() // _LEAST_SHARE
        parts = min(self._threads, max(1, room))
        if parts == 1 or self.device != CPU:
            return [self]
        return [
            Engine(
                CPU.id,
                self._memory,
                self._threads // parts,
                share=self._share / parts,
                factory=self._factory,
                offered=self._offered,
            )
            for _ in range(parts)
        ]

    def _budget(self) -> int:
        return int((self._memory or memory_to_spend()) * self._share)

    def self_test(self, model: Model) -> SelfTest:
        """Compare the device that computes now with the CPU on a golden patch.

        Raises:
            ModelError: the model is missing, damaged or breaks its contract.
        """
        with self._lock:
            return self._pool.self_test(model)
