"""What a first layer that strides over the photo itself saves, beside pixels that are put side by side.

    python benchmarks/first_layers.py [--side PIXELS]

Exports the network of every bundled model both ways, with random weights, and runs the two in turn with
onnxruntime. Prints the seconds of each and their ratio.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from restorer import paths
from restorer.inference.arena import options_with_store
from restorer.inference.catalog import Catalog
from restorer.inference.devices import physical_cores
from restorer.training.plan import TrainingPlan, plan_of

_ROUNDS = 7


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", type=int, default=1024, help="of the picture that is computed")
    options = parser.parse_args()
    random = np.random.default_rng(1)
    for model in Catalog([paths.bundled_models()]).models():
        plan = plan_of(model.card.recipe)
        planes = random.random((1, len(model.card.inputs), options.side, options.side), np.float32)
        with tempfile.TemporaryDirectory() as folder:
            exported = _exported(plan, Path(folder) / "strided")
            with patch("restorer.training.networks.blocks.UnshuffledConvolution.forward", _side_by_side):
                usual = _exported(plan, Path(folder) / "side by side")
            seconds, before = _in_turn((exported, usual), planes)
        sys.stdout.write(f"{model.card.id:14s} {before:.3f} s → {seconds:.3f} s: {seconds / before:.2f}\n")


def _side_by_side(layer: Any, *pictures: Any) -> Any:
    """Compute an `UnshuffledConvolution` as its name says."""
    import torch
    from torch.nn import functional

    apart = functional.pixel_unshuffle(torch.cat(pictures, dim=1), layer.step)
    return functional.conv2d(apart, layer.weight, layer.bias, padding=layer.kernel_size[0] // 2)


def _exported(plan: TrainingPlan, folder: Path) -> Path:
    """Write the plan's network, untrained, and return its file."""
    from safetensors.torch import save_file

    from restorer.training.export import NETWORK_FILE, export
    from restorer.training.train import build_network

    folder.mkdir()
    weights = folder / "weights.safetensors"
    save_file({name: it.contiguous() for name, it in build_network(plan).state_dict().items()}, weights)
    return export(plan, weights, folder, version="0", steps=0) / NETWORK_FILE


def _in_turn(networks: tuple[Path, ...], planes: NDArray[np.float32]) -> list[float]:
    """Return the least seconds that each network took for the planes."""
    import onnxruntime

    sessions = [
        onnxruntime.InferenceSession(
            str(network), options_with_store(physical_cores()), providers=["CPUExecutionProvider"]
        )
        for network in networks
    ]
    name = sessions[0].get_inputs()[0].name
    taken: list[list[float]] = [[] for _ in sessions]
    for _ in range(_ROUNDS):
        for session, times in zip(sessions, taken, strict=True):
            started = time.perf_counter()
            session.run(None, {name: planes})
            times.append(time.perf_counter() - started)
    return [min(times[1:]) for times in taken]


if __name__ == "__main__":
    main()
