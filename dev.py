"""Sets up this checkout and runs or tests the program: ``python dev.py run``, ``python dev.py test``.

Needs nothing but Python itself. Everything is installed into ``.venv``; what is there already is not touched
again until the dependencies in ``pyproject.toml`` change. On Debian and Ubuntu the system libraries that a
window needs are installed too, if the user may do so without a password; elsewhere they are named.
"""

from __future__ import annotations  # lets an older Python get as far as being told that it is too old

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SAMPLE = ROOT / "resources" / "samples" / "deadwood-valley.jpg"

# What development trains with; users of the train extra may have any torch that it allows.
TORCH = "torch==2.13.0"

# What Qt loads at run time -> the Debian package it is in. pip cannot install these.
SYSTEM_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONTS = Path("/usr/share/fonts")
FONT_PACKAGE = "fonts-dejavu-core"


class SetupError(Exception):
    """The set-up cannot go on; the message says what to do."""


def main() -> int:
    """Do what the command line asks; returns the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python gets to see
        print(f"Restorer needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        print("If a newer one is installed, name it: make PYTHON=python3.11 run", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(
        description="Set up this checkout, and run or test the program.",
        epilog="What follows 'test' is handed on to pytest: python dev.py test tests/photo -x",
    )
    parser.add_argument("command", choices=("setup", "setup-train", "run", "test", "stress"))
    chosen, options = parser.parse_known_args()
    if options and chosen.command not in ("test", "stress"):
        parser.error(f"{chosen.command} takes no options")
    os.environ.setdefault(
        "PYTHONUTF8", "1"
    )  # what the programs below print is more than a Windows pipe takes
    try:
        if chosen.command == "run":
            return run()
        if chosen.command == "test":
            return test_all(options)
        if chosen.command == "stress":
            return stress(options)
        if chosen.command == "setup-train":
            set_up("dev")
            pip_install([TORCH])
            set_up("dev", "train")
        else:
            set_up()
    except SetupError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 3
    return 0


# --- what the two commands do ---------------------------------------------------------------------------


def run() -> int:
    """Open the window on the sample; without a display restore it and draw before and after side by side."""
    set_up()
    if has_display():
        return subprocess.call([PYTHON, "-m", "restorer", SAMPLE], cwd=ROOT)
    folder = ROOT / "build" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    restored, picture = folder / f"{SAMPLE.stem}-restored.png", folder / "before-after.png"
    print(f"No display here: restoring {SAMPLE.relative_to(ROOT)} on the command line.", flush=True)
    restored.unlink(missing_ok=True)
    restore: list[str | Path] = [PYTHON, "-m", "restorer", "restore", SAMPLE, "-o", restored]
    if code := subprocess.call([*restore, "--repair-damage"], cwd=ROOT):
        return code
    subprocess.check_call([PYTHON, "-c", SIDE_BY_SIDE, SAMPLE, restored, picture])
    print(f"Restored photo:   {restored}\nBefore and after: {picture}")
    return 0


# Before and after, and below each a piece of the sky with its specks, four times as large. Pillow is in
# .venv, not in this Python.
SIDE_BY_SIDE = """
import sys
from PIL import Image, ImageOps
both = Image.new("RGB", (0, 0))
for path in sys.argv[1:3]:
    photo = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    w, h = photo.size
    sky = photo.crop((w * 3 // 8, h // 10, w * 5 // 8, h // 10 + h // 4))
    left = both.width and both.width + 8
    both = both.crop((0, 0, left + w, h * 2 + 8))
    both.paste(photo, (left, 0))
    both.paste(sky.resize((w, h), Image.Resampling.NEAREST), (left, h + 8))
both.save(sys.argv[3])
"""


def test_all(pytest_options: list[str]) -> int:
    """Run every check, the later ones even if an earlier one fails; returns 0 if all pass."""
    set_up("dev")
    checks = {
        "lint": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "import contracts": ["lint-imports"],
        "tests": ["pytest", *pytest_options],
    }
    failed = []
    for name, (program, *options) in checks.items():
        print(f"\n=== {name}: {shlex.join([program, *options])}", flush=True)
        if subprocess.call([BIN / program, *options], cwd=ROOT):
            failed.append(name)
    print(f"\nFailed: {', '.join(failed)}." if failed else f"\nAll checks passed: {', '.join(checks)}.")
    return 1 if failed else 0


def stress(options: list[str]) -> int:
    """Run the stress tests, for as long as their own options say, and write their counts down."""
    set_up("dev")
    if sys.platform.startswith("linux"):
        set_up("dev", "fuzz")
    return subprocess.call([PYTHON, ROOT / "tests" / "stress" / "run.py", *options], cwd=ROOT)


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- what they need -------------------------------------------------------------------------------------


def set_up(*extras: str) -> None:
    """Make ``.venv`` and install the program with ``extras``, unless that is done already."""
    if sys.platform.startswith("linux"):
        install_system_libraries()
    stamp = VENV / f"ready{''.join('-' + extra for extra in extras)}.txt"
    wanted = requirements_digest(extras)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and PYTHON.exists():
        return
    make_venv()
    print(
        "Installing into .venv what pyproject.toml asks for; the first time takes a few minutes.", flush=True
    )
    pip_install(["--editable", f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)])
    stamp.write_text(wanted, encoding="utf-8")


def requirements_digest(extras: tuple[str, ...]) -> str:
    """Return a fingerprint of everything that decides what is installed."""
    import tomllib  # not there before Python 3.11, whose absence main() explains

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    chosen = {extra: project["optional-dependencies"][extra] for extra in extras}
    decides = [sys.version_info[:2], str(VENV), project["dependencies"], chosen, project["scripts"]]
    return hashlib.sha256(json.dumps(decides).encode()).hexdigest()


def make_venv() -> None:
    """Make ``.venv`` if it is not there or broken."""
    if PYTHON.exists() and succeeds([PYTHON, "-m", "pip", "--version"]):
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        apt_install(["python3-venv"], "Python's venv module")
    # A child, because this process may have looked for ensurepip before it was there.
    if VENV.exists():
        shutil.rmtree(VENV)
    if subprocess.call([sys.executable, "-m", "venv", VENV]):
        raise SetupError("Python could not make a virtual environment; its own words are above.")


def pip_install(what: list[str]) -> None:
    """Install into ``.venv``; quietly, unless somebody is watching."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["--disable-pip-version-check", "--no-input", *quiet]
    if subprocess.call([PYTHON, "-m", "pip", "install", *options, *what], cwd=ROOT):
        raise SetupError("pip could not install what Restorer needs; its own words are above.")


def install_system_libraries() -> None:
    """Install the libraries that Qt needs from the system, or say which are missing and go on."""
    missing = [package for library, package in SYSTEM_LIBRARIES.items() if not loads(library)]
    if not any(FONTS.glob("**/*.[to]tf")):
        missing.append(FONT_PACKAGE)
    if not missing:
        return
    try:
        apt_install(missing, "some system libraries that the window needs")
    except SetupError as trouble:  # restoring on the command line needs none of them
        print(f"{trouble}\n", file=sys.stderr)


def succeeds(command: list[str | Path]) -> bool:
    """Whether ``command`` ends well; what it says is not shown."""
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def loads(library: str) -> bool:
    """Whether the system has ``library``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str], what: str) -> None:
    """Install Debian packages, as root or by a sudo that asks for no password.

    Raises:
        SetupError: it may not; the message is the line that somebody else can type.
    """
    line = f"apt-get install {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise SetupError(f"This system lacks {what}. On Debian they are installed by: {line}")
    sudo: list[str | Path] = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and (shutil.which("sudo") is None or not succeeds([*sudo, "true"])):
        raise SetupError(f"This system lacks {what}. Please install them with:\n  sudo {line}")
    print(f"Installing {what}: {' '.join(packages)}", flush=True)
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.call([*apt, "update"])  # may fail for one of many sources; the installation decides
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    done = subprocess.run(install, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SetupError(f"{done.stdout}\napt-get could not install {what}; its own words are above.")


if __name__ == "__main__":
    sys.exit(main())
