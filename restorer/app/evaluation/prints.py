"""Measures general restoring on synthetic old prints: clean photos aged by the training's own drawing.

The ageing is drawn from another seed than any training's, and again until something has changed. Models work
as the program has them work, one alone or several steps in a chain. Beside them, in the same run, every chain
of classical steps is tried, and the best of them over all photos is told: their best case.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.app.evaluation.scores import Score, psnr
from restorer.inference.card import Task
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.progress import Progress
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.small import LUMA
from restorer.restoration.steps import Denoise, General
from restorer.training.ageing.mixtures import old_tones, scanned, worn

Ageing = Callable[[Picture, np.random.Generator], Picture]

Chains = Callable[[Picture], Mapping[str, Picture]]
"""Restores a picture in many ways, by name."""

_SEED = 7_004  # no training draws from here
_GREY_SHARE = 0.3


def _faded(clean: Picture, random: np.random.Generator) -> Picture:
    return scanned(old_tones(clean, random), random, 0.5)


def _old(clean: Picture, random: np.random.Generator) -> Picture:
    return worn(old_tones(clean, random), random)


AGEINGS: Mapping[str, Ageing] = {"worn print": worn, "faded print": _faded, "old print": _old}
"""Detail lost; tones lost; both."""


def recipes(model: Model, catalog: Catalog) -> Mapping[str, Mapping[str, Recipe]]:
    """Return what to measure for a model: the kinds of print that it is for, and recipes by their name.

    Old prints need both detail and tones: the model is tried alone, and with what else the catalog has. So do
    faded ones a little, for they are scanned: tones are also tried on what a denoiser has cleaned.
    """
    name, tones = model.card.name, restores_tones(model)
    alone = _general(tones=model.card.id) if tones else _general(detail=model.card.id)
    simple, chains = {name: Recipe((alone,))}, {}
    for other in catalog.models():
        if other.card.task is Task.RESTORE and restores_tones(other) != tones:
            pair = (other, model) if tones else (model, other)
            both = _general(detail=pair[0].card.id, tones=pair[1].card.id)
            chains[" + ".join(it.card.name for it in pair)] = Recipe((both,))
        if other.card.id == Denoise().model:
            simple[f"{other.card.name} + {name}"] = Recipe((Denoise(), alone))
    return {"faded print" if tones else "worn print": simple, "old print": simple | chains}


def restores_tones(model: Model) -> bool:
    """Whether a model for restoring looks at the whole photo, and so at its tones, rather than at detail."""
    return model.card.receptive_radius is None


def evaluate_prints(
    pictures: Sequence[Picture],
    wanted: Mapping[str, Mapping[str, Recipe]],
    engine: Engine,
    catalog: Catalog,
    *,
    chains: Chains | None = None,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure recipes, by kind of print and name, and the best of the classical ``chains``.

    Raises:
        ModelError, DeviceError, Cancelled: as `restore`.
    """
    progress = progress or Progress()
    for number, (kind, methods) in enumerate(wanted.items()):
        part = progress.part(number / len(wanted), 1 / len(wanted))
        measured: dict[str, list[float]] = {}
        classical: dict[str, list[float]] = {}
        for index, picture in enumerate(pictures):
            clean, aged = _aged(picture, AGEINGS[kind], index)
            measured.setdefault("as it is", []).append(psnr(_light(aged), clean))
            for at, (name, recipe) in enumerate(methods.items()):
                whole = part.part(index / len(pictures), 1 / len(pictures))
                inner = whole.part(at / len(methods), 1 / len(methods))
                done = restore(aged, recipe, engine, catalog, progress=inner)
                measured.setdefault(name, []).append(psnr(_light(done.photo), clean))
            for name, result in (chains(_light(aged)) if chains else {}).items():
                classical.setdefault(name, []).append(psnr(result, clean))
        yield from _scores(kind, measured, classical)


def _aged(picture: Picture, age: Ageing, index: int) -> tuple[Picture, Photo]:
    """Return what the picture was, perhaps without colours, and a print of it that is not the same."""
    random = np.random.default_rng([_SEED, index])
    if random.random() < _GREY_SHARE:
        picture = np.repeat((picture @ LUMA)[..., None], 3, axis=-1)
    clean = eight_bit(picture)
    aged = clean
    while np.array_equal(aged, clean):
        aged = eight_bit(age(picture, random))
    return picture, Photo(aged)


def _light(photo: Photo) -> Picture:
    return photo.pixels.astype(np.float32) / np.float32(255)


def _scores(
    kind: str, measured: Mapping[str, list[float]], classical: Mapping[str, list[float]]
) -> Iterator[Score]:
    before = float(np.mean(measured["as it is"]))
    means = {name: float(np.mean(values)) for name, values in measured.items()}
    count = len(measured["as it is"])
    if classical:
        best = max(classical, key=lambda name: float(np.mean(classical[name])))
        means[f"best of {len(classical)} classical chains: {best}"] = float(np.mean(classical[best]))
    for name, mean in means.items():
        yield Score(kind, name, {"PSNR (dB)": mean, "gain (dB)": mean - before}, count)


def _general(*, detail: str | None = None, tones: str | None = None) -> General:
    step = General(detail=detail is not None, tones=tones is not None)
    return General(
        detail=step.detail,
        tones=step.tones,
        model=detail or step.model,
        tones_model=tones or step.tones_model,
    )
