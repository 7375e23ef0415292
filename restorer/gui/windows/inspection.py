"""What does not belong into a folder: damaged places, photos unlike the others, dust on a scanner's glass."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.core_sentences import translated
from restorer.gui.elided_label import ElidedLabel
from restorer.gui.inspection_desk import InspectionDesk
from restorer.gui.messages import describe
from restorer.gui.named import named
from restorer.gui.tips import plain_tip
from restorer.gui.windows.marked_preview import MarkedPreview
from restorer.gui.windows.training.words import time_left
from restorer.progress import ProgressReport

if TYPE_CHECKING:
    from restorer.app.inspection import Finding, Inspection
    from restorer.photo import Box

_SIZE = QSize(900, 660)
_LIST_WIDTH = 300
_PATH_WIDTH = 480
_AROUND_ITEM = 16
_FEW = 6


class InspectionWindow(QDialog):
    """Asks for a folder, shows what the desk found in it, and opens what is chosen."""

    open_photo = Signal(object)
    """The path of a photo that the user wants to see at full size."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: InspectionDesk,
        ask_for_folder: Callable[[], Path | None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Inspect a folder"))
        self.resize(_SIZE)
        self._desk, self._ask = desk, ask_for_folder
        self._shown: Inspection | None = None
        self._preview = MarkedPreview()
        self._list = self._make_list()
        self._make_texts()
        self._lay_out()
        desk.changed.connect(self._show)
        desk.looking.connect(self._on_looking)
        desk.trouble.connect(self._on_trouble)
        desk.previewed.connect(self._on_previewed)
        self._show()

    def _make_list(self) -> QListWidget:
        findings = named(QListWidget(), "inspection_list")
        findings.setAccessibleName(self.tr("Photos worth a look"))
        findings.setFixedWidth(_LIST_WIDTH)
        findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        findings.currentItemChanged.connect(self._on_chosen)
        findings.itemActivated.connect(self._on_open)
        return findings

    def _make_texts(self) -> None:
        self._statement = named(QLabel(wordWrap=True), "inspection_statement", role="statement")
        self._glass = named(QLabel(wordWrap=True), "inspection_glass")
        self._note = named(QLabel(wordWrap=True), "inspection_note", role="muted")
        self._path = named(ElidedLabel(2, _PATH_WIDTH), "inspection_path", role="muted")
        for label in (self._note, self._path):
            label.setTextFormat(Qt.TextFormat.PlainText)  # files may be called anything
        self._bar = named(QProgressBar(textVisible=False), "inspecting")
        self._bar.setAccessibleName(self.tr("Looking at the photos"))
        self._bar.setRange(0, 1000)
        self._choose = named(QPushButton(self.tr("Choose a &folder…")), "choose_inspected", role="primary")
        self._choose.clicked.connect(self._on_choose)
        self._stop = named(QPushButton(self.tr("&Stop")), "stop_inspection")
        self._stop.clicked.connect(self._desk.stop)
        self._open = named(QPushButton(self.tr("&Open this photo")), "open_inspected")
        self._open.clicked.connect(self._on_open)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._upper(), 1)
        whole.addLayout(self._below())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the list opens the photo

    def _upper(self) -> QVBoxLayout:
        intro = self.tr(
            "A model that knows intact photos looks through a folder: for damaged places, for photos that "
            "are unlike the others, and for spots that many scans share. The photos are only read."
        )
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._stop)
        row.addSpacing(10)
        row.addWidget(self._path, 1)
        self._results = QWidget()
        results = QHBoxLayout(self._results)
        results.setContentsMargins(0, 4, 0, 0)
        results.setSpacing(14)
        results.addWidget(self._list)
        results.addWidget(self._preview, 1)
        upper = QVBoxLayout()
        upper.setContentsMargins(26, 22, 26, 12)
        upper.setSpacing(8)
        upper.addWidget(named(QLabel(self.tr("What does not belong here?"), wordWrap=True), role="title"))
        upper.addWidget(named(QLabel(intro, wordWrap=True), role="muted"))
        upper.addSpacing(6)
        upper.addLayout(row)
        for widget in (self._bar, self._statement, self._glass, self._note):
            upper.addWidget(widget)
        upper.addWidget(self._results, 1)
        upper.addStretch(0)
        return upper

    def _below(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.addButton(self._open, QDialogButtonBox.ButtonRole.ActionRole)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 20, 14)
        below.addWidget(buttons)
        return below

    # What the user does

    def _on_choose(self) -> None:
        if (folder := self._ask()) is not None:
            self._desk.inspect(folder)

    def _on_chosen(self) -> None:
        finding = self._chosen()
        self._open.setEnabled(finding is not None)
        if finding is not None:
            self._preview.clear()
            self._desk.preview(finding.path)

    def _on_open(self) -> None:
        if (finding := self._chosen()) is not None:
            self.open_photo.emit(finding.path)

    def _chosen(self) -> "Finding | None":
        item = self._list.currentItem()
        finding: Finding | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return finding

    # What the desk says

    def _show(self) -> None:
        desk = self._desk
        self._path.setText(str(desk.folder or ""))
        self._path.setToolTip(plain_tip(str(desk.folder or "")))
        self._choose.setEnabled(not desk.running)
        self._stop.setVisible(desk.running)
        self._bar.setVisible(desk.running)
        if desk.running:
            self._bar.setValue(0)
            self._show_note("")
        if desk.found is not self._shown or desk.found is None:
            self._shown = desk.found
            self._fill(desk.found)

    def _fill(self, found: "Inspection | None") -> None:
        self._list.clear()
        self._preview.clear()
        worth = [finding for finding in found.findings if finding.worth_a_look] if found else []
        height = 2 * self._list.fontMetrics().lineSpacing() + _AROUND_ITEM
        for finding in worth:
            item = QListWidgetItem(f"{finding.path.name}\n{in_words(finding)}")
            item.setData(Qt.ItemDataRole.UserRole, finding)
            item.setToolTip(plain_tip(str(finding.path)))
            item.setSizeHint(QSize(0, height))
            self._list.addItem(item)
        self._results.setVisible(bool(worth))
        self._open.setVisible(bool(worth))
        self._say(found, len(worth))
        if worth:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def _say(self, found: "Inspection | None", worth: int) -> None:
        self._statement.setText(self._summary(found, worth) if found else "")
        self._glass.setText("\n".join(self._spots(found)) if found else "")
        if found is not None:
            self._show_note(self._unreadable(found))
        for label in (self._statement, self._glass):
            label.setVisible(bool(label.text()))

    def _summary(self, found: "Inspection", worth: int) -> str:
        if worth == 1:
            return self.tr("One of {} photos is worth a look").format(len(found.findings))
        if worth:
            return self.tr("{} of {} photos are worth a look").format(worth, len(found.findings))
        if found.same_spots:
            return self.tr("The photos belong; the scanner’s glass wants cleaning")
        return self.tr("Everything belongs: nothing unusual was found")

    def _spots(self, found: "Inspection") -> list[str]:
        text = self.tr("The same spot is damaged in {} of {} scans, at {}: clean the scanner’s glass there.")
        return [text.format(it.count, it.scans, _place(it.box)) for it in found.same_spots[:_FEW]]

    def _unreadable(self, found: "Inspection") -> str:
        if not found.unreadable:
            return ""
        names = ", ".join(path.name for path in found.unreadable[:_FEW])
        more = "…" if len(found.unreadable) > _FEW else ""
        return self.tr("Could not be read: {}").format(names + more)

    def _on_looking(self, report: ProgressReport) -> None:
        self._bar.setValue(round(1000 * report.fraction))
        left = f" · {time_left(report.seconds_left)}" if report.seconds_left else ""
        self._show_note(f"{translated(report.note)}{left}")

    def _on_trouble(self, error: Exception) -> None:
        said = describe(error)
        self._show_note(f"{said.text} {said.hint}".strip())

    def _show_note(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _on_previewed(self, path: Path, pixels: NDArray[np.uint8] | None) -> None:
        finding = self._chosen()
        if finding is not None and finding.path == path and pixels is not None:
            self._preview.show_photo(pixels, finding.size, [place.box for place in finding.places])


def in_words(finding: "Finding") -> str:
    """Say why a photo is worth a look."""
    parts = [_tr("unlike the others")] if finding.unlike else []
    if len(finding.places) == 1:
        parts.append(_tr("one place, {:.0f} % sure").format(100 * finding.places[0].chance))
    elif finding.places:
        surest = 100 * finding.places[0].chance
        parts.append(_tr("{} places, the surest {:.0f} %").format(len(finding.places), surest))
    return " · ".join(parts)


def _place(box: "Box") -> str:
    return f"{box.left}, {box.top} ({box.width} × {box.height})"


def _tr(text: str) -> str:
    return QCoreApplication.translate("InspectionWindow", text)
