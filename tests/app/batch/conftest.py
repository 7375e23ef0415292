"""What the tests of batches share."""

from pathlib import Path

import pytest
from batch_photos import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Return a bench with an empty folder for photos."""
    (tmp_path / "photos").mkdir()
    return Bench(tmp_path / "photos", tmp_path / "results")
