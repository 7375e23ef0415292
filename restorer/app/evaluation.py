"""Measures a denoiser on a folder of photos, with the classical peers beside it in the same run.

The protocol is that of the literature: white Gaussian noise is added to clean 8-bit pictures and neither
clipped nor rounded, each method restores them, the result is rounded to 8 bits, and PSNR is taken over all
three channels and averaged over the pictures. JPEG pictures are made with 4:2:0 colours, as cameras do. Pairs
of real noisy and clean pictures (``…_real.png`` beside ``…_mean.png``) are measured as they are.
"""

import io
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from restorer.errors import PhotoError
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.photo import READABLE, Box, open_photo
from restorer.progress import Progress

Picture = NDArray[np.float32]
"""``(H, W, 3)``, 0..1; a noisy one may leave that range."""

Method = Callable[[Picture, float], Picture]
"""Restores a picture; is told the noise's standard deviation (0..1), of which a blind method makes no use."""

_ENDINGS = frozenset(ending for endings in READABLE.values() for ending in endings)


@dataclass(frozen=True)
class Case:
    """A kind of damage: its name, and a function that makes it from a clean picture and a seed."""

    name: str
    sigma: float
    damage: Callable[[Picture, int], Picture]


@dataclass(frozen=True)
class Score:
    """How a method did in a case: PSNR in dB and seconds per megapixel, means over ``pictures`` pictures."""

    case: str
    method: str
    psnr: float
    seconds_per_megapixel: float
    pictures: int


def gaussian(sigma: float) -> Case:
    """Return the case of white Gaussian noise, ``sigma`` in 8-bit steps."""

    def damage(clean: Picture, seed: int) -> Picture:
        noise = np.random.default_rng(seed).standard_normal(clean.shape, np.float32)
        return clean + np.float32(sigma / 255) * noise

    return Case(f"Gaussian σ = {sigma:g}", sigma / 255, damage)


def compressed(quality: int) -> Case:
    """Return the case of JPEG compression at ``quality`` (1..100)."""

    def damage(clean: Picture, seed: int) -> Picture:
        file = io.BytesIO()
        Image.fromarray(_eight_bit(clean)).save(file, "JPEG", quality=quality, subsampling=2)
        return np.asarray(Image.open(file), np.float32) / np.float32(255)

    return Case(f"JPEG quality {quality}", 10 / 255, damage)


def untouched() -> Case:
    """Return the case of a picture that needs nothing."""
    return Case("clean", 0.0, lambda clean, seed: clean)


def model_method(model: Model, engine: Engine) -> Method:
    """Return the method that runs ``model``; it is not told the noise."""

    def restore(noisy: Picture, sigma: float) -> Picture:
        planes = np.ascontiguousarray(noisy.transpose(2, 0, 1))
        result = np.empty_like(planes)

        def write(box: Box, answer: NDArray[np.float32]) -> None:
            result[:, *box.slices] = answer[:3]

        engine.run(model, lambda box: planes[:, *box.slices], write, noisy.shape[:2])
        return result.transpose(1, 2, 0)

    return restore


def nothing(noisy: Picture, sigma: float) -> Picture:
    """Leave the picture as it is: what every method has to beat."""
    return noisy


def read_pictures(folder: Path, limit: int | None = None) -> list[Picture]:
    """Read the pictures of a folder, by name, at most ``limit``.

    Raises:
        PhotoError: there are none, or one cannot be opened.
    """
    files = [path for path in sorted(folder.glob("*")) if path.suffix.lower() in _ENDINGS][:limit]
    if not files:
        raise PhotoError(f"There are no pictures in {folder}.", hint="Name a folder of photos.")
    return [_read(path) for path in files]


def read_pairs(folder: Path, limit: int | None = None) -> list[tuple[Picture, Picture]]:
    """Read pairs of real (noisy, clean) pictures: ``NAME_real.*`` beside ``NAME_mean.*``.

    Raises:
        PhotoError: there are none, or one cannot be opened.
    """
    noisy = sorted(path for path in folder.glob("*_real.*") if path.suffix.lower() in _ENDINGS)[:limit]
    pairs = [(_read(path), _read(path.with_name(path.name.replace("_real.", "_mean.")))) for path in noisy]
    if not pairs:
        raise PhotoError(
            f"There are no pairs in {folder}.", hint="Call them NAME_real.png and NAME_mean.png."
        )
    return pairs


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
        yield Score(case, name, float(np.mean(scores)), seconds / (pixels / 1e6), len(pairs))


def psnr(picture: Picture, truth: Picture) -> float:
    """Return the peak signal-to-noise ratio in dB of the 8-bit picture; 100 where both are equal."""
    difference = _eight_bit(picture).astype(np.float64) - _eight_bit(truth)
    error = float(np.square(difference).mean())
    return 100.0 if error == 0 else 10 * float(np.log10(255**2 / error))


def _eight_bit(picture: Picture) -> NDArray[np.uint8]:
    return np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)


def _read(path: Path) -> Picture:
    pixels = open_photo(path).pixels
    top = 1 if pixels.dtype == np.float32 else np.iinfo(pixels.dtype).max
    light = pixels.astype(np.float32) / np.float32(top)
    return np.repeat(light, 3, axis=2) if light.shape[2] == 1 else light
