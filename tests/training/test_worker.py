"""The training child's main: a recipe and a folder in, a model out, or a refusal in a sentence."""

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.train

_RECIPE = (
    'name = "Tiny"\ntask = "{}"\nwidths = [8, 16]\nencoder_blocks = [1, 1]\ndecoder_blocks = [1]\ncrop = 32\n'
    "large_crop = 48\nvalidation_crop = 48\nbatch = 2\nvalidation_share = 0.2\n"
)


def _recipe(file: Path, rest: str, task: str = "denoise") -> Path:
    file.write_text(_RECIPE.format(task) + rest, encoding="utf-8")
    return file


def test_a_recipe_is_told_where_its_parts_come_from(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from restorer.training.worker import main

    recipe = tmp_path / "recipe.toml"
    recipe.write_text('name = "x"\ntask = "denoise"\n[parts_after]\nremover = "repair-damage"\n', "utf-8")
    arguments = [str(recipe), "--photos", str(folder / "photos"), "--output", str(tmp_path / "out")]
    assert main(arguments) == 1
    assert "remover from “repair-damage”" in json.loads(capsys.readouterr().out)["message"]


def test_the_worker_writes_a_model_with_a_card(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from restorer.inference.card import load_card
    from restorer.training.worker import main

    recipe = _recipe(tmp_path / "tiny.toml", "steps = 20\n")
    arguments = [str(recipe), "--photos", str(folder / "photos"), "--output", str(tmp_path / "out")]
    assert main(arguments) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events][-1] == "finished"
    card = load_card(Path(events[-1]["model"]))
    assert card.multiple_of == 4
    assert card.receptive_radius is not None
    assert 10 < card.receptive_radius < 40
    assert card.halo is not None
    assert card.receptive_radius - card.multiple_of < card.halo <= card.receptive_radius
    assert card.recipe["steps"] == 20
    assert main([*arguments, "--export-only", "--model-version", "1.2"]) == 0
    assert load_card(tmp_path / "out" / "model").version == "1.2"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"\ntask = "levitate"', "no task “levitate”"),
        ('name = "x"\ntask = "repair-damage"', "needs masks of dust"),
        ('name = "x"\ntask = "denoise"', "needs photos"),
        (None, "none.toml"),
    ],
)
def test_the_worker_refuses_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, message: str
) -> None:
    from restorer.training.worker import main

    recipe = tmp_path / "none.toml"
    if text is not None:
        recipe.write_text(text)
    photos = [] if text and "denoise" in text else ["--photos", str(tmp_path)]
    assert main([str(recipe), *photos, "--output", str(tmp_path / "out")]) == 1
    event = json.loads(capsys.readouterr().out)
    assert event["event"] == "failed"
    assert message in event["message"]


def test_a_recipe_that_comes_after_another_starts_from_its_weights(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from restorer.training.worker import main

    still = "steps = 1\nlearning_rate = 0.0\nhidden_rate = 0.0\n"
    first = _recipe(tmp_path / "first.toml", f"{still}seed = 1\n")
    second = _recipe(tmp_path / "second.toml", f'{still}seed = 2\nafter = "first"\n')
    weights = tmp_path / "a" / "best.safetensors"

    assert main([str(first), "--photos", str(folder), "--output", str(tmp_path / "a")]) == 0
    assert main([str(second), "--photos", str(folder), "--output", str(tmp_path / "b")]) == 1
    refusal = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert refusal["message"] == "This recipe goes on where “first” ends."
    command = [str(second), "--photos", str(folder), "--output", str(tmp_path / "b")]
    assert main([*command, "--start-from", str(weights)]) == 0
    assert (tmp_path / "b" / "best.safetensors").read_bytes() == weights.read_bytes()

    weights.write_bytes(b"no weights")
    assert main([*command[:-1], str(tmp_path / "c"), "--start-from", str(weights)]) == 1
    assert "cannot start from best.safetensors" in capsys.readouterr().out


def test_weights_are_made_into_another_model_without_learning(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from restorer.inference.card import load_card
    from restorer.training.worker import main

    once = _recipe(tmp_path / "once.toml", "steps = 3\n")
    eight = _recipe(tmp_path / "eight.toml", 'steps = 3\nafter = "once"\n', "denoise-thorough")
    weights = tmp_path / "a" / "best.safetensors"
    arguments = [str(eight), "--export-only", "--output", str(tmp_path / "b"), "--start-from", str(weights)]

    assert main(arguments) == 1
    assert "best.safetensors to make a model of" in capsys.readouterr().out
    assert main([str(once), "--photos", str(folder), "--output", str(tmp_path / "a")]) == 0
    assert main(arguments) == 0
    first, second = (load_card(tmp_path / run / "model") for run in "ab")
    assert second.recipe["steps"] == first.recipe["steps"] == 3
    assert second.parameters == first.parameters
    assert second.kilo_macs_per_pixel == pytest.approx(8 * first.kilo_macs_per_pixel, rel=0.05)
    assert second.task is first.task
    assert sorted(file.name for file in (tmp_path / "b").iterdir()) == ["model"]
