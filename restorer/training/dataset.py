"""From a folder of photos to crops: split by picture, never by crop, and drawn by a seed."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from restorer.errors import InvalidRecipe

_BUSIEST_OF = 3
_ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"}


@dataclass(frozen=True)
class PhotoFolder:
    """The photos of a folder in memory, each ``(H, W, 3)`` uint8, in named groups."""

    groups: Mapping[str, list[NDArray[np.uint8]]]
    shares: Mapping[str, float]
    smallest_scale: float = 0.3
    largest_scale: float = 1.0

    def crop(self, size: int, random: np.random.Generator) -> NDArray[np.float32]:
        """Draw a crop ``(size, size, 3)``, 0..1: scaled, turned, mirrored, now and then grey or dimmed."""
        names = list(self.groups)
        weights = np.array([self.shares.get(name, 0.0) for name in names])
        crop = np.empty(0, np.float32)
        for _ in range(4):  # a flat crop teaches little: up to three more tries for one with detail
            photos = self.groups[names[random.choice(len(names), p=weights / weights.sum())]]
            crop = self._cut(photos[random.integers(len(photos))], size, random)
            if crop.std() > 0.02:
                break
        if random.random() < 0.12:
            crop = np.repeat(crop @ np.array([[0.299], [0.587], [0.114]], np.float32), 3, axis=-1)
        if random.random() < 0.3:
            crop = np.float32(random.uniform(0.6, 1.0)) * crop ** np.float32(random.uniform(0.7, 1.4))
        return np.ascontiguousarray(crop, np.float32)

    def busy_crop(self, size: int, random: np.random.Generator) -> NDArray[np.float32]:
        """Draw the crop with the most detail of a few: what a network that finds things is mistaken in."""
        crops = [self.crop(size, random) for _ in range(_BUSIEST_OF)]
        return max(crops, key=lambda crop: float(np.abs(np.diff(crop, axis=1)).mean()))

    def _cut(self, photo: NDArray[np.uint8], size: int, random: np.random.Generator) -> NDArray[np.float32]:
        """Cut a crop from a photo, shrunk by chance, or enlarged if it has to be."""
        height, width = photo.shape[:2]
        needed = min(size / min(height, width), self.largest_scale)
        scale = random.uniform(min(max(self.smallest_scale, needed), 1.0), max(needed, 1.0))
        source = min(round(size / scale), height, width)
        top, left = random.integers(height - source + 1), random.integers(width - source + 1)
        window = photo[top : top + source, left : left + source]
        if source != size:
            window = np.asarray(Image.fromarray(window).resize((size, size), Image.Resampling.LANCZOS))
        window = np.rot90(window, int(random.integers(4)))
        if random.random() < 0.5:
            window = window[:, ::-1]
        return np.asarray(window.astype(np.float32) / np.float32(255), np.float32)

    def as_scanned(self, size: int, random: np.random.Generator) -> NDArray[np.float32]:
        """Draw a crop ``(size, size, C)``, 0..1, pixel by pixel as it is; mirrored perhaps, never turned.

        Scaling would change its noise, and turning it would make columns of a scanner's rows.
        """
        photos = [photo for members in self.groups.values() for photo in members]
        photo = photos[random.integers(len(photos))]
        top, left = (random.integers(side - size + 1) for side in photo.shape[:2])
        window = photo[top : top + size, left : left + size]
        window = window[:: random.choice([-1, 1]), :: random.choice([-1, 1])]
        return np.ascontiguousarray(window, np.float32) / np.float32(255)

    def view(self, size: int, random: np.random.Generator) -> NDArray[np.float32]:
        """Draw most of a photo ``(size, size, 3)``, 0..1: upright, perhaps mirrored, in its colours."""
        names = list(self.groups)
        weights = np.array([self.shares.get(name, 0.0) for name in names])
        photos = self.groups[names[random.choice(len(names), p=weights / weights.sum())]]
        photo = photos[random.integers(len(photos))]
        height, width = photo.shape[:2]
        side = round(min(height, width) * random.uniform(0.65, 1.0))
        top, left = random.integers(height - side + 1), random.integers(width - side + 1)
        window = Image.fromarray(photo[top : top + side, left : left + side])
        view = np.asarray(window.resize((size, size), Image.Resampling.LANCZOS))
        view = view[:, ::-1] if random.random() < 0.5 else view
        return np.ascontiguousarray(view, np.float32) / np.float32(255)


def load_photos(
    folder: Path,
    shares: Mapping[str, float],
    validation_share: float,
    smallest: int,
    smallest_scale: float = 0.3,
    largest_scale: float = 1.0,
) -> tuple[PhotoFolder, PhotoFolder]:
    """Read every photo of a folder and return those to train on and those to validate on.

    Which side a photo falls on depends on its name alone, so that it stays there when others come or
    go. Photos that cannot be read, or whose shorter side has not ``smallest`` pixels at ``largest_scale``,
    are left out. Crops are drawn from photos shrunk by ``smallest_scale``..1, or enlarged where they are too
    small.

    Raises:
        InvalidRecipe: a named sub-folder is missing, or no photo is left.
    """
    names = list(shares) or ["."]
    training: dict[str, list[NDArray[np.uint8]]] = {}
    validation: dict[str, list[NDArray[np.uint8]]] = {}
    for name in names:
        for path in _files(folder, name):
            photo = _read(path, smallest / largest_scale)
            if photo is None:
                continue
            held_out = is_held_out(path, folder, validation_share)
            (validation if held_out else training).setdefault(name, []).append(photo)
    if not training or not validation:
        raise InvalidRecipe(
            f"There are not enough usable photos in {folder}.",
            hint=f"Add photos with sides of at least {smallest} pixels.",
        )
    weights = dict(shares) or {".": 1.0}
    sides = (PhotoFolder(side, weights, smallest_scale, largest_scale) for side in (training, validation))
    return next(sides), next(sides)


def kept_aside(
    folder: Path, shares: Mapping[str, float], validation_share: float
) -> Mapping[str, list[Path]]:
    """Return the files, by group, that `load_photos` keeps aside to validate on; none of them is opened.

    Raises:
        InvalidRecipe: a named sub-folder is missing.
    """
    names = list(shares) or ["."]
    aside = {
        name: [path for path in _files(folder, name) if is_held_out(path, folder, validation_share)]
        for name in names
    }
    return {name: paths for name, paths in aside.items() if paths}


def _files(folder: Path, name: str) -> list[Path]:
    if not (folder / name).is_dir():
        raise InvalidRecipe(f"The folder {folder / name} does not exist.")
    return [path for path in sorted((folder / name).rglob("*")) if path.suffix.lower() in _ENDINGS]


def is_held_out(path: Path, folder: Path, share: float) -> bool:
    """Return whether a photo is among the ``share`` that is validated on; its name in ``folder`` decides."""
    return zlib.crc32(path.relative_to(folder).as_posix().encode()) % 10_000 < share * 10_000


def _read(path: Path, smallest: float) -> NDArray[np.uint8] | None:
    try:
        with Image.open(path) as image:
            if min(image.size) < smallest:
                return None
            return np.asarray(image.convert("RGB"))
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
