"""How many bytes per pixel a network needs while it runs: what ``bytes_per_pixel`` in its card should be.

The network runs in fresh processes with ever more memory reserved in one piece, until the process's peak no
longer shows that more had to be taken: ``python benchmarks/engine_memory.py --model FOLDER``.
"""

import argparse
import dataclasses
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np

from restorer import paths
from restorer.inference import arena
from restorer.inference.catalog import Catalog
from restorer.inference.devices import CPU
from restorer.inference.sessions import OnnxSession
from restorer.progress import CancelToken

_SIDE = 1024
_STEP = 4


def _peak(folder: Path, reserved: int) -> float:
    """Return the bytes per pixel that the network took at most, its input included."""
    model = Catalog([folder.parent]).find(folder.name)
    inputs = len(model.card.inputs)
    card = dataclasses.replace(model.card, bytes_per_pixel=4 * inputs)  # the session reserves nothing
    session = OnnxSession(card, model.file.read_bytes(), CPU, 2)
    planes = np.zeros((inputs, _SIDE, _SIDE), np.float32)
    session.run(planes[:, : 4 * card.multiple_of, : 4 * card.multiple_of], CancelToken())
    session.reserve(_SIDE, _SIDE, fitted=True)
    before = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    planes += 0.5
    arena.reserve(reserved * _SIDE * _SIDE)
    for _ in range(3):  # what is left in pieces by one run may be missing in the next
        session.run(planes, CancelToken(), fitted=True)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before) / _SIDE**2


def main() -> None:
    """Try reservations and print what was taken with each; the smallest peak is the answer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=paths.bundled_models() / "denoise", help="its folder")
    parser.add_argument("--range", type=int, nargs=2, default=(60, 140), metavar=("LEAST", "MOST"))
    parser.add_argument("--reserved", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reserved is not None:
        sys.stdout.write(f"{_peak(options.model, options.reserved)}")
        return
    peaks = {}
    least, most = options.range
    for reserved in range(least, most, _STEP):
        command = [sys.executable, __file__, "--model", str(options.model), "--reserved", str(reserved)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        peaks[reserved] = float(done.stdout)
        sys.stdout.write(f"reserved {reserved:4d}: took {peaks[reserved]:6.1f} bytes per pixel\n")
    sys.stdout.write(f"bytes_per_pixel: {round(min(peaks.values()) + 1)}\n")


if __name__ == "__main__":
    main()
