"""Measures a denoiser on a folder of photos, with the classical peers beside it in the same run.

The protocol is that of the literature: white Gaussian noise is added to clean 8-bit pictures and neither
clipped nor rounded, each method restores them, the result is rounded to 8 bits, and PSNR is taken over all
three channels and averaged over the pictures. The worst picture is told beside the mean, which hides it: a
photo whose texture is taken for noise is one of a hundred. JPEG pictures are made with 4:2:0 colours, as
cameras do. Pairs of real noisy and clean pictures (``…_real.png`` beside ``…_mean.png``) are measured as they
are.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from restorer.app.evaluation.answers import answer
from restorer.app.evaluation.pictures import Picture
from restorer.app.evaluation.scores import Score, psnr
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.training.ageing.compression import jpeg

Method = Callable[[Picture, float], Picture]
"""Restores a picture; is told the noise's standard deviation (0..1), of which a blind method makes no use."""


@dataclass(frozen=True)
class Case:
    """A kind of damage: its name, and a function that makes it from a clean picture and a seed."""

    name: str
    sigma: float
    damage: Callable[[Picture, int], Picture]


def gaussian(sigma: float) -> Case:
    """Return the case of white Gaussian noise, ``sigma`` in 8-bit steps."""

    def damage(clean: Picture, seed: int) -> Picture:
        noise = np.random.default_rng(seed).standard_normal(clean.shape, np.float32)
        return clean + np.float32(sigma / 255) * noise

    return Case(f"Gaussian σ = {sigma:g}", sigma / 255, damage)


def compressed(quality: int) -> Case:
    """Return the case of JPEG compression at ``quality`` (1..100)."""

    def damage(clean: Picture, seed: int) -> Picture:
        return jpeg(clean, quality, offset=(0, 0), subsampling=2)

    return Case(f"JPEG quality {quality}", 10 / 255, damage)


def untouched() -> Case:
    """Return the case of a picture that needs nothing."""
    return Case("clean", 0.0, lambda clean, seed: clean)


def model_method(model: Model, engine: Engine) -> Method:
    """Return the method that runs ``model``; it is not told the noise."""

    def restore(noisy: Picture, sigma: float) -> Picture:
        return answer(model, engine, noisy)[..., :3]

    return restore


def nothing(noisy: Picture, sigma: float) -> Picture:
    """Leave the picture as it is: what every method has to beat."""
    return noisy


def evaluate(
    pictures: Sequence[Picture],
    cases: Sequence[Case],
    methods: dict[str, Method],
    *,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure every method in every case, and yield each score as it is known."""
    progress = progress or Progress()
    for index, case in enumerate(cases):
        damaged = [case.damage(clean, seed) for seed, clean in enumerate(pictures)]
        pairs = list(zip(damaged, pictures, strict=True))
        part = progress.part(index / len(cases), 1 / len(cases))
        yield from evaluate_pairs(pairs, case.name, case.sigma, methods, progress=part)


def evaluate_pairs(
    pairs: Sequence[tuple[Picture, Picture]],
    case: str,
    sigma: float,
    methods: dict[str, Method],
    *,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure every method on (damaged, clean) pairs, and yield each score as it is known."""
    progress = progress or Progress()
    for number, (name, method) in enumerate(methods.items()):
        scores, seconds, pixels = [], 0.0, 0
        for index, (damaged, clean) in enumerate(pairs):
            progress((number + index / len(pairs)) / len(methods), f"{case}: {name}")
            started = time.perf_counter()
            restored = method(damaged, sigma)
            seconds += time.perf_counter() - started
            pixels += clean.shape[0] * clean.shape[1]
            scores.append(psnr(restored, clean))
        figures = {
            "PSNR (dB)": float(np.mean(scores)),
            "worst (dB)": float(np.min(scores)),
            "s/MP": seconds / (pixels / 1e6),
        }
        yield Score(case, name, figures, len(pairs))
