"""Weights from before and after a training, mixed."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.train


def test_each_weight_lies_between_those_before_and_after(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    from restorer.training.mixing import mixed

    before, after = torch.zeros(2, 3), torch.full((2, 3), 4.0)
    save_file({"a": before}, tmp_path / "start.safetensors")
    save_file({"a": after}, tmp_path / "best.safetensors")
    made = mixed(tmp_path / "start.safetensors", tmp_path / "best.safetensors", 0.25)
    torch.testing.assert_close(load_file(made)["a"], torch.full((2, 3), 3.0))
    torch.testing.assert_close(load_file(tmp_path / "best.safetensors")["a"], after)


def test_what_cannot_be_mixed_is_refused(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    from restorer.errors import InvalidRecipe
    from restorer.training.mixing import mixed

    save_file({"a": torch.zeros(2)}, tmp_path / "start.safetensors")
    save_file({"b": torch.zeros(2)}, tmp_path / "best.safetensors")
    with pytest.raises(InvalidRecipe, match="cannot be mixed"):
        mixed(tmp_path / "start.safetensors", tmp_path / "best.safetensors", 0.5)
    with pytest.raises(InvalidRecipe, match=r"share of 1\.5"):
        mixed(tmp_path / "start.safetensors", tmp_path / "best.safetensors", 1.5)


def test_a_recipe_may_mix_in_what_it_started_from(folder: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file
    from test_worker import _recipe

    from restorer.training.worker import main

    first = _recipe(tmp_path / "first.toml", "steps = 4\n")
    second = _recipe(tmp_path / "second.toml", 'steps = 4\nafter = "first"\nstart_share = 0.5\n')
    given = ["--photos", str(folder / "photos"), "--output"]
    assert main([str(first), *given, str(tmp_path / "a")]) == 0
    start = tmp_path / "a" / "best.safetensors"
    assert main([str(second), *given, str(tmp_path / "b"), "--start-from", str(start)]) == 0
    ended = [tmp_path / "b" / f"{name}.safetensors" for name in ("best", "mixed")]
    before, after, both = (load_file(it) for it in (start, *ended))
    name = next(iter(both))
    assert (2 * both[name] - before[name] - after[name]).abs().max() < 1e-5
    made = tmp_path / "b" / "model" / "model.onnx"
    content = made.read_bytes()
    made.unlink()
    assert main([str(second), "--export-only", "--output", str(tmp_path / "b")]) == 0
    assert made.read_bytes() == content, "a finished run's model is made of the mixed weights again"
