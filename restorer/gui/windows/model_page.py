"""A model's card in plain words: what it does, how good that is, where it fails, what it was trained on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from restorer.gui.core_sentences import translated
from restorer.gui.named import named
from restorer.gui.numbers import number, significant, written_here
from restorer.gui.windows.leaf import Leaf

if TYPE_CHECKING:
    from restorer.inference.card import ModelCard

_SUREST, _LEAST_SURE = 0.9, 0.5
_ABOUT = ("test_set", "case", "dataset")
_TEXTS = ("published", "same_run")


class ModelPage(Leaf):
    """One card; leaves out what the card does not say."""

    def __init__(self, card: "ModelCard") -> None:
        super().__init__()
        self.setObjectName("model_page")
        self.title(card.name)
        self.paragraph(
            _tr("{} · version {} · licence {}").format(purposes()[card.task], card.version, card.licence),
            "muted",
        )
        if card.description:
            self.paragraph(translated(card.description))
        if card.scores:
            self.heading(_tr("How good it is"))
            for score in card.scores:
                self._score(score)
        self._finds(card)
        self._list(_tr("Known limits"), card.limits)
        self._list(_tr("Trained on"), card.trained_on)
        self.heading(_tr("The network"))
        self.rows(_network(card))
        self.heading(_tr("Checksum"))
        self.paragraph(f"{card.sha256[:32]}\n{card.sha256[32:]}", "muted")
        self._check = named(self.paragraph(_tr("The file is being checked …")), "checksum_state")
        self.column.addStretch(1)

    def show_check(self, sentence: str) -> None:
        """Say whether the file is the one that the card speaks of."""
        self._check.setText(sentence)

    def _list(self, heading: str, sentences: tuple[str, ...]) -> None:
        if sentences:
            self.heading(heading)
            for sentence in sentences:
                self.paragraph(f"• {translated(sentence)}")

    def _score(self, score: Mapping[str, Any]) -> None:
        """Write what was measured, the figures, and below them those of others."""
        about = " · ".join(translated(str(score[name])) for name in _ABOUT if name in score)
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(1)
        lines = [(about, "muted"), (figures(score), "statement")]
        if text := str(score.get("published", "")):
            lines.append((_tr("Published: {}").format(_figures_in_words(text)), ""))
        if text := str(score.get("same_run", "")):
            lines.append((_tr("Others, in the same run: {}").format(_figures_in_words(text)), ""))
        for text, role in lines:
            if text:
                column.addWidget(named(QLabel(text, wordWrap=True), role=role))
        self.column.addWidget(block)

    def _finds(self, card: "ModelCard") -> None:
        """Say how often a model that finds things is wrong."""
        if not card.calibration:
            return
        self.heading(_tr("How often a find is wrong"))
        for least in (_SUREST, _LEAST_SURE):
            entry = min(card.calibration, key=lambda it: abs(it["score"] - least))
            self.paragraph(
                _tr("Of finds at {:.0f} % and more, {} in a megapixel of clean photo.").format(
                    100 * entry["score"], significant(entry["wrong_per_megapixel"], 6)
                )
            )


def purposes() -> dict[str, str]:
    """Return what each task is called."""
    return {
        "denoise": _tr("Removes noise"),
        "colorize": _tr("Colours black and white"),
        "watermark": _tr("Removes watermarks"),
        "find-damage": _tr("Finds damage"),
        "repair-damage": _tr("Repairs damage"),
        "restore": _tr("Restores in general"),
        "find-faces": _tr("Finds faces, to spare them"),
    }


def figures(score: Mapping[str, Any]) -> str:
    """Write a score's figures: "24.83 → 32.99 dB", "F1 0.83"."""
    parts = []
    before, after = score.get("before_dB"), score.get("after_dB")
    if after is not None:
        parts.append(
            _tr("{} dB").format(_number(after) if before is None else f"{_number(before)} → {_number(after)}")
        )
    known = {*_ABOUT, *_TEXTS, "before_dB", "after_dB"}
    called = _called()
    parts += [
        f"{called.get(name, name.replace('_', ' '))} {_number(it)}"
        for name, it in score.items()
        if name not in known
    ]
    return " · ".join(parts)


def _called() -> dict[str, str]:
    """Return what the figures are called that are no mere abbreviations."""
    return {
        "colourfulness": _tr("colourfulness"),
        "flagged": _tr("flagged"),
        "found": _tr("found"),
        "this_model": _tr("this model"),
        "built_in": _tr("built-in model"),
    }


def _network(card: "ModelCard") -> dict[str, str]:
    radius = card.receptive_radius
    sees = _tr("the whole photo") if radius is None else _tr("{} pixels each way").format(radius)
    rows = {
        _tr("Parameters"): number(card.parameters),
        _tr("Work"): _tr("{} thousand multiplications per pixel").format(number(card.kilo_macs_per_pixel)),
        _tr("Sees around a pixel"): sees,
        _tr("Takes and gives"): f"{', '.join(card.inputs)} → {', '.join(card.outputs)}",
    }
    code = card.recipe.get("code")
    if isinstance(code, int) and code > 0:
        rows[_tr("Code")] = _tr("squeezed to {} channels").format(code)
    if text := card.recipe.get("exported"):
        rows[_tr("Made")] = str(text)
    return rows


def _figures_in_words(text: str) -> str:
    """Return what a card says of others: in the window's language, or at least with its numbers."""
    said = translated(text)
    return written_here(text) if said == text else said


def _number(value: Any) -> str:
    return number(value, 2) if isinstance(value, float) else str(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ModelPage", text)
