"""Shows that the Debian package works for somebody who has never heard of Python.

    sudo python3 packaging/journey.py [PACKAGE] [--release bookworm] [--picture build/packaging/window.png]

Builds the smallest Debian there is in a temporary folder, without Python, and installs the package there.
Then, without a network and as an ordinary user: the program checks itself, restores a photo and a folder of
three, and opens its window in a virtual screen, whose picture is kept. Last it is removed, and nothing may be
left. Prints what held, the sizes and how long the window took. Needs root, debootstrap and Xvfb.
"""

import argparse
import os
import shlex
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from clean_root import PASSED_ON, pass_on_settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = "/opt/restorer/_internal/resources/samples"
SAMPLE = f"{SAMPLES}/street-with-children.jpg"
HOME = "/anna"
USER = "1000:1000"
SCREEN = (1280, 800)
STARTS = 6
CHROOT = shutil.which("chroot") or "/usr/sbin/chroot"
# Where the program may put something in the user's home. The last is what every program with a window fills.
OWN_FOLDERS = (
    *(".config/restorer", ".local/share/restorer", ".local/state/restorer", ".cache/restorer"),
    ".cache/fontconfig",
)


class JourneyError(Exception):
    """Something did not work; the message says what."""


@dataclass
class Journey:
    """A clean system, and what happened in it."""

    root: Path
    rows: list[tuple[str, bool, str]] = field(default_factory=list)

    def step(self, name: str, act: Callable[[], str]) -> None:
        """Do something and remember how it went; the journey goes on either way."""
        try:
            detail, held = act(), True
        except (JourneyError, OSError, subprocess.SubprocessError) as trouble:
            detail, held = str(trouble).strip(), False
        self.rows.append((name, held, detail))
        print(f"{'ok  ' if held else 'FAIL'}  {name}: {detail}", flush=True)

    def command(self, line: str, *, network: bool = False, user: bool = True, screen: str = "") -> list[str]:
        """Return the command that runs ``line`` in the root; its mounts vanish with it."""
        mounts = [f"mount --rbind {folder} {self.root}{folder}" for folder in ("/dev", "/proc")]
        variables = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", f"HOME={HOME}", "LANG=C.UTF-8"]
        if screen:
            place = f"{self.root}/tmp/.X11-unix"
            mounts += [f"mkdir -p {place}", f"mount --bind /tmp/.X11-unix {place}"]
            variables.append(f"DISPLAY={screen}")
        if network:
            variables += [
                f"{name}={value}" for name, value in os.environ.items() if PASSED_ON.fullmatch(name)
            ]
            variables += [
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                "HOME=/root",
                "DEBIAN_FRONTEND=noninteractive",
            ]
        who = [f"--userspec={USER}"] if user else []
        inside = ["env", "-i", *variables, CHROOT, *who, str(self.root), "sh", "-c", line]
        script = " && ".join([*mounts, f"exec {shlex.join(inside)}"])
        return ["unshare", "--mount", *([] if network else ["--net"]), "sh", "-c", script]

    def type(self, line: str, *, network: bool = False, user: bool = True) -> str:
        """Run ``line`` in the root and return what it printed.

        Raises:
            JourneyError: it failed.
        """
        command = self.command(line, network=network, user=user)
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=900
        )
        if done.returncode:
            raise JourneyError(
                f"'{line}' ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
            )
        return done.stdout.strip()


def main() -> int:
    """Make the journey; returns 0 if everything held."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", nargs="?", type=Path, help="the .deb (default: the newest in dist)")
    parser.add_argument("--release", default="bookworm", help="the Debian release to try (%(default)s)")
    parser.add_argument("--picture", type=Path, default=ROOT / "build" / "packaging" / "window.png")
    options = parser.parse_args()
    made = sorted((ROOT / "dist").glob("*.deb"), key=lambda file: file.stat().st_mtime)
    package: Path | None = options.package or (made[-1] if made else None)
    if package is None:
        parser.error("there is no package in dist; make one with: make dist")
    if os.geteuid() != 0 or not all(map(shutil.which, ("debootstrap", "Xvfb", "unshare"))):
        parser.error("it takes root, debootstrap and Xvfb")
    root = Path(tempfile.mkdtemp(prefix="journey-"))
    journey = Journey(root)
    try:
        travel(journey, package, options.release, options.picture)
    finally:
        shutil.rmtree(root)
    failed = [name for name, held, _ in journey.rows if not held]
    print(f"\n{'step':<34}{'':6}result")
    for name, held, detail in journey.rows:
        print(f"{name:<34}{'ok' if held else 'FAIL':<6}{detail.splitlines()[0] if detail else ''}")
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll green.")
    return 1 if failed else 0


def travel(journey: Journey, package: Path, release: str, picture: Path) -> None:
    """Make every step of the journey."""
    make: list[str | Path] = ["debootstrap", "--variant=minbase", release, journey.root]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    pass_on_settings(journey.root)
    (journey.root / HOME[1:]).mkdir(parents=True)
    os.chown(journey.root / HOME[1:], *map(int, USER.split(":")))
    (journey.root / "etc/passwd").open("a").write(f"anna:x:{USER}::{HOME}:/bin/sh\n")
    (journey.root / "etc/group").open("a").write("anna:x:1000:\n")
    shutil.copy(package, journey.root / "tmp" / package.name)

    def no_python() -> str:
        journey.type("! command -v python3 && ! ls /usr/lib/python3*")
        return f"Debian {release}, {megabytes(used(journey.root))}"

    before: list[str] = []

    def install() -> str:
        journey.type("apt-get -qq update", network=True, user=False)
        before[:] = installed(journey)
        started, size = time.monotonic(), used(journey.root)
        line = f"apt-get -qq install --yes --no-install-recommends /tmp/{package.name}"
        journey.type(line, network=True, user=False)
        took = time.monotonic() - started
        others = len(installed(journey)) - len(before) - 1
        added = megabytes(used(journey.root) - size)
        return f"{took:.0f} s; with {others} packages of the system {added}"

    def sizes() -> str:
        unpacked = used(journey.root / "opt/restorer")
        return f"package {megabytes(package.stat().st_size)}, installed {megabytes(unpacked)}"

    journey.step("a system without Python", no_python)
    journey.step("install the package", install)
    journey.step("size", sizes)
    journey.step("files as packed", lambda: journey.type("dpkg --verify restorer", user=False) or "all")
    journey.step("version", lambda: journey.type("restorer --version"))
    journey.step("self-check", lambda: journey.type("restorer self-check").splitlines()[-1])
    journey.step("restore a photo", lambda: restore(journey))
    journey.step("restore a folder of three", lambda: batch(journey))
    with virtual_screen() as (display, frame):
        journey.step("window shows a photo", lambda: show(journey, display, frame, picture))
        journey.step(f"start to window, {STARTS - 1} warm", lambda: starts(journey, display, frame))
    journey.step("only its own folders at home", lambda: home(journey))
    journey.step("remove", lambda: remove(journey, before))


def restore(journey: Journey) -> str:
    """Restore a sample on the command line."""
    journey.type(f"restorer restore {SAMPLE} -o {HOME}/clean.png --denoise --quiet")
    result = journey.root / HOME[1:] / "clean.png"
    if result.read_bytes()[:4] != b"\x89PNG":
        raise JourneyError("the result is no PNG")
    return f"clean.png, {megabytes(result.stat().st_size)}"


def batch(journey: Journey) -> str:
    """Restore three samples in one go."""
    photos = " ".join(
        f"{SAMPLES}/{name}.jpg" for name in ("street-with-children", "fish-market", "deadwood-race")
    )
    started = time.monotonic()
    journey.type(
        f"cd {HOME} && mkdir scans && cp {photos} scans && restorer batch scans -o restored --denoise"
    )
    results = list((journey.root / HOME[1:] / "restored").rglob("*.jpg"))
    if len(results) != 3:
        raise JourneyError(f"{len(results)} results instead of 3")
    return f"3 results after {time.monotonic() - started:.1f} s"


@contextmanager
def virtual_screen() -> Iterator[tuple[str, Path]]:
    """Give a screen of its own; yields its name and the file that holds its pixels."""
    folder = Path(tempfile.mkdtemp(prefix="screen-"))
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    options: list[str | Path] = [
        "-displayfd",
        str(writing),
        "-fbdir",
        folder,
        "-screen",
        "0",
        size,
        "-ac",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        yield f":{number}", folder / "Xvfb_screen0"
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder)


def pixels(frame: Path) -> bytes:
    """Return the screen, four bytes a pixel (blue, green, red, nothing), from X's own window dump."""
    data = frame.read_bytes()
    header, colours = struct.unpack_from(">I", data)[0], struct.unpack_from(">I", data, 76)[0]
    begin = header + 12 * colours
    return data[begin : begin + 4 * SCREEN[0] * SCREEN[1]]


@contextmanager
def window(journey: Journey, display: str, frame: Path, photo: str = "") -> Iterator[float]:
    """Open the window; yields the seconds until something of it was to be seen. Closes it afterwards.

    Raises:
        JourneyError: it did not show, or did not end well.
    """
    empty = pixels(frame)
    started = time.monotonic()
    running = subprocess.Popen(
        journey.command(f"exec restorer {photo}", screen=display), stderr=subprocess.PIPE
    )
    try:
        while pixels(frame) == empty:
            if running.poll() is not None or time.monotonic() - started > 60:
                raise JourneyError("no window came")
            time.sleep(0.01)
        yield time.monotonic() - started
    finally:
        running.send_signal(signal.SIGINT)
        try:
            _, words = running.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            running.kill()
            running.communicate()
    if running.returncode:
        raise JourneyError(f"the window ended with {running.returncode}: {words.decode()[-500:]}")
    deadline = time.monotonic() + 10
    while pixels(frame) != empty and time.monotonic() < deadline:
        time.sleep(0.05)


def show(journey: Journey, display: str, frame: Path, picture: Path) -> str:
    """Open a photo in the window, wait until it stands still, and keep a picture of it."""
    with window(journey, display, frame, SAMPLE) as seconds:
        last, since, deadline = pixels(frame), time.monotonic(), time.monotonic() + 60
        while time.monotonic() - since < 3 and time.monotonic() < deadline:
            time.sleep(0.25)
            if (now := pixels(frame)) != last:
                last, since = now, time.monotonic()
    picture.parent.mkdir(parents=True, exist_ok=True)
    write_png(last, picture)
    if len(set(zip(last[0::4], last[1::4], last[2::4], strict=True))) < 1000:
        raise JourneyError(f"there is no photo to be seen; see {picture}")
    return f"first start {seconds:.2f} s; {picture}"


def write_png(frame: bytes, path: Path) -> None:
    """Write the pixels of a screen as a PNG file."""
    width, height = SCREEN
    rows = bytearray()
    for y in range(height):
        row = frame[4 * width * y : 4 * width * (y + 1)]
        colours = bytearray(3 * width)
        colours[0::3], colours[1::3], colours[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + colours
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    chunks += [(b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b"")]
    whole = [struct.pack(">I", len(c)) + n + c + struct.pack(">I", zlib.crc32(n + c)) for n, c in chunks]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(whole))


def starts(journey: Journey, display: str, frame: Path) -> str:
    """Open and close the window several times; the first does not count."""
    seconds = []
    for _ in range(STARTS):
        with window(journey, display, frame) as took:
            seconds.append(took)
            time.sleep(1)  # what it does after showing is not to disturb the next
    warm = sorted(seconds[1:])
    return f"median {statistics.median(warm):.2f} s ({warm[0]:.2f} to {warm[-1]:.2f})"


def home(journey: Journey) -> str:
    """See that the program put things only where it may."""
    folder = journey.root / HOME[1:]
    allowed = (*OWN_FOLDERS, "clean.png", "scans", "restored")
    files = [path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir()]
    strange = [str(file) for file in files if not any(file.is_relative_to(place) for place in allowed)]
    if strange:
        raise JourneyError(f"it also wrote {', '.join(strange)}")
    return ", ".join(sorted({str(Path(*file.parts[:3])) for file in files if "restorer" in file.parts}))


def remove(journey: Journey, before: list[str]) -> str:
    """Remove the package with what came with it; nothing but the user's own files may be left."""
    journey.type("apt-get -qq purge --yes --autoremove restorer", network=True, user=False)
    if (after := installed(journey)) != before:
        raise JourneyError(f"packages differ: {set(after) ^ set(before)}")
    searched = (journey.root / place for place in ("opt", "usr", "etc", "var/lib", "var/cache"))
    left = [str(path) for place in searched for path in place.rglob("*restorer*")]
    if left:
        raise JourneyError(f"left behind: {', '.join(left)}")
    return "nothing is left"


def installed(journey: Journey) -> list[str]:
    """Return the installed packages."""
    return journey.type("dpkg-query --show --showformat='${Package}\\n'", user=False).splitlines()


def used(folder: Path) -> int:
    """Return the bytes that a folder takes."""
    return int(
        subprocess.run(["du", "-sxB1", folder], capture_output=True, text=True, check=True).stdout.split()[0]
    )


def megabytes(count: int) -> str:
    """Return bytes in words."""
    return f"{count / 1e6:.0f} MB" if count >= 1e7 else f"{count / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
