"""Controls in a panel that is scrolled with the wheel: it passes over them, unless one has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider


class PanelSlider(QSlider):
    """A slider that the wheel moves only while it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel, or move."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PanelComboBox(QComboBox):
    """A combo box that the wheel turns only while it has the focus, which it does not get by the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel, or choose."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
