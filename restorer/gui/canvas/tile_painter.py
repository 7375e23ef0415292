"""Paints a pane of the canvas from the tiles that are there, and says which are missing."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QPainter

from restorer.gui.canvas.layout import Layer, Pane
from restorer.gui.canvas.tile_maker import tile_box
from restorer.gui.canvas.tiles import TileCache, TileKey, tiles_in
from restorer.gui.canvas.view import CRISP_ZOOM, View
from restorer.photo.geometry import Box


@dataclass(frozen=True)
class TilePainter:
    """Paints one view of pictures with ``level_count`` levels, in device pixels."""

    cache: TileCache
    view: View
    level_count: int

    def paint(self, painter: QPainter, pane: Pane, backdrop: QBrush | None) -> None:
        """Paint a pane; where a tile is missing, the next coarser one that is there, and finer ones upon it.

        ``backdrop`` is seen through pictures with alpha.
        """
        extent = _rect(self.view.extent).translated(pane.viewport.topLeft())
        shown = extent & pane.clip
        if shown.isEmpty():
            return
        if backdrop is not None:
            painter.setBrushOrigin(pane.viewport.topLeft())
            painter.fillRect(shown, backdrop)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.view.zoom < CRISP_ZOOM)
        for key in self.tiles(pane.layer, self.seen(pane)):
            area = self._area(key, pane) & shown
            if not self._draw(painter, key, pane, area):
                self._draw_coarser(painter, key, pane, area)
                for child in key.children() if key.level > 0 else ():
                    self._draw(painter, child, pane, self._area(child, pane) & area)
        painter.setClipping(False)

    def tiles(self, layer: Layer, seen: Box) -> list[TileKey]:
        """Return the tiles of a layer in the box ``seen`` (level 0), those in its middle first."""
        level = self.view.level(self.level_count)
        scale = 1 << level
        box = Box(seen.top // scale, seen.left // scale, -(-seen.bottom // scale), -(-seen.right // scale))
        keys = tiles_in(layer, level, box)
        row = sum(key.row for key in keys) / max(1, len(keys))
        column = sum(key.column for key in keys) / max(1, len(keys))
        return sorted(keys, key=lambda key: (key.row - row) ** 2 + (key.column - column) ** 2)

    def seen(self, pane: Pane) -> Box:
        """Return the pixels of the picture that a pane shows."""
        clip = pane.clip.translated(-pane.viewport.topLeft())
        left, top = self.view.to_picture(clip.left(), clip.top())
        right, bottom = self.view.to_picture(clip.left() + clip.width(), clip.top() + clip.height())
        return Box(int(top // 1), int(left // 1), int(-(-bottom // 1)), int(-(-right // 1))).intersect(
            self.view.visible
        )

    def _draw_coarser(self, painter: QPainter, key: TileKey, pane: Pane, area: QRect) -> None:
        for level in range(key.level + 1, self.level_count):
            if self._draw(painter, key.parent(level), pane, area):
                return

    def _draw(self, painter: QPainter, key: TileKey, pane: Pane, area: QRect) -> bool:
        """Draw the part of a tile that falls into ``area``; False if the tile is not there."""
        image = self.cache.image(key)
        if image is None:
            return False
        if area.isEmpty():
            return True
        held = tile_box(key, (self.view.height, self.view.width))
        target = self._target(key.level, held, pane)
        if self.view.zoom * (1 << key.level) == 1.0:
            corner = target.topLeft().toPoint()
            painter.setClipping(False)
            painter.drawImage(area.topLeft(), image, area.translated(-corner))
        else:
            # The whole image is drawn, clipped, so that scaling at the tile's border sees the neighbours'
            # pixels.
            painter.setClipRect(area)
            painter.drawImage(target, image)
        return True

    def _area(self, key: TileKey, pane: Pane) -> QRect:
        """The device pixels that a tile fills; neighbours share edges, so none is left out or done twice."""
        exact = self._target(key.level, key.box, pane)
        left, top = round(exact.left()), round(exact.top())
        return QRect(left, top, round(exact.right()) - left, round(exact.bottom()) - top)

    def _target(self, level: int, box: Box, pane: Pane) -> QRectF:
        """Where pixels of a level lie on the canvas."""
        scale = self.view.zoom * (1 << level)
        origin_x, origin_y = self.view.origin
        left, top = origin_x + pane.viewport.left(), origin_y + pane.viewport.top()
        return QRectF(left + box.left * scale, top + box.top * scale, box.width * scale, box.height * scale)


def _rect(box: Box) -> QRect:
    return QRect(box.left, box.top, box.width, box.height)
