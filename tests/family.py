"""A whole family of models that do not exist: what each would answer is known."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from fakes import FakeEngine, denoise_card, denoised
from numpy.typing import NDArray

from restorer.errors import ModelError
from restorer.inference.card import ModelCard, Task
from restorer.inference.catalog import Model
from restorer.inference.tiled_run import RunReport, Sink, Source
from restorer.photo import Box
from restorer.progress import Progress

Planes = NDArray[np.float32]

RGB = ("red", "green", "blue")
PALETTE = [[0.0, 0.0], [0.1, 0.05], [-0.08, 0.06], [0.02, -0.12]]
CALIBRATION = (
    {"score": 0.95, "wrong_per_megapixel": 0.3},
    {"score": 0.9, "wrong_per_megapixel": 1.0},
    {"score": 0.5, "wrong_per_megapixel": 1000.0},
)

WHOLE_VIEWS = {"whole_views": True, "crop": 100}
"""What the recipe says of a network that learnt from whole photos, 100 pixels high or wide."""

DAMAGED = 250 / 255
"""Red of at least this much is damage to the finder, the surer the more; the filler makes it 0.25."""

MARKED = 250 / 255
"""The same for blue, with watermarks; what is beneath is 0.75."""


def sharpen(planes: Planes) -> Planes:
    return planes * 1.25 - 0.1


def tone(planes: Planes) -> Planes:
    return planes * np.float32(0.8) + np.float32(0.1)


def find_damage(planes: Planes) -> Planes:
    found = np.where(planes[0] >= DAMAGED - 1e-4, (planes[0] - 0.9) * 10, 0.0)
    return np.stack([found, found]).astype(np.float32)


def repair_damage(planes: Planes) -> Planes:
    return np.where(planes[3] > 0, np.float32(0.25), planes[:3])


def watermark(planes: Planes) -> Planes:
    mask = (planes[2] >= MARKED - 1e-4).astype(np.float32)
    restored = np.where(np.maximum(mask, planes[3]) > 0, np.float32(0.75), planes[:3])
    return np.concatenate([restored, mask[None] * 0.99])


def find_marks(planes: Planes) -> Planes:
    return watermark(np.concatenate([planes, np.zeros_like(planes[:1])]))[3:]


def colorize(planes: Planes) -> Planes:
    """Warm on the left, where it is sure; cool on the right, where it is not. Hints are followed."""
    height, width = planes.shape[1:]
    left = np.arange(width) < width / 2
    colours = np.where(planes[3:] > 0, planes[1:3], np.where(left, 0.55, 0.46)[None, None])
    sure = np.array([0.0, 1.0, 0.0, 0.0])[:, None, None]
    unsure = np.array([0.1, 0.3, 0.2, 0.4])[:, None, None]
    chances = np.broadcast_to(np.where(left, sure, unsure), (4, height, width))
    return np.concatenate([colours, chances]).astype(np.float32)


def find_faces(planes: Planes) -> Planes:
    """Take what is pure green for a face, and a darker green for what may be one."""
    green = planes[0] < 0.1
    return np.where(green & (planes[1] > 0.9), 1.0, np.where(green & (planes[1] > 0.7), 0.7, 0.0))[None]


def _card(
    name: str, task: Task, inputs: tuple[str, ...], outputs: tuple[str, ...], **more: object
) -> ModelCard:
    about = {"id": name, "name": name.replace("-", " ").capitalize()}
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return denoise_card(**about, sha256=sha256, task=task, inputs=inputs, outputs=outputs, **more)


_FAMILY: tuple[tuple[ModelCard, Callable[[Planes], Planes]], ...] = (
    (denoise_card(), lambda planes: denoised(planes, 10, 2)),
    (_card("restore", Task.RESTORE, RGB, RGB), sharpen),
    (_card("restore-tones", Task.RESTORE, RGB, RGB, receptive_radius=None), tone),
    (
        _card("find-damage", Task.FIND_DAMAGE, RGB, ("damage", "deviation"), calibration=CALIBRATION),
        find_damage,
    ),
    (_card("repair-damage", Task.REPAIR_DAMAGE, (*RGB, "mask"), RGB), repair_damage),
    (_card("watermark", Task.WATERMARK, (*RGB, "brush"), (*RGB, "mask"), calibration=CALIBRATION), watermark),
    (
        _card("find-marks", Task.WATERMARK, RGB, ("mask",), calibration=CALIBRATION, recipe=WHOLE_VIEWS),
        find_marks,
    ),
    (_card("find-faces", Task.FIND_FACES, RGB, ("face",)), find_faces),
    (
        _card(
            "colorize",
            Task.COLORIZE,
            ("lightness", "hint a", "hint b", "hint mask"),
            ("a", "b", *(f"colour {index}" for index in range(4))),
            receptive_radius=None,
            recipe={"palette": PALETTE},
        ),
        colorize,
    ),
)


class FamilyCatalog:
    """The models of the family, one of each kind, or those named."""

    def __init__(self, *ids: str) -> None:
        cards = [card for card, _ in _FAMILY if (card.id in ids if ids else card.id != "find-marks")]
        self._models = {card.id: Model(card, Path("nowhere")) for card in cards}
        self.problems: tuple[str, ...] = ()

    def models(self, task: Task | None = None) -> list[Model]:
        """Return those for a task."""
        return [model for model in self._models.values() if task in (None, model.card.task)]

    def find(self, model_id: str) -> Model:
        """Return a model."""
        if model_id not in self._models:
            raise ModelError(f"There is no model “{model_id}”.", "There are others.")
        return self._models[model_id]


class FamilyEngine(FakeEngine):
    """Computes what the family's networks would; notes which ran, and where."""

    def __init__(self, tile: int = 32, before_tile: Callable[[], None] | None = None) -> None:
        super().__init__(tile=tile, before_tile=before_tile)
        self.ran: list[tuple[str, Box]] = []
        self._answers = {card.id: answer for card, answer in _FAMILY}

    def run(
        self,
        model: Model,
        source: Source,
        sink: Sink,
        size: tuple[int, int],
        *,
        area: Box | None = None,
        progress: Progress | None = None,
    ) -> RunReport:
        """Do as `restorer.inference.engine.Engine.run` does."""
        self.ran.append((model.card.id, area or Box(0, 0, *size)))
        self._answer = self._answers[model.card.id]
        whole = model.card.receptive_radius is None
        tile, self._tile = self._tile, 1 << 20 if whole else self._tile
        try:
            return super().run(model, source, sink, size, area=area, progress=progress)
        finally:
            self._tile = tile
