"""Lets somebody do whatever comes to mind in the window for minutes or hours, in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CHILD = Path(__file__).with_name("soaking_child.py")
GROWTH = 40 << 20
"""How many bytes more may be held at the end than after a quarter of the time, with no photo open."""


@dataclass(frozen=True)
class Soaked:
    """What came of it: how many actions in which time, how the memory grew, and every complaint."""

    actions: int
    seconds: float
    growth: int
    faults: Sequence[str]

    @property
    def summary(self) -> str:
        """What came of it, in words."""
        return f"in {self.seconds / 60:.0f} minutes; memory grew by {self.growth / 1e6:.0f} MB"


def soak(seconds: float, seed: int = 1, *, stumble: bool = False) -> Soaked:
    """Soak the window; ``stumble`` makes two mistakes on purpose, which must be noticed."""
    with tempfile.TemporaryDirectory() as home:
        options = json.dumps({"seconds": seconds, "seed": seed, "folder": home, "stumble": stumble})
        own = {"RESTORER_HOME": f"{home}/own", "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", str(CHILD), options],
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=False,
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    told = json.loads(lines[-1]) if lines else {"actions": 0, "seconds": 0.0, "levels": [], "complaints": []}
    faults = list(told["complaints"])
    if done.returncode:
        faults.append(f"the program ended with {done.returncode}: {done.stderr[-1500:]}")
    levels = told["levels"]
    growth = levels[-1] - levels[len(levels) // 4] if len(levels) >= 4 else 0
    if growth > GROWTH:
        faults.append(f"memory grew by {growth / 1e6:.0f} MB: {[level >> 20 for level in levels]}")
    return Soaked(told["actions"], told["seconds"], growth, faults)
