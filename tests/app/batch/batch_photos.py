"""Folders of photos of every sort, and a batch over them with a stand-in engine."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from fakes import FakeCatalog, FakeEngine
from numpy.typing import NDArray
from PIL import Image

from restorer.app.batch.batch import Batch, Crew, Summary, open_journal
from restorer.app.batch.crew import LocalCrew
from restorer.app.batch.events import Event
from restorer.app.batch.gather import gather
from restorer.app.batch.items import State, Treatment
from restorer.app.batch.journal import Row
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.plan import BatchPlan, plan_batch
from restorer.app.batch.trouble import Ask, stop_on_trouble
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise

DENOISE = Treatment(Recipe((Denoise(),)))
AUTO = Treatment(None)
ORIENTATION = 0x0112


def pixels(seed: int = 0, height: int = 48, width: int = 64) -> NDArray[np.uint8]:
    """Return noisy pixels that no other seed has."""
    return np.random.default_rng(seed).integers(60, 200, (height, width, 3), np.uint8)


def photo(path: Path, seed: int = 0, **options: Any) -> Path:
    """Write a small photo in the format of its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels(seed)).save(path, **options)
    return path


def mixed_folder(folder: Path) -> tuple[set[str], dict[str, str]]:
    """Fill a folder; return the names of its good photos, and of the others with a word of why they fail."""
    folder.mkdir(parents=True)
    good = _usual_photos(folder) | _odd_photos(folder)
    whole = photo(folder / "truncated.jpg", 90).read_bytes()
    (folder / "truncated.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "empty.jpg").touch()
    (folder / "letter.tif").write_text("Dear diary")
    (folder / "notes.txt").write_text("two boxes of slides")
    bad = {
        "truncated.jpg": "end of this JPEG file is missing",
        "empty.jpg": "empty",
        "letter.tif": "not a picture",
    }
    return good, bad


def _usual_photos(folder: Path) -> set[str]:
    names = {"写真 №1 & (ß).jpg", "same stem.jpg", "same stem.png", "same stem.bmp", "read-only.jpg"}
    for seed, name in enumerate(sorted(names)):
        photo(folder / name, seed)
    (folder / "read-only.jpg").chmod(0o400)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        name = f"turned {orientation}.jpg"
        photo(folder / "sub" / "deep ö" / name, 10 + orientation, exif=exif)
        names.add(f"sub/deep ö/{name}")
    return names


def _odd_photos(folder: Path) -> set[str]:
    Image.fromarray(pixels(30)[:1, :1]).save(folder / "one pixel.png")
    Image.fromarray(pixels(31)).convert("CMYK").save(folder / "ink.jpg")
    alpha = np.dstack([pixels(32), pixels(33)[..., :1]])
    Image.fromarray(alpha).save(folder / "glass.png")
    deep = pixels(34).astype(np.uint16) * 257
    tifffile.imwrite(folder / "deep.tif", deep, photometric="rgb")
    Image.fromarray(pixels(35)).convert("L").save(folder / "grey.webp")
    return {"one pixel.png", "ink.jpg", "glass.png", "deep.tif", "grey.webp"}


def digests(folder: Path) -> dict[str, str]:
    """Return the hash of every file in a folder, hidden ones left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
    }


def states(rows: Sequence[Row]) -> dict[str, State]:
    """Return the state of each photo by its file's name."""
    return {row.source.name: row.state for row in rows}


@dataclass
class Bench:
    """Runs batches from ``photos`` into ``results``, each as a program that was started anew."""

    photos: Path
    results: Path
    engine: FakeEngine = field(default_factory=FakeEngine)
    treatment: Treatment = DENOISE
    events: list[Event] = field(default_factory=list)
    batch: Batch | None = None
    options: dict[str, Any] = field(default_factory=dict)
    listener: Callable[[Event], None] = lambda event: None

    @property
    def crew(self) -> Crew:
        return LocalCrew(self.engine, FakeCatalog(), **self.options)  # type: ignore[arg-type]

    def plan(self, *inputs: Path, recursive: bool = True, retry_failed: bool = False) -> BatchPlan:
        output = OutputFolder(self.results)
        journal = open_journal(output, only_look=True)
        try:
            gathering = gather(inputs or (self.photos,), output.path, recursive=recursive)
            key = self.treatment.key(FakeCatalog())  # type: ignore[arg-type]
            return plan_batch(gathering, output, self.treatment, key, journal, retry_failed=retry_failed)
        finally:
            journal.close()

    def _on_event(self, event: Event) -> None:
        self.events.append(event)
        self.listener(event)

    def run(self, *inputs: Path, ask: Ask = stop_on_trouble, retry_failed: bool = False) -> Summary:
        plan = self.plan(*inputs, retry_failed=retry_failed)
        output = OutputFolder(self.results)
        output.prepare()
        journal = open_journal(OutputFolder(self.results))
        try:
            self.batch = Batch(plan, output, journal, listener=self._on_event, ask=ask)
            return self.batch.run(self.crew)
        finally:
            output.close()
            journal.close()

    def rows(self) -> list[Row]:
        journal = open_journal(OutputFolder(self.results), only_look=True)
        try:
            return journal.rows()
        finally:
            journal.close()
