"""Masks as users paint them and as damage leaves them; and pictures grey or sepia as old ones are."""

import numpy as np
from PIL import Image, ImageFilter

from restorer.training.ageing.dust import Artefacts, dust
from restorer.training.ageing.fading import sepia
from restorer.training.ageing.fields import LUMA, Pixels
from restorer.training.ageing.marks import applied
from restorer.training.ageing.mixtures import THIN_DAMAGE
from restorer.training.ageing.scratches import drawn_line

_MOST_HOLES = 0.25


def often_grey(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Make two pictures in five grey or sepia, as old photos are."""
    kind = random.random()
    if kind < 0.28:
        return np.repeat((clean @ LUMA)[..., None], 3, axis=-1)
    return sepia(clean, random) if kind < 0.4 else clean


def widened(mask: Pixels, reach: int) -> Pixels:
    """Grow a mask (H, W), 0 or 1, by ``reach`` pixels on all sides."""
    image = Image.fromarray((mask > 0.5).astype(np.uint8) * 255)
    return (np.asarray(image.filter(ImageFilter.MaxFilter(2 * reach + 1))) > 127).astype(np.float32)


def brush_strokes(shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    """Draw a mask as a person does with a brush: one to five strokes and dabs."""
    mask = np.zeros(shape, np.float32)
    for _ in range(int(random.integers(1, 6))):
        count = int(random.integers(2, 24))
        headings = random.uniform(0, 2 * np.pi) + np.cumsum(random.normal(0, 0.35, count))
        rows = random.uniform(0, shape[0]) + 6 * np.cumsum(np.sin(headings))
        columns = random.uniform(0, shape[1]) + 6 * np.cumsum(np.cos(headings))
        width = random.uniform(3, 10) if random.random() < 0.7 else random.uniform(10, 26)
        mask = np.maximum(mask, drawn_line(shape, rows, columns, np.full(count, width)))
    return (mask > 0.5).astype(np.float32)


def holes(shape: tuple[int, int], artefacts: Artefacts, random: np.random.Generator) -> Pixels:
    """Draw a mask to fill: the shapes of scratches, dust and folds, a little too wide, or brush strokes."""
    mask = np.zeros(shape, np.float32)
    for _ in range(5):
        mask = brush_strokes(shape, random) if random.random() < 0.3 else _thin(shape, artefacts, random)
        if 0 < mask.mean() < _MOST_HOLES:
            break
    return mask


def _thin(shape: tuple[int, int], artefacts: Artefacts, random: np.random.Generator) -> Pixels:
    middle = np.full((*shape, 3), 0.5, np.float32)  # on grey, all that is drawn is seen
    layers = []
    for _ in range(int(random.integers(1, 4))):
        kind = random.integers(len(THIN_DAMAGE) + 3)
        layers += dust(shape, artefacts, random) if kind < 3 else THIN_DAMAGE[kind - 3](shape, random)
    return widened(applied(middle, layers).mask, int(random.integers(1, 4)))
