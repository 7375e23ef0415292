"""The engine and the catalog of models, made at first use and away from the window's thread.

Both load libraries that take a noticeable part of a second; the window is up before.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from restorer import paths

if TYPE_CHECKING:
    from restorer.inference.catalog import Catalog
    from restorer.inference.devices import Device
    from restorer.inference.engine import Engine


def _make_engine(device: str) -> "Engine":
    from restorer.inference.engine import Engine

    return Engine(device)


def _make_catalog(folders: Sequence[Path]) -> "Catalog":
    from restorer.inference.catalog import Catalog

    return Catalog(folders)


def _list_devices() -> "list[Device]":
    from restorer.inference.devices import available_devices

    return available_devices()


@dataclass(frozen=True)
class Makers:
    """How the parts are made; tests put their own in."""

    engine: Callable[[str], "Engine"] = _make_engine
    catalog: Callable[[Sequence[Path]], "Catalog"] = _make_catalog
    devices: Callable[[], "list[Device]"] = _list_devices


@dataclass
class Equipment:
    """What restorations are done with. Use it from jobs only: the first call of each method takes long."""

    device: str = "auto"
    makers: Makers = field(default_factory=Makers)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._catalog: Catalog | None = None

    def engine(self) -> "Engine":
        """Return the engine. Raises DeviceError if no device can compute."""
        with self._lock:
            if self._engine is None:
                self._engine = self.makers.engine(self.device)
            return self._engine

    def catalog(self) -> "Catalog":
        """Return the catalog of bundled and user models."""
        with self._lock:
            if self._catalog is None:
                self._catalog = self.makers.catalog([paths.bundled_models(), paths.user_models()])
            return self._catalog

    def use_device(self, device: str) -> "Engine":
        """Change to another device ("auto" or its id) and return the new engine."""
        self.close()
        self.device = device
        return self.engine()

    def close(self) -> None:
        """Give the device's memory back."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
