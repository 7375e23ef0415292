"""What networks are taught and judged by."""

import numpy as np
import pytest

from restorer.training.plan import LOSSES

pytestmark = pytest.mark.train


@pytest.mark.parametrize("kind", LOSSES)
def test_every_loss_is_least_at_the_truth(kind: str) -> None:
    import torch

    from restorer.training.tasks.losses import difference, picture_loss

    truth = torch.full((1, 3, 4, 4), 0.3)
    at, near, far = (float(difference(kind, truth + offset, truth).mean()) for offset in (0.0, 0.1, 0.4))
    assert at < near < far
    at, near, far = (float(picture_loss(kind, truth + offset, truth)) for offset in (0.0, 0.1, 0.4))
    assert at < near < far


def test_a_root_is_taken_crop_by_crop() -> None:
    import torch

    from restorer.training.tasks.losses import picture_loss

    truth = torch.zeros(2, 3, 8, 8)
    result = truth.clone()
    result[0], result[1] = 0.01, 0.1
    assert float(picture_loss("root mean squared error", result, truth)) == pytest.approx(0.055, abs=1e-4)
    truth = truth.requires_grad_()
    picture_loss("root mean squared error", result * 0, truth).backward()
    assert truth.grad is not None
    assert truth.grad.isfinite().all()


def test_psnr_counts_the_mask_alone() -> None:
    import torch

    from restorer.training.tasks.losses import mean_psnr

    truth = torch.full((2, 3, 8, 8), 0.5)
    result = truth.clone()
    result[:, :, :4] += 0.1
    mask = torch.zeros(2, 1, 8, 8)
    mask[:, :, :4] = 1
    assert mean_psnr(result, truth, mask) == pytest.approx(20.0, abs=1e-3)
    assert mean_psnr(result, truth) == pytest.approx(23.0103, abs=1e-3)
    assert mean_psnr(truth, truth) == pytest.approx(50.0)
    mask[1] = 0  # an example without a mask does not count
    assert mean_psnr(result, truth, mask) == pytest.approx(20.0, abs=1e-3)


def test_average_precision_ranks() -> None:
    import torch

    from restorer.training.tasks.losses import average_precision

    truth = torch.tensor([1.0, 0.0, 1.0, 0.0])
    assert average_precision(torch.tensor([0.9, 0.1, 0.8, 0.2]), truth) == 1.0
    assert average_precision(torch.tensor([0.9, 0.8, 0.7, 0.1]), truth) == pytest.approx((1 + 2 / 3) / 2)


def test_the_mask_loss_counts_where_it_should() -> None:
    import torch

    from restorer.training.tasks.losses import mask_loss

    mask, counts = torch.zeros(1, 1, 8, 8), torch.ones(1, 1, 8, 8)
    mask[..., :4] = 1
    right = torch.where(mask > 0, 6.0, -6.0)
    assert mask_loss(right, mask, counts, 0.5) < 0.01 < mask_loss(-right, mask, counts, 0.5)
    wrong_half = right.clone()
    wrong_half[..., 4:] = 6.0
    counts[..., 4:] = 0
    assert mask_loss(wrong_half, mask, counts, 0.5) < 0.01


def test_colours_are_taught_by_their_nearest() -> None:
    import torch

    from restorer.training.palette import palette
    from restorer.training.tasks.colorize import _soft_choice

    colours = torch.from_numpy(palette())
    chances = _soft_choice(colours.T[None, :, :, None], colours)
    assert torch.equal(chances[0, :, :, 0].argmax(0), torch.arange(len(colours)))
    np.testing.assert_allclose(chances.sum(1), 1.0, atol=1e-5)


def test_in_a_mask_the_root_of_squares_is_that_of_the_masked_pixels() -> None:
    import torch

    from restorer.training.tasks.losses import picture_loss

    truth = torch.zeros(2, 3, 4, 4)
    result = torch.zeros(2, 3, 4, 4)
    result[0, :, :2] = 0.5
    mask = torch.zeros(2, 1, 4, 4)
    mask[:, :, :2] = 1.0
    kind = "root mean squared error"
    assert picture_loss(kind, result, truth, mask).item() == pytest.approx(0.25, abs=1e-3)
    assert picture_loss(kind, result, truth).item() == pytest.approx(0.25 * 0.5**0.5, abs=1e-3)
    nothing = picture_loss(kind, result, truth, torch.zeros(2, 1, 4, 4))
    assert nothing.item() == pytest.approx(0.0, abs=1e-3)
