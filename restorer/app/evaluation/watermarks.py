"""Measures how watermarks are found and removed, in fonts and with logos that no training has seen."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.damage import Filler
from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.app.evaluation.scores import MaskCurve, Score, psnr
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Box, Photo
from restorer.progress import Progress
from restorer.restoration.masking import score
from restorer.restoration.recipe import Recipe
from restorer.restoration.repairs import find_repairs
from restorer.restoration.restore import restore
from restorer.restoration.stages import models_of, watermark_step
from restorer.restoration.steps import RemoveWatermark
from restorer.training.ageing.compression import random_jpeg
from restorer.training.ageing.lettering import Fonts
from restorer.training.ageing.watermarks import watermarked

Remover = Callable[[Picture, NDArray[np.bool_]], tuple[Picture, NDArray[np.float32]]]
"""Takes a marked picture and the true mask (for peers that cannot find it themselves); returns the picture
without its mark, and for every pixel how surely it is marked (H, W), 0..1."""

_SEED = 7_001  # no training draws from here
_LOWEST_QUALITY = 60


def model_remover(model: Model, engine: Engine, catalog: Catalog) -> Remover:
    """Return the remover that runs ``model``, as the program does; it finds the mark itself.

    Raises:
        ModelError: the model only finds, and what fills is not in ``catalog``.
    """
    step = watermark_step([model], RemoveWatermark())
    recipe = Recipe((step,))
    models_of(recipe, catalog)

    def remove(picture: Picture, _mask: NDArray[np.bool_]) -> tuple[Picture, NDArray[np.float32]]:
        photo = Photo(eight_bit(picture))
        scored = score(photo, 1, model, engine, Box.of(photo.pixels))
        scores, known = scored.scores, scored.repeating
        exact = known.marked if known else None
        if find_repairs(scores, exact=exact).lost:  # then nothing that it says is taken for a mark
            scores = np.zeros_like(scores)
        if exact is not None:
            scores = np.where(exact, np.uint8(255), scores)
        result = restore(photo, recipe, engine, catalog).photo
        return _light(result.pixels), _light(scores)

    return remove


def _light(values: NDArray[np.generic]) -> NDArray[np.float32]:
    return np.asarray(values, np.float32) / np.float32(255)


def filling_remover(fill: Filler) -> Remover:
    """Return the remover that is told the mask and fills it: what a user does by hand with a brush."""
    return lambda picture, mask: (fill(picture, mask), mask.astype(np.float32))


def evaluate_removal(
    pictures: Sequence[Picture],
    fonts: Fonts,
    removers: Mapping[str, Remover],
    *,
    kinds: Sequence[str] = (),
    threshold: float = 0.5,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure every remover on photos with marks of all kinds, or of ``kinds``, and on the same unmarked."""
    progress = progress or Progress()
    for number, (name, remove) in enumerate(removers.items()):
        marks, clean, before, after = MaskCurve(), MaskCurve(), [], []
        for index, picture in enumerate(pictures):
            progress((number + index / len(pictures)) / len(removers), name)
            random = np.random.default_rng([_SEED, index])
            marked = watermarked(picture, fonts, random, kinds=kinds)
            seen, mask = random_jpeg(marked.pixels, random, _LOWEST_QUALITY), marked.mask > 0.5
            result, found = remove(seen, mask)
            marks.add(found, mask)
            clean.add(remove(picture, np.zeros_like(mask))[1], np.zeros_like(mask))
            if mask.any():
                before.append(psnr(seen, picture, mask))
                after.append(psnr(result, picture, mask))
        figures = {
            "mask F1": marks.f1(threshold),
            "PSNR in the mask (dB)": float(np.mean(after)),
            "gain (dB)": float(np.mean(after) - np.mean(before)),
            "flagged when clean (%)": 100 * clean.flagged(threshold),
        }
        yield Score(", ".join(kinds) or "watermark", name, figures, len(pictures))
