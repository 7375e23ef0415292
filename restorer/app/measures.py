"""Numbers about a restoration that need no reference photo."""

from typing import TYPE_CHECKING

from restorer.photo import Box
from restorer.progress import Progress

if TYPE_CHECKING:
    from restorer.app.document import Document

_ROWS = 256


def share_unchanged(document: "Document", *, progress: Progress | None = None) -> float:
    """Return the share (0..1) of pixels that the document's recipe leaves as they were, to the bit.

    Raises:
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    height, width = document.photo.height, document.photo.width
    same = 0
    for top in range(0, height, _ROWS):
        progress(top / height)
        box = Box(top, 0, min(top + _ROWS, height), width)
        equal = document.after_pixels(0, box) == document.photo.pixels[box.slices]
        same += int(equal.all(axis=-1).sum())
    return same / (height * width)
