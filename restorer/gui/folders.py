"""Whether something is a folder, asked so that a disk which is gone or locked is no accident."""

import contextlib
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Return whether there is a folder at ``path``; False where nobody can tell."""
    with contextlib.suppress(OSError):  # a dead network drive, a parent that may not be entered
        return path.is_dir()
    return False
