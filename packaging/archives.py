"""Writes archives that are the same for the same content, whoever makes them and when."""

import gzip
import tarfile
from pathlib import Path


def pack_archive(folder: Path, archive: Path, moment: int, name: str) -> None:
    """Write a tar.gz of a folder, as ``name`` in it; ``moment`` (seconds since 1970) is every file's time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        archive.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, arcname=str(name / path.relative_to(folder)), recursive=False, filter=plain)
