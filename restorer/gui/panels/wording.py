"""Numbers in plain words: noise, sizes, times."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColorSpace

from restorer.photo import Photo

if TYPE_CHECKING:
    from restorer.restoration.denoise import NoiseEstimate

# In steps of an 8-bit value: below the first hardly anybody sees it, above the last nobody overlooks it.
_NOISE_STEPS = (1.5, 5.0, 12.0, 25.0)
_COMPRESSION_STEPS = (1.5, 4.0, 10.0)
_LEAST_KNOWN = 0.5


@dataclass(frozen=True)
class Verdict:
    """What a photo needs: a statement, the numbers behind it, advice, and a level (0..1) for a meter."""

    statement: str
    numbers: str
    advice: str
    level: float
    needed: bool


def verdict(estimate: "NoiseEstimate") -> Verdict:
    """Say what ``estimate`` means for somebody who has never heard of σ."""
    strength = sum(estimate.noise >= step for step in _NOISE_STEPS)
    blocks = sum(estimate.compression >= step for step in _COMPRESSION_STEPS)
    statements = (
        _tr("Hardly any noise"), _tr("A little noise"), _tr("Noticeable noise"), _tr("Strong noise"),
        _tr("Very strong noise"),
    )  # fmt: skip
    compressed = (
        _tr("Traces of compression"), _tr("Visible compression damage"), _tr("Heavy compression damage"),
    )  # fmt: skip
    # What is worse comes first; the numbers name both.
    statement = compressed[blocks - 1] if blocks > strength else statements[strength]
    numbers = _tr("Noise σ ≈ {:.1f} of 255").format(estimate.noise)
    if estimate.noise < _LEAST_KNOWN:
        numbers = _tr("Noise σ below {} of 255").format(_LEAST_KNOWN)
    if blocks:
        numbers += "\n" + _tr("Compression damage ≈ {:.1f} of 255").format(estimate.compression)
    needed = not estimate.negligible
    if not needed:
        advice = _tr("This photo needs nothing here. Restoring it could only take detail away.")
    elif strength <= 1 and blocks <= 1:
        advice = _tr("A gentle strength is enough.")
    else:
        advice = _tr("Restoring will help. You choose the strength afterwards, at once.")
    worst = math.hypot(estimate.noise, estimate.compression)
    return Verdict(statement, numbers, advice, min(worst / 40, 1.0) ** 0.6, needed)


def seconds(left: float) -> str:
    """Say how long something still takes, no more exactly than anybody can know."""
    if left < 2:
        return _tr("a moment left")
    if left < 60:
        return _tr("about {} s left").format(round(left) if left < 10 else 5 * round(left / 5))
    if left < 3600:
        return _tr("about {} min left").format(round(left / 60))
    return _tr("about {:.1f} h left").format(left / 3600)


def depth(photo: Photo) -> str:
    """Name a photo's bit depth and channels: "16-bit grey"."""
    kind = _tr("grey") if photo.is_grey else _tr("RGB")
    if photo.bits == 32:
        return _tr("32-bit float {}").format(kind)
    return _tr("{}-bit {}").format(photo.bits, kind)


def profile_name(photo: Photo) -> str:
    """Name a photo's colour profile as its maker did; untagged photos are read as sRGB."""
    if photo.profile is None:
        return _tr("untagged")
    space = QColorSpace.fromIccProfile(photo.profile)
    name = space.description().strip().removesuffix(" build-in").removesuffix(" built-in")
    if name.startswith("sRGB"):  # its many editions differ in nothing that matters here
        return "sRGB"
    return name if space.isValid() and name else _tr("own profile")


def size(photo: Photo) -> str:
    """Name a photo's size in pixels: "7200 × 5100"."""
    return f"{photo.width} × {photo.height}"


def percent(share: float) -> str:
    """Write a share (0..1) so that 100 % means all and 0 % means none, to the pixel."""
    if share in (0.0, 1.0):
        return f"{share:.0%}".replace("%", " %")
    return f"{min(max(share * 100, 0.1), 99.9):.1f} %"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
