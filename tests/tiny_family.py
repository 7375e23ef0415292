"""Tiny networks for every task, as files: what each answers is known, and the real engine runs them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import tiny_models
from onnx import NodeProto, helper  # noqa: TID253 - made at test time

from restorer.inference.card import Task
from restorer.inference.catalog import Model

RGB = ("red", "green", "blue")
CALIBRATION = ({"score": 0.9, "wrong_per_megapixel": 1.0}, {"score": 0.5, "wrong_per_megapixel": 1000.0})
PALETTE = [[0.0, 0.0], [0.1, 0.05], [-0.08, 0.06], [0.02, -0.12]]
FILLED = 0.25
"""What the filler puts in the place of damage; of a watermark, 0.75."""


def write_family(folder: Path) -> list[Model]:
    """Write models for all tasks: pure red is damage, pure blue a watermark, colours are one warm tone."""
    return [_denoiser(folder), _finder(folder), _filler(folder), _watermark(folder), _colorizer(folder)]


def _denoiser(folder: Path) -> Model:
    nodes = [
        helper.make_node("Mul", ["photo", "most"], ["image"]),
        _planes("photo", "first_two", "two"),
        helper.make_node("Mul", ["two", "zero"], ["levels"]),
        helper.make_node("Concat", ["image", "levels"], ["result"], axis=1),
    ]
    network = tiny_models.network(
        nodes, {"most": _number(0.99), "zero": _number(0.0), "first_two": _rows(0, 1)}, (3, 5)
    )
    return tiny_models.write_model(
        folder / "denoise", network, inputs=RGB, outputs=(*RGB, "noise", "compression")
    )


def _finder(folder: Path) -> Model:
    nodes = [
        *_pureness("photo", 0, 1, "damage"),
        helper.make_node("Concat", ["damage", "damage"], ["result"], axis=1),
    ]
    network = tiny_models.network(nodes, _pureness_weights(), (3, 2))
    outputs = ("damage", "deviation")
    return tiny_models.write_model(
        folder / "find-damage", network, task=Task.FIND_DAMAGE, inputs=RGB, outputs=outputs,
        calibration=CALIBRATION,
    )  # fmt: skip


def _filler(folder: Path) -> Model:
    nodes = [_planes("photo", "rgb", "image"), _planes("photo", "fourth", "mask"), *_mixed("mask", "result")]
    weights = {"rgb": _rows(0, 1, 2), "fourth": _rows(3), "filled": _number(FILLED)}
    network = tiny_models.network(nodes, weights, (4, 3))
    return tiny_models.write_model(
        folder / "repair-damage", network, task=Task.REPAIR_DAMAGE, inputs=(*RGB, "mask"), outputs=RGB
    )


def _watermark(folder: Path) -> Model:
    nodes = [
        _planes("photo", "rgb", "image"),
        _planes("photo", "fourth", "brush"),
        *_pureness("photo", 2, 1, "mask"),
        helper.make_node("Max", ["mask", "brush"], ["hole"]),
        *_mixed("hole", "restored"),
        helper.make_node("Concat", ["restored", "mask"], ["result"], axis=1),
    ]
    weights = {**_pureness_weights(), "rgb": _rows(0, 1, 2), "fourth": _rows(3), "filled": _number(0.75)}
    network = tiny_models.network(nodes, weights, (4, 4))
    return tiny_models.write_model(
        folder / "watermark", network, task=Task.WATERMARK, inputs=(*RGB, "brush"), outputs=(*RGB, "mask"),
        calibration=CALIBRATION,
    )  # fmt: skip


def _colorizer(folder: Path) -> Model:
    """A warm tone but at hints; the chances are the same everywhere."""
    nodes = [
        _planes("photo", "middle", "hints"),
        _planes("photo", "fourth", "known"),
        helper.make_node("Mul", ["hints", "known"], ["kept"]),
        helper.make_node("Sub", ["filled", "known"], ["unknown_"]),
        helper.make_node("Mul", ["unknown_", "warm"], ["guessed"]),
        helper.make_node("Add", ["kept", "guessed"], ["colours"]),
        helper.make_node("Mul", ["photo", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "chances"], ["spread"]),
        helper.make_node("Concat", ["colours", "spread"], ["result"], axis=1),
    ]
    weights = {
        "middle": _rows(1, 2),
        "fourth": _rows(3),
        "filled": _number(1.0),
        "warm": np.array([0.55, 0.53], np.float32).reshape(1, 2, 1, 1),
        "zero": _number(0.0),
        "chances": np.array([0.1, 0.5, 0.3, 0.1], np.float32).reshape(1, 4, 1, 1),
    }
    network = tiny_models.network(nodes, weights, (4, 6))
    return tiny_models.write_model(
        folder / "colorize",
        network,
        task=Task.COLORIZE,
        inputs=("lightness", "hint a", "hint b", "hint mask"),
        outputs=("a", "b", *(f"colour {index}" for index in range(4))),
        receptive_radius=None,
        recipe={"palette": PALETTE},
    )


def _planes(source: str, rows: str, name: str) -> NodeProto:
    return helper.make_node("Gather", [source, rows], [name], axis=1)


def _pureness(source: str, plane: int, other: int, name: str) -> Sequence[NodeProto]:
    """How much one plane is above another, from 0.5 (none) to 0.55 (all)."""
    return [
        _planes(source, f"row_{plane}", f"{name}_one"),
        _planes(source, f"row_{other}", f"{name}_other"),
        helper.make_node("Sub", [f"{name}_one", f"{name}_other"], [f"{name}_apart"]),
        helper.make_node("Sub", [f"{name}_apart", "half"], [f"{name}_above"]),
        helper.make_node("Mul", [f"{name}_above", "steep"], [f"{name}_steep"]),
        helper.make_node("Clip", [f"{name}_steep", "least", "largest"], [name]),
    ]


def _pureness_weights() -> dict[str, np.ndarray]:
    return {
        **{f"row_{plane}": _rows(plane) for plane in range(3)},
        "half": _number(0.5),
        "steep": _number(4.0),
        "least": np.array(0.0, np.float32),
        "largest": np.array(1.0, np.float32),
    }


def _mixed(mask: str, name: str) -> Sequence[NodeProto]:
    """``filled`` where there is mask, the image elsewhere."""
    return [
        helper.make_node("Sub", ["filled", "image"], [f"{name}_change"]),
        helper.make_node("Mul", [f"{name}_change", mask], [f"{name}_taken"]),
        helper.make_node("Add", ["image", f"{name}_taken"], [name]),
    ]


def _rows(*rows: int) -> np.ndarray:
    return np.array(rows, np.int64)


def _number(value: float) -> np.ndarray:
    return np.full(1, value, np.float32)
