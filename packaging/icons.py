"""Draws the program's icon in every size and kind that a system asks for: ``python icons.py FOLDER``.

Runs in the environment that the bundle is made in, which has Qt to draw with and Pillow to write with.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "restorer.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)


def main() -> None:
    """Write ``restorer-SIZE.png`` for every size, ``restorer.ico`` and ``restorer.icns``."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(DRAWING))
    pictures = {size: draw(renderer, size) for size in SIZES}
    for size, picture in pictures.items():
        picture.save(folder / f"restorer-{size}.png", optimize=True)
    for_windows = [pictures[size] for size in (16, 24, 32, 48, 64, 128)]
    pictures[256].save(
        folder / "restorer.ico", append_images=for_windows, sizes=[p.size for p in for_windows]
    )
    pictures[1024].save(
        folder / "restorer.icns", append_images=[pictures[s] for s in (32, 64, 128, 256, 512)]
    )


def draw(renderer: QSvgRenderer, size: int) -> Image.Image:
    """Return the icon, ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(data.data())))


if __name__ == "__main__":
    main()
