"""What finds and removes watermarks: what it learns from, and what it knows before it has learnt anything."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from restorer.errors import InvalidRecipe
from restorer.training.ageing.lettering import system_fonts
from restorer.training.dataset import PhotoFolder
from tests.tiny_plans import PLANS

if TYPE_CHECKING:
    from torch import Tensor

    from restorer.training.batches import Material

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


@pytest.fixture
def material() -> "Material":
    from restorer.training.batches import Material

    try:
        fonts, _ = system_fonts()
    except InvalidRecipe as error:
        pytest.skip(error.message)  # a machine without fonts
    photo = np.full((200, 300, 3), 128, np.uint8)
    photo[:, ::8] = 90
    return Material(PhotoFolder({"": [photo]}, {"": 1.0}), lettering=fonts)


def test_what_marks_are_found_from_is_a_whole_photo_made_small(material: "Material") -> None:
    from restorer.training.tasks import task_named

    plan = PLANS["find-watermark"]
    task, random = task_named(plan.task), np.random.default_rng(4)
    found = [task.check(plan, material, random) for _ in range(12)]
    marked = [example for example in found if example["mask"].any()]
    assert 5 <= len(marked) < len(found), "some bear no mark"
    for example in found:
        sizes = {name: part.shape for name, part in example.items()}
        side = plan.validation_crop
        assert sizes == {
            "seen": (3, side, side),
            "mask": (1, side, side),
            "opacity": (1, side, side),
            "colour": (3, side, side),
        }
        assert all(0 <= part.min() <= part.max() <= 1 for part in example.values())
    rims = np.concatenate([example["mask"].ravel() for example in marked])
    assert set(np.unique(rims)) <= {0.0, 0.25, 0.5, 0.75, 1.0}, "of four pixels so many are marked"
    assert ((rims > 0) & (rims < 1)).any()


@pytest.mark.parametrize(("share", "marked"), [(0.0, 6), (1.0, 0)])
def test_how_many_photos_bear_no_mark_is_the_recipes_choice(
    material: "Material", share: float, marked: int
) -> None:
    from restorer.training.tasks import task_named

    plan = dataclasses.replace(PLANS["find-watermark"], unmarked_share=share)
    task, random = task_named(plan.task), np.random.default_rng(4)
    drawn = [task.example(plan, material, plan.crop, random) for _ in range(6)]
    assert sum(bool(example["mask"].any()) for example in drawn) == marked


def test_which_kinds_of_marks_are_drawn_is_the_recipes_choice(material: "Material") -> None:
    from restorer.errors import InvalidRecipe
    from restorer.training.tasks import task_named

    bands = dataclasses.replace(PLANS["find-watermark"], mark_shares={"strip": 1.0}, unmarked_share=0.0)
    task, random = task_named(bands.task), np.random.default_rng(4)
    for _ in range(6):
        mask = task.example(bands, material, bands.crop, random)["mask"][0]
        assert (mask > 0).all(axis=1).any(), "a band goes from one side to the other"
    unknown = dataclasses.replace(bands, mark_shares={"band": 1.0})
    with pytest.raises(InvalidRecipe, match="no marks called band"):
        task.example(unknown, material, bands.crop, random)


@pytest.mark.parametrize("other", [False, True])
def test_whether_photos_come_again_in_other_colours_is_the_recipes_choice(other: bool) -> None:
    import torch

    from restorer.training.tasks import task_named

    plan = dataclasses.replace(PLANS["find-watermark"], other_colours=other)
    seen, mask = torch.rand(16, 3, 8, 8), torch.rand(16, 1, 8, 8)
    batch = {"seen": seen, "colour": seen, "mask": mask, "opacity": mask}
    changed = task_named(plan.task).varied(plan, batch, torch.Generator().manual_seed(1))
    assert torch.equal(changed["seen"], seen) is not other
    assert torch.equal(changed["seen"], changed["colour"])
    assert torch.equal(changed["mask"], mask), "letters stay upright"


def test_the_card_says_that_whole_photos_are_looked_at_small(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    from restorer.inference.card import load_card
    from restorer.restoration.marks import small_scale
    from restorer.training.export import export
    from restorer.training.train import build_network

    plan = PLANS["find-watermark"]
    save_file(build_network(plan).state_dict(), tmp_path / "weights.safetensors")
    made = export(plan, tmp_path / "weights.safetensors", tmp_path / "model", version="1", steps=1)
    card = load_card(made)
    assert card.outputs == ("mask",)
    assert small_scale(card, (10 * plan.crop, 20 * plan.crop)) == 10
