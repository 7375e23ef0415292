"""The pictures that models are measured on."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo import READABLE, open_photo
from restorer.progress import CancelToken

Picture = NDArray[np.float32]
"""``(H, W, 3)``, 0..1; a noisy one may leave that range."""

Read = TypeVar("Read")

_ENDINGS = frozenset(ending for endings in READABLE.values() for ending in endings)


LeftOut = Callable[[Path, PhotoError], None]
"""Told of each photo that cannot be read, and why; the others are measured."""


def say_nothing(path: Path, error: PhotoError) -> None:
    """Leave a photo out and tell nobody."""


def read_pictures(
    folder: Path,
    limit: int | None = None,
    *,
    left_out: LeftOut = say_nothing,
    token: CancelToken | None = None,
) -> list[Picture]:
    """Read the pictures of a folder, by name, at most ``limit``; those that cannot be read are left out.

    Raises:
        PhotoError: there are none, or none of them can be read.
        Cancelled: somebody asked to stop.
    """
    _check_folder(folder)
    files = [path for path in sorted(folder.glob("*")) if path.suffix.lower() in _ENDINGS]
    if not files:
        raise PhotoError(f"There are no pictures in {folder}.", hint="Name a folder of photos.")
    pictures = list(itertools.islice(readable(files, read_picture, left_out, token), limit))
    if not pictures:
        raise none_readable(folder)
    return pictures


def read_pairs(
    folder: Path,
    limit: int | None = None,
    *,
    left_out: LeftOut = say_nothing,
    token: CancelToken | None = None,
) -> list[tuple[Picture, Picture]]:
    """Read pairs of real (noisy, clean) pictures: ``NAME_real.*`` beside ``NAME_mean.*``.

    A pair of which one cannot be read is left out.

    Raises:
        PhotoError: there are none, or none of them can be read.
        Cancelled: somebody asked to stop.
    """
    _check_folder(folder)
    noisy = sorted(path for path in folder.glob("*_real.*") if path.suffix.lower() in _ENDINGS)
    if not noisy:
        raise PhotoError(
            f"There are no pairs in {folder}.", hint="Call them NAME_real.png and NAME_mean.png."
        )
    pairs = list(itertools.islice(readable(noisy, _read_pair, left_out, token), limit))
    if not pairs:
        raise none_readable(folder)
    return pairs


def readable(
    paths: Iterable[Path], read: Callable[[Path], Read], left_out: LeftOut, token: CancelToken | None = None
) -> Iterator[Read]:
    """Yield what ``read`` makes of the files that can be read; ``left_out`` is told of the others.

    Raises:
        Cancelled: somebody asked to stop.
    """
    for path in paths:
        if token is not None:
            token.check()
        try:
            content = read(path)
        except PhotoError as error:
            left_out(path, error)
        else:
            yield content


def none_readable(folder: Path) -> PhotoError:
    """Return the error that says that there is nothing left to measure."""
    return PhotoError(f"None of the photos in {folder} can be read.", hint="Name a folder of sound photos.")


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise PhotoError(f"There is no folder “{folder}”.", hint="Name a folder of photos.")


def _read_pair(noisy: Path) -> tuple[Picture, Picture]:
    return read_picture(noisy), read_picture(noisy.with_name(noisy.name.replace("_real.", "_mean.")))


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
