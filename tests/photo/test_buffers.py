"""Big arrays in memory or on disk."""

import errno
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from restorer.errors import PhotoError
from restorer.photo import buffers


def resident() -> int:
    """Return how many bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_small_arrays_are_in_memory() -> None:
    array = buffers.allocate((10, 20, 3), np.uint16, memory_limit=1200)

    assert not buffers.on_disk(array)
    assert (array.shape, array.dtype) == ((10, 20, 3), np.uint16)
    assert not array.any()


def test_big_arrays_are_on_disk(own_folders: Path) -> None:
    array = buffers.allocate((10, 20, 3), np.uint16, memory_limit=1199)

    assert buffers.on_disk(array)
    assert buffers.on_disk(array[2:5, ::2])
    array[3] = 7
    assert array.sum() == 7 * 60
    if sys.platform != "win32":
        assert [path for path in own_folders.rglob("*") if path.is_file()] == []


def test_values_stay_when_memory_is_given_back() -> None:
    array = buffers.allocate((4000, 1000), np.uint8, memory_limit=0)
    array[:] = np.arange(4000, dtype=np.uint16).astype(np.uint8)[:, None]

    buffers.release(array, slice(1000, 3000))
    buffers.release(array)

    np.testing.assert_array_equal(array[:, 500], np.arange(4000, dtype=np.uint16).astype(np.uint8))


def test_giving_back_memory_that_is_no_file_does_nothing() -> None:
    array = np.ones((10, 10))

    buffers.release(array)
    buffers.release(array, slice(0, 0))

    assert array.sum() == 100


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no such measure here")
def test_memory_really_is_given_back() -> None:
    array = buffers.allocate((64 << 20,), np.uint8, memory_limit=0)
    before = resident()
    array[:] = 1
    full = resident()

    buffers.release(array)

    assert full - before > 60 << 20
    assert resident() - before < 4 << 20


def test_the_file_goes_with_its_last_view() -> None:
    view = buffers.allocate((1 << 20,), np.uint8, memory_limit=0)[10:20]
    view[:] = 3
    gc.collect()

    assert view.sum() == 30


def test_a_disk_without_room() -> None:
    with pytest.raises(PhotoError, match="scratch space"):
        buffers.allocate((1 << 30, 1 << 20), np.uint8, memory_limit=0)


@pytest.fixture
def small_disk(own_folders: Path) -> Iterator[Path]:
    """Have the user's folders on a disk of 8 MiB; returns where it is."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the administrator of a Linux system can make a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(own_folders)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here")
    yield own_folders
    subprocess.run(["umount", "--lazy", str(own_folders)], check=True)


def test_room_on_the_disk_is_given_once(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buffers, "_SPARE_DISK", 0)

    granted = [buffers.allocate((3 << 20,), np.uint8, memory_limit=0) for _ in range(2)]

    with pytest.raises(PhotoError, match="scratch space"):
        buffers.allocate((3 << 20,), np.uint8, memory_limit=0)
    for array in granted:
        array[:] = 1  # which would end this process if there were no room
    assert sum(int(array.sum()) for array in granted) == 6 << 20


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="room cannot be asked for here")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_others_fill_meanwhile(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(_file: int, _offset: int, _size: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "posix_fallocate", refuse)

    with pytest.raises(PhotoError, match="scratch space"):
        buffers.allocate((1 << 20,), np.uint8, memory_limit=0)


def test_a_disk_that_cannot_give_room_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(_file: int, _offset: int, _size: int) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(os, "posix_fallocate", cannot, raising=False)

    array = buffers.allocate((1 << 20,), np.uint8, memory_limit=0)

    array[-1] = 5
    assert array.sum() == 5
