"""Shows that a machine with nothing but Python, git and make can run and test the program.

    sudo python3 packaging/clean_root.py [--release bookworm] [--keep] [--commands "make run" "make test" …]

Builds the smallest Debian there is in a temporary folder (with debootstrap), adds python3, git and make,
clones this repository's last commit into it, and types the README's two commands there. How this machine
reaches its package mirrors (apt's and pip's settings) is passed on; nothing else is. The mounts live in a
namespace of their own, so nothing of this machine can be reached when the folder is removed.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
COMMANDS = ("make run", "make run", "make test")

# What says where packages come from. Each is copied to the same place, if it is there.
MIRROR_SETTINGS = (
    "/etc/apt/sources.list",
    "/etc/apt/sources.list.d",
    "/etc/apt/apt.conf.d",
    "/etc/pip.conf",
    "/etc/xdg/pip",
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/ssl/certs/ca-certificates.crt",
)
PASSED_ON = re.compile(r"PIP_\w+|\w+_proxy", re.IGNORECASE)


def main() -> int:
    """Build the root, type the commands in it, tell how it went; returns 0 if all of them ended well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--release", default="bookworm", help="the Debian release to try (%(default)s)")
    parser.add_argument("--keep", action="store_true", help="leave the folder for a look around")
    parser.add_argument(
        "--commands", nargs="+", default=COMMANDS, help="what to type (make run twice, make test)"
    )
    options = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("A clean root is built by debootstrap, as root.", file=sys.stderr)
        return 2
    root = Path(tempfile.mkdtemp(prefix="clean-root-"))
    try:
        build(root, options.release)
        results = [(command, *typed(root, command)) for command in options.commands]
    finally:
        if options.keep:
            print(f"The root is left in {root}.")
        else:
            shutil.rmtree(root)
    print(f"\nIn a clean Debian {options.release}:")
    for command, code, seconds in results:
        print(f"  {command:<12} {'ended well' if code == 0 else f'failed with {code}'} after {seconds:.1f} s")
    return 0 if all(code == 0 for _, code, _ in results) else 1


def build(root: Path, release: str) -> None:
    """Make ``root`` a Debian with Python, git, make and a clone of this repository."""
    packages = "--include=python3,git,make,ca-certificates"
    subprocess.run(
        ["debootstrap", "--variant=minbase", packages, release, root], check=True, stdout=subprocess.DEVNULL
    )
    pass_on_settings(root)
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", REPOSITORY, root / "restorer"], check=True)


def pass_on_settings(root: Path) -> None:
    """Let the new system fetch packages from where this machine does."""
    root.chmod(0o755)  # apt fetches as a user of its own
    (root / "etc/apt/sources.list").unlink(missing_ok=True)
    for setting in map(Path, MIRROR_SETTINGS):
        place = root / setting.relative_to("/")
        if setting.is_dir():
            shutil.copytree(setting, place, dirs_exist_ok=True)
        elif setting.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(setting, place)


def typed(root: Path, command: str) -> tuple[int, float]:
    """Type ``command`` in the clone; returns its exit code and the seconds it took."""
    print(f"\n$ {command}", flush=True)
    mounts = [f"mount --rbind {folder} {root}{folder}" for folder in ("/dev", "/proc", "/sys")]
    for folder in package_folders():
        place = shlex.quote(f"{root}{folder}")
        mounts += [f"mkdir -p {place}", f"mount --bind -o ro {shlex.quote(str(folder))} {place}"]
    variables = [f"{name}={value}" for name, value in os.environ.items() if PASSED_ON.fullmatch(name)]
    variables += ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8"]
    inside = shlex.join(
        ["env", "-i", *variables, "chroot", str(root), "sh", "-c", f"cd /restorer && {command}"]
    )
    script = " && ".join([*mounts, f"exec {inside}"])
    started = time.monotonic()
    code = subprocess.call(["unshare", "--mount", "sh", "-c", script], stdin=subprocess.DEVNULL)
    return code, time.monotonic() - started


def package_folders() -> list[Path]:
    """Return the folders of this machine that pip's settings name as sources of packages."""
    settings = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    named = re.findall(r"(?:file://)?(/[\w./-]+)", settings.stdout)
    return sorted({Path(name) for name in named if Path(name).is_dir()})


if __name__ == "__main__":
    sys.exit(main())
