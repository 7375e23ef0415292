"""The card of the tour, and the ring around what it speaks of."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restorer.gui.named import named

_WIDTH = 380
_MARGIN = 24
_RING = 4


class TourCard(QFrame):
    """Lies over a corner of the window; all of the window can be used meanwhile. Esc skips the tour."""

    next_clicked = Signal()
    back_clicked = Signal()
    skipped = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_card")
        self._window = window
        self._target: QWidget | None = None
        self._ring = named(QFrame(window), "tour_ring")
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()
        self._title = named(QLabel(wordWrap=True), role="statement")
        self._words = QLabel(wordWrap=True)
        self._count = named(QLabel(), role="muted")
        self._skip = named(QPushButton(self.tr("&Skip the tour")), "tour_skip")
        self._back = named(QPushButton(self.tr("&Back")), "tour_back")
        self._next = named(QPushButton(), "tour_next", role="primary")
        self._skip.clicked.connect(self.skipped)
        self._back.clicked.connect(self.back_clicked)
        self._next.clicked.connect(self.next_clicked)
        buttons = QHBoxLayout()
        for widget in (self._skip, self._count):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for widget in (self._back, self._next):
            buttons.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
        window.installEventFilter(self)

    def show_stop(self, title: str, words: str, count: tuple[int, int], target: QWidget | None) -> None:
        """Say ``words`` under ``title`` and put the ring around ``target``; a screen reader is told too."""
        at, of = count
        self._title.setText(title)
        self._words.setText(words)
        self._count.setText(self.tr("{} of {}").format(at, of))
        self._back.setVisible(at > 1)
        self._skip.setVisible(at < of)
        self._next.setText(
            self.tr("&Begin") if at == 1 else self.tr("&Next") if at < of else self.tr("&Done")
        )
        self._next.setAccessibleDescription(f"{title}. {words}")
        self.setAccessibleName(self.tr("Tour, {} of {}").format(at, of))
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)
        self.show()
        self._place()
        self.take_keys()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {words}"))

    def take_keys(self) -> None:
        """Let the next key press go on, or leave."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go away, with the ring."""
        self._window.removeEventFilter(self)
        if self._target is not None:
            self._target.removeEventFilter(self)
            self._target = None
        self._ring.hide()
        self._ring.deleteLater()
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the corner, and the ring around its target."""
        if event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.Move,
            QEvent.Type.Show,
            QEvent.Type.LayoutRequest,
        ):
            self._place()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Lie above everything."""
        super().showEvent(event)
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip the tour on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))
        target = self._target
        pointed = target is not None and target.isVisibleTo(self._window)
        self._ring.setVisible(pointed)
        around = QRect()
        if target is not None and pointed:
            around = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
            self._ring.setGeometry(around.adjusted(-_RING, -_RING, _RING, _RING) & self._window.rect())
            self._ring.raise_()
        area = self._window.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - 24)
        left = QPoint(area.left(), area.bottom() - self.height())
        right = QPoint(area.right() - self.width(), left.y())
        covers = around.intersects(QRect(left, self.size())) and around.width() < area.width() // 2
        self.move(right if covers else left)
        self.raise_()
