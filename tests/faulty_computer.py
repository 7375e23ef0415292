"""A computer whose devices have faults. There is no such device here, so they are played on the CPU."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.inference.devices import CPU, KNOWN_DEVICES, Device
from restorer.inference.engine import Engine
from restorer.inference.sessions import OnnxSession, OutOfMemoryError, SessionError
from restorer.progress import CancelToken

Planes = NDArray[np.float32]

Fault = Callable[[Planes, Callable[[], Planes]], Planes]
"""Gets a run's input and what computes the right result; returns or raises what the device does."""


class FaultySession:
    """A session on a device that is not there: computes on the CPU, then does what ``fault`` does."""

    def __init__(
        self, real: OnnxSession, provider: str, fault: Fault, runs: list[tuple[int, ...]], kept: list[int]
    ) -> None:
        self._real = real
        self._fault = fault
        self._runs = runs
        self._kept = kept
        self.provider = provider

    def run(self, planes: Planes, token: CancelToken, *, fitted: bool = False) -> Planes:
        """Compute with the fault."""
        self._runs.append(planes.shape)
        return self._fault(planes, lambda: np.array(self._real.run(planes, token, fitted=fitted)))

    def reserve(self, height: int, width: int, *, fitted: bool = False) -> None:
        """Note what is asked for beyond what is kept, and keep it."""
        pixels = height * width
        if pixels > sum(self._kept):
            self._kept.append(pixels - sum(self._kept))

    def give_back(self) -> None:
        """Keep nothing."""
        self._kept.clear()


class Computer:
    """A computer with devices that have faults; its CPU has none unless it is given one."""

    def __init__(self, **faults: Fault) -> None:
        self.faults = faults
        self.runs: dict[str, list[tuple[int, ...]]] = {"cpu": [], **{name: [] for name in faults}}
        self.kept: list[int] = []
        """How many pixels' memory was got, time after time, and not given back."""
        self.fails_to_open: dict[str, str] = {}
        self.really_opens: dict[str, str] = {}

    def __call__(self, card: ModelCard, network: bytes, device: Device, threads: int) -> FaultySession:
        """Open a session; see `SessionFactory`."""
        if reason := self.fails_to_open.get(device.id):
            raise SessionError(reason)
        provider = self.really_opens.get(device.id, device.provider)
        fault = self.faults.get(device.id, right)
        return FaultySession(
            OnnxSession(card, network, CPU, 1), provider, fault, self.runs[device.id], self.kept
        )

    def engine(self, device: str = "auto", memory: int | None = None) -> Engine:
        """Return an engine on this computer."""
        offered = [known for known in KNOWN_DEVICES if known.id in self.runs]
        return Engine(device, memory, 1, factory=self, offered=lambda: offered)


def right(planes: Planes, compute: Callable[[], Planes]) -> Planes:
    """Compute as a good device does."""
    return compute()


def on_large(fault: Fault) -> Fault:
    """Let the fault show on tiles only: a self-test, always 256 × 256 here, is passed."""
    return lambda planes, compute: compute() if planes.shape[1:] == (256, 256) else fault(planes, compute)


def raising(error: Exception) -> Fault:
    """Fail with an error."""

    def fault(planes: Planes, compute: Callable[[], Planes]) -> Planes:
        raise error

    return fault


def limited_to(pixels: int) -> Fault:
    """Have memory for so many pixels only."""

    def fault(planes: Planes, compute: Callable[[], Planes]) -> Planes:
        if planes.shape[1] * planes.shape[2] > pixels:
            raise OutOfMemoryError("failed to allocate memory")
        return compute()

    return fault
