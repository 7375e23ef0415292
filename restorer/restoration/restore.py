"""Carries a recipe out on a photo, from one file's pixels to another's."""

import dataclasses
import functools
from collections.abc import Callable, Sequence
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
from restorer.restoration.handing import handed_to
from restorer.restoration.layers import SCRATCH_LIMIT
from restorer.restoration.looking import know_faces
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.stages import Deed, StepReport, colour_step, models_of, stages

Save = Callable[[Photo, Sequence[Deed]], None]
"""Takes a restored photo, and which networks made it."""

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
    save: Save | None = None,
    progress: Progress | None = None,
) -> Restoration:
    """Carry out every enabled step of ``recipe`` on ``photo``; alpha and metadata stay as they are.

    The profile stays too, but for a grey photo that gets colours. ``rendition`` is what networks have made of
    the photo already, such as a diagnosis. ``save`` gets the result and what made it, and has ended when this
    returns. It may be called in a thread of its own while the photo is still being made (`Photo.arrival`).

    Raises:
        ModelError: a step's model is missing, damaged or for another task.
        DeviceError: no device can run a model.
        Cancelled: somebody asked to stop.
        Exception: whatever ``save`` raised, as soon as that is known.
    """
    progress = progress or Progress()
    rendition = rendition or Rendition(photo)
    know_faces(rendition, recipe, engine, catalog, progress=progress.part(0.0, 0.02))
    if save is not None and _comes_in_parts(rendition, recipe):
        return _saved_meanwhile(rendition, recipe, engine, catalog, save, progress)
    reports = compute(rendition, recipe, engine, catalog, progress=progress.part(0.0, 0.95))
    restored = carried_out(rendition, recipe, progress=progress.part(0.95, 0.05))
    unchanged = 1.0 if restored is photo else _share_unchanged(photo.pixels, restored.pixels)
    if save is not None:
        save(restored, reports)
    return Restoration(restored, reports, unchanged, rendition)


def _comes_in_parts(rendition: Rendition, recipe: Recipe) -> bool:
    """Return whether the parts that a recipe's network makes are parts of the result, to the bit."""
    wanted = stages(recipe)
    alone = len(wanted) == len(recipe.active) == 1 and wanted[0].step.strength == 1.0
    return alone and not rendition.spared(recipe) and not rendition.covers(recipe)


def _saved_meanwhile(
    rendition: Rendition, recipe: Recipe, engine: Engine, catalog: Catalog, save: Save, progress: Progress
) -> Restoration:
    """Carry out a recipe of one stage; ``save`` reads the rows as they get final."""
    photo, (stage,) = rendition.photo, stages(recipe)
    card = models_of(recipe, catalog)[stage.model].card
    rendition.cards[card.id] = card
    layer = rendition.layer(rendition.whole_keys(recipe)[0])
    restored = dataclasses.replace(photo, pixels=layer.pixels.view())
    deed = Deed(stage.step, card.name, card.version, card.sha256)
    same = 0
    with handed_to(lambda early: save(early, (deed,)), restored, progress) as add:

        def on_part(box: Box) -> None:
            nonlocal same
            same += _unchanged(photo.pixels[box.slices], layer.pixels[box.slices])
            add(box)

        reports = compute(rendition, recipe, engine, catalog, on_part=on_part, progress=progress)
    return Restoration(restored, reports, same / (photo.height * photo.width), rendition)


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
    whole = all(stage.step.strength == 1.0 for stage in wanted) and not rendition.spared(recipe)
    if not (wanted and plain and whole):
        return None
    layer = rendition.whole.get(keys[-1])
    return layer.pixels.view() if layer and layer.complete else None


def _share_unchanged(before: Pixels, after: Pixels) -> float:
    rows = max(
        1, 2**22 // before[0].size
    )  # in strips: a comparison of the whole would need as much memory again
    same = 0
    for top in range(0, len(before), rows):
        same += _unchanged(before[top : top + rows], after[top : top + rows])
        release(after)
    return float(same / (before.shape[0] * before.shape[1]))


def _unchanged(before: Pixels, after: Pixels) -> int:
    """Return how many pixels are equal in all channels; grey is compared with each."""
    equal = np.moveaxis(np.equal(before, after), -1, 0)
    # Along so few channels numpy's own `all` takes eight times as long.
    return int(np.count_nonzero(functools.reduce(np.logical_and, equal)))
