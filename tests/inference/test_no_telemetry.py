"""The library that runs networks reports to its maker unless told not to: it is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOOK_FOR_DEVICES = """
from restorer.inference.devices import available_devices
assert available_devices()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="where it keeps its files is known on Linux")
def test_the_runtime_leaves_no_identifier(tmp_path: Path) -> None:
    # No variable of a test runner is handed on: they would silence it as well.
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment = {**kept, "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}

    subprocess.run([sys.executable, "-c", LOOK_FOR_DEVICES], env=environment, check=True)

    assert [path.name for path in tmp_path.rglob("*")] == []
