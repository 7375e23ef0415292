"""Puts the bundle into a Debian package, with all that a desktop wants to know about it."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

LINUX = Path(__file__).resolve().parent / "linux"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

# What the bundle needs of the system: what must fit the graphics driver and the display server.
DEPENDS = (
    *("libgl1", "libegl1", "libxcb1", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
    *("fontconfig-config", "fonts-dejavu-core | fonts-liberation | fonts-noto-core"),
)
RECOMMENDS = ("libvulkan1", "mesa-vulkan-drivers", "xdg-desktop-portal")

CONTROL = """\
Package: restorer
Version: {version}
Architecture: {architecture}
Maintainer: The Restorer developers <developers@restorer.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: graphics
Priority: optional
Description: restore old and damaged photographs, offline
 Restorer takes the noise, film grain and JPEG artefacts out of old photographs,
 on your own computer, and shows exactly what it changes before you keep it.
 .
 It works offline and never writes to an original. Photos of 8 and 16 bits, grey
 or in colour, keep their depth, metadata and colour profile. Whole folders are
 restored on the command line.
"""


def build(bundle: Path, icons: Path, manual: Path, version: str, moment: int, output: Path) -> Path:
    """Make the package of ``bundle`` in the folder ``output`` and return it.

    ``moment`` (seconds since 1970) is the time that every file in it gets.
    """
    stage = output / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(bundle, stage / "opt" / "restorer", symlinks=True)
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin/restorer").symlink_to("/opt/restorer/restorer")
    add_desktop(stage, icons, version, moment)
    pack(manual, stage / "usr/share/man/man1/restorer.1.gz")
    add_documents(stage, bundle, version, moment)
    architecture = tell("dpkg", "--print-architecture")
    add_control(stage, version, architecture, glibc_floor(bundle))
    for path in [stage, *stage.rglob("*")]:
        if not path.is_symlink():
            program = os.access(path, os.X_OK) and ".so" not in path.name
            path.chmod(0o755 if path.is_dir() or program else 0o644)
    package = output / f"restorer_{version}_{architecture}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
    make: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", stage, package]
    subprocess.run(make, env=environment, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(stage)
    return package


def add_desktop(stage: Path, icons: Path, version: str, moment: int) -> None:
    """Add the menu entry, the description for software centres, and the icons."""
    share = stage / "usr/share"
    for size in ICON_SIZES:
        place = share / f"icons/hicolor/{size}x{size}/apps/restorer.png"
        place.parent.mkdir(parents=True)
        shutil.copy(icons / f"restorer-{size}.png", place)
    place = share / "icons/hicolor/scalable/apps/restorer.svg"
    place.parent.mkdir(parents=True)
    shutil.copy(LINUX.parents[1] / "resources/icons/restorer.svg", place)
    (share / "applications").mkdir()
    shutil.copy(LINUX / "restorer.desktop", share / "applications")
    (share / "metainfo").mkdir()
    (description,) = LINUX.glob("*.metainfo.xml")
    filled = description.read_text(encoding="utf-8").replace("@VERSION@", version)
    filled = filled.replace("@DATE@", datetime.fromtimestamp(moment, UTC).date().isoformat())
    (share / "metainfo" / description.name).write_text(filled, encoding="utf-8")


def add_documents(stage: Path, bundle: Path, version: str, moment: int) -> None:
    """Add what Debian wants to find in /usr/share/doc; the licences of others are in the bundle."""
    documents = stage / "usr/share/doc/restorer"
    documents.mkdir(parents=True)
    year = datetime.fromtimestamp(moment, UTC).year
    text = (
        f"Copyright {year} The Restorer developers\n\n"
        "Restorer is under the Apache License, Version 2.0, which Debian keeps in\n"
        "/usr/share/common-licenses/Apache-2.0.\n\n"
        "It contains the work of others; their names, licences and texts are in\n"
        f"/opt/restorer/{next(bundle.glob('THIRD-PARTY*')).name}.\n"
    )
    (documents / "copyright").write_text(text, encoding="utf-8")
    when = datetime.fromtimestamp(moment, UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    by = "The Restorer developers <developers@restorer.invalid>"
    entry = f"restorer ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- {by}  {when}\n"
    changes = documents / "changelog"
    changes.write_text(entry, encoding="utf-8")
    pack(changes, documents / "changelog.gz")
    changes.unlink()


def add_control(stage: Path, version: str, architecture: str, glibc: str) -> None:
    """Add what dpkg wants to know, and the checksums that ``dpkg --verify`` compares."""
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(stage)}" for path in files]
    control = CONTROL.format(
        version=version,
        architecture=architecture,
        kilobytes=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join((f"libc6 (>= {glibc})", *DEPENDS)),
        recommends=", ".join(RECOMMENDS),
    )
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN/control").write_text(control, encoding="utf-8")
    (stage / "DEBIAN/md5sums").write_text("\n".join(sums) + "\n", encoding="utf-8")


def glibc_floor(bundle: Path) -> str:
    """Return the newest version of the C library that anything in the bundle asks for."""
    minors = {35}  # the lowest that we promise
    for file in bundle.rglob("*"):
        if file.is_file() and not file.is_symlink() and (".so" in file.name or os.access(file, os.X_OK)):
            minors |= {int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)\0", file.read_bytes())}
    return f"2.{max(minors)}"


def pack(file: Path, packed: Path) -> None:
    """Compress a file, the same every time."""
    packed.parent.mkdir(parents=True, exist_ok=True)
    packed.write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))


def tell(*command: str) -> str:
    """Return what a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
