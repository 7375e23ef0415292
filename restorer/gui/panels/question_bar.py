"""The bar in which a question stands, above the photo or in the queue, in nobody's way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from restorer.gui.elided_button import ElidedButton
from restorer.gui.named import named
from restorer.gui.panels.band import Band
from restorer.gui.question import Choice, Question
from restorer.gui.theme import Theme


class QuestionBar(Band):
    """Shows one question at a time; another takes its place."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(theme, f"{name}_text", f"{name}_close")
        self.setAccessibleName(self.tr("Question"))
        self._name = name
        self.question: Question | None = None
        self._box = named(QCheckBox(self.tr("Choice")), f"{name}_box")
        self.offer(self._box)
        self.cross.setAccessibleName(self.tr("Close this question"))
        self.cross.setToolTip(self.tr("Close"))
        self.crossed.connect(self._on_closed)
        self._buttons: list[ElidedButton] = []
        self.hide()

    def ask(self, question: Question) -> None:
        """Show a question in place of the one before; its first answer gets the focus."""
        self.withdraw()
        self.question = question
        self.say(question.text, question.hint, question.weight)
        self._box.setText(question.box)
        self._box.setVisible(bool(question.box))
        self._box.setChecked(False)
        self.cross.setVisible(question.closed is not None)
        for number, choice in enumerate(question.choices):
            button = named(ElidedButton(choice.text), f"{self._name}_{number}")
            button.setToolTip(choice.tip)
            button.setProperty("role", "" if number else "primary")
            button.clicked.connect(lambda _checked=False, choice=choice: self._on_chosen(choice))
            self._buttons.append(button)
            self.offer(button)
        self.lead_tab()
        self.arrange()
        self.show()

    def focus(self) -> None:
        """Let the keyboard answer."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Take the question back: it is void."""
        self.question = None
        for button in self._buttons:
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
