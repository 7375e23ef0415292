"""Batches of examples, each drawn by its step alone and made ahead of time; without torch.

A batch is the same whichever thread or process makes it, and whether the run was stopped before it or not.
"""

import collections
import multiprocessing
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

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
    """Yield the batches from step ``first`` on, for ever, made a few steps ahead.

    One thread makes them; where the network is faster than it can, so many ``processes``.
    """
    with _pool(maker, plan, material, processes) as pool:
        ahead: collections.deque[Future[Example]] = collections.deque()
        step = first
        while True:
            while len(ahead) < 4 + 2 * processes:
                # By the batch's own step, not the clock's, so that being made ahead changes nothing.
                large = plan.is_large(step, time_fraction())
                ahead.append(pool.submit(_made, step, large) if processes else pool.submit(
                    batch, maker, plan, material, step, large=large
                ))  # fmt: skip
                step += 1
            yield ahead.popleft().result()


_material: tuple[Maker, TrainingPlan, Material] | None = None


def _pool(maker: Maker, plan: TrainingPlan, material: Material, processes: int) -> Executor:
    if not processes:
        return ThreadPoolExecutor(1, "batches")
    # A fork shares the photos' memory; where there is none, each process gets a copy once.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(processes, context, _remember, (maker, plan, material))


def _remember(maker: Maker, plan: TrainingPlan, material: Material) -> None:
    global _material  # noqa: PLW0603 - what a process of the pool works with
    _material = maker, plan, material


def _made(step: int, large: bool) -> Example:
    assert _material is not None
    maker, plan, material = _material
    return batch(maker, plan, material, step, large=large)
