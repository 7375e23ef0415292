"""How marks (watermarks, logos, lettering, dates) are looked for: in the whole photo, at a small size.

A mark is as large as its photo makes it, whatever the scan's pixels, and what tells it from a sign in the
scene lies all around it. See docs/decisions/026.
"""

import numpy as np

from restorer.inference.card import ModelCard
from restorer.restoration.repairs import MARGIN, Margin, Scores

WHOLE_VIEWS = "whole_views"
"""Set in the recipe, on the card, of a network that learnt from whole photos at the size of its crops."""

_PLAIN = 153
"""Of 255: from this score on a pixel is plainly marked."""
_PLAIN_SHARE = 0.003
"""A photo bears a mark if so much of it is plain; none of 125 clean photos from elsewhere has as much."""
_LIKELIER = 4.0
"""By how much the odds of the other pixels rise in such a photo: a letter beside a letter is no chance."""


def learnt_side(card: ModelCard) -> int | None:
    """Return the shorter side, in pixels, of the whole photos that a network learnt to find marks in.

    None is for networks that learnt from photos as they are.
    """
    side = card.recipe.get("crop")
    return side if card.recipe.get(WHOLE_VIEWS) and isinstance(side, int) and side > 0 else None


def small_scale(card: ModelCard, size: tuple[int, int]) -> int | None:
    """Return by how much a picture of ``size`` (height, width) is larger than what a network learnt from.

    None is for networks that learnt from photos as they are.
    """
    side = learnt_side(card)
    return None if side is None else max(1, round(min(size) / side))


def mark_margin(scale: int) -> Margin:
    """Return the margin of a mark that was found in a photo reduced by ``scale``.

    All of it is filled but for a rim: a small size leaves the edge of a letter unsure, and dates glow.
    """
    solid = 2 * scale
    return Margin(solid + MARGIN, solid)


def with_companions(scores: Scores) -> Scores:
    """Return the scores of a photo; where it plainly bears a mark, what may belong to it is surer."""
    if np.count_nonzero(scores >= _PLAIN) < _PLAIN_SHARE * scores.size:
        return scores
    return _LIKELIER_SCORES[scores]


def _likelier() -> Scores:
    chances = np.arange(256) / 255
    raised = _LIKELIER * chances / (1 - chances + _LIKELIER * chances)
    return np.rint(255 * raised).astype(np.uint8)


_LIKELIER_SCORES = _likelier()
