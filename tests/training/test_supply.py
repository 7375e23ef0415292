"""Batches where the network is: as they came, or drawn from more than once."""

import dataclasses
import itertools

import numpy as np
import pytest
from tiny_plans import TINY

pytestmark = pytest.mark.train

SIDE, COUNT = 8, 6


def _made():
    """Yield batches whose examples carry their number in a corner; the truth is the negative."""
    for number in itertools.count():
        seen = np.zeros((COUNT, 3, SIDE, SIDE), np.float32)
        seen[:, :, 0, 0] = (COUNT * number + np.arange(1, COUNT + 1))[:, None]
        yield {"seen": seen, "clean": -seen}


def test_batches_come_as_they_were_made_unless_they_are_to_be_reused() -> None:
    import torch

    from restorer.training.supply import supply

    came = supply(TINY, _made(), torch.device("cpu"))
    for batch, made in zip(itertools.islice(came, 3), _made(), strict=False):
        np.testing.assert_array_equal(batch["seen"].numpy(), made["seen"])
    came.close()


def test_every_example_is_learnt_from_about_as_often_as_the_plan_says_turned_with_its_truth() -> None:
    import torch

    from restorer.training.supply import supply

    plan = dataclasses.replace(TINY, reuse=3)
    came = supply(plan, _made(), torch.device("cpu"))
    seen, corners = np.zeros(0), set()
    for batch in itertools.islice(came, 900):
        pictures = batch["seen"].numpy()
        np.testing.assert_array_equal(batch["clean"].numpy(), -pictures)
        assert pictures.shape == (COUNT, 3, SIDE, SIDE)
        seen = np.append(seen, pictures.max((1, 2, 3)))
        corners |= {tuple(place) for place in np.argwhere(pictures[0, 0])}
    came.close()
    assert corners == {(0, 0), (0, SIDE - 1), (SIDE - 1, 0), (SIDE - 1, SIDE - 1)}
    made = 300 * COUNT
    assert seen.max() <= made
    times = np.bincount(seen.astype(int), minlength=made + 1)[1:]
    assert times.mean() == pytest.approx(3, rel=1e-6)
    settled = times[made // 4 : made // 2]  # the first are drawn more often, the last less
    assert settled.mean() == pytest.approx(3, rel=0.1)
    assert (settled > 0).mean() > 0.9
    assert settled.max() < 15


def test_what_a_task_changes_in_its_own_way_is_learnt_from_as_often_and_never_turned() -> None:
    import torch

    from restorer.training.supply import supply

    plan = dataclasses.replace(TINY, reuse=3)
    came = supply(plan, _made(), torch.device("cpu"), vary=lambda batch, chance: batch)
    batches = [batch["seen"].numpy() for batch in itertools.islice(came, 90)]
    came.close()
    assert {tuple(place) for seen in batches for place in np.argwhere(seen[0, 0])} == {(0, 0)}
    assert max(seen.max() for seen in batches) <= 30 * COUNT


def test_crops_of_another_size_take_the_room_of_those_before() -> None:
    import torch

    from restorer.training.supply import supply

    def growing():
        yield from itertools.islice(_made(), 2)
        yield {name: np.repeat(planes, 2, axis=3).repeat(2, axis=2) for name, planes in next(_made()).items()}

    came = supply(dataclasses.replace(TINY, reuse=2), growing(), torch.device("cpu"))
    sizes = [batch["seen"].shape[-1] for batch in itertools.islice(came, 6)]
    assert sizes == [SIDE] * 4 + [2 * SIDE] * 2
    came.close()
