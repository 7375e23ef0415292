"""A whole training run, tiny: it learns, goes on after a stop as if there had been none, and exports."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.training.plan import TrainingPlan

pytestmark = pytest.mark.train

PLAN = TrainingPlan(
    name="Tiny",
    task="denoise",
    widths=(8, 16),
    encoder_blocks=(1, 1),
    decoder_blocks=(1,),
    steps=60,
    crop=32,
    large_crop=48,
    batch=4,
    validation_share=0.2,
    warm_up_steps=5,
)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    random = np.random.default_rng(1)
    folder = tmp_path / "photos"
    folder.mkdir()
    for index in range(20):
        coarse = random.integers(0, 256, (16, 16, 3), np.uint8)
        Image.fromarray(coarse).resize((240, 240), Image.Resampling.BICUBIC).save(folder / f"{index}.png")
    return folder


def _train(plan: TrainingPlan, photos: Path, output: Path) -> list[dict[str, object]]:
    from restorer.training.dataset import load_photos
    from restorer.training.train import train

    output.mkdir(exist_ok=True)
    events: list[dict[str, object]] = []
    sets = load_photos(photos, plan.shares, plan.validation_share, plan.large_crop)
    train(plan, sets, output, on_event=events.append)
    return events


def test_it_learns(photos: Path, tmp_path: Path) -> None:
    events = _train(dataclasses.replace(PLAN, steps=200), photos, tmp_path / "out")
    losses = [float(str(event["loss"])) for event in events if event["event"] == "step"]
    assert np.mean(losses[-5:]) < 0.8 * np.mean(losses[:5])
    assert events[-1]["event"] == "validation"


def test_a_run_that_was_stopped_ends_as_one_that_was_not(photos: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file

    from restorer.training.train import BEST_FILE

    _train(PLAN, photos, tmp_path / "whole")
    _interrupted_after(30, photos, tmp_path / "stopped")
    _train(PLAN, photos, tmp_path / "stopped")
    whole, stopped = (load_file(tmp_path / name / BEST_FILE) for name in ("whole", "stopped"))
    for key, value in whole.items():
        np.testing.assert_allclose(stopped[key].numpy(), value.numpy(), atol=2e-3)


class _KilledError(Exception):
    """Stands for the power going off."""


def _interrupted_after(steps: int, photos: Path, output: Path) -> None:
    """Train as a run that is killed right after its checkpoint at ``steps``."""
    from restorer.training import train as train_module
    from restorer.training.dataset import load_photos

    def kill(event: dict[str, object]) -> None:
        if event["event"] == "validation" and event["step"] == steps:
            raise _KilledError

    output.mkdir()
    sets = load_photos(photos, PLAN.shares, PLAN.validation_share, PLAN.large_crop)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train_module, "_CHECKPOINT_SECONDS", 0.0)
        with pytest.raises(_KilledError):
            train_module.train(PLAN, sets, output, on_event=kill)


def test_the_worker_writes_a_model_with_a_card(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from restorer.inference.card import load_card
    from restorer.training.worker import main

    recipe = tmp_path / "tiny.toml"
    recipe.write_text(
        'name = "Tiny"\ntask = "denoise"\nwidths = [8, 16]\nencoder_blocks = [1, 1]\ndecoder_blocks = [1]\n'
        "steps = 20\ncrop = 32\nlarge_crop = 48\nbatch = 2\nvalidation_share = 0.2\n"
    )
    assert main([str(recipe), "--photos", str(photos), "--output", str(tmp_path / "out")]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events][-1] == "finished"
    card = load_card(Path(events[-1]["model"]))
    assert card.multiple_of == 4
    assert card.receptive_radius is not None
    assert 10 < card.receptive_radius < 40
    assert card.recipe["steps"] == 20


def test_the_worker_refuses_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from restorer.training.worker import main

    missing = str(tmp_path / "none.toml")
    assert main([missing, "--photos", str(tmp_path), "--output", str(tmp_path / "out")]) == 1
    event = json.loads(capsys.readouterr().out)
    assert event["event"] == "failed"
    assert "none.toml" in event["message"]
