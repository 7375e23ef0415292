"""Tiny networks made by code: what they compute is known, so that the engine's own mistakes show."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx  # noqa: TID253 - made at test time, so that no binary lies in the repository
from onnx import TensorProto, helper, numpy_helper  # noqa: TID253

from restorer.inference.card import ModelCard, Task, save_card
from restorer.inference.catalog import Model

_PLANES = ("red", "green", "blue", "noise", "compression", "sixth")


def write_model(folder: Path, network: bytes, **changes: Any) -> Model:
    """Write ``network`` and its card into ``folder`` and return the model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(network)
    fields: dict[str, Any] = {
        "id": folder.name,
        "name": folder.name.capitalize(),
        "task": Task.DENOISE,
        "version": "1",
        "file": "model.onnx",
        "sha256": hashlib.sha256(network).hexdigest(),
        "licence": "Apache-2.0",
        "inputs": _PLANES[:3],
        "outputs": _PLANES[:3],
        "multiple_of": 1,
        "receptive_radius": 0,
        "bytes_per_pixel": 100,
    }
    card = ModelCard(**{**fields, **changes})
    save_card(card, folder)
    return Model(card, folder)


def network(
    nodes: Sequence[onnx.NodeProto],
    weights: dict[str, np.ndarray[Any, Any]] | None = None,
    channels: tuple[int, int] = (3, 3),
    *,
    ends: tuple[Sequence[int | str], Sequence[int | str]] | None = None,
    kind: int = TensorProto.FLOAT,
) -> bytes:
    """Return an ONNX file of ``nodes``, which lead from ``photo`` to ``result``."""
    shapes = ends or ((1, channels[0], "height", "width"), (1, channels[1], "height", "width"))
    graph = helper.make_graph(
        list(nodes),
        "tiny",
        [helper.make_tensor_value_info("photo", kind, shapes[0])],
        [helper.make_tensor_value_info("result", kind, shapes[1])],
        [numpy_helper.from_array(values, name) for name, values in (weights or {}).items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    made.ir_version = 8
    return bytes(made.SerializeToString())


def invert() -> bytes:
    """``1 - photo``."""
    return network([helper.make_node("Sub", ["one", "photo"], ["result"])], {"one": np.ones(1, np.float32)})


def blur(radius: int = 1, channels: int = 3) -> bytes:
    """The mean over a square; beyond the border there is black."""
    side = 2 * radius + 1
    kernel = np.full((channels, 1, side, side), 1 / side**2, np.float32)
    node = helper.make_node("Conv", ["photo", "k"], ["result"], group=channels, pads=[radius] * 4)
    return network([node], {"k": kernel}, (channels, channels))


def over_zero(subtracted: float = 0.0) -> bytes:
    """``(photo - subtracted) / 0``: plus or minus infinite, not a number where they are equal."""
    nodes = [
        helper.make_node("Sub", ["photo", "subtracted"], ["x"]),
        helper.make_node("Div", ["x", "zero"], ["result"]),
    ]
    return network(nodes, {"zero": np.zeros(1, np.float32), "subtracted": np.full(1, subtracted, np.float32)})


def whole_mean() -> bytes:
    """Every pixel minus the mean of the whole photo: there is no receptive radius."""
    nodes = [
        helper.make_node("GlobalAveragePool", ["photo"], ["mean"]),
        helper.make_node("Sub", ["photo", "mean"], ["result"]),
    ]
    return network(nodes)


def slow(layers: int = 400) -> bytes:
    """A long row of convolutions of one pixel and 48 channels: seconds of work on a small photo."""
    random = np.random.default_rng(0)
    weights = {"first": random.standard_normal((48, 3, 3, 3), np.float32) / 5}
    weights["middle"] = random.standard_normal((48, 48, 3, 3), np.float32) / 21
    weights["last"] = random.standard_normal((3, 48, 3, 3), np.float32) / 21
    nodes = [helper.make_node("Conv", ["photo", "first"], ["x0"], pads=[1] * 4)]
    nodes += [
        helper.make_node("Conv", [f"x{i}", "middle"], [f"x{i + 1}"], pads=[1] * 4) for i in range(layers)
    ]
    nodes.append(helper.make_node("Conv", [f"x{layers}", "last"], ["result"], pads=[1] * 4))
    return network(nodes, weights)


SMALL = 800_000
"""Bytes of memory; with the 100 a pixel that the cards here state, tiles of 8000 pixels."""

UNET_RADIUS = 17
UNET_HALO = 10
UNET_MULTIPLE = 8


def unet() -> bytes:
    """A small U-Net as the real ones are built: unshuffled by 2, strided, upsampled by nearest, with skips.

    The coarsest level has blocks of 8 pixels and is convolved once, so that a block depends on its
    neighbours, 8 pixels away, and on the 2 that the stem adds: the halo of an aligned area is 10. A pixel at
    the other end of its block is 7 further away: the radius is 17.
    """
    random = np.random.default_rng(7)

    def kernel(out: int, inp: int, side: int) -> np.ndarray[Any, Any]:
        return (random.standard_normal((out, inp, side, side)) / (side * inp**0.5)).astype(np.float32)

    weights: dict[str, np.ndarray[Any, Any]] = {
        "stem": kernel(8, 12, 3),
        "down1": kernel(8, 8, 2),
        "down2": kernel(8, 8, 2),
        "deep": kernel(8, 8, 3),
        "last": kernel(12, 8, 1),
        "scales": np.array([1, 1, 2, 2], np.float32),
    }

    def conv(x: str, w: str, y: str, pad: int = 0, stride: int = 1) -> onnx.NodeProto:
        return helper.make_node("Conv", [x, w], [y], pads=[pad] * 4, strides=[stride] * 2)

    def double(x: str, y: str) -> onnx.NodeProto:
        attributes = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric"}
        return helper.make_node("Resize", [x, "", "scales"], [y], nearest_mode="floor", **attributes)

    nodes = [
        helper.make_node("SpaceToDepth", ["photo"], ["half"], blocksize=2),
        conv("half", "stem", "a", pad=1),
        conv("a", "down1", "b", stride=2),
        helper.make_node("Relu", ["b"], ["b1"]),
        conv("b1", "down2", "c", stride=2),
        conv("c", "deep", "d", pad=1),
        double("d", "up2"),
        helper.make_node("Add", ["up2", "b1"], ["e"]),
        double("e", "up1"),
        helper.make_node("Add", ["up1", "a"], ["f"]),
        conv("f", "last", "g"),
        helper.make_node("DepthToSpace", ["g"], ["h"], blocksize=2),
        helper.make_node("Sigmoid", ["h"], ["result"]),
    ]
    return network(nodes, weights)
