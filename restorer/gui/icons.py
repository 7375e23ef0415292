"""The program's own icons: line drawings, tinted to the window's colours."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from restorer import paths

_SIZES = (16, 20)
_DISABLED_OPACITY = 0.38


def tinted(name: str, colour: str, *, sizes: tuple[int, ...] = _SIZES) -> QIcon:
    """Return the line icon ``name`` in ``colour`` (``#rrggbb``), faded where disabled.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    renderer = _renderer(name, colour)
    scale = _scale()
    icon = QIcon()
    for size in sizes:
        icon.addPixmap(_draw(renderer, size, scale, 1.0), QIcon.Mode.Normal)
        icon.addPixmap(_draw(renderer, size, scale, _DISABLED_OPACITY), QIcon.Mode.Disabled)
    return icon


def tinted_pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return the line icon ``name`` in ``colour``, ``size`` points on each side."""
    return _draw(_renderer(name, colour), size, _scale(), 1.0)


def application_icon() -> QIcon:
    """Return the program's icon, in its own colours."""
    renderer = _renderer("restorer", "")
    icon = QIcon()
    for size in (16, 32, 64, 256):
        icon.addPixmap(_draw(renderer, size, 1.0, 1.0))
    return icon


def application_pixmap(size: int) -> QPixmap:
    """Return the program's icon, ``size`` points on each side."""
    return _draw(_renderer("restorer", ""), size, _scale(), 1.0)


def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", QColor(colour).name()).encode()))


def _scale() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _draw(renderer: QSvgRenderer, size: int, scale: float, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
