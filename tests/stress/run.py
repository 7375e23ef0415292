"""Runs every stress test with its counts, and writes them into ``docs/promises.md``: `python dev.py stress`.

The options say how long; what is found is printed, and makes the exit status 1.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / folder) for folder in ("tests", "tests/stress", "tests/app/batch")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import fuzzing  # noqa: E402
import huge  # noqa: E402
import soaking  # noqa: E402
from device_faults import fail_while_computing  # noqa: E402
from faults import change_while_reading, fail_while_saving  # noqa: E402
from parent import Outcome, run_child, try_bad_pictures  # noqa: E402
from targets import TARGETS  # noqa: E402

PAGE = ROOT / "docs" / "promises.md"
BEGIN, END = "<!-- counts: python dev.py stress -->\n", "<!-- end of counts -->\n"
KEPT = ROOT / "build" / "stress" / "counts.json"
SUFFIXES = (".tif", ".png", ".jpg", ".webp", ".avif")


@dataclass(frozen=True)
class Row:
    """A line of the table: what was tried, how often, what came of it, and what went wrong."""

    what: str
    tried: str
    result: str
    faults: Sequence[str] = ()


def _row(what: str, outcome: Outcome) -> Row:
    counts = ", ".join(f"{count:,} {how}" for how, count in sorted(outcome.counts.items()))
    worst = f"{counts}; the slowest took {outcome.slowest[0]:.1f} s of processor time"
    return Row(what, f"{outcome.tried:,}", worst, outcome.faults)


def pictures(options: argparse.Namespace) -> list[Row]:
    """Open what is spoilt and what is hostile."""
    return [
        _row("spoilt photos opened", try_bad_pictures("spoilt", damages=options.damages, seed=options.seed)),
        _row("hostile photos opened", try_bad_pictures("hostile")),
    ]


def models(options: argparse.Namespace) -> list[Row]:
    """Load and run hostile networks."""
    return [_row("hostile networks loaded and run", run_child("hostile_models_child.py"))]


def fuzz(options: argparse.Namespace) -> list[Row]:
    """Fuzz every target, guided by what is reached."""
    if not fuzzing.available():
        return [Row("random inputs", "0", "the extra “fuzz” is not installed")]
    build = ROOT / "build" / "fuzz"
    done = [
        fuzzing.fuzz(name, options.fuzz_seconds, build / "corpus", build / "findings") for name in TARGETS
    ]
    counts = ", ".join(f"{one.name} {one.tried:,}" for one in done)
    found = [f"{one.name}: {one.found}" for one in done if one.found]
    return [Row("random inputs, guided by coverage", f"{sum(one.tried for one in done):,}", counts, found)]


def faults(options: argparse.Namespace) -> list[Row]:
    """Let saving and reading fail at every moment."""
    rows = []
    for what, inject, kept in (
        (
            "faults of the disk and the memory while saving",
            fail_while_saving,
            "original unchanged, result whole or absent, one sentence",
        ),
        ("changes of a file while it is read", change_while_reading, "read whole, or one sentence"),
    ):
        count, wrong = 0, list[str]()
        for suffix in SUFFIXES:
            with tempfile.TemporaryDirectory() as folder:
                injected = inject(Path(folder), suffix)
            count, wrong = count + injected.count, wrong + injected.faults
        rows.append(Row(what, f"{count:,}", kept, wrong))
    with tempfile.TemporaryDirectory() as folder:
        injected = fail_while_computing(Path(folder))
    what, kept = "faults of a device while it computes", "computed again and said, or one sentence"
    rows.append(Row(what, f"{injected.count:,}", kept, injected.faults))
    return rows


def large(options: argparse.Namespace) -> list[Row]:
    """Restore huge scans, write down a huge batch, take back thousands of changes."""
    rows = []
    for height, width in ((14_000, 14_300), (22_000, 22_800)):
        scan = huge.restore_scan(height, width)
        wrong = [f"{scan.memory / 1e9:.1f} GB"] if scan.memory > huge.MEMORY else []
        rows.append(
            Row(
                f"16-bit scan of {scan.megapixels:.0f} MP",
                "1",
                f"{scan.memory / 1e9:.2f} GB of memory",
                wrong,
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        huge.journal_of(50_000, Path(folder))
    rows.append(Row("photos in one batch's journal", "50,000", "all read back"))
    rows.append(Row("steps undone and redone", f"{huge.undo_everything(10_000):,}", "all recipes as before"))
    return rows


def soak(options: argparse.Namespace) -> list[Row]:
    """Do whatever comes in the window."""
    soaked = soaking.soak(options.minutes * 60, options.seed)
    return [Row("random actions in the window", f"{soaked.actions:,}", soaked.summary, soaked.faults)]


PARTS: dict[str, Callable[[argparse.Namespace], list[Row]]] = {
    "pictures": pictures,
    "models": models,
    "fuzz": fuzz,
    "faults": faults,
    "huge": large,
    "soak": soak,
}


def remembered() -> dict[str, list[Row]]:
    """Return what came of the last run of each part."""
    try:
        kept = json.loads(KEPT.read_text(encoding="utf-8"))
    except OSError:
        return {}
    return {part: [Row(**row) for row in rows] for part, rows in kept.items()}


def remember(part: str, rows: Sequence[Row]) -> None:
    """Keep what came of a part, so that parts may be run one by one, the long ones over night."""
    kept = {**remembered(), part: rows}
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({name: [asdict(row) for row in rows] for name, rows in kept.items()}, indent=1)
    KEPT.write_text(text, encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown."""
    lines = ["| what | tried | what came of it | went wrong |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.tried} | {row.result} | {len(row.faults) or 'nothing'} |" for row in rows]
    system = f"Linux {platform.machine()}" if sys.platform == "linux" else platform.platform(terse=True)
    return "\n".join([*lines, "", f"{system}, Python {platform.python_version()}.", ""])


def write_into_page(text: str) -> None:
    """Put the table where the page keeps its place."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Run what the arguments say; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python dev.py stress", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="run these parts")
    parser.add_argument("--minutes", type=float, default=5.0, help="how long to soak the window")
    parser.add_argument("--fuzz-seconds", type=float, default=60.0, help="how long to fuzz each target")
    parser.add_argument("--damages", type=int, default=20, help="random damages of each photo")
    parser.add_argument("--seed", type=int, default=1, help="what the random numbers begin with")
    options = parser.parse_args(arguments)
    wrong: list[str] = []
    for part in options.only:
        print(f"=== {part}", flush=True)  # noqa: T201
        rows = PARTS[part](options)
        remember(part, rows)
        print(table(rows), flush=True)  # noqa: T201
        wrong += [f"{row.what}: {fault}" for row in rows for fault in row.faults]
    print("\n".join(wrong))  # noqa: T201
    write_into_page(table([row for part in PARTS for row in remembered().get(part, [])]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
