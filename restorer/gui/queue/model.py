"""The rows of the queue as a table for Qt, of which a filter may leave only those in one state.

Nothing here takes longer for many rows than for few, but for a change of the filter, which is a pass over
them: rows are known by their number in the journal, and a change touches the one row it is about.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from restorer.app.batch.events import RowChanged
from restorer.app.batch.items import State
from restorer.app.batch.journal import Row
from restorer.gui.core_sentences import translated
from restorer.gui.numbers import number
from restorer.gui.queue.wording import length, state_name
from restorer.gui.tips import plain_tip

PHOTO, STATE, SIZE, TIME = range(4)
_COLUMNS = 4
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QueueModel(QAbstractTableModel):
    """Every photo of a batch, with what became of it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}
        self._by_source: dict[str, int] = {}
        self._shown: list[int] = []
        self._filter: State | None = None
        self._fractions: dict[int, float] = {}
        self.counts = dict.fromkeys(State, 0)

    # Feeding

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self._rows, self._places, self._by_source, self._shown = [], {}, {}, []
        self._fractions.clear()
        self.counts = dict.fromkeys(State, 0)
        self.endResetModel()

    def merge(self, rows: Iterable[Row]) -> None:
        """Take rows in; one about the same file as another takes its place."""
        new = []
        for row in rows:
            place = self._by_source.get(str(row.source))
            if place is None:
                new.append(row)
                continue
            self._places.pop(self._rows[place].id, None)
            self._places[row.id] = place
            self._set(place, row)
        if new:
            self._append(new)

    def change(self, event: RowChanged) -> None:
        """Let a row have another state."""
        if (place := self._places.get(event.item.id)) is None:
            return
        self._fractions.pop(event.item.id, None)
        row = replace(
            self._rows[place],
            state=event.state,
            reason=event.reason,
            findings=event.findings,
            seconds=event.seconds,
            target=event.item.target,
        )
        self._set(place, row)

    def advance(self, number: int, fraction: float) -> None:
        """Take note of how much of a running photo (0..1) is done."""
        if (place := self._places.get(number)) is not None:
            self._fractions[number] = fraction
            self._touch(place)

    def set_filter(self, state: State | None) -> None:
        """Show only the rows in ``state``, or all."""
        if state == self._filter:
            return
        self.beginResetModel()
        self._filter = state
        self._shown = [place for place, row in enumerate(self._rows) if state in (None, row.state)]
        self.endResetModel()

    def _append(self, rows: list[Row]) -> None:
        first = len(self._rows)
        self._rows += rows
        for place, row in enumerate(rows, first):
            self._places[row.id] = place
            self._by_source[str(row.source)] = place
            self.counts[row.state] += 1
        shown = [place for place, row in enumerate(rows, first) if self._filter in (None, row.state)]
        if shown:
            end = len(self._shown)
            self.beginInsertRows(QModelIndex(), end, end + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def _set(self, place: int, row: Row) -> None:
        before, self._rows[place] = self._rows[place], row
        self.counts[before.state] -= 1
        self.counts[row.state] += 1
        if self._filter is None or before.state == row.state:
            self._touch(place)
            return
        line = bisect_left(self._shown, place)
        if before.state == self._filter:
            self.beginRemoveRows(QModelIndex(), line, line)
            del self._shown[line]
            self.endRemoveRows()
        elif row.state == self._filter:
            self.beginInsertRows(QModelIndex(), line, line)
            self._shown.insert(line, place)
            self.endInsertRows()

    def _touch(self, place: int) -> None:
        line = place if self._filter is None else bisect_left(self._shown, place)
        if line < len(self._shown) and self._shown[line] == place:
            self.dataChanged.emit(self.index(line, 0), self.index(line, _COLUMNS - 1))

    # Looking

    def row_at(self, index: _Index) -> Row:
        """Return what a line of the table is about."""
        return self._rows[self._shown[index.row()]]

    def fraction(self, row: Row) -> float:
        """Return how much of a running photo (0..1) is done."""
        return self._fractions.get(row.id, 0.0)

    # What Qt asks

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(part for part in (str(row.source), sentence(row)) if part))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == PHOTO:
                parts = (row.source.name, state_name(row.state), sentence(row))
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in (SIZE, TIME):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == PHOTO:
            return row.source.name
        if column == STATE:
            return state_name(row.state)
        if column == SIZE:
            return number(row.megapixels, 1) if row.megapixels else ""
        return length(row.seconds) if row.seconds is not None else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (_tr("Photo"), _tr("State"), _tr("Megapixels"), _tr("Time"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (SIZE, TIME) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def sentence(row: Row) -> str:
    """Return what is to be said of a row beyond its state: why, or what was found."""
    if row.state in (State.FAILED, State.SKIPPED):
        return translated(row.reason)
    return translated(row.findings) if row.state == State.DONE else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Queue", text)
