"""Something to be decided, as a value: a sentence, and what can be answered."""

from collections.abc import Callable
from dataclasses import dataclass

from restorer.gui.messages import Weight


@dataclass(frozen=True)
class Choice:
    """A possible answer: its text, what happens then (given whether the box is ticked), and a tip."""

    text: str
    do: Callable[[bool], object]
    tip: str = ""


@dataclass(frozen=True)
class Question:
    """A question that stops nobody: it stands in a bar until it is answered or void.

    The first choice is the one that is suggested. ``box`` is the text of a box to tick, or empty.
    ``closed`` is what happens if the question is closed unanswered; without it, it cannot be.
    """

    text: str
    choices: tuple[Choice, ...]
    hint: str = ""
    weight: Weight = Weight.NOTE
    box: str = ""
    closed: Callable[[], object] | None = None
