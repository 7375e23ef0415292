"""Makes a release for the system it runs on: ``python packaging/build.py``, or ``make dist``.

    Linux     dist/restorer_VERSION_ARCH.deb, Restorer-VERSION-ARCH.AppImage (one file, run it) and
              restorer-VERSION-linux-ARCH.tar.xz (unpack anywhere, run)
    Windows   dist/restorer-VERSION-windows-setup.exe (needs makensis)
    macOS     dist/Restorer-VERSION-macos-ARCH.dmg

Beside them the packs that are added on request, a bill of materials, the licences of others, and SHA256SUMS.
The bundle in them is a folder that needs no Python, made by PyInstaller in an environment of its own
(build/packaging) from pinned versions. It is tried out before anything is packed. The same commit gives the
same files on the same system.
"""

import argparse
import json
import os
import platform
import runpy
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import appimage
import debian
import macos
import packs
import windows
from archives import pack_archive

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
WORK = ROOT / "build" / "packaging"
DIST = ROOT / "dist"
_ABOUT = runpy.run_path(str(ROOT / "restorer" / "__init__.py"))
VERSION: str = _ABOUT["__version__"]
RELEASES: str = _ABOUT["RELEASES"]
REQUIREMENTS = PACKAGING / "requirements.txt"
MANIFEST = WORK / "packs.json"
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
    parser.add_argument("--no-packs", action="store_true", help="make a program that knows no packs")
    parser.add_argument("--bundle-only", action="store_true", help="stop when the bundle is made and tried")
    options = parser.parse_args()
    started = time.monotonic()
    try:
        moment = moment_of_commit()
        os.environ |= {"SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "0"}
        prepare()
        added = [] if options.no_packs else make_packs()
        bundle = freeze()
        try_out(bundle)
        if not options.bundle_only:
            publish(pack(bundle, moment), added, bundle)
    except (BuildError, ValueError, subprocess.CalledProcessError) as trouble:
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
    """Make the environment with the pinned versions, unless it is there, and draw the icons.

    Raises:
        BuildError: this machine lacks tools.
    """
    if sys.platform.startswith("linux") and (lacking := appimage.missing_packages()):
        raise BuildError(f"this machine lacks tools: apt-get install {' '.join(lacking)}")
    stamp = WORK / "venv" / "made-from.txt"
    wanted = f"{sys.version}\n{REQUIREMENTS.read_text(encoding='utf-8')}"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        say("Installing the pinned versions")
        venv.create(WORK / "venv", clear=True, with_pip=True)
        options = ["-q", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"]
        run(BIN / "python", "-m", "pip", "install", *options, "-r", REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    MANIFEST.unlink(missing_ok=True)
    run(BIN / "python", PACKAGING / "icons.py", WORK / "icons")
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))
    run(BIN / "python", PACKAGING / "manual.py", WORK / "restorer.1", time.strftime("%Y-%m-%d", moment))


def make_packs() -> list[Path]:
    """Make the packs, and write what the program is to know of them; returns their files."""
    say("Making the packs")
    return packs.build(BIN / "python", WORK / "packs", MANIFEST, DIST)


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
    archive = DIST / f"restorer-{VERSION}-linux-{platform.machine()}.tar.xz"
    pack_archive(bundle, archive, moment, f"restorer-{VERSION}")
    single = appimage.build(bundle, WORK / "icons", VERSION, moment, WORK, DIST)
    return [package, single, archive]


def publish(files: list[Path], added: list[Path], bundle: Path) -> None:
    """Put the bill of materials, the licences and the checksums beside the files, and tell the sizes.

    Raises:
        BuildError: an installer is larger than what people should have to download.
    """
    large = [file.name for file in files if file.stat().st_size > LIMIT]
    documents = [file for name in ("bill-of-materials*", "THIRD-PARTY*") for file in bundle.rglob(name)]
    places = [DIST / f"restorer-{VERSION}-{packs.SYSTEM}-{document.name}" for document in documents]
    files += [Path(shutil.copy(*pair)) for pair in zip(documents, places, strict=True)]
    files += [*added, *announce()]
    for file in files:
        print(f"  {file.stat().st_size / 1e6:7.1f} MB  {file.relative_to(ROOT)}")
    unpacked = sum(
        file.stat().st_size for file in bundle.rglob("*") if file.is_file() and not file.is_symlink()
    )
    print(f"  {unpacked / 1e6:7.1f} MB  installed")
    sums = [f"{packs.digest(file)}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    if large:
        raise BuildError(f"larger than {LIMIT / 1e6:.0f} MB: {', '.join(large)}")


def announce() -> list[Path]:
    """Write what "Check for updates" asks for, if releases are published anywhere; returns the file."""
    if not RELEASES:
        return []
    file = DIST / "latest.json"
    page = f"{RELEASES.rstrip('/')}/{VERSION}/"
    file.write_text(json.dumps({"version": VERSION, "page": page}) + "\n", encoding="utf-8")
    return [file]


def say(what: str) -> None:
    """Tell what comes now."""
    print(f"=== {what}", flush=True)


def run(*command: str | Path) -> None:
    """Run a command that must end well."""
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
