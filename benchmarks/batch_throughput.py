"""What a batch costs beside the bare network: ``restorer batch`` on a folder of 12-megapixel JPEGs.

    python benchmarks/batch_throughput.py [--photos N] [--rounds N] [--memory] [--small N]

Each round runs, in fresh processes and one after the other, the command (reading JPEGs, the network, writing
JPEGs, the journal) and onnxruntime alone on as many pixels, in tiles without any overlap, which is the least
that the network can cost. Prints the throughput of the batch as a share of the bare network's: once from the
first photo to the last, and once with the start of the program and the planning.
``--memory`` measures instead how the memory grows over a thousand (``--small``) small photos.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from restorer import paths
from restorer.app.batch.batch import Batch, open_journal
from restorer.app.batch.crew import LocalCrew
from restorer.app.batch.events import Event, Totals
from restorer.app.batch.gather import gather
from restorer.app.batch.items import Treatment
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.plan import plan_batch
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise

_WIDTH, _HEIGHT = 4000, 3000
_GOAL = 0.85
_ROWS, _COLUMNS = 2, 2

_BARE = """
import sys, time, numpy, onnxruntime
height, width, runs = map(int, sys.argv[2:5])
options = onnxruntime.SessionOptions()
session = onnxruntime.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
tile = numpy.random.default_rng(1).random((1, 3, height, width), numpy.float32)
started = time.perf_counter()
for _ in range(runs):
    session.run(None, {session.get_inputs()[0].name: tile})
print(time.perf_counter() - started)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--small", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RESTORER_HOME"] = str(Path(folder) / "home")
        if options.memory:
            _print_memory(Path(folder), options.small)
        else:
            _compare(Path(folder), options.photos, options.rounds)


def _write_photos(folder: Path, count: int, width: int, height: int) -> Path:
    """Write noisy JPEGs, each with noise of its own."""
    folder.mkdir()
    coarse = np.random.default_rng(1).integers(0, 256, (30, 40, 3), np.uint8)
    smooth = np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC), np.float32)
    for number in range(count):
        noise = np.random.default_rng(number).standard_normal(smooth.shape, np.float32)
        noisy = np.clip(smooth + 12 * noise, 0, 255).astype(np.uint8)
        Image.fromarray(noisy).save(folder / f"{number:04}.jpg", quality=92)
    return folder


def _compare(folder: Path, photos: int, rounds: int) -> None:
    source = _write_photos(folder / "photos", photos, _WIDTH, _HEIGHT)
    shares: dict[str, list[float]] = {"from first to last photo": [], "the whole command": []}
    for number in range(rounds):
        inside, whole = _batch(source, folder / f"results {number}")
        bare = _bare(photos)
        shares["from first to last photo"].append(bare / inside)
        shares["the whole command"].append(bare / whole)
        print(
            f"round {number + 1}: bare {bare:.1f} s, batch {inside:.1f} s, command {whole:.1f} s", flush=True
        )
    print(f"Throughput beside the bare network, {photos} photos of 12 megapixels, median of {rounds}:")
    for name, values in shares.items():
        print(f"  {name:26} {statistics.median(values):.3f}")
    print(f"  goal                       {_GOAL}")


def _batch(source: Path, results: Path) -> tuple[float, float]:
    """Return the seconds from the first photo to the last, and of the whole command."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "restorer", "batch", str(source), "-o", str(results), "--denoise"]
    subprocess.run([*command, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    whole = time.perf_counter() - started
    told = json.loads((results / "report.json").read_text(encoding="utf-8"))
    return float(told["this_run"]["seconds"]), whole


def _bare(photos: int) -> float:
    """Return the seconds of onnxruntime alone for as many pixels, in a fresh process."""
    network = paths.bundled_models() / "denoise" / "model.onnx"
    height, width = _HEIGHT // (16 * _ROWS) * 16, _WIDTH // (16 * _COLUMNS) * 16
    runs = photos * _ROWS * _COLUMNS
    arguments = [str(network), *map(str, (height, width, runs))]
    result = subprocess.run(
        [sys.executable, "-c", _BARE, *arguments], check=True, capture_output=True, text=True
    )
    return float(result.stdout) * photos * _WIDTH * _HEIGHT / (runs * height * width)


def _print_memory(folder: Path, count: int) -> None:
    source = _write_photos(folder / "photos", count, 320, 240)
    engine, catalog = Engine(), Catalog([paths.bundled_models()])
    treatment = Treatment(Recipe((Denoise(),)))
    output = OutputFolder(folder / "results")
    output.prepare()
    journal = open_journal(output)
    plan = plan_batch(gather([source], output.path), output, treatment, treatment.key(catalog), journal)
    samples: dict[int, float] = {}

    def listen(event: Event) -> None:
        if isinstance(event, Totals) and event.done % max(1, count // 10) == 0:
            samples.setdefault(event.done, _resident())

    summary = Batch(plan, output, journal, listener=listen).run(LocalCrew(engine, catalog))
    journal.close()
    for done, megabytes in samples.items():
        print(f"  after {done:5} photos {megabytes:6.0f} MB")
    # A straight line through what was seen once everything had been loaded.
    settled = {done: megabytes for done, megabytes in samples.items() if done >= count // 5}
    slope = np.polyfit(list(settled), list(settled.values()), 1)[0] if len(settled) > 1 else float("nan")
    rate = summary.seconds / max(summary.done, 1)
    print(f"{summary.done} photos, {rate:.2f} s each; growth {slope * 1000:+.0f} MB in a thousand photos")


def _resident() -> float:
    """Return the megabytes of this process that are in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
