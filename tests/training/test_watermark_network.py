"""The remover of watermarks begins with what can be computed back, before it has learnt anything."""

from typing import TYPE_CHECKING

import pytest

from tests.tiny_plans import PLANS

if TYPE_CHECKING:
    from torch import Tensor

pytestmark = pytest.mark.train


@pytest.mark.parametrize("brushed", [False, True])
def test_a_mark_that_is_known_is_computed_back_unless_a_brush_covers_it(brushed: bool) -> None:
    import torch

    from restorer.training.networks.watermark import WatermarkRemover

    class Knowing(WatermarkRemover):
        """A remover whose finder knows the mark."""

        def found(self, seen: "Tensor") -> "dict[str, Tensor]":
            return {"mask": mask, "logits": mask, "opacity": opacity, "colour": colour}

    torch.manual_seed(1)
    clean = torch.rand(1, 3, 32, 32)
    mask = torch.zeros(1, 1, 32, 32)
    mask[..., 8:24, 8:24] = 1
    opacity, colour = 0.6 * mask, torch.tensor([0.9, 0.8, 0.7])[None, :, None, None].expand_as(clean)
    marked = clean * (1 - opacity) + colour * opacity
    plan = PLANS["watermark"]
    network = Knowing(plan.shape, plan.finder).eval()
    with torch.no_grad():
        restored = network(torch.cat([marked, mask * brushed], 1))[:, :3]
    difference = (restored - clean).abs().amax(1, keepdim=True)
    assert difference[mask == 0].max() == 0
    if brushed:
        assert difference[mask > 0].mean() > 0.1, "what a brush covers is not seen"
    else:
        assert difference.max() < 1e-5
