"""The wheel holds the whole program, and an installed one finds what came with it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaged

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as pip does it; fetches the build tool."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT], check=True)
    (built,) = folder.glob("restorer-*.whl")
    return built


def test_everything_is_in_the_wheel(wheel: Path) -> None:
    listing = ["git", "ls-files", "restorer", "models", "resources"]
    tracked = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    expected = {
        name if name.startswith("restorer/") else f"restorer/bundled/{name}" for name in tracked if name
    }

    missing = expected - set(zipfile.ZipFile(wheel).namelist())

    assert not missing


def test_an_installed_program_finds_models_and_resources(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", installed, wheel]
    subprocess.run(install, check=True)

    def tell(*arguments: str) -> str:
        # -P: not from the checkout, wherever the test was started
        command = [sys.executable, "-P", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(installed)}
        run = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        return run.stdout

    sample = Path(tell("-c", "from restorer import paths; print(paths.resources() / 'samples')").strip())
    models = json.loads(tell("-m", "restorer", "models", "--json"))

    assert sample.is_relative_to(installed)
    assert list(sample.glob("*.jpg"))
    assert [model for model in models if Path(model["folder"]).is_relative_to(installed)]
