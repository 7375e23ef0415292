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
from restorer.gui.windows.leaf import Leaf
from restorer.gui.windows.model_page import ModelPage, purposes

if TYPE_CHECKING:
    from restorer.inference.catalog import Model

_SIZE = QSize(860, 660)
_LIST_WIDTH, _WIDEST_LIST = 220, 340
_AROUND_ITEM = 16
_BESIDE_ITEM = 40


class ModelsWindow(QDialog):
    """Lists the models, and beside them the card of ``chosen``; the arrow keys choose another."""

    def __init__(
        self, parent: QWidget | None, models: "Iterable[Model] | None", chosen: str, desk: DeviceDesk
    ) -> None:
        """``models`` are those to list; None for all there are, as soon as ``desk`` knows them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.resize(_SIZE)
        self._desk, self._wanted = desk, chosen
        self._models: dict[str, Model] = {}
        self._page: ModelPage | None = None
        self._scroll = named(QScrollArea(widgetResizable=True), "model_scroll")
        self._scroll.setAccessibleName(self.tr("The model’s card"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list = self._make_list()
        self._problems = named(QLabel(wordWrap=True), role="muted")
        self._problems.setTextFormat(Qt.TextFormat.PlainText)  # it may name a folder
        self._lay_out()
        desk.checked.connect(self._on_checked)
        self._list.currentItemChanged.connect(self._on_chosen)
        if models is not None:
            self._fill(models)
        elif desk.state is not None:
            self._fill(desk.state.models.values())
        else:
            self._say(self.tr("The models are being looked for …"))
            desk.changed.connect(self._on_known)
        self._list.setFocus()

    @property
    def chosen(self) -> "Model | None":
        """The model whose card is shown."""
        item = self._list.currentItem()
        return self._models[item.data(Qt.ItemDataRole.UserRole)] if item else None

    def choose(self, model_id: str) -> None:
        """Show another model's card."""
        self._wanted = model_id
        if model_id in self._models:
            self._list.setCurrentRow(list(self._models).index(model_id))

    def _make_list(self) -> QListWidget:
        chooser = named(QListWidget(), "model_list")
        chooser.setAccessibleName(self.tr("Models"))
        chooser.setFixedWidth(_LIST_WIDTH)
        chooser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return chooser

    def _fill(self, models: "Iterable[Model]") -> None:
        self._models = {model.card.id: model for model in models}
        words = purposes()
        height = 2 * self._list.fontMetrics().lineSpacing() + _AROUND_ITEM  # Qt forgets the style's padding
        for model in self._models.values():
            item = QListWidgetItem(f"{model.card.name}\n{words[model.card.task]}")
            item.setData(Qt.ItemDataRole.UserRole, model.card.id)
            item.setToolTip(plain_tip(translated(model.card.description)))
            item.setSizeHint(QSize(0, height))
            self._list.addItem(item)
        self._list.setFixedWidth(self._list_width())
        ids = list(self._models)
        self._list.setCurrentRow(ids.index(self._wanted) if self._wanted in ids else 0)
        if not self._models:
            self._say(translated("No model is installed; install the program again."))
        state = self._desk.state
        self._problems.setText("\n".join(map(translated, state.problems if state else ())))

    def _list_width(self) -> int:
        """Return a width in which no purpose is cut off, in any language."""
        lines = [
            line for row in range(self._list.count()) for line in self._list.item(row).text().split("\n")
        ]
        widest = max(map(self._list.fontMetrics().horizontalAdvance, lines), default=0)
        return min(max(_LIST_WIDTH, widest + _BESIDE_ITEM), _WIDEST_LIST)

    def _on_known(self) -> None:
        state = self._desk.state
        if state is None:
            self._say(self.tr("Which models there are could not be found out; the main window says why."))
        elif not self._models:
            self._fill(state.models.values())

    def _say(self, sentence: str) -> None:
        """Say something where otherwise a card stands."""
        leaf = Leaf()
        named(leaf.paragraph(sentence), "models_awaited")
        leaf.column.addStretch(1)
        self._scroll.setWidget(leaf)

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
        below.addWidget(self._problems, 1)
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
