"""Dust, hair, lint and smuts: from a folder of alpha masks, and specks drawn without it."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from restorer.errors import InvalidRecipe
from restorer.training.ageing.fields import Pixels, coordinates
from restorer.training.ageing.marks import Layer, light_or_dark

_HELD_OUT_SHARE = 0.1
_LARGEST_SHARE = 0.2  # dirt that covers more of a picture than this is not dust


@dataclass(frozen=True)
class Artefacts:
    """Alpha masks (H, W) uint8 of dirt, by kind: the name of the sub-folder that they lie in."""

    kinds: Mapping[str, list[NDArray[np.uint8]]]


def load_artefacts(folder: Path) -> tuple[Artefacts, Artefacts]:
    """Read a folder of sub-folders of alpha masks (PNG): those to train with and a tenth kept aside.

    Which side a mask falls on depends on its name alone.

    Raises:
        InvalidRecipe: there are too few masks, or one of them cannot be read.
    """
    sides: tuple[dict[str, list[NDArray[np.uint8]]], ...] = ({}, {})
    for path in sorted(folder.glob("*/*.png")):
        key = path.relative_to(folder).as_posix().encode()
        held_out = zlib.crc32(key) % 10_000 < _HELD_OUT_SHARE * 10_000
        sides[held_out].setdefault(path.parent.name, []).append(_mask(path))
    if not all(sides):
        raise InvalidRecipe(
            f"There are not enough masks of dirt in {folder}.",
            hint="The folder needs sub-folders (dust, hair, …) of grey PNG files: white is dirt.",
        )
    return Artefacts(sides[0]), Artefacts(sides[1])


def _mask(path: Path) -> NDArray[np.uint8]:
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("L"))
    except (OSError, SyntaxError, ValueError) as error:  # whatever Pillow raises on a damaged file
        raise InvalidRecipe(f"The mask {path} cannot be read.", hint="Take it out of the folder.") from error


def dust(shape: tuple[int, int], artefacts: Artefacts, random: np.random.Generator) -> list[Layer]:
    """Strew pieces of 1 to 4 masks over a picture of this shape: turned, scaled, light or dark."""
    layers = []
    names = list(artefacts.kinds)
    for _ in range(int(random.integers(1, 5))):
        masks = artefacts.kinds[names[random.integers(len(names))]]
        opacity = _piece(masks[random.integers(len(masks))], shape, random)
        layers.append(Layer(opacity * np.float32(random.uniform(0.5, 1.0)), light_or_dark(random)))
    return layers


def specks(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Draw 3 to 60 small round specks, some light and some dark."""
    rows, columns = coordinates(shape)
    opacity = np.zeros(shape, np.float32)
    colours = np.zeros((*shape, 3), np.float32)
    for _ in range(int(random.integers(3, 61))):
        top, left = random.uniform(0, shape[0]), random.uniform(0, shape[1])
        radius = random.uniform(0.5, 1.8) if random.random() < 0.85 else random.uniform(1.8, 5)
        reach = int(radius * 1.6) + 2
        window = np.s_[
            max(0, int(top) - reach) : int(top) + reach + 1, max(0, int(left) - reach) : int(left) + reach + 1
        ]
        turn = np.arctan2(rows[window] - top, columns[window] - left)
        ragged = (
            1 + 0.25 * np.sin(2 * turn + random.uniform(0, 6)) + 0.2 * np.sin(3 * turn + random.uniform(0, 6))
        )
        distance = np.hypot(rows[window] - top, columns[window] - left)
        speck = np.clip(radius * ragged + 0.5 - distance, 0, 1) * random.uniform(0.5, 1.0)
        opacity[window] = np.maximum(opacity[window], speck)
        colours[window] = np.where(speck[..., None] > 0, light_or_dark(random), colours[window])
    return [Layer(opacity, colours)]


def _piece(mask: NDArray[np.uint8], shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    """Cut the mask to a picture's shape; pieces with next to nothing or far too much on them are redrawn."""
    longest = max(shape)
    piece = np.zeros(shape, np.float32)
    for _ in range(5):
        side = min(round(longest / random.uniform(0.6, 2.0)), *mask.shape)
        top = int(random.integers(mask.shape[0] - side + 1))
        left = int(random.integers(mask.shape[1] - side + 1))
        window = mask[top : top + side, left : left + side]
        if window.max() > 100 and (window > 25).mean() < _LARGEST_SHARE:
            image = Image.fromarray(window).resize((longest, longest), Image.Resampling.BICUBIC)
            turned = np.rot90(np.asarray(image, np.float32), int(random.integers(4)))[: shape[0], : shape[1]]
            piece = turned[:, ::-1] if random.random() < 0.5 else turned
            break
    return np.ascontiguousarray(piece) / np.float32(255)
