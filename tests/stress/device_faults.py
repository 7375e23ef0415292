"""Lets a device fail at every moment of a restoration, in every way that devices do, once or from then on.

After each fault the photo must be restored as on a healthy computer and the user must have been told, or he
reads one sentence and there is no result.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from child import refused
from faults import Injected
from faulty_computer import Computer, Fault, Planes, raising
from pictures import documented
from tiny_family import write_family

from restorer.errors import RestorerError
from restorer.inference.catalog import Catalog
from restorer.inference.devices import CPU
from restorer.inference.engine import Engine
from restorer.inference.sessions import OutOfMemoryError, SessionError
from restorer.photo import Photo
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import Restoration, restore
from restorer.restoration.steps import Denoise

WAYS: dict[str, Fault] = {
    "an error": raising(SessionError("device removed")),
    "no memory": raising(OutOfMemoryError("failed to allocate memory")),
    "no numbers": lambda planes, compute: compute() * np.nan,
    "black": lambda planes, compute: np.zeros_like(compute()),
    "another size": lambda planes, compute: compute()[:, 1:],
}
SEEN_ON_THE_CPU = ("an error", "no memory", "no numbers", "another size")
"""Black may be what the network computes: where there is nothing to compare with, nobody can tell."""

MEMORY = 40_000
"""Bytes for tiles, so little that even a small photo takes several."""


@dataclass
class Moment:
    """Lets a device do as ``way`` does in its run number ``at``, or from there on."""

    at: int
    way: Fault
    for_good: bool
    runs: int = 0

    def __call__(self, planes: Planes, compute: Callable[[], Planes]) -> Planes:
        """Compute, unless it is time to fail."""
        self.runs += 1
        now = self.runs >= self.at if self.for_good else self.runs == self.at
        return self.way(planes, compute) if now else compute()

    @property
    def happened(self) -> bool:
        """Whether there were enough runs to fail."""
        return self.runs >= self.at


def fail_while_computing(folder: Path) -> Injected:
    """Restore a photo again and again, with a fault at each run of a GPU's, then of the CPU's."""
    injected = Injected()
    models = Catalog([folder])
    write_family(folder)
    photo = documented(bits=8, height=150, width=210)
    right = _restored(photo, Engine("cpu", MEMORY, 1), models).photo
    for device, names in (("cuda", tuple(WAYS)), ("cpu", SEEN_ON_THE_CPU)):
        for name, for_good in itertools.product(names, (False, True)):
            for at in itertools.count(1):
                moment = Moment(at, WAYS[name], for_good)
                engine = Computer(**{device: moment}).engine(memory=MEMORY)
                wrong = list(_wrong(photo, right, engine, models, moment))
                if not moment.happened:
                    break
                injected.count += 1
                where = f"{device}, {name} {'from' if for_good else 'at'} {at}"
                injected.faults += [f"{where}: {it}" for it in wrong]
    return injected


def _restored(photo: Photo, engine: Engine, models: Catalog) -> Restoration:
    return restore(photo, Recipe((Denoise(),)), engine, models)


def _wrong(photo: Photo, right: Photo, engine: Engine, models: Catalog, moment: Moment) -> Iterator[str]:
    """Yield what is not as it was promised."""
    before = photo.pixels.copy()
    try:
        done = _restored(photo, engine, models)
    except RestorerError as error:
        refused(error)
        if engine.device != CPU:
            yield f"the CPU was not tried: {error.message}"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        yield f"no sentence: {error!r}"
    else:
        if not np.array_equal(done.photo.pixels, right.pixels):
            yield "the result is another"
        if moment.happened and not done.steps[0].run.notices:
            yield "nobody was told"
    if not np.array_equal(photo.pixels, before):
        yield "the original changed"
