"""A label for what may be long, such as a file's name, and must not widen the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_LEAST = 90


class ElidedLabel(QLabel):
    """Shortens its text in the middle."""

    def __init__(self, share: int, most: int) -> None:
        """The text takes up to a ``share``-th of the window's width, and never more than ``most`` points."""
        super().__init__()
        self._share, self._most = share, most

    def setText(self, text: str) -> None:
        """Show ``text``, or as much of it as there is room for."""
        limit = max(_LEAST, min(self._most, self.window().width() // self._share))
        super().setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, limit))
