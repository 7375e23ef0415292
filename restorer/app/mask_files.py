"""Masks as pictures: white is meant, black is not; for other programs, and for the next time."""

from pathlib import Path

import numpy as np

from restorer.errors import PhotoError
from restorer.photo import Photo, open_photo, save_photo
from restorer.restoration.painting.mask import Mask
from restorer.restoration.painting.mask import Values as MaskValues
from restorer.restoration.small import luma


def read_mask(path: Path, size: tuple[int, int]) -> Mask:
    """Read a mask from a picture of a photo's (height, width) ``size``; what is transparent is not meant.

    Raises:
        PhotoError: it cannot be read, or has another size.
    """
    picture = open_photo(path)
    if (picture.height, picture.width) != size:
        raise PhotoError(
            f"The mask has {picture.width} × {picture.height} pixels, the photo {size[1]} × {size[0]}.",
            "Make a mask of the photo's size.",
        )
    most = 1.0 if picture.bits == 32 else float(2**picture.bits - 1)
    grey = luma(picture.pixels) * np.float32(255 / most)
    if picture.alpha is not None:  # what nobody painted is transparent, whatever colour lies there
        grey *= picture.alpha / np.float32(most)
    return Mask.of((grey + np.float32(0.5)).clip(0, 255).astype(np.uint8))


def write_mask(values: MaskValues, original: Photo, path: Path, *, overwrite: bool = False) -> None:
    """Write the values ``(H, W)`` of a mask for ``original`` as an 8-bit grey picture, never over it.

    Raises:
        PhotoError: the file cannot be written, exists and is not to be overwritten, or is the original.
    """
    pixels = np.ascontiguousarray(values[..., None])
    mask = Photo(pixels, path=original.path, identity=original.identity)
    save_photo(mask, path, overwrite=overwrite)
