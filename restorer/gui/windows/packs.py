"""Add and remove what few people need: from a file, or over the network when that button is pressed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from restorer import RELEASES
from restorer.app.packs.pack import Pack
from restorer.app.packs.shelf import PackState
from restorer.app.training.child import PACK_ID as TRAINING
from restorer.errors import RestorerError
from restorer.gui.core_sentences import translated
from restorer.gui.messages import describe
from restorer.gui.named import named
from restorer.gui.numbers import number
from restorer.gui.pack_desk import PackDesk
from restorer.gui.windows.sheet import Sheet
from restorer.progress import ProgressReport

_STEPS = 1000


class PacksWindow(Sheet):
    """Lists the packs of this release, and shows how far the work on one is."""

    def __init__(
        self, parent: QWidget | None, desk: PackDesk, ask_for_file: Callable[[], Path | None]
    ) -> None:
        super().__init__(parent, QSize(600, 560))
        self.setWindowTitle(self.tr("Packs"))
        self._desk, self._ask = desk, ask_for_file
        self.paragraph(
            self.tr(
                "Restoring photos needs none of these. A pack is taken only if it is exactly the one that "
                "this version states; nothing is downloaded unless you press the button."
            )
        )
        self._rows: dict[str, _PackRow] = {}
        self._was_working = False
        self._list_packs()
        self.column.addSpacing(10)
        self._verdict = named(self.paragraph(""), "pack_verdict")
        self._bar = named(QProgressBar(textVisible=False), "pack_progress")
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("Progress of the installation"))
        self.column.addWidget(self._bar)
        self._install = named(QPushButton(self.tr("&Install from a file…")), "install_pack")
        self._install.clicked.connect(self._on_install)
        self._cancel = named(QPushButton(self.tr("&Cancel")), "cancel_pack")
        self._cancel.clicked.connect(desk.cancel)
        for button in (self._install, self._cancel):
            button.setAutoDefault(False)
            self.buttons.addButton(button, self.buttons.ButtonRole.ActionRole)
        self.done_adding(spare=60)
        desk.changed.connect(self._show)
        desk.progressed.connect(self._on_progress)
        desk.failed.connect(self._on_failed)
        self._verdict.setText(self._opening_words())
        self._show()

    def _list_packs(self) -> None:
        try:
            listed = self._desk.packs()
        except RestorerError as error:
            self.paragraph(translated(str(error)))
            return
        for pack, _ in listed:
            self.heading(translated(pack.name))
            row = self._rows[pack.id] = _PackRow(pack, self._desk)
            self.column.addWidget(row)

    def _opening_words(self) -> str:
        if not self._rows:
            return self.tr("This copy has no packs. In a checkout, what they hold is installed with pip.")
        if not RELEASES:
            return self.tr(
                "Releases are not published anywhere yet, so packs can be installed from a file only."
            )
        return ""

    def _show(self) -> None:
        working = self._desk.working
        self._install.setEnabled(bool(self._rows) and not working)
        self._cancel.setEnabled(working)
        self._bar.setVisible(working)
        if working:
            self._bar.setValue(0)
            self._verdict.clear()
        elif self._rows:
            sentences = [self._rows[pack.id].show_state(state) for pack, state in self._desk.packs()]
            if self._was_working:
                self._verdict.setText(" ".join(filter(None, sentences)) or self.tr("Nothing was changed."))
        self._was_working = working

    def _on_install(self) -> None:
        if (file := self._ask()) is not None:
            self._desk.install(file)

    def _on_progress(self, report: ProgressReport) -> None:
        notes = {
            "Connecting": self.tr("Connecting …"),
            "Downloading": self.tr("Downloading …"),
            "Checking": self.tr("Checking …"),
            "Unpacking": self.tr("Unpacking …"),
        }
        self._bar.setValue(round(report.fraction * _STEPS))
        left = report.seconds_left
        rest = "" if left is None else self.tr("about {} s left").format(max(1, round(left)))
        self._verdict.setText(f"{notes.get(report.note, translated(report.note))} {rest}".strip())

    def _on_failed(self, error: Exception) -> None:
        message = describe(error)
        self._verdict.setText(f"{message.text} {message.hint}".strip())


class _PackRow(QWidget):
    """What a pack is for, whether it is there, and what can be done with it."""

    def __init__(self, pack: Pack, desk: PackDesk) -> None:
        super().__init__()
        self._pack, self._state = pack, PackState.MISSING
        self._name = translated(pack.name)
        self._words = QLabel(wordWrap=True)
        self._download = named(QPushButton(self.tr("Download")), f"download_{pack.id}")
        self._download.setAccessibleName(self.tr("Download: {}").format(self._name))
        self._download.clicked.connect(lambda: desk.download(pack.id))
        self._remove = named(QPushButton(self.tr("Remove")), f"remove_{pack.id}")
        self._remove.setAccessibleName(self.tr("Remove: {}").format(self._name))
        self._remove.clicked.connect(lambda: desk.remove(pack.id))
        self._desk = desk
        desk.changed.connect(self._enable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._download)
        row.addWidget(self._remove)

    def show_state(self, state: PackState) -> str:
        """Show whether the pack is there; returns a sentence if that has just changed."""
        before, self._state = self._state, state
        pack, known = self._pack, bool(self._words.text())
        states = {
            PackState.MISSING: self.tr("Not installed."),
            PackState.OUTDATED: self.tr(
                "The one that is installed belongs to another version. Install it again."
            ),
            PackState.INSTALLED: self.tr("✓ Installed."),
        }
        size = self.tr("{} MB, installed {} MB.").format(number(pack.size / 1e6), number(pack.unpacked / 1e6))
        self._words.setText(f"{translated(pack.purpose)}. {size}\n{states[state]}")
        self._words.setToolTip(pack.file)
        self._enable()
        if not known or before is state:
            return ""
        if state is PackState.INSTALLED:
            sentence = self.tr("“{}” is installed.").format(self._name)
            at_once = pack.id == TRAINING  # by a process of its own
            return sentence if at_once else f"{sentence} {self.tr('Start the program again to use it.')}"
        return self.tr("“{}” was removed.").format(self._name)

    def _enable(self) -> None:
        idle = not self._desk.working
        self._download.setEnabled(idle and self._state is not PackState.INSTALLED and bool(RELEASES))
        self._download.setToolTip("" if RELEASES else self.tr("There is no place to download from yet"))
        self._remove.setEnabled(idle and self._state is not PackState.MISSING)
