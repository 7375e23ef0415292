"""Opens photos: a file is what its content says, and all that can go wrong is said in a sentence."""

import contextlib
import functools
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.errors import Cancelled, PhotoError
from restorer.photo import colour, decoding, exif, jpeg, kinds, metadata, png, tiff_reading
from restorer.photo.photo import Metadata, Photo, identity_of, stamp_of
from restorer.photo.raster import Raster, quiet, upright
from restorer.progress import Progress

_AGAIN = "Try to get the file again from where it came, or open another copy."

_READERS: Mapping[str, Callable[[Path, Progress], Raster]] = {
    "JPEG": jpeg.read,
    "PNG": png.read,
    "TIFF": tiff_reading.read,
    "AVIF": decoding.read_avif,
    "HEIF": decoding.read_heif,
    "RAW": decoding.read_raw,
    "JPEG2000": decoding.read_jpeg2000,
    "PPM": decoding.read_pixmap,
}


def open_photo(path: Path, *, progress: Progress | None = None) -> Photo:
    """Return the photo in a file: upright, in its own depth and colours, with its metadata.

    Raises:
        PhotoError: there is no file, it is no picture, it is damaged, or too big.
        Cancelled: ``progress`` was asked to stop.
    """
    path = Path(path)
    progress = progress or Progress()
    progress(0.0, "Opening")
    kind = kind_of(path)
    # Before the pixels are read, which takes a while, in which the file may be moved.
    identity, stamp = identity_of(path), stamp_of(path)
    with sentences(path, kind), quiet():
        read = _READERS.get(kind) or functools.partial(decoding.read_by_pillow, kind=kind)
        raster = read(path, progress.part(0.0, 0.95))
        return replace(_photo(raster, path, kind), identity=identity, stamp=stamp)


def _photo(raster: Raster, path: Path, kind: str) -> Photo:
    notes = list(raster.notes)
    promised = kinds.of_name(path)
    if promised not in (kind, None):
        notes.insert(
            0, f"The name says {kinds.in_words(promised or '')}, but this is a {kinds.in_words(kind)} file."
        )
    pixels = _contiguous(upright(raster.pixels, raster.orientation))
    alpha = None if raster.alpha is None else _contiguous(upright(raster.alpha, raster.orientation))
    profile = raster.profile or None
    if profile is not None and not colour.fits(profile, pixels.shape[2]):
        notes.append(
            "The colour profile in this file is damaged or does not fit; its colours are read as sRGB."
        )
        profile = None
    size = pixels.shape[:2]
    block = exif.edit(raster.exif, size) if raster.exif else None
    xmp = metadata.upright_xmp(raster.xmp, size) if raster.xmp else None
    about = Metadata(
        block,
        xmp,
        metadata.rounded(raster.dpi),
        raster.iptc,
        extension=raster.extension,
        comments=raster.comments,
        texts=raster.texts,
        resources=raster.resources,
    )
    return Photo(pixels, alpha, profile, about, path, kind, tuple(notes))


def _contiguous(array: NDArray[np.generic]) -> NDArray[np.generic]:
    # A read-only flag is set on what Photo gets, so it must not be somebody else's array; ours are not
    # shared.
    return array if array.flags.c_contiguous else np.ascontiguousarray(array)


def kind_of(path: Path) -> str:
    """Return the kind of a photo's file from its first bytes.

    Raises:
        PhotoError: there is no file, it may not be read, or it is no picture.
    """
    try:
        head = _head_of(path)
    except PhotoError:
        raise
    except FileNotFoundError as error:
        raise PhotoError(f"There is no file “{path.name}”.", "It may have been moved or renamed.") from error
    except PermissionError as error:
        raise PhotoError(f"“{path.name}” may not be read.", "Ask its owner, or copy it elsewhere.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PhotoError(f"“{path.name}” cannot be read: {reason}.", _AGAIN) from error
    if not head:
        raise PhotoError(f"“{path.name}” is empty.", _AGAIN)
    kind = kinds.recognise(head, path)
    if kind is None:
        raise PhotoError(
            f"“{path.name}” is not a picture that can be opened.",
            "JPEG, PNG, TIFF, WebP, HEIC, AVIF and camera raw files can.",
        )
    if kind != "TIFF":
        return kind
    with sentences(path, kind):
        named_raw = kinds.of_name(path) == "RAW"
        return "RAW" if tiff_reading.is_raw(path) or (named_raw and decoding.is_raw(path)) else kind


def _head_of(path: Path) -> bytes:
    if path.is_dir():
        raise PhotoError(f"“{path.name or path}” is a folder, not a photo.", "Open a file inside it.")
    if not stat.S_ISREG(path.stat().st_mode):  # nobody may ever write into a pipe
        raise PhotoError(f"“{path.name}” is not a file.", "Open a photo that is kept in a file.")
    with path.open("rb") as file:
        return file.read(kinds.HEAD)


@contextlib.contextmanager
def sentences(path: Path, kind: str) -> Iterator[None]:
    """Turn whatever a library raises on a bad file into one sentence."""
    try:
        yield
    except (PhotoError, Cancelled):
        raise
    except MemoryError as error:
        raise PhotoError(
            f"There is not enough memory to open “{path.name}”.", "Close other programs and try again."
        ) from error
    except ImportError as error:
        raise PhotoError(
            f"{kinds.in_words(kind)} files cannot be opened on this computer.",
            "Save it as TIFF or JPEG elsewhere.",
        ) from error
    except Exception as error:  # the border to libraries, each with errors of its own
        raise PhotoError(
            f"“{path.name}” looks like a {kinds.in_words(kind)} file, but it is damaged or incomplete.",
            _AGAIN,
        ) from error
