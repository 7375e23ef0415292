"""Choose what computes, and prove that it computes rightly."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QPushButton, QRadioButton, QWidget

from restorer.errors import Cancelled
from restorer.gui.core_sentences import translated
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.messages import describe
from restorer.gui.named import named
from restorer.gui.numbers import number, tiny
from restorer.gui.windows.sheet import Sheet

if TYPE_CHECKING:
    from restorer.inference.selftest import SelfTest

AUTO = "auto"


class DevicesWindow(Sheet):
    """Lists the devices, says which one computes now and why, and runs the self-test."""

    chosen = Signal(str)
    """The user wants this device: "auto" or an id."""

    def __init__(self, parent: QWidget | None, desk: DeviceDesk, wanted: str) -> None:
        super().__init__(parent, QSize(540, 460))
        self.setWindowTitle(self.tr("Device and self-test"))
        self._desk = desk
        self._wanted = wanted
        self.heading(self.tr("Computes now"))
        self._now = self.paragraph("", "statement")
        self._notices = self.paragraph("")
        self.heading(self.tr("Use"))
        self._choices = QButtonGroup(self)
        self._choices.idToggled.connect(self._on_chosen)
        self._ids: list[str] = []
        self._place = self.column.count()
        self.heading(self.tr("Self-test"))
        self.paragraph(
            self.tr(
                "Runs the network on a test picture and compares the device with the CPU, number by number. "
                "Any other device has to pass this before it is first used, or it is refused."
            ),
            "muted",
        )
        self._verdict = self.paragraph("")
        self._verdict.setObjectName("verdict")
        self._test = named(QPushButton(self.tr("Test now")), "test_now")
        self._test.clicked.connect(self._on_test)
        self.buttons.addButton(self._test, QDialogButtonBox.ButtonRole.ActionRole)
        self.done_adding(spare=70)
        desk.changed.connect(self._show)
        desk.tested.connect(self._on_tested)
        self._show()

    def _show(self) -> None:
        state = self._desk.state
        if state is None:
            self._now.setText(self.tr("Looking …"))
            self._notices.hide()
            return
        self._now.setText(state.device.name)
        self._notices.setText("\n".join(map(translated, state.notices)))
        self._notices.setVisible(bool(state.notices))
        if not self._ids:
            self._add_choice(AUTO, self.tr("Automatic: the fastest that can be trusted"))
            for device in state.available:
                self._add_choice(device.id, device.name)

    def _add_choice(self, device: str, text: str) -> None:
        button = named(QRadioButton(text), f"device_{device}")
        button.setChecked(device == self._wanted)
        self._choices.addButton(button, len(self._ids))
        self._ids.append(device)
        self.column.insertWidget(self._place, button)
        self._place += 1

    def _on_chosen(self, index: int, checked: bool) -> None:
        if checked and self._ids and self._ids[index] != self._wanted:
            self._wanted = self._ids[index]
            self._verdict.clear()
            self.chosen.emit(self._wanted)

    def _on_test(self) -> None:
        self._test.setEnabled(False)
        self._verdict.setText(self.tr("Testing …"))
        self._desk.test()

    def _on_tested(self, outcome: "SelfTest | Exception") -> None:
        self._test.setEnabled(True)
        if isinstance(outcome, Cancelled):
            self._verdict.clear()
            return
        if isinstance(outcome, Exception):
            message = describe(outcome)
            self._verdict.setText(f"{message.text} {message.hint}".strip())
            return
        self._verdict.setText(self._sentence(outcome))

    def _sentence(self, test: "SelfTest") -> str:
        numbers = self.tr("largest difference {} of 1, {} allowed, {} s").format(
            tiny(test.difference), tiny(test.tolerance), number(test.seconds, 1)
        )
        if test.passed:
            return self.tr("✓ {} computes rightly ({}).").format(test.device.name, numbers)
        return self.tr("✗ {} computes wrongly ({}). Choose another device.").format(test.device.name, numbers)
