"""Bundled models are exported anew from their own weights, and their cards keep what was measured."""

import dataclasses
import importlib
from pathlib import Path
from types import ModuleType

import pytest
from tiny_plans import TINY

from restorer.inference.card import load_card, save_card
from restorer.inference.catalog import Model

pytestmark = pytest.mark.train
PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def renewing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(PACKAGING)
    return importlib.import_module("renew_models")


def _exported(weights: Path, folder: Path) -> Path:
    from restorer.training.export import export

    return export(TINY, weights, folder, version="7", steps=5)


def test_a_model_is_renewed(tmp_path: Path, renewing: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    from safetensors.torch import save_file

    from restorer.training.train import build_network

    weights = tmp_path / "weights.safetensors"
    save_file(build_network(TINY).state_dict(), weights)
    with monkeypatch.context() as before:
        before.setattr("restorer.training.networks.blocks._joined", lambda x, skip, width: x + skip)
        old = _exported(weights, tmp_path / "old")
    new = _exported(weights, tmp_path / "new")
    measured = dataclasses.replace(load_card(old), scores=({"test_set": "ours"},), bytes_per_pixel=77)
    save_card(measured, old)
    assert (old / "model.onnx").read_bytes() != (new / "model.onnx").read_bytes()
    renewing.renew(Model(measured, old))
    for file in ("model.onnx", "check.npz"):
        assert (old / file).read_bytes() == (new / file).read_bytes()
    assert load_card(old) == dataclasses.replace(measured, sha256=load_card(new).sha256)


def test_another_network_is_refused(tmp_path: Path, renewing: ModuleType) -> None:
    from safetensors.torch import save_file

    from restorer.training.train import build_network

    weights = tmp_path / "weights.safetensors"
    save_file(build_network(TINY).state_dict(), weights)
    folder = _exported(weights, tmp_path / "model")
    card = dataclasses.replace(load_card(folder), halo=1)
    save_card(card, folder)
    with pytest.raises(SystemExit, match="another network"):
        renewing.renew(Model(card, folder))
