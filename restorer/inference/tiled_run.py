"""One run of a model over a photo: tile by tile, with whatever goes wrong with a device amid it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.errors import DeviceError, ModelError, PhotoError
from restorer.inference.card import ModelCard
from restorer.inference.catalog import Model
from restorer.inference.devices import CPU, Device
from restorer.inference.pool import SessionPool, first_line
from restorer.inference.selftest import TOLERANCE, difference
from restorer.inference.sessions import OutOfMemoryError, Session, SessionError
from restorer.inference.tiles import Feather, Tile, centre, mirrored, plan_strips, plan_tiles
from restorer.photo.geometry import Box
from restorer.progress import CancelToken, Progress

Planes = NDArray[np.float32]

Source = Callable[[Box], Planes]
"""Gives the pixels of a box of the photo: ``(len(card.inputs), height, width)``, 0..1. Called in a thread of
the run's, for one box after the other, also while the sink takes the result of the tile before."""

Sink = Callable[[Box, Planes], None]
"""Takes the result of a box: ``(len(card.outputs), height, width)``, for the time of the call. Called in the
thread that called `Engine.run`, a few times for each tile; the boxes cover the area, each pixel once."""

_LARGEST_TILE = 16_000_000
"""Pixels. A run can only be stopped between two layers, and a layer should not take a second."""

_SMALL_PHOTO = 500_000
"""Pixels. To make a network for the size of its tiles takes too long for a smaller photo. The photo decides,
not the tile, since all parts of one must be rounded alike (docs/decisions/021)."""

_BAND = 128
"""Rows that are read or handed over at a time, so that what the caller needs meanwhile stays small."""

_TICK = 0.1
"""Seconds between two reports of progress while a tile is computed."""

_PATIENCE = 5.0
"""Seconds that a device has for hearing that it should stop. One that hangs is left, with what it holds."""


@dataclass(frozen=True)
class RunReport:
    """How a run went: the device it ended on, how many tiles and the largest one's (height, width).

    ``notices`` holds the engine's fall-backs so far and what else should be known, in sentences.
    """

    device: Device
    tiles: int
    tile: tuple[int, int]
    seconds: float
    notices: tuple[str, ...]


class TiledRun:
    """One run of a model over an area of a photo of ``size`` (height, width).

    ``store`` is memory for the input of a tile, which is used if it has the right size; see `input_store`.
    """

    def __init__(
        self,
        pool: SessionPool,
        model: Model,
        source: Source,
        sink: Sink,
        size: tuple[int, int],
        progress: Progress,
        store: Planes | None = None,
    ) -> None:
        self._pool, self._model, self._card = pool, model, model.card
        self._source, self._sink, self._size = source, sink, size
        self._progress = progress
        self._stop = CancelToken()
        self._remarks: list[str] = []
        self._checked: Device | None = None
        self._pixels_per_second = 0.0
        self._most_pixels = 0
        self._input = np.empty((0, 0, 0), np.float32) if store is None else store
        self._reader = ThreadPoolExecutor(1, "read")
        self._ahead: Future[Planes] | None = None

    def over(self, area: Box, memory: int) -> RunReport:
        """Run the model over ``area`` with so many bytes for tiles; raises what `Engine.run` says."""
        started = time.monotonic()
        self._progress(0.0, "Loading the model")
        self._session = self._pool.session(self._model)
        self._most_pixels = _most_pixels(self._card, memory)
        waiting = self._plan(area)
        remove = self._progress.token.on_cancel(self._stop.cancel)
        try:
            self._read_ahead(waiting[0])
            first = waiting[0].padded
            self._session.reserve(first.height, first.width, fitted=is_fitted(self._size))
            done = self._work(waiting, area)
            self._progress(1.0)
        except BaseException:
            self._stop.cancel()  # nobody wants what is being read
            raise
        finally:
            remove()
            self._reader.shutdown()
        tile = max((tile.padded.height, tile.padded.width) for tile in done)
        seconds = time.monotonic() - started
        notices = (*self._pool.notices, *self._remarks)
        return RunReport(self._pool.device, len(done), tile, seconds, notices)

    def _work(self, waiting: deque[Tile], area: Box) -> list[Tile]:
        """Compute the waiting tiles and return those that it came to."""
        feather = Feather(area) if self._card.receptive_radius is None and len(waiting) > 1 else None
        if feather:
            self._remarks.append("The model sees the whole photo at once; its parts were joined by fading.")
        done: list[Tile] = []
        finished, total = 0, area.height * area.width
        while waiting:
            tile = waiting.popleft()
            share = tile.core.height * tile.core.width / total
            try:
                planes = self._compute(tile, self._progress.part(finished / total, share))
            except OutOfMemoryError as error:
                waiting = self._smaller([tile, *waiting], error)
            except SessionError as error:
                self._leave(first_line(error))
                waiting.appendleft(tile)
            else:
                if waiting:
                    self._read_ahead(waiting[0])
                if feather:
                    self._deliver(*feather.join(tile, waiting[0] if waiting else None, planes))
                else:
                    rows, columns = tile.core.within(tile.padded).slices
                    self._deliver(tile.core, planes[:, rows, columns])
                del planes  # the next tile needs the memory
                done.append(tile)
                finished += tile.core.height * tile.core.width
        return done

    def _plan(self, area: Box) -> deque[Tile]:
        return _plan(self._card, self._size, area, self._most_pixels)

    def _smaller(self, tiles: list[Tile], error: OutOfMemoryError) -> deque[Tile]:
        """Return ``tiles`` in parts of half the first one's size, or as they are, for another device."""
        self._most_pixels = tiles[0].padded.height * tiles[0].padded.width // 2
        if self._card.receptive_radius is not None and len(self._plan(tiles[0].core)) > 1:
            self._pool.say(f"{self._pool.device.name} ran out of memory; smaller tiles are used.")
            return deque(part for tile in tiles for part in self._plan(tile.core))
        if self._pool.device == CPU:
            raise DeviceError(
                "There is too little memory for this photo.", "Close other programs and try again."
            ) from error
        self._leave("it has too little memory")
        return deque(tiles)

    def _leave(self, reason: str) -> None:
        self._pool.leave(reason)
        self._session = self._pool.session(self._model)

    def _compute(self, tile: Tile, progress: Progress) -> Planes:
        """Return the result of the padded tile, which can be trusted."""
        planes = self._ahead.result() if self._ahead else self._read(tile.padded)
        self._ahead = None
        note = f"Computing on {self._pool.device.name}"
        progress(0.0, note)
        started, pixels = time.monotonic(), tile.padded.height * tile.padded.width
        running = _started(self._session, planes, self._stop, fitted=is_fitted(self._size))
        result = self._wait(running, progress, note, pixels)
        self._pixels_per_second = pixels / max(time.monotonic() - started, 1e-6)
        if result.shape != (len(self._card.outputs), *planes.shape[1:]):
            if self._pool.device != CPU:
                raise SessionError("it returned a picture of another size")
            raise ModelError(
                f"The model “{self._card.id}” returned a picture of another size.", "Choose another model."
            )
        with np.errstate(invalid="ignore"):
            total = result.sum()  # one value that is no number makes the sum none, and a sum is quick
        if not np.isfinite(total):
            self._refuse(planes)
        if self._pool.device != CPU and (self._checked != self._pool.device or np.ptp(result) == 0):
            self._compare(planes, result)
            self._checked = self._pool.device
        return result

    def _wait(self, running: Future[Planes], progress: Progress, note: str, pixels: int) -> Planes:
        """Return the result; report meanwhile what is probably done, and hear the wish to stop."""
        started = time.monotonic()
        try:
            while True:
                try:
                    return running.result(timeout=_TICK)
                except TimeoutError:
                    guess = (time.monotonic() - started) * self._pixels_per_second / pixels
                    progress(min(guess, 1.0), note)
        except BaseException:
            if not running.done():  # somebody wants to stop; an error of the run itself stops nothing else
                self._stop.cancel()
                if wait([running], _PATIENCE).not_done:
                    self._pool.abandon("it does not answer")
            raise

    def _refuse(self, planes: Planes) -> None:
        """Find whose fault it is that the result of ``planes`` is not made of numbers."""
        if not np.isfinite(planes).all():
            raise PhotoError("The photo holds values that are no numbers.", "Open another copy of it.")
        if self._pool.device != CPU:
            raise SessionError("it returned values that are no numbers")
        raise ModelError(
            f"The model “{self._card.id}” returned values that are no numbers.", "Choose another model."
        )

    def _compare(self, planes: Planes, result: Planes) -> None:
        """Make sure that a device computed the middle of a tile as the CPU does.

        Done for the first tile, since some devices fail at a size that no self-test has, and for a tile
        of one single value, which may be right, but is also what a device returns that did nothing.
        """
        crop, core = centre(planes.shape[1:], self._card.receptive_radius, self._card.multiple_of)
        reference = self._pool.reference(self._model)
        expected = reference.run(np.ascontiguousarray(planes[:, *crop.slices]), self._stop)
        if difference(result[:, *core.slices], expected[:, *core.within(crop).slices]) > TOLERANCE:
            raise SessionError("it computes something else than the CPU")

    def _read_ahead(self, tile: Tile) -> None:
        """Begin to read the tile that is computed next; what the one before was read into is free by now."""
        self._ahead = self._reader.submit(self._read, tile.padded)

    def _read(self, padded: Box) -> Planes:
        """Read a padded tile, mirrored where it reaches beyond the photo."""
        rows = mirrored(padded.top, padded.bottom, self._size[0])
        columns = mirrored(padded.left, padded.right, self._size[1])
        left, right = int(columns.min()), int(columns.max()) + 1
        planes = self._input
        shape = (len(self._card.inputs), padded.height, padded.width)
        if planes.shape != shape:  # tiles are equally large, as a rule
            planes = np.empty(shape, np.float32)
            self._input = planes
        for start in range(0, padded.height, _BAND):
            self._stop.check()
            band = rows[start : start + _BAND]
            top, bottom = int(band.min()), int(band.max()) + 1
            pixels = self._source(Box(top, left, bottom, right))
            if len(band) != bottom - top or padded.width != right - left:
                pixels = pixels[:, band - top][:, :, columns - left]
            planes[:, start : start + _BAND] = pixels
        return planes

    def _deliver(self, box: Box, planes: Planes) -> None:
        for top in range(0, box.height, _BAND):
            self._stop.check()
            bottom = min(top + _BAND, box.height)
            part = Box(box.top + top, box.left, box.top + bottom, box.right)
            self._sink(part, planes[:, top:bottom])


def _started(session: Session, planes: Planes, stop: CancelToken, *, fitted: bool) -> Future[Planes]:
    """Run the session in a thread of its own, which, should it hang, keeps nobody from leaving."""
    answer: Future[Planes] = Future()

    def run() -> None:
        try:
            answer.set_result(session.run(planes, stop, fitted=fitted))
        except BaseException as error:  # noqa: BLE001 - raised where the answer is awaited
            answer.set_exception(error)

    threading.Thread(target=run, name="engine", daemon=True).start()
    return answer


def is_fitted(size: tuple[int, int]) -> bool:
    """Return whether a photo of ``size`` is run by networks made for the sizes of its tiles."""
    return size[0] * size[1] >= _SMALL_PHOTO


def input_store(card: ModelCard, size: tuple[int, int], memory: int) -> Planes:
    """Return memory for the first tile's input in a run on a whole photo of ``size``, ready for use.

    The system hands memory out when it is first written to, which takes as long as filling it with pixels.
    """
    first = _plan(card, size, Box(0, 0, *size), _most_pixels(card, memory))[0].padded
    return np.full((len(card.inputs), first.height, first.width), np.nan, np.float32)


def _most_pixels(card: ModelCard, memory: int) -> int:
    return min(memory // card.bytes_per_pixel, _LARGEST_TILE)


def _plan(card: ModelCard, size: tuple[int, int], area: Box, most_pixels: int) -> deque[Tile]:
    radius, multiple_of = card.receptive_radius, card.multiple_of
    if radius is None:
        return deque(plan_strips(size, area, multiple_of=multiple_of, most_pixels=most_pixels))
    halo = radius if card.halo is None else card.halo
    return deque(plan_tiles(size, area, halo=halo, multiple_of=multiple_of, most_pixels=most_pixels))
