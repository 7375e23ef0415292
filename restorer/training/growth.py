"""Networks that begin with what smaller ones, or parts of other ones, have learnt."""

import torch
from torch import Tensor, nn

from restorer.training.networks.blocks import Autoencoder, ResidualBlock

_BLOCKS = ("encoder.", "decoder.")


def grown(tensors: dict[str, Tensor], network: nn.Module) -> dict[str, Tensor]:
    """Return the weights for a network that may be larger than these weights know: wider, deeper, or both.

    A new block begins as one that changes nothing, from a new level nothing comes back up, and nothing looks
    at new channels yet, so that the network computes what it did before. A part that is new altogether begins
    as it was drawn.
    """
    own = network.state_dict()
    tensors = {name: _widened(value, own[name]) if name in own else value for name, value in tensors.items()}
    parts = dict(network.named_modules())
    blocks = {name for name, part in parts.items() if isinstance(part, ResidualBlock)}
    ways = {name: part for name, part in parts.items() if isinstance(part, Autoencoder)}
    up, down = (
        {f"{name}.{way}.{level}".lstrip(".") for name, part in ways.items() for level in range(len(part.up))}
        for way in ("up", "down")
    )
    new = {name: value for name, value in own.items() if name not in tensors}
    known = {name.split(".")[0] for name in tensors}
    for name, value in new.items():
        if name.split(".")[0] not in known:
            continue
        layer = name.rpartition(".")[0]
        block, _, place = layer.rpartition(".")
        if layer not in up | down and block not in blocks:
            return tensors  # another network: whoever loads these hears what is wrong
        if layer in up or (block in blocks and place == "second"):
            new[name] = torch.zeros_like(value)
    return tensors | new


def _widened(known: Tensor, own: Tensor) -> Tensor:
    """Return a layer's weights, or its bias, with room for more channels; unchanged where it has none."""
    fits = known.shape[2:] == own.shape[2:] and all(
        less <= more for less, more in zip(known.shape, own.shape, strict=False)
    )
    if known.ndim != own.ndim or not fits or known.shape == own.shape:
        return known
    wide = own.clone()  # what makes the new channels is drawn by chance, or they would all learn the same
    rows = known.shape[0]
    if known.ndim > 1:
        wide[:rows] = 0
        wide[:rows, : known.shape[1]] = known
    else:
        wide[:rows] = known
    return wide


def inherited(tensors: dict[str, Tensor], network: nn.Module, part: str) -> dict[str, Tensor]:
    """Return a network's own weights, but those of its ``part`` from another network where they fit.

    The part, an autoencoder, takes what has the same place and shape in the part of the same name of the
    other network, or in any autoencoder of it where it has none.
    A first layer there that saw more planes than this one gives those that it saw first; one that saw fewer
    leaves this one blind to the rest, to begin with. A wider or deeper part begins as in `grown`.

    Raises:
        RuntimeError: nothing fits, or there is no such part.
    """
    own: dict[str, Tensor] = network.state_dict()
    taken = 0
    namesake = {name: value for name, value in tensors.items() if name.startswith(f"{part}.")}
    donors = {name.split(".", 1)[1]: value for name, value in (namesake or tensors).items() if "." in name}
    for name, value in own.items():
        place = name.removeprefix(f"{part}.")
        if place != name and place in donors:
            donor = donors[place]
            donor = _seeing(donor, value.shape[1]) if place == "stem.weight" else donor
            donor = _widened(donor, value)
            if donor.shape == value.shape:
                own[name], taken = donor, taken + 1
        elif place.startswith("up.") or (place.startswith(_BLOCKS) and ".second." in place):
            own[name] = torch.zeros_like(value)
    if not taken:
        raise RuntimeError(f"its part “{part}” finds nothing there that fits")
    return own


def _seeing(stem: Tensor, planes: int) -> Tensor:
    """Return the weights of a first layer that sees so many planes."""
    blind = stem.new_zeros(stem.shape[0], max(0, planes - stem.shape[1]), *stem.shape[2:])
    return torch.cat([stem[:, :planes], blind], dim=1)
