"""A journal that was damaged, or written by a stranger, is refused in a sentence and leads nowhere."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from restorer.app.batch.journal import Journal, JournalError

Look = Callable[[Journal], object]


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[..., Journal]:
    """Return what opens a journal of one photo after a statement was carried out on it."""

    def open_after(statement: str, *values: object) -> Journal:
        path = tmp_path / "a.sqlite"
        Journal(path).close()
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute(
                "INSERT INTO item (source, target, treatment, state, size, modified, changed)"
                " VALUES (X'61', X'62', '{}', 'done', 1, 1, 1)"
            )
            database.execute(statement, values)
            database.commit()
        return Journal(path)

    return open_after


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE item SET target = ?", b"/elsewhere/photo.png"),
        ("UPDATE item SET target = ?", b"../../photo.png"),
        ("UPDATE item SET target = ?", b"a\0b"),
        ("UPDATE item SET target = ?", 7),
        ("UPDATE item SET source = ?", "text"),
        ("UPDATE item SET state = ?", "lost"),
        ("UPDATE item SET size = ?", "many"),
        ("UPDATE item SET reason = CAST(? AS TEXT)", b"\xff\xfe"),
    ],
)
def test_a_senseless_row(spoil: Callable[..., Journal], statement: str, value: object) -> None:
    with contextlib.closing(spoil(statement, value)) as journal, pytest.raises(JournalError) as caught:
        journal.rows()
    assert caught.value.message.endswith(".")
    assert caught.value.hint


@pytest.mark.parametrize("folder", [b"..", b"/tmp", b"a/../.."])
def test_a_folder_outside_is_not_removed(spoil: Callable[..., Journal], folder: bytes) -> None:
    journal = spoil("INSERT INTO folder VALUES (?)", folder)

    with contextlib.closing(journal), pytest.raises(JournalError):
        journal.folders()


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Journal(path).close()
    whole = path.read_bytes()
    for at in (18, 60, 96, 110, 200, 4000):
        path.write_bytes(whole[:at] + b"\xff" * 40 + whole[at + 40 :])
        with contextlib.suppress(JournalError), contextlib.closing(Journal(path)) as journal:
            journal.rows()


def test_a_schema_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Journal(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"CREATE INDEX item_source", b"CREATE INDEX \xb9tem_source"))
    with contextlib.suppress(JournalError), contextlib.closing(Journal(path)) as journal:
        journal.rows()
