"""What a model is, in full: what it was trained on, how good it is, and where it fails."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from restorer.gui.windows.sheet import Sheet

if TYPE_CHECKING:
    from restorer.inference.card import ModelCard


class ModelCardWindow(Sheet):
    """Shows a model's card; leaves out what the card does not say."""

    def __init__(self, parent: QWidget | None, card: "ModelCard") -> None:
        super().__init__(parent, QSize(600, 620))
        self.setWindowTitle(self.tr("About this model"))
        self.title(card.name)
        self.paragraph(self.tr("Version {} · licence {}").format(card.version, card.licence), "muted")
        if card.description:
            self.paragraph(card.description)
        self._list(self.tr("Known limits"), card.limits)
        self._list(self.tr("Trained on"), card.trained_on)
        if card.scores:
            self.heading(self.tr("Measured"))
            for score in card.scores:
                self.paragraph(_score(score))
        self.heading(self.tr("The network"))
        radius = card.receptive_radius
        self.rows(
            {
                self.tr("Parameters"): f"{card.parameters:,}".replace(",", "\u202f"),
                self.tr("Work"): self.tr("{:.0f} thousand multiplications per pixel").format(
                    card.kilo_macs_per_pixel
                ),
                self.tr("Sees around a pixel"): (
                    self.tr("the whole photo")
                    if radius is None
                    else self.tr("{} pixels each way").format(radius)
                ),
                self.tr("Checksum"): f"{card.sha256[:32]}\n{card.sha256[32:]}",
            }
        )
        self.done_adding()

    def _list(self, heading: str, sentences: tuple[str, ...]) -> None:
        if sentences:
            self.heading(heading)
            for sentence in sentences:
                self.paragraph(f"• {sentence}")


def _score(score: Mapping[str, Any]) -> str:
    """Write a score as "dataset: cbsd68 · sigma: 25 · psnr: 30.4"."""
    return " · ".join(f"{name.replace('_', ' ')}: {_number(value)}" for name, value in score.items())


def _number(value: Any) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
