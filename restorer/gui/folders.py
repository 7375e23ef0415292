"""What lies on a disk, asked so that one which is gone, locked or asleep neither is an accident nor keeps the
window waiting."""

import contextlib
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

_PATIENCE = 0.5
"""Seconds; a disk that takes longer to answer the window is taken for one that is gone."""


def is_folder(path: Path) -> bool:
    """Return whether there is a folder at ``path``; False where nobody can tell. For jobs, which may wait."""
    with contextlib.suppress(OSError):  # a dead network drive, a parent that may not be entered
        return path.is_dir()
    return False


def folders_among(paths: Sequence[Path]) -> list[Path]:
    """Return those of ``paths`` that are folders, as far as their disks say so at once."""
    found: list[Path] = []
    _wait_for(lambda: found.extend(path for path in paths if is_folder(path)))
    return list(found)


def here_or_home(folder: Path) -> Path:
    """Return ``folder`` if it is there and its disk says so at once, or else the user's own."""
    return folder if folders_among([folder]) else Path.home()


def true_path(path: Path) -> Path:
    """Return where ``path`` leads through links, or itself where its disk does not say so at once."""
    found: list[Path] = []
    _wait_for(lambda: found.append(path.resolve()))
    return found[0] if found else path


def free_name(path: Path) -> Path:
    """Return ``path``, with a number after its name if that is taken.

    Where its disk does not answer, it counts as free: whoever saves there is asked before replacing.
    """
    free: list[Path] = []

    def search() -> None:
        tried, count = path, 1
        while os.path.lexists(tried):  # no error if its disk is gone
            count += 1
            tried = path.with_name(f"{path.stem} {count}{path.suffix}")
        free.append(tried)

    _wait_for(search)
    return free[0] if free else path


def _wait_for(ask: Callable[[], None]) -> None:
    """Wait for an answer, but not long: nothing ends a question to a dead disk, but it can be left alone."""
    asking = threading.Thread(target=ask, name="disk", daemon=True)
    asking.start()
    asking.join(_PATIENCE)
