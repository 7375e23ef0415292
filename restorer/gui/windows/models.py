"""Every model there is: choose one, read its card in plain words, see whether its file is the right one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.core_sentences import translated
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.messages import describe
from restorer.gui.named import named
from restorer.gui.tips import plain_tip
from restorer.gui.windows.model_page import ModelPage, purposes

if TYPE_CHECKING:
    from restorer.inference.catalog import Model

_SIZE = QSize(860, 660)
_LIST_WIDTH = 220
_AROUND_ITEM = 16


class ModelsWindow(QDialog):
    """Lists ``models``, and beside them the card of ``chosen``; the arrow keys choose another."""

    def __init__(
        self, parent: QWidget | None, models: Iterable["Model"], chosen: str, desk: DeviceDesk
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.resize(_SIZE)
        self._desk = desk
        self._models = {model.card.id: model for model in models}
        self._page: ModelPage | None = None
        self._scroll = named(QScrollArea(widgetResizable=True), "model_scroll")
        self._scroll.setAccessibleName(self.tr("The model’s card"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list = self._make_list()
        self._lay_out()
        desk.checked.connect(self._on_checked)
        self._list.currentItemChanged.connect(self._on_chosen)
        ids = list(self._models)
        self._list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self._list.setFocus()

    @property
    def chosen(self) -> "Model | None":
        """The model whose card is shown."""
        item = self._list.currentItem()
        return self._models[item.data(Qt.ItemDataRole.UserRole)] if item else None

    def choose(self, model_id: str) -> None:
        """Show another model's card."""
        if model_id in self._models:
            self._list.setCurrentRow(list(self._models).index(model_id))

    def _make_list(self) -> QListWidget:
        chooser = named(QListWidget(), "model_list")
        chooser.setAccessibleName(self.tr("Models"))
        chooser.setFixedWidth(_LIST_WIDTH)
        chooser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = purposes()
        height = 2 * chooser.fontMetrics().lineSpacing() + _AROUND_ITEM  # Qt forgets the style's padding
        for model in self._models.values():
            item = QListWidgetItem(f"{model.card.name}\n{words[model.card.task]}")
            item.setData(Qt.ItemDataRole.UserRole, model.card.id)
            item.setToolTip(plain_tip(model.card.description))
            item.setSizeHint(QSize(0, height))
            chooser.addItem(item)
        return chooser

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._list)
        upper.addWidget(named(QFrame(), role="rule-upright"))
        upper.addWidget(self._scroll, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.setContentsMargins(20, 12, 20, 14)
        state = self._desk.state
        said = "\n".join(map(translated, state.problems if state else ()))
        problems = named(QLabel(said, wordWrap=True), role="muted")
        problems.setTextFormat(Qt.TextFormat.PlainText)  # it may name a folder
        below.addWidget(problems, 1)
        below.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(named(QFrame(), role="rule"))
        whole.addLayout(below)

    def _on_chosen(self) -> None:
        if (model := self.chosen) is None:
            return
        self._page = ModelPage(model.card)
        self._scroll.setWidget(self._page)
        self._scroll.verticalScrollBar().setValue(0)
        self._desk.check(model)

    def _on_checked(self, model_id: str, trouble: Exception | None) -> None:
        model = self.chosen
        if self._page is None or model is None or model.card.id != model_id:
            return
        if trouble is None:
            self._page.show_check(self.tr("✓ The file is the one that this card speaks of."))
        else:
            said = describe(trouble)
            self._page.show_check(f"✗ {said.text} {said.hint}".strip())
