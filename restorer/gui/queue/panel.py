"""The dock below the photo: how far the batch is, its rows, and what can be done about them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from restorer.app.batch.items import State
from restorer.app.batch.journal import Row
from restorer.gui.actions import Actions
from restorer.gui.named import named
from restorer.gui.numbers import number, significant
from restorer.gui.panels.question_bar import QuestionBar
from restorer.gui.queue import model as queue_model
from restorer.gui.queue import wording
from restorer.gui.queue.delegate import LINE, QueueDelegate
from restorer.gui.queue.queue import Phase, Queue
from restorer.gui.queue.thumbnails import Thumbnails
from restorer.gui.theme import Theme

_STEPS = 1000
_FILTERS = (None, State.PLANNED, State.RUNNING, State.DONE, State.FAILED, State.SKIPPED)
_ACTIONS = ("batch_start", "batch_cancel", "batch_retry", "batch_undo", "batch_output")


class QueuePanel(QWidget):
    """Shows a `Queue`. What is dropped on it joins the batch."""

    dropped = Signal(object)
    """Files and folders (a list of `Path`) were dropped here."""
    compare_wanted = Signal(object)
    """The user wants to see the `Row`'s photo before and after."""
    open_wanted = Signal(object)
    reveal_wanted = Signal(object)

    def __init__(self, queue: Queue, actions: Actions, thumbnails: Thumbnails, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("queue")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._queue, self._actions, self._theme = queue, actions, theme
        self.question = QuestionBar("queue_question", theme)
        self._text = named(QLabel(), "queue_text", role="statement")
        self._more = named(QLabel(), "queue_more", role="muted")
        self._bar = named(QProgressBar(textVisible=False), "queue_progress")
        self._bar.setAccessibleName(self.tr("Progress of the batch"))
        self._filters: dict[State | None, QToolButton] = {}
        self._table = self._make_table(thumbnails)
        self._empty = named(QLabel(alignment=Qt.AlignmentFlag.AlignCenter), "queue_empty", role="muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addLayout(self._head())
        column.addLayout(self._filter_line())
        column.addWidget(self._pages, 1)
        queue.changed.connect(self._show)
        thumbnails.ready.connect(self._table.viewport().update)
        self._table.selectionModel().currentRowChanged.connect(self._show_row)
        self._show()

    # Making

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(14, 8, 8, 4)
        line.setSpacing(10)
        line.addWidget(self._text)
        self._bar.setMinimumWidth(80)
        line.addWidget(self._bar, 1)
        line.addWidget(self._more)
        for name in _ACTIONS:
            line.addWidget(self._button(name))
        return line

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = named(QToolButton(), f"queue_{name}")
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name == "batch_start":
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("role", "labelled")
        action.changed.connect(lambda: button.setAccessibleName(action.text().replace("&", "")))
        button.setAccessibleName(action.text().replace("&", ""))
        return button

    def _filter_line(self) -> QHBoxLayout:
        box = named(QWidget(), "queue_filters")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(box)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for state in _FILTERS:
            button = named(QToolButton(), f"queue_filter_{state or 'all'}", role="filter")
            button.setCheckable(True)
            button.setChecked(state is None)
            button.setToolTip(self.tr("Show only these photos") if state else self.tr("Show all photos"))
            button.clicked.connect(lambda _checked=False, state=state: self.show_only(state))
            group.addButton(button)
            row.addWidget(button)
            self._filters[state] = button
        self._filter_box = box
        line = QHBoxLayout()
        line.setContentsMargins(12, 2, 8, 6)
        line.addWidget(box)
        line.addStretch(1)
        self._row_buttons = {
            "compare": (self.tr("Compare"), "compare-wipe", self.tr("Show before and after above (Enter)")),
            "open": (self.tr("Open"), "open", self.tr("Open the result in the usual program (Ctrl+Enter)")),
            "reveal": (self.tr("Show in folder"), "reveal", self.tr("Show the result in its folder")),
        }
        self._row_tools: dict[str, QToolButton] = {}
        for name, (text, _, tip) in self._row_buttons.items():
            button = named(QToolButton(), f"queue_{name}", role="labelled")
            button.setText(text)
            button.setToolTip(tip)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, name=name: self._do(name))
            line.addWidget(button)
            self._row_tools[name] = button
        self._theme.changed.connect(self._tint)
        self._tint()
        return line

    def _make_table(self, thumbnails: Thumbnails) -> QTableView:
        table = named(QTableView(), "queue_table")
        table.setAccessibleName(self.tr("Photos of the batch"))
        table.setModel(self._queue.model)
        table.setItemDelegate(QueueDelegate(self._queue.model, thumbnails, self._theme, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(LINE)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(queue_model.PHOTO, QHeaderView.ResizeMode.Stretch)
        for column, width in ((queue_model.STATE, 170), (queue_model.SIZE, 110), (queue_model.TIME, 90)):
            header.resizeSection(column, width)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.doubleClicked.connect(lambda _: self._do("compare"))
        table.installEventFilter(self)
        return table

    # Showing

    def show_only(self, state: State | None) -> None:
        """Show the photos in ``state``, or all."""
        self._filters[state].setChecked(True)
        self._queue.model.set_filter(state)

    def take_focus(self) -> None:
        """Let the keyboard go through the rows, or answer the question."""
        if self.question.question is not None:
            self.question.focus()
            return
        if self._queue.model.rowCount() and not self._table.currentIndex().isValid():
            self._table.selectRow(0)
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        counts = self._queue.model.counts
        total = sum(counts.values())
        self._pages.setCurrentWidget(self._table if total else self._empty)
        self._filter_box.setVisible(bool(total))
        for state, button in self._filters.items():
            name = wording.state_name(state) if state else self.tr("All")
            count = counts[state] if state else total
            button.setText(f"{name}  {number(count)}")
            button.setVisible(state is None or bool(count) or button.isChecked())
        self._text.setText(self._title())
        self._empty.setText(self._hint())
        self._more.setText(" · ".join(self._numbers()))
        self._show_bar()
        self._show_row()

    def _title(self) -> str:
        queue = self._queue
        if queue.phase is Phase.PLANNING:
            return self.tr("Planning a batch")
        if queue.phase is Phase.PLANNED:
            return self.tr("A batch is planned")
        if queue.phase is Phase.UNDOING:
            return self.tr("Taking the batch back")
        if queue.phase is Phase.ENDED:
            return self.tr("Stopped") if queue.left else self.tr("Finished")
        if queue.phase is Phase.EMPTY:
            return self.tr("Queue")
        if queue.trouble is not None:
            return self.tr("Waiting for an answer")
        if queue.paused:
            return self.tr("Paused")
        return self.tr("Letting the open photo go first") if queue.stepping_back else self.tr("Restoring")

    def _hint(self) -> str:
        if self._queue.phase is Phase.PLANNING:
            return self.tr("The photos are being looked at. Nothing is written yet.")
        if self._queue.phase is Phase.PLANNED:
            return self.tr("Look at the plan, then start it.")
        if self._queue.phase is Phase.RUNNING:
            return self.tr("The batch begins.")
        return self.tr("Drop photos or folders here, and they are restored one after the other.")

    def _numbers(self) -> list[str]:
        queue, counts = self._queue, self._queue.model.counts
        total = sum(counts.values())
        if not total:
            return []
        finished = total - queue.left
        parts = [self.tr("{} of {}").format(number(finished), number(total))]
        totals = queue.totals
        if queue.running and totals is not None:
            if totals.seconds_left is not None and totals.left:
                parts.append(self.tr("{} left").format(wording.span(totals.seconds_left)))
            if totals.megapixels_per_second:
                parts.append(self.tr("{} megapixels/s").format(significant(totals.megapixels_per_second, 2)))
        elif queue.summary is not None:
            parts.append(wording.length(queue.summary.seconds))
        return parts

    def _show_bar(self) -> None:
        queue = self._queue
        busy = queue.phase in (Phase.RUNNING, Phase.PLANNING, Phase.UNDOING)
        fraction: float | None = None
        if queue.phase is Phase.RUNNING:
            fraction = queue.totals.fraction if queue.totals else 0.0
        elif busy and queue.report is not None:
            fraction = queue.report.fraction
        self._bar.setRange(0, _STEPS if fraction is not None or not busy else 0)
        self._bar.setValue(round((fraction or 0.0) * _STEPS))
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        keep.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._bar.setSizePolicy(keep)
        self._bar.setVisible(busy)

    def _show_row(self) -> None:
        row = self._row()
        has_result = row is not None and row.state == State.DONE and row.target is not None
        for name, button in self._row_tools.items():
            button.setEnabled(has_result or (name == "reveal" and row is not None))
            button.setVisible(bool(self._queue.model.rowCount()))

    def _row(self) -> Row | None:
        index = self._table.currentIndex()
        return self._queue.model.row_at(index) if index.isValid() else None

    def _tint(self) -> None:
        for name, (_, icon, _) in self._row_buttons.items():
            self._row_tools[name].setIcon(self._theme.icon(icon))

    # What the user does

    def _do(self, what: str) -> None:
        row = self._row()
        if row is None or not self._row_tools[what].isEnabled():
            return
        {"compare": self.compare_wanted, "open": self.open_wanted, "reveal": self.reveal_wanted}[what].emit(
            row
        )

    def _show_menu(self, place: QPoint) -> None:
        if not self._table.currentIndex().isValid():
            return
        menu = named(QMenu(self), "queue_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, (text, icon, _) in self._row_buttons.items():
            entry = menu.addAction(self._theme.icon(icon), text)
            entry.triggered.connect(lambda _checked=False, name=name: self._do(name))
            entry.setEnabled(self._row_tools[name].isEnabled())
        menu.popup(self._table.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter compare and Ctrl+Enter open, before the window restores the photo that is open.

        The menu's key opens the menu of the row.
        """
        if isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
            # Qt would name a place in the middle of the table, wherever the row is.
            self._show_menu(self._table.visualRect(self._table.currentIndex()).center())
            return True
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not isinstance(event, QKeyEvent) or event.key() not in keys:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._do("open" if control else "compare")
        event.accept()
        return True

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let what was dropped join the batch."""
        event.acceptProposedAction()
        self.dropped.emit(_files(event))


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
