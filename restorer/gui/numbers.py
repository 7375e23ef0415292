"""Numbers as they are written in the language of the window."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

_FIGURE = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?=$|e[+-]\d|[^\w.,]|[.,](?!\d))")
"""A number in an English text; no part of a name, a date or a version (1.2.3)."""


def photos(count: int) -> str:
    """Write a number of photos: "1 photo", "2,400 photos"."""
    return _tr("1 photo") if count == 1 else _tr("{} photos").format(number(count))


def number(value: float, digits: int = 0) -> str:
    """Write a number as is usual here: where English has "2,400", that would be less than three in German."""
    return QLocale().toString(float(value), "f", digits)


def significant(value: float, digits: int) -> str:
    """Write a number with ``digits`` that count: 0.034, 12.5, 3,200; zeros at the end are left out."""
    return written_here(f"{float(f'{value:.{digits}g}'):,f}".rstrip("0").removesuffix("."))


def tiny(value: float) -> str:
    """Write a number that may be far below one: 1.2e-05."""
    return written_here(f"{value:.1e}")


def written_here(text: str) -> str:
    """Write the numbers of an English text as is usual here; versions and names are left alone."""
    here = QLocale()
    signs = {",": here.groupSeparator(), ".": here.decimalPoint()}
    return _FIGURE.sub(lambda found: "".join(signs.get(sign, sign) for sign in found[0]), text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Queue", text)
