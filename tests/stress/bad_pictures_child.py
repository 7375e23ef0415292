"""Opens bad pictures one after the other, and does with those that open what a program does."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDERS = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDERS), str(FOLDERS / "stress")]

import numpy as np  # noqa: E402
from child import Case, face, refused  # noqa: E402
from hostile_pictures import hostile_pictures  # noqa: E402
from spoiling import spoilt_files  # noqa: E402

from restorer.errors import RestorerError  # noqa: E402
from restorer.photo import Photo, display_pixels, open_photo, probe, save_photo  # noqa: E402

SMALL = 1_000_000
"""Pictures of at most so many pixels are also shown and saved: their metadata may do harm there."""


def cases(which: str, damages: int, seed: int) -> Iterator[Case]:
    """Yield bad files, always the same for the same arguments."""
    if which == "hostile":
        for name, make in hostile_pictures():
            yield name, make, attempt
        return
    for name, data in spoilt_files(damages, seed):
        yield name, lambda path, data=data: path.write_bytes(data), attempt


def attempt(path: Path) -> dict[str, Any]:
    """Open a file and do what a program does with it; return what came of it."""
    claimed = 0
    try:
        claimed = probe(path).bytes
    except RestorerError as error:
        refused(error)
    try:
        photo = open_photo(path)
    except RestorerError as error:
        return refused(error, bytes=claimed)
    check(photo)
    if photo.width * photo.height <= SMALL:
        use(photo, path.parent)
    return {"outcome": "opened", "bytes": photo.pixels.nbytes, "words": " ".join(photo.notes)}


def check(photo: Photo) -> None:
    """Make sure that a photo is what it promises to be."""
    for values in (photo.pixels, photo.alpha):
        if values is not None and values.dtype == np.float32:
            assert np.isfinite(values).all(), "values that are no numbers"
            assert 0 <= values.min() <= values.max() <= 1, "values outside 0 and 1"


def use(photo: Photo, folder: Path) -> None:
    """Show and save a photo."""
    display_pixels(photo.pixels[:64], photo.profile, None if photo.alpha is None else photo.alpha[:64])
    for suffix in (".tif", ".png", ".jpg"):
        target = folder / f"saved{suffix}"
        try:
            save_photo(photo, target, overwrite=True)
        except RestorerError as error:
            refused(error)
            continue
        assert open_photo(target).pixels.shape == photo.pixels.shape


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    face(cases(told["which"], told["damages"], told["seed"]), told)
