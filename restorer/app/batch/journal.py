"""What became of each photo of a batch, on disk, so that a run killed at any moment goes on where it was.

SQLite in write-ahead mode, each change on the disk before the next step is taken. Before a result gets its
name, the journal knows its hash: a run that was killed between the two recognises its own file. The journal
lies in the user's own folder rather than beside the results, which may be on a network or a full disk. It is
locked while it is open, so that no batch runs twice at once.
"""

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from restorer.app.batch.items import Item, Refused, State, Treatment
from restorer.errors import InvalidRecipe, RestorerError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS item (
    id INTEGER PRIMARY KEY,
    source BLOB NOT NULL,
    target BLOB,
    treatment TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    findings TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    megapixels REAL NOT NULL DEFAULT 0,
    input_hash TEXT,
    result_hash TEXT,
    seconds REAL,
    interrupted INTEGER NOT NULL DEFAULT 0,
    changed REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS item_source ON item (source);
CREATE INDEX IF NOT EXISTS item_target ON item (target);
CREATE INDEX IF NOT EXISTS item_state ON item (state);
CREATE TABLE IF NOT EXISTS folder (path BLOB PRIMARY KEY);
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
_VERSION = 1


@dataclass(frozen=True)
class Row:
    """What the journal knows of a photo; ``target`` is relative to the output folder."""

    id: int
    source: Path
    target: Path | None
    treatment: str
    state: State
    reason: str
    findings: str
    size: int
    modified: int
    megapixels: float
    input_hash: str | None
    result_hash: str | None
    seconds: float | None
    interrupted: int
    changed: float


class JournalError(RestorerError):
    """The journal cannot be read or written: nothing may go on without it."""


class Journal:
    """A batch's journal; may be used by several threads. ``path`` None keeps it in memory, for a look only.

    Raises:
        JournalError: it is in use by another run, or cannot be written.
    """

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.RLock()
        with _sentences():
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            # Autocommit; transactions are begun where they are needed.
            self._database = sqlite3.connect(
                path or ":memory:", timeout=0.5, isolation_level=None, check_same_thread=False
            )
            try:
                self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
                self._database.execute("PRAGMA journal_mode = WAL")
                self._database.execute("PRAGMA synchronous = FULL")
                self._create()
            except BaseException:
                self._database.close()
                raise

    def _create(self) -> None:
        with self._transaction():
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            if version > _VERSION:
                raise JournalError(
                    "This batch was begun with a newer version of the program.", "Use that one."
                )
            for statement in _SCHEMA.split(";"):
                self._database.execute(statement)
            self._database.execute(f"PRAGMA user_version = {_VERSION}")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def rows(self, state: State | None = None) -> list[Row]:
        """Return all rows, or those in one state, in the order in which they were planned."""
        where, values = ("WHERE state = ?", [state]) if state else ("", [])
        with self._lock, _sentences():
            found = self._database.execute(
                f"SELECT {', '.join(Row.__dataclass_fields__)} FROM item {where} ORDER BY id", values
            ).fetchall()
            return [_row(values) for values in found]

    def record(
        self, items: Sequence[Item], refused: Iterable[tuple[State, Refused]], treatment: str
    ) -> list[Item]:
        """Write a plan down and return its items with their numbers.

        What earlier plans said of the same files gives way, except where work was done.
        """
        with self._transaction():
            numbered = []
            for item in items:
                self._forget(item.source)
                # The name is free, so whatever bore it is gone.
                self._database.execute("DELETE FROM item WHERE target = ?", [_bytes(item.target)])
                number = self._add(item.source, State.PLANNED, item.size, item.modified, treatment)
                values = (_bytes(item.target), item.facts.megapixels, item.interrupted, number)
                self._database.execute(
                    "UPDATE item SET target = ?, megapixels = ?, interrupted = ? WHERE id = ?", values
                )
                numbered.append(replace(item, id=number))
            for state, one in refused:
                self._forget(one.source)
                self._add(one.source, state, one.size, one.modified, treatment, one.reason)
        return numbered

    def _forget(self, source: Path) -> None:
        self._database.execute("DELETE FROM item WHERE source = ? AND state != 'done'", [_bytes(source)])

    def _add(
        self, source: Path, state: State, size: int, modified: int, treatment: str, reason: str = ""
    ) -> int:
        cursor = self._database.execute(
            "INSERT INTO item (source, state, size, modified, treatment, reason, changed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (_bytes(source), state, size, modified, treatment, reason, time.time()),
        )
        return cursor.lastrowid or 0

    def begin(self, item: int) -> None:
        """Write down that work on a photo begins."""
        self._set(item, state=State.RUNNING, reason="", result_hash=None)

    def will_place(self, item: int, target: Path, result_hash: str, input_hash: str, findings: str) -> None:
        """Write down which file is about to get the name ``target``."""
        self._set(
            item, target=_bytes(target), result_hash=result_hash, input_hash=input_hash, findings=findings
        )

    def done(self, item: int, seconds: float | None = None, folders: Iterable[Path] = ()) -> None:
        """Write down that a result has its name, and which folders were made for it."""
        with self._transaction():
            self._set(item, state=State.DONE, seconds=seconds)
            self._database.executemany(
                "INSERT OR IGNORE INTO folder VALUES (?)", [(_bytes(folder),) for folder in folders]
            )

    def refuse(
        self, item: int, state: State, reason: str, findings: str = "", input_hash: str | None = None
    ) -> None:
        """Write down that a photo failed or was skipped, and why; ``input_hash`` if it was looked at."""
        self._set(item, state=state, reason=reason, findings=findings, input_hash=input_hash)

    def put_back(self, item: int, *, interrupted: bool = False) -> None:
        """Write down that work on a photo has to begin anew."""
        with self._transaction():
            self._set(item, state=State.PLANNED, result_hash=None)
            if interrupted:
                self._database.execute("UPDATE item SET interrupted = interrupted + 1 WHERE id = ?", [item])

    def seen_again(self, item: int, source: Path, size: int, modified: int) -> None:
        """Write down that a photo known by its contents has another name or time now."""
        self._set(item, source=_bytes(source), size=size, modified=modified)

    def folders(self) -> list[Path]:
        """Return the folders that were made for results, relative, the innermost first."""
        with self._lock, _sentences():
            found = self._database.execute("SELECT path FROM folder").fetchall()
            return sorted((_inside(value) for (value,) in found), key=lambda path: -len(path.parts))

    def describe(self, output: Path, treatment: Treatment) -> None:
        """Write down what the batch is, so that it can be gone on with by its journal alone."""
        about = {"output": _bytes(output), "treatment": json.dumps(treatment.to_json()).encode()}
        with self._transaction():
            self._database.execute("DELETE FROM about")
            self._database.executemany("INSERT INTO about VALUES (?, ?)", about.items())

    def description(self) -> tuple[Path, Treatment] | None:
        """Return the output folder and the treatment that were written down last.

        None if there are none, if they are not to be gone on with (`dismiss`), or a newer program wrote them.
        """
        with self._lock, _sentences():
            about = dict(self._database.execute("SELECT name, value FROM about").fetchall())
        try:
            return _path(about["output"]), Treatment.from_json(json.loads(about["treatment"]))
        except (KeyError, ValueError, TypeError, InvalidRecipe):
            return None

    def dismiss(self) -> None:
        """Let nobody be asked any more whether to go on with this batch."""
        with self._lock, _sentences():
            self._database.execute("DELETE FROM about")

    def counts(self) -> dict[State, int]:
        """Return how many photos are in each state."""
        with self._lock, _sentences():
            found = self._database.execute("SELECT state, COUNT(*) FROM item GROUP BY state").fetchall()
            return dict.fromkeys(State, 0) | {State(state): count for state, count in found}

    def _set(self, item: int, **values: object) -> None:
        columns = ", ".join(f"{name} = ?" for name in (*values, "changed"))
        with self._lock, _sentences():
            self._database.execute(
                f"UPDATE item SET {columns} WHERE id = ?", (*values.values(), time.time(), item)
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock, _sentences():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise JournalError(
                "Another batch is running into this folder.", "Wait for it, or choose another folder."
            ) from error
        raise JournalError(
            f"The journal of the batch cannot be written: {_reason(error)}.", "Is the disk full?"
        ) from error
    except (sqlite3.DatabaseError, OSError) as error:
        raise JournalError(
            f"The journal of the batch cannot be used: {_reason(error)}.", "Choose another output folder."
        ) from error
    except (ValueError, TypeError) as error:  # what is no text, no state, no path
        raise JournalError("The journal of the batch is damaged.", "Choose another output folder.") from error


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0][:200].rstrip(".")


def _row(values: Sequence[object]) -> Row:
    fields = dict(zip(Row.__dataclass_fields__, values, strict=True))
    fields["source"] = _path(fields["source"])
    fields["target"] = None if fields["target"] is None else _inside(fields["target"])
    fields["state"] = State(str(fields["state"]))
    for name in ("size", "modified", "interrupted"):
        fields[name] = int(str(fields[name]))
    return Row(**fields)  # type: ignore[arg-type]


def _bytes(path: Path) -> bytes:
    """Return a path as it is on disk: not every file's name is text."""
    return os.fsencode(path)


def _path(value: object) -> Path:
    if not isinstance(value, bytes):
        raise TypeError(f"{value!r} is no path")
    return Path(os.fsdecode(value))


def _inside(value: object) -> Path:
    """Return a path that stays inside the output folder, whatever stands in the journal."""
    path = _path(value)
    if path.is_absolute() or ".." in path.parts or b"\0" in os.fsencode(path):
        raise ValueError(f"{path} leads out of the output folder")
    return path
