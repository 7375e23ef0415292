"""A Debian in a folder, without Python, and what happens in it: steps that hold or do not."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from clean_root import PASSED_ON

HOME = "/anna"
USER = "1000:1000"
CHROOT = shutil.which("chroot") or "/usr/sbin/chroot"


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

    def step_with(self, name: str, act: Callable[[], tuple[str, list[str]]]) -> list[str]:
        """Do a step that finds out what a later one needs; returns that, or nothing if it failed."""
        found: list[str] = []

        def remember() -> str:
            detail, lines = act()
            found[:] = lines
            return detail

        self.step(name, remember)
        return found

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

    def refused(self, line: str) -> str:
        """Run ``line``, which must end badly, and return its first words.

        Raises:
            JourneyError: it ended well.
        """
        command = self.command(line)
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=900
        )
        if done.returncode == 0:
            raise JourneyError(f"'{line}' ended well")
        return f"refused: {(done.stderr + done.stdout).strip().splitlines()[0][:110]}"

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
