import subprocess
import sys
from pathlib import Path

import pytest

from restorer.inference import devices
from restorer.inference.devices import CPU, KNOWN_DEVICES, available_devices, memory_to_spend, physical_cores


@pytest.fixture(autouse=True)
def forget():
    devices._offered.cache_clear()
    yield
    devices._offered.cache_clear()


def test_the_cpu_is_always_there_and_last():
    assert available_devices()[-1] == CPU
    assert set(available_devices()) <= set(KNOWN_DEVICES)


def test_the_preferred_come_first(monkeypatch: pytest.MonkeyPatch):
    import onnxruntime

    offered = ["CPUExecutionProvider", "DmlExecutionProvider", "CUDAExecutionProvider", "UnheardOf"]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)
    assert [device.id for device in available_devices()] == ["cuda", "dml", "cpu"]


def test_webgpu_is_offered_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / f"{devices.WEBGPU_PACKAGE}.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert [device.id for device in available_devices()] == ["webgpu", "cpu"]


def test_naming_a_device_does_not_load_onnxruntime():
    program = (
        "import sys, restorer.inference.devices, restorer.inference.engine as e;"
        "e.Engine('cpu').notices; sys.exit('onnxruntime' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def memory(root: Path, *, available: int, limit: str = "max", used: int = 0, cached: int = 0) -> int:
    for folder in ("proc", "sys/fs/cgroup"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    meminfo = f"MemTotal: 99999999 kB\nMemFree: 5 kB\nMemAvailable:   {available // 1024} kB\n"
    (root / "proc/meminfo").write_text(meminfo, "ascii")
    (root / "sys/fs/cgroup/memory.max").write_text(f"{limit}\n", "ascii")
    (root / "sys/fs/cgroup/memory.current").write_text(f"{used}\n", "ascii")
    (root / "sys/fs/cgroup/memory.stat").write_text(f"anon 1\ninactive_file {cached}\n", "ascii")
    return devices._linux_memory(root)


def test_memory_of_a_computer_and_of_a_container(tmp_path: Path):
    gigabyte = 1 << 30
    assert memory(tmp_path, available=8 * gigabyte) == 8 * gigabyte
    limit = str(4 * gigabyte)
    assert memory(tmp_path, available=8 * gigabyte, limit=limit, used=3 * gigabyte) == gigabyte
    dropped = memory(tmp_path, available=8 * gigabyte, limit=limit, used=3 * gigabyte, cached=gigabyte)
    assert dropped == 2 * gigabyte
    assert memory(tmp_path, available=gigabyte, limit=limit) == gigabyte
    assert devices._linux_memory(tmp_path / "elsewhere") > 0


def test_memory_to_spend_is_a_bounded_share(monkeypatch: pytest.MonkeyPatch):
    def spend(available: int) -> int:
        monkeypatch.setattr(devices, "_available_memory", lambda: available)
        return memory_to_spend()

    assert spend(1_000_000_000) == 500_000_000
    assert spend(1 << 40) == spend(1 << 41) < 1_000_000_000
    assert spend(0) > 0


def test_there_is_a_core():
    assert physical_cores() >= 1
