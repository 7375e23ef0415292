"""Stand-ins that behave like the real thing, for tests that are about something else."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard, Task
from restorer.inference.catalog import Model
from restorer.inference.devices import Device
from restorer.inference.tiled_run import RunReport, Sink, Source
from restorer.photo import Box
from restorer.progress import Progress

Result = TypeVar("Result")

CPU = Device("cpu", "Processor", "CPUExecutionProvider")


def denoise_card(**changes: object) -> ModelCard:
    """Return the card of a denoiser that does not exist."""
    fields: dict[str, object] = {
        "id": "denoise",
        "name": "Denoise",
        "task": Task.DENOISE,
        "version": "1.0",
        "file": "model.onnx",
        "sha256": "0" * 64,
        "licence": "Apache-2.0",
        "inputs": ("red", "green", "blue"),
        "outputs": ("red", "green", "blue", "noise", "compression"),
        "multiple_of": 16,
        "receptive_radius": 8,
        "bytes_per_pixel": 96,
    }
    return ModelCard(**{**fields, **changes})  # type: ignore[arg-type]


class FakeCatalog:
    """A catalog of one model; knows no files."""

    def __init__(self, card: ModelCard | None = None) -> None:
        self.model = Model(card or denoise_card(), Path("nowhere"))
        self.problems: tuple[str, ...] = ()

    def models(self, task: Task | None = None) -> list[Model]:
        """Return the one model, if it is for ``task``."""
        return [self.model] if task in (None, self.model.card.task) else []

    def find(self, model_id: str) -> Model:
        """Return the one model, whatever it is called."""
        return self.model


class FakeEngine:
    """Computes ``answer`` in tiles, in no time: ``(3, h, w)`` → ``(5, h, w)``, by default `halve`."""

    def __init__(
        self,
        answer: Callable[[NDArray[np.float32]], NDArray[np.float32]] | None = None,
        tile: int = 32,
        before_tile: Callable[[], None] | None = None,
    ) -> None:
        self.device = CPU
        self.notices: tuple[str, ...] = ()
        self.runs: list[Box] = []
        self.keeps = self._busy = False
        self._answer = answer or halve
        self._tile = tile
        self._before_tile = before_tile

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
        """Do as `restorer.inference.engine.Engine.run` does."""
        progress = progress or Progress()
        whole = area or Box(0, 0, *size)
        self.runs.append(whole)
        tops = range(whole.top, whole.bottom, self._tile)
        lefts = range(whole.left, whole.right, self._tile)
        boxes = [Box(t, x, t + self._tile, x + self._tile).intersect(whole) for t in tops for x in lefts]
        for index, box in enumerate(boxes):
            if self._before_tile:
                self._before_tile()
            progress(index / len(boxes), "Computing")
            sink(box, self._answer(source(box)))
        self.keeps = self._busy
        return RunReport(self.device, len(boxes), (self._tile, self._tile), 0.0, ())

    def split(self) -> "list[FakeEngine]":
        """Do as an engine that is best left alone."""
        return [self]

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """Keep something from one run to the next."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
            self.rest()

    def rest(self) -> None:
        """Keep nothing."""
        self.keeps = False

    def close(self) -> None:
        """Nothing to give back."""


def halve(planes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return half of every value, with noise of 10 and compression of 2 (of 255) found everywhere."""
    levels = np.empty((2, *planes.shape[1:]), np.float32)
    levels[0], levels[1] = 10 / 255, 2 / 255
    return np.concatenate([planes / 2, levels])


def denoised(
    planes: NDArray[np.float32], noise: float | NDArray[np.floating], compression: float = 0.0
) -> NDArray[np.float32]:
    """Return what a denoiser answers that takes so much ``noise`` out (of 255) and says so.

    Dark values are raised by it and light ones lowered.
    """
    levels = np.empty((2, *planes.shape[1:]), np.float32)
    levels[0], levels[1] = np.float32(noise) / 255, compression / 255
    return np.concatenate([planes + np.where(planes < 0.5, levels[0], -levels[0]), levels])


class InlineDelivery:
    """Collects what background threads want to say to the owner, until the owner listens."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, callback: Callable[[], None]) -> None:
        """Take a callback from any thread."""
        self.waiting.append(callback)

    def listen(self) -> None:
        """Run, in this thread, everything that was said so far."""
        while self.waiting:
            self.waiting.pop(0)()
