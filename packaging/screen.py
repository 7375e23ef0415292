"""A virtual screen: what is to be seen on it, and keys pressed in the window that it shows."""

import os
import shutil
import struct
import subprocess
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clean_system import JourneyError

SCREEN = (1280, 800)


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


def settled(frame: Path, quiet: float = 3.0) -> bytes:
    """Return the screen once it has stood still for ``quiet`` seconds; at the latest after a minute."""
    last, since, deadline = pixels(frame), time.monotonic(), time.monotonic() + 60
    while time.monotonic() - since < quiet and time.monotonic() < deadline:
        time.sleep(0.25)
        if (now := pixels(frame)) != last:
            last, since = now, time.monotonic()
    return last


def press(display: str, frame: Path, key: str) -> bytes:
    """Press a key in the window on the screen, and return the screen once that has shown and it is still.

    The window gets the focus first: there is no window manager.

    Raises:
        JourneyError: there is no window, or the key changes nothing within a minute.
    """
    xdotool = ["env", f"DISPLAY={display}", "xdotool"]
    named = [*xdotool, "search", "--onlyvisible", "--name", "."]
    found = subprocess.run(named, capture_output=True, text=True, check=False).stdout.split()
    if not found:
        raise JourneyError("there is no window to type into")
    subprocess.run([*xdotool, "windowfocus", "--sync", found[-1]], check=True)
    before, deadline = pixels(frame), time.monotonic() + 60
    subprocess.run([*xdotool, "key", "--clearmodifiers", key], check=True)
    while pixels(frame) == before:
        if time.monotonic() > deadline:
            raise JourneyError(f"nothing happens on {key}")
        time.sleep(0.05)
    return settled(frame)


def shows_photo(frame: bytes) -> bool:
    """Whether more colours are to be seen than a window has."""
    return len(set(zip(frame[0::4], frame[1::4], frame[2::4], strict=True))) > 1000


def keep(frame: bytes, picture: Path) -> None:
    """Keep a picture of the screen."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    write_png(frame, picture)


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
