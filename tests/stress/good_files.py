"""A small sound file of every kind that can be opened, made by code: what all bad input is made from."""

import functools
import io
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray
from pictures import documented, exif_block, gradient, ink_profile
from PIL import Image

from restorer.photo import save_photo

HEIC = Path(__file__).parents[1] / "photo" / "files"
HEIGHT, WIDTH = 30, 40


@functools.cache
def good_files() -> dict[str, bytes]:
    """Return files by name; each opens without complaint."""
    return {
        **{f"saved{suffix}": _saved(suffix) for suffix in (".jpg", ".png", ".tif", ".webp", ".avif")},
        **{f"deep{suffix}": _saved(suffix, bits=16, alpha=True) for suffix in (".png", ".tif")},
        **{f"grey{suffix}": _saved(suffix, channels=1) for suffix in (".jpg", ".png", ".tif")},
        **{name: _by_pillow(kind, mode, **how) for name, (kind, mode, how) in _PILLOW.items()},
        **{name: _tiff(**how) for name, how in _TIFFS.items()},
        **{path.name: path.read_bytes() for path in sorted(HEIC.glob("*.heic"))},
        "float.pfm": b"Pf\n40 30\n-1.0\n" + gradient(HEIGHT, WIDTH, 1, 32).astype("<f4").tobytes(),
        "deep.avif": imagecodecs.avif_encode(gradient(HEIGHT, WIDTH, bits=16) >> 6, 90, bitspersample=10),
        "layers.psd": _psd(),
        "negative.dng": negative(),
    }


_PILLOW: dict[str, tuple[str, str, dict[str, Any]]] = {
    "progressive.jpg": ("JPEG", "RGB", {"progressive": True, "exif": b"Exif\0\0" + exif_block()}),
    "ink.jpg": ("JPEG", "CMYK", {"icc_profile": ink_profile()}),
    "palette.png": ("PNG", "P", {"transparency": 3}),
    "bilevel.png": ("PNG", "1", {}),
    "lossless.webp": ("WEBP", "RGBA", {"lossless": True}),
    "lab.tif": ("TIFF", "LAB", {}),
    "subsampled.tif": ("TIFF", "YCbCr", {"compression": "jpeg"}),
    "fax.tif": ("TIFF", "1", {"compression": "group4"}),
    "moving.gif": ("GIF", "P", {"save_all": True, "append_images": [Image.new("P", (WIDTH, HEIGHT))]}),
    "colours.bmp": ("BMP", "RGB", {}),
    "palette.bmp": ("BMP", "P", {}),
    "colours.ppm": ("PPM", "RGB", {}),
    "colours.tga": ("TGA", "RGBA", {"compression": "tga_rle"}),
    "colours.pcx": ("PCX", "RGB", {}),
    "small.ico": ("ICO", "RGBA", {"sizes": [(16, 16), (32, 32)]}),
    "colours.jp2": ("JPEG2000", "RGB", {}),
}

_COLOURS: dict[str, Any] = {"photometric": "rgb"}
_TIFFS: dict[str, dict[str, Any]] = {
    "tiled.tif": {"tile": (16, 16), "compression": "lzw", "predictor": True, **_COLOURS},
    "packbits.tif": {"compression": "packbits", "rowsperstrip": 7, **_COLOURS},
    "deflated.tif": {"compression": "deflate", "predictor": True, "bits": 16, **_COLOURS},
    "zstandard.tif": {"compression": "zstd", **_COLOURS},
    "jpeg.tif": {"compression": "jpeg", "rowsperstrip": 16, **_COLOURS},
    "webp.tif": {"compression": "webp", **_COLOURS},
    "jpeg2000.tif": {"compression": "jpeg2000", **_COLOURS},
    "planes.tif": {"planarconfig": "separate", "bits": 16, **_COLOURS},
    "big.tif": {"bigtiff": True, **_COLOURS},
    "motorola.tif": {"byteorder": ">", "bits": 16, **_COLOURS},
    "float.tif": {"bits": 32, "compression": "deflate", "predictor": True, **_COLOURS},
    "palette.tif": {"channels": 1, "photometric": "palette", "colormap": True},
    "ink.tif": {"channels": 4, "photometric": "separated", "iccprofile": ink_profile()},
    "pages.tif": {"page_count": 5, **_COLOURS},
}


def pixels(channels: int = 3, bits: int = 8) -> NDArray[Any]:
    """Return pixels ``(H, W, channels)``, or ``(H, W)`` for one channel."""
    made = gradient(HEIGHT, WIDTH, min(channels, 3), bits)
    if channels == 4:
        made = np.concatenate([made, made[::-1, :, :1]], axis=2)
    return made[..., 0] if channels == 1 else made


def _in_file(write: Callable[[Path], object], suffix: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        write(path)
        return path.read_bytes()


def _saved(suffix: str, **options: Any) -> bytes:
    return _in_file(lambda path: save_photo(documented(**options), path), suffix)


def _by_pillow(kind: str, mode: str, **options: Any) -> bytes:
    picture = Image.fromarray(pixels())
    if mode == "LAB":
        picture = Image.fromarray(pixels(), "RGB").convert("L")
        picture = Image.merge("LAB", [picture] * 3)
    file = io.BytesIO()
    picture.convert(mode).save(file, kind, **options)
    return file.getvalue()


def _tiff(
    channels: int = 3, bits: int = 8, page_count: int = 1, colormap: bool = False, **options: Any
) -> bytes:
    if colormap:
        options["colormap"] = np.arange(768, dtype=np.uint16).reshape(3, 256) * 85
    kinds = {"bigtiff", "byteorder"}
    of_file = {name: options.pop(name) for name in kinds & set(options)}

    def write(path: Path) -> None:
        with tifffile.TiffWriter(path, **of_file) as tiff:
            for _ in range(page_count):
                made = pixels(channels, bits)
                made = made.transpose(2, 0, 1) if options.get("planarconfig") else made
                tiff.write(made, metadata=None, software=False, **options)

    return _in_file(write, ".tif")


def negative() -> bytes:
    """Return a small DNG: half red, half green."""
    mosaic = np.zeros((64, 96), np.uint16)
    mosaic[0::2, 0:48:2] = mosaic[0::2, 49::2] = mosaic[1::2, 48::2] = 30_000
    matrix = (10_000, 0, 0, 0, 10_000, 0, 0, 0, 10_000)
    tags: list[tuple[Any, ...]] = [
        (33421, 3, 2, (2, 2), True),
        (33422, 1, 4, b"\0\1\1\2", True),
        (50706, 1, 4, b"\1\4\0\0", True),
        (50708, 2, 0, "Zeiler One", True),
        (50717, 3, 1, 65535, True),
        (50721, 10, 9, tuple(part for value in matrix for part in (value, 10_000)), True),
        (50728, 5, 3, (1,) * 6, True),
    ]
    options: dict[str, Any] = {"photometric": 32803, "extratags": tags, "metadata": None, "software": False}
    return _in_file(lambda path: tifffile.imwrite(path, mosaic, **options), ".dng")


def _psd() -> bytes:
    """Return a flat Photoshop file (its format: header, no palette, no resources, no layers, planes)."""
    planes = np.ascontiguousarray(pixels().transpose(2, 0, 1))
    header = b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, HEIGHT, WIDTH, 8, 3)
    return header + struct.pack(">IIIH", 0, 0, 0, 0) + planes.tobytes()
