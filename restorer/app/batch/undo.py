"""Takes a batch back: its results go to the trash, where they can still be fetched from.

Only files that are to the bit what the batch wrote are touched; what somebody worked on since stays.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from restorer.app.batch.items import Refused, State, sha256_of
from restorer.app.batch.journal import Journal
from restorer.app.batch.output import OutputFolder
from restorer.progress import Progress

Trash = Callable[[Path], None]
"""Moves a file to the trash. Raises OSError where that cannot be done."""


@dataclass(frozen=True)
class Undone:
    """What became of the results: how many are in the trash, and which were kept and why."""

    trashed: int
    kept: tuple[Refused, ...]


def to_trash(path: Path) -> None:
    """Move a file to the trash of the system.

    Raises:
        OSError: there is none for this disk, or it refuses.
    """
    from send2trash import send2trash

    send2trash(path)


def undo_batch(
    output: OutputFolder,
    journal: Journal,
    *,
    treatment: str | None = None,
    trash: Trash = to_trash,
    progress: Progress | None = None,
) -> Undone:
    """Move results of a batch to the trash, and remove the folders made for them if they are empty.

    Only those made by the ``treatment`` of that key; without one, all that batches put into this folder.

    Raises:
        JournalError: the journal cannot be written.
        Cancelled: somebody asked to stop; what is in the trash is written down.
    """
    progress = progress or Progress()
    rows = [row for row in journal.rows(State.DONE) if treatment in (None, row.treatment)]
    kept: list[Refused] = []
    trashed = 0
    for index, row in enumerate(rows):
        progress(index / len(rows), f"Taking back “{row.target}”")
        if row.target is None:
            continue
        path = output.path / row.target
        reason = _take_back(path, row.result_hash, trash)
        if reason:
            kept.append(Refused(path, reason))
            continue
        trashed += reason is None
        journal.refuse(row.id, State.SKIPPED, "It was restored, and its result taken back.")
    for folder in journal.folders():
        with contextlib.suppress(OSError):  # there is something else in it
            (output.path / folder).rmdir()
    return Undone(trashed, tuple(kept))


def _take_back(path: Path, result_hash: str | None, trash: Trash) -> str | None:
    """Return why a file was kept; None if it is in the trash, "" if it was not there any more."""
    try:
        if sha256_of(path) != result_hash:
            return "It was changed since."
        trash(path)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"It cannot be moved to the trash: {error.strerror or error}."
    return None
