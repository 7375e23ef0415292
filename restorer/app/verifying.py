"""Proves what a sidecar says: that original, result and models are those, and that it can be made again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from restorer.app.provenance import with_provenance
from restorer.app.sidecar import Known, Sidecar, checksum_of, is_same, locate
from restorer.errors import ModelError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import Photo, open_photo
from restorer.progress import Progress
from restorer.restoration.restore import restore


@dataclass(frozen=True)
class Verdict:
    """Whether one thing that a sidecar says is so, in a sentence."""

    holds: bool
    sentence: str


def verify(
    sidecar: Sidecar, folder: Path, catalog: Catalog, *, result: Path | None = None
) -> Iterator[Verdict]:
    """Check original, result and models; ``folder`` is that of the sidecar. Runs no network.

    ``result`` is the file that is asked about, whatever copies of the result lie near by.
    """
    yield _file(sidecar.original, folder, "The original", locate(sidecar.original, folder))
    if result is not None and not is_same(result, sidecar.result):
        yield Verdict(False, f"The result has changed since ({result.name}).")
    else:
        yield _file(sidecar.result, folder, "The result", result or locate(sidecar.result, folder))
    for name, known in sidecar.models.items():
        yield _model(name, known, catalog)


def redo(
    sidecar: Sidecar, folder: Path, engine: Engine, catalog: Catalog, *, progress: Progress | None = None
) -> tuple[Verdict, Photo | None]:
    """Make the result again from the original; compare its pixels, and return it (None if that failed).

    Raises:
        ModelError, DeviceError, PhotoError, Cancelled: as `restore`.
    """
    progress = progress or Progress()
    original = locate(sidecar.original, folder)
    if original is None:
        return Verdict(False, "Without the original the result cannot be made again."), None
    photo = open_photo(original, progress=progress.part(0.0, 0.1))
    done = restore(photo, sidecar.recipe, engine, catalog, progress=progress.part(0.1, 0.9))
    made = with_provenance(done.photo, sidecar.recipe, done.steps)
    if checksum_of(made.pixels) == sidecar.pixels:
        return Verdict(True, "Made again from the original: the same to the bit."), made
    device = engine.device.id
    why = (
        f"it was computed on {sidecar.device}, now on {device}; devices round differently"
        if device != sidecar.device
        else "the models, the program or its libraries are others"
    )
    return Verdict(False, f"Made again from the original, some pixels differ: {why}."), made


def _file(known: Known, folder: Path, what: str, found: Path | None) -> Verdict:
    if found is None:
        there = (folder / known.name).exists()
        said = "has changed since" if there else "was not found near by"
        return Verdict(False, f"{what} {said} ({known.name}).")
    moved = found.absolute() != (folder / known.name).absolute()
    return Verdict(True, f"{what} is {found.name}{', moved or renamed' if moved else ''}: unchanged.")


def _model(name: str, known: dict[str, str], catalog: Catalog) -> Verdict:
    title = f"{known.get('name', name)} {known.get('version', '')}".strip()
    try:
        card = catalog.find(name).card
    except ModelError:
        return Verdict(False, f"The model {title} is not installed.")
    if card.sha256 != known.get("sha256"):
        return Verdict(False, f"The model {title} is another one here ({card.name} {card.version}).")
    return Verdict(True, f"The model {title} is the same.")
