"""A pack and the shelf it belongs on."""

from pathlib import Path

import pytest
from pack_archives import archive_of, pack_of

from restorer.app.packs.shelf import Shelf


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The archive of the training pack."""
    return archive_of(tmp_path / "restorer-training-pack.tar.gz")


@pytest.fixture
def shelf(tmp_path: Path, archive: Path) -> Shelf:
    """An empty shelf of a release that has this pack."""
    return Shelf(tmp_path / "data" / "packs", [pack_of(archive)])
