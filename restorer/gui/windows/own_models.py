"""The user's own models: what there is, which one works, and passing them on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restorer.gui.core_sentences import translated
from restorer.gui.named import named
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.sheet import Sheet
from restorer.gui.workspace import MODEL
from restorer.inference.card import Task
from restorer.inference.catalog import Model


class OwnModelsWindow(Sheet):
    """Lists them, with what can be done with each."""

    use_model = Signal(object)
    share_model = Signal(object)
    show_card = Signal(object)
    add_asked = Signal()
    builtin_asked = Signal()
    """The built-in model is to remove the noise again."""
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None, desk: TrainingDesk, used: str) -> None:
        super().__init__(parent, QSize(620, 480))
        self.setWindowTitle(self.tr("My models"))
        self._desk, self._used = desk, used
        self.paragraph(
            self.tr("Models that you trained, or that somebody gave you. They stay on this computer."),
            "muted",
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.column.addLayout(self._list)
        self._news = self.paragraph("", "statement")
        add = named(QPushButton(self.tr("&Add a model from a file…")), "add_model")
        add.clicked.connect(self.add_asked)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.column.addLayout(row)
        self.done_adding(spare=220)
        desk.models_known.connect(self._show)
        desk.adopted.connect(self._on_adopted)
        desk.trouble.connect(lambda error: self._news.setText(translated(str(error))))
        desk.list_models()

    def _show(self, models: list[Model]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for model in models:
            self._list.addWidget(self._row(model))
        if not models:
            empty = QLabel(self.tr("There are none yet: “Train on my folder” makes one."))
            self._list.addWidget(empty)

    def _row(self, model: Model) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        used = model.card.id == self._used
        title = self.tr("{} (in use)").format(model.card.name) if used else model.card.name
        name = named(QLabel(title), role="statement")
        words = named(QLabel(translated(model.card.description), wordWrap=True), role="muted")
        for label in (name, words):
            label.setTextFormat(Qt.TextFormat.PlainText)  # whoever made it may have called it anything
        row = QHBoxLayout()
        entries = [
            (self.tr("Use"), "use", self.use_model),
            (self.tr("Card"), "card", self.show_card),
            (self.tr("Share…"), "share", self.share_model),
        ]
        if used:
            row.addWidget(self._way_back(model))
        for text, action, signal in entries[1:] if used else entries:
            button = named(QPushButton(text), f"{action}_{model.card.id}")
            button.setAccessibleName(f"{text} {model.card.name}")
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(model))
            if action == "use":
                button.setEnabled(model.card.task is Task.DENOISE)
                button.clicked.connect(lambda: self._on_used(model.card.id))
            row.addWidget(button)
        remove = named(QPushButton(self.tr("Remove")), f"remove_{model.card.id}")
        remove.setAccessibleName(f"{remove.text()} {model.card.name}")
        remove.setEnabled(not used)
        remove.clicked.connect(lambda: self.remove_asked.emit(model))
        row.addWidget(remove)
        row.addStretch(1)
        column.addWidget(name)
        column.addWidget(words)
        column.addLayout(row)
        return whole

    def _way_back(self, model: Model) -> QPushButton:
        button = named(QPushButton(self.tr("Use the built-in one again")), f"leave_{model.card.id}")
        button.clicked.connect(self.builtin_asked)
        button.clicked.connect(lambda: self._on_used(MODEL))
        return button

    def _on_used(self, model_id: str) -> None:
        self._used = model_id
        self._desk.list_models()

    def _on_adopted(self, model: Model) -> None:
        self._news.setText(self.tr("“{}” was checked and added.").format(model.card.name))
        self._desk.list_models()
