"""What the core says, in the language of the window.

The core speaks English only. Its sentences are known as templates (``“{0}” is empty.``), which
packaging/translate.py finds in its source: one is recognised by its words, translated, and given back
what was in its places. What is not recognised stays as it is.
"""

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from restorer import paths
from restorer.gui.numbers import written_here

CONTEXT = "core"
_PLACE = re.compile(r"\{(\d+)\}")
_BOUNDARY = re.compile(r"(?<=[.?!…]) ")
_AMOUNT = re.compile(r"-?\d[\d,.e+-]*(?: %| [^\W\d]+)?")  # a number, perhaps with its unit
_LONGEST = 2000  # what is longer, or deeper in one another, was made to be
_DEEPEST = 5
_MOST_TOGETHER = 5  # a template of several sentences, or full stops in names; more would only take time
_REMEMBERED = 4096  # the lines of a long queue are painted again and again


@dataclass(frozen=True)
class _Template:
    """``longest`` are the most of its words in a row; ``names`` are the places in quotation marks."""

    text: str
    words: int
    longest: str
    pattern: re.Pattern[str]
    names: frozenset[int]


@dataclass(frozen=True)
class _Said:
    """A template with what was said in its places; ``full_stop`` is 1 to add one and -1 to cut it off."""

    template: str
    values: tuple["_Text", ...] = ()
    full_stop: int = 0


class _Name(str):
    """What is never translated, as it is called so."""

    __slots__ = ()


_Text = tuple["str | _Said", ...]
"""What was recognised and what was not, in turn."""


def translated(text: str) -> str:
    """Return ``text``, one or more sentences of the core, in the window's language where they are known."""
    return _spoken(_read(text))


def _spoken(text: _Text) -> str:
    return "".join(_unknown_said(part) if isinstance(part, str) else _translate(part) for part in text)


def _unknown_said(text: str) -> str:
    """Return what is not recognised as it is, but for a mere number, which is written as is usual here."""
    return written_here(text) if not isinstance(text, _Name) and _AMOUNT.fullmatch(text) else text


def _translate(said: _Said) -> str:
    words = QCoreApplication.translate(CONTEXT, said.template)
    if said.full_stop < 0:
        words = words.removesuffix(".")
    elif said.full_stop > 0:
        words += "."
    return _PLACE.sub(lambda place: _spoken(said.values[int(place[1])]), words)


@functools.lru_cache(_REMEMBERED)
def _read(text: str, depth: int = 0) -> _Text:
    """Recognise a text: as a whole; sentence by sentence; as a whole that has others in its places."""
    bare = text.strip()
    if not bare or len(text) > _LONGEST or depth > _DEEPEST:
        return (text,)
    if bare != text:
        before, after = text.split(bare, maxsplit=1)
        return before, *_read(bare, depth), after
    if said := _recognised(text, depth):
        return (said,)
    by_sentences = _read_sentences(_BOUNDARY.split(text), depth)
    if any(isinstance(part, _Said) for part in by_sentences):
        return by_sentences
    return (_recognised(text, depth, several=True) or text,)


def _read_sentences(sentences: list[str], depth: int) -> _Text:
    parts: list[str | _Said] = []
    start = 0
    while start < len(sentences):
        for end in range(min(start + _MOST_TOGETHER, len(sentences)), start, -1):
            said = _recognised(" ".join(sentences[start:end]), depth)
            if said or end == start + 1:
                break
        parts += [" "] * bool(parts) + [said or sentences[start]]
        start = end
    return tuple(parts)


def _recognised(text: str, depth: int, *, several: bool = False) -> _Said | None:
    """Return what ``text`` is; what is in a place may be ``several`` sentences, or only one.

    A phrase may stand for a sentence, and a sentence without its full stop for a phrase. Where more than one
    template fits, it is the one that leaves least unknown, or else the one with the most words.
    """
    without = text.removesuffix(".")
    for words, full_stop in ((text, 0), (without, 1) if without != text else (f"{text}.", -1)):
        found = [
            _Said(template, tuple(_read_value(value, depth + 1) for value in values), full_stop)
            for template, values in _fitting(words, several=several)
        ]
        if found:
            return min(found, key=lambda said: _unknown((said,)))
    return None


def _read_value(value: tuple[str, bool], depth: int) -> _Text:
    text, is_name = value
    return (_Name(text),) if is_name else _read(text, depth)


def _unknown(text: _Text) -> int:
    """Return how many characters of a text are not recognised."""
    return sum(len(part) if isinstance(part, str) else sum(map(_unknown, part.values)) for part in text)


def _fitting(text: str, *, several: bool) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Give the templates that ``text`` is made by, the one with most words first.

    With each stands what is in its places, and whether that is a name, which is never translated.
    """
    plain, others = _templates()
    if text in plain:
        yield text, []
        return
    for template in others:
        if template.longest in text and (found := template.pattern.fullmatch(text)):
            values = [(value, place in template.names) for place, value in enumerate(found.groups())]
            if several or all(map(_is_single, values)):
                yield template.text, values


def _is_single(value: tuple[str, bool]) -> bool:
    """Whether a place holds one thing: a name, or at most a sentence."""
    text, is_name = value
    return "” " not in text if is_name else not _BOUNDARY.search(text)


@functools.cache
def _templates() -> tuple[frozenset[str], tuple[_Template, ...]]:
    """Return the templates without places, and those with, the ones with most words first."""
    file = paths.resources() / "translations" / "core.json"
    texts = json.loads(file.read_text(encoding="utf-8"))
    plain = frozenset(text for text in texts if not _PLACE.search(text))
    others = [_template(text) for text in texts if text not in plain]
    return plain, tuple(sorted(others, key=lambda it: (-it.words, it.text)))


def _template(text: str) -> _Template:
    pieces = _PLACE.split(text)[::2]
    pattern = re.compile("(.*?)".join(map(re.escape, pieces)), re.DOTALL)
    names = frozenset(index for index, piece in enumerate(pieces[:-1]) if piece.endswith("“"))
    return _Template(text, sum(map(len, pieces)), max(pieces, key=len), pattern, names)
