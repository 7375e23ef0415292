"""What a child process of the stress tests does: faces one case after the other, and tells of each.

It writes a line of JSON before each case and one after it, so that a case that kills the process, or makes it
hang, is known to the `parent`.
"""

import contextlib
import json
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from restorer.errors import RestorerError

Case = tuple[str, Callable[[Path], object], Callable[[Path], dict[str, Any]]]
"""A name, what prepares the case under a path, and what faces it there and returns what came of it."""


def face(cases: Iterator[Case], options: dict[str, Any]) -> None:
    """Face every case behind the first ``skip`` whose name matches ``only``."""
    resource.setrlimit(resource.RLIMIT_AS, (options["memory"], options["memory"]))
    with tempfile.TemporaryDirectory(dir=options["folder"]) as folder:
        for number, (name, prepare, attempt) in enumerate(cases):
            if number < options["skip"] or not re.search(options["only"], name):
                continue
            path = Path(folder) / name
            tell(begin=name, number=number)
            prepare(path)
            forget_peak()
            before, started = peak(), time.process_time()  # on a busy computer the clock says nothing
            try:
                result = attempt(path)
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                result = {"outcome": "fault", "words": f"{type(error).__name__}: {error}"}
            seconds = time.process_time() - started
            tell(end=name, seconds=round(seconds, 3), memory=max(0, peak() - before), **result)
            if path.is_file() or path.is_symlink() or path.is_fifo():
                path.unlink()


def refused(error: RestorerError, **more: Any) -> dict[str, Any]:
    """Make sure that an error is one sentence with a hint, and return that a case was refused."""
    message = error.message
    assert message[:1].isupper() or message[:1] == "“", message
    assert message.endswith("."), message
    assert "\n" not in message, message
    assert len(message) < 400, message
    assert error.hint, f"no hint: {message}"
    return {"outcome": "refused", "words": message, **more}


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
