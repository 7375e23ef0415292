"""A dialog of headings and paragraphs, to be read and closed: about, shortcuts, a model's card."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.named import named

_LEAST = 200


class Sheet(QDialog):
    """Grows downwards by `heading`, `paragraph` and `rows`; scrolls where it is longer than the screen."""

    def __init__(self, parent: QWidget | None, size: QSize) -> None:
        super().__init__(parent)
        self.resize(size)
        body = named(QWidget(), "sheet_body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(26, 22, 26, 18)
        self.column.setSpacing(8)
        scroll = named(QScrollArea(widgetResizable=True), "sheet_scroll")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.windowTitleChanged.connect(scroll.setAccessibleName)
        scroll.setWidget(body)
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

    def title(self, text: str) -> None:
        """Add a large title."""
        self._add(text, "title")

    def heading(self, text: str) -> None:
        """Add a heading, set off from what is above."""
        if self.column.count():
            self.column.addSpacing(10)
        self._add(text, "heading")

    def paragraph(self, text: str, role: str = "") -> QLabel:
        """Add text."""
        return self._add(text, role)

    def rows(self, rows: dict[str, str], *, width: int = 130) -> None:
        """Add pairs of a name, in a column of at least ``width``, and what it stands for."""
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setVerticalSpacing(7)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, value in rows.items():
            label, text = QLabel(name), _text(value)
            label.setProperty("role", "fact")
            label.setMinimumWidth(width)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            form.addRow(label, text)
        self.column.addLayout(form)

    def done_adding(self, spare: int = 2) -> None:
        """Push everything to the top, and be no taller than what there is to read and ``spare`` pixels."""
        self.column.addStretch(1)
        below = self.sizeHint().height() - self._scroll.sizeHint().height()
        needed = self.column.totalHeightForWidth(self.width()) + below + spare
        self.resize(self.width(), min(self.height(), max(needed, _LEAST)))

    def _add(self, text: str, role: str) -> QLabel:
        label = _text(text)
        if role:
            label.setProperty("role", role)
        self.column.addWidget(label)
        return label


def _text(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
