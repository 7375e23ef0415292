"""What the networks are shown: draws over many kinds of ageing at once."""

from dataclasses import dataclass

import numpy as np

from restorer.training.ageing.compression import random_jpeg
from restorer.training.ageing.creases import cracks, folds, tear
from restorer.training.ageing.dust import Artefacts, dust, specks
from restorer.training.ageing.fading import colour_cast, faded, sepia, unevenly_faded, vignette
from restorer.training.ageing.fields import LUMA, Pixels
from restorer.training.ageing.marks import Damaged, Layer, applied, nothing
from restorer.training.ageing.noise import (
    film_grain,
    gaussian_noise,
    grey_noise,
    newton_rings,
    salt_and_pepper,
    scanner_banding,
    sensor_noise,
    speckle,
)
from restorer.training.ageing.printing import halftone, paper_texture
from restorer.training.ageing.scratches import scratches
from restorer.training.ageing.softening import gaussian_blur, misregistered, softened
from restorer.training.ageing.stains import emulsion_loss, fingerprint, stain


@dataclass(frozen=True)
class Aged:
    """An aged picture, and what aged it: clean → ``noisy`` (noise only) → ``pixels`` (and compressed)."""

    pixels: Pixels
    noisy: Pixels


def noise_and_compression(clean: Pixels, random: np.random.Generator) -> Aged:
    """Age a crop for the denoiser: a draw over every kind of noise, then perhaps compression.

    A twentieth stays clean, so that the network learns to leave alone what needs nothing.
    """
    kind = random.random()
    if kind < 0.05:
        return Aged(clean, clean)
    compress_chance = 0.2
    if kind < 0.65:
        noisy = gaussian_noise(clean, random.uniform(0, 55) / 255, random)
        compress_chance = 0.1
    elif kind < 0.68:
        noisy = grey_noise(clean, random.uniform(0, 50) / 255, random)
    elif kind < 0.77:
        noisy = film_grain(clean, random.uniform(2, 30) / 255, random.uniform(0.4, 1.2), random)
    elif kind < 0.86:
        noisy = sensor_noise(clean, random)
    else:
        noisy, compress_chance = clean, 1.0
    if is_grey(clean):
        noisy = np.repeat(noisy[..., :1], 3, axis=-1)
    if random.random() < 0.5:  # half as a file holds them, half as the published tests leave them
        noisy = (np.rint(np.clip(noisy, 0, 1) * 255) / 255).astype(np.float32)
    if random.random() >= compress_chance:
        return Aged(noisy, noisy)
    return Aged(random_jpeg(noisy, random), noisy)


def damaged(
    clean: Pixels,
    artefacts: Artefacts | None,
    random: np.random.Generator,
    room: float = 1.0,
) -> Damaged:
    """Scratch, dust, fold, stain or tear a picture: one to four kinds at once; one in five stays whole.

    Most photos are mostly intact, and the chances that a network learns are those of what it is shown.
    Without ``artefacts``, dust is drawn. A picture that is cut from a larger one bears parts of that one's
    damage: it is drawn for one ``room`` times as large each way, of which this is a window.
    """
    if random.random() < 0.2:
        return nothing(clean)
    height, width = clean.shape[:2]
    shape = round(height * room), round(width * room)
    layers: list[Layer] = []
    for _ in range(int(random.choice([1, 2, 3, 4], p=[0.55, 0.28, 0.12, 0.05]))):
        kind = random.choice(len(_DAMAGE_SHARES), p=_DAMAGE_SHARES)
        if kind == 0 and artefacts is not None:
            layers += dust(shape, artefacts, random)
        elif kind == 0:
            layers += specks(shape, random)
        else:
            layers += DAMAGE[list(DAMAGE)[kind - 1]](shape, random)
    if shape != (height, width):
        top, left = (
            int(random.integers(whole - part + 1)) for whole, part in zip(shape, (height, width), strict=True)
        )
        layers = [layer.window(np.s_[top : top + height, left : left + width]) for layer in layers]
    return applied(clean, layers)


DAMAGE = {
    "specks": specks,
    "scratches": scratches,
    "folds": folds,
    "cracks": cracks,
    "tear": tear,
    "stain": stain,
    "emulsion loss": emulsion_loss,
    "fingerprint": fingerprint,
}
THIN_DAMAGE = (specks, scratches, scratches, folds, cracks, emulsion_loss)
"""What a network can honestly fill from around."""
_DAMAGE_SHARES = (0.30, 0.10, 0.24, 0.10, 0.10, 0.03, 0.06, 0.04, 0.03)  # dust, then as in DAMAGE


def scanned(picture: Pixels, random: np.random.Generator, strength: float = 1.0) -> Pixels:
    """Scan and save a picture: a little soft, grainy or noisy, sometimes compressed.

    Drawn damage gets the edges that real damage has in a file.
    """
    if random.random() < 0.5:
        picture = gaussian_blur(picture, random.uniform(0.25, 0.9) * strength, 1.0, 0.0)
    kind = random.random()
    if kind < 0.4:
        picture = film_grain(
            picture, strength * random.uniform(1, 14) / 255, random.uniform(0.4, 1.2), random
        )
    elif kind < 0.6:
        picture = gaussian_noise(picture, strength * random.uniform(0, 8) / 255, random)
    picture = np.clip(picture, 0, 1)
    return random_jpeg(picture, random, lowest=50) if random.random() < 0.6 else picture


def old_tones(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Age the tones and colours alone: fading, casts, uneven light; sepia where the picture is grey.

    One in ten stays as it is.
    """
    if random.random() < 0.1:
        return clean
    picture = clean
    if is_grey(clean) and random.random() < 0.4:
        picture = sepia(picture, random)
    elif random.random() < 0.7:
        picture = colour_cast(picture, random)
    if random.random() < 0.85:
        picture = unevenly_faded(picture, random) if random.random() < 0.25 else faded(picture, random)
    if random.random() < 0.3:
        picture = vignette(picture, random)
    return np.clip(picture, 0, 1).astype(np.float32)


def worn(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Age the detail alone: softness, grain and noise, paper, banding, halftone, compression.

    Each is there or not by chance; one picture in ten stays as it is.
    """
    if random.random() < 0.1:
        return clean
    picture = clean
    if random.random() < 0.6:
        picture = softened(picture, random, strength=0.8)
    if random.random() < 0.12:
        picture = misregistered(picture, 0.8, random)
    if random.random() < 0.06:
        picture = halftone(picture, random.uniform(2.5, 5), random, grey=is_grey(clean))
    if random.random() < 0.75:
        picture = _grain_or_noise(picture, random)
    if random.random() < 0.15:
        picture = paper_texture(picture, random.uniform(0.01, 0.05), random)
    if random.random() < 0.1:
        picture = scanner_banding(picture, random.uniform(1, 5) / 255, random)
    if random.random() < 0.02:
        picture = newton_rings(picture, random.uniform(0.02, 0.08), random)
    if is_grey(clean):
        picture = np.repeat((picture @ LUMA)[..., None], 3, axis=-1)
    picture = np.clip(picture, 0, 1).astype(np.float32)
    return random_jpeg(picture, random, lowest=20) if random.random() < 0.6 else picture


def printed(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Print a picture in dots, from fine to coarse, and scan the print."""
    dots = halftone(clean, random.uniform(2.5, 6.5), random, grey=is_grey(clean))
    return scanned(np.clip(dots, 0, 1).astype(np.float32), random)


def _grain_or_noise(picture: Pixels, random: np.random.Generator) -> Pixels:
    kind = random.random()
    if kind < 0.45:
        return film_grain(picture, random.uniform(2, 28) / 255, random.uniform(0.4, 1.4), random)
    if kind < 0.65:
        return gaussian_noise(picture, random.uniform(2, 35) / 255, random)
    if kind < 0.75:
        return grey_noise(picture, random.uniform(2, 30) / 255, random)
    if kind < 0.88:
        return sensor_noise(picture, random)
    if kind < 0.95:
        return speckle(picture, random.uniform(5, 40) / 255, random)
    return salt_and_pepper(picture, random.uniform(0, 0.01), random)


def is_grey(picture: Pixels) -> bool:
    """Whether all three channels are alike in every pixel."""
    return bool((picture[..., 0] == picture[..., 1]).all() and (picture[..., 1] == picture[..., 2]).all())
