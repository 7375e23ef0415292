"""Draws two pictures and their difference from tiles, and keeps those tiles up to date."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QBrush, QImage, QPainter

from restorer.gui.canvas.difference import DEFAULT_GAIN
from restorer.gui.canvas.layout import Layer, Pane
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.tile_loader import TileLoader
from restorer.gui.canvas.tile_maker import TileMaker
from restorer.gui.canvas.tile_painter import TilePainter
from restorer.gui.canvas.tiles import TILE, TileCache, TileKey
from restorer.gui.canvas.view import View
from restorer.photo.geometry import Box

_CHANGING = {Layer.AFTER, Layer.DIFFERENCE}
_AHEAD_SHARE = 0.7
"""Share of the cache up to which tiles are made before they are seen."""


class Renderer:
    """Everything between pictures and a painter; lives in the window's thread.

    ``changed`` is called, in that thread, when something that was painted should be painted again.
    """

    def __init__(self, cache_bytes: int, changed: Callable[[], None]) -> None:
        self._cache = TileCache(cache_bytes)
        self._loader = TileLoader(self._keep, self._delivered)
        self._changed = changed
        self._maker: TileMaker | None = None
        self._painted: set[TileKey] = set()
        self._news = False

    def show(self, before: Picture, after: Picture, gain: float = DEFAULT_GAIN) -> None:
        """Draw other pictures; with the same ``before``, old tiles of ``after`` stay until new are there."""
        kept = self._maker is not None and self._maker.before == before
        self._maker = TileMaker(before, after, gain)
        if kept:
            self.invalidate(None)
            return
        self._cache.clear()
        self._painted.clear()
        self._loader.use(self._maker)
        # The coarsest level is made at once: it is small, and with it there is always something to draw.
        for layer in (Layer.BEFORE, Layer.AFTER):
            key = self._coarsest(layer)
            self._cache.put(key, self._maker.make(key))

    def clear(self) -> None:
        """Forget the pictures."""
        self._maker = None
        self._cache.clear()
        self._painted.clear()
        self._loader.use(None)

    def invalidate(self, box: Box | None) -> None:
        """Make the tiles of the after picture anew that show a part of ``box`` (level 0; None: all)."""
        if self._maker is not None:
            self._cache.age(_CHANGING, box)
            self._loader.age(_CHANGING, box, self._maker)

    def shut_down(self) -> None:
        """Stop the threads for good."""
        self._loader.shut_down()

    @property
    def settled(self) -> bool:
        """Whether everything that was painted is as it should be, and no thread is at work."""
        return self._loader.idle and all(self._cache.is_fresh(key) for key in self._painted)

    @property
    def see_through(self) -> bool:
        """Whether the pictures have alpha."""
        return self._maker is not None and self._maker.before.read_alpha is not None

    def thumbnail(self, layer: Layer) -> QImage | None:
        """Return the smallest copy of a layer, None if it has not been made."""
        return None if self._maker is None else self._cache.image(self._coarsest(layer))

    def paint(self, painter: QPainter, view: View, panes: Sequence[Pane], backdrop: QBrush | None) -> None:
        """Paint panes in device pixels; begin to make what is missing in them, then what may be seen next."""
        if self._maker is None:
            return
        self._cache.begin_frame()
        tile_painter = TilePainter(self._cache, view, self._maker.before.level_count)
        seen: list[TileKey] = []
        for pane in panes:
            transparent = backdrop if pane.layer is not Layer.DIFFERENCE else None
            tile_painter.paint(painter, pane, transparent)
            seen += tile_painter.tiles(pane.layer, tile_painter.seen(pane))
        layers = list(dict.fromkeys(pane.layer for pane in panes))
        self._painted = {*seen, *map(self._coarsest, layers)}
        wanted = [*seen, *map(self._coarsest, layers)]
        if self._cache.byte_count < _AHEAD_SHARE * self._cache.byte_limit:
            wanted += self._ahead(tile_painter, view, layers)
        self._loader.want(self._missing(wanted))

    def _ahead(self, tile_painter: TilePainter, view: View, layers: list[Layer]) -> list[TileKey]:
        """What one key press or a little panning would show."""
        others = [layer for layer in (Layer.BEFORE, Layer.AFTER) if layer not in layers]
        beside = view.visible.grow(TILE // 2 << view.level(tile_painter.level_count))
        beside = beside.intersect(Box(0, 0, view.height, view.width))
        keys = [key for layer in others for key in tile_painter.tiles(layer, view.visible)]
        return keys + [key for layer in layers for key in tile_painter.tiles(layer, beside)]

    def _missing(self, keys: Iterable[TileKey]) -> list[TileKey]:
        return [key for key in dict.fromkeys(keys) if not self._cache.is_fresh(key)]

    def _coarsest(self, layer: Layer) -> TileKey:
        assert self._maker is not None
        return TileKey(layer, self._maker.before.level_count - 1, 0, 0)

    def _keep(self, key: TileKey, image: QImage, fresh: bool) -> None:
        self._cache.put(key, image, fresh=fresh)
        self._news = self._news or key in self._painted

    def _delivered(self) -> None:
        news, self._news = self._news, False
        if news:
            self._changed()
