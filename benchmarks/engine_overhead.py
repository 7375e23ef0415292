"""What the engine costs over a bare run of the same network, and how much memory it takes.

Runs, each in a fresh process and in turn, several times over:

- ``engine``: `Engine.run` over a photo of 8-bit RGB in memory, written back as 8-bit RGB;
- ``tiles``: a bare onnxruntime session with the engine's options over as many tiles of the same size, but
  without any halo, warmed up;
- ``whole``: a bare onnxruntime session with default options over the whole photo at once (``--whole``;
  it takes several gigabytes).

Prints the medians' ratios and the peaks of memory: run it as ``python benchmarks/engine_overhead.py``. On a
computer that does other things meanwhile, the ratio of processor times says more than that of the clock.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from restorer import paths
from restorer.inference import arena
from restorer.inference.catalog import Catalog, Model
from restorer.inference.devices import memory_to_spend
from restorer.inference.engine import Engine
from restorer.inference.tiles import plan_tiles
from restorer.photo.geometry import Box


class _Clock:
    """Measures seconds on the clock and of the processors since it was made."""

    def __init__(self) -> None:
        self._started = time.perf_counter(), time.process_time()

    def read(self, scale: float = 1.0) -> dict[str, object]:
        seconds, processor = time.perf_counter(), time.process_time()
        return {
            "seconds": (seconds - self._started[0]) * scale,
            "processor": (processor - self._started[1]) * scale,
        }


def _photo(height: int, width: int) -> np.ndarray:
    tile = np.random.default_rng(0).integers(0, 256, (256, 256, 3), np.uint8)
    repeated = np.tile(tile, (-(-height // 256), -(-width // 256), 1))
    return np.ascontiguousarray(repeated[:height, :width])


def _engine(model: Model, height: int, width: int, threads: int, memory: int) -> dict[str, object]:
    pixels = _photo(height, width)
    result = np.zeros_like(pixels)

    def source(box: Box) -> np.ndarray:
        planes = np.ascontiguousarray(pixels[box.slices].transpose(2, 0, 1), np.float32)
        planes *= np.float32(1 / 255)
        return planes

    def sink(box: Box, planes: np.ndarray) -> None:
        for channel in range(3):
            scaled = planes[channel] * np.float32(255)
            scaled += np.float32(0.5)
            np.clip(scaled, 0, 255, out=scaled)
            result[*box.slices, channel] = scaled

    engine = Engine("cpu", memory, threads)
    # The network is loaded and warmed by a small part, as the bare runs are.
    engine.run(model, source, sink, (height, width), area=Box(0, 0, 256, 256))
    clock = _Clock()
    report = engine.run(model, source, sink, (height, width))
    return {**clock.read(), "tiles": report.tiles, "tile": report.tile}


def _tiles(model: Model, height: int, width: int, threads: int, memory: int) -> dict[str, object]:
    import onnxruntime

    card = model.card
    tiles = plan_tiles(
        (height, width),
        Box(0, 0, height, width),
        halo=card.halo if card.halo is not None else card.receptive_radius or 0,
        multiple_of=card.multiple_of,
        most_pixels=memory // card.bytes_per_pixel,
    )
    # As many pixels as the photo has, in as many tiles.
    side = (height * width / len(tiles)) ** 0.5
    tall = round(side * (tiles[0].padded.height / tiles[0].padded.width) ** 0.5 / card.multiple_of)
    tall = max(1, tall) * card.multiple_of
    wide = max(1, round(side * side / tall / card.multiple_of)) * card.multiple_of
    options = arena.options_with_store(threads)
    session = onnxruntime.InferenceSession(str(model.file), options, providers=["CPUExecutionProvider"])
    planes = np.random.default_rng(0).random((1, len(card.inputs), tall, wide), np.float32)
    feed = {session.get_inputs()[0].name: planes}
    session.run(None, feed)
    clock = _Clock()
    for _ in tiles:
        session.run(None, feed)
    return {
        **clock.read(height * width / (len(tiles) * tall * wide)),
        "tiles": len(tiles),
        "tile": (tall, wide),
    }


def _whole(model: Model, height: int, width: int, threads: int, memory: int) -> dict[str, object]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(model.file), options, providers=["CPUExecutionProvider"])
    step = model.card.multiple_of
    tall, wide = height // step * step, width // step * step
    planes = np.random.default_rng(0).random((1, len(model.card.inputs), tall, wide), np.float32)
    clock = _Clock()
    session.run(None, {session.get_inputs()[0].name: planes})
    return {**clock.read(height * width / (tall * wide)), "tiles": 1, "tile": (tall, wide)}


_WAYS = {"engine": _engine, "tiles": _tiles, "whole": _whole}


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=paths.bundled_models() / "denoise", help="its folder")
    parser.add_argument("--size", type=int, nargs=2, default=(4000, 6000), metavar=("HEIGHT", "WIDTH"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory", type=int, default=memory_to_spend(), help="bytes for the tiles")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--whole", action="store_true", help="run the photo in one piece too")
    parser.add_argument("--way", choices=sorted(_WAYS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _measure(options: argparse.Namespace) -> None:
    model = Catalog([options.model.parent]).find(options.model.name)
    height, width = options.size
    result = _WAYS[options.way](model, height, width, options.threads, options.memory)
    used = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(json.dumps({**result, "peak": used.ru_maxrss * 1024}))


def main() -> None:
    """Measure every way in turn and print ratios."""
    options = _parse()
    if options.way:
        _measure(options)
        return
    ways = ["tiles", "engine", *(["whole"] if options.whole else [])]
    outcomes: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
    passed_on = ["--model", str(options.model), "--size", *map(str, options.size)]
    passed_on += ["--threads", str(options.threads), "--memory", str(options.memory)]
    for _ in range(options.repeats):
        for way in ways:
            command = [sys.executable, __file__, "--way", way, *passed_on]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            outcomes[way].append(json.loads(done.stdout))
    megapixels = options.size[0] * options.size[1] / 1e6
    sys.stdout.write(f"{megapixels:.1f} megapixels, {options.memory / 1e6:.0f} MB for tiles\n")
    for way in ways:
        one = outcomes[way]
        ratios = [_median(one, kind) / _median(outcomes["tiles"], kind) for kind in ("seconds", "processor")]
        sys.stdout.write(
            f"{way:7s} {_median(one, 'seconds'):7.2f} s  × {ratios[0]:5.3f}"
            f"   processors {_median(one, 'processor'):7.2f} s  × {ratios[1]:5.3f}"
            f"   peak {max(run['peak'] for run in one) / 1e6:5.0f} MB"
            f"   {one[0]['tiles']} of {one[0]['tile']}\n"
        )


def _median(runs: list[dict[str, float]], kind: str) -> float:
    return statistics.median(run[kind] for run in runs)


if __name__ == "__main__":
    main()
