"""Tiny packs, honest and hostile, and a network that is a dictionary."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from restorer.app.network import Answer
from restorer.app.packs.pack import FORMAT, Pack
from restorer.errors import NetworkError

CONTENT = {"torchlike/__init__.py": b"depth = 7\n", "torchlike/lib/big.so": bytes(3_000_000)}


def entry(name: str, content: bytes = b"", **changes: object) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for field, value in changes.items():
        setattr(info, field, value)
    return info, content


def write_archive(file: Path, entries: Sequence[tuple[tarfile.TarInfo, bytes]]) -> Path:
    with tarfile.open(file, "w:gz") as archive:
        for info, content in entries:
            archive.addfile(info, io.BytesIO(content))
    return file


def archive_of(file: Path, content: dict[str, bytes] = CONTENT) -> Path:
    return write_archive(file, [entry(f"training-pack/{name}", bytes_) for name, bytes_ in content.items()])


def pack_of(archive: Path, unpacked: int | None = None, pack_id: str = "training") -> Pack:
    """Return what a release would say about the archive."""
    data = archive.read_bytes()
    whole = sum(map(len, CONTENT.values())) if unpacked is None else unpacked
    digest = hashlib.sha256(data).hexdigest()
    return Pack(pack_id, "Training pack", "Trains.", archive.name, digest, len(data), whole)


def write_manifest(file: Path, packs: Sequence[Pack]) -> None:
    file.write_text(json.dumps({"format": FORMAT, "packs": [asdict(pack) for pack in packs]}))


class FakeAnswer:
    """Bytes that end early, if they should."""

    def __init__(self, data: bytes, start: int, breaks_after: int | None) -> None:
        self.start = start
        self._data, self._left = io.BytesIO(data[start:]), breaks_after

    def read(self, count: int, /) -> bytes:
        if self._left is None:
            return self._data.read(count)
        if self._left <= 0:
            raise NetworkError("nowhere.invalid could not be reached: gone.", "Try again.")
        chunk = self._data.read(min(count, self._left))
        self._left -= len(chunk)
        return chunk


class FakeNetwork:
    """Has files by their addresses; remembers what it was asked for."""

    def __init__(self, files: dict[str, bytes], *, ranges: bool = True) -> None:
        self.files, self.ranges = files, ranges
        self.breaks_after: int | None = None
        self.asked: list[tuple[str, int]] = []

    @contextmanager
    def get(self, address: str, start: int = 0) -> Iterator[Answer]:
        self.asked.append((address, start))
        if address not in self.files:
            raise NetworkError("nowhere.invalid answered: 404 Not Found.")
        yield FakeAnswer(self.files[address], start if self.ranges else 0, self.breaks_after)
