"""What is laid over a picture: an opacity and a colour for every pixel, and the mask that follows.

Each kind of damage is drawn as `Layer`s; `applied` lays them over a picture and says where they can be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from restorer.training.ageing.fields import Pixels

_VISIBLE = 8 / 255
"""A change smaller than this in every channel is no damage to anybody's eye."""


@dataclass(frozen=True)
class Layer:
    """An ``opacity`` (H, W), 0..1, and the ``colour`` (H, W, 3) or (3,) that it lays over the picture.

    A layer that multiplies stains the picture instead of covering it. One that is no damage (the soft
    shade beside a fold) changes pixels, but the mask knows nothing of it.
    """

    opacity: Pixels
    colour: Pixels
    multiplies: bool = False
    damage: bool = True

    def window(self, part: tuple[slice, slice]) -> "Layer":
        """Return what of the layer lies in a part of the picture (rows, columns)."""
        colour = self.colour if self.colour.ndim == 1 else self.colour[part]
        return replace(self, opacity=self.opacity[part], colour=colour)


@dataclass(frozen=True)
class Damaged:
    """A damaged picture and the ``mask`` (H, W), 0 or 1, of the pixels that are visibly so."""

    pixels: Pixels
    mask: Pixels


def applied(clean: Pixels, layers: Sequence[Layer]) -> Damaged:
    """Lay the layers over the picture, one after another."""
    pixels, covered = clean, np.zeros(clean.shape[:2], bool)
    for layer in layers:
        under = pixels
        share = layer.opacity[..., None]
        over = under * layer.colour if layer.multiplies else layer.colour
        pixels = (under * (1 - share) + over * share).astype(np.float32)
        if layer.damage:
            change = np.abs(pixels - under)
            # Channel by channel: numpy takes ten times as long for the largest of three along an axis.
            for channel in np.moveaxis(change, -1, 0):
                covered |= channel > _VISIBLE
    return Damaged(pixels, covered.astype(np.float32))


def nothing(clean: Pixels) -> Damaged:
    """Return the picture as it is, with an empty mask."""
    return Damaged(clean, np.zeros(clean.shape[:2], np.float32))


def light_or_dark(random: np.random.Generator, white_share: float = 0.65) -> Pixels:
    """Draw the colour of a scratch or speck: mostly near white, else near black, now and then tinted."""
    value = random.uniform(0.78, 1.0) if random.random() < white_share else random.uniform(0.0, 0.2)
    spread = 0.12 if random.random() < 0.2 else 0.02
    return np.clip(value + random.uniform(-spread, spread, 3), 0, 1).astype(np.float32)
