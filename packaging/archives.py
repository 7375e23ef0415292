"""Writes archives that are the same for the same content, whoever makes them and when."""

import gzip
import lzma
import tarfile
from pathlib import Path
from typing import BinaryIO


def pack_archive(folder: Path, archive: Path, moment: int, name: str) -> None:
    """Write a folder, as ``name`` in it, to a tar.gz or, smaller and slower to make, a tar.xz.

    ``moment`` (seconds since 1970) is every file's time.
    """

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        archive.open("wb") as file,
        _packing(file, archive.suffix, moment) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, arcname=str(name / path.relative_to(folder)), recursive=False, filter=plain)


def _packing(file: BinaryIO, suffix: str, moment: int) -> gzip.GzipFile | lzma.LZMAFile:
    if suffix == ".xz":
        return lzma.LZMAFile(file, "wb", preset=6)
    return gzip.GzipFile("", "wb", 6, file, mtime=moment)
