"""Numbers as they are written in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale


def photos(count: int) -> str:
    """Write a number of photos: "1 photo", "2,400 photos"."""
    return _tr("1 photo") if count == 1 else _tr("{} photos").format(number(count))


def number(value: float, digits: int = 0) -> str:
    """Write a number as is usual here: where English has "2,400", that would be less than three in German."""
    return QLocale().toString(float(value), "f", digits)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Queue", text)
