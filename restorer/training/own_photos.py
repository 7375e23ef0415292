"""Somebody's own photos in memory: of each only some windows, so that a folder of large scans fits."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.errors import InvalidRecipe, PhotoError
from restorer.photo import open_photo
from restorer.photo.photo import Pixels
from restorer.training.dataset import PhotoFolder
from restorer.training.order import Files

_WINDOW = 512  # pixels
_MOST_BYTES = 600_000_000
_FEWEST_WINDOWS, _MOST_WINDOWS = 2, 12

Window = NDArray[np.uint8]


def load_own_photos(files: Files, smallest: int, *, whole: bool = False) -> PhotoFolder:
    """Read photos, or pairs as six planes, and keep windows of them ``(h, w, C)`` uint8.

    Photos with a side shorter than ``smallest`` are left out, and so are those that cannot be read. With
    ``whole``, photos are made small instead of cut, for tasks that look at all of a photo.

    Raises:
        InvalidRecipe: nothing is left.
    """
    most = _windows_each(len(files))
    kept: list[Window] = []
    for pixels in _pictures(files):
        if min(pixels.shape[:2]) >= smallest:
            kept += [_small(pixels)] if whole else _windows(pixels, max(smallest, _WINDOW), most)
    if not kept:
        raise InvalidRecipe(
            "None of these photos can be learnt from any more.",
            hint="They were moved, changed or are too small: look at the folder again.",
        )
    return PhotoFolder({".": kept}, {".": 1.0})


def eight_bit(pixels: Pixels) -> Window:
    """Return pixels of any depth as ``(H, W, 3)`` uint8."""
    if pixels.dtype == np.uint8:
        light = pixels
    elif pixels.dtype == np.uint16:
        light = ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)
    else:
        light = np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    return np.asarray(light if light.shape[2] == 3 else np.repeat(light, 3, axis=2))


def _pictures(files: Files) -> Iterable[Window]:
    for path in files.photos:
        if (picture := _read(path)) is not None:
            yield picture
    for noisy_path, clean_path in files.pairs:
        noisy, clean = _read(noisy_path), _read(clean_path)
        if noisy is not None and clean is not None and noisy.shape == clean.shape:
            yield np.concatenate([noisy, clean], axis=-1)


def _read(path: Path) -> Window | None:
    try:
        return eight_bit(open_photo(path).pixels)
    except PhotoError:
        return None


def _windows_each(photos: int) -> int:
    affordable = _MOST_BYTES // (max(photos, 1) * _WINDOW * _WINDOW * 3)
    return int(np.clip(affordable, _FEWEST_WINDOWS, _MOST_WINDOWS))


def _windows(pixels: Window, side: int, most: int) -> list[Window]:
    """Cut up to ``most`` windows, spread evenly; a photo that is little larger stays whole."""
    height, width = pixels.shape[:2]
    if height * width <= most * side * side:
        return [pixels]
    rows, columns = max(1, height // side), max(1, width // side)
    places = [(row, column) for row in range(rows) for column in range(columns)]
    chosen = [places[round(index)] for index in np.linspace(0, len(places) - 1, min(most, len(places)))]
    tops = np.linspace(0, height - min(side, height), rows).astype(int)
    lefts = np.linspace(0, width - min(side, width), columns).astype(int)
    return [
        pixels[tops[row] : tops[row] + side, lefts[column] : lefts[column] + side].copy()
        for row, column in chosen
    ]


def _small(pixels: Window) -> Window:
    """Shrink by whole steps to a shorter side of about a window."""
    step = max(1, min(pixels.shape[:2]) // _WINDOW)
    height, width = (side // step * step for side in pixels.shape[:2])
    blocks = pixels[:height, :width].reshape(height // step, step, width // step, step, -1)
    small: Window = np.rint(blocks.mean(axis=(1, 3))).astype(np.uint8)
    return small
