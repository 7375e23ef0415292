"""What is huge: scans of hundreds of megapixels, batches of 50,000 photos, 10,000 steps of undo."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pictures import photo

from restorer.app.batch.items import Item, State
from restorer.app.batch.journal import Journal
from restorer.app.document import document_of
from restorer.photo import Facts
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise

MEMORY = 3 << 30
"""What the program may take for itself for a scan of any size (bytes): half of it is what tiles may take."""
CHILD = Path(__file__).with_name("huge_child.py")


@dataclass(frozen=True)
class Scan:
    """What a scan took."""

    megapixels: float
    memory: int
    seconds: float


def restore_scan(height: int, width: int, suffix: str = ".tif", folder: Path | None = None) -> Scan:
    """Open, restore and save a 16-bit scan in a process of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        options = {"height": height, "width": width, "suffix": suffix, "folder": home}
        environment = {**os.environ, "RESTORER_HOME": home}
        command = [sys.executable, str(CHILD), json.dumps(options)]
        said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    told = json.loads(said.splitlines()[-1])
    return Scan(height * width / 1e6, told["memory"], told["seconds"])


def undo_everything(steps: int) -> int:
    """Change a document, take every change back and do it again; return how many steps that were."""
    document = document_of(photo())
    first = document.recipe
    for step in range(steps):
        document = document.with_recipe(Recipe((Denoise((step + 1) / (steps + 1)),)), f"Change {step}")
    last, taken = document.recipe, 0
    while document.undo_name is not None:
        document, taken = document.undo(), taken + 1
    assert document.recipe == first
    while document.redo_name is not None:
        document, taken = document.redo(), taken + 1
    assert document.recipe == last
    return taken


def journal_of(count: int, folder: Path) -> float:
    """Write a batch of ``count`` photos down, and read what became of them; return the seconds it took."""
    started = time.monotonic()
    journal = Journal(folder / "huge.sqlite")
    facts = Facts("JPEG", 6000, 4000)
    items = [
        Item(Path(f"/photos/{number}.jpg"), Path("/photos"), Path(f"{number}.jpg"), facts, 9_000_000, number)
        for number in range(count)
    ]
    numbered = journal.record(items, [], "{}")
    journal.refuse(numbered[-1].id, State.FAILED, "It is damaged.")
    rows = journal.rows()
    assert len(rows) == count
    assert [row.target for row in rows[:2]] == [Path("0.jpg"), Path("1.jpg")]
    assert len(journal.rows(State.FAILED)) == 1
    journal.close()
    return time.monotonic() - started
