"""The kinds that Pillow writes: WebP and AVIF."""

from typing import Any, BinaryIO

import numpy as np

from restorer.photo import exif, metadata
from restorer.photo.colour import display_pixels
from restorer.photo.photo import Photo
from restorer.photo.raster import gathered, quiet
from restorer.progress import Progress


def write_webp(photo: Photo, file: BinaryIO, quality: int, progress: Progress) -> None:
    """Write a photo as WebP; quality 100 loses nothing."""
    _by_pillow(photo, file, progress, format="WEBP", quality=quality, lossless=quality >= 100, exact=True)


def write_avif(photo: Photo, file: BinaryIO, quality: int, progress: Progress) -> None:
    """Write a photo as AVIF, its colour at full resolution from quality 90 on."""
    grey = photo.is_grey and keeps_grey(photo, "AVIF")
    sampling = "4:0:0" if grey else "4:4:4" if quality >= 90 else "4:2:0"
    _by_pillow(photo, file, progress, format="AVIF", quality=quality, subsampling=sampling, speed=8)


def _by_pillow(photo: Photo, file: BinaryIO, progress: Progress, **options: Any) -> None:
    from PIL import Image

    progress(0.0)
    pixels, profile = gathered(photo, 8), photo.profile
    if photo.is_grey and not keeps_grey(photo, options["format"]):
        grey, veil = pixels[..., :1], pixels[..., 1:]
        if profile is not None and profile[16:20] == b"GRAY":
            grey, profile = display_pixels(grey, profile), None
        pixels = np.concatenate([np.broadcast_to(grey, (*grey.shape[:2], 3)), veil], axis=2)
    block = metadata.with_resolution(photo.metadata.exif, metadata.rounded(photo.metadata.dpi))
    if block is not None and options["format"] == "AVIF":
        # Without this field a file is upright; with it, Pillow would build the block anew to take it out.
        block = exif.edit(block, photo.pixels.shape[:2], remove=(exif.ORIENTATION,))
    extras = {"exif": block and b"Exif\0\0" + block, "xmp": photo.metadata.xmp, "icc_profile": profile}
    options |= {name: value for name, value in extras.items() if value}
    with quiet():
        picture = Image.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels))
        picture.save(file, **options)


def keeps_grey(photo: Photo, kind: str) -> bool:
    """Return whether a grey photo is stored with one channel: AVIF does so, but not beside an alpha."""
    return kind == "AVIF" and photo.alpha is None
