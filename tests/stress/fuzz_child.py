"""Fuzzes one target with atheris, which keeps what reaches new code and goes on from there.

Started by `fuzzing`; needs the extra "fuzz". Its arguments are the target's name, then libFuzzer's own.
"""

import sys
from pathlib import Path

import atheris

FOLDERS = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDERS), str(FOLDERS / "stress"), str(FOLDERS / "app" / "batch")]

with atheris.instrument_imports(include=["restorer"]):
    from targets import TARGETS, attempt


def main() -> None:
    """Fuzz until the time is over or something is found."""
    target = TARGETS[sys.argv.pop(1)]
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)

    def one(data: bytes) -> None:
        attempt(target, data)

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
