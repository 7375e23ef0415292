"""A processor that only imitates sixteen bits learns in thirty-two; none is taken at its word."""

import pytest

pytestmark = pytest.mark.train


@pytest.mark.parametrize(("halved", "chosen"), [(0.2, "bfloat16"), (0.9, "float32"), (10.0, "float32")])
def test_sixteen_bits_are_taken_where_they_are_clearly_faster(halved: float, chosen: str) -> None:
    import torch

    from restorer.training.precision import fastest_precision

    seconds = {torch.float32: 1.0, torch.bfloat16: halved}
    assert fastest_precision(torch.device("cpu"), seconds.__getitem__) == getattr(torch, chosen)


def test_a_gpu_learns_in_sixteen_bits() -> None:
    import torch

    from restorer.training.precision import fastest_precision

    def never(precision: torch.dtype) -> float:
        raise AssertionError(f"{precision} was timed")

    assert fastest_precision(torch.device("cuda"), never) == torch.bfloat16


def test_this_machine_is_timed() -> None:
    import torch

    from restorer.training.precision import fastest_precision

    assert fastest_precision(torch.device("cpu")) in (torch.bfloat16, torch.float32)


@pytest.mark.parametrize("precision", ["bfloat16", "float32"])
def test_muon_steps_alike_in_either(precision: str) -> None:
    import torch

    from restorer.training.optimizers import orthogonal

    torch.manual_seed(1)
    step = orthogonal(torch.randn(1, 16, 72), getattr(torch, precision))
    assert step.dtype == torch.float32
    assert torch.linalg.svdvals(step).median() > 0.6
