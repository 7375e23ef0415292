"""One thing to set with a slider: its name, its value in words or numbers, and the slider."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from restorer.gui.named import named
from restorer.gui.panels.wheel_aware import PanelSlider

_PAGE = 10
_PAUSE = 1000  # milliseconds after which another move of the slider is another change


class Setting(QWidget):
    """A slider with a name; a double-click on the name brings the usual value back.

    A suggested value is tinted, and says so, until another is chosen.
    """

    moved = Signal(int)
    """The user wants another value."""

    def __init__(
        self,
        name: str,
        text: str,
        span: tuple[int, int] = (0, 100),
        usual: int = 100,
        say: Callable[[int], str] = "{} %".format,
        tip: str = "",
    ) -> None:
        """``name`` is the slider's object name, ``say`` puts a value into words."""
        super().__init__()
        self.setObjectName(f"{name}_setting")
        self._say, self._usual, self._suggested = say, usual, False
        self._text = text
        self._label = _ResetLabel(text)
        self._label.reset.connect(self._reset)
        self._value = named(QLabel(), f"{name}_value", role="value")
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider = named(PanelSlider(Qt.Orientation.Horizontal), name)
        self.slider.setRange(*span)
        self.slider.setPageStep(_PAGE)
        self.slider.setToolTip(tip)
        self.slider.valueChanged.connect(self._on_moved)
        self.gesture = object()
        """The same for as long as the slider is moved without a break: one change for undo."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._end_gesture)
        self.slider.sliderPressed.connect(self._end_gesture)
        self.slider.sliderReleased.connect(self._end_gesture)
        self._label.setBuddy(self.slider)
        self._label.setToolTip(self.tr("Double-click for the usual value"))
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self._value, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.slider)
        self.show_value(usual)

    @property
    def value(self) -> int:
        """Where the slider stands."""
        return self.slider.value()

    def show_value(self, value: int, *, suggested: bool = False) -> None:
        """Show a value without asking for anything; tinted if it is ``suggested``."""
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(blocked)
        self._suggested = suggested
        self._tell()

    def _reset(self) -> None:
        self._end_gesture()
        self.slider.setValue(self._usual)
        self._end_gesture()

    def _end_gesture(self) -> None:
        self._pause.stop()
        self.gesture = object()

    def _on_moved(self, value: int) -> None:
        self._suggested = False
        self._tell()
        if not self.slider.isSliderDown():  # while it is held, a pause is no end
            self._pause.start()
        self.moved.emit(value)

    def _tell(self) -> None:
        words = self._say(self.slider.value())
        shown = words
        if self._suggested:
            shown = self.tr("{} · suggested").format(words) if words else self.tr("suggested")
        self._value.setText(shown)
        self.slider.setAccessibleName(self._text.replace("&", ""))
        self.slider.setAccessibleDescription(shown)
        for widget in (self._label, self._value, self.slider):
            if widget.property("suggested") != self._suggested:
                widget.setProperty("suggested", self._suggested)
                widget.style().unpolish(widget)
                widget.style().polish(widget)


class _ResetLabel(QLabel):
    """A label that asks for the usual value when it is double-clicked."""

    reset = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset.emit()
        event.accept()
