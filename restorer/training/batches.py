"""Batches of examples, each drawn by its step alone and made ahead of time; without torch.

A batch is the same whichever thread or process makes it, and whether the run was stopped before it or not.
"""

import collections
import multiprocessing
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from restorer.training.ageing.dust import Artefacts
from restorer.training.ageing.lettering import Fonts
from restorer.training.dataset import PhotoFolder
from restorer.training.faces import Faces
from restorer.training.noise_model import NoiseModel
from restorer.training.plan import TrainingPlan

Example = Mapping[str, NDArray[np.float32]]
"""Named planes ``(C, H, W)``; those named ``seen`` are what the network is given."""


@dataclass(frozen=True)
class Material:
    """What one side of the split offers to make examples of."""

    photos: PhotoFolder
    dirt: Artefacts | None = None
    lettering: Fonts | None = None
    noise: NoiseModel | None = None
    mark: NDArray[np.float32] | None = None
    faces: Faces | None = None

    @property
    def artefacts(self) -> Artefacts:
        """The masks of dirt, for a task that needs them."""
        assert self.dirt is not None
        return self.dirt

    @property
    def fonts(self) -> Fonts:
        """The fonts to letter with, for a task that needs them."""
        assert self.lettering is not None
        return self.lettering

    @property
    def own_mark(self) -> NDArray[np.float32]:
        """The watermark of an archive ``(h, w, 4)``, colour and opacity, for a task that needs it."""
        assert self.mark is not None
        return self.mark

    @property
    def known_faces(self) -> Faces:
        """The faces that somebody has marked, for a task that needs them."""
        assert self.faces is not None
        return self.faces

    @property
    def measured(self) -> NoiseModel:
        """The noise of a scanner, for a task that needs it."""
        assert self.noise is not None
        return self.noise


class Maker(Protocol):
    """What makes one example of a size from the material."""

    def example(
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        """Draw an example with sides of ``size`` pixels."""
        ...


def batch(maker: Maker, plan: TrainingPlan, material: Material, step: int, *, large: bool) -> Example:
    """Make the batch of a step: planes ``(N, C, H, W)``. Large crops are fewer, so that pixels are alike."""
    random = np.random.default_rng([plan.seed, step])
    size = plan.large_crop if large else plan.crop
    count = max(1, round(plan.batch * plan.crop**2 / size**2))
    return stacked([maker.example(plan, material, size, random) for _ in range(count)])


def stacked(examples: list[Example]) -> Example:
    """Put examples of one size into one batch."""
    return {name: np.stack([example[name] for example in examples]) for name in examples[0]}


def batches(
    maker: Maker,
    plan: TrainingPlan,
    material: Material,
    *,
    first: int,
    time_fraction: Callable[[], float],
    processes: int = 0,
) -> Generator[Example]:
    """Yield the batches from number ``first`` on, for ever, made a few ahead; each is for ``reuse`` steps.

    One thread makes them; where the network is faster than it can, so many ``processes``.
    """
    workshop: _Thread | _Processes = (
        _Processes(maker, plan, material, processes) if processes else _Thread(maker, plan, material)
    )
    with workshop:
        ahead: collections.deque[Future[Any]] = collections.deque()
        step = first
        while True:
            while len(ahead) < workshop.ahead:
                # By the batch's own step, not the clock's, so that being made ahead changes nothing.
                ahead.append(workshop.ordered(step, plan.is_large(step * plan.reuse, time_fraction())))
                step += 1
            yield workshop.received(ahead.popleft())


class _Thread(ThreadPoolExecutor):
    """One thread that makes batches."""

    ahead = 4

    def __init__(self, maker: Maker, plan: TrainingPlan, material: Material) -> None:
        super().__init__(1, "batches")
        self._given = maker, plan, material

    def ordered(self, step: int, large: bool) -> Future[Example]:
        return self.submit(batch, *self._given, step, large=large)

    def received(self, made: Future[Example]) -> Example:
        return made.result()


@dataclass(frozen=True)
class _Place:
    """Where in the shared memory a plane of a batch lies."""

    start: int
    shape: tuple[int, ...]

    def within(self, memory: SharedMemory) -> NDArray[np.float32]:
        return np.ndarray(self.shape, np.float32, memory.buf, self.start)


class _Processes:
    """Processes that make batches and lay them into shared memory: through a pipe they would wait in line."""

    def __init__(self, maker: Maker, plan: TrainingPlan, material: Material, count: int) -> None:
        self.ahead = 4 + 2 * count
        one = batch(maker, plan, material, 0, large=False)
        most = batch(maker, plan, material, 0, large=True)
        self._slot = max(sum(planes.nbytes for planes in made.values()) for made in (one, most))
        self._memory = SharedMemory(create=True, size=self.ahead * self._slot)
        # A fork shares the photos' memory; where there is none, each process gets a copy once.
        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        given = maker, plan, material, self._memory
        context = multiprocessing.get_context(method)
        self._pool = ProcessPoolExecutor(count, context, _remember, given)

    def __enter__(self) -> "_Processes":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._memory.close()
        self._memory.unlink()

    def ordered(self, step: int, large: bool) -> Future[Mapping[str, _Place]]:
        return self._pool.submit(_made, step, large, step % self.ahead * self._slot)

    def received(self, made: Future[Mapping[str, _Place]]) -> Example:
        return {name: place.within(self._memory).copy() for name, place in made.result().items()}


_known: tuple[Maker, TrainingPlan, Material, SharedMemory] | None = None


def _remember(maker: Maker, plan: TrainingPlan, material: Material, memory: SharedMemory) -> None:
    global _known  # noqa: PLW0603 - what a process of the pool works with
    _known = maker, plan, material, memory


def _made(step: int, large: bool, start: int) -> Mapping[str, _Place]:
    assert _known is not None
    maker, plan, material, memory = _known
    places = {}
    for name, planes in batch(maker, plan, material, step, large=large).items():
        places[name] = _Place(start, planes.shape)
        places[name].within(memory)[:] = planes
        start += planes.nbytes
    return places
