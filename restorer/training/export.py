"""From trained weights to a model that the engine runs: ONNX, a card, and a sample to check parity with."""

import copy
import dataclasses
import hashlib
import json
import warnings
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import onnx
import torch
from safetensors.torch import load_file
from torch import nn

from restorer.training.plan import TrainingPlan
from restorer.training.tasks import task_named
from restorer.training.tasks.task import Task
from restorer.training.train import build_network

NETWORK_FILE = "model.onnx"
CARD_FILE = "card.json"
CHECK_FILE = "check.npz"
_OPSET = 17
_CHECK_SIDE = 64
_ELSEWHERE = ("description", "trained_on", "limits", "minutes", "bytes_per_pixel")
"""Entries of a plan that stand in the card itself, or say nothing about the model."""
_SMALLEST_HALVED = 256  # values; what is smaller is not worth a node
_SWITCHES = ("mask", "brush", "hint mask")
"""Planes that are 0 or 1."""


def export(plan: TrainingPlan, weights: Path, folder: Path, *, version: str, steps: int) -> Path:
    """Write ``model.onnx``, ``card.json`` and ``check.npz`` into ``folder`` and return it.

    ``check.npz`` holds an input ``photo`` (1, C, H, W) and the ``result`` that PyTorch computed for it, so
    that whoever loads the model can prove that it computes the same. ``steps`` says how long the weights were
    trained.
    """
    task = task_named(plan.task)
    network = build_network(plan).eval()
    network.load_state_dict(load_file(weights))
    if plan.half_weights:
        network.half().float()  # rounded here, so that the sample below shows what the file computes
    folder.mkdir(parents=True, exist_ok=True)
    sample = _sample(task, plan)
    with torch.no_grad():
        result = network(sample)
    _write_onnx(network, sample, folder / NETWORK_FILE)
    # An int8 twin is to be made here: from the float graph, before its weights are halved, into a file of its
    # own beside it.
    if plan.half_weights:
        _halve_weights(folder / NETWORK_FILE)
    np.savez_compressed(folder / CHECK_FILE, photo=sample.numpy(), result=result.numpy())
    card = _card(task, plan, network, folder / NETWORK_FILE, version, steps)
    (folder / CARD_FILE).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Reach:
    """How far a network sees, in pixels, along rows or columns.

    ``radius`` is what the farthest-seeing pixel needs; ``halo`` what a block of ``multiple_of`` pixels, set
    on a multiple of it, needs around it: less, because the pixels of one block see the same blocks.
    """

    radius: int
    halo: int


def reach(network: nn.Module, multiple_of: int, channels: int) -> Reach:
    """Measure how far a pixel of the result can see.

    Measured, not derived: with all weights turned into those of small means no path can cancel another, so
    that every pixel that may count has a gradient, however small; tried for each position within the
    coarsest level's pixel. Double precision holds gradients that are products of many small numbers.
    """
    positive = _averaging(network)
    side = 32 * multiple_of
    while True:
        seen = [_seen(positive, side, channels, multiple_of, offset) for offset in range(multiple_of)]
        radius = max(max(before, after) for before, after in seen)
        if radius < side // 2 - 2 * multiple_of:
            break
        side *= 2
    halo = max(
        max(before - offset, after - (multiple_of - 1 - offset))
        for offset, (before, after) in enumerate(seen)
    )
    return Reach(radius, halo)


def _averaging(network: nn.Module) -> nn.Module:
    """Return a copy that takes small means where the network multiplies, so that nothing saturates."""
    copied = copy.deepcopy(network).double().eval()
    with torch.no_grad():
        for parameter in copied.parameters():
            if parameter.dim() > 1:
                positive = parameter.abs() + 1e-3
                parameter.copy_(0.1 * positive / positive.sum(tuple(range(1, parameter.dim())), keepdim=True))
            else:
                parameter.zero_()
    return copied


def _seen(network: nn.Module, side: int, channels: int, multiple_of: int, offset: int) -> tuple[int, int]:
    """Return how many rows up and down a pixel sees; all networks see as far along rows as along columns."""
    centre = side // 2 + offset
    random = torch.Generator().manual_seed(1)
    strip = torch.rand(1, channels, side, 2 * multiple_of, generator=random, dtype=torch.float64)
    strip = (0.3 + 0.4 * strip).requires_grad_()
    (gradient,) = torch.autograd.grad(network(strip)[0, :, centre, multiple_of].sum(), strip)
    seen = gradient.abs().sum((0, 1, 3)).nonzero() - centre
    return int(-seen.min()), int(seen.max())


def _write_onnx(network: nn.Module, sample: torch.Tensor, path: Path) -> None:
    size = {2: "height", 3: "width"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # we know that it is the older one
        warnings.filterwarnings("ignore", "Constant folding")  # of what is turned round; nobody asked for it
        torch.onnx.export(
            network,
            (sample,),
            str(path),
            dynamo=False,  # the older exporter writes the plain graph that onnxruntime fuses best
            opset_version=_OPSET,
            do_constant_folding=False,  # onnxruntime does it; `weights.py` finds the weights by their names
            input_names=["photo"],
            output_names=["result"],
            dynamic_axes={"photo": size, "result": size},
        )


def _halve_weights(path: Path) -> None:
    """Store the weights in 16 bits and turn them back into 32 when the network is loaded."""
    model = onnx.load(path)
    graph = model.graph
    casts = []
    for weight in graph.initializer:
        values = onnx.numpy_helper.to_array(weight)
        if values.dtype == np.float32 and values.size >= _SMALLEST_HALVED:
            name = weight.name
            weight.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
            casts.append(onnx.helper.make_node("Cast", [weight.name], [name], to=onnx.TensorProto.FLOAT))
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _sample(task: Task, plan: TrainingPlan) -> torch.Tensor:
    """Return a noisy colour wedge ``(1, C, 64, 64)``: smooth, with an edge, and the same each time."""
    random = np.random.default_rng(plan.seed)
    side = max(_CHECK_SIDE, 2 * plan.multiple_of)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) / (side - 1)
    edge = np.where(rows > columns, 0.8, 0.2).astype(np.float32)
    kinds = (rows, columns, edge)
    wedge = np.stack([kinds[index % 3] for index in range(len(task.inputs))])
    noisy = np.clip(wedge + 0.1 * random.standard_normal(wedge.shape, np.float32), 0, 1)
    for index, name in enumerate(task.inputs):
        if name in _SWITCHES:
            noisy[index] = (rows > 0.6) & (columns > 0.4)
    return torch.from_numpy(noisy[None].astype(np.float32))


def _card(
    task: Task, plan: TrainingPlan, network: nn.Module, network_file: Path, version: str, steps: int
) -> dict[str, object]:
    multiple_of = plan.multiple_of
    seen = None if task.whole_photo else reach(network, multiple_of, len(task.inputs))
    return {
        "format": 1,
        "id": plan.id or plan.task,
        "name": plan.name,
        "task": task.family,
        "version": version,
        "file": network_file.name,
        "sha256": hashlib.sha256(network_file.read_bytes()).hexdigest(),
        "licence": "Apache-2.0",
        "inputs": list(task.inputs),
        "outputs": list(task.outputs),
        "multiple_of": multiple_of,
        "receptive_radius": seen.radius if seen else None,
        "halo": seen.halo if seen else None,
        "bytes_per_pixel": plan.bytes_per_pixel or _bytes_per_pixel(task, plan),
        "kilo_macs_per_pixel": round(_macs_per_pixel(network, multiple_of, len(task.inputs)) / 1000, 1),
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "description": plan.description,
        "trained_on": list(plan.trained_on),
        "limits": list(plan.limits),
        "scores": [],
        "recipe": {
            **{
                key: list(value) if isinstance(value, tuple) else value
                for key, value in dataclasses.asdict(plan).items()
                if key not in _ELSEWHERE
            },
            "steps": steps,
            **task.facts(network),
            "exported": date.today().isoformat(),
        },
    }


def _bytes_per_pixel(task: Task, plan: TrainingPlan) -> int:
    """Estimate the memory that a pixel takes while the network runs.

    Two tensors of the finest level (a quarter of the pixels, four bytes a value), or one and the result, live
    at once, beside the photo's own planes and as many that are kept for the end; a quarter more lies in gaps
    that nothing fits into.
    """
    finest = plan.widths[0]
    return round(1.25 * max(2 * finest, finest + 4 * len(task.outputs))) + 2 * 4 * len(task.inputs)


def _macs_per_pixel(network: nn.Module, multiple_of: int, channels: int) -> float:
    """Count the multiply-adds of every convolution for each pixel of a large photo, without doing them."""
    total = 0

    def count(layer: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
        nonlocal total
        assert isinstance(layer, nn.Conv2d)
        kernel = layer.weight[0].numel()
        total += kernel * output.numel()

    shapes = copy.deepcopy(network).to("meta")
    for layer in shapes.modules():
        if isinstance(layer, nn.Conv2d):
            layer.register_forward_hook(count)
    side = 256 * multiple_of
    with torch.no_grad():
        shapes(torch.zeros(1, channels, side, side, device="meta"))
    return total / side**2
