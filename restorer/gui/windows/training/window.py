"""Train on my folder, in four steps. The training goes on while the window is closed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from restorer.app.training.state import Phase
from restorer.gui.messages import describe
from restorer.gui.named import named
from restorer.gui.theme import Theme
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.training.folder_page import FolderPage
from restorer.gui.windows.training.goal_page import AskForFiles, GoalPage
from restorer.gui.windows.training.page import Page
from restorer.gui.windows.training.run_page import RunPage
from restorer.gui.windows.training.verdict_page import VerdictPage

_SIZE = QSize(900, 720)
FOLDER, GOAL, RUN, VERDICT = range(4)

Ask = Callable[[], Path | None]


class TrainingWindow(QDialog):
    """The pages, and the way from one to the next."""

    use_model = Signal(object)
    share_model = Signal(object)
    show_card = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        desk: TrainingDesk,
        theme: Theme,
        ask_for_folder: Ask,
        ask_for_marked: AskForFiles,
        ask_to_forget: Callable[[str], bool],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Train on my folder"))
        self.resize(_SIZE)
        self._desk, self._ask_for_folder = desk, ask_for_folder
        self.folder_page = FolderPage(desk, ask_to_forget)
        self.goal_page = GoalPage(desk, theme, ask_for_marked, ask_for_folder)
        self.run_page = RunPage(desk, theme)
        self.verdict_page = VerdictPage(desk)
        self._pages: list[Page] = [self.folder_page, self.goal_page, self.run_page, self.verdict_page]
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(_scrolled(page))
        self._add_layout()
        self._connect()
        self._go_to(self._first())

    def _add_layout(self) -> None:
        self._steps = [
            named(QLabel(text), f"step_{index}")
            for index, text in enumerate(
                (self.tr("1  Folder"), self.tr("2  Goal"), self.tr("3  Training"), self.tr("4  Verdict"))
            )
        ]
        above = QHBoxLayout()
        above.setContentsMargins(28, 14, 28, 10)
        above.setSpacing(26)
        for step in self._steps:
            above.addWidget(step)
        above.addStretch(1)
        self._back = named(QPushButton(self.tr("&Back")), "back")
        self._next = named(QPushButton(), "next", role="primary")
        self._close = named(QPushButton(self.tr("Close")), "close_training")
        self._say = named(QLabel(wordWrap=True), "training_trouble", role="muted")
        self._say.setTextFormat(Qt.TextFormat.PlainText)  # it may name a file
        below = QHBoxLayout()
        below.setContentsMargins(28, 12, 28, 14)
        below.setSpacing(8)
        below.addWidget(self._say, 1)
        for button in (self._back, self._next, self._close):
            button.setAutoDefault(False)
            below.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(_rule())
        whole.addWidget(self._stack, 1)
        whole.addWidget(_rule())
        whole.addLayout(below)

    def _connect(self) -> None:
        desk = self._desk
        desk.changed.connect(self._on_changed)
        desk.goal_changed.connect(self._show)
        desk.trouble.connect(self._on_trouble)
        self.folder_page.choose.clicked.connect(self._on_choose)
        self.folder_page.resumed.connect(lambda: self._go_to(RUN))
        self.folder_page.recalled.connect(lambda: self._go_to(VERDICT))
        self._back.clicked.connect(lambda: self._go_to(self.page - 1))
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.close)
        self.verdict_page.use.connect(self.use_model)
        self.verdict_page.share.connect(self.share_model)
        self.verdict_page.card.connect(self.show_card)

    @property
    def page(self) -> int:
        """The number of the step shown."""
        return self._stack.currentIndex()

    def look(self, folder: Path) -> None:
        """Look at a folder, as if it had been chosen here."""
        self._go_to(FOLDER)
        self.folder_page.look(folder)

    def _first(self) -> int:
        if self._desk.running:
            return RUN
        return VERDICT if self._desk.state.phase is Phase.FINISHED else FOLDER

    def _on_choose(self) -> None:
        if (folder := self._ask_for_folder()) is not None:
            self._say.clear()
            self.folder_page.look(folder)

    def _on_next(self) -> None:
        if self.page == FOLDER:
            self._go_to(GOAL)
        elif self.page == GOAL:
            page = self.goal_page
            try:
                choices = page.choices()
            except ValueError:
                return
            self._desk.begin(page.goal, choices, clean=page.clean, mark=page.mark)
            self._go_to(RUN)
        elif self.page == RUN:
            self._go_to(VERDICT)
        else:
            self._go_to(FOLDER)

    def _go_to(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self._pages[page].enter()
        self._say.clear()
        self._show()

    def _on_changed(self) -> None:
        if self.page == RUN and self._desk.state.phase is Phase.FINISHED:
            self._go_to(VERDICT)
        else:
            self._show()

    def _on_trouble(self, error: Exception) -> None:
        said = describe(error)
        sentence = f"{said.text} {said.hint}".strip()
        if self.page == FOLDER:
            self.folder_page.show_trouble(sentence)
        elif self.page == VERDICT:
            self.verdict_page.show_trouble(sentence)
        elif self.page == RUN and not self._desk.running:
            self._go_to(GOAL)
            self._say.setText(sentence)
        self._say.setText(sentence)

    def _show(self) -> None:
        desk, page = self._desk, self.page
        for index, step in enumerate(self._steps):
            step.setProperty("role", "statement" if index == page else "muted")
            step.style().unpolish(step)
            step.style().polish(step)
        texts = (self.tr("&Next"), self.tr("&Train"), self.tr("&Next"), self.tr("Train &again"))
        self._next.setText(texts[page])
        self._next.setProperty("role", "" if page == VERDICT else "primary")
        self._next.style().unpolish(self._next)
        self._next.style().polish(self._next)
        self._back.setVisible(page == GOAL or (page == RUN and not desk.running))
        ready = (
            desk.report is not None,
            self.goal_page.ready and not desk.running,
            desk.state.phase is Phase.FINISHED,
            True,
        )
        self._next.setEnabled(ready[page])
        self._next.setVisible(page != RUN or ready[RUN])


def _scrolled(page: QWidget) -> QScrollArea:
    scroll = named(QScrollArea(widgetResizable=True), "page_scroll")
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(page.objectName())
    scroll.setWidget(page)
    return scroll


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule
