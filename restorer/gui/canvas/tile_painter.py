"""Paints a pane of the canvas from the tiles that are there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QImage, QPainter

from restorer.gui.canvas.layout import Layer, Pane
from restorer.gui.canvas.tile_maker import tile_box
from restorer.gui.canvas.tiles import Draft, Piece, TileCache, TileKey, at_level, tiles_in
from restorer.gui.canvas.view import CRISP_ZOOM, View
from restorer.photo import Box

_BAND = 95
"""Rows that are scaled in one go. From 96 on, Qt divides the work among threads and waits for them, which
on a busy machine takes several times as long as doing it here."""


@dataclass(frozen=True)
class TilePainter:
    """Paints one view of pictures with ``level_count`` levels, in device pixels."""

    cache: TileCache
    view: View
    level_count: int
    smooth: bool = True

    def paint(self, painter: QPainter, pane: Pane, exposed: QRect, backdrop: QBrush | None) -> None:
        """Paint the part of a pane inside ``exposed``, scaled roughly if ``smooth`` is off.

        Where a tile is missing, finer ones or a coarser one that are there are painted instead; where it is
        old, the draft of a coarser one that is not. ``backdrop`` is seen through pictures with alpha.
        """
        shown = picture_area(self.view, pane) & pane.clip & exposed
        if shown.isEmpty():
            return
        if backdrop is not None:
            painter.setBrushOrigin(pane.viewport.topLeft())
            painter.fillRect(shown, backdrop)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        for key in self.tiles(pane.layer, self.seen(pane, shown)):
            area = self.area(key, pane) & shown
            image = self.cache.image(key)
            draft = self.draft(key)
            if image is not None and not self.cache.is_fresh(key) and self.cache.is_fresh(draft):
                self._draw(painter, draft, self.cache.image(draft) or image, pane, area)
            elif image is not None:
                self._draw(painter, key, image, pane, area)
            else:
                self._draw_instead(painter, key, pane, area)
        painter.setClipping(False)

    def tiles(self, layer: Layer, seen: Box) -> list[TileKey]:
        """Return the tiles of a layer in the box ``seen`` of level 0."""
        level = self.view.level(self.level_count)
        return tiles_in(layer, level, at_level(seen, level))

    def draft(self, key: TileKey) -> Draft:
        """Return what may stand for a tile that is old: all that is seen of the next coarser one."""
        parent = key.parent(key.level + 1)
        return Draft(key.layer, parent.level, parent.box.intersect(at_level(self.view.visible, parent.level)))

    def seen(self, pane: Pane, part: QRect) -> Box:
        """Return the pixels of the picture that are at least partly in a part of a pane."""
        part = part.translated(-pane.viewport.topLeft())
        left, top = self.view.to_picture(part.left(), part.top())
        right, bottom = self.view.to_picture(part.left() + part.width(), part.top() + part.height())
        box = Box(int(top // 1), int(left // 1), int(-(-bottom // 1)), int(-(-right // 1)))
        return box.intersect(Box(0, 0, self.view.height, self.view.width))

    def area(self, key: Piece, pane: Pane) -> QRect:
        """Return the device pixels that a tile fills; neighbours share edges, so none is filled twice."""
        exact = self._target(key.level, key.box, pane)
        left, top = round(exact.left()), round(exact.top())
        return QRect(left, top, round(exact.right()) - left, round(exact.bottom()) - top)

    def _draw_instead(self, painter: QPainter, key: TileKey, pane: Pane, area: QRect) -> None:
        children = []
        if key.level > 0:
            inside = Box(0, 0, -(-self.view.height >> key.level - 1), -(-self.view.width >> key.level - 1))
            children = [child for child in key.children() if not child.box.intersect(inside).empty]
        finer = [(child, image) for child in children if (image := self.cache.image(child)) is not None]
        if not children or len(finer) < len(children):
            for level in range(key.level + 1, self.level_count):
                parent = key.parent(level)
                if (image := self.cache.image(parent)) is not None:
                    self._draw(painter, parent, image, pane, area)
                    break
        for child, image in finer:
            self._draw(painter, child, image, pane, self.area(child, pane) & area)

    def _draw(self, painter: QPainter, key: Piece, image: QImage, pane: Pane, area: QRect) -> None:
        """Draw the part of a tile that falls into ``area``."""
        if area.isEmpty():
            return
        held = tile_box(key, (self.view.height, self.view.width))
        target = self._target(key.level, held, pane)
        if self.view.zoom * (1 << key.level) == 1.0:
            painter.setClipping(False)
            painter.drawImage(area.topLeft(), image, area.translated(-target.topLeft().toPoint()))
            return
        band = _BAND if self._smooth else area.height()
        # The whole image is drawn, clipped, so that scaling at the tile's border sees the neighbours' pixels.
        for top in range(area.top(), area.top() + area.height(), band):
            painter.setClipRect(QRect(area.left(), top, area.width(), band) & area)
            painter.drawImage(target, image)

    @property
    def _smooth(self) -> bool:
        return self.smooth and self.view.zoom < CRISP_ZOOM

    def _target(self, level: int, box: Box, pane: Pane) -> QRectF:
        """Where pixels of a level lie on the canvas."""
        scale = self.view.zoom * (1 << level)
        origin_x, origin_y = self.view.origin
        left, top = origin_x + pane.viewport.left(), origin_y + pane.viewport.top()
        return QRectF(left + box.left * scale, top + box.top * scale, box.width * scale, box.height * scale)


def picture_area(view: View, pane: Pane) -> QRect:
    """Return where a picture lies on the canvas; it may reach beyond the pane."""
    extent = view.extent
    return QRect(extent.left, extent.top, extent.width, extent.height).translated(pane.viewport.topLeft())


def pixels_to_scale(view: View, panes: Sequence[Pane], exposed: QRect | None = None) -> int:
    """Return how many device pixels of panes (inside ``exposed``) have to be scaled smoothly."""
    if view.zoom >= CRISP_ZOOM or (view.zoom <= 1 and math.log2(view.zoom).is_integer()):
        return 0
    areas = [picture_area(view, pane) & pane.clip for pane in panes]
    parts = areas if exposed is None else [area & exposed for area in areas]
    return sum(part.width() * part.height() for part in parts)
