"""Keeps networks ready on the best device that can be trusted, and leaves devices that cannot."""

import logging
import threading
import time
from collections.abc import Callable, Sequence

from restorer.errors import DeviceError
from restorer.inference.catalog import Model
from restorer.inference.devices import CPU, KNOWN_DEVICES, Device
from restorer.inference.selftest import TOLERANCE, SelfTest, difference, golden_patch
from restorer.inference.sessions import Session, SessionError, SessionFactory, read_network
from restorer.progress import CancelToken

logger = logging.getLogger(__name__)


class SessionPool:
    """The sessions of one engine, and the devices it may still use, the first of which computes.

    ``wanted`` is "auto" or the id of a known device; ``offered`` tells which devices there are.
    """

    def __init__(
        self, wanted: str, threads: int, factory: SessionFactory, offered: Callable[[], Sequence[Device]]
    ) -> None:
        self._wanted = wanted
        self._threads = threads
        self._factory = factory
        self._offered = offered
        self._lock = threading.Lock()
        self._candidates: list[Device] = []
        self._notices: list[str] = []
        self._sessions: dict[tuple[str, str], Session] = {}

    @property
    def device(self) -> Device:
        """What computes now."""
        with self._lock:
            if not self._candidates:
                self._choose()
            return self._candidates[0]

    @property
    def notices(self) -> tuple[str, ...]:
        """The fall-backs so far, in sentences."""
        return tuple(self._notices)

    def say(self, sentence: str) -> None:
        """Add a notice, once."""
        logger.warning(sentence)
        if sentence not in self._notices:
            self._notices.append(sentence)

    def session(self, model: Model) -> Session:
        """Return a session on the first device that can be trusted with ``model``.

        Raises:
            ModelError: the model is missing, damaged or breaks its contract.
            DeviceError: not even the CPU can run it.
        """
        while True:
            device = self.device
            if known := self._sessions.get((model.card.sha256, device.id)):
                return known
            try:
                session = self._open(model, device)
                if device != CPU:
                    self._trust(session, model)
            except SessionError as error:
                self.leave(first_line(error))
            else:
                self._sessions[model.card.sha256, device.id] = session
                logger.info("%s runs on %s", model.card.id, device.name)
                return session

    def reference(self, model: Model) -> Session:
        """Return a session on the CPU, which other devices are compared with."""
        key = model.card.sha256, CPU.id
        if key not in self._sessions:
            self._sessions[key] = self._open(model, CPU)
        return self._sessions[key]

    def leave(self, reason: str) -> None:
        """Leave the device that computes now for the next one, and say so.

        Raises:
            DeviceError: it is the CPU, and there is no next one.
        """
        left = self.device
        if left == CPU:
            raise DeviceError(f"The network failed on the CPU: {reason}.", "Try another model.")
        self._candidates = self._candidates[1:]
        for key in [key for key in self._sessions if key[1] == left.id]:
            del self._sessions[key]
        self.say(f"{left.name} cannot be used: {reason}. {self._candidates[0].name} computes instead.")

    def abandon(self, reason: str) -> None:
        """Leave the device that computes now with its run unfinished; of the CPU, only the sessions."""
        if self.device == CPU:
            self._sessions.clear()
        else:
            self.leave(reason)

    def self_test(self, model: Model) -> SelfTest:
        """Compare the device that computes now with the CPU; leaves nothing, says nothing."""
        started = time.monotonic()
        device = self.device
        try:
            largest = self._difference(self._open(model, device), model)
            note = "" if largest <= TOLERANCE else f"{device.name} computes something else than the CPU."
        except SessionError as error:
            largest, note = float("inf"), f"{device.name} cannot be used: {first_line(error)}."
        return SelfTest(device, not note, largest, TOLERANCE, time.monotonic() - started, note)

    def give_back(self) -> None:
        """Give the memory that sessions keep for their next run back to the system."""
        for session in self._sessions.values():
            session.give_back()

    def clear(self) -> None:
        """Let go of all networks."""
        self._sessions.clear()

    def _choose(self) -> None:
        offered = list(self._offered())
        if self._wanted != "auto":
            offered = [device for device in offered if device.id in {self._wanted, CPU.id}]
            if self._wanted not in {device.id for device in offered}:
                name = next(known.name for known in KNOWN_DEVICES if known.id == self._wanted)
                self.say(f"{name} is not available in this installation. {CPU.name} computes instead.")
        self._candidates = [device for device in offered if device != CPU] + [CPU]

    def _open(self, model: Model, device: Device) -> Session:
        """Return a new session, or the one there is, and make sure that it is on ``device``."""
        if session := self._sessions.get((model.card.sha256, device.id)):
            return session
        network = read_network(model.card, model.file)
        session = self._factory(model.card, network, device, self._threads)
        if session.provider != device.provider:  # onnxruntime falls back without a word
            raise SessionError("a driver or library that it needs is missing")
        return session

    def _trust(self, session: Session, model: Model) -> None:
        if (largest := self._difference(session, model)) > TOLERANCE:
            raise SessionError(f"it computes something else than the CPU (by {largest:.2g}, of 1)")

    def _difference(self, session: Session, model: Model) -> float:
        patch = golden_patch(model.card)
        return difference(session.run(patch, CancelToken()), self.reference(model).run(patch, CancelToken()))


def first_line(error: Exception) -> str:
    """Return a library's message, cut to what fits into a sentence."""
    return str(error).strip().partition("\n")[0][:200].rstrip(" .") or type(error).__name__
