"""States, ranges of time, sizes and speeds of a batch in words."""

from PySide6.QtCore import QCoreApplication

from restorer.app.batch.items import State
from restorer.app.batch.pace import Span
from restorer.gui.numbers import number


def state_name(state: State) -> str:
    """Name a state."""
    return {
        State.PLANNED: _tr("Waiting"),
        State.RUNNING: _tr("Restoring"),
        State.DONE: _tr("Done"),
        State.FAILED: _tr("Failed"),
        State.SKIPPED: _tr("Left out"),
    }[state]


def span(value: Span) -> str:
    """Write a length of time as a range, in the unit that suits it."""
    if value.high < 10:
        return _tr("a few seconds")
    units = ((1, _tr("s")), (60, _tr("min")), (3600, _tr("h")), (86400, _tr("days")))
    seconds, unit = next((unit for unit in units if value.high < 120 * unit[0]), units[-1])
    low, high = (max(1, round(end / seconds)) for end in (value.low, value.high))
    return _tr("about {} {}").format(low, unit) if low == high else f"{low}–{high} {unit}"


def length(seconds: float) -> str:
    """Write how long something took."""
    if seconds < 60:
        return f"{number(seconds, 1 if seconds < 10 else 0)} s"
    minutes = round(seconds / 60)
    return _tr("{} min").format(minutes) if minutes < 120 else _tr("{} h").format(number(seconds / 3600, 1))


def room(count: int) -> str:
    """Write a number of bytes."""
    value = float(count)
    for unit in (_tr("bytes"), _tr("KB"), _tr("MB"), _tr("GB")):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{number(value, 1)} {_tr('TB')}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Queue", text)
