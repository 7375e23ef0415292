"""General restoring is measured on prints that did age, beside the best of many classical chains."""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from PIL import Image

from restorer.__main__ import main
from restorer.app.evaluation.chains import print_peers
from restorer.app.evaluation.pictures import Picture
from restorer.app.evaluation.prints import AGEINGS, evaluate_prints, recipes
from restorer.app.evaluation.scores import psnr
from restorer.cli import evaluate_command
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise, General

HAS_PEERS = all(importlib.util.find_spec(name) for name in ("cv2", "skimage", "pywt"))


@pytest.fixture
def pictures() -> list[Picture]:
    random = np.random.default_rng(2)
    rows = np.linspace(0.1, 0.9, 64, dtype=np.float32)[:, None, None]
    return [
        np.broadcast_to(rows, (64, 80, 3)) * random.uniform(0.5, 1, 3).astype(np.float32) for _ in range(12)
    ]


def test_each_model_is_measured_on_what_it_is_for_and_old_prints_by_all_together() -> None:
    catalog = FamilyCatalog()
    tones = recipes(catalog.find("restore-tones"), catalog)
    assert list(tones) == ["faded print", "old print"]
    alone = Recipe((General(detail=False),))
    assert tones["faded print"] == {
        "Restore tones": alone,
        "Denoise + Restore tones": Recipe((Denoise(), *alone.steps)),
    }
    assert tones["old print"]["Restore + Restore tones"] == Recipe((General(),))
    assert tones["old print"]["Denoise + Restore tones"] == Recipe((Denoise(), General(detail=False)))
    detail = recipes(catalog.find("restore"), catalog)
    assert detail["worn print"]["Restore"] == Recipe((General(tones=False),))
    assert detail["old print"]["Restore + Restore tones"] == Recipe((General(),))


def test_alone_in_its_catalog_a_model_is_measured_alone() -> None:
    catalog = FamilyCatalog("restore-tones")
    assert list(recipes(catalog.find("restore-tones"), catalog)["old print"]) == ["Restore tones"]


def test_every_print_is_aged_and_the_same_in_every_run(pictures: list[Picture]) -> None:
    wanted: Mapping[str, Mapping[str, Recipe]] = {kind: {"nothing": Recipe()} for kind in AGEINGS}
    runs = [list(evaluate_prints(pictures, wanted, FamilyEngine(), FamilyCatalog())) for _ in range(2)]
    assert runs[0] == runs[1]
    assert [(it.case, it.method) for it in runs[0][:2]] == [
        ("worn print", "as it is"),
        ("worn print", "nothing"),
    ]
    for score in runs[0]:
        assert 5 < score.figures["PSNR (dB)"] < 60
        assert score.figures["gain (dB)"] == 0
        assert score.pictures == len(pictures)


def test_ageing_is_drawn_again_until_something_has_changed(
    pictures: list[Picture], monkeypatch: pytest.MonkeyPatch
) -> None:
    def seldom(clean: Picture, random: np.random.Generator) -> Picture:
        return 0.5 * clean if random.random() < 0.2 else clean

    monkeypatch.setitem(AGEINGS, "worn print", seldom)  # type: ignore[arg-type]
    wanted = {"worn print": {"nothing": Recipe()}}
    (score, _) = evaluate_prints(pictures, wanted, FamilyEngine(), FamilyCatalog())
    assert score.figures["PSNR (dB)"] < 20


def test_the_best_chain_over_all_photos_is_told(pictures: list[Picture]) -> None:
    def chains(seen: Picture) -> Mapping[str, Picture]:
        return {"darker": 0.2 * seen, "as it is": seen, "brighter": np.sqrt(seen)}

    wanted = {"faded print": {"nothing": Recipe()}}
    *_, nothing, best = evaluate_prints(pictures, wanted, FamilyEngine(), FamilyCatalog(), chains=chains)
    assert best.method == "best of 3 classical chains: as it is"
    assert best.figures == nothing.figures


def test_models_work_as_the_program_has_them_work(pictures: list[Picture]) -> None:
    engine, catalog = FamilyEngine(), FamilyCatalog()
    wanted = recipes(catalog.find("restore-tones"), catalog)
    scores = {(it.case, it.method): it for it in evaluate_prints(pictures[:2], wanted, engine, catalog)}
    assert {name for name, _ in engine.ran} == {"restore-tones", "restore", "denoise"}
    alone = scores["old print", "Restore tones"].figures["gain (dB)"]
    assert alone != scores["old print", "Restore + Restore tones"].figures["gain (dB)"]


@pytest.mark.skipif(not HAS_PEERS, reason="the benchmark extra is not installed")
def test_classical_chains_undo_what_they_are_made_for() -> None:
    random = np.random.default_rng(1)
    clean = random.random((8, 8, 3), np.float32).repeat(12, axis=0).repeat(12, axis=1)
    clean[:2], clean[-2:] = 0, 1
    cast = (0.2 + 0.6 * clean) * np.array([1, 0.9, 0.7], np.float32)
    noisy = np.clip(cast + 0.04 * random.standard_normal(cast.shape, np.float32), 0, 1)
    made = print_peers()["chains"].work(noisy)
    assert len(made) == 72
    quality = {name: psnr(result, clean) for name, result in made.items()}
    assert quality["nothing"] == psnr(noisy, clean)
    assert quality["channel levels"] > quality["nothing"] + 5
    assert quality["non-local-means, channel levels"] > quality["channel levels"] + 1
    assert quality["half channel levels"] < quality["channel levels"]


def test_the_command_measures_general_restoring(
    pictures: list[Picture],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Image.fromarray(np.rint(pictures[0] * 255).astype(np.uint8)).save(tmp_path / "clean.png")
    monkeypatch.setattr(evaluate_command, "Engine", lambda device: FamilyEngine())
    monkeypatch.setattr(evaluate_command, "Catalog", lambda folders: FamilyCatalog())
    assert main(["evaluate", str(tmp_path), "--model", "restore", "--json"]) == 0
    cases = {score["case"] for score in json.loads(capsys.readouterr().out)}
    assert cases == {"worn print", "old print"}
