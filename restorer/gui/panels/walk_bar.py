"""The small bar upon the photo that leads from repair to repair."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from restorer.gui.actions import Actions
from restorer.gui.named import named
from restorer.gui.repair_desk import RepairDesk

_INSET = 14


class WalkBar(QFrame):
    """Says "Repair 4 of 17" with buttons for the neighbours and the verdict; hidden where there is none."""

    def __init__(self, canvas: QWidget, repairs: RepairDesk, actions: Actions) -> None:
        super().__init__(canvas)
        self.setObjectName("walk_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._repairs = repairs
        self._text = named(QLabel(), "walk_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(2)
        for name in ("previous_repair", "", "next_repair", "accept_repair", "reject_repair"):
            if not name:
                row.addWidget(self._text)
                continue
            button = named(QToolButton(), f"walk_{name}")
            button.setDefaultAction(actions[name])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(actions[name].text().replace("&", ""))
            row.addWidget(button)
        canvas.installEventFilter(self)
        repairs.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the canvas."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QEvent) -> None:
        """Keep the press from the canvas below."""
        event.accept()

    def _show(self) -> None:
        count, number = len(self._repairs.walk), self._repairs.number
        step = self._repairs.step
        self.setVisible(count > 0 and step is not None and step.enabled)
        looked_at = self._repairs.looked_at
        if looked_at is None:
            self._text.setText(self.tr("Repairs: {}").format(count))
        else:
            text = self.tr("Repair {} of {}").format(number, count)
            self._text.setText(text if looked_at.counts else self.tr("{}, rejected").format(text))
        self.adjustSize()
        self._place()

    def _place(self) -> None:
        if (parent := self.parentWidget()) is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - _INSET)
