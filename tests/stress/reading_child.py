"""Opens bad files one after the other in a process of its own, under a limit of memory, and tells of each.

Started by `reading`. Writes a line of JSON before each file and one after it, so that a file that kills the
process, or makes it hang, is known.
"""

import contextlib
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDERS = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDERS), str(FOLDERS / "stress")]

import numpy as np  # noqa: E402
from hostile_pictures import Maker, hostile_pictures  # noqa: E402
from spoiling import spoilt_files  # noqa: E402

from restorer.errors import RestorerError  # noqa: E402
from restorer.photo import Photo, display_pixels, open_photo, probe, save_photo  # noqa: E402

SMALL = 1_000_000
"""Pictures of at most so many pixels are also shown and saved: their metadata may do harm there."""


def inputs(which: str, damages: int, seed: int) -> Iterator[tuple[str, Maker]]:
    """Yield the names and makers of bad files, always the same for the same arguments."""
    if which == "hostile":
        yield from hostile_pictures()
    else:
        for name, data in spoilt_files(damages, seed):
            yield name, lambda path, data=data: path.write_bytes(data)


def attempt(path: Path) -> dict[str, Any]:
    """Open a file and do what a program does with it; return what came of it."""
    claimed = 0
    try:
        claimed = probe(path).bytes
    except RestorerError as error:
        check_sentence(error)
    try:
        photo = open_photo(path)
    except RestorerError as error:
        check_sentence(error)
        return {"outcome": "refused", "words": error.message, "bytes": claimed}
    check_photo(photo)
    if photo.width * photo.height <= SMALL:
        use(photo, path.parent)
    return {"outcome": "opened", "bytes": photo.pixels.nbytes, "words": " ".join(photo.notes)}


def check_sentence(error: RestorerError) -> None:
    """Make sure that an error is one sentence with a hint."""
    message = error.message
    assert message[:1].isupper() or message[:1] in "“", message
    assert message.endswith("."), message
    assert "\n" not in message, message
    assert len(message) < 400, message
    assert error.hint, f"no hint: {message}"


def check_photo(photo: Photo) -> None:
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
            check_sentence(error)
            continue
        again = open_photo(target)
        assert again.pixels.shape == photo.pixels.shape


def peak() -> int:
    """Return the most memory (bytes) that the process held since `forget_peak`."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


def forget_peak() -> None:
    """Begin anew to look for the most memory."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def tell(**what: Any) -> None:
    """Write a line for the parent."""
    print(json.dumps(what), flush=True)  # noqa: T201


def main(options: dict[str, Any]) -> None:
    """Open every input but the first ``skip``."""
    limit = options["memory"]
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    with tempfile.TemporaryDirectory(dir=options["folder"]) as name:
        for number, (title, make) in enumerate(inputs(options["which"], options["damages"], options["seed"])):
            if number < options["skip"] or not re.search(options["only"], title):
                continue
            path = Path(name) / title
            tell(begin=title, number=number)
            make(path)
            forget_peak()
            before, started = peak(), time.process_time()  # on a busy computer the clock says nothing
            try:
                result = attempt(path)
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                result = {"outcome": "fault", "words": f"{type(error).__name__}: {error}"}
            seconds = time.process_time() - started
            tell(end=title, seconds=round(seconds, 3), memory=max(0, peak() - before), **result)
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
