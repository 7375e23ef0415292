"""The thorough denoiser: what the plain one says of a photo in eight ways, evened out."""

from typing import TYPE_CHECKING

import pytest
from tiny_plans import NETWORKS

if TYPE_CHECKING:
    from torch import nn

pytestmark = pytest.mark.train


def _pair() -> "tuple[nn.Module, nn.Module]":
    """Return the plain and the thorough one with the same weights, of which none is nought."""
    import torch

    from restorer.training.train import build_network

    plain, thorough = (build_network(NETWORKS[task]).eval() for task in ("denoise", "denoise-thorough"))
    last = plain.get_submodule("remover.last").weight
    last.data = 0.1 * torch.randn(last.shape, generator=torch.Generator().manual_seed(1))
    thorough.load_state_dict(plain.state_dict())
    return plain, thorough


def test_its_answer_is_the_mean_of_what_is_said_to_eight_ways_of_looking() -> None:
    import torch

    from restorer.training.networks.denoiser import BlindDenoiser

    plain, thorough = _pair()
    photo = torch.rand(1, 3, 48, 64)
    shown: list[torch.Tensor] = []
    answer = BlindDenoiser.forward

    def noted(self: BlindDenoiser, seen: torch.Tensor) -> torch.Tensor:
        shown.append(seen)
        return answer(self, seen)

    with torch.no_grad(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(BlindDenoiser, "forward", noted)
        said = thorough(photo)
    assert len(shown) == 8
    assert torch.equal(shown[0], photo)
    with torch.no_grad():
        means = [answer(plain, seen)[:, :3].mean(dim=(0, 2, 3)) for seen in shown]
    assert len({tuple(seen[0, 0, 8].tolist()) for seen in shown}) == 8
    assert torch.allclose(said[:, :3].mean(dim=(0, 2, 3)), torch.stack(means).mean(0), atol=0.02)


def test_what_changes_nothing_comes_back_in_its_place() -> None:
    import torch

    from restorer.training.train import build_network

    network = build_network(NETWORKS["denoise-thorough"]).eval()
    for parameter in network.get_submodule("remover").parameters():
        parameter.data.zero_()
    photo = torch.rand(1, 3, 24, 40)
    with torch.no_grad():
        assert torch.allclose(network(photo)[:, :3], photo, atol=1e-6)


def test_it_hardly_minds_how_a_photo_is_turned() -> None:
    import torch

    plain, thorough = _pair()
    photo = torch.rand(1, 3, 48, 48)

    def unevenness(network: torch.nn.Module) -> float:
        with torch.no_grad():
            upright, turned = network(photo), network(photo.flip(2, 3).transpose(2, 3))
        return float((turned.transpose(2, 3).flip(2, 3) - upright)[:, :3].std())

    assert 0 < unevenness(thorough) < 0.6 * unevenness(plain)
