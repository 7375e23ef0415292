"""Every import contract notices the breach that it is there for.

A contract that names a wrong module is kept for ever, whatever the code does; so each is broken on purpose in
a copy of the package.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# contract -> (module, what it must not import)
BREACHES = {
    "layers": [
        ("restorer.photo.photo", "restorer.inference.card"),
        ("restorer.inference.card", "restorer.restoration.recipe"),
        ("restorer.restoration.recipe", "restorer.training.plan"),
        ("restorer.training.plan", "restorer.restoration.recipe"),
        ("restorer.app.jobs", "restorer.gui.bridge"),
        ("restorer.app.jobs", "restorer.cli"),
        ("restorer.gui.bridge", "restorer.cli"),
        ("restorer.errors", "restorer.progress"),
        ("restorer.settings", "restorer.progress"),
    ],
    "qt": [
        ("restorer.photo.photo", "PySide6"),
        ("restorer.app.jobs", "PySide6"),
        ("restorer.settings", "shiboken6"),
    ],
    "torch": [
        ("restorer.app.jobs", "torch"),
        ("restorer.inference.card", "onnx"),
        ("restorer.training.plan", "restorer.training.networks.blocks"),
        ("restorer.gui.bridge", "restorer.training.worker"),
    ],
    "runtime-and-torch": [
        ("restorer.training.plan", "onnxruntime"),
        ("restorer.training.export", "restorer.inference.engine"),
    ],
    "runtime": [
        ("restorer.app.jobs", "onnxruntime"),
        ("restorer.photo.photo", "onnxruntime"),
    ],
    "formats": [
        ("restorer.app.jobs", "tifffile"),
        ("restorer.gui.bridge", "imagecodecs"),
        ("restorer.app.document", "PIL"),
        ("restorer.training.plan", "PIL"),
    ],
    "network": [
        ("restorer.gui.bridge", "urllib"),
        ("restorer.app.updates", "socket"),
    ],
    "packs": [
        ("restorer.app.packs.shelf", "restorer.app.packs.installing"),
        ("restorer.app.packs.fetching", "restorer.app.packs.shelf"),
    ],
    "photo": [
        ("restorer.photo.png", "restorer.photo.jpeg"),
        ("restorer.photo.photo", "restorer.photo.colour"),
    ],
    "inference": [
        ("restorer.inference.sessions", "restorer.inference.engine"),
        ("restorer.inference.card", "restorer.inference.catalog"),
    ],
    "restoration": [
        ("restorer.restoration.denoise", "restorer.restoration.detail"),
        ("restorer.restoration.recipe", "restorer.restoration.denoise"),
    ],
    "training": [
        ("restorer.training.ageing.noise", "restorer.training.dataset"),
        ("restorer.training.train", "restorer.training.export"),
    ],
    "gui": [
        ("restorer.gui.canvas.view", "restorer.gui.workspace"),
        ("restorer.gui.workspace", "restorer.gui.panels.story"),
        ("restorer.gui.bridge", "restorer.gui.workspace"),
    ],
    "circles": [
        ("restorer.app.measures", "restorer.app.document"),
        ("restorer.app.document", "restorer.app.measures"),
    ],
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "restorer", tmp_path / "restorer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def report(tree: Path, contract: str) -> str:
    """Return what import-linter says about one contract of the tree."""
    lint = "import sys; from importlinter.cli import lint_imports as lint\n"
    lint += f"sys.exit(lint(no_cache=True, limit_to_contracts=({contract!r},)))"
    command = [sys.executable, "-c", lint]
    # Long lines are not to be broken, and import-linter's logo is not in every pipe's code page.
    environment = {**os.environ, "COLUMNS": "300", "PYTHONUTF8": "1"}
    run = subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert "Contracts: " in run.stdout, run.stdout + run.stderr
    return run.stdout


def plant(tree: Path, module: str, imported: str) -> None:
    with (tree / module.replace(".", "/")).with_suffix(".py").open("a") as file:
        file.write(f"\nimport {imported}\n")


def test_every_contract_is_broken_below() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]

    assert {contract["id"] for contract in contracts} == BREACHES.keys()


@pytest.mark.parametrize("contract", BREACHES)
def test_breaches_are_noticed(copy: Path, contract: str) -> None:
    for module, imported in BREACHES[contract]:
        plant(copy, module, imported)

    said = report(copy, contract)

    assert "0 kept, 1 broken" in said
    if contract != "circles":  # of which it names one import that would break them up
        assert not [breach for breach in BREACHES[contract] if " -> ".join(breach) not in said]


def test_a_module_without_a_layer_is_noticed(copy: Path) -> None:
    plant(copy, "restorer.unplaced", "restorer.errors")

    assert "- restorer.unplaced" in report(copy, "layers")


def test_the_tree_keeps_the_layers(copy: Path) -> None:
    assert "1 kept, 0 broken" in report(copy, "layers")
