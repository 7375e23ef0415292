"""From trained weights to a model that the engine runs: ONNX, a card, and a sample to check parity with."""

import copy
import dataclasses
import hashlib
import json
from datetime import date
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn

from restorer.training.plan import TrainingPlan
from restorer.training.train import build_network

NETWORK_FILE = "model.onnx"
CARD_FILE = "card.json"
CHECK_FILE = "check.npz"
_OPSET = 17
_CHECK_SIDE = 64


def export(plan: TrainingPlan, weights: Path, folder: Path, *, version: str, steps: int) -> Path:
    """Write ``model.onnx``, ``card.json`` and ``check.npz`` into ``folder`` and return it.

    ``check.npz`` holds an input ``photo`` (1, 3, H, W) and the ``result`` that PyTorch computed for it, so
    that whoever loads the model can prove that it computes the same. ``steps`` says how long the weights were
    trained.
    """
    network = build_network(plan).eval()
    network.load_state_dict(load_file(weights))
    folder.mkdir(parents=True, exist_ok=True)
    sample = _sample(plan)
    with torch.no_grad():
        result = network(sample)
    _write_onnx(network, sample, folder / NETWORK_FILE)
    np.savez_compressed(folder / CHECK_FILE, photo=sample.numpy(), result=result.numpy())
    card = _card(plan, network, folder / NETWORK_FILE, version, steps)
    (folder / CARD_FILE).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder


def receptive_radius(network: nn.Module, multiple_of: int) -> int:
    """Return how far (in pixels, rows or columns) a pixel of the result can see.

    Measured, not derived: with all weights made positive no path can cancel another, so that every pixel
    that may count has a gradient; tried for each position within the coarsest level's pixel.
    """
    positive = copy.deepcopy(network)
    with torch.no_grad():
        for parameter in positive.parameters():
            parameter.copy_(parameter.abs() + 1e-3)
    side, centre = 34 * multiple_of, 17 * multiple_of
    photo = torch.ones(1, 3, side, side, requires_grad=True)
    radius = 0
    for offset in range(multiple_of):
        (gradient,) = torch.autograd.grad(
            positive(photo)[0, :, centre + offset, centre + offset].sum(), photo
        )
        seen = gradient.abs().sum((0, 1)).nonzero() - (centre + offset)
        radius = max(radius, int(seen.abs().max()))
    if radius >= centre - multiple_of:
        raise ValueError("the network sees further than the picture that it is measured on")
    return radius


def _write_onnx(network: nn.Module, sample: torch.Tensor, path: Path) -> None:
    size = {2: "height", 3: "width"}
    torch.onnx.export(
        network,
        (sample,),
        str(path),
        dynamo=False,  # the older exporter writes the plain graph that onnxruntime fuses best
        opset_version=_OPSET,
        input_names=["photo"],
        output_names=["result"],
        dynamic_axes={"photo": size, "result": size},
    )


def _sample(plan: TrainingPlan) -> torch.Tensor:
    """Return a noisy colour wedge ``(1, 3, 64, 64)``: smooth, with an edge, and the same each time."""
    random = np.random.default_rng(plan.seed)
    rows, columns = np.mgrid[0:_CHECK_SIDE, 0:_CHECK_SIDE].astype(np.float32) / (_CHECK_SIDE - 1)
    wedge = np.stack([rows, columns, np.where(rows > columns, 0.8, 0.2).astype(np.float32)])
    noisy = wedge + 0.1 * random.standard_normal(wedge.shape, np.float32)
    return torch.from_numpy(np.clip(noisy, 0, 1)[None].astype(np.float32))


def _card(
    plan: TrainingPlan, network: nn.Module, network_file: Path, version: str, steps: int
) -> dict[str, object]:
    multiple_of = 2 ** len(plan.widths)
    return {
        "format": 1,
        "id": plan.task,
        "name": plan.name,
        "task": plan.task,
        "version": version,
        "file": network_file.name,
        "sha256": hashlib.sha256(network_file.read_bytes()).hexdigest(),
        "licence": "Apache-2.0",
        "inputs": ["red", "green", "blue"],
        "outputs": ["red", "green", "blue", "noise", "compression"],
        "multiple_of": multiple_of,
        "receptive_radius": receptive_radius(network, multiple_of),
        # Three tensors of the finest level (a quarter of the pixels, four bytes a value) and the photo's own
        # three planes live at once.
        "bytes_per_pixel": 3 * plan.widths[0] + 12,
        "kilo_macs_per_pixel": round(_macs_per_pixel(network, multiple_of) / 1000, 1),
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "description": plan.description,
        "trained_on": list(plan.trained_on),
        "limits": list(plan.limits),
        "scores": [],
        "recipe": {
            **{
                key: list(value) if isinstance(value, tuple) else value
                for key, value in dataclasses.asdict(plan).items()
                if key not in ("description", "trained_on", "limits", "minutes")
            },
            "shares": dict(plan.shares),
            "steps": steps,
            "exported": date.today().isoformat(),
        },
    }


def _macs_per_pixel(network: nn.Module, multiple_of: int) -> float:
    """Count the multiply-adds of every convolution for each pixel of the photo."""
    total = 0

    def count(layer: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
        nonlocal total
        assert isinstance(layer, nn.Conv2d)
        kernel = layer.weight[0].numel()
        total += kernel * output.numel()

    side = 4 * multiple_of
    handles = [
        layer.register_forward_hook(count) for layer in network.modules() if isinstance(layer, nn.Conv2d)
    ]
    with torch.no_grad():
        network(torch.zeros(1, 3, side, side))
    for handle in handles:
        handle.remove()
    return total / side**2
