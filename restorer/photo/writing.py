"""Saves photos: a file is whole or not there, originals are never touched, losses are said before."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from restorer.errors import Cancelled, PhotoError
from restorer.photo import encoding, jpeg, kinds, metadata, png, tiff_writing
from restorer.photo.photo import Metadata, Photo, identity_of
from restorer.progress import Progress

_LONGEST_SIDE = {"JPEG": jpeg.LONGEST_SIDE, "WEBP": 16_383, "AVIF": 65_536}
_DEPTHS = {8: "8 bits per channel", 16: "16 bits per channel", 32: "floating-point values"}


@dataclass(frozen=True)
class SaveOptions:
    """How to save.

    ``quality`` is 1..100, for formats that lose something; ``bits`` per channel 8, 16 or 32 (None keeps the
    depth where the format can); ``strip_private`` leaves out place, names and serial numbers.
    """

    quality: int = 95
    bits: int | None = None
    strip_private: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality must be 1 to 100, not {self.quality}")
        if self.bits not in (None, 8, 16, 32):
            raise ValueError(f"bits must be 8, 16 or 32, not {self.bits}")


def save_photo(
    photo: Photo,
    path: Path,
    options: SaveOptions = SaveOptions(),
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> None:
    """Write a photo to ``path``, in the format that the ending of its name says, as a whole or not at all.

    Raises:
        PhotoError: the format is unknown or cannot hold the photo, the target is the photo's own source or
            exists
            (without ``overwrite``), or the disk refuses.
        Cancelled: ``progress`` was asked to stop; nothing is left behind.
    """
    path = Path(path)
    progress = progress or Progress()
    progress(0.0, "Saving")
    check_target(photo, path, overwrite=overwrite)
    kind = _kind(path)
    about = metadata.for_saving(
        photo.metadata,
        photo.pixels.shape[:2],
        strip_private=options.strip_private,
        room=jpeg.XMP_ROOM if kind == "JPEG" else None,
    )
    with _sentences(path), _replacing(path, overwrite) as file:
        _encode(replace(photo, metadata=about), kind, file, options, progress.part(0.0, 0.97))


def check_target(photo: Photo, path: Path, *, overwrite: bool = False) -> None:
    """Refuse what `save_photo` would refuse, but at once: for before the work whose result it is to save.

    Only the size of ``photo`` and the file that it came from matter, not its pixels. Whether the folder may
    be written to is tried, with an empty file that vanishes again.

    Raises:
        PhotoError: as `save_photo`, but for what shows only while writing, such as a disk that gets full.
    """
    path = Path(path)
    with _sentences(path):
        _check_name(photo, path, overwrite)
        kind = _kind(path)
        _check_size(photo, kind)
        draft = _draft(_target(path))
        draft.touch(exist_ok=False)
        draft.unlink()


def refuse_original(photo: Photo, path: Path) -> None:
    """Refuse a path at which the file lies that a photo came from: nothing is ever written there.

    Raises:
        PhotoError: it does.
    """
    if _is_original(photo, path):
        raise PhotoError(
            f"“{path.name}” is the original, which is never written over.", "Choose another name or folder."
        )


def losses(photo: Photo, path: Path, options: SaveOptions = SaveOptions()) -> tuple[str, ...]:
    """Return sentences about what of the photo a file of that name and those options could not hold."""
    kind = _kind(Path(path))
    name = kinds.in_words(kind)
    bits = _bits(photo, kind, options)
    said = []
    if bits < photo.bits:
        able = "This file will hold" if bits < kinds.MOST_BITS[kind] else f"{name} holds"
        said.append(
            f"{able} {_DEPTHS[bits]}; this photo has {_DEPTHS[photo.bits].removesuffix(' per channel')}."
        )
    elif options.bits is not None and bits < options.bits:
        said.append(f"{name} holds {_DEPTHS[bits]}, not the {options.bits} bits that were asked for.")
    if kind == "JPEG" and photo.alpha is not None:
        said.append("JPEG has no transparency; transparent parts will be opaque.")
    lossy = kind in ("JPEG", "AVIF") or (kind == "WEBP" and options.quality < 100)
    if lossy and photo.format != kind:  # to whoever opened one of its kind this is no news
        said.append(f"{name} compresses with small errors; TIFF and PNG keep every value.")
    if kind in ("WEBP", "AVIF") and photo.is_grey and not encoding.keeps_grey(photo, kind):
        said.append(f"{name} has no grey channel; this photo will be stored as colours without any colour.")
    about = photo.metadata
    if not options.strip_private:
        said += _without_place(about, kind)
    if kind == "JPEG":
        said += jpeg.too_long(photo)
    private = (about.exif, about.xmp, about.iptc, about.comments, about.texts, about.resources)
    if options.strip_private and any(private):
        said.append("Place, names, serial numbers and descriptions will be left out, as you asked.")
    return tuple(said)


def _without_place(about: Metadata, kind: str) -> Iterator[str]:
    """Yield sentences about metadata that a kind of file has no place for."""
    name = kinds.in_words(kind)
    if about.iptc and kind not in ("JPEG", "TIFF"):
        yield f"{name} has no place for IPTC captions; they will be left out."
    if about.comments and kind != "JPEG":
        yield f"{name} has no place for the comment in this file; it will be left out."
    if about.texts and kind != "PNG":
        yield f"{name} has no place for the texts in this PNG file; they will be left out."
    if about.resources and kind not in ("JPEG", "TIFF"):
        yield f"{name} has no place for what Photoshop noted in this photo; it will be left out."
    if about.extension and kind != "JPEG":
        yield f"{name} has no place for the longer part of the XMP description; it will be left out."


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    for kind, suffixes in kinds.WRITABLE.items():
        if suffix in suffixes:
            return kind
    usual = ", ".join(suffixes[0] for suffixes in kinds.WRITABLE.values())
    what = f"“{suffix}” is not a kind of file that can be saved." if suffix else "The name needs an ending."
    raise PhotoError(what, f"Use one of {usual}.")


def _bits(photo: Photo, kind: str, options: SaveOptions) -> int:
    wanted = options.bits or photo.bits
    if kind != "TIFF" or wanted != 32:
        return min(wanted, kinds.MOST_BITS[kind])
    return wanted


def _check_name(photo: Photo, path: Path, overwrite: bool) -> None:
    refuse_original(photo, path)
    if path.is_dir():
        raise PhotoError(f"“{path.name or path}” is a folder.", "Choose a name for the photo.")
    if not path.parent.is_dir():
        raise PhotoError(f"The folder “{path.parent}” does not exist.", "Choose another, or create it first.")
    if not overwrite and os.path.lexists(path):
        raise PhotoError(f"“{path.name}” exists already.", "Choose another name, or allow it to be replaced.")


def _check_size(photo: Photo, kind: str) -> None:
    longest = _LONGEST_SIDE.get(kind)
    if longest and max(photo.width, photo.height) > longest:
        raise PhotoError(
            f"{kinds.in_words(kind)} cannot hold more than {longest:,} pixels in a row or column.",
            "Save as TIFF.",
        )


def _is_original(photo: Photo, path: Path) -> bool:
    # By what the file is, for it may have been moved since; and by its name, which may come back to it.
    target = identity_of(path)
    if target is not None and target == photo.identity:
        return True
    if photo.path is None:
        return False
    return photo.path.absolute() == path.absolute() or (
        target is not None and target == identity_of(photo.path)
    )


def _encode(photo: Photo, kind: str, file: BinaryIO, options: SaveOptions, progress: Progress) -> None:
    bits = _bits(photo, kind, options)
    match kind:
        case "JPEG":
            jpeg.write(photo, file, options.quality, progress)
        case "PNG":
            png.write(photo, file, bits, progress)
        case "TIFF":
            tiff_writing.write(photo, file, bits, progress)
        case "WEBP":
            encoding.write_webp(photo, file, options.quality, progress)
        case _:
            encoding.write_avif(photo, file, options.quality, progress)
    progress(1.0)


@contextlib.contextmanager
def _replacing(path: Path, overwrite: bool) -> Iterator[BinaryIO]:
    """Give a new file in the same folder, which becomes ``path`` if all goes well and vanishes otherwise."""
    target = _target(path)
    draft = _draft(target)
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            draft.replace(target)
        else:
            _place(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else path


def _draft(target: Path) -> Path:
    return target.with_name(f".restorer-{secrets.token_hex(6)}.part")


def _place(draft: Path, target: Path) -> None:
    """Give a file its name, which must be free even if somebody else took it a moment ago."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        draft.replace(target)


@contextlib.contextmanager
def _sentences(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong while writing into one sentence."""
    try:
        yield
    except (PhotoError, Cancelled):
        raise
    except FileExistsError as error:
        raise PhotoError(f"“{path.name}” exists already.", "Choose another name.") from error
    except MemoryError as error:
        raise PhotoError(
            f"There is not enough memory to save “{path.name}”.", "Save as TIFF instead."
        ) from error
    except OSError as error:
        raise _refused(path, error) from error
    except Exception as error:  # the border to libraries, each with errors of its own
        raise PhotoError(f"“{path.name}” could not be saved: {error}.", "Try another format.") from error


def _refused(path: Path, error: OSError) -> PhotoError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return PhotoError(
                f"The disk is full; “{path.name}” was not saved.", "Free some space or choose another."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return PhotoError(f"Nothing may be written to “{path.parent}”.", "Choose another folder.")
        case errno.ENAMETOOLONG:
            return PhotoError("The name is too long for this disk.", "Choose a shorter one.")
        case _:
            return PhotoError(
                f"“{path.name}” could not be saved: {error.strerror or error}.", "Choose another folder."
            )
