"""Headings, paragraphs and rows, one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget


class Leaf(QWidget):
    """Grows downwards by `title`, `heading`, `paragraph` and `rows`."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(26, 22, 26, 18)
        self.column.setSpacing(8)

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
