"""Carries a recipe out on a photo, from one file's pixels to another's."""

import dataclasses
from dataclasses import dataclass

from restorer.errors import ModelError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine, RunReport
from restorer.photo import Box, Photo
from restorer.photo.buffers import allocate, release
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.denoise import NoiseEstimate, blend, run_denoiser
from restorer.restoration.recipe import Recipe, Step

SCRATCH_LIMIT = 512 * 2**20
"""Results larger than this (bytes) lie in a scratch file, so that a huge scan does not fill the memory."""


@dataclass(frozen=True)
class StepReport:
    """What one step did: the step, the model's name and version, how it ran and what it found."""

    step: Step
    model: str
    version: str
    run: RunReport
    estimate: NoiseEstimate


@dataclass(frozen=True, eq=False)
class Restoration:
    """A restored photo and what each step did.

    ``unchanged`` (0..1) is the share of the pixels that are equal to the original's to the bit.
    """

    photo: Photo
    steps: tuple[StepReport, ...]
    unchanged: float


def restore(
    photo: Photo, recipe: Recipe, engine: Engine, catalog: Catalog, *, progress: Progress | None = None
) -> Restoration:
    """Carry out every step of ``recipe`` on ``photo``; alpha, profile and metadata stay as they are.

    Raises:
        ModelError: a step's model is missing, damaged or for another task.
        DeviceError: no device can run a model.
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    reports: list[StepReport] = []
    restored = photo
    for index, step in enumerate(recipe.steps):
        part = progress.part(index / len(recipe.steps), 1 / len(recipe.steps))
        restored, report = _carry_out(step, restored, engine, catalog, part)
        reports.append(report)
    unchanged = 1.0 if restored is photo else _share_unchanged(photo.pixels, restored.pixels)
    return Restoration(restored, tuple(reports), unchanged)


def _carry_out(
    step: Step, photo: Photo, engine: Engine, catalog: Catalog, progress: Progress
) -> tuple[Photo, StepReport]:
    model = catalog.find(step.model)
    if model.card.task != "denoise":
        raise ModelError(
            f"The model {model.card.name} is not made for removing noise.",
            hint="`restorer models` lists what each model is for.",
        )
    pixels = allocate(photo.pixels.shape, photo.pixels.dtype, memory_limit=SCRATCH_LIMIT)

    def write(box: Box, full: Pixels) -> None:
        pixels[box.slices] = blend(photo.pixels[box.slices], full, step.strength)
        release(pixels)

    done = run_denoiser(photo, model, engine, write, progress=progress)
    report = StepReport(step, model.card.name, model.card.version, done.run, done.estimate)
    return dataclasses.replace(photo, pixels=pixels), report


def _share_unchanged(before: Pixels, after: Pixels) -> float:
    rows = max(
        1, 2**22 // before[0].size
    )  # in strips: a comparison of the whole would need as much memory again
    same = 0
    for top in range(0, len(before), rows):
        same += int((before[top : top + rows] == after[top : top + rows]).all(axis=-1).sum())
        release(after)
    return float(same / (before.shape[0] * before.shape[1]))
