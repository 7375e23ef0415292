"""Makes a release for the system it runs on: ``python packaging/build.py``, or ``make dist``.

    Linux     dist/restorer_VERSION_ARCH.deb and restorer-VERSION-linux-ARCH.tar.gz (unpack anywhere, run)
    Windows   dist/restorer-VERSION-windows-setup.exe (needs makensis)
    macOS     dist/Restorer-VERSION-macos-ARCH.dmg

Beside them a bill of materials, the licences of others, and SHA256SUMS. The bundle in them is a folder that
needs no Python, made by PyInstaller in an environment of its own (build/packaging) from pinned versions. It
is tried out before anything is packed. The same commit gives the same files on the same system.
"""

import argparse
import gzip
import hashlib
import os
import platform
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
from pathlib import Path

import debian
import macos
import windows

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
WORK = ROOT / "build" / "packaging"
DIST = ROOT / "dist"
VERSION: str = runpy.run_path(str(ROOT / "restorer" / "__init__.py"))["__version__"]
REQUIREMENTS = PACKAGING / "requirements.txt"
BIN = WORK / "venv" / ("Scripts" if os.name == "nt" else "bin")
SAMPLE = ROOT / "resources" / "samples" / "street-with-children.jpg"
LIMIT = 130_000_000
"""Bytes that an installer may have."""


class BuildError(Exception):
    """The release cannot be made; the message says why."""


def main() -> int:
    """Make the release; returns 0 if everything in it works."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--training-pack", action="store_true", help="make the training pack, nothing else")
    parser.add_argument("--bundle-only", action="store_true", help="stop when the bundle is made and tried")
    options = parser.parse_args()
    started = time.monotonic()
    try:
        moment = moment_of_commit()
        os.environ |= {"SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "0"}
        prepare()
        if options.training_pack:
            pack_training(moment)
            return 0
        bundle = freeze()
        try_out(bundle)
        if not options.bundle_only:
            publish(pack(bundle, moment), bundle)
    except (BuildError, subprocess.CalledProcessError) as trouble:
        print(f"\nNo release: {trouble}", file=sys.stderr)
        return 1
    print(f"Done after {time.monotonic() - started:.0f} s.")
    return 0


def moment_of_commit() -> int:
    """Return the time of the commit that is built, or what SOURCE_DATE_EPOCH says, or now."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked: list[str | Path] = ["git", "-C", ROOT, "log", "-1", "--format=%ct"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return int(said) if said else int(time.time())


def prepare() -> None:
    """Make the environment with the pinned versions, unless it is there, and draw the icons."""
    stamp = WORK / "venv" / "made-from.txt"
    wanted = f"{sys.version}\n{REQUIREMENTS.read_text(encoding='utf-8')}"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        say("Installing the pinned versions")
        venv.create(WORK / "venv", clear=True, with_pip=True)
        options = ["-q", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"]
        run(BIN / "python", "-m", "pip", "install", *options, "-r", REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    run(BIN / "python", PACKAGING / "icons.py", WORK / "icons")
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))
    run(BIN / "python", PACKAGING / "manual.py", WORK / "restorer.1", time.strftime("%Y-%m-%d", moment))


def freeze() -> Path:
    """Make the bundle, with the licences of others and the bill of materials in it; returns its folder."""
    say("Freezing")
    output = WORK / "bundle"
    shutil.rmtree(output, ignore_errors=True)
    options: list[str | Path] = [
        "--noconfirm",
        "--clean",
        "--log-level",
        "ERROR",
        "--distpath",
        output,
        "--workpath",
        WORK / "work",
    ]
    run(BIN / "python", "-m", "PyInstaller", *options, PACKAGING / "restorer.spec")
    bundle = output / ("Restorer.app" if sys.platform == "darwin" else "restorer")
    documents = bundle / "Contents" / "Resources" if sys.platform == "darwin" else bundle
    run(BIN / "python", PACKAGING / "bill.py", WORK / "work" / "restorer", documents)
    if sys.platform.startswith("linux"):
        finish_on_linux(bundle)
    return bundle


def finish_on_linux(bundle: Path) -> None:
    """Strip Python's own library (strip damages NumPy's) and see that no library is missing.

    Raises:
        BuildError: this machine lacks a library that the bundle needs.
    """
    inside = bundle / "_internal"
    for library in inside.glob("libpython3.*.so.*"):
        run("strip", "--strip-unneeded", library)
    missing = set()
    for library in inside.rglob("*.so*"):
        asked = subprocess.run(
            ["ldd", library],
            env={**os.environ, "LD_LIBRARY_PATH": str(inside)},
            capture_output=True,
            text=True,
            check=False,
        )
        missing |= {line.split()[0] for line in asked.stdout.splitlines() if "not found" in line}
    if missing:
        raise BuildError(
            f"this machine lacks libraries that belong into the bundle: {', '.join(sorted(missing))}"
        )


def try_out(bundle: Path) -> None:
    """Let the bundle say its version, check itself and restore a photo, with nothing else to lean on.

    Raises:
        BuildError: it could not.
    """
    say("Trying the bundle")
    with tempfile.TemporaryDirectory() as home:
        kept = {
            name: value for name, value in os.environ.items() if name.upper() in ("SYSTEMROOT", "TEMP", "TMP")
        }
        environment = {**kept, "HOME": home, "RESTORER_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        result = Path(home) / "restored.png"
        restore = ["restore", str(SAMPLE), "-o", str(result), "--denoise", "--quiet"]
        for command in (["--version"], ["self-check"], restore):
            done = subprocess.run(
                [starter(bundle), *command],
                env=environment,
                cwd=home,
                capture_output=True,
                text=True,
                check=False,
                timeout=300,
            )
            if done.returncode:
                raise BuildError(f"the bundle failed at {command[0]}:\n{done.stdout}{done.stderr}")
            if command == ["--version"] and done.stdout.split() != ["restorer", VERSION]:
                raise BuildError(f"the bundle says {done.stdout!r}, this is {VERSION}")
        if not result.is_file():
            raise BuildError("the bundle restored nothing")


def starter(bundle: Path) -> Path:
    """Return what starts the bundle from a terminal."""
    places = {"win32": "restorer-cli.exe", "darwin": "Contents/MacOS/restorer"}
    return bundle / places.get(sys.platform, "restorer")


def pack(bundle: Path, moment: int) -> list[Path]:
    """Return the files that people download, made from the bundle."""
    say("Packing")
    DIST.mkdir(exist_ok=True)
    if sys.platform == "win32":
        return [windows.build(bundle, WORK, VERSION, DIST)]
    if sys.platform == "darwin":
        return [macos.build(bundle, WORK, VERSION, DIST)]
    package = debian.build(bundle, WORK / "icons", WORK / "restorer.1", VERSION, moment, DIST)
    archive = DIST / f"restorer-{VERSION}-linux-{platform.machine()}.tar.gz"
    pack_archive(bundle, archive, moment, f"restorer-{VERSION}")
    return [package, archive]


def pack_archive(folder: Path, archive: Path, moment: int, name: str) -> None:
    """Write a tar.gz of a folder, as ``name`` in it, that is the same for the same content and moment."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        archive.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            tar.add(path, arcname=str(name / path.relative_to(folder)), recursive=False, filter=plain)


def pack_training(moment: int) -> None:
    """Make the pack that a training child needs beside the bundle: torch, and what it stands on.

    It is unpacked as ``training-pack`` beside the user's models (see launch.py), and fits bundles made by the
    same version of Python. pip takes torch from where its settings say; the one without a graphics card is
    meant, which on Linux is found at https://download.pytorch.org/whl/cpu.
    """
    say("Making the training pack")
    folder = WORK / "training" / "training-pack"
    shutil.rmtree(folder, ignore_errors=True)
    options: list[str | Path] = [
        "-q",
        "--no-compile",
        "--only-binary=:all:",
        "--disable-pip-version-check",
        "--target",
        folder,
    ]
    run(BIN / "python", "-m", "pip", "install", *options, "-r", PACKAGING / "requirements-training.txt")
    for entry in folder.iterdir():  # what the bundle has, and what only compilers, shells and tests read
        if re.match(r"numpy|setuptools|_distutils_hack|distutils-precedence|bin$|share$|isympy", entry.name):
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    for name in ("torch/include", "torch/share", "torch/test", "sympy/**/tests", "networkx/**/tests"):
        for useless in list(folder.glob(name)):
            shutil.rmtree(useless)
    version = f"cp{sys.version_info.major}{sys.version_info.minor}"
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    archive = DIST / f"restorer-training-pack-{system}-{platform.machine()}-{version}.tar.gz"
    DIST.mkdir(exist_ok=True)
    pack_archive(folder, archive, moment, folder.name)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", encoding="utf-8")
    print(f"  {archive.stat().st_size / 1e6:7.1f} MB  {archive.relative_to(ROOT)}")


def publish(files: list[Path], bundle: Path) -> None:
    """Put the bill of materials, the licences and the checksums beside the files, and tell the sizes.

    Raises:
        BuildError: a file is larger than what people should have to download.
    """
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    documents = [file for name in ("bill-of-materials*", "THIRD-PARTY*") for file in bundle.rglob(name)]
    places = [DIST / f"restorer-{VERSION}-{system}-{document.name}" for document in documents]
    files += [Path(shutil.copy(*pair)) for pair in zip(documents, places, strict=True)]
    for file in files:
        print(f"  {file.stat().st_size / 1e6:7.1f} MB  {file.relative_to(ROOT)}")
    unpacked = sum(
        file.stat().st_size for file in bundle.rglob("*") if file.is_file() and not file.is_symlink()
    )
    print(f"  {unpacked / 1e6:7.1f} MB  installed")
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    if large := [file.name for file in files if file.stat().st_size > LIMIT]:
        raise BuildError(f"larger than {LIMIT / 1e6:.0f} MB: {', '.join(large)}")


def say(what: str) -> None:
    """Tell what comes now."""
    print(f"=== {what}", flush=True)


def run(*command: str | Path) -> None:
    """Run a command that must end well."""
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
