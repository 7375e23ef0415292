"""A whole training run of every family, tiny: it learns, goes on after a stop as if there had been none.

What comes out is run by onnxruntime beside PyTorch.
"""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from tiny_plans import NETWORKS, PLANS, TINY

from restorer.errors import InvalidRecipe
from restorer.training.plan import TrainingPlan

pytestmark = pytest.mark.train


def _train(plan: TrainingPlan, folder: Path, output: Path, **options: object) -> list[dict[str, object]]:
    from restorer.training.train import train
    from restorer.training.worker import load_materials

    output.mkdir(exist_ok=True)
    events: list[dict[str, object]] = []
    try:
        materials = load_materials(plan, folder / "photos", folder / "artefacts", folder / "faces.json")
    except InvalidRecipe as error:
        pytest.skip(error.message)  # a machine without fonts
    train(plan, materials, output, **{"on_event": events.append, **options})  # type: ignore[arg-type]
    return events


def test_there_is_a_tiny_plan_for_every_family() -> None:
    from restorer.training.tasks import TASKS

    of_own_folders = {"denoise-scanner", "denoise-pairs", "denoise-alone", "own-watermark"}
    assert NETWORKS.keys() == TASKS.keys() - of_own_folders  # see test_folder_tasks.py


@pytest.mark.parametrize("task", ["denoise", "find-watermark"])
def test_what_is_learnt_from_again_is_changed_as_its_task_says(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str
) -> None:
    from restorer.training import train
    from restorer.training.tasks import task_named

    asked, give = [], train.supply

    def supply(*parts: object, **options: object) -> object:
        asked.append(options)
        return give(*parts, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(train, "supply", supply)
    plan = dataclasses.replace(PLANS[task], steps=2, reuse=2)
    _train(plan, folder, tmp_path / "out")
    (vary,) = (options["vary"] for options in asked)
    assert (vary.func, vary.args) == (task_named(task).varied, (plan,))


def test_the_loop_learns(folder: Path, tmp_path: Path) -> None:
    events = _train(dataclasses.replace(TINY, steps=200), folder, tmp_path / "out")
    qualities = [float(str(event["quality"])) for event in events if event["event"] == "validation"]
    assert len(qualities) == 17
    assert qualities[-1] > qualities[0] + 0.5  # dB


def test_a_remover_of_watermarks_that_inherits_a_filler_fills_what_a_brush_covers_as_that_does() -> None:
    import torch

    from restorer.training.growth import inherited
    from restorer.training.train import build_network

    filler = build_network(PLANS["repair-damage"]).eval()
    with torch.no_grad():
        filler.filler.last.weight.normal_(std=0.1)  # type: ignore[union-attr, operator]
    remover = build_network(PLANS["watermark"]).eval()
    remover.load_state_dict(inherited(filler.state_dict(), remover, "remover"))
    with torch.no_grad():
        remover.finder.last.bias.fill_(-200.0)  # type: ignore[union-attr, operator]
        seen = torch.rand(1, 4, 32, 32)
        seen[:, 3] = (seen[:, 3] > 0.8).float()
        answer = remover(seen)
        assert (answer[:, 3] == 0).all()
        assert torch.allclose(answer[:, :3], filler(seen), atol=1e-6)
        assert not torch.allclose(answer[:, :3], seen[:, :3], atol=0.1)


def test_parts_start_from_the_weights_of_other_runs(folder: Path, tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file

    one_step = {"steps": 1, "validation_crops": 1, "validation_steps": 1}
    tiny = {name: dataclasses.replace(PLANS[name], **one_step) for name in ("repair-damage", "watermark")}
    _train(tiny["repair-damage"], folder, tmp_path / "filler")
    weights = tmp_path / "filler" / "best.safetensors"
    still = dataclasses.replace(tiny["watermark"], learning_rate=0.0)
    _train(still, folder, tmp_path / "remover", parts_from={"remover": weights})
    made, given = load_file(tmp_path / "remover" / "best.safetensors"), load_file(weights)
    assert torch.equal(made["remover.last.weight"], given["filler.last.weight"])


def test_a_frozen_part_stays_as_the_run_found_it(folder: Path, tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file

    brief = dataclasses.replace(TINY, steps=2, validation_crops=1, validation_steps=1)
    _train(brief, folder, tmp_path / "before")
    weights = tmp_path / "before" / "best.safetensors"
    frozen = dataclasses.replace(brief, frozen=("estimator",))
    _train(frozen, folder, tmp_path / "after", start_from=weights)
    before, after = load_file(weights), load_file(tmp_path / "after" / "best.safetensors")
    same = {name for name in before if torch.equal(before[name], after[name])}
    assert same == {name for name in before if name.startswith("estimator.")}


def test_a_part_that_is_not_there_cannot_be_frozen(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidRecipe, match="no part “estimater”") as refused:
        _train(dataclasses.replace(TINY, frozen=("estimater",)), folder, tmp_path / "out")
    assert "estimator" in str(refused.value.hint)


def test_a_part_that_finds_nothing_to_inherit_is_refused() -> None:
    from restorer.training.growth import inherited
    from restorer.training.train import build_network

    filler, remover = build_network(PLANS["repair-damage"]), build_network(PLANS["watermark"])
    for weights, part in ((filler.state_dict(), "removr"), ({}, "remover")):
        with pytest.raises(RuntimeError, match="nothing there that fits"):
            inherited(weights, remover, part)


def test_a_first_layer_inherits_the_planes_that_it_shares() -> None:
    import torch

    from restorer.training.growth import inherited
    from restorer.training.train import build_network

    denoiser = build_network(dataclasses.replace(TINY, seed=2)).state_dict()
    restorer = build_network(PLANS["restore"])
    started = inherited(denoiser, restorer, "restorer")

    assert torch.equal(started["restorer.stem.weight"], denoiser["remover.stem.weight"][:, :12])


@pytest.mark.parametrize("task", PLANS)
def test_every_family_learns_a_batch_by_heart(task: str, folder: Path) -> None:
    import torch

    from restorer.training.batches import batch
    from restorer.training.tasks import TASKS
    from restorer.training.train import build_network
    from restorer.training.worker import load_materials

    plan, family = PLANS[task], TASKS[task]
    try:
        material = load_materials(plan, folder / "photos", folder / "artefacts")[0]
    except InvalidRecipe as error:
        pytest.skip(error.message)
    examples = {
        name: torch.from_numpy(planes)
        for name, planes in batch(family, plan, material, 0, large=False).items()
    }
    network = build_network(plan)
    optimizer = torch.optim.Adam(network.parameters(), 5e-3)
    losses, qualities = [], []
    for _ in range(80):
        parts = family.run(network, examples["seen"])
        loss = family.loss(plan, network, parts, examples)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        qualities.append(family.quality({name: part.detach() for name, part in parts.items()}, examples))
    # So large a rate makes single steps jump.
    assert min(losses[-5:]) < 0.8 * losses[0]
    assert max(qualities[-5:]) > qualities[0]


@pytest.mark.parametrize("task", PLANS)
def test_a_run_that_was_stopped_ends_as_one_that_was_not(task: str, folder: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file

    from restorer.training.train import CHECKPOINT_FILE

    plan = PLANS[task]
    _train(plan, folder, tmp_path / "whole")
    with pytest.raises(_KilledError):
        _train(plan, folder, tmp_path / "stopped", on_event=_kill_at_first_validation)
    _train(plan, folder, tmp_path / "stopped")
    whole, stopped = (load_file(tmp_path / name / CHECKPOINT_FILE) for name in ("whole", "stopped"))
    assert stopped["clock"][0] == whole["clock"][0] == plan.steps
    for key, value in whole.items():
        if key != "clock":
            np.testing.assert_allclose(stopped[key].numpy(), value.numpy(), atol=2e-3, err_msg=key)


class _KilledError(Exception):
    """Stands for the power going off."""


def _kill_at_first_validation(event: dict[str, object]) -> None:
    if event["event"] == "validation":
        raise _KilledError


def test_it_ends_early_when_nothing_gets_better(folder: Path, tmp_path: Path) -> None:
    plan = dataclasses.replace(TINY, learning_rate=0.0, steps=400, validation_steps=5, patience=3)
    events = _train(plan, folder, tmp_path / "out")
    assert events[-1]["step"] == 20  # the first is the best, three in a row are not better


def test_processes_make_the_same_network(folder: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file

    from restorer.training.train import BEST_FILE

    for name, processes in (("thread", 0), ("processes", 2)):
        _train(TINY, folder, tmp_path / name, processes=processes)
    first, second = (load_file(tmp_path / name / BEST_FILE) for name in ("thread", "processes"))
    for key, value in first.items():
        np.testing.assert_allclose(second[key].numpy(), value.numpy(), atol=2e-3, err_msg=key)


@pytest.mark.parametrize("task", NETWORKS)
def test_what_is_exported_computes_the_same(task: str, folder: Path, tmp_path: Path) -> None:
    import onnxruntime

    from restorer.inference.card import load_card
    from restorer.training.export import export
    from restorer.training.train import trained_steps

    plan, output = dataclasses.replace(NETWORKS[task], id="tiny-one"), tmp_path / "out"
    weights = output / "best.safetensors"
    _train(plan, folder, output)
    model = export(plan, weights, tmp_path / "model", version="1.0", steps=trained_steps(output))
    card = load_card(model)
    assert (card.id, card.recipe["steps"], card.multiple_of) == ("tiny-one", plan.steps, 4)
    session = onnxruntime.InferenceSession(model / card.file, providers=["CPUExecutionProvider"])
    with np.load(model / "check.npz") as check:
        photo, expected = check["photo"], check["result"]
    (result,) = session.run(None, {"photo": photo})
    assert photo.shape[1] == len(card.inputs)
    assert result.shape == (1, len(card.outputs), *photo.shape[2:])
    assert np.abs(result - expected).max() < 1e-4
    assert np.abs(expected).max() > 0.01  # a hundred times what it may differ by
    if card.receptive_radius is not None:
        _sees_no_further(session, card.receptive_radius, photo.shape[1], card.multiple_of)


def test_halved_weights_take_half_the_room(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    from restorer.training.export import export
    from restorer.training.train import build_network

    sizes = []
    for half in (False, True):
        plan = dataclasses.replace(TINY, widths=(32, 64), half_weights=half)
        save_file(build_network(plan).state_dict(), tmp_path / "weights")
        model = export(plan, tmp_path / "weights", tmp_path / str(half), version="1.0", steps=1)
        sizes.append((model / "model.onnx").stat().st_size)
    assert sizes[1] < 0.6 * sizes[0]


def _sees_no_further(session: object, radius: int, channels: int, multiple_of: int) -> None:
    """Change a border and see that the result changes only within the radius of it."""
    side = multiple_of * ((2 * radius + 24) // multiple_of + 1)
    photo = np.random.default_rng(1).random((1, channels, side, 16), np.float32)
    other = photo.copy()
    other[:, :, :4] = 1 - other[:, :, :4]
    results = [session.run(None, {"photo": planes})[0] for planes in (photo, other)]  # type: ignore[attr-defined]
    changed = np.abs(results[0] - results[1]).max(axis=(0, 1, 3))
    assert changed[:4].max() > 1e-4
    assert changed[4 + radius :].max() == 0


def test_the_filler_changes_nothing_outside_its_mask() -> None:
    import torch

    from restorer.training.train import build_network

    for task in ("repair-damage", "watermark"):
        network = build_network(PLANS[task]).eval()
        seen = torch.rand(1, 4, 32, 32)
        seen[:, 3] = 0
        seen[:, 3, 8:16, 8:16] = 1
        if task == "watermark":
            network.finder.last.bias.data.fill_(-200.0)  # finds nothing of its own
        with torch.no_grad():
            result = network(seen)[:, :3]
        outside = seen[:, 3:].expand(-1, 3, -1, -1) == 0
        assert torch.equal(result[outside], seen[:, :3][outside])
