"""Compression: what JPEG does to a picture, once or more than once."""

import io

import numpy as np
from PIL import Image

from restorer.training.ageing.fields import Pixels


def jpeg(picture: Pixels, quality: int, offset: tuple[int, int], subsampling: int) -> Pixels:
    """Compress and decompress. ``offset`` (0..7 each) shifts the grid of 8×8 blocks.

    ``subsampling`` is Pillow's: 0 keeps the colours at full size, 2 halves them both ways.
    """
    top, left = offset
    eight_bit = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    padded = np.pad(eight_bit, ((top, 0), (left, 0), (0, 0)), mode="edge")
    file = io.BytesIO()
    Image.fromarray(padded).save(file, "JPEG", quality=quality, subsampling=subsampling)
    back = np.asarray(Image.open(file))[top:, left:]
    return back.astype(np.float32) / np.float32(255)


def random_jpeg(picture: Pixels, random: np.random.Generator, lowest: int = 8) -> Pixels:
    """Compress at a quality of ``lowest``..95, with the blocks anywhere; now and then twice."""
    rounds = 2 if random.random() < 0.2 else 1  # saved twice, with the grids apart, is common and harder
    for _ in range(rounds):
        quality = int(random.integers(lowest, 96))
        offset = (int(random.integers(8)), int(random.integers(8)))
        picture = jpeg(picture, quality, offset, 2 if random.random() < 0.7 else 0)
    return picture


def low_jpeg(picture: Pixels, random: np.random.Generator) -> Pixels:
    """Compress once, so that it can be seen: at a quality of 8..60, mostly a low one."""
    quality = round(8 * (60 / 8) ** random.random())
    offset = (int(random.integers(8)), int(random.integers(8)))
    return jpeg(picture, quality, offset, 2 if random.random() < 0.7 else 0)
