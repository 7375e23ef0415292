"""Every import contract notices the breach that it is there for.

A contract that names a wrong module is kept for ever, whatever the code does; so each is broken on purpose in
a copy of the package.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# contract -> (module that must not, what it must not import)
BREACHES = {
    "layers": [
        ("restorer/photo/photo.py", "restorer.inference.card"),
        ("restorer/inference/card.py", "restorer.restoration.recipe"),
        ("restorer/restoration/recipe.py", "restorer.training.plan"),
        ("restorer/training/plan.py", "restorer.restoration.recipe"),
        ("restorer/app/jobs.py", "restorer.gui.bridge"),
        ("restorer/app/jobs.py", "restorer.cli"),
        ("restorer/gui/bridge.py", "restorer.cli"),
        ("restorer/errors.py", "restorer.progress"),
        ("restorer/settings.py", "restorer.progress"),
        ("restorer/unplaced.py", "restorer.errors"),
    ],
    "qt": [
        ("restorer/photo/photo.py", "PySide6.QtGui"),
        ("restorer/app/jobs.py", "PySide6.QtCore"),
        ("restorer/settings.py", "shiboken6"),
    ],
    "torch": [
        ("restorer/app/jobs.py", "torch"),
        ("restorer/inference/card.py", "onnx"),
        ("restorer/training/plan.py", "restorer.training.networks"),
        ("restorer/gui/bridge.py", "restorer.training.worker"),
    ],
    "runtime-and-torch": [
        ("restorer/training/plan.py", "onnxruntime"),
        ("restorer/training/export.py", "restorer.inference.engine"),
    ],
    "runtime": [
        ("restorer/app/jobs.py", "onnxruntime"),
        ("restorer/photo/photo.py", "onnxruntime"),
    ],
    "formats": [
        ("restorer/app/jobs.py", "tifffile"),
        ("restorer/gui/bridge.py", "imagecodecs"),
    ],
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "restorer", tmp_path / "restorer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(tree: Path) -> set[str]:
    """Return the names of the contracts that the tree breaks."""
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run([sys.executable, "-c", lint], cwd=tree, capture_output=True, text=True, check=False)
    assert "Contracts" in run.stdout, run.stdout + run.stderr
    return set(re.findall(r"^(.+) BROKEN", run.stdout, flags=re.MULTILINE))


def contracts() -> dict[str, str]:
    """Return the names of all contracts by their ids."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def test_the_tree_keeps_every_contract(copy: Path) -> None:
    assert broken_contracts(copy) == set()


def test_every_contract_is_broken_below() -> None:
    assert contracts().keys() == BREACHES.keys()


@pytest.mark.parametrize(
    ("contract", "module", "imported"),
    [(contract, *breach) for contract, breaches in BREACHES.items() for breach in breaches],
)
def test_a_breach_is_noticed(copy: Path, contract: str, module: str, imported: str) -> None:
    with (copy / module).open("a") as file:
        file.write(f"\nimport {imported}\n")

    assert contracts()[contract] in broken_contracts(copy)
