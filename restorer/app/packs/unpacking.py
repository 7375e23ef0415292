"""Takes a pack's archive apart: whole or not at all, and never outside the folder that is meant for it."""

import hashlib
import os
import tarfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import IO

from restorer.app.packs.pack import Pack
from restorer.errors import PackError
from restorer.progress import Progress

_CHUNK = 1 << 20
# What Windows would take for a drive, a stream or a device stands in no archive that we make.
_FORBIDDEN = set('\\:*?"<>|\0')


def recognise(file: IO[bytes], packs: Sequence[Pack], progress: Progress) -> Pack | None:
    """Read ``file`` to its end and return the pack whose checksum it has; None if it is none of ``packs``."""
    digest, done = hashlib.sha256(), 0
    size = os.fstat(file.fileno()).st_size
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        done += len(chunk)
        progress(done / max(size, done), "Checking")
    return next((pack for pack in packs if pack.sha256 == digest.hexdigest()), None)


def unpack(file: IO[bytes], pack: Pack, folder: Path, progress: Progress) -> None:
    """Write what is in the archive ``file`` into ``folder``, without the folder that is its root.

    Raises:
        PackError: it holds anything but plain files and folders below one root, or more than is stated.
        OSError: a file cannot be written.
    """
    done = 0
    try:
        with tarfile.open(fileobj=file, mode="r:gz") as archive:
            for entry in archive:
                place = _place(entry, folder)
                if entry.isdir():
                    place.mkdir(parents=True, exist_ok=True)
                    continue
                if done + entry.size > pack.unpacked:
                    raise _refusal(f"it is larger than {pack.unpacked} bytes")
                whole = max(pack.unpacked, 1)
                _write(archive, entry, place, progress.part(done / whole, entry.size / whole))
                done += entry.size
    except (tarfile.TarError, EOFError) as error:
        raise _refusal(str(error)) from error


def _place(entry: tarfile.TarInfo, folder: Path) -> Path:
    name = PurePosixPath(entry.name)
    below = name.parts[1:]
    if name.is_absolute() or ".." in name.parts or _FORBIDDEN & set(entry.name):
        raise _refusal(f"{entry.name!r} leads out of it")
    if not (entry.isdir() or (entry.isreg() and below)):
        raise _refusal(f"{entry.name!r} is no file or folder")
    return folder.joinpath(*below)


def _write(archive: tarfile.TarFile, entry: tarfile.TarInfo, place: Path, progress: Progress) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    source = archive.extractfile(entry)
    assert source is not None  # it is a regular file
    with source, place.open("xb") as target:  # what is in the archive twice is refused
        while chunk := source.read(_CHUNK):
            target.write(chunk)
            progress(target.tell() / entry.size, "Unpacking")
    place.chmod(0o755 if entry.mode & 0o100 else 0o644)


def _refusal(why: str) -> PackError:
    return PackError(f"This archive was not made for Restorer: {why}.", "Please get it again.")
