"""Reads a bundled network back into torch, by the names of its weights; nothing is unpickled.

The weights in an ONNX file keep the names that they had when they were exported, so that no second file has
to be shipped for those who want to teach a model more.
"""

from pathlib import Path

import onnx
import torch
from google.protobuf.message import DecodeError
from torch import nn

from restorer.errors import InvalidRecipe
from restorer.training.plan import TrainingPlan
from restorer.training.train import build_network

_HALVED = ".half"  # as `export` names weights that it stored in 16 bits


def network_of(plan: TrainingPlan, model: Path) -> nn.Module:
    """Return the plan's network with the weights in the ONNX file ``model``.

    Raises:
        InvalidRecipe: the file is damaged, or holds another network.
    """
    network = build_network(plan)
    try:
        found = _weights(model)
    except (OSError, ValueError, RuntimeError, DecodeError) as error:
        raise _other_network(model) from error
    wanted = dict(network.named_parameters())
    fits = all(name in found and found[name].shape == wanted[name].shape for name in wanted)
    if not fits:
        raise _other_network(model)
    # What is computed, not learnt (a palette), may have been folded away, and is there already.
    network.load_state_dict({name: found[name] for name in wanted}, strict=False)
    return network


def _weights(model: Path) -> dict[str, torch.Tensor]:
    graph = onnx.load(str(model), load_external_data=False).graph
    return {
        weight.name.removesuffix(_HALVED): torch.from_numpy(onnx.numpy_helper.to_array(weight).copy()).float()
        for weight in graph.initializer
    }


def _other_network(model: Path) -> InvalidRecipe:
    return InvalidRecipe(
        f"The training cannot start from the model in “{model.parent.name}”: it is another kind of network.",
        hint="Choose the same layers and width as that model has, or start from nothing.",
    )
