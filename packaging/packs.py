"""Makes the packs that are added to the installed program on request, and states them to it.

A pack is what pip installs from its requirements, less what the program has already, as an archive with its
licences. Its content alone decides its checksum, so that a pack that has not changed is not fetched again
with the next release. What the release states about its packs (``packs.json``) goes into the bundle: see
`restorer.app.packs`.
"""

import hashlib
import json
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from archives import pack_archive

PACKAGING = Path(__file__).resolve().parent
SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
MOMENT = 315532800
"""1980, as old as an archive can say; a time of its own would give every release other checksums."""
LIMIT = 400_000_000
"""Bytes that a pack may have: with CUDA, which nobody asked for, torch has several times as many."""

# What the bundle has, and what only compilers, shells and tests read.
_SPARE = re.compile(r"numpy|setuptools|_distutils_hack|distutils-precedence|bin$|share$|isympy")
_USELESS = ("torch/include", "torch/share", "torch/test", "sympy/**/tests", "networkx/**/tests")


@dataclass(frozen=True)
class Recipe:
    """A pack to make from ``requirements``, a file in this folder. ``alone``: without what they depend on."""

    id: str
    name: str
    purpose: str
    requirements: str
    alone: bool = False

    @property
    def is_for_this_system(self) -> bool:
        """Whether there is such a pack here: macOS needs nothing more to compute on its graphics cards."""
        return self.id != "gpu" or sys.platform != "darwin"


RECIPES = (
    Recipe("training", "Training pack", "Train networks on photos of your own", "requirements-training.txt"),
    Recipe("gpu", "Graphics card pack", "Compute on a graphics card", "requirements-gpu.txt", alone=True),
)


def build(python: Path, work: Path, manifest: Path, output: Path) -> list[Path]:
    """Make every pack for this system in the folder ``output``, with ``python``'s pip; returns the files.

    What the release states about them is written to ``manifest``.
    """
    work.mkdir(parents=True, exist_ok=True)
    output.mkdir(parents=True, exist_ok=True)
    stated, files = [], []
    for recipe in RECIPES:
        if recipe.is_for_this_system:
            entry, made = make(recipe, python, work, output)
            stated.append(entry)
            files += made
    content = {"format": 1, "packs": stated}
    manifest.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return files


def make(recipe: Recipe, python: Path, work: Path, output: Path) -> tuple[dict[str, str | int], list[Path]]:
    """Make one pack, unless it is there; returns what the release states about it, and its files.

    Raises:
        ValueError: it came out too large.
    """
    version = f"cp{sys.version_info.major}{sys.version_info.minor}"
    name = f"restorer-{recipe.id}-pack-{SYSTEM}-{platform.machine()}-{version}"
    archive, bill = output / f"{name}.tar.gz", output / f"{name}-bill-of-materials.cdx.json"
    stamp = work / f"{recipe.id}.json"
    requirements = (PACKAGING / recipe.requirements).read_text(encoding="utf-8")
    wanted = [sys.version, requirements, Path(__file__).read_text(encoding="utf-8")]
    if stamp.is_file() and archive.is_file() and bill.is_file():
        made_from, entry = json.loads(stamp.read_text(encoding="utf-8"))
        if made_from == wanted and entry["sha256"] == digest(archive):
            return entry, [archive, bill]
    folder = fill(recipe, python, work)
    subprocess.run([python, PACKAGING / "bill.py", "--pack", folder, bill, name], check=True)
    unpacked = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    pack_archive(folder, archive, MOMENT, folder.name)
    if archive.stat().st_size > LIMIT:
        raise ValueError(
            f"{archive.name} has {archive.stat().st_size / 1e6:.0f} MB; on Linux, let pip find the torch "
            "that is built without CUDA"
        )
    entry = {
        **{"id": recipe.id, "name": recipe.name, "purpose": recipe.purpose, "file": archive.name},
        **{"sha256": digest(archive), "size": archive.stat().st_size, "unpacked": unpacked},
    }
    stamp.write_text(json.dumps([wanted, entry]), encoding="utf-8")
    return entry, [archive, bill]


def fill(recipe: Recipe, python: Path, work: Path) -> Path:
    """Install what the pack holds into a folder of its own and return that."""
    folder = work / f"{recipe.id}-pack"
    shutil.rmtree(folder, ignore_errors=True)
    options: list[str | Path] = ["-q", "--no-compile", "--only-binary=:all:", "--disable-pip-version-check"]
    options += ["--no-deps"] if recipe.alone else []
    install = [python, "-m", "pip", "install", *options, "--target", folder]
    subprocess.run([*install, "-r", PACKAGING / recipe.requirements], check=True)
    for entry in list(folder.iterdir()):
        if _SPARE.match(entry.name):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    for pattern in _USELESS:
        for useless in list(folder.glob(pattern)):
            shutil.rmtree(useless)
    forget_scripts(folder)
    return folder


def forget_scripts(folder: Path) -> None:
    """Take what pip recorded outside of the packages out: scripts, which name the Python of this machine."""
    for record in folder.glob("*.dist-info/RECORD"):
        lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("../")]
        record.write_text("".join(kept), encoding="utf-8")


def digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
