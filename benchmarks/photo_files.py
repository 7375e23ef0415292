"""How fast photos are opened and saved, beside Pillow in the same run, and how much memory a huge scan takes.

Measures the processor time of a 24-megapixel photo (a mosaic of the sample photos with film grain) in each
format, as a ratio to Pillow's (below 1: faster), the sizes of files as a ratio to Pillow's, the time for the
screen's colours, and the peak memory of a 200-megapixel 16-bit TIFF, as a ratio to its pixels.

    python benchmarks/photo_files.py [--quick] [--folder FOLDER]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from restorer import paths
from restorer.photo import Photo, display_pixels, open_photo, save_photo
from restorer.photo.colour import srgb_profile

_HUGE = """
import sys
import numpy as np
from pathlib import Path
from restorer.photo import Photo, buffers, open_photo, save_photo

path = Path(sys.argv[1])
if sys.argv[2] == "write":
    side = 14144
    big = buffers.allocate((side, side, 3), np.uint16, memory_limit=0)
    grain = np.random.default_rng(0).integers(0, 400, (256, side, 3), dtype=np.uint16)
    for top in range(0, side, 256):
        rows = slice(top, min(top + 256, side))
        big[rows] = grain[: rows.stop - top] + np.linspace(0, 60000, side, dtype=np.uint16)[None, :, None]
        buffers.release(big, rows)
    save_photo(Photo(big), path, overwrite=True)
else:
    open_photo(path)
status = Path("/proc/self/status").read_text().split()
print(int(status[status.index("VmHWM:") + 1]) * 1024)
"""


def mosaic(height: int, width: int) -> NDArray[np.uint8]:
    """Return ``(H, W, 3)``: the bundled samples beside and below each other, none twice alike, with grain."""
    samples = [open_photo(path) for path in sorted((paths.resources() / "samples").glob("*.jpg"))]
    random = np.random.default_rng(0)
    pixels = np.zeros((height, width, 3), np.uint8)
    for top in range(0, height, 500):
        for left in range(0, width, 500):
            sample = Image.fromarray(samples[random.integers(len(samples))].pixels)
            scale = random.uniform(1.0, 1.6)
            sample = sample.resize((round(sample.width * scale), round(sample.height * scale)))
            y, x = random.integers(0, sample.height - 400), random.integers(0, sample.width - 400)
            part = np.asarray(sample)[y : y + 500, x : x + 500]
            place = pixels[top : top + 500, left : left + 500]
            place[:] = np.pad(part, ((0, 500 - part.shape[0]), (0, 500 - part.shape[1]), (0, 0)), "reflect")[
                : place.shape[0], : place.shape[1]
            ]
    grain = random.normal(0, 2.5, (height, width, 1)).astype(np.float32)
    return np.asarray(np.clip(pixels + grain, 0, 255), np.uint8)


def seconds(work: Callable[[], object], repeats: int = 2) -> float:
    """Return the least processor time that ``work`` took."""
    best = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def compare(name: str, pixels: NDArray[np.uint8], folder: Path, **options: Any) -> str:
    """Return a line: our time and size of saving and opening, and Pillow's."""
    suffix = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif"}[name]
    ours, theirs = folder / f"ours{suffix}", folder / f"theirs{suffix}"
    photo, image = Photo(pixels), Image.fromarray(pixels)
    save = seconds(lambda: save_photo(photo, ours, overwrite=True))
    save_theirs = seconds(lambda: image.save(theirs, name, **options))
    load = seconds(lambda: open_photo(ours))
    load_theirs = seconds(lambda: np.asarray(Image.open(ours)))
    size = ours.stat().st_size / theirs.stat().st_size
    return (
        f"{name:5} save {save:5.2f} s ({save / save_theirs:4.2f} of Pillow's), size {size:4.2f} of Pillow's, "
        f"open {load:5.2f} s ({load / load_theirs:4.2f} of Pillow's)"
    )


def deep(pixels: NDArray[np.uint8], folder: Path) -> list[str]:
    """Return lines about 16 bit, where Pillow cannot compete; libpng and its level 6 stand in for it."""
    import imagecodecs

    wide = pixels.astype(np.uint16) * 257 + np.random.default_rng(1).integers(-60, 60, pixels.shape)
    wide = np.clip(wide, 0, 65535).astype(np.uint16)
    photo = Photo(wide)
    lines = []
    peer = seconds(lambda: imagecodecs.png_encode(wide, 6), 1)
    for suffix in (".png", ".tif"):
        path = folder / f"deep{suffix}"
        save = seconds(lambda path=path: save_photo(photo, path, overwrite=True))  # type: ignore[misc]
        load = seconds(lambda path=path: open_photo(path))  # type: ignore[misc]
        size = path.stat().st_size / wide.nbytes
        lines.append(
            f"16 bit {suffix} save {save:5.2f} s ({save / peer:4.2f} of libpng's), size {size:4.2f} of raw, "
            f"open {load:5.2f} s"
        )
    return lines


def screen(pixels: NDArray[np.uint8]) -> list[str]:
    """Return lines about the time that the screen's colours take, for a tile of a megapixel."""
    import imagecodecs

    primaries = [0.64, 0.33, 1.0, 0.21, 0.71, 1.0, 0.15, 0.06, 1.0]
    wide = bytes(
        imagecodecs.cms_profile("rgb", whitepoint=[0.3127, 0.329, 1.0], primaries=primaries, gamma=2.2)
    )
    tile = np.ascontiguousarray(pixels[:1000, :1000])
    cases = {
        "8 bit sRGB": (tile, srgb_profile()),
        "8 bit wide": (tile, wide),
        "16 bit sRGB": (tile.astype(np.uint16) * 257, None),
        "16 bit wide": (tile.astype(np.uint16) * 257, wide),
        "float": (tile.astype(np.float32) / 255, None),
        "8 bit grey": (tile[..., :1], None),
    }
    return [
        f"screen {name:12} {seconds(lambda a=a, p=p: display_pixels(a, p), 5) * 1000:6.1f} ms per megapixel"  # type: ignore[misc]
        for name, (a, p) in cases.items()
    ]


def huge(folder: Path) -> list[str]:
    """Return lines about the memory of 200 megapixels of 16 bit, where the system tells it (Linux)."""
    lines: list[str] = []
    if not Path("/proc/self/status").exists():
        return lines
    for what in ("write", "read"):
        started = time.perf_counter()
        command = [sys.executable, "-c", _HUGE, str(folder / "huge.tif"), what]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
        peak, size = int(done.stdout), 14144 * 14144 * 6
        lines.append(
            f"200 MP 16 bit TIFF {what:5}  peak {peak / 1e9:4.2f} GB, {peak / size:4.2f} of the pixels   "
            f"{time.perf_counter() - started:4.1f} s"
        )
    return lines


def main() -> None:
    """Print all lines."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="6 megapixels, and no huge scan")
    parser.add_argument(
        "--folder", type=Path, help="where the files are written (default: a temporary folder)"
    )
    options = parser.parse_args()
    pixels = mosaic(2000, 3000) if options.quick else mosaic(4000, 6000)
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        folder = Path(scratch)
        lines = [
            compare("JPEG", pixels, folder, quality=95, subsampling=0, optimize=True),
            compare("PNG", pixels, folder),
            compare("TIFF", pixels, folder, compression="tiff_lzw"),
            *deep(pixels, folder),
            *screen(pixels),
            *([] if options.quick else huge(folder)),
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
