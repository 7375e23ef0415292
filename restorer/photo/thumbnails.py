"""Small pictures of photos, for lists: quick rather than exact."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo.colour import display_pixels
from restorer.photo.decoding import small_jpeg
from restorer.photo.probing import probe
from restorer.photo.raster import quiet, upright
from restorer.photo.reading import kind_of, open_photo, sentences

_MOST_MEGAPIXELS = 60
"""Of what has to be decoded whole: a list is not worth more."""


def thumbnail(path: Path, side: int) -> NDArray[np.uint8]:
    """Return a photo upright in the screen's sRGB, ``uint8 (h, w, 3)``, its longer side ``side`` to
    twice that.

    A smaller photo keeps its size.

    Raises:
        PhotoError: the file cannot be read, or would take too long.
    """
    kind = kind_of(path)
    if kind == "JPEG" and probe(path).bits == 8:
        with sentences(path, kind), quiet():
            raster = small_jpeg(path, side)
            pixels = upright(raster.pixels, raster.orientation)
        return display_pixels(_thinned(pixels, side), raster.profile)
    if kind == "RAW" or probe(path).megapixels > _MOST_MEGAPIXELS:
        raise PhotoError(f"“{path.name}” is too large for a small picture.")
    photo = open_photo(path)
    alpha = None if photo.alpha is None else _thinned(photo.alpha, side)
    return display_pixels(_thinned(photo.pixels, side), photo.profile, alpha)


def _thinned(pixels: NDArray[np.generic], side: int) -> NDArray[np.generic]:
    step = max(1, max(pixels.shape[:2]) // side)
    return np.ascontiguousarray(pixels[::step, ::step])
