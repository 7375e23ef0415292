"""The training loop, top to bottom: resumable at any step, the same crops in the same order each time."""

import math
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from restorer.training.ageing import gaussian_noise, noise_and_compression
from restorer.training.dataset import PhotoFolder
from restorer.training.networks import AutoencoderShape, BlindDenoiser
from restorer.training.plan import TrainingPlan

Event = dict[str, Any]

BEST_FILE = "best.safetensors"
CHECKPOINT_FILE = "checkpoint.safetensors"
_LEVEL_CELL = 16  # pixels; the noise level is taught as the mean over cells of this side
_LEVEL_WEIGHT = 0.5
_CHARBONNIER_EPSILON = 1e-3
_CHECKPOINT_SECONDS = 180.0


@dataclass
class _Clock:
    """How far the run is. ``seconds`` counts work only, over all resumptions."""

    step: int = 0
    seconds: float = 0.0
    best: float = -math.inf

    def fraction(self, plan: TrainingPlan) -> float:
        return max(self.step / plan.steps, self.time_fraction(plan))

    def time_fraction(self, plan: TrainingPlan) -> float:
        return self.seconds / (60 * plan.minutes) if plan.minutes else 0.0


def build_network(plan: TrainingPlan) -> nn.Module:
    """Return the plan's network with weights drawn from its seed."""
    torch.manual_seed(plan.seed)
    return BlindDenoiser(AutoencoderShape(plan.widths, plan.encoder_blocks, plan.decoder_blocks))


def train(
    plan: TrainingPlan,
    photos: tuple[PhotoFolder, PhotoFolder],
    folder: Path,
    *,
    on_event: Callable[[Event], None],
) -> Path:
    """Train until the plan is fulfilled and return the file with the best averaged weights.

    ``photos`` are those to train on and those to validate on. ``folder`` receives ``checkpoint.*``
    (everything needed to go on) and ``best.safetensors``; where it already holds a checkpoint, the run
    goes on from there. ``on_event`` hears of every tenth step and every validation.
    """
    training, validation = photos
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = build_network(plan).to(device, memory_format=torch.channels_last)
    average = build_network(plan).to(device).eval()
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=plan.learning_rate, betas=(0.9, 0.99), weight_decay=plan.weight_decay
    )
    clock = _resume(folder, network, average, optimizer) or _Clock()
    saved_at = time.monotonic()
    batches = _batches(plan, training, clock.step, lambda: clock.time_fraction(plan))
    while clock.fraction(plan) < 1.0:
        clean, noisy, degraded = (
            part.to(device, memory_format=torch.channels_last) for part in next(batches)
        )
        started = time.monotonic()
        rate = _learning_rate(plan, clock)
        for group in optimizer.param_groups:
            group["lr"] = rate
        with torch.autocast(device.type, torch.bfloat16):
            restored = network(degraded)
        loss = _loss(restored.float(), clean, noisy, degraded)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        _follow(average, network, min(plan.average_decay, (1 + clock.step) / (10 + clock.step)))
        clock.step += 1
        clock.seconds += time.monotonic() - started
        if clock.step % 10 == 0:
            on_event(
                {
                    "event": "step",
                    "step": clock.step,
                    "loss": loss.item(),
                    "rate": rate,
                    "fraction": clock.fraction(plan),
                    "minutes": clock.seconds / 60,
                }
            )
        finished = clock.fraction(plan) >= 1.0
        if finished or time.monotonic() - saved_at > _CHECKPOINT_SECONDS:
            quality = _validate(average, validation, plan, device)
            if quality > clock.best or finished:
                clock.best = max(clock.best, quality)
                _save_tensors(average.state_dict(), folder / BEST_FILE)
            _save(folder, network, average, optimizer, clock)
            on_event(
                {"event": "validation", "step": clock.step, "psnr": quality, "fraction": clock.fraction(plan)}
            )
            saved_at = time.monotonic()
    return folder / BEST_FILE


def trained_steps(folder: Path) -> int:
    """Return how many steps the checkpoint in ``folder`` has behind it."""
    return int(load_file(folder / CHECKPOINT_FILE)["clock"][0].item())


def _loss(restored: Tensor, clean: Tensor, noisy: Tensor, degraded: Tensor) -> Tensor:
    picture = torch.sqrt((restored[:, :3] - clean).square() + _CHARBONNIER_EPSILON**2).mean()
    truth = torch.cat([_level(noisy - clean), _level(degraded - noisy)], dim=1)
    levels = functional.avg_pool2d(restored[:, 3:], _LEVEL_CELL)
    return picture + _LEVEL_WEIGHT * (levels - truth).abs().mean()


def _level(error: Tensor) -> Tensor:
    """The root mean square of an error in each cell: (N, 3, H, W) → (N, 1, H/16, W/16)."""
    return functional.avg_pool2d(error.square().mean(1, keepdim=True), _LEVEL_CELL).sqrt()


def _learning_rate(plan: TrainingPlan, clock: _Clock) -> float:
    warm = min(1.0, (clock.step + 1) / plan.warm_up_steps)
    return plan.learning_rate * warm * 0.5 * (1 + math.cos(math.pi * min(1.0, clock.fraction(plan))))


def _follow(average: nn.Module, network: nn.Module, decay: float) -> None:
    with torch.no_grad():
        pairs = zip(average.parameters(), network.parameters(), strict=True)
        for slow, fast in pairs:
            slow.lerp_(fast, 1 - decay)


Batch = tuple[Tensor, Tensor, Tensor]


def _batches(
    plan: TrainingPlan, photos: PhotoFolder, first: int, time_fraction: Callable[[], float]
) -> Iterator[Batch]:
    """Yield (clean, noisy, degraded) batches, each drawn by its step, made a few steps ahead."""
    ready: queue.Queue[Batch] = queue.Queue(maxsize=4)

    def make() -> None:
        step = first
        while True:
            # By the batch's own step, not the clock's, so that being made ahead changes nothing.
            large = max(step / plan.steps, time_fraction()) > 1 - plan.large_crop_share
            ready.put(_batch(plan, photos, step, large=large))
            step += 1

    threading.Thread(target=make, daemon=True).start()
    while True:
        yield ready.get()


def _batch(plan: TrainingPlan, photos: PhotoFolder, step: int, *, large: bool) -> Batch:
    random = np.random.default_rng([plan.seed, step])
    size = plan.large_crop if large else plan.crop
    count = max(1, round(plan.batch * plan.crop**2 / size**2))
    clean = [photos.crop(size, random) for _ in range(count)]
    aged = [noise_and_compression(crop, random) for crop in clean]
    return (
        _tensor(clean),
        _tensor([crop.noisy for crop in aged]),
        _tensor([crop.pixels for crop in aged]),
    )


def _tensor(crops: list[NDArray[np.float32]]) -> Tensor:
    return torch.from_numpy(np.stack(crops).astype(np.float32).transpose(0, 3, 1, 2).copy())


def _validate(average: nn.Module, photos: PhotoFolder, plan: TrainingPlan, device: torch.device) -> float:
    """Return the mean PSNR in dB over fixed crops of held-out photos with Gaussian noise of σ = 25."""
    random = np.random.default_rng(plan.seed)
    total, count = 0.0, 24
    with torch.no_grad():
        for _ in range(count):
            clean = photos.crop(192, random)
            noisy = gaussian_noise(clean, 25 / 255, random)
            restored = average(_tensor([noisy]).to(device))[:, :3].clamp(0, 1).cpu()
            error = functional.mse_loss(restored, _tensor([clean])).item()
            total += -10 * math.log10(max(error, 1e-10))
    return total / count


def _save_tensors(tensors: dict[str, Tensor], path: Path) -> None:
    temporary = path.with_suffix(".part")
    save_file({key: value.detach().cpu().contiguous().clone() for key, value in tensors.items()}, temporary)
    temporary.replace(path)


def _save(
    folder: Path, network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer, clock: _Clock
) -> None:
    tensors = {f"network.{key}": value for key, value in network.state_dict().items()}
    tensors |= {f"average.{key}": value for key, value in average.state_dict().items()}
    for index, state in optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{index}.{key}": value for key, value in state.items()}
    # One file, so that a stop between two writes cannot pair one step's weights with another's clock.
    clock_tensor = torch.tensor([clock.step, clock.seconds, clock.best], dtype=torch.float64)
    _save_tensors(tensors | {"clock": clock_tensor}, folder / CHECKPOINT_FILE)


def _resume(
    folder: Path, network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer
) -> _Clock | None:
    path = folder / CHECKPOINT_FILE
    if not path.exists():
        return None
    tensors = load_file(path)
    network.load_state_dict(_part(tensors, "network."))
    average.load_state_dict(_part(tensors, "average."))
    states: dict[int, dict[str, Tensor]] = {}
    for key, value in _part(tensors, "optimizer.").items():
        index, name = key.split(".", 1)
        states.setdefault(int(index), {})[name] = value
    groups = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict({"state": states, "param_groups": groups})
    step, seconds, best = tensors["clock"].tolist()
    return _Clock(int(step), seconds, best)


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
