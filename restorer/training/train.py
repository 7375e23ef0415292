"""The training loop, top to bottom: resumable at any step, the same batches in the same order each time."""

import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from restorer.errors import InvalidRecipe
from restorer.training.batches import Example, Material, batches, stacked
from restorer.training.growth import grown, inherited
from restorer.training.optimizers import Optimizers
from restorer.training.plan import TrainingPlan
from restorer.training.precision import fastest_precision
from restorer.training.supply import supply
from restorer.training.tasks import task_named
from restorer.training.tasks.task import Parts, Task
from restorer.training.variation import Batch

Event = dict[str, Any]

BEST_FILE = "best.safetensors"
CHECKPOINT_FILE = "checkpoint.safetensors"
_CHECKPOINT_SECONDS = 180.0


@dataclass
class _Clock:
    """How far the run is. ``seconds`` counts work only, over all resumptions; ``stale`` validations."""

    step: int = 0
    seconds: float = 0.0
    best: float = -math.inf
    stale: int = 0

    def fraction(self, plan: TrainingPlan) -> float:
        return max(self.step / plan.steps, self.time_fraction(plan))

    def time_fraction(self, plan: TrainingPlan) -> float:
        return self.seconds / (60 * plan.minutes) if plan.minutes else 0.0

    def is_over(self, plan: TrainingPlan) -> bool:
        return self.fraction(plan) >= 1.0 or 0 < plan.patience <= self.stale

    def judge(self, quality: float) -> bool:
        """Note a validation's quality and return whether it is the best so far."""
        better = quality > self.best
        self.best, self.stale = max(quality, self.best), 0 if better else self.stale + 1
        return better


def build_network(plan: TrainingPlan) -> nn.Module:
    """Return the plan's network with weights drawn from its seed."""
    torch.manual_seed(plan.seed)
    return task_named(plan.task).network(plan)


def train(
    plan: TrainingPlan,
    materials: tuple[Material, Material],
    folder: Path,
    *,
    on_event: Callable[[Event], None],
    processes: int = 0,
    start_from: Path | None = None,
    parts_from: Mapping[str, Path] = MappingProxyType({}),
    going_on: Callable[[], bool] = lambda: True,
    look: Callable[[nn.Module], None] = lambda average: None,
) -> Path:
    """Train until the plan is fulfilled and return the file with the best averaged weights.

    ``materials`` are those to train on and those to validate on. ``folder`` receives ``checkpoint.*``
    (everything needed to go on) and ``best.safetensors``; where it already holds a checkpoint, the run
    goes on from there. ``on_event`` hears of every tenth step and every validation. ``processes`` make
    the batches, for a GPU that is faster than one thread. A new run begins with the weights in
    ``start_from`` (safetensors), or with random ones; its parts named in ``parts_from`` with those of other
    networks. ``going_on`` is asked after every step, may take its time, and ends the run, resumably, by
    saying no; ``look`` is shown the averaged network at every validation.

    Raises:
        InvalidRecipe: the weights to start from cannot be read, or are those of another network.
    """
    task = task_named(plan.task)
    checks = draw_checks(task, plan, materials[1])
    run = _Run(plan, folder, start_from, parts_from)
    clock = run.clock
    saved_at = time.monotonic()
    made = batches(
        task, plan, materials[0],
        first=clock.step // plan.reuse, time_fraction=lambda: clock.time_fraction(plan), processes=processes,
    )  # fmt: skip
    ready = supply(plan, made, run.device, vary=partial(run.task.varied, plan))
    going = True
    while going and not clock.is_over(plan):
        share, loss = run.advance(ready)
        place = {"step": clock.step, "fraction": clock.fraction(plan), "minutes": clock.seconds / 60}
        if loss is not None:
            on_event({"event": "step", **place, "loss": loss, "rate": share})
        going = going_on()
        due = clock.step % plan.validation_steps == 0 or clock.is_over(plan)
        if due:
            quality = measure(task, run.average, checks, run.device)
            if clock.judge(quality):
                _save_tensors(run.average.state_dict(), folder / BEST_FILE)
        if due or time.monotonic() - saved_at > _CHECKPOINT_SECONDS:
            run.save()
            saved_at = time.monotonic()
        if due:
            answer = {"measure": task.measure, "quality": quality, "best": clock.best}
            on_event({"event": "validation", **place, **answer})
            look(run.average)
    ready.close()
    if not going:
        run.save()
        if not (folder / BEST_FILE).exists():  # stopped before anything was measured
            _save_tensors(run.average.state_dict(), folder / BEST_FILE)
    return folder / BEST_FILE


def trained_steps(folder: Path) -> int:
    """Return how many steps the checkpoint in ``folder`` has behind it."""
    return int(load_file(folder / CHECKPOINT_FILE)["clock"][0].item())


class _Run:
    """The network being trained, its running average, the optimizer and the clock; all of it resumable."""

    def __init__(
        self, plan: TrainingPlan, folder: Path, start_from: Path | None, parts_from: Mapping[str, Path]
    ) -> None:
        self.plan, self.folder, self.task = plan, folder, task_named(plan.task)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.precision = fastest_precision(self.device)
        torch.backends.cudnn.benchmark = (
            True  # crops come in two sizes: what is fastest for them is found out once
        )
        self.network = build_network(plan).to(self.device, memory_format=torch.channels_last)
        self.average = build_network(plan).to(self.device).eval()
        for part in plan.frozen:
            self._freeze(part)
        self.optimizers = Optimizers(self.network, plan, self.precision)
        resumed = self._resumed()
        if resumed is None:
            if start_from is not None:
                self._start_from(start_from, plan.inherits)
            for part, weights in parts_from.items():
                self._start_from(weights, part)
        self.clock = resumed or _Clock()

    def advance(self, ready: Iterator[Batch]) -> tuple[float, float | None]:
        """Learn from the next batch; return the share (0..1) of the plan's rates, and every tenth loss."""
        started = time.monotonic()
        share, loss = self._step(next(ready))
        # A GPU works on behind the program's back until it is asked for a number.
        told = loss.item() if self.clock.step % 10 == 0 else None
        self.clock.seconds += time.monotonic() - started
        return share, told

    def _step(self, batch: Batch) -> tuple[float, Tensor]:
        plan, clock = self.plan, self.clock
        batch = {name: planes.contiguous(memory_format=torch.channels_last) for name, planes in batch.items()}
        warm = min(1.0, (clock.step + 1) / plan.warm_up_steps)
        share = warm * 0.5 * (1 + math.cos(math.pi * min(1.0, clock.fraction(plan))))
        halved = self.precision != torch.float32
        with torch.autocast(self.device.type, self.precision, enabled=halved):
            parts = self.task.run(self.network, batch["seen"])
        exact = {name: part.float() for name, part in parts.items()}
        loss = self.task.loss(plan, self.network, exact, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizers.step(share)
        self._follow(min(plan.average_decay, (1 + clock.step) / (10 + clock.step)))
        clock.step += 1
        return share, loss.detach()

    def save(self) -> None:
        """Write the checkpoint."""
        tensors = {f"network.{key}": value for key, value in self.network.state_dict().items()}
        tensors |= {f"average.{key}": value for key, value in self.average.state_dict().items()}
        tensors |= {f"optimizer.{key}": value for key, value in self.optimizers.tensors().items()}
        # One file, so that a stop between two writes cannot pair one step's weights with another's clock.
        clock = [self.clock.step, self.clock.seconds, self.clock.best, self.clock.stale]
        tensors["clock"] = torch.tensor(clock, dtype=torch.float64)
        _save_tensors(tensors, self.folder / CHECKPOINT_FILE)

    def _follow(self, decay: float) -> None:
        """Move the averaged weights towards the network's; what is not trained is taken as it is."""
        with torch.no_grad():
            for slow, fast in zip(self.average.parameters(), self.network.parameters(), strict=True):
                slow.lerp_(fast, 1 - decay)
            for slow, fast in zip(self.average.buffers(), self.network.buffers(), strict=True):
                slow.copy_(fast)

    def _start_from(self, weights: Path, part: str) -> None:
        try:
            tensors = load_file(weights)
            for network in (self.network, self.average):
                known = inherited(tensors, network, part) if part else grown(tensors, network)
                network.load_state_dict(known)
        except (OSError, RuntimeError, SafetensorError) as error:
            raise InvalidRecipe(
                f"The training cannot start from {weights.name}: {str(error).splitlines()[0]}",
                hint="Give the best.safetensors of a run with the same network.",
            ) from error

    def _freeze(self, part: str) -> None:
        try:
            self.network.get_submodule(part).requires_grad_(False)
        except AttributeError as error:
            raise InvalidRecipe(
                f"The network has no part “{part}” to be frozen.",
                hint=f"Its parts are: {', '.join(name for name, _ in self.network.named_children())}.",
            ) from error

    def _resumed(self) -> _Clock | None:
        path = self.folder / CHECKPOINT_FILE
        if not path.exists():
            return None
        tensors = load_file(path)
        self.network.load_state_dict(_part(tensors, "network."))
        self.average.load_state_dict(_part(tensors, "average."))
        self.optimizers.restore(_part(tensors, "optimizer."))
        step, seconds, best, *stale = tensors["clock"].tolist()
        return _Clock(int(step), seconds, best, int(stale[0]) if stale else 0)


def _tensors(batch: Example, device: torch.device) -> dict[str, Tensor]:
    return {
        name: torch.from_numpy(planes).to(device, memory_format=torch.channels_last)
        for name, planes in batch.items()
    }


def draw_checks(task: Task, plan: TrainingPlan, material: Material) -> list[Example]:
    """Draw the examples, from photos kept aside, that every network is judged by."""
    random = np.random.default_rng(plan.seed)
    return [task.check(plan, material, random) for _ in range(plan.validation_crops)]


def measure(task: Task, average: nn.Module, checks: list[Example], device: torch.device) -> float:
    """Return the task's measure of a network on the examples."""
    answers: list[Parts] = []
    with torch.no_grad():
        for check in checks:
            seen = torch.from_numpy(check["seen"])[None].to(device)
            answers.append({name: part.cpu() for name, part in task.run(average, seen).items()})
        together = {name: torch.cat([answer[name] for answer in answers]) for name in answers[0]}
        return task.quality(together, _tensors(stacked(checks), torch.device("cpu")))


def _save_tensors(tensors: dict[str, Tensor], path: Path) -> None:
    temporary = path.with_suffix(".part")
    save_file({key: value.detach().cpu().contiguous().clone() for key, value in tensors.items()}, temporary)
    temporary.replace(path)


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
