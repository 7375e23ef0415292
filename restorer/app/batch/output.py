"""The folder of the results: marked as ours, whole files only, and never one over another.

A hidden folder in it holds a mark, by which a batch finds its journal again even if the folder was moved, and
drafts: results that are not finished. Both lie on the same disk as the results, so that a finished draft gets
its name in one step. The mark also tells a folder that vanished, or another disk in its place, from an empty
one.
"""

import contextlib
import errno
import hashlib
import json
import os
import platform
import re
import secrets
import shutil
from pathlib import Path

from restorer import paths
from restorer.errors import PhotoError

_HIDDEN, _MARK = ".restorer", "batch.json"
MARK = Path(_HIDDEN, _MARK)
"""What marks an output folder, relative to it."""


class OutputGoneError(OSError):
    """The output folder is not there any more, or something else is in its place."""


class OutputFolder:
    """An output folder. Nothing is written before `prepare`."""

    def __init__(self, path: Path) -> None:
        if path.exists() and not path.is_dir():
            raise PhotoError(f"“{path}” is a file.", "Choose a folder for the results.")
        self.path = path.resolve()
        self._hidden = self.path / _HIDDEN
        # Others may restore into the same folder, from computers that know nothing of each other; of one
        # person's on one computer only one batch runs at a time.
        self.drafts = self._hidden / "drafts" / _whose()
        self.id = self._read_mark()
        self.is_new = self.id is None
        self.id = self.id or secrets.token_hex(8)

    def prepare(self) -> None:
        """Make the folder and its mark, and clear away the drafts of a run that was killed.

        Raises:
            PhotoError: the folder cannot be written to.
        """
        try:
            self.drafts.mkdir(parents=True, exist_ok=True)
            if self._read_mark() != self.id:
                draft = self.drafts / _MARK
                draft.write_text(json.dumps({"id": self.id}), encoding="ascii")
                draft.replace(self._hidden / _MARK)
        except OSError as error:
            raise PhotoError(
                f"The folder “{self.path}” cannot be written to: {error.strerror or error}.",
                "Choose another one.",
            ) from error
        self.clear_drafts()

    def clear_drafts(self) -> None:
        """Remove what is left of unfinished results."""
        with contextlib.suppress(OSError):
            for draft in self.drafts.iterdir():
                draft.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the folder for drafts; the mark stays, so that the batch can be resumed and undone."""
        self.clear_drafts()
        with contextlib.suppress(OSError):
            self.drafts.rmdir()
            self.drafts.parent.rmdir()

    def check(self) -> None:
        """Make sure that the folder is still there.

        Raises:
            OutputGoneError: it is not, or another one is in its place.
        """
        if self._read_mark() != self.id:
            raise OutputGoneError(errno.ENOENT, f"The folder “{self.path}” has vanished")
        self.drafts.mkdir(parents=True, exist_ok=True)

    def place(self, draft: Path, target: Path) -> list[Path]:
        """Give a draft its name, ``target`` (relative); return the folders that were made for it, relative.

        Raises:
            FileExistsError: the name is taken. OSError: the disk refuses.
        """
        self.check()
        place = self.path / target
        made = self._make_folders(target.parent)
        try:
            place.hardlink_to(draft)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if os.path.lexists(place):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
            draft.replace(place)
        draft.unlink(missing_ok=True)
        _make_lasting(place.parent)
        if place.stat().st_size == 0:
            raise OSError(errno.EIO, "the result arrived empty")
        return made

    def free_bytes(self) -> int:
        """Return how much room there is on the disk."""
        folder = self.path
        while not folder.exists():
            folder = folder.parent
        return shutil.disk_usage(folder).free

    def _make_folders(self, folder: Path) -> list[Path]:
        made: list[Path] = []
        for part in reversed([folder, *folder.parents]):
            try:
                (self.path / part).mkdir()
            except FileExistsError:
                continue
            made.append(part)
        return made

    def _read_mark(self) -> str | None:
        try:
            content = json.loads((self._hidden / _MARK).read_text(encoding="ascii"))
            # The mark may come from a stranger's disk, and names a file among the user's own.
            mark = content["id"]
            return str(mark) if re.fullmatch(r"[0-9a-f]{16}", mark) else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None


def _whose() -> str:
    """Return a name for this person on this computer, that tells nothing about them."""
    return hashlib.sha256(f"{platform.node()} {paths.journals()}".encode()).hexdigest()[:12]


def _make_lasting(folder: Path) -> None:
    """Let a new name survive a power cut, where the system can be asked to."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some network folders cannot
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
