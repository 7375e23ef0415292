"""What a person may send to the makers when something went wrong: log and last words, no private folders.

It is put together only when somebody asks for it, and goes to the clipboard: the program sends nothing.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

_CRASHES_KEPT = 3
_LINES = 60
_SPACE = r"[^\n\"'“”‘’<>|*?:;()\[\]{}]*"
_PRIVATE = re.compile(rf"(?<![\w.~/>\\])(?:[A-Za-z]:(?=[\\/])|~|\\\\|(?=/)){_SPACE}[\\/](?=\S)")


def crash_file(logs: Path) -> Path:
    """Return the file for the last words of the program that runs; what an earlier one left is kept.

    The folder must exist. Of earlier crashes the last three are kept, ``crash-1.log`` being the latest.

    Raises:
        OSError: the folder cannot be written to.
    """
    current = logs / "crash.log"
    if current.exists() and current.stat().st_size:
        for number in range(_CRASHES_KEPT - 1, 0, -1):
            older = logs / f"crash-{number}.log"
            if older.exists():
                older.replace(logs / f"crash-{number + 1}.log")
        current.replace(logs / "crash-1.log")
    return current


def has_crashed(logs: Path) -> bool:
    """Whether the program that ran before this one left last words."""
    current = logs / "crash.log"
    return current.exists() and current.stat().st_size > 0


def trouble_report(head: str, logs: Path) -> str:
    """Return ``head`` (versions), the end of the log, and the last crash, if there was one."""
    parts = [head]
    for title, name in (
        ("Log", "restorer.log"),
        ("Last crash", "crash-1.log"),
        ("Last command", "unexpected.txt"),
    ):
        if lines := _tail(logs / name):
            parts.append(f"{title}:\n{lines}")
    return without_private_paths("\n\n".join(parts))


def without_private_paths(text: str, known: Mapping[str, str] | None = None) -> str:
    """Return ``text`` with every folder cut down to "…", but those of ``known`` (folder to name for it).

    By default the program's own folders are known. A file's own name stays.
    """
    for folder, name in (known if known is not None else _program_folders()).items():
        for written in {folder, folder.replace("\\", "/")}:
            text = text.replace(written, f"<{name}>")
    return _PRIVATE.sub("…/", text)


def _program_folders() -> dict[str, str]:
    package = Path(__file__).resolve().parents[2]
    # The longer first: the environment may lie in the folder of a checkout.
    folders = {sys.prefix: "python", sys.base_prefix: "python", str(package): "restorer"}
    return dict(sorted(folders.items(), key=lambda pair: -len(pair[0])))


def _tail(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-_LINES:])
