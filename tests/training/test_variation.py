"""Batches that are learnt from again: changed, and still true."""

import dataclasses

import pytest
from tiny_plans import PLANS

pytestmark = pytest.mark.train


def test_colours_are_exchanged_in_all_pictures_of_an_example_alike_and_what_lies_where_stays() -> None:
    import torch

    from restorer.training.variation import recoloured

    pictures, mask = torch.rand(400, 3, 4, 4), torch.rand(400, 1, 4, 4)
    batch = {"seen": pictures, "colour": 0.5 * pictures, "mask": mask}
    changed = recoloured(batch, torch.Generator().manual_seed(1), ("seen", "colour"))
    assert changed["mask"] is mask
    negative = (changed["seen"].sum(1) - (3 - pictures.sum(1))).abs().amax((1, 2)) < 1e-5
    assert 0.14 < negative.float().mean() < 0.26
    as_drawn = torch.where(negative[:, None, None, None], 1 - changed["seen"], changed["seen"])
    torch.testing.assert_close(as_drawn.sort(1).values, pictures.sort(1).values)
    same = (as_drawn == pictures).flatten(1).all(1)
    assert 0.5 < (as_drawn - pictures).abs().amax((1, 2, 3)).lt(1e-6).float().mean() < 0.66
    assert same.any()
    ink = torch.where(negative[:, None, None, None], 1 - changed["colour"], changed["colour"])
    torch.testing.assert_close(2 * ink, as_drawn)


def test_a_turned_batch_is_turned_as_one() -> None:
    import torch

    from restorer.training.variation import turned

    chance, corners = torch.Generator().manual_seed(1), set()
    for _ in range(60):
        seen = torch.zeros(2, 3, 5, 5)
        seen[:, :, 0, 1] = 1
        batch = turned({"seen": seen, "clean": -seen}, chance)
        torch.testing.assert_close(batch["clean"], -batch["seen"])
        corners.add(tuple(batch["seen"][0, 0].nonzero()[0].tolist()))
    assert len(corners) == 8


@pytest.mark.parametrize("other", [False, True])
def test_damage_is_learnt_again_in_other_colours_if_the_recipe_says_so(other: bool) -> None:
    import torch

    from restorer.training.tasks import task_named

    plan = dataclasses.replace(PLANS["find-damage"], other_colours=other)
    seen, mask = torch.rand(64, 3, 8, 8), torch.rand(64, 1, 8, 8)
    batch = {"seen": seen, "clean": seen, "mask": mask}
    chance = torch.Generator().manual_seed(1)
    ways = [task_named(plan.task).varied(plan, batch, chance) for _ in range(6)]
    assert not all(torch.equal(way["mask"], mask) for way in ways), "it is turned"
    changed = ways[0]
    assert torch.equal(changed["seen"], changed["clean"])
    same = [sorted(it.flatten().tolist()) for it in (changed["seen"], seen)]
    assert (same[0] == same[1]) is not other
    assert sorted(changed["mask"].flatten().tolist()) == sorted(mask.flatten().tolist())
