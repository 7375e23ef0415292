"""What the whole command costs beside the bare network: ``restorer restore`` on a 24-megapixel photo.

    python benchmarks/restore_command.py [--rounds N] [--huge]

Each round runs, in fresh processes and one after the other, the command (reading the PNG, the network,
writing a PNG) and onnxruntime alone on as many pixels, in two ways: the whole photo in one go with default
options (what a script of five lines does), and in small tiles without any overlap, which is the least that
the network can cost. Prints the medians, the ratios, and the command's peak memory beside its limit.
``--huge`` measures the memory for a 200-megapixel 16-bit TIFF instead, which takes minutes.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from restorer import paths

_BARE = """
import sys, time, resource, numpy, onnxruntime
height, width, rows, columns = map(int, sys.argv[2:6])
options = onnxruntime.SessionOptions()
session = onnxruntime.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
tile = numpy.random.default_rng(1).random((1, 3, height // rows, width // columns), numpy.float32)
started = time.perf_counter()
for _ in range(rows * columns):
    session.run(None, {session.get_inputs()[0].name: tile})
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

_LIMITS = {24: 1200, 200: 2500}  # megabytes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--huge", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.huge:
            _print_memory(_huge_photo(Path(folder)), 200)
        else:
            _compare(_photo(Path(folder)), options.rounds)


def _photo(folder: Path) -> Path:
    """Write a noisy 6000 × 4000 photo, 8 bits, and return its path.

    It is a slope of tones with nothing in it that could be taken for a face, which would be blended.
    """
    down, across = np.linspace(40, 210, 4000, dtype=np.float32), np.linspace(60, 190, 6000, dtype=np.float32)
    smooth = np.stack(np.broadcast_arrays(down[:, None], across, (down[:, None] + across) / 2), axis=-1)
    noisy = smooth + 12 * np.random.default_rng(2).standard_normal(smooth.shape, np.float32)
    path = folder / "noisy.png"
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(path, compress_level=1)
    return path


def _huge_photo(folder: Path) -> Path:
    """Write a noisy 14144 × 14144 photo, 16 bits, strip by strip, and return its path."""
    side, path = 14144, folder / "noisy.tif"
    random = np.random.default_rng(1)
    ramp = np.linspace(8000, 50000, side, dtype=np.float32)[None, :, None]

    def strips() -> Iterator[NDArray[np.uint16]]:
        for _ in range(0, side, 64):
            noise = 3000 * random.standard_normal((64, side, 3), np.float32)
            yield (ramp + noise).astype(np.uint16)

    tifffile.imwrite(
        path,
        strips(),
        shape=(side, side, 3),
        dtype=np.uint16,
        rowsperstrip=64,
        photometric="rgb",
        bigtiff=True,
    )
    return path


def _run_command(photo: Path, result: Path) -> tuple[float, float, dict[str, object]]:
    """Return the command's wall seconds, peak megabytes and its own report."""
    command = [sys.executable, "-m", "restorer", "restore", str(photo), "-o", str(result)]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--denoise", "--overwrite", "--json"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("the command failed")
    return time.perf_counter() - started, usage.ru_maxrss / 1024, json.loads(output)


def _bare(rows: int, columns: int) -> tuple[float, float]:
    """Return the seconds and peak megabytes of onnxruntime alone, in a fresh process."""
    network = paths.bundled_models() / "denoise" / "model.onnx"
    # A multiple of 16 in every tile: 6000 × 4000 as 6000 × 4000, the grid's remainder dropped.
    height, width = 4000 // (16 * rows) * 16 * rows, 6000 // (16 * columns) * 16 * columns
    arguments = [str(network), *map(str, (height, width, rows, columns))]
    result = subprocess.run(
        [sys.executable, "-c", _BARE, *arguments], check=True, capture_output=True, text=True
    )
    seconds, memory = map(float, result.stdout.split())
    return seconds * (4000 * 6000) / (height * width), memory


def _compare(photo: Path, rounds: int) -> None:
    figures: dict[str, list[float]] = {"command": [], "network in it": [], "whole": [], "tiles": []}
    peaks: list[float] = []
    for _ in range(rounds):
        seconds, peak, report = _run_command(photo, photo.with_name("clean.png"))
        figures["command"].append(seconds)
        figures["network in it"].append(report["steps"][0]["seconds"])  # type: ignore[index]
        peaks.append(peak)
        figures["whole"].append(_bare(1, 1)[0])
        figures["tiles"].append(_bare(4, 4)[0])
    medians = {name: statistics.median(values) for name, values in figures.items()}
    print(f"24 megapixels, {rounds} rounds, medians in seconds:")
    for name, value in medians.items():
        print(f"  {name:14} {value:7.2f}")
    for bare in ("whole", "tiles"):
        ratio = statistics.median(c / b for c, b in zip(figures["command"], figures[bare], strict=True))
        inner = statistics.median(c / b for c, b in zip(figures["network in it"], figures[bare], strict=True))
        print(f"  command / bare network ({bare}): {ratio:.3f}; its network part alone: {inner:.3f}")
    print(f"  peak memory: {max(peaks):.0f} MB (limit {_LIMITS[24]} MB)")


def _print_memory(photo: Path, megapixels: int) -> None:
    seconds, peak, _ = _run_command(photo, photo.with_name("clean.tif"))
    limit = _LIMITS[megapixels]
    print(f"{megapixels} megapixels, 16 bits: peak memory {peak:.0f} MB (limit {limit} MB), {seconds:.0f} s")


if __name__ == "__main__":
    main()
