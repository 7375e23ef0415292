"""Big arrays: in memory, or in a scratch file that is mapped into memory and vanishes with the array."""

import contextlib
import errno
import mmap
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from restorer import paths
from restorer.errors import PhotoError

_SPARE_DISK = 256 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}
_CANNOT_RESERVE = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


def allocate(shape: Sequence[int], dtype: DTypeLike, *, memory_limit: int) -> NDArray[Any]:
    """Return zeros of ``shape``: in memory if they take at most ``memory_limit`` bytes, else on disk.

    On disk it is a scratch file in the cache folder, without a name where the system can do that, and gone
    when the last view of the array is.

    Raises:
        PhotoError: neither the memory nor the disk has room for it.
    """
    size = int(np.prod([int(side) for side in shape], dtype=object)) * np.dtype(dtype).itemsize
    if size <= memory_limit:
        try:
            return np.zeros(shape, dtype)
        except MemoryError:
            pass  # the disk may still have room
    return _on_disk(shape, dtype, size)


def _on_disk(shape: Sequence[int], dtype: DTypeLike, size: int) -> NDArray[Any]:
    # Not the system's folder for temporary files: that often lies in memory itself.
    folder = paths.cache()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < size + _SPARE_DISK:
            raise _no_room(size, folder)
        with tempfile.TemporaryFile(dir=folder, prefix="scratch-") as file:
            _reserve(file.fileno(), size)
            return np.memmap(file, dtype=dtype, mode="r+", shape=tuple(int(side) for side in shape))
    except OSError as error:
        if error.errno in _FULL:
            raise _no_room(size, folder) from error
        raise PhotoError(
            f"No scratch file for a picture of {size / 1e9:.1f} GB could be made in {folder}.",
            error.strerror or "",
        ) from error


def _reserve(file: int, size: int) -> None:
    """Make an empty file ``size`` bytes long, with room on the disk for all of them where one can ask for it.

    A file that is merely long gets its room when it is filled, and where there is none left then, writing
    into the mapping kills the program.
    """
    if hasattr(os, "posix_fallocate"):
        try:
            os.posix_fallocate(file, 0, size)
        except OSError as error:
            if error.errno not in _CANNOT_RESERVE:
                raise
        else:
            return
    os.truncate(file, size)


def _no_room(size: int, folder: Path) -> PhotoError:
    return PhotoError(
        f"This picture needs {size / 1e9:.1f} GB of scratch space, more than the disk has left.",
        f"Free some space on the disk that holds {folder}.",
    )


def on_disk(array: NDArray[Any]) -> bool:
    """Return whether an array, or what it is a view of, lies in a file."""
    return _mapping(array) is not None


def release(array: NDArray[Any], rows: slice | None = None) -> None:
    """Give back the memory of ``rows`` (default: all) of an array on disk; its values stay there.

    Does nothing for an array in memory, or where the system cannot do it (Windows gives back by itself).
    """
    mapping = _mapping(array)
    if mapping is None or not hasattr(mapping, "madvise"):
        return
    part = array if rows is None else array[rows]
    if not part.size:
        return
    base = np.frombuffer(mapping, np.uint8).ctypes.data
    low, high = (bound - base for bound in np.lib.array_utils.byte_bounds(part))
    page = mmap.PAGESIZE
    start, end = -(-low // page) * page, high // page * page
    if end > start:
        with contextlib.suppress(OSError, ValueError):
            mapping.madvise(mmap.MADV_DONTNEED, start, end - start)


def _mapping(array: Any) -> mmap.mmap | None:
    while array is not None:
        if isinstance(array, mmap.mmap):
            return array
        array = getattr(array, "base", None)
    return None
