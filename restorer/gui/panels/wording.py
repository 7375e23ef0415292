"""Numbers in plain words: noise, sizes, times."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColorSpace

from restorer.gui.numbers import number
from restorer.photo import Photo

# In steps of an 8-bit value: below the first hardly anybody sees it, above the last nobody overlooks it.
_NOISE_STEPS = (1.5, 5.0, 12.0, 25.0)
_COMPRESSION_STEPS = (1.5, 4.0, 10.0)


def noise_in_words(sigma: float) -> str:
    """Say how strong noise is (σ of 255) for somebody who has never heard of σ."""
    statements = (
        _tr("Hardly any noise"), _tr("A little noise"), _tr("Noticeable noise"), _tr("Strong noise"),
        _tr("Very strong noise"),
    )  # fmt: skip
    return statements[sum(sigma >= step for step in _NOISE_STEPS)]


def compression_in_words(level: float) -> str:
    """Say how strong compression damage is (of 255)."""
    statements = (
        _tr("Hardly any compression damage"), _tr("Traces of compression"), _tr("Visible compression damage"),
        _tr("Heavy compression damage"),
    )  # fmt: skip
    return statements[sum(level >= step for step in _COMPRESSION_STEPS)]


def wrong_repairs(wrong: float, *, calibrated: bool = True) -> str:
    """Say what a sensitivity means: how many wrong repairs one puts up with."""
    if wrong >= 1.5:
        text = _tr("About {:.0f} wrong spots in a photo").format(wrong)
    elif wrong > 0.67:
        text = _tr("About one wrong spot in a photo")
    elif wrong > 0.02:
        text = _tr("About one wrong spot in {:.0f} photos").format(1 / wrong)
    else:
        text = _tr("Hardly ever a wrong spot")
    return text if calibrated else _tr("{} (a guess: not measured for this model)").format(text)


def seconds(left: float) -> str:
    """Say how long something still takes, no more exactly than anybody can know."""
    if left < 2:
        return _tr("a moment left")
    if left < 60:
        return _tr("about {} s left").format(round(left) if left < 10 else 5 * round(left / 5))
    if left < 3600:
        return _tr("about {} min left").format(round(left / 60))
    return _tr("about {} h left").format(number(left / 3600, 1))


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
    return number(min(max(share * 100, 0.1), 99.9), 1) + " %"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
