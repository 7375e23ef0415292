"""A restored photo opened beside its original, to be compared."""

from pathlib import Path

import numpy as np

from restorer.app.document import Document, document_of
from restorer.errors import PhotoError
from restorer.photo import open_photo
from restorer.photo.pyramid import Pyramid
from restorer.photo.raster import to_bits
from restorer.progress import Progress


def open_finished(
    source: Path, result: Path, *, progress: Progress | None = None
) -> tuple[Document, Pyramid]:
    """Open the photo ``source``, and what is in ``result`` at every zoom level, in the photo's own depth.

    Raises:
        PhotoError: one of them cannot be read, or the result is of another size.
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    restored = open_photo(result, progress=progress.part(0.0, 0.4)).pixels
    photo = open_photo(source, progress=progress.part(0.4, 0.3))
    height, width, channels = photo.pixels.shape
    if restored.shape[:2] != (height, width) or restored.shape[2] not in (1, channels):
        raise PhotoError(f"“{result.name}” has another size than its original.", "Was it worked on since?")
    pixels = np.ascontiguousarray(np.broadcast_to(to_bits(restored, photo.bits), photo.pixels.shape))
    finished = Pyramid.build(pixels, progress.part(0.7, 0.15))
    return document_of(photo, progress=progress.part(0.85, 0.15)), finished
