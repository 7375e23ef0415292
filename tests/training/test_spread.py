"""What a hole is filled with before a network has learnt anything: the mean of what is around."""

import pytest

pytestmark = pytest.mark.train


@pytest.mark.parametrize("width", [3, 24, 64, 120])
def test_the_middle_of_a_hole_has_the_colour_of_what_is_around(width: int) -> None:
    import torch

    from restorer.training.networks.repair import spread

    colour = torch.tensor([0.3, 0.6, 0.5])[None, :, None, None]
    known = torch.ones(1, 1, 256, 256)
    known[..., 128 - width // 2 : 128 + width - width // 2] = 0
    found = spread(colour * known, known, 16)
    torch.testing.assert_close(found, colour.expand_as(found), atol=1e-4, rtol=0)


def test_what_is_near_counts_more_than_what_is_far() -> None:
    import torch

    from restorer.training.networks.repair import spread

    known = torch.ones(1, 1, 128, 128)
    known[..., 60:68, :] = 0
    photo = torch.zeros(1, 3, 128, 128)
    photo[..., 64:, :] = 1
    found = spread(photo * known, known, 16)[0, 0, :, 64]
    assert found[61] < 0.1
    assert found[66] > 0.9


def test_a_hole_too_wide_to_see_across_is_black_in_its_middle_alone() -> None:
    import torch

    from restorer.training.networks.repair import spread

    known = torch.ones(1, 1, 512, 512)
    known[..., 64:448, 64:448] = 0
    found = spread(known.expand(1, 3, 512, 512), known, 16)[0, 0]
    assert found[256, 256] == 0
    assert found[80, 80] == pytest.approx(1, abs=1e-3)
    assert found.isfinite().all()
