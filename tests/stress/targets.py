"""What is fuzzed: for each reader, sound inputs to begin with, and what must never fail oddly.

A target gets any bytes, and may raise nothing but a `RestorerError` with a sentence.
"""

import contextlib
import dataclasses
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tiny_models
from child import refused
from good_files import good_files
from pictures import IPTC, XMP, exif_block

from restorer.app import model_files, sidecar
from restorer.app.batch.batch import open_journal
from restorer.app.batch.output import OutputFolder
from restorer.errors import RestorerError
from restorer.inference.card import CARD_FILE, load_card
from restorer.inference.catalog import Catalog
from restorer.paths import bundled_models, journals
from restorer.photo import Metadata, SaveOptions, open_photo, probe
from restorer.photo.iptc import from_resources, to_resources
from restorer.photo.metadata import for_saving
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.painting.storing import edits_from_json, edits_to_json
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Colorize, Denoise, General, Hint, RepairDamage
from restorer.settings import Settings, load_settings

LARGEST = 4_000_000
"""Photos of more pixels are not opened while fuzzing, for it would be slow; the hostile pictures are."""


@dataclass(frozen=True)
class Target:
    """Sound inputs, and what is to be tried with others."""

    seeds: Callable[[], Sequence[bytes]]
    attempt: Callable[[bytes], None]


def _reader(suffix: str, *endings: str) -> Target:
    def attempt(data: bytes) -> None:
        path = _folder() / f"fuzzed{suffix}"
        path.write_bytes(data)
        facts = probe(path)
        if facts.width * facts.height <= LARGEST:
            photo = open_photo(path)
            for_saving(photo.metadata, photo.pixels.shape[:2], strip_private=True)

    def seeds() -> list[bytes]:
        chosen = endings or (suffix,)
        return [data for name, data in good_files().items() if name.endswith(chosen)]

    return Target(seeds, attempt)


def _folder() -> Path:
    if not _folders:
        _folders.append(tempfile.TemporaryDirectory())
    return Path(_folders[0].name)


_folders: list[tempfile.TemporaryDirectory[str]] = []


def _card(data: bytes) -> None:
    (_folder() / CARD_FILE).write_bytes(data)
    card = load_card(_folder())
    json.dumps(dataclasses.asdict(card)).encode()


def _recipe(data: bytes) -> None:
    recipe = Recipe.from_json(data.decode("utf-8", "surrogateescape"))
    assert Recipe.from_json(recipe.to_json()).to_json() == recipe.to_json()


def _painted() -> Edits:
    added = np.zeros((300, 400), np.uint8)
    added[20:60, 300:390] = 200
    return Edits(Mask.of(added), Mask.of(added[::-1]))


def _full_recipe() -> bytes:
    hints = (Hint(10.5, 20.0, (0.1, 0.5, 0.9), 4.0), Hint(1.0, 2.0, (1.0, 1.0, 0.0)))
    repair = RepairDamage(0.9, accepted=((3, 4),), rejected=((5, 6), (7, 8)), edits=_painted())
    return Recipe((repair, Denoise(0.5), General(0.4, tones=False), Colorize(hints=hints))).to_json().encode()


def _mask(data: bytes) -> None:
    content = json.loads(data)
    with contextlib.suppress(ValueError, KeyError, TypeError, OverflowError):  # as it says
        edits_from_json(content).added.whole()


def _hints(data: bytes) -> None:
    step = {"step": "colorize", "hints": json.loads(data)}
    Recipe.from_object({"format": 2, "steps": [step]})


def _not_json(attempt: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Return what leaves bytes alone that are no JSON: its reader has refused them before."""

    def try_json(data: bytes) -> None:
        with contextlib.suppress(UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            json.loads(data)
            attempt(data)

    return try_json


def _sidecar(data: bytes) -> None:
    path = _folder() / f"photo.png{sidecar.ENDING}"
    path.write_bytes(data)
    read = sidecar.read_sidecar(path)
    assert sidecar.locate(read.original, path.parent) is None


def _full_sidecar() -> bytes:
    known = sidecar.Known("../scans/photo.tif", 12_345, "0" * 64)
    models = {"denoise": {"name": "Denoise", "version": "1", "sha256": "0" * 64}}
    recipe = Recipe.from_json(_full_recipe().decode())
    return sidecar.Sidecar(recipe, known, known, "0" * 64, models, SaveOptions(), "cpu").to_json().encode()


def _shared_model(data: bytes) -> None:
    place = _folder() / "sharing"
    place.mkdir()
    path, taken = place / "shared.restorer-model", place / "models"
    path.write_bytes(data)
    try:
        model_files.take_in(path, Catalog([taken]), taken)
    finally:
        found = {entry.name for entry in place.iterdir()}
        shutil.rmtree(place)
    assert found <= {path.name, taken.name}


def _model_archive() -> bytes:
    made = tiny_models.write_model(_folder() / "made", tiny_models.invert())
    picture = np.random.default_rng(1).random((1, 3, 16, 16), np.float32)
    np.savez_compressed(made.folder / "check.npz", photo=picture, result=1 - picture)
    data = model_files.share(made, _folder() / "given").read_bytes()
    shutil.rmtree(made.folder)
    return data


def _settings(data: bytes) -> None:
    path = _folder() / "settings.json"
    path.write_bytes(data)
    _, said = load_settings(path)
    assert not said or (said.endswith(".") and "\n" not in said)


def _mark(data: bytes) -> None:
    hidden = _folder() / ".restorer"
    hidden.mkdir(exist_ok=True)
    (hidden / "batch.json").write_bytes(data)
    output = OutputFolder(_folder())
    assert (journals() / f"{output.id}.sqlite").parent == journals()
    assert "/" not in str(output.id)


def _journal(data: bytes) -> None:
    output = OutputFolder(_folder() / "results")
    path = journals() / f"{output.id}.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    try:
        with contextlib.closing(open_journal(output)) as journal:
            for row in journal.rows():
                assert row.target is None or not row.target.is_absolute()
                assert row.target is None or ".." not in row.target.parts
    finally:
        for file in path.parent.iterdir():
            file.unlink()


def sound_journal() -> bytes:
    """Return a journal of a few photos in every state."""
    import sqlite3

    from restorer.app.batch.journal import Journal

    path = _folder() / "sound.sqlite"
    path.unlink(missing_ok=True)
    Journal(path).close()
    with contextlib.closing(sqlite3.connect(path)) as database:
        columns = "source, target, treatment, state, size, modified, changed, result_hash"
        for number, state in enumerate(("planned", "running", "done", "failed", "skipped")):
            values = (b"/photos/%d.png" % number, b"%d.png" % number, "{}", state, 9, 9, 1.5, "0" * 64)
            database.execute(f"INSERT INTO item ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        database.execute("INSERT INTO folder VALUES (?)", (b"sub",))
        database.commit()
        database.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()


def _metadata(data: bytes) -> None:
    for private in (True, False):
        for_saving(Metadata(exif=data, xmp=data, dpi=(300.0, 300.0)), (30, 40), strip_private=private)
    from_resources(data)


TARGETS: Mapping[str, Target] = {
    "JPEG": _reader(".jpg"),
    "PNG": _reader(".png"),
    "TIFF": _reader(".tif"),
    "WebP, HEIC, AVIF": _reader(".webp", ".webp", ".heic", ".avif"),
    "camera raw": _reader(".dng"),
    "old kinds": _reader(".tga", ".gif", ".bmp", ".ppm", ".pfm", ".ico", ".jp2", ".psd"),
    "PCX": _reader(".pcx"),
    "metadata": Target(
        lambda: [exif_block(), exif_block(order=">", thumbnail=False), XMP, to_resources(IPTC)], _metadata
    ),
    "card": Target(lambda: [path.read_bytes() for path in bundled_models().glob("*/card.json")], _card),
    "recipe": Target(lambda: [Recipe((Denoise(0.5),)).to_json().encode(), _full_recipe()], _recipe),
    "mask": Target(lambda: [json.dumps(edits_to_json(_painted())).encode()], _not_json(_mask)),
    "hints": Target(
        lambda: [b'[{"row": 1.5, "column": 2, "colour": [0, 0.5, 1], "radius": 3}]'], _not_json(_hints)
    ),
    "sidecar": Target(lambda: [_full_sidecar()], _sidecar),
    "shared model": Target(lambda: [_model_archive()], _shared_model),
    "settings": Target(
        lambda: [json.dumps({"format": 1, **dataclasses.asdict(Settings())}).encode()], _settings
    ),
    "mark of a folder": Target(lambda: [b'{"id": "0123456789abcdef"}'], _mark),
    "journal": Target(lambda: [sound_journal()], _journal),
}
"""What is fuzzed, by name."""


def attempt(target: Target, data: bytes) -> bool:
    """Try bytes on a target; return whether they were refused. Raises what should not have been raised."""
    try:
        target.attempt(data)
    except RestorerError as error:
        refused(error)
        return True
    return False
