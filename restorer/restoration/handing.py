"""Saves a result while it is still being made: whoever packs rows need not wait for the last of them."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait

from restorer.errors import Cancelled
from restorer.photo import Box, Photo
from restorer.photo.arrival import Arrival
from restorer.progress import Progress

_TICK = 0.1
"""Seconds between two reports of progress while only saving goes on."""


@contextlib.contextmanager
def handed_to(
    save: Callable[[Photo], None], photo: Photo, progress: Progress
) -> Iterator[Callable[[Box], None]]:
    """Run ``save`` on ``photo`` in a thread of its own while the body makes the photo's pixels.

    The body says with what it is given which parts are final. Neither outlives the other: if the body fails,
    ``save`` finds its photo given up (`Cancelled`); if ``save`` fails, the body's next part raises its error.
    Whoever asks to stop when all is saved is too late, and hears nothing of it.
    """
    arrival = Arrival(photo.height, photo.width)
    with ThreadPoolExecutor(1, "save") as thread:
        saved = thread.submit(save, dataclasses.replace(photo, arrival=arrival))

        def add(box: Box) -> None:
            if saved.done():
                saved.result()
            arrival.add(box)

        try:
            yield add
            arrival.finish()
            try:
                while wait([saved], _TICK).not_done:
                    progress(1.0, "Saving")
            except Cancelled:
                if saved.exception() is not None:  # it heard of that as well, and left nothing
                    raise
        except BaseException:
            arrival.give_up()
            raise
        saved.result()
