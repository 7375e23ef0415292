"""Opens bad input of every sort in a child process, and judges what came of it."""

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

CHILD = Path(__file__).with_name("reading_child.py")
ADDRESS_SPACE = 12 << 30
"""What the child may map at most: mapped scratch files and the reserve of libraries count as well."""
MEMORY, FACTOR = 300 << 20, 5
"""What a bad file may cost at most (bytes), and so many times the pixels that it claims to hold."""
SECONDS = 30.0
"""How much of the processor's time a bad file may take at most."""
SILENCE = 400.0
"""How long the child may say nothing."""


@dataclass
class Outcome:
    """What came of a run: how many files were refused and opened, and sentences about what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")

    @property
    def tried(self) -> int:
        """How many files there were."""
        return self.counts.total()


def read_bad(
    which: str, *, damages: int = 0, seed: int = 0, only: str = "", folder: Path | None = None
) -> Outcome:
    """Open all "spoilt" or "hostile" files, or those that match ``only``; tell what came of it.

    A file that kills the child or makes it hang is a fault, and the next child goes on behind it.
    """
    outcome, skip = Outcome(), 0
    with tempfile.TemporaryDirectory(dir=folder) as home:
        while True:
            options = {"which": which, "damages": damages, "seed": seed, "only": only}
            options |= {"skip": skip, "folder": home}
            last = None
            for line in _lines(options, Path(home)):
                if "begin" in line:
                    last = line
                else:
                    _judge(outcome, line)
                    last = None
            if last is None:
                return outcome
            outcome.counts["fault"] += 1
            outcome.faults.append(f"{last['begin']}: {last.get('why', 'ended the program')}")
            skip = last["number"] + 1


def _judge(outcome: Outcome, line: dict[str, Any]) -> None:
    name, seconds, memory = line["end"], line["seconds"], line["memory"]
    wrong = line["words"] if line["outcome"] == "fault" else ""
    if seconds > SECONDS:
        wrong = f"{seconds:.0f} s"
    if memory > MEMORY + FACTOR * line.get("bytes", 0):
        wrong = f"{memory / 1e6:.0f} MB"
    outcome.counts["fault" if wrong else line["outcome"]] += 1
    if wrong:
        outcome.faults.append(f"{name}: {wrong}")
    outcome.slowest = max(outcome.slowest, (seconds, name))
    outcome.largest = max(outcome.largest, (memory, name))


def _lines(options: dict[str, Any], home: Path) -> Iterator[dict[str, Any]]:
    """Yield what the child says; ends it if it says nothing for too long."""
    command = [sys.executable, "-W", "error", str(CHILD), json.dumps({**options, "memory": ADDRESS_SPACE})]
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
                return
            last = json.loads(line)
            yield last
