"""Opens, restores and saves a scan of hundreds of megapixels, and tells how much memory that took.

The network is a tiny one, so that the time goes into what surrounds a network: tiles, scratch files, formats.
What counts is memory of the process's own; pages of scratch files can be given back at any time.
"""

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

FOLDERS = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDERS), str(FOLDERS / "stress")]

import numpy as np  # noqa: E402
import tifffile  # noqa: E402
import tiny_models  # noqa: E402

from restorer.inference.engine import Engine  # noqa: E402
from restorer.photo import open_photo, save_photo  # noqa: E402
from restorer.photo.buffers import allocate, release  # noqa: E402


class Watch(threading.Thread):
    """Looks at the memory of the process again and again."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0

    def run(self) -> None:
        """Look for ever."""
        while True:
            for line in Path("/proc/self/status").read_text("ascii").splitlines():
                if line.startswith("RssAnon"):
                    self.most = max(self.most, int(line.split()[1]) * 1024)
            time.sleep(0.02)


def make_scan(path: Path, height: int, width: int) -> None:
    """Write a 16-bit scan in colour, without compression, as scanners do."""
    with tifffile.TiffWriter(path, bigtiff=True) as tiff:
        rows = 512

        def strips() -> Any:
            for top in range(0, height, rows):
                ramp = np.arange(width, dtype=np.uint32) + top
                strip = np.repeat(ramp.astype(np.uint16)[None, :, None], min(rows, height - top), axis=0)
                yield np.repeat(strip, 3, axis=2)

        shape = (height, width, 3)
        tiff.write(strips(), shape=shape, dtype=np.uint16, photometric="rgb", rowsperstrip=rows)


def restore(source: Path, target: Path, folder: Path) -> None:
    """Open, run a network over everything, and save."""
    photo = open_photo(source)
    model = tiny_models.write_model(folder / "invert", tiny_models.invert())
    result = allocate(photo.pixels.shape, photo.pixels.dtype, memory_limit=512 << 20)

    def read(box: Any) -> Any:
        planes = photo.pixels[box.slices].transpose(2, 0, 1).astype(np.float32)
        planes /= 65535
        release(photo.pixels)
        return planes

    def write(box: Any, planes: Any) -> None:
        result[box.slices] = np.rint(planes.transpose(1, 2, 0) * 65535)
        release(result)

    Engine("cpu").run(model, read, write, (photo.height, photo.width))
    save_photo(type(photo)(result), target)
    again = open_photo(target)
    assert (again.pixels[-1, -1] == 65535 - photo.pixels[-1, -1]).all()


def main(options: dict[str, Any]) -> None:
    """Do it for one size."""
    folder = Path(options["folder"])
    source, target = folder / "scan.tif", folder / f"result{options['suffix']}"
    make_scan(source, options["height"], options["width"])
    watch = Watch()
    watch.start()
    started = time.monotonic()
    restore(source, target, folder)
    told = {
        "memory": watch.most,
        "seconds": round(time.monotonic() - started, 1),
        "bytes": source.stat().st_size,
    }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
