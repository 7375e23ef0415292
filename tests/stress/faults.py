"""Lets things go wrong at every possible moment, one after the other, until a run gets through untouched.

After each fault the original must be what it was, the result whole or absent, nothing else left behind, and
the user must have read one sentence. (SQLite tests full disks so: the first operation fails, then the next.)
"""

import errno
import hashlib
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from child import refused
from pictures import documented

from restorer.errors import RestorerError
from restorer.photo import Photo, open_photo, save_photo
from restorer.progress import Progress, ProgressReport

ERRORS: tuple[BaseException, ...] = (
    OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    OSError(errno.EIO, os.strerror(errno.EIO)),
    OSError(errno.EACCES, os.strerror(errno.EACCES)),
    MemoryError(),
    ValueError("a library's own trouble"),
    KeyboardInterrupt(),
)


@dataclass
class Faults:
    """Fails the operation with the number ``at``; counts them."""

    at: int
    error: BaseException
    seen: int = 0

    def step(self) -> None:
        """Come to an operation, and fail if it is its turn."""
        self.seen += 1
        if self.seen == self.at:
            raise self.error

    @property
    def happened(self) -> bool:
        """Whether there were enough operations to fail."""
        return self.seen >= self.at


@dataclass
class FaultyFile:
    """A file that is being written, on a disk with faults."""

    file: BinaryIO
    faults: Faults

    def write(self, data: Any) -> int:
        """Write half of the data before failing, as a disk does that gets full."""
        try:
            self.faults.step()
        except BaseException:
            self.file.write(memoryview(data).cast("B")[: memoryview(data).nbytes // 2])
            raise
        return self.file.write(data)

    def __enter__(self) -> "FaultyFile":
        self.file.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self.file.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


@contextmanager
def faulty_disk(faults: Faults) -> Iterator[None]:
    """Put a disk with faults under everything that is written with `Path` in this process."""
    with pytest.MonkeyPatch.context() as patch:
        opened, fsync = Path.open, os.fsync

        def open_(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
            if not set(mode) & set("wxa+"):
                return opened(path, mode, *rest, **options)
            faults.step()
            return FaultyFile(opened(path, mode, *rest, **options), faults)

        def synchronised(number: int) -> None:
            faults.step()
            fsync(number)

        def before(function: Callable[..., Any]) -> Callable[..., Any]:
            def stepping(*values: Any, **options: Any) -> Any:
                faults.step()
                return function(*values, **options)

            return stepping

        patch.setattr(Path, "open", open_)
        patch.setattr(os, "fsync", synchronised)
        for name in ("hardlink_to", "replace", "touch"):
            patch.setattr(Path, name, before(getattr(Path, name)))
        yield


@dataclass
class Injected:
    """How many faults were injected, and what went wrong after them."""

    count: int = 0
    faults: list[str] = field(default_factory=list)


def fail_while_saving(folder: Path, suffix: str, *, overwrite: bool = False) -> Injected:
    """Save a photo again and again, with each error at each operation; judge what is left every time."""
    injected = Injected()
    source, target = folder / f"original{suffix}", folder / f"result{suffix}"
    save_photo(documented(bits=8), source)
    photo = open_photo(source)
    whole = _whole_result(photo, target)
    for error in ERRORS:
        for at in itertools.count(1):
            if overwrite:
                target.write_bytes(b"an older result")
            else:
                target.unlink(missing_ok=True)
            faults = Faults(at, error)
            said = _saved_with(faults, photo, target, overwrite=overwrite)
            if not faults.happened:
                break
            injected.count += 1
            where = f"{suffix}, {type(error).__name__} at {at}"
            injected.faults += [
                f"{where}: {wrong}" for wrong in _wrong(source, target, whole, said, overwrite)
            ]
    return injected


def _whole_result(photo: Photo, target: Path) -> dict[str, str]:
    save_photo(photo, target)
    digests = {path.name: _digest(path) for path in target.parent.iterdir()}
    target.unlink()
    return digests


def _saved_with(faults: Faults, photo: Photo, target: Path, *, overwrite: bool) -> BaseException | None:
    try:
        with faulty_disk(faults):
            save_photo(photo, target, overwrite=overwrite)
    except BaseException as error:  # noqa: BLE001 - what it is, is judged
        return error
    return None


def _wrong(
    source: Path, target: Path, whole: dict[str, str], said: BaseException | None, overwrite: bool
) -> Iterator[str]:
    """Yield what is not as it was promised."""
    found = {path.name: _digest(path) for path in source.parent.iterdir()}
    if found.get(source.name) != whole[source.name]:
        yield "the original changed"
    old = hashlib.sha256(b"an older result").hexdigest() if overwrite else None
    # Where the file system has no links the result is moved instead, so a failure there may be none.
    if found.get(target.name) not in ((whole[target.name],) if said is None else (old, whole[target.name])):
        yield "the result is neither whole nor absent"
    if extra := set(found) - {source.name, target.name}:
        yield f"left behind: {extra}"
    if isinstance(said, RestorerError):
        refused(said)
    elif said is not None and not isinstance(said, KeyboardInterrupt):
        yield f"no sentence: {said!r}"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


Change = Callable[[Path], object]
CHANGES: dict[str, Change] = {
    "emptied": lambda path: path.write_bytes(b""),
    "cut in half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "removed": lambda path: path.unlink(),
    "replaced by another": lambda path: path.with_name(f"other{path.suffix}").replace(path),
    "overwritten with rubbish": lambda path: path.write_bytes(b"\xa5" * path.stat().st_size),
}


def _saved(folder: Path, suffix: str, height: int, width: int) -> bytes:
    path = folder / f"made{suffix}"
    save_photo(documented(height=height, width=width), path, overwrite=True)
    return path.read_bytes()


def change_while_reading(folder: Path, suffix: str) -> Injected:
    """Open a photo again and again, while its file is changed at each moment that progress is told."""
    injected = Injected()
    source, other = folder / f"moving{suffix}", folder / f"other{suffix}"
    large, small = _saved(folder, suffix, 300, 200), _saved(folder, suffix, 20, 50)
    for (name, change), at in itertools.product(CHANGES.items(), range(1, 8)):
        source.write_bytes(large)
        other.write_bytes(small)
        moment = Moment(at, source, change)
        where = f"{suffix} {name} at {at}"
        try:
            opened = open_photo(source, progress=Progress(moment))
            if opened.pixels.shape not in ((300, 200, 3), (20, 50, 3)):
                injected.faults.append(f"{where}: {opened.pixels.shape}")
        except RestorerError as error:
            refused(error)
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            injected.faults.append(f"{where}: {error!r}")
        injected.count += moment.seen >= at
    return injected


@dataclass
class Moment:
    """Changes a file when progress is told for the ``at``-th time."""

    at: int
    path: Path
    change: Change
    seen: int = 0

    def __call__(self, report: ProgressReport) -> None:
        """Hear of progress."""
        self.seen += 1
        if self.seen == self.at:
            self.change(self.path)
