"""What a diagnosis says in words of what it measured."""

import numpy as np

from restorer.restoration.appearance import Appearance
from restorer.restoration.repairs import Repair

_LONG, _THIN = 40, 0.12
"""A repair at least so many pixels long, of which so small a share of its box is damaged, is a scratch."""


def level_in_words(name: str, level: float, there: bool) -> str:
    """Return how strong something is, of 255, and whether that is anything."""
    return f"{name} of {level:.1f} (of 255)" + ("." if there else ": nothing to speak of.")


def tones_in_words(look_: Appearance) -> str:
    """Return what is seen of faded tones, or of a tint."""
    faded = f"Tones reach from {100 * look_.black:.0f} to {100 * look_.white:.0f} % only"
    if look_.fading >= 0.5 and look_.cast >= 0.5:
        return f"{faded}, and a tint lies over all of them."
    return f"{faded}." if look_.fading >= look_.cast else "A tint lies over shadows and lights alike."


def damage_in_words(repairs: tuple[Repair, ...], size: tuple[int, int]) -> str:
    """Return how many scratches and specks there are, and whereabouts in a photo of ``size``."""
    long = sum(_is_scratch(repair) for repair in repairs)
    specks = len(repairs) - long
    parts = []
    if long:
        parts.append("one scratch or fold" if long == 1 else f"{long:,} scratches or folds")
    if specks:
        parts.append("one speck" if specks == 1 else f"{specks:,} specks")
    rows = np.mean([(repair.box.top + repair.box.bottom) / 2 / size[0] for repair in repairs])
    columns = np.mean([(repair.box.left + repair.box.right) / 2 / size[1] for repair in repairs])
    where = [
        name
        for name, most in (
            ("top", 1 / 3 - rows),
            ("bottom", rows - 2 / 3),
            ("left", 1 / 3 - columns),
            ("right", columns - 2 / 3),
        )
        if most > 0
    ]
    text = " and ".join(parts)
    return f"{text[0].upper()}{text[1:]}{', mostly at the ' + ' '.join(where) if where else ''}."


def _is_scratch(repair: Repair) -> bool:
    side = max(repair.box.height, repair.box.width)
    narrow = min(repair.box.height, repair.box.width) < side / 5
    return side >= _LONG and (narrow or repair.area < _THIN * repair.box.height * repair.box.width)
