"""Whether small photos are restored faster together than one after the other.

    python benchmarks/batch_small_photos.py [--rounds N] [--seconds S] [--threads N]

Runs the bundled denoiser by onnxruntime alone, on pictures of several sizes: one at a time with all threads
(what a batch does), several stacked into one run of the network, and as many at a time as there are threads,
each with one. Prints each as a multiple of the first, in megapixels a second, taken in turn in the same run.
Needs the package onnx, to let the network take more than one picture.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy as np
import onnxruntime

from restorer import paths
from restorer.inference.devices import physical_cores

_SIZES = ((128, 160), (240, 320), (480, 640), (768, 1024))
_STACKS = (2, 4, 8)


def session(threads: int) -> Any:
    """Return the network, taking any number of pictures, with so many threads."""
    import onnx

    model = onnx.load(paths.bundled_models() / "denoise" / "model.onnx")
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_param = "pictures"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])


def rate(work: Callable[[], object], megapixels: float, seconds: float) -> float:
    """Return how many megapixels a second ``work`` does, which does so many each time."""
    work()
    started, times = time.perf_counter(), 0
    while time.perf_counter() - started < seconds:
        work()
        times += 1
    return times * megapixels / (time.perf_counter() - started)


def ways(threads: int, height: int, width: int) -> dict[str, tuple[Callable[[], object], int]]:
    """Return what is compared: each way, and how many pictures it does at a time."""
    name = "photo"
    together, alone = session(threads), [session(1) for _ in range(threads)]
    pool = ThreadPoolExecutor(threads)
    planes = np.random.default_rng(1).random((max(_STACKS), 3, height, width), np.float32)

    def stacked(count: int) -> object:
        return together.run(None, {name: planes[:count]})

    def side_by_side() -> object:
        running = [pool.submit(one.run, None, {name: planes[:1]}) for one in alone]
        return [future.result() for future in running]

    found: dict[str, tuple[Callable[[], object], int]] = {"one at a time": (partial(stacked, 1), 1)}
    found |= {f"{count} stacked": (partial(stacked, count), count) for count in _STACKS}
    return found | {f"{threads} side by side": (side_by_side, threads)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--threads", type=int, default=physical_cores())
    options = parser.parse_args()
    for height, width in _SIZES:
        compared = ways(options.threads, height, width)
        rates: dict[str, list[float]] = {name: [] for name in compared}
        for _ in range(options.rounds):
            for name, (work, count) in compared.items():
                rates[name].append(rate(work, count * height * width / 1e6, options.seconds))
        first = statistics.median(rates["one at a time"])
        print(f"{width} × {height}: one at a time {first:.2f} megapixels/s", flush=True)
        for name in list(rates)[1:]:
            shares = [own / base for own, base in zip(rates[name], rates["one at a time"], strict=True)]
            print(f"    {name:16} {statistics.median(shares):.2f} × ({min(shares):.2f} to {max(shares):.2f})")


if __name__ == "__main__":
    main()
