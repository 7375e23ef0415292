"""What was done, in numbers: shown on demand below the controls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.wording import percent
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace


class Facts(QWidget):
    """A heading that unfolds a list of facts about the last run."""

    def __init__(self, workspace: Workspace, desk: DeviceDesk, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._desk, self._theme = workspace, desk, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        self._fold = named(QPushButton(), "facts_fold", role="fold")
        self._fold.setText(self.tr("What was done"))
        self._fold.setCheckable(True)
        self._fold.setIconSize(QSize(16, 16))
        self._fold.setAccessibleName(self.tr("What was done"))
        self._fold.toggled.connect(self._on_fold)
        self._body = named(QWidget(), "facts")
        form = QFormLayout(self._body)
        form.setContentsMargins(4, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._values = {
            name: _add(form, text)
            for name, text in {
                "model": self.tr("Model"),
                "device": self.tr("Device"),
                "time": self.tr("Time"),
                "tiles": self.tr("Tiles"),
                "unchanged": self.tr("Unchanged"),
            }.items()
        }
        self._body.hide()
        column.addWidget(self._fold)
        column.addWidget(self._body)
        for signal in (workspace.changed, workspace.measured, desk.changed):
            signal.connect(self._show)
        theme.changed.connect(self._tint)
        self._tint()
        self._show()

    def _on_fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._tint()

    def _tint(self) -> None:
        name = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(self._theme.tinted(name, self._theme.colours.muted))

    def _show(self) -> None:
        document, state = self._workspace.document, self._desk.state
        report = document.reports[-1].run if document and document.reports else None
        unchanged = self._workspace.unchanged
        values = dict.fromkeys(self._values, "–")
        if state is not None:
            values["device"] = state.device.name
            if state.model is not None:
                values["model"] = f"{state.model.card.name} {state.model.card.version}"
        if report is not None:
            values["device"] = report.device.name
            values["time"] = self.tr("{:.1f} s").format(report.seconds)
            values["tiles"] = self.tr("{} of {} × {}").format(report.tiles, report.tile[1], report.tile[0])
        if unchanged is not None:
            values["unchanged"] = self.tr("{} of pixels").format(percent(unchanged))
        for name, value in values.items():
            self._values[name].setText(value)


def _add(form: QFormLayout, text: str) -> QLabel:
    label, value = QLabel(text), QLabel(wordWrap=True)
    label.setProperty("role", "fact")
    form.addRow(label, value)
    return value
