"""The frozen program has everything that it loads late: each format is read and written by it.

Looks at the bundle that ``packaging/build.py`` made last.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "build" / "packaging" / "bundle"
STARTER = next(
    (
        BUNDLE / place
        for place in ("restorer/restorer", "restorer/restorer-cli.exe")
        if (BUNDLE / place).is_file()
    ),
    BUNDLE / "Restorer.app/Contents/MacOS/restorer",
)

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not STARTER.is_file(), reason="no bundle; python packaging/build.py --bundle-only"),
]

COMPRESSIONS = (
    "lzw",
    "deflate",
    "zlib",
    "packbits",
    "zstd",
    "lzma",
    "jpeg",
    "webp",
    "jpegxl",
    "jpeg2000",
    "lerc",
    "png",
)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small photo of every kind that can be made here."""
    folder = tmp_path_factory.mktemp("photos")
    shades = np.linspace(0, 255, 48 * 64 * 3).reshape(48, 64, 3)
    rgb, deep = shades.astype(np.uint8), (shades * 257).astype(np.uint16)
    for ending in ("jpg", "png", "webp", "avif", "jp2", "bmp", "gif", "ppm", "tga", "pcx"):
        Image.fromarray(rgb).save(folder / f"photo.{ending}")
    (folder / "deep.png").write_bytes(imagecodecs.png_encode(deep))
    (folder / "deep.avif").write_bytes(
        imagecodecs.avif_encode((shades * 4).astype(np.uint16), bitspersample=10)
    )
    for compression in COMPRESSIONS:
        tifffile.imwrite(folder / f"{compression}.tif", rgb, photometric="rgb", compression=compression)
    tifffile.imwrite(folder / "deep.tif", deep, photometric="rgb", compression="lzw", predictor=True)
    return folder


def restore(source: Path, result: Path) -> "subprocess.CompletedProcess[str]":
    home = result.parent
    environment = {"HOME": str(home), "RESTORER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    command = [STARTER, "restore", source, "-o", result, "--denoise", "--quiet"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_every_kind_is_read(photos: Path, tmp_path: Path) -> None:
    sources = sorted(photos.iterdir())

    said = {source.name: restore(source, tmp_path / f"{source.name}.tif") for source in sources}

    assert {name: done.stderr for name, done in said.items() if done.returncode} == {}
    assert len(sources) == 25


@pytest.mark.parametrize("ending", ["jpg", "png", "tif", "webp", "avif"])
@pytest.mark.parametrize("source", ["photo.png", "deep.png"])
def test_every_kind_is_written(photos: Path, tmp_path: Path, source: str, ending: str) -> None:
    result = tmp_path / f"result.{ending}"

    done = restore(photos / source, result)

    assert done.returncode == 0, done.stderr
    assert result.stat().st_size > 0


def test_without_the_training_pack_the_training_child_says_so(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "RESTORER_HOME": str(tmp_path)}
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]

    command = [STARTER, "--training-child", "recipe.toml"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "training pack is not installed" in json.loads(done.stdout)["message"]
