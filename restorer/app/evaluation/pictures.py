"""The pictures that models are measured on."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo import READABLE, open_photo

Picture = NDArray[np.float32]
"""``(H, W, 3)``, 0..1; a noisy one may leave that range."""

_ENDINGS = frozenset(ending for endings in READABLE.values() for ending in endings)


def read_pictures(folder: Path, limit: int | None = None) -> list[Picture]:
    """Read the pictures of a folder, by name, at most ``limit``.

    Raises:
        PhotoError: there are none, or one cannot be opened.
    """
    files = [path for path in sorted(folder.glob("*")) if path.suffix.lower() in _ENDINGS][:limit]
    if not files:
        raise PhotoError(f"There are no pictures in {folder}.", hint="Name a folder of photos.")
    return [read_picture(path) for path in files]


def read_pairs(folder: Path, limit: int | None = None) -> list[tuple[Picture, Picture]]:
    """Read pairs of real (noisy, clean) pictures: ``NAME_real.*`` beside ``NAME_mean.*``.

    Raises:
        PhotoError: there are none, or one cannot be opened.
    """
    noisy = sorted(path for path in folder.glob("*_real.*") if path.suffix.lower() in _ENDINGS)[:limit]
    pairs = [
        (read_picture(path), read_picture(path.with_name(path.name.replace("_real.", "_mean."))))
        for path in noisy
    ]
    if not pairs:
        raise PhotoError(
            f"There are no pairs in {folder}.", hint="Call them NAME_real.png and NAME_mean.png."
        )
    return pairs


def eight_bit(picture: Picture) -> NDArray[np.uint8]:
    """Return the picture as an 8-bit file holds it."""
    return np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)


def read_picture(path: Path) -> Picture:
    """Read one picture, whatever its depth; a grey one gets three equal channels.

    Raises:
        PhotoError: it cannot be opened.
    """
    pixels = open_photo(path).pixels
    top = 1 if pixels.dtype == np.float32 else np.iinfo(pixels.dtype).max
    light = pixels.astype(np.float32) / np.float32(top)
    return np.repeat(light, 3, axis=2) if light.shape[2] == 1 else light
