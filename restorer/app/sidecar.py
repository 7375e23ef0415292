"""Sidecars: a small file beside a result that says how to make it again, and proves what it was made from.

``NAME.restore.json`` holds the recipe, the models' checksums and those of original and result. Names in it
are relative, and what is not where it was is looked for by its checksum: so it survives moving and renaming.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from restorer.app.provenance import PROGRAM
from restorer.errors import PhotoError, RestorerError
from restorer.paths import LONGEST_NAME
from restorer.photo import Photo, SaveOptions
from restorer.photo.photo import Pixels, stamp_of
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition

ENDING = ".restore.json"
_FORMAT = 1
_STRIP_ROWS = 256
_LARGEST = 256 << 20
_MOST_FILES = 5000
"""Files of a folder that are looked at for one that was renamed."""


@dataclass(frozen=True)
class Known:
    """A file as it was: its name, relative to the sidecar's folder, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Sidecar:
    """What a sidecar says.

    ``models`` holds name, version and checksum of each model by its id; ``pixels`` the checksum of the
    result's pixels (`checksum_of`); ``device`` what computed it.
    """

    recipe: Recipe
    original: Known
    result: Known
    pixels: str
    models: dict[str, dict[str, str]]
    save: SaveOptions
    device: str
    program: str = PROGRAM

    def to_json(self) -> str:
        """Return the text of the file."""
        content = {
            "format": _FORMAT,
            "program": self.program,
            "original": asdict(self.original),
            "result": asdict(self.result),
            "pixels": self.pixels,
            "models": self.models,
            "device": self.device,
            "save": asdict(self.save),
            "recipe": self.recipe.to_object(),
        }
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        try:
            text.encode()
        except UnicodeEncodeError:  # a name of a file that is no text
            text = json.dumps(content, indent=2) + "\n"
        return text


def path_for(result: Path) -> Path:
    """Return where the sidecar of a result lies."""
    return result.with_name(result.name + ENDING)


def check_sidecar(result: Path, original: Path, *, overwrite: bool = False) -> None:
    """Refuse before the work a result whose sidecar could not be written after it.

    One that a result which is gone has left is written over if it tells of the same original, or if that was
    asked for (``overwrite``).

    Raises:
        PhotoError: its name would be too long, or is taken.
    """
    if len(os.fsencode(path_for(result).name)) > LONGEST_NAME:
        raise PhotoError(f"“{result.name}” is too long a name to have a sidecar.", "Choose a shorter one.")
    if os.path.lexists(path_for(result)) and not overwrite and not _tells_of(path_for(result), original):
        raise PhotoError(
            f"“{path_for(result).name}” is there already and does not belong to this photo; it is kept.",
            "Give the result another name, or move that file.",
        )


def write_sidecar(
    rendition: Rendition,
    recipe: Recipe,
    original: Path,
    result: Path,
    restored: Photo,
    save: SaveOptions,
    device: str,
) -> Path:
    """Write the sidecar of a result that has just been saved, and return its path.

    Raises:
        PhotoError: a file cannot be read, the original is not what it was when it was opened, or the sidecar
            cannot be written.
    """
    if rendition.photo.stamp is not None and stamp_of(original) != rendition.photo.stamp:
        raise PhotoError(
            f"“{original.name}” was changed or moved since it was opened; the result is saved, but no recipe "
            "beside it could prove what it was made from.",
            "Open the photo again and save the result once more.",
        )
    folder = result.absolute().parent
    cards = {id_: rendition.cards[id_] for id_ in recipe.models}
    models = {id_: {"name": it.name, "version": it.version, "sha256": it.sha256} for id_, it in cards.items()}
    try:
        content = Sidecar(
            recipe,
            _known(original, folder),
            _known(result, folder),
            checksum_of(restored.pixels),
            models,
            save,
            device,
        )
        path = path_for(result)
        part = path.with_name(f".{secrets.token_hex(6)}.part")  # as long as the longest name that is allowed
        part.write_text(content.to_json(), encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise PhotoError(
            f"The sidecar of “{result.name}” cannot be written: {error.strerror or error}.",
            "Choose another folder for the result.",
        ) from error
    return path


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar.

    Raises:
        PhotoError: it cannot be read, or is none.
        InvalidRecipe: its recipe makes no sense.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise PhotoError(f"“{path.name}” is far too large for a sidecar.", "Choose another file.")
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
        if content["format"] != _FORMAT:
            raise PhotoError(f"“{path.name}” was written by a newer program.", "Use a newer version.")
        return Sidecar(
            Recipe.from_object(content["recipe"]),
            _read_known(content["original"]),
            _read_known(content["result"]),
            str(content["pixels"]),
            {str(key): dict(value) for key, value in content["models"].items()},
            SaveOptions(**content["save"]),
            str(content["device"]),
            str(content["program"]),
        )
    except OSError as error:
        reason = error.strerror or error
        raise PhotoError(f"“{path}” cannot be read: {reason}.", "Choose another file.") from error
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise PhotoError(f"“{path.name}” is no sidecar.", f"Name a file that ends in {ENDING}.") from error


def may_be_of(recipe: Path, photo: Path) -> bool:
    """Return whether what a recipe's file says of one photo may be said of this one.

    A sidecar speaks of its original alone; a recipe in a file of its own of whatever its writer meant.
    """
    try:
        content = json.loads(recipe.read_text(encoding="utf-8-sig"))
        if not isinstance(content, dict) or "original" not in content:
            return True
        original = _read_known(content["original"])
        return photo.stat().st_size == original.size and sha256_of(photo) == original.sha256
    except (OSError, ValueError, TypeError, RecursionError):
        return False


def find_sidecar(path: Path) -> Path:
    """Return the sidecar of a result, or ``path`` itself if it is one.

    It is looked for under its usual name, then by the result's checksum among those in its folder.

    Raises:
        PhotoError: there is none.
    """
    if path.name.endswith(ENDING):
        return path
    usual = path_for(path)
    if usual.is_file():
        return usual
    if path.is_file():
        sha256 = sha256_of(path)
        for other in sorted(path.absolute().parent.glob(f"*{ENDING}")):
            try:
                if read_sidecar(other).result.sha256 == sha256:
                    return other
            except RestorerError:  # a broken sidecar of another photo
                continue
    elif not path.exists():
        raise PhotoError(f"There is no file “{path.name}”.", "It may have been moved or renamed.")
    raise PhotoError(f"No sidecar tells how “{path.name}” was made.", "Restore with --sidecar to get one.")


def locate(known: Known, folder: Path) -> Path | None:
    """Return where a file lies now: where it was, or a file near by with its checksum; None if nowhere."""
    usual = folder / known.name
    paths = (usual, *_candidates(known, (usual.parent, folder)))
    return next((path for path in paths if is_same(path, known)), None)


def is_same(path: Path, known: Known) -> bool:
    """Return whether a file holds, byte by byte, what was known."""
    try:
        return path.is_file() and path.stat().st_size == known.size and sha256_of(path) == known.sha256
    except OSError:
        return False


def _tells_of(sidecar: Path, original: Path) -> bool:
    """Return whether a file is a sidecar of a result of that original."""
    try:
        return is_same(original, read_sidecar(sidecar).original)
    except RestorerError:
        return False


def _read_known(content: dict[str, Any]) -> Known:
    """Return what a sidecar says of a file: a name that can be one, and a checksum. Raises ValueError."""
    known = Known(**content)
    sound = isinstance(known.name, str) and "\0" not in known.name and isinstance(known.size, int)
    if not sound or not re.fullmatch("[0-9a-f]{64}", known.sha256):
        raise ValueError("no file is like that")
    return known


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum_of(pixels: Pixels) -> str:
    """Return a SHA-256 of pixels, their shape and depth: the same on every computer."""
    digest = hashlib.sha256(f"{pixels.shape} {pixels.dtype.name}".encode())
    little = pixels.dtype.newbyteorder("<")
    for top in range(0, len(pixels), _STRIP_ROWS):
        digest.update(np.ascontiguousarray(pixels[top : top + _STRIP_ROWS], little).tobytes())
    return digest.hexdigest()


def _known(path: Path, folder: Path) -> Known:
    # Through links: ".." leads out of the folder that a link names, not back to where the link lies.
    where = path.absolute().parent.resolve() / path.name
    try:
        name = os.path.relpath(where, folder.resolve())
    except ValueError:  # another drive
        name = str(where)
    return Known(Path(name).as_posix(), path.stat().st_size, sha256_of(path))


def _candidates(known: Known, folders: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the files near by that are as large as the one that is looked for."""
    for folder in dict.fromkeys(folders):
        try:
            entries = list(folder.iterdir())[:_MOST_FILES]
        except OSError:
            continue
        for entry in sorted(entries):
            if entry.is_file() and entry.stat().st_size == known.size:
                yield entry
