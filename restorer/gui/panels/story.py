"""What was done to the picture, for somebody who has never heard of networks; the numbers come after."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.numbers import number
from restorer.gui.panels.selectable_text import SelectableText
from restorer.gui.panels.wording import percent
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace
from restorer.restoration.steps import (
    Colorize,
    Denoise,
    General,
    MaskStep,
    RepairDamage,
    Step,
)

if TYPE_CHECKING:
    from restorer.app.document import Document
    from restorer.restoration.stages import StepReport

_CHECKSUM = 16


class Story(QWidget):
    """A heading that unfolds sentences about what was done, and facts about the last run."""

    def __init__(self, workspace: Workspace, desk: DeviceDesk, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._desk, self._theme = workspace, desk, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        self._fold = named(QPushButton(), "facts_fold", role="fold")
        self._fold.setText(self.tr("What was done to this picture?"))
        self._fold.setCheckable(True)
        self._fold.setIconSize(QSize(16, 16))
        self._fold.setAccessibleName(self._fold.text())
        self._fold.toggled.connect(self._on_fold)
        self._body = named(QWidget(), "facts")
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(4, 0, 0, 8)
        inside.setSpacing(8)
        self._sentences = named(SelectableText(by_keyboard=True), "story")
        self._sentences.setAccessibleName(self._fold.text())
        inside.addWidget(self._sentences)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._values = {
            name: _add(form, text)
            for name, text in {
                "model": self.tr("Models"),
                "device": self.tr("Device"),
                "time": self.tr("Time"),
                "unchanged": self.tr("Unchanged"),
            }.items()
        }
        inside.addLayout(form)
        self._body.hide()
        column.addWidget(self._fold)
        column.addWidget(self._body)
        for signal in (workspace.changed, workspace.measured, desk.changed):
            signal.connect(self._show)
        theme.changed.connect(self._tint)
        self._tint()
        self._show()

    def unfold(self) -> None:
        """Show the sentences."""
        self._fold.setChecked(True)

    def _on_fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._tint()

    def _tint(self) -> None:
        name = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(self._theme.tinted(name, self._theme.colours.muted))

    def _show(self) -> None:
        document = self._workspace.document
        reports = document.reports if document is not None and self._workspace.has_result else ()
        said = sentences(document, self._workspace.has_result, restoring=self._workspace.restoring)
        self._sentences.setText("\n\n".join(said))
        unchanged = self._workspace.unchanged
        values = {
            "model": "\n".join(dict.fromkeys(_model(report) for report in reports)),
            "device": ", ".join(dict.fromkeys(report.run.device.name for report in reports)),
            "time": self.tr("{} s").format(number(sum(report.run.seconds for report in reports), 1))
            if reports
            else "",
            "unchanged": "" if unchanged is None else self.tr("{} of pixels").format(percent(unchanged)),
        }
        for name, value in values.items():
            self._values[name].setText(value or "–")


def sentences(document: "Document | None", has_result: bool, *, restoring: bool = False) -> list[str]:
    """Return a sentence for each thing that was done, and one about what was not."""
    if document is None:
        return [_tr("No photo is open.")]
    if restoring and not has_result:
        return [_tr("The photo is being restored. What was done is told here when that is over.")]
    if not has_result:
        return [_tr("Nothing yet: this is the photo as it was opened.")]
    done = [step for step in document.recipe.active if step.strength > 0]
    said = [_sentence(step, document) for step in done]
    if done and all(isinstance(step, MaskStep) for step in done):
        said.append(_tr("Everything else is as it was."))
    if spared := document.rendition.spared(document.recipe):
        said.append(
            _tr("Small or blurred faces ({}) were spared half of that, so that they stay themselves.").format(
                spared
            )
        )
    if any(report.framed for report in document.reports):
        said.append(
            _tr("What surrounds the picture, as paper or a scanner's bed, kept its tones and colours.")
        )
    said.append(_tr("The original file was only read. Nothing left this computer."))
    return said


def _sentence(step: Step, document: "Document") -> str:
    strength = round(step.strength * 100)
    if isinstance(step, Denoise):
        return _tr("Noise, film grain and traces of compression were taken out, to {} %.").format(strength)
    if isinstance(step, General):
        return _general(step, strength)
    if isinstance(step, Colorize):
        known = len(step.hints)
        guessed = _tr("The colours were invented by the program: it guessed them from what things look like.")
        return (
            guessed
            if not known
            else guessed + " " + _tr("At {} places somebody said which they were.").format(known)
        )
    return _masked(step, document)


def _general(step: General, strength: int) -> str:
    if step.detail and step.coarse and step.tones:
        return _tr(
            "Wear, coarse grain or printing dots were taken out and faded tones were brought back, to {} %."
        ).format(strength)
    if step.detail and step.coarse:
        return _tr("Softness, wear, and coarse grain or printing dots were taken out, to {} %.").format(
            strength
        )
    if step.detail and step.tones:
        return _tr("Wear was taken out and faded tones were brought back, to {} %.").format(strength)
    if step.tones:
        return _tr("Faded tones were brought back, to {} %.").format(strength)
    return _tr("Softness and wear were taken out, to {} %.").format(strength)


def _masked(step: MaskStep, document: "Document") -> str:
    counting = document.rendition.counting(step)
    count = 0 if counting is None else int(counting.sum())
    painted = step.edits is not None and not step.edits.added.empty
    said = []
    if count or not painted:
        said.append(_found(step, count))
    if painted and count:
        said.append(_tr("Places that somebody marked by hand were repaired too."))
    elif painted:
        said.append(_tr("Places that somebody marked by hand were repaired."))
    return " ".join(said)


def _found(step: MaskStep, count: int) -> str:
    damage = isinstance(step, RepairDamage)
    if not count:
        return _tr("No damage was repaired.") if damage else _tr("No watermark was taken away.")
    if damage:
        text = _tr("Scratches, dust and the like were painted over at {} places, from what lies around them.")
    else:
        text = _tr("A watermark or lettering was taken away at {} places; what lay beneath was rebuilt.")
    return text.format(count)


def _model(report: "StepReport") -> str:
    return f"{report.model} {report.version}\n{report.sha256[:_CHECKSUM]}…"


def _add(form: QFormLayout, text: str) -> QLabel:
    label, value = QLabel(text), QLabel(wordWrap=True)
    value.setTextFormat(Qt.TextFormat.PlainText)  # a model may be called anything
    label.setProperty("role", "fact")
    form.addRow(label, value)
    return value


def _tr(text: str) -> str:
    return QCoreApplication.translate("Story", text)
