"""What is seen before a photo is open: three large targets."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restorer.gui import icons
from restorer.gui.actions import Actions
from restorer.gui.theme import Theme

_TARGETS = ("open", "batch_folder", "open_sample")
_ICON = 40
_MARGIN = 24


class EmptyPage(QWidget):
    """Offers to open a photo, a folder, or the sample."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("empty_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        texts = {
            "open": (self.tr("Open a photo"), self.tr("JPEG, PNG, TIFF, HEIC, RAW …")),
            "batch_folder": (self.tr("Restore a folder"), self.tr("all its photos in one go")),
            "open_sample": (self.tr("Try the sample"), self.tr("a market street of about 1900")),
        }
        self._targets = [_Target(actions[name], *texts[name], theme) for name in _TARGETS]
        self._mark = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Give an old photograph its clarity back"), wordWrap=True)
        title.setProperty("role", "title")
        below = QLabel(
            self.tr("Drop photos or a folder anywhere here. Everything stays on this computer."),
            wordWrap=True,
        )
        below.setProperty("role", "muted")
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        for target in self._targets:
            self._row.addWidget(target)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._mark)
        column.addSpacing(14)
        for label in (title, below):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            column.addSpacing(6)
        column.addSpacing(22)
        column.addLayout(self._row)
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        grid.addLayout(column, 1, 1)
        for edge in (0, 2):
            grid.setRowStretch(edge, 1)
            grid.setColumnStretch(edge, 1)
        self._show_mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say only what the targets are where there is no room for more."""
        super().resizeEvent(event)
        roomy = event.size().width() >= self._row.sizeHint().width() + 2 * _MARGIN
        self._mark.setVisible(roomy)
        for target in self._targets:
            target.show_details(roomy)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the mark anew for another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._show_mark()
        super().changeEvent(event)

    def _show_mark(self) -> None:
        self._mark.setPixmap(icons.application_pixmap(72))


class _Target(QPushButton):
    """A large button: icon, text, a word more, and the shortcut."""

    def __init__(self, action: QAction, text: str, more: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"target_{action.objectName()}")
        self._theme = theme
        self._icon_name = {"open": "open", "batch_folder": "batch", "open_sample": "sample"}[
            action.objectName()
        ]
        self.setProperty("role", "target")
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)
        self._icon = QLabel()
        words = QLabel(text, wordWrap=True)
        words.setProperty("role", "statement")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 20, 14, 16)
        column.setSpacing(6)
        column.addWidget(self._icon)
        column.addSpacing(6)
        column.addWidget(words)
        self._details = [QLabel(detail, wordWrap=detail is more) for detail in (more, keys)]
        for label in self._details:
            label.setProperty("role", "muted")
            column.addWidget(label)
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._tint)
        self._tint()

    def show_details(self, shown: bool) -> None:
        for label in self._details:
            label.setVisible(shown)

    def sizeHint(self) -> QSize:
        return QSize(196, 178)

    def minimumSizeHint(self) -> QSize:
        return QSize(104, 104)

    def _tint(self) -> None:
        colours = self._theme.colours
        colour = colours.focus if colours.dark else colours.accent
        self._icon.setPixmap(icons.tinted_pixmap(self._icon_name, colour, _ICON))
