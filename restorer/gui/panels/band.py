"""A band across the window: an icon, a sentence, what can be done about it, and a cross."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QToolButton, QWidget

from restorer.gui import icons
from restorer.gui.messages import Weight
from restorer.gui.named import named
from restorer.gui.panels.selectable_text import SelectableText
from restorer.gui.theme import Theme

_MARGINS, _GAP, _ICON = (16, 8, 8, 8), 10, 20
_SENTENCE, _LEAST_SENTENCE = 240, 90
"""Points that a sentence has beside what can be done; and, where that stands below it, at least."""
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Band(QFrame):
    """What can be done stands beside the sentence, or below it where the band is narrow."""

    crossed = Signal()
    """The cross was clicked."""

    def __init__(self, theme: Theme, text: str, close: str) -> None:
        """``text`` and ``close`` are what the sentence and the cross are called among widgets."""
        super().__init__()
        self.setObjectName("message")
        self._theme, self._weight = theme, Weight.NOTE
        self._icon = QLabel()
        self.sentence = named(SelectableText(), text)
        self.cross = named(QToolButton(), close)
        self.cross.clicked.connect(self.crossed)
        self._offers = QWidget()
        self._line = QBoxLayout(_BESIDE, self._offers)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*_MARGINS)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0)
        self._grid.addWidget(self.sentence, 0, 1)
        self._grid.addWidget(self._offers, 0, 2)
        self._grid.addWidget(self.cross, 0, 3)
        theme.changed.connect(self._tint)
        self._tint()

    def say(self, text: str, hint: str, weight: Weight) -> None:
        """Say something, with a hint in a line of its own."""
        self._weight = weight
        self.setProperty("weight", weight.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.sentence.setText(text + (f"\n{hint}" if hint else ""))
        self.sentence.setAccessibleName(f"{text} {hint}".strip())
        self._tint()

    def offer(self, widget: QWidget) -> None:
        """Offer something that can be done."""
        self._line.addWidget(widget)

    def lead_tab(self, before: QWidget | None = None) -> None:
        """Let the Tab key go through it as the eye does, after ``before`` or else where it is."""
        for widget in (self.sentence, *self._offered(), self.cross):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def arrange(self) -> None:
        """Place what is offered where there is room for it."""
        offers = [widget.sizeHint().width() for widget in self._offered()]
        room = self.width() - _MARGINS[0] - _MARGINS[2]
        whole = sum(offers) + _GAP * max(0, len(offers) - 1)
        beside = whole + _SENTENCE + self._edges() <= room
        self._line.setDirection(_BESIDE if whole <= room else _BELOW)
        self._grid.removeWidget(self._offers)
        if beside:
            self._grid.addWidget(self._offers, 0, 2)
        else:
            self._grid.addWidget(self._offers, 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        self._offers.setVisible(bool(offers))

    def minimumSizeHint(self) -> QSize:
        """Return what it needs with everything below the sentence."""
        widest = max((widget.minimumSizeHint().width() for widget in self._offered()), default=0)
        width = max(widest, self._edges() + _LEAST_SENTENCE) + _MARGINS[0] + _MARGINS[2]
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.arrange()

    def _edges(self) -> int:
        """Return what the icon and the cross take of the width."""
        return _ICON + self.cross.sizeHint().width() + 3 * _GAP

    def _offered(self) -> list[QWidget]:
        widgets = (child for child in self._offers.children() if isinstance(child, QWidget))
        return [widget for widget in widgets if not widget.isHidden()]

    def _tint(self) -> None:
        colours = self._theme.colours
        shade = {
            Weight.NOTE: colours.focus,
            Weight.DONE: colours.green,
            Weight.WARNING: colours.amber,
            Weight.ERROR: colours.red,
        }[self._weight]
        self._icon.setPixmap(icons.tinted_pixmap(self._weight.value, shade, _ICON))
        self.cross.setIcon(self._theme.icon("close"))
