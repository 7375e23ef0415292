"""Fuzzes every target for a while, each in a process of its own, and counts what was tried."""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CHILD = Path(__file__).with_name("fuzz_child.py")
MEMORY = 2048
"""Megabytes that a target may take."""
SLOW = 60
"""Seconds that one input may take."""


@dataclass(frozen=True)
class Fuzzed:
    """What came of a target: how many inputs were tried, and what was found, empty if nothing was."""

    name: str
    tried: int
    found: str = ""


def available() -> bool:
    """Whether the fuzzer is installed: `pip install -e .[fuzz]`, on Linux."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, seconds: float, corpus: Path, findings: Path) -> Fuzzed:
    """Fuzz a target for some time; what it is found with is kept in ``findings``."""
    findings.mkdir(parents=True, exist_ok=True)
    kept = re.sub(r"\W+", "-", name)
    limits: Sequence[str] = (
        f"-max_total_time={int(seconds)}",
        f"-rss_limit_mb={MEMORY}",
        f"-timeout={SLOW}",
        f"-artifact_prefix={findings}/{kept}-",
        "-print_final_stats=1",
        "-max_len=40000",
        "-verbosity=1",
    )
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            ["nice", "-n", "15", sys.executable, str(CHILD), name, str(corpus / kept), *limits],
            env={**os.environ, "RESTORER_HOME": home, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            check=False,
        )
    said = done.stderr.decode(errors="replace")
    tried = re.search(r"number_of_executed_units: (\d+)", said) or re.search(r"Done (\d+) runs", said)
    found = "" if done.returncode == 0 else _finding(said)
    return Fuzzed(name, int(tried[1]) if tried else 0, found)


def _finding(said: str) -> str:
    lines = [line for line in said.splitlines() if re.search(r"Error|ERROR|exception|Test unit", line)]
    return " | ".join(lines[:4]) or said[-300:]
