"""Models as single files: to be given to somebody else, and to be taken in, trusting nothing."""

import dataclasses
import hashlib
import os
import secrets
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import IO

from restorer.app.foreign_models import take_in_network
from restorer.app.self_check import check_parity
from restorer.app.training.adopt import free_id, install
from restorer.errors import ModelError, RestorerError
from restorer.inference.card import CARD_FILE, load_card
from restorer.inference.catalog import Catalog, Model

ENDING = ".restorer-model"
_CHECK_FILE = "check.npz"
_LARGEST = 1 << 30  # bytes, unpacked
_MOST_FILES = 3
_CHUNK = 1 << 20
_HINT = "Ask for the file again; nothing was taken in."


def share(model: Model, target: Path, *, overwrite: bool = True) -> Path:
    """Write a model with its card and parity sample as one file, and return its path. Atomic.

    Whoever asked for ``target`` may have asked already whether it is to be replaced, as file dialogs do.

    Raises:
        RestorerError: there is such a file, and it is not to be replaced; or it cannot be
            written.
    """
    if target.suffix != ENDING:
        target = target.with_name(target.name + ENDING)
    if not overwrite and os.path.lexists(target):
        raise RestorerError(
            f"“{target.name}” exists already.", "Choose another name, or allow it to be replaced."
        )
    part = target.with_name(f".restorer-{secrets.token_hex(6)}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in (CARD_FILE, model.card.file, _CHECK_FILE):
                if (model.folder / name).exists():
                    archive.write(model.folder / name, name)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise RestorerError(
            f"The model cannot be written to {target}: {error.strerror or error}.", "Choose another folder."
        ) from error
    return target


def take_in(file: Path, catalog: Catalog, user_models: Path) -> Model:
    """Add a shared model, or an ONNX network made elsewhere, to ``user_models`` and return it.

    An id that is taken gets a number.

    Raises:
        ModelError: the file is damaged, too large, reaches out of its folder, is not what its card says, or
            computes something else than when it was made.
        RestorerError: it cannot be written to ``user_models``.
    """
    if file.suffix.lower() == ".onnx":
        return take_in_network(file, "", catalog, user_models)
    try:
        with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(file) as archive:
            folder = Path(place) / "model"
            folder.mkdir()
            _unpack(archive, folder)
            card = load_card(folder)
            if not (folder / card.file).is_file():
                raise ModelError(f"“{file.name}” holds no network.", _HINT)
            if _checksum(folder / card.file) != card.sha256:
                raise ModelError(f"The network in “{file.name}” is not the one its card speaks of.", _HINT)
            check = check_parity(Model(card, folder))
            if not check.passed:
                raise ModelError(
                    f"The model in “{file.name}” does not compute rightly: {check.detail}", _HINT
                )
            taken = {model.card.id for model in catalog.models()}
            return install(folder, dataclasses.replace(card, id=free_id(card.id, taken)), user_models)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        raise ModelError(f"“{file.name}” is not a shared model, or it is damaged.", _HINT) from error
    except OSError as error:
        raise ModelError(f"“{file.name}” cannot be read: {error.strerror or error}.", _HINT) from error


def remove(model: Model, user_models: Path) -> None:
    """Remove one of the user's own models.

    Raises:
        ModelError: it came with the program.
        RestorerError: it cannot be removed.
    """
    if model.folder.parent != user_models:
        raise ModelError(f"“{model.card.name}” comes with the program and stays.", "Remove your own only.")
    try:
        shutil.rmtree(model.folder)
    except OSError as error:
        raise RestorerError(
            f"“{model.card.name}” cannot be removed: {error.strerror or error}.", f"Remove {model.folder}."
        ) from error


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """Write the files of an archive, counting the bytes that come and not those that it claims."""
    entries = archive.infolist()
    if len(entries) > _MOST_FILES:
        raise ModelError("A shared model has three files; this one has more.", _HINT)
    left = _LARGEST
    for entry in entries:
        name = entry.filename
        # A name may be empty, and then `is_dir` fails.
        if name != Path(name).name or name in ("", ".", "..") or set(name) & set("\\:/"):
            raise ModelError(f"The file “{name}” would lie outside of the model’s folder.", _HINT)
        with archive.open(entry) as source, (folder / name).open("xb") as target:
            left -= _copy(source, target, left)


def _copy(source: IO[bytes], target: IO[bytes], most: int) -> int:
    written = 0
    while chunk := source.read(_CHUNK):
        written += len(chunk)
        if written > most:
            raise ModelError("The model is too large to be one.", _HINT)
        target.write(chunk)
    return written


def _checksum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
