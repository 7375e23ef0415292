"""What the program is, its version and licence, and what it stands on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from restorer import __version__
from restorer.gui import icons
from restorer.gui.messages import diagnostics
from restorer.gui.windows.sheet import Sheet


class AboutWindow(Sheet):
    """Shown from the help menu."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, QSize(520, 470))
        self.setWindowTitle(self.tr("About Restorer"))
        mark = QLabel()
        mark.setPixmap(icons.application_pixmap(72))
        name = QLabel("Restorer")
        name.setProperty("role", "title")
        version = QLabel(self.tr("Version {}").format(__version__))
        version.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(version)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(mark)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.column.addSpacing(8)
        self.paragraph(self.tr("Gives old and damaged photographs back to the people who love them."))
        self.paragraph(
            self.tr(
                "Everything happens on this computer. The program never goes online by itself, counts "
                "nothing and reports nothing. Originals are only read, never written."
            )
        )
        self.heading(self.tr("Licence"))
        self.paragraph(self.tr("Apache License 2.0. Qt, LibRaw and libheif are used under the LGPL."))
        self.heading(self.tr("Stands on"))
        self.paragraph(diagnostics(), "muted")
        self.done_adding()
