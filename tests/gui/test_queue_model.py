"""The rows of the queue: each change touches the row it is about, whatever is filtered."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt

from restorer.app.batch.events import Planned, RowChanged, RowProgress, Totals
from restorer.app.batch.items import Item, State
from restorer.app.batch.journal import Row
from restorer.gui.queue.mailbox import Mailbox
from restorer.gui.queue.model import PHOTO, SIZE, STATE, TIME, QueueModel
from restorer.photo import Facts


def row(number: int, state: State = State.PLANNED, **changes: Any) -> Row:
    path = Path(f"{number}.jpg")
    plain = Row(number, path, path, "key", state, "", "", 1, 1, 12.0, None, None, None, 0, 0.0)
    return replace(plain, **changes)


def change(number: int, state: State, reason: str = "", seconds: float | None = None) -> RowChanged:
    path = Path(f"{number}.jpg")
    item = Item(path, Path(), path, Facts("JPEG", 4000, 3000), 1, 1, id=number)
    return RowChanged(item, state, reason, seconds=seconds)


def names(model: QueueModel) -> list[str]:
    return [model.index(line, PHOTO).data() for line in range(model.rowCount())]


@pytest.fixture
def model(qtmodeltester: Any) -> QueueModel:
    model = QueueModel()
    model.merge(row(number) for number in range(1, 6))
    qtmodeltester.check(model)
    return model


def test_a_change_is_shown_in_its_row(model: QueueModel) -> None:
    touched: list[int] = []
    model.dataChanged.connect(lambda first, last: touched.append(first.row()))
    model.change(change(3, State.RUNNING))
    model.advance(3, 0.5)
    assert model.fraction(model.row_at(model.index(2, 0))) == 0.5
    model.change(change(3, State.DONE, seconds=75))
    assert touched == [2, 2, 2]
    shown = [model.index(2, column).data() for column in (PHOTO, STATE, SIZE, TIME)]
    assert shown == ["3.jpg", "Done", "12.0", "1 min"]
    assert model.fraction(model.row_at(model.index(2, 0))) == 0
    assert (model.counts[State.PLANNED], model.counts[State.DONE]) == (4, 1)


def test_what_failed_says_why_to_the_eye_and_to_the_ear(model: QueueModel) -> None:
    model.change(change(1, State.FAILED, "The end is missing."))
    index = model.index(0, PHOTO)
    assert "The end is missing." in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1.jpg, Failed, The end is missing."


def test_a_filter_shows_one_state_and_follows_it(model: QueueModel, qtmodeltester: Any) -> None:
    model.set_filter(State.DONE)
    assert names(model) == []
    for number in (4, 2, 5):
        model.change(change(number, State.DONE))
    assert names(model) == ["2.jpg", "4.jpg", "5.jpg"]
    model.change(change(4, State.PLANNED))
    assert names(model) == ["2.jpg", "5.jpg"]
    model.merge([row(9, State.DONE), row(10)])
    assert names(model) == ["2.jpg", "5.jpg", "9.jpg"]
    qtmodeltester.check(model)
    model.set_filter(None)
    assert len(names(model)) == 7


def test_another_row_about_the_same_file_takes_its_place(model: QueueModel) -> None:
    model.merge([row(77, State.FAILED, source=Path("2.jpg"), reason="No.")])
    assert names(model) == [f"{number}.jpg" for number in range(1, 6)]
    model.change(change(77, State.DONE))
    assert model.row_at(model.index(1, 0)).state == State.DONE
    model.change(change(2, State.FAILED))
    assert model.row_at(model.index(1, 0)).state == State.DONE, "that number is gone"


def test_nothing_is_forgotten_by_halves(model: QueueModel) -> None:
    model.advance(1, 0.5)
    model.clear()
    assert model.rowCount(QModelIndex()) == 0
    assert sum(model.counts.values()) == 0
    model.change(change(1, State.DONE))
    model.merge([row(1)])
    assert names(model) == ["1.jpg"]


def test_the_mailbox_keeps_the_order_and_only_the_latest_figures() -> None:
    mailbox = Mailbox()
    item = change(1, State.DONE).item
    mailbox.put(Planned(tuple(row(number) for number in range(1200))))
    for fraction in (0.1, 0.7):
        mailbox.put(RowProgress(item, fraction))
        mailbox.put(Totals(1, 0, 0, 1, fraction, None, None))
    mailbox.put(change(1, State.DONE))
    taken = []
    while (event := mailbox.take()) is not None:
        taken.append(event)
    assert [len(event.rows) for event in taken if isinstance(event, Planned)] == [500, 500, 200]
    assert [type(event).__name__ for event in taken[3:]] == ["RowChanged", "RowProgress", "Totals"]
    assert taken[-1].fraction == 0.7
