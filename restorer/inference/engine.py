"""Runs models on photos of any size, on whatever computes here.

Callers hand over where pixels come from and where results go, tile by tile; they never see sessions,
providers, padding or halos. A device that fails, runs out of memory or computes nonsense is left, the tile
is done again on the next one, and that is said in `Engine.notices`: never silently.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.errors import DeviceError, ModelError, PhotoError
from restorer.inference.catalog import Model
from restorer.inference.devices import (
    CPU,
    KNOWN_DEVICES,
    Device,
    available_devices,
    memory_to_spend,
    physical_cores,
)
from restorer.inference.selftest import TOLERANCE, SelfTest, difference, golden_patch
from restorer.inference.sessions import (
    OnnxSession,
    OutOfMemoryError,
    Session,
    SessionError,
    SessionFactory,
    read_network,
)
from restorer.inference.tiles import Tile, mirrored, plan_tiles
from restorer.photo.geometry import Box
from restorer.progress import CancelToken, Progress

logger = logging.getLogger(__name__)

Planes = NDArray[np.float32]

Source = Callable[[Box], Planes]
"""Gives the pixels of a box of the photo: ``(len(card.inputs), height, width)``, 0..1."""

Sink = Callable[[Box, Planes], None]
"""Takes the result of a box: ``(len(card.outputs), height, width)``. Called once for each tile, in the
thread that called `Engine.run`; the boxes cover the area, each pixel once."""

_LARGEST_TILE = 16_000_000
"""Pixels. A run can only be stopped between two layers, and a layer should not take a second."""

_BAND = 128
"""Rows that are read at a time, so that what the source needs meanwhile stays small."""

_TICK = 0.1
"""Seconds between two reports of progress while a tile is computed."""


@dataclass(frozen=True)
class RunReport:
    """How a run went: the device it ended on, tiles and the largest one's (height, width), fall-backs."""

    device: Device
    tiles: int
    tile: tuple[int, int]
    seconds: float
    notices: tuple[str, ...]


class Engine:
    """Runs models on the best device there is, or on the one asked for.

    ``device`` is "auto" or the id of a device; ``memory`` the bytes that tiles may take (default: what
    `memory_to_spend` says at each run); ``threads`` how many compute (default: one per core). May be used
    by several threads, one of which runs at a time.

    Raises:
        DeviceError: there is no device with that id.
    """

    def __init__(
        self,
        device: str = "auto",
        memory: int | None = None,
        threads: int | None = None,
        *,
        factory: SessionFactory = OnnxSession,
        offered: Callable[[], Sequence[Device]] = available_devices,
    ) -> None:
        if device != "auto" and device not in {known.id for known in KNOWN_DEVICES}:
            ids = ", ".join(known.id for known in KNOWN_DEVICES)
            raise DeviceError(f"There is no device “{device}”.", f"Choose auto or one of: {ids}.")
        self._wanted = device
        self._memory = memory
        self._threads = threads or physical_cores()
        self._factory = factory
        self._offered = offered
        self._lock = threading.RLock()
        self._candidates: list[Device] = []
        self._notices: list[str] = []
        self._sessions: dict[tuple[str, str], Session] = {}
        self._most_pixels: dict[tuple[str, str], int] = {}

    @property
    def device(self) -> Device:
        """What computes now; after a fall-back another one than was asked for."""
        if not self._candidates:
            with self._lock:
                self._choose()
        return self._candidates[0]

    @property
    def notices(self) -> tuple[str, ...]:
        """The fall-backs so far, in sentences."""
        return tuple(self._notices)

    def close(self) -> None:
        """Let go of all networks; the next run loads what it needs again."""
        with self._lock:
            self._sessions.clear()

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
            DeviceError: there is too little memory even for a small tile.
            Cancelled: somebody asked to stop; it takes no longer than one layer of the network.
        """
        whole = Box(0, 0, *size)
        area = whole if area is None else area.intersect(whole)
        if area.empty:
            raise ValueError("there is no pixel to compute")
        with self._lock:
            return _Run(self, model, source, sink, size, progress or Progress()).all(area)

    def self_test(self, model: Model) -> SelfTest:
        """Compare the device with the CPU on a golden patch; the CPU with itself.

        Raises:
            ModelError: the model is missing, damaged or breaks its contract.
        """
        with self._lock:
            started = time.monotonic()
            device = self.device
            try:
                largest = self._difference(self._open(model, device), model)
                note = "" if largest <= TOLERANCE else "it computes something else than the CPU"
            except SessionError as error:
                largest, note = float("inf"), _first_line(error)
            seconds = time.monotonic() - started
            return SelfTest(device, largest <= TOLERANCE, largest, TOLERANCE, seconds, note)

    def _choose(self) -> None:
        offered = list(self._offered())
        if self._wanted != "auto":
            offered = [device for device in offered if device.id in {self._wanted, CPU.id}]
            if self._wanted not in {device.id for device in offered}:
                name = next(known.name for known in KNOWN_DEVICES if known.id == self._wanted)
                self._notice(f"{name} is not available in this installation; the CPU computes instead.")
        self._candidates = [device for device in offered if device != CPU] + [CPU]

    def _notice(self, sentence: str) -> None:
        logger.warning(sentence)
        if sentence not in self._notices:
            self._notices.append(sentence)

    def _fall_back(self, reason: str) -> None:
        """Leave the device that computes now for the next one."""
        left = self._candidates[0]
        self._candidates = self._candidates[1:]
        for key in [key for key in self._sessions if key[1] == left.id]:
            del self._sessions[key]
        self._notice(f"{left.name} cannot be used: {reason}. {self._candidates[0].name} computes instead.")

    def _session(self, model: Model) -> Session:
        """Return a session on the first device that can be trusted with ``model``."""
        while True:
            device = self.device
            if session := self._sessions.get((model.card.sha256, device.id)):
                return session
            try:
                session = self._open(model, device)
                if device != CPU:
                    self._trust(session, model)
            except SessionError as error:
                if device == CPU:
                    raise DeviceError(f"The network cannot run: {_first_line(error)}.") from error
                self._fall_back(_first_line(error))
            else:
                self._sessions[model.card.sha256, device.id] = session
                logger.info("%s runs on %s", model.card.id, device.name)

    def _open(self, model: Model, device: Device) -> Session:
        """Return a new session, or the one there is, and make sure that it is on ``device``."""
        if session := self._sessions.get((model.card.sha256, device.id)):
            return session
        network = read_network(model.card, model.file)
        session = self._factory(model.card, network, device, self._threads)
        if session.provider != device.provider:  # onnxruntime falls back without a word
            raise SessionError(f"a driver or library is missing ({session.provider} was taken)")
        return session

    def _trust(self, session: Session, model: Model) -> None:
        if (largest := self._difference(session, model)) > TOLERANCE:
            raise SessionError(f"it computes something else than the CPU (by {largest:.3g} of 1)")

    def _difference(self, session: Session, model: Model) -> float:
        patch = golden_patch(model.card)
        return difference(session.run(patch, CancelToken()), self._reference(model).run(patch, CancelToken()))

    def _reference(self, model: Model) -> Session:
        """Return a session on the CPU."""
        key = model.card.sha256, CPU.id
        if key not in self._sessions:
            self._sessions[key] = self._open(model, CPU)
        return self._sessions[key]


class _Run:
    """One run of a model over an area."""

    def __init__(
        self,
        engine: Engine,
        model: Model,
        source: Source,
        sink: Sink,
        size: tuple[int, int],
        progress: Progress,
    ) -> None:
        self._engine, self._model, self._card = engine, model, model.card
        self._source, self._sink, self._size = source, sink, size
        self._progress = progress
        self._stop = CancelToken()
        self._pixels_per_second = 0.0
        self._session: Session

    def all(self, area: Box) -> RunReport:
        started, known = time.monotonic(), len(self._engine.notices)
        self._progress(0.0, "Loading the model")
        self._session = self._engine._session(self._model)
        waiting = deque(self._plan(area))
        done, count, largest = 0, 0, (0, 0)
        total = area.height * area.width
        remove = self._progress.token.on_cancel(self._stop.cancel)
        with ThreadPoolExecutor(1, "engine") as self._thread:
            try:
                while waiting:
                    tile = waiting.popleft()
                    share = (tile.core.height * tile.core.width) / total
                    try:
                        planes = self._compute(tile, self._progress.part(done / total, share))
                    except OutOfMemoryError as error:
                        waiting.extendleft(reversed(self._smaller(tile, error)))
                        continue
                    except SessionError as error:
                        self._leave(_first_line(error))
                        waiting.appendleft(tile)
                        continue
                    self._sink(tile.core, planes)
                    del planes
                    count, done = count + 1, done + tile.core.height * tile.core.width
                    largest = max(largest, (tile.padded.height, tile.padded.width))
                self._progress(1.0)
            finally:
                remove()
                self._session.shrink()
        notices = self._engine.notices[known:]
        return RunReport(self._engine.device, count, largest, time.monotonic() - started, notices)

    def _plan(self, area: Box, most_pixels: int | None = None) -> list[Tile]:
        if most_pixels is None:
            memory = self._engine._memory or memory_to_spend()
            most_pixels = min(memory // self._card.bytes_per_pixel, _LARGEST_TILE)
        return plan_tiles(
            self._size,
            area,
            radius=self._card.receptive_radius or 0,
            multiple_of=self._card.multiple_of,
            most_pixels=most_pixels,
        )

    def _smaller(self, tile: Tile, error: OutOfMemoryError) -> list[Tile]:
        """Return ``tile`` in parts of half the size, or, if there are none, the tile for another device."""
        parts = self._plan(tile.core, tile.padded.height * tile.padded.width // 2)
        name = self._engine.device.name
        if len(parts) > 1:
            self._engine._notice(f"{name} ran out of memory; smaller tiles are used.")
            return parts
        if self._engine.device == CPU:
            raise DeviceError(
                "There is too little memory for this photo.", "Close other programs and try again."
            ) from error
        self._leave("it has too little memory")
        return [tile]

    def _leave(self, reason: str) -> None:
        if self._engine.device == CPU:
            raise DeviceError(f"The network failed: {reason}.")
        self._engine._fall_back(reason)
        self._session = self._engine._session(self._model)

    def _compute(self, tile: Tile, progress: Progress) -> Planes:
        planes = self._read(tile.padded)
        progress(0.0, f"Computing on the {self._engine.device.name}")
        started, pixels = time.monotonic(), tile.padded.height * tile.padded.width
        running = self._thread.submit(self._session.run, planes, self._stop)
        result = self._wait(running, progress, pixels)
        self._pixels_per_second = pixels / max(time.monotonic() - started, 1e-6)
        self._check(planes, result)
        rows, columns = tile.core.within(tile.padded).slices
        return result[:, rows, columns]

    def _wait(self, running: Future[Planes], progress: Progress, pixels: int) -> Planes:
        """Return the result; report meanwhile what is probably done, and hear the wish to stop."""
        started = time.monotonic()
        try:
            while True:
                try:
                    return running.result(timeout=_TICK)
                except TimeoutError:
                    guess = (time.monotonic() - started) * self._pixels_per_second / pixels
                    progress(min(guess, 1.0), f"Computing on the {self._engine.device.name}")
        except BaseException:
            self._stop.cancel()
            raise

    def _check(self, planes: Planes, result: Planes) -> None:
        """Make sure that the result is made of numbers."""
        if result.shape != (len(self._card.outputs), *planes.shape[1:]):
            raise ModelError(f"The model “{self._card.id}” returned a picture of another size.")
        if np.isfinite(result.max()) and np.isfinite(result.min()):
            return
        if self._engine.device != CPU:
            raise SessionError("it returned values that are no numbers")
        if not np.isfinite(planes).all():
            raise PhotoError("The photo holds values that are no numbers.")
        raise ModelError(
            f"The model “{self._card.id}” returned values that are no numbers.", "Choose another model."
        )

    def _read(self, padded: Box) -> Planes:
        """Read a padded tile, mirrored where it reaches beyond the photo."""
        rows = mirrored(padded.top, padded.bottom, self._size[0])
        columns = mirrored(padded.left, padded.right, self._size[1])
        left, right = int(columns.min()), int(columns.max()) + 1
        planes = np.empty((len(self._card.inputs), padded.height, padded.width), np.float32)
        for start in range(0, padded.height, _BAND):
            band = rows[start : start + _BAND]
            top, bottom = int(band.min()), int(band.max()) + 1
            pixels = self._source(Box(top, left, bottom, right))
            if len(band) == bottom - top and padded.width == right - left:
                planes[:, start : start + _BAND] = pixels
            else:
                planes[:, start : start + _BAND] = pixels[:, band - top][:, :, columns - left]
        return planes


def _first_line(error: Exception) -> str:
    """Return a library's message, cut to what fits into a sentence."""
    return str(error).strip().partition("\n")[0][:200].rstrip(" .") or type(error).__name__
