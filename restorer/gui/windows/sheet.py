"""A dialog of headings and paragraphs, to be read and closed: about, shortcuts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.named import named
from restorer.gui.windows.leaf import Leaf

_LEAST = 200


class Sheet(QDialog):
    """Grows downwards as its `Leaf` does; scrolls where it is longer than the screen."""

    def __init__(self, parent: QWidget | None, size: QSize) -> None:
        super().__init__(parent)
        self.resize(size)
        leaf = named(Leaf(), "sheet_body")
        self.column = leaf.column
        self.title, self.heading, self.paragraph, self.rows = (
            leaf.title,
            leaf.heading,
            leaf.paragraph,
            leaf.rows,
        )
        scroll = named(QScrollArea(widgetResizable=True), "sheet_scroll")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.windowTitleChanged.connect(scroll.setAccessibleName)
        scroll.setWidget(leaf)
        self._scroll = scroll
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.setContentsMargins(20, 12, 20, 14)
        below.addWidget(self.buttons)
        rule = QFrame()
        rule.setProperty("role", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(rule)
        whole.addLayout(below)

    def done_adding(self, spare: int = 2) -> None:
        """Push everything to the top, and be no taller than what there is to read and ``spare`` pixels."""
        self.column.addStretch(1)
        below = self.sizeHint().height() - self._scroll.sizeHint().height()
        needed = self.column.totalHeightForWidth(self.width()) + below + spare
        self.resize(self.width(), min(self.height(), max(needed, _LEAST)))
