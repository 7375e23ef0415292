"""The bar in which a question stands, above the photo or in the queue, in nobody's way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from restorer.gui import icons
from restorer.gui.messages import Weight
from restorer.gui.named import named
from restorer.gui.queue.question import Choice, Question
from restorer.gui.theme import Theme


class QuestionBar(QFrame):
    """Shows one question at a time; another takes its place."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")  # looks as one
        self.setAccessibleName(self.tr("Question"))
        self._name, self._theme = name, theme
        self.question: Question | None = None
        self._icon = QLabel()
        self._text = named(QLabel(wordWrap=True), f"{name}_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box = named(QCheckBox(self.tr("Choice")), f"{name}_box")
        self._close = named(QToolButton(), f"{name}_close")
        self._close.setAccessibleName(self.tr("Close this question"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self._on_closed)
        self._buttons: list[QPushButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 8, 8, 8)
        self._line.setSpacing(10)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._box)
        self._line.addWidget(self._close)
        theme.changed.connect(self._tint)
        self.hide()

    def ask(self, question: Question) -> None:
        """Show a question in place of the one before; its first answer gets the focus."""
        self.withdraw()
        self.question = question
        self.setProperty("weight", question.weight.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(question.text + (f"\n{question.hint}" if question.hint else ""))
        self._text.setAccessibleName(f"{question.text} {question.hint}".strip())
        self._box.setText(question.box)
        self._box.setVisible(bool(question.box))
        self._box.setChecked(False)
        self._close.setVisible(question.closed is not None)
        for number, choice in enumerate(question.choices):
            button = named(QPushButton(choice.text), f"{self._name}_{number}")
            button.setToolTip(choice.tip)
            button.setProperty("role", "" if number else "primary")
            button.clicked.connect(lambda _checked=False, choice=choice: self._on_chosen(choice))
            self._buttons.append(button)
            self._line.insertWidget(self._line.count() - 1, button)
        self._tint()
        self.show()

    def focus(self) -> None:
        """Let the keyboard answer."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Take the question back: it is void."""
        self.question = None
        for button in self._buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.hide()

    def _on_chosen(self, choice: Choice) -> None:
        ticked = self._box.isChecked()
        self.withdraw()
        choice.do(ticked)

    def _on_closed(self) -> None:
        question = self.question
        self.withdraw()
        if question is not None and question.closed is not None:
            question.closed()

    def _tint(self) -> None:
        if self.question is None:
            return
        colours = self._theme.colours
        shade = {
            Weight.NOTE: colours.focus,
            Weight.DONE: colours.green,
            Weight.WARNING: colours.amber,
            Weight.ERROR: colours.red,
        }[self.question.weight]
        self._icon.setPixmap(icons.tinted_pixmap(self.question.weight.value, shade, 20))
        self._close.setIcon(self._theme.icon("close"))
