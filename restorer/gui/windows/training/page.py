"""What the pages of the training dialog have in common: a column of text and controls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from restorer.gui.named import named


class Page(QWidget):
    """A page; texts are added from top to bottom."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 20, 28, 16)
        self.column.setSpacing(8)

    def text(self, words: str, role: str = "", name: str = "") -> QLabel:
        """Add a paragraph."""
        label = named(QLabel(words, wordWrap=True), name, role=role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(label)
        return label

    def enter(self) -> None:
        """Become the page that is shown."""
