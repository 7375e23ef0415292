"""What jobs do for the window, away from its thread: no Qt in here, and nothing of the window is touched.

The heavy libraries behind these functions are loaded by the first job that needs them; the window is up then.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from restorer.errors import RestorerError
from restorer.gui.equipment import Equipment
from restorer.gui.folders import is_folder
from restorer.photo import READABLE, Box, Photo, SaveOptions
from restorer.photo.kinds import HEAD, of_name, recognise
from restorer.progress import Progress

if TYPE_CHECKING:
    from restorer.app.document import Document
    from restorer.app.findings import Diagnosis, Finding
    from restorer.photo.pyramid import Pyramid
    from restorer.restoration.painting.mask import Mask
    from restorer.restoration.stages import StepReport
    from restorer.restoration.steps import MaskStep

Tell: TypeAlias = Callable[[Box], None]

_STRIP_ROWS = 256


@dataclass(frozen=True)
class Listing:
    """The photos found, in order, and the names of what was given but is none."""

    photos: tuple[Path, ...]
    refused: tuple[str, ...]


def find_photos(paths: Sequence[Path], recursive: bool, progress: Progress) -> Listing:
    """List the photos among ``paths``, and those in the folders among them, with sub-folders if so wished.

    A file that was named is taken whatever its ending, if it begins as a photo does; in a folder, endings
    tell photos from the rest.
    """
    endings = {ending for kinds in READABLE.values() for ending in kinds}
    photos: dict[Path, None] = {}
    refused: list[str] = []
    for path in paths:
        progress(0.0)
        found = _photos_at(path, recursive, endings, alone=len(paths) == 1)
        photos.update(dict.fromkeys(found))
        if not found:
            refused.append(path.name)
    return Listing(tuple(photos), tuple(refused))


def _photos_at(path: Path, recursive: bool, endings: set[str], *, alone: bool) -> list[Path]:
    """Return a photo, or the photos in a folder; none where it is neither, or may not be looked into.

    A file that was named ``alone`` is returned in any case: opening it will tell what is wrong with it.
    """
    try:
        if not path.is_dir():
            return [path] if alone or _may_be_photo(path) else []
        entries = path.rglob("*") if recursive else path.iterdir()
        inside = (entry for entry in entries if entry.suffix.lower() in endings)
        return sorted((entry for entry in inside if entry.is_file()), key=_natural)
    except OSError:
        return [path] if alone and not is_folder(path) else []


def _may_be_photo(path: Path) -> bool:
    """Return whether a file is called a photo, or begins as one. Raises OSError."""
    if not path.is_file():  # a pipe would have us wait
        return False
    if of_name(path) is not None:
        return True
    with path.open("rb") as file:
        return recognise(file.read(HEAD), path) is not None


def _natural(path: Path) -> list[tuple[int, int, str]]:
    """Sort "scan 2" before "scan 10"."""
    parts = re.split(r"(\d+)", path.name.casefold())
    return [(1, int(part), "") if index % 2 else (0, 0, part) for index, part in enumerate(parts)]


def open_path(path: Path, progress: Progress) -> "Document":
    """Open the photo at ``path``."""
    from restorer.app.document import open_document

    return open_document(path, progress=progress)


def open_finished(source: Path, result: Path, progress: Progress) -> "tuple[Document, Pyramid]":
    """Open the photo ``source``, and ``result`` to be compared with it."""
    from restorer.app import finished

    return finished.open_finished(source, result, progress=progress)


def open_photo_in_memory(photo: Photo, progress: Progress) -> "Document":
    """Start work on a photo that is in memory."""
    from restorer.app.document import document_of

    return document_of(photo, progress=progress)


def diagnose(
    document: "Document", equipment: Equipment, found: "Callable[[Finding], None]", progress: Progress
) -> "Diagnosis":
    """Find out what a document's photo needs; ``found`` hears of each finding."""
    from restorer.app.document import diagnose_document

    engine, catalog = equipment.engine(), equipment.catalog()
    return diagnose_document(document, engine, catalog, found=found, progress=progress)


def restore(
    document: "Document", equipment: Equipment, first: Box | None, tell: Tell, progress: Progress
) -> "tuple[StepReport, ...]":
    """Run what the document's recipe needs, the area ``first`` before the rest.

    ``tell`` hears of every part that is ready.
    """
    from restorer.app.document import restore_document

    engine, catalog = equipment.engine(), equipment.catalog()
    return restore_document(document, engine, catalog, first=first, on_part=tell, progress=progress)


def share_unchanged(document: "Document", progress: Progress) -> float:
    """Return the share (0..1) of pixels that the recipe left as they were."""
    from restorer.app import measures

    return measures.share_unchanged(document, progress=progress)


def save(
    document: "Document", path: Path, options: SaveOptions, sidecar: bool, progress: Progress
) -> RestorerError | None:
    """Write a document's result to ``path``, over a file that is there, never over its source.

    The file tells what was done to it. With ``sidecar``, a recipe beside it says how to make it again. Where
    that cannot be written, its error is returned: the result is saved all the same.
    """
    from restorer.app.sidecar import check_sidecar, write_sidecar
    from restorer.photo import save_photo

    progress(0.0)
    restored, reports = document.result(), document.reports
    replaced = os.path.lexists(path)
    save_photo(restored, path, options, overwrite=True, progress=progress)
    original = document.photo.path
    if sidecar and original is not None and reports:
        device = reports[-1].run.device.id
        try:
            check_sidecar(path, original, overwrite=replaced)
            write_sidecar(document.rendition, document.recipe, original, path, restored, options, device)
        except RestorerError as error:
            return error
    return None


def read_mask(document: "Document", path: Path, progress: Progress) -> "Mask":
    """Read a mask for a document's photo."""
    from restorer.app.mask_files import read_mask

    progress(0.0)
    return read_mask(path, document.before.size)


def write_mask(document: "Document", kind: "type[MaskStep]", path: Path, progress: Progress) -> None:
    """Write what a step repairs as a picture, never over the source."""
    from restorer.app.mask_files import write_mask

    progress(0.0)
    values = document.mask(kind, 0, Box(0, 0, *document.before.size))
    write_mask(values, document.photo, path, overwrite=True)


def paint(document: "Document", canvas: NDArray[np.uint8], progress: Progress) -> None:
    """Fill ``canvas`` (``uint8 (H, W, 3)``) with a document's result in the screen's colours.

    In strips, so that no second copy of the photo is needed.
    """
    from restorer.photo import display_pixels

    photo = document.photo
    for top in range(0, photo.height, _STRIP_ROWS):
        progress(top / photo.height)
        strip = Box(top, 0, min(top + _STRIP_ROWS, photo.height), photo.width)
        alpha = None if photo.alpha is None else photo.alpha[strip.slices]
        canvas[strip.slices] = display_pixels(document.after_pixels(0, strip), photo.profile, alpha)
