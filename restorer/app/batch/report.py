"""What a batch did, for people and programs: ``report.json`` beside the results."""

import json
import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from restorer import __version__
from restorer.app.batch.batch import Summary
from restorer.app.batch.items import State, Treatment
from restorer.app.batch.journal import Journal, Row
from restorer.app.batch.output import OutputFolder

_NAME = "report.json"
_PROGRAM = "restorer batch"


def report(
    output: OutputFolder, journal: Journal, treatment: Treatment | None, summary: Summary | None
) -> dict[str, Any]:
    """Return everything the journal knows, ready for JSON; ``summary`` is of the run that just ended."""
    rows = journal.rows()
    counts = {state.value: sum(row.state == state for row in rows) for state in State}
    return {
        "program": _PROGRAM,
        "version": __version__,
        "written": datetime.now(UTC).isoformat(timespec="seconds"),
        "output": shown(output.path),
        "treatment": treatment.to_json() if treatment else None,
        "this_run": _run(summary) if summary else None,
        "counts": counts,
        "photos": [_photo(row) for row in rows],
    }


def write_report(output: OutputFolder, content: Mapping[str, Any]) -> Path:
    """Write a report beside the results and return where; a file of that name that is not ours is left alone.

    Raises:
        OSError: the disk refuses.
    """
    number, target = 2, output.path / _NAME
    while target.exists() and not _is_ours(target):
        number, target = number + 1, output.path / f"report ({number}).json"
    descriptor, draft = tempfile.mkstemp(prefix=".restorer-", suffix=".part", dir=output.path)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2, ensure_ascii=False)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)  # as any file; the draft could be read by nobody else
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return target


def shown(path: Path) -> str:
    """Return a path as text; bytes in a name that are no text are shown as such."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _run(summary: Summary) -> dict[str, Any]:
    rate = summary.megapixels_per_second
    return {
        "done": summary.done,
        "failed": summary.failed,
        "skipped": summary.skipped,
        "left": summary.left,
        "seconds": round(summary.seconds, 1),
        "megapixels_per_second": round(rate, 3) if rate else None,
        "stopped": summary.stopped.message if summary.stopped else None,
        "cancelled": summary.cancelled,
    }


def _photo(row: Row) -> dict[str, Any]:
    content: dict[str, Any] = {"source": shown(row.source), "state": row.state.value}
    if row.target is not None:
        content["result"] = shown(row.target)
    if row.reason:
        content["reason"] = row.reason
    if row.findings:
        content["findings"] = row.findings
    if row.state == State.DONE:
        content |= {"source_sha256": row.input_hash, "result_sha256": row.result_hash}
    return content


def _is_ours(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_text(encoding="utf-8"))["program"] == _PROGRAM)
    except (OSError, ValueError, KeyError, TypeError):
        return False
