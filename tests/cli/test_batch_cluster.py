"""A batch on a cluster of two worker processes, one of which is killed midway: same results, none twice."""

import contextlib
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

COUNT = 12
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="needs the cluster extra"),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "写真 № & (ß)"
    folder.mkdir()
    for seed in range(COUNT):
        pixels = np.random.default_rng(seed).integers(60, 200, (300, 400, 3), np.uint8)
        Image.fromarray(pixels).save(folder / f"{seed}.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (folder / "cut off.png").write_bytes((folder / "0.png").read_bytes()[:5000])
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "RESTORER_HOME": str(tmp_path / "home"), "DASK_LOGGING__DISTRIBUTED": "error"}


@contextlib.contextmanager
def running(*command: object, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, *map(str, command)], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as lent:
        lent.bind(("127.0.0.1", 0))
        return int(lent.getsockname()[1])


def batch(photos: Path, out: Path, *options: str) -> list[object]:
    return ["-m", "restorer", "batch", photos, "-o", out, "--denoise", "--quiet", *options]


def results(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.rglob("*") if path.suffix in (".png", ".jpg")}


def worker(
    address: str, environment: dict[str, str]
) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    # Without a nanny the process that is killed is the one that computes.
    options = ["--nthreads", 1, "--no-nanny", "--no-dashboard"]
    return running("-m", "distributed.cli.dask_worker", address, *options, environment=environment)


def test_a_killed_worker_changes_nothing_about_the_results(
    photos: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    subprocess.run([sys.executable, *map(str, batch(photos, alone))], env=environment, check=False)
    address = f"tcp://127.0.0.1:{free_port()}"
    scheduler = ["-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"]
    with (
        running(*scheduler, environment=environment),
        worker(address, environment) as victim,
        worker(address, environment),
        running(*batch(photos, together, "--cluster", address), environment=environment) as run,
    ):
        while len(results(together)) < 3:
            assert run.poll() is None
            time.sleep(0.02)
        assert len(results(together)) < COUNT
        victim.send_signal(signal.SIGKILL)
        assert run.wait(200) == 1  # two photos are broken
    assert len(results(alone)) == COUNT
    assert results(together) == results(alone)
    assert [path.name for path in (together / ".restorer").iterdir()] == ["batch.json"]


def test_a_cluster_that_is_not_there_is_said(
    photos: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    command = batch(photos, tmp_path / "out", "--cluster", f"tcp://127.0.0.1:{free_port()}")
    run = subprocess.run(
        [sys.executable, *map(str, command)], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 3
    assert "no cluster" in run.stderr
