"""Finds the files of a batch, and says of each that is left out why."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from restorer.app.batch.items import Refused
from restorer.app.batch.output import MARK
from restorer.errors import PhotoError
from restorer.progress import Progress


@dataclass(frozen=True)
class Found:
    """A file that may be a photo; ``relative`` is its place in the tree of the results."""

    source: Path
    root: Path
    relative: Path
    size: int
    modified: int


@dataclass(frozen=True)
class Gathering:
    """The files found, in the order of their names, and those left out."""

    found: tuple[Found, ...]
    refused: tuple[Refused, ...]


def gather(
    inputs: Sequence[Path],
    output: Path,
    *,
    recursive: bool = False,
    apart: bool = False,
    progress: Progress | None = None,
) -> Gathering:
    """Find the files in folders (and the files named themselves). Links to folders are not followed.

    One folder's tree is mirrored in the output folder as it is; several get a folder each, named as they are,
    and so does one if it is to stay ``apart`` from what is there.

    Raises:
        PhotoError: an input does not exist, or lies in the output folder (or is it).
        Cancelled: somebody asked to stop.
    """
    return _Search(output.resolve(), recursive, progress or Progress()).all(inputs, apart)


class _Search:
    def __init__(self, output: Path, recursive: bool, progress: Progress) -> None:
        self._output = output
        self._recursive = recursive
        self._progress = progress
        self._seen: set[str] = set()
        self._found: list[Found] = []
        self._refused: list[Refused] = []

    def all(self, inputs: Sequence[Path], apart: bool) -> Gathering:
        roots = list(dict.fromkeys(self._checked(path) for path in inputs))
        folders = [root for root in roots if root.is_dir()]
        apart = apart or len(folders) > 1
        prefixes = _prefixes(folders) if apart else dict.fromkeys(folders, Path())
        links: list[tuple[Path, Path, Path]] = []
        for root in roots:
            if root not in prefixes:
                self._take(root, root.parent, Path(root.name))
                continue
            for path in self._walk(root):
                relative = prefixes[root] / path.relative_to(root)
                if path.is_symlink():
                    links.append((path, root, relative))
                else:
                    self._take(path, root, relative)
        # Only now is it known which of them lead to a file that is there anyway.
        for path, root, relative in links:
            self._take(path, root, relative, real=_real(path))
        return Gathering(tuple(self._found), tuple(self._refused))

    def _checked(self, path: Path) -> Path:
        try:
            root = path.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise PhotoError(
                f"There is no file or folder “{path}”.", "It may have been moved or renamed."
            ) from error
        if root == self._output or self._output in root.parents:
            raise PhotoError(
                f"“{path}” is in the output folder.",
                "Choose another output folder: one beside the originals, or inside their folder.",
            )
        return root

    def _walk(self, folder: Path) -> Iterator[Path]:
        """Yield the files of a folder, sorted, sub-folders after files."""
        self._progress(0.0, f"Looking through “{folder.name}”")
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._refuse(folder, f"This folder cannot be read: {error.strerror}.")
            return
        folders = []
        for entry in listed:
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            else:
                yield Path(entry.path)
        for path in folders:
            if path == self._output:
                continue
            if _holds_results(path):
                self._refuse(
                    path, "This folder holds the results of a batch; name it itself to restore those."
                )
            elif path.name.startswith("."):
                self._refuse(path, "Hidden folders are left alone.")
            elif not self._recursive:
                self._refuse(path, "Sub-folders are left alone unless they are asked for.")
            else:
                yield from self._walk(path)

    def _take(self, path: Path, root: Path, relative: Path, real: Path | None = None) -> None:
        real = real or path
        if str(real) in self._seen:
            return
        self._seen.add(str(real))
        try:
            about = path.stat()
        except OSError as error:
            self._refuse(path, f"This file cannot be read: {error.strerror}.")
            return
        if path.name.startswith("."):
            self._refuse(path, "Hidden files are left alone.")
        elif stat.S_ISDIR(about.st_mode):
            self._refuse(path, "Links to folders are not followed; name the folder itself.")
        elif not stat.S_ISREG(about.st_mode):
            self._refuse(path, "This is no ordinary file.")
        elif self._output in real.parents:
            self._refuse(path, "This links to a file in the output folder.")
        else:
            self._found.append(Found(path, root, relative, about.st_size, about.st_mtime_ns))

    def _refuse(self, path: Path, reason: str) -> None:
        self._refused.append(Refused(path, reason))


def _holds_results(folder: Path) -> bool:
    try:
        return (folder / MARK).is_file()
    except OSError:  # a name too long for the system, which is then the name of no mark
        return False


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return path


def _prefixes(folders: Sequence[Path]) -> dict[Path, Path]:
    """Give each of several folders a name of its own in the output folder."""
    used: set[str] = set()
    prefixes: dict[Path, Path] = {}
    for folder in folders:
        base = folder.name or "photos"
        name, number = base, 2
        while name.casefold() in used:
            name, number = f"{base} ({number})", number + 1
        used.add(name.casefold())
        prefixes[folder] = Path(name)
    return prefixes
