"""Text to be read that can also be selected, and copied."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel


class SelectableText(QLabel):
    """A plain, wrapped text; what is selected of it is what Ctrl+C copies, not the photo."""

    def __init__(self, text: str = "", *, by_keyboard: bool = False) -> None:
        super().__init__(text, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(
            flags | Qt.TextInteractionFlag.TextSelectableByKeyboard if by_keyboard else flags
        )

    def event(self, event: QEvent) -> bool:
        """Claim the shortcut of the window's "copy" where something is selected."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Copy)
            and self.hasSelectedText()
        ):
            event.accept()
            return True
        return super().event(event)
