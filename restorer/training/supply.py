"""Batches where the network is: brought there ahead of time, and drawn from more than once."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing

import torch

from restorer.training.batches import Example
from restorer.training.plan import TrainingPlan
from restorer.training.variation import Batch, turned

Vary = Callable[[Batch, torch.Generator], Batch]

_AHEAD, _GIVERS = 3, 4
_ROOM = 24  # batches that examples wait in for their next turn, for every time that they are drawn


def supply(
    plan: TrainingPlan, made: Generator[Example], device: torch.device, *, vary: Vary = turned
) -> Generator[Batch]:
    """Yield the batch of every step, as tensors ``(N, C, H, W)`` on the device; at the end close ``made``.

    On a CPU these are the batches as they are made, in their order. On a GPU a thread brings them over while
    the network learns. With a ``reuse`` above one, each example that comes is learnt from about so many
    times: in batches with others, changed by ``vary``.
    """
    with closing(made), _Arrivals(made, device) as arrivals:
        if plan.reuse <= 1:
            yield from arrivals
        else:
            yield from _reused(plan, arrivals, vary)


def _reused(plan: TrainingPlan, arrivals: Iterator[Batch], vary: Vary) -> Iterator[Batch]:
    chance = torch.Generator().manual_seed(plan.seed)
    room: deque[Batch] = deque(maxlen=_ROOM * plan.reuse)
    for batch in arrivals:
        if room and room[0]["seen"].shape != batch["seen"].shape:
            room.clear()  # crops of another size from now on
        room.append(batch)
        for _ in range(plan.reuse):
            yield vary(_mixed(room, chance), chance)


def _mixed(room: deque[Batch], chance: torch.Generator) -> Batch:
    """Put a batch together from a few of those in the room, a part of each."""
    seen = room[0]["seen"]
    givers = torch.randint(len(room), (min(_GIVERS, len(seen)),), generator=chance).tolist()
    order = torch.randperm(len(seen), generator=chance).to(seen.device).chunk(len(givers))
    shares = list(zip(givers, order, strict=False))
    return {name: torch.cat([room[giver][name][part] for giver, part in shares]) for name in room[0]}


class _Arrivals(Iterator[Batch]):
    """Batches that a thread brings to a GPU; to a CPU they need not be brought."""

    def __init__(self, made: Iterator[Example], device: torch.device) -> None:
        self._made, self._device = made, device
        self._arrived: queue.Queue[Batch | Exception] = queue.Queue(_AHEAD)
        self._over = threading.Event()
        self._bringer = threading.Thread(target=self._bring, name="bringer", daemon=True)

    def __enter__(self) -> "_Arrivals":
        if self._device.type == "cuda":
            self._bringer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        while self._bringer.is_alive():  # it may be waiting for room in the queue
            try:
                self._arrived.get(timeout=0.05)
            except queue.Empty:
                self._bringer.join(0.05)

    def __next__(self) -> Batch:
        if self._device.type != "cuda":
            return {name: torch.from_numpy(planes) for name, planes in next(self._made).items()}
        arrived = self._arrived.get()
        if isinstance(arrived, Exception):
            raise arrived
        for planes in arrived.values():
            planes.record_stream(torch.cuda.current_stream())  # it was made in another
        return arrived

    def _bring(self) -> None:
        try:
            stream = torch.cuda.Stream()
            while not self._over.is_set():
                example = next(self._made)
                with torch.cuda.stream(stream):
                    batch = {
                        name: torch.from_numpy(planes).to(self._device) for name, planes in example.items()
                    }
                stream.synchronize()
                self._arrived.put(batch)
        except Exception as error:  # noqa: BLE001 - raised where the batch is asked for
            self._arrived.put(error)
