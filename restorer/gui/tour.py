"""The tour: what a photo goes through, shown in the real window on a photograph that comes with the program.

A stop says its words, points at a part of the window, and may press something first. The tour never stands in
the way: the whole window can be used meanwhile.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from restorer.gui.panels.group import Group
from restorer.gui.panels.tour_card import TourCard


@dataclass(frozen=True)
class Stop:
    """A stop of the tour. ``target`` names the widget pointed at; ``action`` is triggered on arrival."""

    title: str
    words: str
    target: str = ""
    action: str = ""


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Tour", text))


STOPS: Sequence[Stop] = (
    Stop(
        _t("Welcome"),
        _t(
            "See in a minute how a photo is restored, on a photograph of about 1900 that comes with the "
            "program. Everything happens on this computer, also without the internet."
        ),
    ),
    Stop(
        _t("The photo, as it is"),
        _t(
            "Here the program says what the photo needs. Your own photos are opened with File, Open, or by "
            "dropping them on the window. An original is only ever read."
        ),
        "statement",
        "open_sample",
    ),
    Stop(
        _t("Repair"),
        _t(
            "Every kind of restoration has its switch here, and the button below does what was suggested. "
            "The tour now looks for dust and scratches, and repairs what is surest: specks in this sky."
        ),
        "damage_switch",
        "repair_damage",
    ),
    Stop(
        _t("Before and after"),
        _t(
            "Drag the line across the photo: left of it is before, right of it after. Turn the wheel to come "
            "closer; the buttons above show it in other ways, side by side for instance."
        ),
        "canvas",
        "compare_wipe",
    ),
    Stop(
        _t("How much is repaired"),
        _t(
            "More to the right more is found, and more of it by mistake. It costs no waiting. The full stop "
            "and the comma lead from repair to repair, X refuses one, and every change can be undone."
        ),
        "damage_sensitivity_setting",
    ),
    Stop(
        _t("What was changed"),
        _t(
            "Here only the difference is shown, strengthened. Where there is none the photo is unchanged to "
            "the bit; how much of it that is stands below."
        ),
        "canvas",
        "compare_difference",
    ),
    Stop(
        _t("Save"),
        _t(
            "“Save as” writes a new file beside the original and never over it. That was the tour; it stays "
            "in the Help menu."
        ),
        "main_button",
        "compare_wipe",
    ),
)


class Tour(QObject):
    """Leads through `STOPS` by a card over ``window``."""

    def __init__(self, window: QWidget, trigger: Callable[[str], None], on_end: Callable[[], None]) -> None:
        """``trigger`` does the action of a name as soon as it can be done, and forgets the one before;
        ``on_end`` is called once, however the tour ends.
        """
        super().__init__(window)
        self._window, self._trigger, self._on_end = window, trigger, on_end
        self._at = 0
        self.card = TourCard(window)
        self.card.next_clicked.connect(lambda: self._go(self._at + 1))
        self.card.back_clicked.connect(lambda: self._go(self._at - 1))
        self.card.skipped.connect(self.end)

    def start(self) -> None:
        """Show the first stop."""
        self._go(0)

    def end(self) -> None:
        """Take the card away."""
        self.card.leave()
        self._on_end()
        self.deleteLater()

    def _go(self, at: int) -> None:
        if at >= len(STOPS):
            self.end()
            return
        forward, self._at = at > self._at, at
        stop = STOPS[at]
        self._trigger(stop.action if forward else "")
        target = self._window.findChild(QWidget, stop.target) if stop.target else None
        if target is not None:
            _unfold(target)
        self.card.show_stop(_shown(stop.title), _shown(stop.words), (at + 1, len(STOPS)), target)


def _unfold(target: QWidget) -> None:
    """Unfold the group of the panel that a widget is in, if it is in one."""
    parent: QWidget | None = target
    while parent is not None:
        if isinstance(parent, Group):
            parent.unfold()
        parent = parent.parentWidget()


def _shown(text: str) -> str:
    return QCoreApplication.translate("Tour", text)
