"""Draws two pictures and their difference from tiles, and keeps those tiles up to date."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QBrush, QImage, QPainter

from restorer.app.difference import DEFAULT_GAIN
from restorer.gui.canvas.layout import Layer, Pane
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.tile_loader import TileLoader
from restorer.gui.canvas.tile_maker import TileMaker
from restorer.gui.canvas.tile_painter import TilePainter
from restorer.gui.canvas.tiles import TILE, Draft, Piece, TileCache, TileKey
from restorer.gui.canvas.view import View
from restorer.photo import Box

_CHANGING = {Layer.AFTER, Layer.DIFFERENCE}
_DRAFTED_FROM = 3
"""Old tiles in sight from which on all are first made in half the size, which is seen four times sooner."""
_AHEAD_SHARE = 0.7
"""Share of the cache up to which tiles are made before they are seen."""


class Renderer(QObject):
    """Everything between pictures and a painter; lives in the window's thread."""

    changed = Signal(list)
    """The rectangles of device pixels (`QRect`) that are to be painted again."""

    def __init__(self, cache_bytes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = TileCache(cache_bytes)
        self._loader = TileLoader(self._keep, self._delivered, self)
        self._maker: TileMaker | None = None
        self._tile_painter: TilePainter | None = None
        self._panes: Sequence[Pane] = ()
        self._requested: tuple[View, list[Layer]] | None = None
        self._shown: set[TileKey] = set()
        self._drafts: set[Draft] = set()
        self._arrived: list[Piece] = []

    def show(self, before: Picture, after: Picture, gain: float = DEFAULT_GAIN) -> None:
        """Draw other pictures; with the same ``before``, old tiles of ``after`` stay until new are there."""
        kept = self._maker is not None and self._maker.before == before
        self._maker = TileMaker(before, after, gain)
        if kept:
            self.invalidate(None)
            return
        self._forget()
        self._loader.use(self._maker)
        # The coarsest level is made at once: it is small, and with it there is always something to draw.
        for layer in (Layer.BEFORE, Layer.AFTER):
            key = self._coarsest(layer)
            self._cache.put(key, self._maker.make(key))

    def clear(self) -> None:
        """Forget the pictures."""
        self._maker = None
        self._forget()
        self._loader.use(None)

    def invalidate(self, box: Box | None) -> None:
        """Make the tiles of the after picture anew that show a part of ``box`` (level 0; None: all)."""
        if self._maker is not None:
            self._cache.age(_CHANGING, box)
            self._loader.age(_CHANGING, box, self._maker)
            self._request()

    def shut_down(self) -> None:
        """Stop the threads for good."""
        self._loader.shut_down()

    @property
    def settled(self) -> bool:
        """Whether everything that was painted is as it should be, and no thread is at work."""
        return self._loader.idle and all(self._cache.is_fresh(key) for key in self._shown)

    @property
    def current(self) -> bool:
        """Whether all that is seen shows the pictures as they are now, be it in half the size."""
        if self._tile_painter is None:
            return True
        level, draft = min((key.level for key in self._shown), default=0), self._tile_painter.draft
        seen = (key for key in self._shown if key.level == level)
        return all(self._cache.is_fresh(key) or self._cache.is_fresh(draft(key)) for key in seen)

    @property
    def see_through(self) -> bool:
        """Whether the pictures have alpha."""
        return self._maker is not None and self._maker.before.read_alpha is not None

    def thumbnail(self, layer: Layer) -> QImage | None:
        """Return the smallest copy of a layer, None if it has not been made."""
        return None if self._maker is None else self._cache.image(self._coarsest(layer))

    def paint(
        self,
        painter: QPainter,
        view: View,
        panes: Sequence[Pane],
        exposed: QRect,
        *,
        smooth: bool = True,
        backdrop: QBrush | None = None,
    ) -> None:
        """Paint the part of panes inside ``exposed``; begin to make what is missing in all of them.

        ``backdrop`` is seen through pictures with alpha.
        """
        if self._maker is None:
            return
        self._panes = panes
        self._tile_painter = TilePainter(self._cache, view, self._maker.before.level_count, smooth)
        for pane in panes:
            seen_through = backdrop if pane.layer is not Layer.DIFFERENCE else None
            self._tile_painter.paint(painter, pane, exposed, seen_through)
        if self._requested != (view, [pane.layer for pane in panes]):
            self._request()

    def _request(self) -> None:
        """Have the loader make what is shown, the middle first, and then what may be shown next."""
        if self._tile_painter is None or self._maker is None:
            return
        tile_painter, view = self._tile_painter, self._tile_painter.view
        layers = [pane.layer for pane in self._panes]
        self._requested = (view, layers)
        seen = {key: None for pane in self._panes for key in self._seen_first(tile_painter, pane)}
        seen.update(dict.fromkeys(key for layer in layers for key in tile_painter.tiles(layer, view.visible)))
        seen.update(dict.fromkeys(self._coarsest(layer) for layer in layers))
        self._shown = set(seen)
        self._drafts = set(drafts := self._old_in_half(list(seen)))
        self._cache.protect((*drafts, *seen))
        if self._cache.byte_count < _AHEAD_SHARE * self._cache.byte_limit:
            seen.update(dict.fromkeys(self._ahead(tile_painter, view, layers)))
        wanted: list[Piece] = [*drafts, *seen]
        self._loader.want([key for key in wanted if not self._cache.is_fresh(key)])

    def _old_in_half(self, seen: list[TileKey]) -> list[Draft]:
        """Return what stands for a moment for the tiles in sight that are old: as little as is seen."""
        assert self._tile_painter is not None
        level = self._tile_painter.view.level(self._tile_painter.level_count)
        old = [
            key
            for key in seen
            if key.level == level and self._cache.image(key) is not None and not self._cache.is_fresh(key)
        ]
        if len(old) < _DRAFTED_FROM or level + 2 >= self._tile_painter.level_count:
            return []
        return list(dict.fromkeys(self._tile_painter.draft(key) for key in old))

    def _seen_first(self, tile_painter: TilePainter, pane: Pane) -> list[TileKey]:
        middle = pane.clip.center()
        keys = tile_painter.tiles(pane.layer, tile_painter.seen(pane, pane.clip))
        return sorted(
            keys, key=lambda key: (tile_painter.area(key, pane).center() - middle).manhattanLength()
        )

    def _ahead(self, tile_painter: TilePainter, view: View, layers: list[Layer]) -> list[TileKey]:
        """What one key press or a little panning would show."""
        others = [layer for layer in (Layer.BEFORE, Layer.AFTER) if layer not in layers]
        beside = view.visible.grow(TILE // 2 << view.level(tile_painter.level_count))
        beside = beside.intersect(Box(0, 0, view.height, view.width))
        keys = [key for layer in others for key in tile_painter.tiles(layer, view.visible)]
        return keys + [key for layer in layers for key in tile_painter.tiles(layer, beside)]

    def _coarsest(self, layer: Layer) -> TileKey:
        assert self._maker is not None
        return TileKey(layer, self._maker.before.level_count - 1, 0, 0)

    def _forget(self) -> None:
        self._cache.clear()
        self._shown.clear()
        self._drafts.clear()
        self._arrived.clear()
        self._tile_painter = self._requested = None

    def _keep(self, key: Piece, image: QImage, fresh: bool) -> None:
        self._cache.put(key, image, fresh=fresh)
        if key in self._shown or key in self._drafts:
            self._arrived.append(key)
            if not fresh:
                self._requested = None

    def _delivered(self) -> None:
        arrived, self._arrived = self._arrived, []
        if self._tile_painter is None or not arrived:
            return
        if self._requested is None:
            self._request()
        self.changed.emit(
            [
                self._tile_painter.area(key, pane) & pane.clip
                for key in arrived
                for pane in self._panes
                if pane.layer is key.layer and self._is_seen(key)
            ]
        )

    def _is_seen(self, key: Piece) -> bool:
        """Whether a tile is painted: the coarsest may be there only to stand in for others."""
        assert self._tile_painter is not None
        level = self._tile_painter.view.level(self._tile_painter.level_count)
        return key.level == level or not all(self._cache.is_fresh(shown) for shown in self._shown)
