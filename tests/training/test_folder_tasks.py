"""What is learnt from a folder of one's own: examples are as the method needs them, and weights come back."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from restorer import paths
from restorer.errors import InvalidRecipe
from restorer.inference.card import load_card
from restorer.training.batches import Example, Material
from restorer.training.dataset import PhotoFolder
from restorer.training.noise_model import Bands, NoiseModel
from restorer.training.plan import TrainingPlan, plan_of

pytestmark = pytest.mark.train

PLAN = TrainingPlan(name="Tiny", task="denoise-alone", crop=64, large_crop=64, validation_crop=64)
SIGMA = 10 / 255


def _noise() -> NoiseModel:
    bands = Bands(np.eye(3, dtype=np.float32) * np.float32(SIGMA**2), np.eye(1, 12, dtype=np.float32)[0])
    none = Bands(np.zeros((3, 3), np.float32), bands.autocorrelation)
    mix = np.eye(3, dtype=np.float32) * np.float32(SIGMA)
    return NoiseModel(mix, np.ones((3, 64, 64), np.float32), np.ones(9, np.float32), bands, none, 50)


def _material(noise: NoiseModel) -> Material:
    """Grey photos with this very noise."""
    random = np.random.default_rng(2)
    grey = np.full((256, 256, 3), 0.5, np.float32)
    scans = [np.rint(255 * (grey + noise.draw(grey, random))).astype(np.uint8) for _ in range(8)]
    return Material(PhotoFolder({".": scans}, {".": 1.0}), noise=noise)


def _examples(task: str, count: int = 40) -> list[Example]:
    from restorer.training.tasks import task_named

    material, random = _material(_noise()), np.random.default_rng(3)
    plan = dataclasses.replace(PLAN, task=task)
    return [task_named(task).check(plan, material, random) for _ in range(count)]


def test_what_is_seen_and_what_is_told_have_independent_noise() -> None:
    examples = _examples("denoise-alone")
    seen = np.concatenate([example["seen"].ravel() - 0.5 for example in examples])
    told = np.concatenate([example["told"].ravel() - 0.5 for example in examples])
    assert np.corrcoef(seen, told)[0, 1] == pytest.approx(0, abs=0.05)
    rows = [
        np.concatenate([(example[name] - 0.5).mean(axis=2).ravel() for example in examples])
        for name in ("seen", "told")
    ]
    assert np.corrcoef(*rows)[0, 1] == pytest.approx(0, abs=0.06), "bands are as independent as grain"
    assert seen.std() > 1.05 * np.sqrt(2) * SIGMA


def test_the_estimate_of_the_quality_is_right() -> None:
    import torch

    from restorer.training.batches import stacked
    from restorer.training.tasks import task_named

    batch = {name: torch.from_numpy(planes) for name, planes in stacked(_examples("denoise-alone")).items()}
    for error in (4 / 255, 8 / 255):
        restored = torch.full_like(batch["seen"], 0.5 + error)
        quality = task_named("denoise-alone").quality({"restored": restored}, batch)
        assert quality == pytest.approx(-20 * np.log10(error), abs=1.0)


def test_clean_photos_get_the_scanners_noise() -> None:
    example = _examples("denoise-scanner", 1)[0]
    added = example["seen"] - example["clean"]
    assert added.std() == pytest.approx(np.sqrt(2) * SIGMA, rel=0.2)
    assert added.mean(axis=2).std() == pytest.approx(SIGMA, rel=0.4)


def test_pairs_stay_together() -> None:
    from restorer.training.tasks import task_named

    clean = np.random.default_rng(1).integers(0, 200, (128, 128, 3), np.uint8)
    both = np.concatenate([clean + np.uint8(20), clean], axis=-1)
    material = Material(PhotoFolder({".": [both]}, {".": 1.0}))
    example = task_named("denoise-pairs").check(PLAN, material, np.random.default_rng(0))
    np.testing.assert_allclose(example["seen"] - example["clean"], 20 / 255, atol=1e-6)


def test_the_archives_own_mark_lies_where_the_mask_says() -> None:
    from restorer.training.tasks import task_named

    mark = np.zeros((20, 40, 4), np.float32)
    mark[5:15, 5:35] = (1, 1, 1, 0.8)
    photo = np.full((128, 128, 3), 60, np.uint8)
    material = Material(PhotoFolder({".": [photo]}, {".": 1.0}), mark=mark)
    for seed in range(5):
        example = task_named("own-watermark").check(PLAN, material, np.random.default_rng(seed))
        changed = np.abs(example["seen"][:3] - example["clean"]).max(axis=0) > 0.02
        assert changed.any()
        assert (example["mask"][0][changed] == 1).all()


def test_the_bundled_denoiser_is_read_back_by_the_names_of_its_weights() -> None:
    import torch

    from restorer.training.weights import network_of

    folder = paths.bundled_models() / "denoise"
    card = load_card(folder)
    network = network_of(plan_of(card.recipe), folder / card.file).eval()
    with np.load(folder / "check.npz") as check, torch.no_grad():
        result = network(torch.from_numpy(check["photo"])).numpy()
        assert np.abs(result - check["result"]).max() < 1e-4


def test_another_network_is_refused(tmp_path: Path) -> None:
    from restorer.training.weights import network_of

    folder = paths.bundled_models() / "denoise"
    plan = dataclasses.replace(plan_of(load_card(folder).recipe), widths=(8, 16, 32, 64))
    with pytest.raises(InvalidRecipe, match="another kind of network"):
        network_of(plan, folder / "model.onnx")
    (tmp_path / "model.onnx").write_bytes(b"no network")
    with pytest.raises(InvalidRecipe):
        network_of(plan, tmp_path / "model.onnx")
