"""Shows that the Debian package works for somebody who has never heard of Python.

    sudo python3 packaging/journey.py [PACKAGE] [--release bookworm] [--pictures build/packaging]

Builds the smallest Debian there is in a temporary folder, without Python, and installs the package there.
Then, without a network and as an ordinary user: the program checks itself, restores a photo and a folder of
three, takes in the packs that lie beside the package and trains with one of them, greets in its window,
opens a photo there, restores and saves it by keyboard. The AppImage beside the package does its part, too.
Last everything is removed, and nothing may be left but what the user made. Prints what held, the sizes and
how long the window took; pictures of the window are kept. Needs root, debootstrap, Xvfb and xdotool.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clean_root import pass_on_settings
from clean_system import HOME, USER, Journey, JourneyError, installed, megabytes, used
from screen import keep, pixels, press, settled, shows_photo, virtual_screen

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = "/opt/restorer/_internal/resources/samples"
SAMPLE = f"{SAMPLES}/street-with-children.jpg"
STARTS = 6
# Where the program may put something in the user's home. The last is what every program with a window fills.
OWN_FOLDERS = (
    *(".config/restorer", ".local/share/restorer", ".local/state/restorer", ".cache/restorer"),
    ".cache/fontconfig",
)


TRAIN = (
    f"/opt/restorer/restorer --training-child {HOME}/tiny.toml --photos {HOME}/photos --output {HOME}/trained"
)
RECIPE = """\
name = "Tiny"
task = "denoise"
widths = [8, 8, 8, 8]
encoder_blocks = [0, 0, 0, 1]
decoder_blocks = [0, 0, 0]
steps = 2
batch = 1
crop = 64
large_crop = 64
validation_crop = 64
validation_crops = 1
validation_share = 0.5
warm_up_steps = 1
"""


def main() -> int:
    """Make the journey; returns 0 if everything held."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", nargs="?", type=Path, help="the .deb (default: the newest in dist)")
    parser.add_argument("--release", default="bookworm", help="the Debian release to try (%(default)s)")
    parser.add_argument("--pictures", type=Path, default=ROOT / "build" / "packaging")
    options = parser.parse_args()
    made = sorted((ROOT / "dist").glob("*.deb"), key=lambda file: file.stat().st_mtime)
    package: Path | None = options.package or (made[-1] if made else None)
    if package is None:
        parser.error("there is no package in dist; make one with: make dist")
    if os.geteuid() != 0 or not all(map(shutil.which, ("debootstrap", "Xvfb", "unshare", "xdotool"))):
        parser.error("it takes root, debootstrap, Xvfb and xdotool")
    root = Path(tempfile.mkdtemp(prefix="journey-"))
    journey = Journey(root)
    try:
        travel(journey, package, options.release, options.pictures)
    finally:
        shutil.rmtree(root)
    failed = [name for name, held, _ in journey.rows if not held]
    print(f"\n{'step':<34}{'':6}result")
    for name, held, detail in journey.rows:
        print(f"{name:<34}{'ok' if held else 'FAIL':<6}{detail.splitlines()[0] if detail else ''}")
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll green.")
    return 1 if failed else 0


def travel(journey: Journey, package: Path, release: str, pictures: Path) -> None:
    """Make every step of the journey."""
    prepare(journey, package, release)
    before = journey.step_with("install the package", lambda: install(journey, package))
    journey.step("size", lambda: sizes(journey, package))
    journey.step("files as packed", lambda: journey.type("dpkg --verify restorer", user=False) or "all")
    journey.step("version", lambda: journey.type("restorer --version"))
    journey.step("self-check", lambda: journey.type("restorer self-check").splitlines()[-1])
    journey.step("restore a photo", lambda: restore(journey))
    journey.step("restore a folder of three", lambda: batch(journey))
    for archive in sorted(package.parent.glob("restorer-*-pack-*.tar.gz")):
        take_in(journey, archive)
    with virtual_screen() as (display, frame):
        journey.step("greets at the first start", lambda: greet(journey, display, frame, pictures))
        journey.step("window shows a photo", lambda: show(journey, display, frame, pictures))
        journey.step("restores and saves by keyboard", lambda: work(journey, display, frame, pictures))
        journey.step(f"start to window, {STARTS - 1} warm", lambda: starts(journey, display, frame))
    for file in package.parent.glob("*.AppImage"):
        journey.step("AppImage, not installed, no FUSE", lambda: single_file(journey, file))  # noqa: B023
    journey.step("only its own folders at home", lambda: home(journey))
    journey.step("remove", lambda: remove(journey, before))


def prepare(journey: Journey, package: Path, release: str) -> None:
    """Make the system and its user, and put the package there."""
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

    journey.step("a system without Python", no_python)


def install(journey: Journey, package: Path) -> tuple[str, list[str]]:
    """Install the package; returns what to say, and the packages that were there before."""
    journey.type("apt-get -qq update", network=True, user=False)
    before = installed(journey)
    started, size = time.monotonic(), used(journey.root)
    line = f"apt-get -qq install --yes --no-install-recommends /tmp/{package.name}"
    journey.type(line, network=True, user=False)
    took = time.monotonic() - started
    others = len(installed(journey)) - len(before) - 1
    added = megabytes(used(journey.root) - size)
    return f"{took:.0f} s; with {others} packages of the system {added}", before


def sizes(journey: Journey, package: Path) -> str:
    """Return what there is to download and what it takes."""
    unpacked = used(journey.root / "opt/restorer")
    return f"package {megabytes(package.stat().st_size)}, installed {megabytes(unpacked)}"


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


def take_in(journey: Journey, archive: Path) -> None:
    """Install a pack from its file, see that a changed one is refused, and use it."""
    place = journey.root / "tmp" / archive.name
    pack = archive.name.split("-")[1]

    def refuse() -> str:
        content = bytearray(archive.read_bytes())
        content[len(content) // 2] ^= 1
        place.write_bytes(content)
        return journey.refused(f"restorer pack install /tmp/{archive.name}")

    def install_pack() -> str:
        shutil.copy(archive, place)
        started = time.monotonic()
        journey.type(f"restorer pack install /tmp/{archive.name}")
        took = time.monotonic() - started
        size = used(journey.root / HOME[1:] / ".local/share/restorer/packs" / pack)
        return f"{megabytes(archive.stat().st_size)}, installed {megabytes(size)}, {took:.0f} s"

    journey.step(f"{pack} pack: one changed bit", refuse)
    if pack == "training":
        journey.step("training pack: missed", lambda: journey.refused(TRAIN))
    journey.step(f"{pack} pack: install", install_pack)
    journey.step(f"{pack} pack: use", lambda: use(journey, pack))
    place.unlink()


def use(journey: Journey, pack: str) -> str:
    """Train for two steps, or see the device that the pack adds."""
    if pack != "training":
        said = journey.type("restorer devices")
        if "webgpu" not in said:
            raise JourneyError(f"no device was added: {said}")
        journey.type("restorer pack remove gpu")  # here is no such card, and every check would say so
        return "WebGPU is listed; removed again"
    folder = journey.root / HOME[1:]
    (folder / "photos").mkdir()
    (folder / "tiny.toml").write_text(RECIPE, encoding="utf-8")
    journey.type(f"for n in 1 2 3 4 5 6 7 8; do cp {SAMPLE} {HOME}/photos/$n.jpg; done", user=False)
    started = time.monotonic()
    last = journey.type(TRAIN).splitlines()[-1]
    if not (folder / "trained/model/model.onnx").is_file():
        raise JourneyError(f"no model came out of training: {last}")
    return f"a tiny network, {time.monotonic() - started:.0f} s"


def single_file(journey: Journey, file: Path) -> str:
    """Let the AppImage check itself in a folder of the user's, unpacking itself for want of FUSE."""
    shutil.copy(file, journey.root / HOME[1:] / file.name)
    started = time.monotonic()
    try:
        said = journey.type(f"{HOME}/{file.name} self-check").splitlines()[-1]
    finally:
        (journey.root / HOME[1:] / file.name).unlink()
    took = time.monotonic() - started
    if left := list((journey.root / "tmp").glob(".mount_*")):
        raise JourneyError(f"left behind: {left}")
    return f"{megabytes(file.stat().st_size)}; {said} {took:.0f} s"


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
            _, words = running.communicate()
    if running.returncode:
        raise JourneyError(f"the window ended with {running.returncode}: {words.decode()[-500:]}")
    deadline = time.monotonic() + 10
    while pixels(frame) != empty and time.monotonic() < deadline:
        time.sleep(0.05)


def greet(journey: Journey, display: str, frame: Path, pictures: Path) -> str:
    """Start for the first time without a photo; the tour is offered, begun, and left by keyboard."""
    with window(journey, display, frame):
        keep(settled(frame), pictures / "tour.png")
        second = press(display, frame, "space")  # "Begin"
        keep(second, pictures / "tour-photo.png")
        if not shows_photo(second):
            raise JourneyError(f"the tour opened no photo; see {pictures / 'tour-photo.png'}")
        press(display, frame, "Escape")
    with window(journey, display, frame):
        if shows_photo(settled(frame)):
            raise JourneyError("it greets a second time")
    return f"once; {pictures / 'tour.png'}"


def show(journey: Journey, display: str, frame: Path, pictures: Path) -> str:
    """Open a photo in the window, wait until it stands still, and keep a picture of it."""
    picture = pictures / "window.png"
    with window(journey, display, frame, SAMPLE) as seconds:
        last = settled(frame)
    keep(last, picture)
    if not shows_photo(last):
        raise JourneyError(f"there is no photo to be seen; see {picture}")
    return f"first start {seconds:.2f} s; {picture}"


def work(journey: Journey, display: str, frame: Path, pictures: Path) -> str:
    """Restore in the window and save, with nothing but keys."""
    scan = journey.root / HOME[1:] / "scan.jpg"
    shutil.copy(journey.root / SAMPLE[1:], scan)
    os.chown(scan, *map(int, USER.split(":")))
    original = scan.read_bytes()
    result = scan.with_name("scan restored.jpg")
    with window(journey, display, frame, f"{HOME}/scan.jpg"):
        settled(frame)
        press(display, frame, "ctrl+shift+n")
        keep(press(display, frame, "ctrl+s"), pictures / "saving.png")
        press(display, frame, "Return")
        press(display, frame, "Return")  # yes, a JPEG loses a little
        deadline = time.monotonic() + 60
        while not result.exists() and time.monotonic() < deadline:
            time.sleep(0.25)
        keep(settled(frame), pictures / "saved.png")
    if not result.exists():
        raise JourneyError(f"nothing was saved; see {pictures / 'saving.png'}")
    if scan.read_bytes() != original:
        raise JourneyError("the original was changed")
    return f"{result.name}, {megabytes(result.stat().st_size)}; the original is as it was"


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
    made = (
        "clean.png",
        "scans",
        "restored",
        "scan.jpg",
        "scan restored.jpg",
        "photos",
        "trained",
        "tiny.toml",
    )
    allowed = (*OWN_FOLDERS, *made)
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
    own = journey.root / HOME[1:] / ".local/share/restorer"
    if not own.is_dir():
        raise JourneyError("what the user had is gone, too")
    return "nothing is left but what the user had"


if __name__ == "__main__":
    sys.exit(main())
