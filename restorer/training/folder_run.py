"""Trains on somebody's own folder as an `Order` says: resumable, steered, and measured against the rival.

The events, besides those of `train`: ``photos`` (how many for what), ``noise`` (what was measured), ``rival``
(what the model to beat reaches on the photos kept aside), ``preview`` (three pictures were written),
``paused`` and ``resumed``, ``verdict`` (both measured on photos that had no say before) and ``finished``.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import nn

from restorer.errors import InvalidRecipe
from restorer.inference.card import load_card
from restorer.photo import Photo, SaveOptions, open_photo, save_photo
from restorer.training.batches import Example, Material
from restorer.training.control import Control
from restorer.training.dataset import PhotoFolder
from restorer.training.export import export
from restorer.training.noise_model import NoiseModel, load_noise_model, measure_noise
from restorer.training.order import Files, Order, load_order
from restorer.training.own_photos import load_own_photos
from restorer.training.plan import plan_of
from restorer.training.tasks import task_named
from restorer.training.tasks.task import Parts, Task
from restorer.training.train import (
    BEST_FILE,
    Event,
    build_network,
    draw_checks,
    measure,
    train,
    trained_steps,
)
from restorer.training.weights import network_of

START_FILE = "start.safetensors"
PREVIEWS = ("degraded", "rival", "yours")
_PREVIEW_SIDE = 288


def run_order(folder: Path, say: Callable[[Event], None], control: Control) -> Path | None:
    """Do what the order in ``folder`` says and return the finished model's folder; None if asked to leave.

    Raises:
        RestorerError: the photos, the rival or the order cannot be used.
    """
    order = load_order(folder)
    run = _FolderRun(order, folder, say)
    train(
        order.plan,
        (run.training, run.choosing),
        folder,
        on_event=say,
        start_from=run.start(),
        going_on=control.going_on,
        look=run.show,
    )
    if control.deserted:
        return None
    run.judge()
    return export(order.plan, folder / BEST_FILE, folder / "model", version="1", steps=trained_steps(folder))


class _FolderRun:
    """The materials of a run, the rival, and what is told about both."""

    def __init__(self, order: Order, folder: Path, say: Callable[[Event], None]) -> None:
        self.order, self._folder, self._say = order, folder, say
        self._task = task_named(order.plan.task)
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        sides = {name: getattr(order, name) for name in ("training", "choosing", "judging")}
        say({"event": "photos", **{name: len(files) for name, files in sides.items()}})
        noise, mark = self._noise(), _read_mark(order.mark)
        self.training, self.choosing, self._judging = (
            Material(self._photos(files), noise=noise, mark=mark) for files in sides.values()
        )
        self._rival = self._rival_network()
        self._preview = self._preview_example()
        quality = self._measured(self._rival, draw_checks(self._task, order.plan, self.choosing))
        say({"event": "rival", "measure": self._task.measure, "quality": quality})
        self._picture("degraded", None)
        self._picture("rival", self._rival)

    def start(self) -> Path | None:
        """Return the file with the weights to begin with, if it is not random ones."""
        if self.order.rival is None or not self.order.start_from_rival:
            return None
        path = self._folder / START_FILE
        save_file({name: value.contiguous() for name, value in self._rival.cpu().state_dict().items()}, path)
        self._rival.to(self._device)
        return path

    def show(self, average: nn.Module) -> None:
        """Write what the network makes of the preview's photo by now."""
        self._picture("yours", average)
        self._say({"event": "preview", "files": [f"{name}.png" for name in PREVIEWS]})

    def judge(self) -> None:
        """Measure the best network and the rival on photos that had no say before."""
        plan, task = self.order.plan, self._task
        best = build_network(plan)
        best.load_state_dict(load_file(self._folder / BEST_FILE))
        best.to(self._device).eval()
        checks = draw_checks(task, replace(plan, seed=plan.seed + 1), self._judging)
        self._say(
            {
                "event": "verdict",
                "measure": task.measure,
                "quality": self._measured(best, checks),
                "rival": self._measured(self._rival, checks),
                "estimated": task.estimates,
            }
        )

    def _photos(self, files: Files) -> PhotoFolder:
        plan = self.order.plan
        if self._task.whole_photo:  # made to the size it needs, larger or smaller
            return load_own_photos(files, plan.multiple_of, whole=True)
        return load_own_photos(files, max(plan.crop, plan.large_crop, plan.validation_crop))

    def _noise(self) -> NoiseModel | None:
        if not self._task.needs_noise:
            return None
        try:
            noise = load_noise_model(self._folder)
        except OSError:
            scans = load_own_photos(Files(self.order.scans), 64).groups["."]
            noise = measure_noise(scans)
            noise = noise.without_bands() if self.order.grain_only else noise
            noise.save(self._folder)
        found = {"grain": noise.grain, "rows": noise.rows.strength, "columns": noise.columns.strength}
        steps = {name: 255 * strength for name, strength in found.items()}
        self._say({"event": "noise", "places": noise.patches, **steps})
        return noise

    def _rival_network(self) -> nn.Module:
        if self.order.rival is None:
            return build_network(self.order.plan).to(self._device).eval()
        card = load_card(self.order.rival)
        plan = replace(plan_of(card.recipe), task=self.order.plan.task)
        return network_of(plan, self.order.rival / card.file).to(self._device).eval()

    def _measured(self, network: nn.Module, checks: list[Example]) -> float:
        return measure(self._task, network, checks, self._device)

    def _preview_example(self) -> torch.Tensor:
        plan = self.order.plan
        side = plan.validation_crop
        if not self._task.whole_photo:
            photos = [photo for members in self.choosing.photos.groups.values() for photo in members]
            smallest = min(min(photo.shape[:2]) for photo in photos)
            side = min(_PREVIEW_SIDE, smallest) // plan.multiple_of * plan.multiple_of
        random = np.random.default_rng(plan.seed + 2)
        example = self._task.preview(replace(plan, validation_crop=side), self.choosing, random)
        return torch.from_numpy(example["seen"])[None].to(self._device)

    def _picture(self, name: str, network: nn.Module | None) -> None:
        seen = self._preview
        with torch.no_grad():
            parts: Parts | None = self._task.run(network, seen) if network else None
        planes = self._task.picture(seen, parts) if parts else _as_seen(self._task, seen)
        pixels: NDArray[np.float32] = planes[0].permute(1, 2, 0).cpu().numpy()
        light = np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
        save_photo(Photo(light), self._folder / f"{name}.png", SaveOptions(), overwrite=True)


def _as_seen(task: Task, seen: torch.Tensor) -> torch.Tensor:
    """What the network is given, as a picture: its colours, or its lightness in grey."""
    return seen[:, :3] if task.inputs[0] == "red" else seen[:, :1].repeat(1, 3, 1, 1)


def _read_mark(path: Path | None) -> NDArray[np.float32] | None:
    if path is None:
        return None
    photo = open_photo(path)
    if photo.alpha is None:
        raise InvalidRecipe(
            f"“{path.name}” has no transparency, so that nobody can tell the mark from its ground.",
            hint="Save the watermark as a PNG with a transparent ground.",
        )
    top = np.float32(1 if photo.pixels.dtype == np.float32 else np.iinfo(photo.pixels.dtype).max)
    colours = np.broadcast_to(photo.pixels, (*photo.pixels.shape[:2], 3)) / top
    return np.concatenate([colours, photo.alpha[..., None] / top], axis=-1).astype(np.float32)
