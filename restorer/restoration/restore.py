"""Carries a recipe out on a photo, from one file's pixels to another's."""

import dataclasses
from dataclasses import dataclass

import numpy as np

from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Box, Photo
from restorer.photo.buffers import allocate, release
from restorer.photo.colour import profile_in_colour
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.computing import compute
from restorer.restoration.layers import SCRATCH_LIMIT
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.stages import StepReport, colour_step, stages

_STRIP_ROWS = 256


@dataclass(frozen=True, eq=False)
class Restoration:
    """A restored photo and what each network did.

    ``unchanged`` (0..1) is the share of the pixels that are equal to the original's to the bit. ``rendition``
    still holds what the networks made.
    """

    photo: Photo
    steps: tuple[StepReport, ...]
    unchanged: float
    rendition: Rendition


def restore(
    photo: Photo,
    recipe: Recipe,
    engine: Engine,
    catalog: Catalog,
    *,
    rendition: Rendition | None = None,
    progress: Progress | None = None,
) -> Restoration:
    """Carry out every enabled step of ``recipe`` on ``photo``; alpha and metadata stay as they are.

    The profile stays too, but for a grey photo that gets colours. ``rendition`` is what networks have made of
    the photo already, such as a diagnosis.

    Raises:
        ModelError: a step's model is missing, damaged or for another task.
        DeviceError: no device can run a model.
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    rendition = rendition or Rendition(photo)
    reports = compute(rendition, recipe, engine, catalog, progress=progress.part(0.0, 0.95))
    restored = carried_out(rendition, recipe, progress=progress.part(0.95, 0.05))
    unchanged = 1.0 if restored is photo else _share_unchanged(photo.pixels, restored.pixels)
    return Restoration(restored, reports, unchanged, rendition)


def carried_out(rendition: Rendition, recipe: Recipe, *, progress: Progress | None = None) -> Photo:
    """Return the photo as ``recipe`` has it, from what the networks made; what is saved.

    Raises:
        Cancelled: somebody asked to stop.
    """
    photo = rendition.photo
    if not recipe.active:
        return photo
    profile = photo.profile
    coloured = colour_step(recipe) is not None
    if coloured and photo.is_grey:
        profile = profile_in_colour(profile)
    pixels = _as_it_is(rendition, recipe)
    if pixels is None:
        channels = 3 if coloured else photo.pixels.shape[2]
        shape = (photo.height, photo.width, channels)
        pixels = allocate(shape, photo.pixels.dtype, memory_limit=SCRATCH_LIMIT)
        for top in range(0, photo.height, _STRIP_ROWS):  # blending takes several times its pixels' memory
            if progress:
                progress(top / photo.height, "Blending")
            box = Box(top, 0, min(top + _STRIP_ROWS, photo.height), photo.width)
            pixels[box.slices] = rendition.read(recipe, 0, box)
            release(pixels)
            rendition.release()
    return dataclasses.replace(photo, pixels=pixels, profile=profile)


def _as_it_is(rendition: Rendition, recipe: Recipe) -> Pixels | None:
    """Return a layer that is the result already, so that it need not be copied; None if none is."""
    wanted = stages(recipe)
    keys = rendition.whole_keys(recipe)
    plain = len({type(stage.step) for stage in wanted}) == len(recipe.active)
    if not (wanted and plain and all(stage.step.strength == 1.0 for stage in wanted)):
        return None
    layer = rendition.whole.get(keys[-1])
    return layer.pixels.view() if layer and layer.complete else None


def _share_unchanged(before: Pixels, after: Pixels) -> float:
    rows = max(
        1, 2**22 // before[0].size
    )  # in strips: a comparison of the whole would need as much memory again
    same = 0
    for top in range(0, len(before), rows):
        equal = np.equal(before[top : top + rows], after[top : top + rows])  # grey: with each
        same += int(equal.all(axis=-1).sum())
        release(after)
    return float(same / (before.shape[0] * before.shape[1]))
