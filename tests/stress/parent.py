"""Runs cases in a child process under a limit of memory, and judges what came of each."""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ADDRESS_SPACE = 12 << 30
"""What the child may map at most: mapped scratch files and the reserve of libraries count as well."""
MEMORY, FACTOR = 300 << 20, 5
"""What a case may cost at most (bytes), and so many times the pixels that a file claims to hold."""
SECONDS = 30.0
"""How much of the processor's time a case may take at most."""
SILENCE = 400.0
"""How long the child may say nothing."""


@dataclass
class Outcome:
    """What came of a run: how many cases ended how, and sentences about what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")

    @property
    def tried(self) -> int:
        """How many cases there were."""
        return self.counts.total()

    def judge(self, line: dict[str, Any]) -> None:
        """Take what the child tells of a case."""
        name, seconds, memory = line["end"], line["seconds"], line["memory"]
        wrong = line["words"] if line["outcome"] == "fault" else ""
        if seconds > SECONDS:
            wrong = f"{seconds:.0f} s"
        if memory > MEMORY + FACTOR * line.get("bytes", 0):
            wrong = f"{memory / 1e6:.0f} MB"
        self.counts["fault" if wrong else line["outcome"]] += 1
        if wrong:
            self.faults.append(f"{name}: {wrong}")
        self.slowest = max(self.slowest, (seconds, name))
        self.largest = max(self.largest, (memory, name))


def try_bad_pictures(which: str, *, damages: int = 0, seed: int = 0, only: str = "") -> Outcome:
    """Open all "spoilt" or "hostile" pictures, or those that match ``only``."""
    return run_child("bad_pictures_child.py", only, which=which, damages=damages, seed=seed)


def run_child(script: str, only: str = "", **options: Any) -> Outcome:
    """Run a script of cases; one that kills the child or makes it hang is a fault, and the rest goes on."""
    outcome, skip = Outcome(), 0
    with tempfile.TemporaryDirectory() as home:
        while True:
            told = {**options, "only": only, "skip": skip, "folder": home, "memory": ADDRESS_SPACE}
            unfinished = None
            for line in _lines(HERE / script, told, Path(home)):
                unfinished = line if "begin" in line else None
                if unfinished is None:
                    outcome.judge(line)
            if unfinished is None:
                return outcome
            outcome.counts["fault"] += 1
            outcome.faults.append(f"{unfinished['begin']}: {unfinished.get('why', 'ended the program')}")
            skip = unfinished["number"] + 1


def _lines(script: Path, options: dict[str, Any], home: Path) -> Iterator[dict[str, Any]]:
    """Yield what the child says; ends it if it says nothing for too long."""
    command = [sys.executable, "-W", "error", str(script), json.dumps(options)]
    environment = {**os.environ, "RESTORER_HOME": str(home / "own"), "OMP_NUM_THREADS": "1"}
    said: queue.Queue[str | None] = queue.Queue()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:

        def listen() -> None:
            assert child.stdout is not None
            for line in child.stdout:
                said.put(line)
            said.put(None)

        threading.Thread(target=listen, daemon=True).start()
        last: dict[str, Any] = {}
        while True:
            try:
                line = said.get(timeout=SILENCE)
            except queue.Empty:
                child.kill()
                if "begin" in last:
                    yield {**last, "why": "hung"}
                return
            if line is None:
                break
            if not line.startswith("{"):  # what libraries say
                continue
            last = json.loads(line)
            yield last
    if child.returncode and "begin" not in last:
        raise RuntimeError(f"the child itself failed with {child.returncode}")
