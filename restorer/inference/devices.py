"""What can compute here, and how much memory it may use.

onnxruntime is imported when it is first needed, so that a window or a command line that only names a
device starts at once.
"""

import ctypes
import functools
import importlib.util
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

CPU_PROVIDER = "CPUExecutionProvider"
WEBGPU_PACKAGE = "onnxruntime_ep_webgpu"
WEBGPU_PROVIDER = "WebGpuExecutionProvider"

_SHARE = 0.5
_CEILING = 860_000_000
_FLOOR = 64_000_000
_UNKNOWN_MEMORY = 2_000_000_000


@dataclass(frozen=True)
class Device:
    """Something that runs networks: a short id, a name for people, and onnxruntime's name for it."""

    id: str
    name: str
    provider: str


CPU = Device("cpu", "CPU", CPU_PROVIDER)

KNOWN_DEVICES = (
    Device("cuda", "NVIDIA GPU (CUDA)", "CUDAExecutionProvider"),
    Device("coreml", "Apple GPU and Neural Engine (Core ML)", "CoreMLExecutionProvider"),
    Device("dml", "GPU (DirectML)", "DmlExecutionProvider"),
    Device("webgpu", "GPU (WebGPU)", WEBGPU_PROVIDER),
    Device("openvino", "Intel (OpenVINO)", "OpenVINOExecutionProvider"),
    CPU,
)
"""All devices this program can use, the preferred first: a dedicated library before a general one, and a
GPU before what may be the CPU again."""


@functools.cache
def _offered() -> tuple[Device, ...]:
    import onnxruntime

    providers = set(onnxruntime.get_available_providers())
    if importlib.util.find_spec(WEBGPU_PACKAGE) is not None:
        providers.add(WEBGPU_PROVIDER)
    return tuple(device for device in KNOWN_DEVICES if device.provider in providers or device is CPU)


def available_devices() -> list[Device]:
    """Return what onnxruntime offers here, the preferred first; the CPU is always there, and last.

    What is offered may still fail when a session is opened (a missing driver, say): the engine finds out.
    """
    return list(_offered())


def memory_to_spend() -> int:
    """Return how many bytes the tiles of a restoration may take.

    Half of the memory that is free now, so that the rest of the computer stays usable, and never so much
    that larger tiles would gain nothing worth it.
    """
    return max(_FLOOR, min(_CEILING, int(_SHARE * _available_memory())))


def physical_cores() -> int:
    """Return the cores this process may use, counting a core with two threads once."""
    usable = os.sched_getaffinity(0) if sys.platform == "linux" else set(range(os.cpu_count() or 1))
    return _linux_cores(usable) or max(1, len(usable))


def _linux_cores(usable: set[int]) -> int:
    cores = set()
    for number in usable:
        try:
            siblings = Path(f"/sys/devices/system/cpu/cpu{number}/topology/thread_siblings_list")
            cores.add(siblings.read_text(encoding="ascii").strip())
        except OSError:
            return 0
    return len(cores)


def _available_memory() -> int:
    """Return the bytes that can be used without making the computer swap."""
    if sys.platform == "linux":
        return _linux_memory(Path("/"))
    if sys.platform == "win32":
        return _windows_memory()
    if sys.platform == "darwin":
        return _mac_memory()
    return _UNKNOWN_MEMORY


def _linux_memory(root: Path) -> int:
    """Return what the kernel calls available, or what is left of the container's share if that is less."""
    try:
        found = re.search(r"^MemAvailable:\s+(\d+) kB", (root / "proc/meminfo").read_text("ascii"), re.M)
    except OSError:
        found = None
    available = int(found[1]) * 1024 if found else _UNKNOWN_MEMORY
    group = root / "sys/fs/cgroup"
    try:
        limit = int((group / "memory.max").read_text("ascii"))
        used = int((group / "memory.current").read_text("ascii"))
        # Pages of files that were read can be dropped at any time, so they do not count as used.
        cached = re.search(r"^inactive_file (\d+)", (group / "memory.stat").read_text("ascii"), re.M)
    except (OSError, ValueError):  # no container, or one without a limit ("max")
        return available
    return max(0, min(available, limit - used + (int(cached[1]) if cached else 0)))


def _windows_memory() -> int:
    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("available", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 5),
        )

    status = Status(length=ctypes.sizeof(Status))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return int(status.available) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else _UNKNOWN_MEMORY


def _mac_memory() -> int:
    """Return half of the memory there is: macOS gives no simple number for what is free."""
    total, size = ctypes.c_uint64(), ctypes.c_size_t(8)
    library = ctypes.CDLL(None)
    failed = library.sysctlbyname(b"hw.memsize", ctypes.byref(total), ctypes.byref(size), None, 0)
    return _UNKNOWN_MEMORY if failed else total.value // 2
