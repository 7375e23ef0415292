"""The watermark that is to be learnt, from whatever shows it.

A picture with a transparent ground says it all. On a plain ground, the mark is what differs from the ground.
Of marked photos the mark is what they share: the median of their gradients, put together again (Dekel et al.
2017, "On the Effectiveness of Visible Watermarks"); how strongly it covers is read from how much less the
photos differ beneath it.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.errors import InvalidRecipe, RestorerError
from restorer.photo import Photo, SaveOptions, open_photo, save_photo
from restorer.restoration.small import shrunk
from restorer.training.own_photos import eight_bit

FEWEST_PHOTOS = 12
MARKS = "marks"
"""The folder, among the trainings, of the marks that were made out."""
_MOST_PHOTOS, _LONGEST = 48, 1024
_VISIBLE = 0.04  # of 0..1; less is no mark
_UNEVEN = 0.03  # a plain ground varies by less
_RIM = 0.03  # share of a picture's sides
_LARGEST_SHARE, _SMALLEST_SHARE = 0.6, 0.0005
_BAND = 64  # rows at a time
_ERROR_OF_MEDIAN = 1.86  # of normal values: 1.2533 standard deviations, each 1.4826 median deviations
_SURE = 2.0  # such errors
_AROUND = 2  # pixels
_HINT = (
    "Choose a PNG with a transparent ground, a picture of the mark on a plain one, or "
    f"{FEWEST_PHOTOS} marked photos of one size and more."
)

Mark = NDArray[np.float32]
"""``(h, w, 4)``, 0..1: the colours of a mark, and its opacity."""


def shown_mark(files: Sequence[Path], marks: Path) -> Path:
    """Return a picture, with transparency, of the mark that ``files`` show; a new one goes into ``marks``.

    Raises:
        InvalidRecipe: no mark can be made out.
        PhotoError: a file cannot be read.
        RestorerError: the picture cannot be written.
    """
    if len(files) == 1:
        photo = open_photo(files[0])
        if photo.alpha is not None:
            return files[0]
        mark = mark_on_plain_ground(eight_bit(photo.pixels))
    else:
        mark = mark_shared_by(_alike(files))
    levels = np.rint(mark * 255).astype(np.uint8)
    path = marks / f"mark-{hashlib.sha256(levels.tobytes()).hexdigest()[:12]}.png"
    try:
        marks.mkdir(parents=True, exist_ok=True)
        picture = Photo(np.ascontiguousarray(levels[..., :3]), alpha=np.ascontiguousarray(levels[..., 3]))
        save_photo(picture, path, SaveOptions(), overwrite=True)
    except OSError as error:
        raise RestorerError(
            f"The mark cannot be written to {marks}: {error.strerror or error}.", "Make room on this disk."
        ) from error
    return path


def mark_on_plain_ground(picture: NDArray[np.uint8]) -> Mark:
    """Return the mark in a picture ``(h, w, 3)`` whose ground is all of one colour.

    How strongly it covers cannot be told from one picture: its ink is taken to be as far from the ground as
    colours go (white or black, for most marks), and so to cover as little as it can.

    Raises:
        InvalidRecipe: the ground is not plain, or there is nothing on it.
    """
    light = picture.astype(np.float32) / np.float32(255)
    rim = max(1, round(_RIM * min(light.shape[:2])))
    inner = np.zeros(light.shape[:2], bool)
    inner[rim:-rim, rim:-rim] = True
    ground = np.median(light[~inner], axis=0)
    if np.abs(light[~inner] - ground).mean() > _UNEVEN:
        raise InvalidRecipe("The ground of this picture is not plain, so that no mark can be told.", _HINT)
    change = light - ground
    far = np.abs(change).max(axis=-1)
    if (far > _VISIBLE).mean() < _SMALLEST_SHARE:
        raise InvalidRecipe("There is nothing but ground in this picture.", _HINT)
    towards = change[far >= np.quantile(far[far > _VISIBLE], 0.9)].mean(axis=0)
    room = np.where(towards > 0, 1 - ground, ground) / np.maximum(np.abs(towards), 1e-6)
    ink = ground + towards * room.min()
    opacity = np.clip(change @ (ink - ground) / np.square(ink - ground).sum(), 0, 1)
    colours = np.broadcast_to(np.clip(ink, 0, 1), light.shape)
    return _cut(colours, np.where(far > _VISIBLE, opacity, 0))


def mark_shared_by(photos: NDArray[np.uint8]) -> Mark:
    """Return the mark that lies at the same place in many photos ``(n, h, w, 3)``.

    Raises:
        InvalidRecipe: they share nothing, or so much that they are one photo.
    """
    change = _put_together(*_median_gradients(photos))
    change -= np.median(change, axis=(0, 1))
    far = np.abs(change).max(axis=-1)
    there = far > max(_VISIBLE, 4 * float(np.median(far)))
    if not _SMALLEST_SHARE < there.mean() < _LARGEST_SHARE:
        raise InvalidRecipe("No mark can be made out that these photos share.", _HINT)
    slope = _opacity_for_change(photos, far, there)
    opacity = np.where(there, np.clip(slope * far, 0, 1), 0)
    ground = photos.mean(axis=(0, 1, 2), dtype=np.float64) / 255
    colours = np.clip(ground + change / np.maximum(slope * far, 1e-3)[..., None], 0, 1)
    ink = np.average(colours[there], axis=0, weights=opacity[there])
    plain = np.abs(colours[there] - ink).mean() < 0.15
    return _cut(np.broadcast_to(ink, colours.shape) if plain else colours, opacity)


def _alike(files: Sequence[Path]) -> NDArray[np.uint8]:
    """Read the photos that have the size of most, made smaller if they are large."""
    photos: dict[tuple[int, ...], list[NDArray[np.uint8]]] = {}
    for path in files[:_MOST_PHOTOS]:
        pixels = open_photo(path).pixels
        small = np.rint(shrunk(pixels, _LONGEST) * 255).astype(np.uint8)  # at once: large ones would not fit
        photos.setdefault(pixels.shape[:2], []).append(small)
    alike = max(photos.values(), key=len)
    if len(alike) < FEWEST_PHOTOS:
        raise InvalidRecipe(f"Only {len(alike)} of these photos have the same size.", _HINT)
    return np.stack(alike)


def _median_gradients(photos: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the steps down and across that the photos share, ``(h, w, 3)``; 0 where that is chance."""
    _, height, width, channels = photos.shape
    down, across = np.zeros((2, height, width, channels), np.float32)
    for top in range(0, height, _BAND):
        band = photos[:, top : top + _BAND + 1].astype(np.int16)
        steps = _shared(np.diff(band, axis=1))
        down[top : top + len(steps)] = steps
        rows = band[:, :_BAND]
        across[top : top + rows.shape[1], :-1] = _shared(np.diff(rows, axis=2))
    return down / np.float32(255), across / np.float32(255)


def _shared(steps: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return the median over photos ``(n, …)``, 0 where it is no further from 0 than chance would have it."""
    median = np.median(steps, axis=0).astype(np.float32)
    spread = np.median(np.abs(steps - median), axis=0).astype(np.float32)
    error = _ERROR_OF_MEDIAN * (spread + 1) / np.float32(np.sqrt(len(steps)))  # of 8 bits, rounded
    return np.where(np.abs(median) > _SURE * error, median, np.float32(0))


def _put_together(down: NDArray[np.float32], across: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the picture, but for a constant, whose steps come closest to these (a Poisson equation)."""
    height, width, _ = down.shape
    bend = down.copy()
    bend[1:] -= down[:-1]
    bend += across
    bend[:, 1:] -= across[:, :-1]
    mirrored = np.concatenate([bend, bend[::-1]])
    mirrored = np.concatenate([mirrored, mirrored[:, ::-1]], axis=1)
    spectrum = np.fft.rfft2(mirrored, axes=(0, 1))
    waves = 2 * np.cos(2 * np.pi * np.fft.fftfreq(2 * height))[:, None] - 2
    waves = waves + 2 * np.cos(2 * np.pi * np.fft.rfftfreq(2 * width))[None] - 2
    waves[0, 0] = 1
    spectrum /= waves[..., None]
    spectrum[0, 0] = 0
    whole = np.fft.irfft2(spectrum, (2 * height, 2 * width), axes=(0, 1))
    return np.asarray(whole[:height, :width], np.float32)


def _opacity_for_change(
    photos: NDArray[np.uint8], far: NDArray[np.float32], there: NDArray[np.bool_]
) -> float:
    """Return the opacity per change of light.

    Beneath an opacity of a, photos differ by 1 − a of what they differ by beside it.
    """
    differ = np.concatenate(
        [photos[:, top : top + _BAND].std(axis=0).mean(axis=-1) for top in range(0, photos.shape[1], _BAND)]
    )
    beside = float(np.median(differ[~there]))
    less = 1 - differ[there] / max(beside, 1e-3)
    slope = float((less * far[there]).sum() / np.square(far[there]).sum())
    return float(np.clip(slope, 1.0, 1 / np.quantile(far[there], 0.98)))


def _cut(colours: NDArray[np.floating], opacity: NDArray[np.floating]) -> Mark:
    """Cut a mark to where it is, and a little around it."""
    rows, columns = np.flatnonzero(opacity.any(axis=1)), np.flatnonzero(opacity.any(axis=0))
    part = np.s_[
        max(0, rows[0] - _AROUND) : rows[-1] + 1 + _AROUND,
        max(0, columns[0] - _AROUND) : columns[-1] + 1 + _AROUND,
    ]
    return np.concatenate([colours[part], opacity[part][..., None]], axis=-1).astype(np.float32)
