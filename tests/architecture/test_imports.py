"""What a fresh interpreter has loaded after importing a part of the program.

The import contracts read the code; this sees what really happens, and keeps starts quick.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TORCH = ("torch", "onnx", "safetensors")

NEVER_LOADED = {
    "restorer.cli": ("PySide6", *TORCH),
    "restorer.app.document": ("PySide6", *TORCH),
    "restorer.app.packs.shelf": ("PySide6", "onnxruntime", "numpy", "http", "ssl", "tarfile", *TORCH),
    "restorer.app.jobs": ("PySide6", "onnxruntime", "numpy", *TORCH),
    "restorer.restoration.restore": ("PySide6", *TORCH),
    "restorer.inference.card": ("PySide6", "onnxruntime", *TORCH),
    "restorer.inference.engine": ("PySide6", *TORCH),
    "restorer.photo": ("PySide6", "onnxruntime", *TORCH),
    "restorer.app.training.session": ("PySide6", *TORCH),
    "restorer.app.training.adopt": ("PySide6", *TORCH),
    "restorer.training.order": ("PySide6", "onnxruntime", *TORCH),
    "restorer.training.plan": ("PySide6", "onnxruntime", *TORCH),
    "restorer.paths": ("PySide6", "onnxruntime", "numpy", *TORCH),
}


@pytest.mark.parametrize("module", NEVER_LOADED)
def test_importing_loads_nothing_it_should_not(module: str) -> None:
    program = f"import sys, {module}; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert loaded.isdisjoint(NEVER_LOADED[module])
