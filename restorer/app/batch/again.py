"""Finds photos again that a journal knows: to go on with a batch, or to try again what failed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from restorer import paths
from restorer.app.batch.gather import Found, Gathering
from restorer.app.batch.items import Refused, State, Treatment
from restorer.app.batch.journal import Journal, JournalError, Row
from restorer.app.batch.output import OutputFolder
from restorer.errors import PhotoError


@dataclass(frozen=True)
class Unfinished:
    """A batch with photos that wait: where its results go, what is done to them, and how many there are."""

    output: Path
    treatment: Treatment
    done: int
    left: int


def gather_again(journal: Journal, states: Collection[State]) -> Gathering:
    """Find the photos whose rows are in one of ``states``; their results' names stay as they were planned.

    Raises:
        PhotoError: a folder that they come from is not there.
    """
    found, refused = [], []
    for row in journal.rows():
        if row.state not in states:
            continue
        root, relative = _root(row), row.target or Path(row.source.name)
        try:
            about = row.source.stat()
            found.append(Found(row.source, root, relative, about.st_size, about.st_mtime_ns))
        except OSError as error:
            if not root.is_dir():
                raise PhotoError(f"The folder “{root}” has vanished.", "Connect it again.") from error
            reason = f"This file cannot be read: {error.strerror}."
            refused.append(Refused(row.source, reason, row.size, row.modified))
    return Gathering(tuple(found), tuple(refused))


def unfinished() -> list[Unfinished]:
    """Return the batches that can be gone on with, the latest first; one that runs just now is none."""
    return [batch for batch in map(_look, _journals()) if batch]


def dismiss(output: Path) -> None:
    """Let nobody be asked any more whether to go on with the batch into ``output``.

    Raises:
        JournalError: it runs just now, or its journal cannot be written.
    """
    path = paths.journals() / f"{OutputFolder(output).id}.sqlite"
    if path.exists():
        journal = Journal(path)
        journal.dismiss()
        journal.close()


def _journals() -> Iterator[Path]:
    files = list(paths.journals().glob("*.sqlite"))
    return iter(sorted(files, key=lambda path: path.stat().st_mtime, reverse=True))


def _look(path: Path) -> Unfinished | None:
    try:
        journal = Journal(path)
    except JournalError:
        return None
    try:
        description, counts = journal.description(), journal.counts()
        left = counts[State.PLANNED] + counts[State.RUNNING]
        if description is None or not left or OutputFolder(description[0]).id != path.stem:
            return None
        return Unfinished(*description, counts[State.DONE], left)
    except (JournalError, PhotoError):
        return None
    finally:
        journal.close()


def _root(row: Row) -> Path:
    """Return the folder that the user named: where the tree of the result and that of the photo part."""
    parents = row.target.parent.parts if row.target else ()
    folder = row.source.parent
    for part in reversed(parents):
        if folder.name != part:
            break
        folder = folder.parent
    return folder
