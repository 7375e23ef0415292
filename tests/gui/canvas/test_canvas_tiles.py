import threading

import numpy as np
import pytest
from canvas_pictures import flat, noise, picture
from PySide6.QtGui import QImage

from restorer.gui.canvas.layout import Layer
from restorer.gui.canvas.picture import Picture
from restorer.gui.canvas.tile_loader import TileLoader
from restorer.gui.canvas.tile_maker import TileMaker
from restorer.gui.canvas.tiles import TILE, TileCache, TileKey, tiles_in
from restorer.photo import Box
from restorer.photo.pyramid import Pyramid


class _Deliveries:
    """Remembers what a loader hands over, and in which thread."""

    def __init__(self):
        self.tiles = {}
        self.threads = set()
        self.rounds = 0

    def deliver(self, key, image, fresh):
        self.tiles[key] = (image, fresh)
        self.threads.add(threading.current_thread())

    def delivered(self):
        self.rounds += 1


@pytest.fixture
def deliveries():
    return _Deliveries()


@pytest.fixture
def loader(qtbot, deliveries):
    loader = TileLoader(deliveries.deliver, deliveries.delivered)
    yield loader
    loader.shut_down()


def _image(side=10):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


def _key(column, layer=Layer.AFTER, level=0):
    return TileKey(layer, level, 0, column)


def test_tiles_cover_a_box():
    keys = tiles_in(Layer.AFTER, 2, Box(TILE - 1, 5, TILE + 1, 6))
    assert keys == [TileKey(Layer.AFTER, 2, 0, 0), TileKey(Layer.AFTER, 2, 1, 0)]
    assert tiles_in(Layer.AFTER, 0, Box(5, 5, 5, 9)) == []


def test_the_cache_lets_go_of_the_longest_unused():
    cache = TileCache(byte_limit=3 * 400)
    for column in range(3):
        cache.put(_key(column), _image())
    cache.image(_key(0))
    cache.put(_key(3), _image())
    assert cache.image(_key(1)) is None
    assert cache.image(_key(0)) is not None
    assert cache.byte_count == 3 * 400


def test_the_cache_keeps_what_is_on_the_screen_whatever_its_limit():
    cache = TileCache(byte_limit=400)
    keys = [_key(column) for column in range(5)]
    cache.protect(keys)
    for key in keys:
        cache.put(key, _image())
    assert all(cache.image(key) for key in keys)
    cache.protect([])
    cache.put(_key(9), _image())
    assert len(cache) == 1


def test_ageing_marks_the_tiles_of_a_place_and_its_neighbours_aprons():
    cache = TileCache(1 << 20)
    keys = [_key(0), _key(1), _key(2), _key(0, Layer.BEFORE), _key(0, level=3)]
    for key in keys:
        cache.put(key, _image())
    cache.age({Layer.AFTER}, Box(0, TILE, 1, TILE + 1))
    assert [cache.is_fresh(key) for key in keys] == [False, False, True, True, False]
    assert all(cache.image(key) for key in keys)


def test_the_loader_delivers_in_the_thread_of_the_window(qtbot, loader, deliveries):
    before, after = noise(700, 700), noise(700, 700, seed=2)
    loader.use(TileMaker(picture(before), picture(after)))
    keys = tiles_in(Layer.AFTER, 0, Box.of(after))
    loader.want(keys)
    qtbot.waitUntil(lambda: loader.idle)
    assert set(deliveries.tiles) == set(keys)
    assert deliveries.threads == {threading.current_thread()}
    image, fresh = deliveries.tiles[TileKey(Layer.AFTER, 0, 1, 1)]
    assert fresh
    # The tile begins one pixel, its apron, before its own.
    assert image.pixelColor(3, 5).getRgb()[:3] == tuple(after[TILE + 4, TILE + 2])


def test_a_tile_under_way_when_its_picture_changes_is_known_to_be_old(qtbot, loader, deliveries):
    reading, go_on = threading.Event(), threading.Event()

    def read(_level, box):
        reading.set()
        go_on.wait(5)
        return flat(3, box.height, box.width)

    maker = TileMaker(Picture((300, 300), 1, read), Picture((300, 300), 1, read))
    loader.use(maker)
    loader.want([_key(0)])
    assert reading.wait(5)
    loader.age({Layer.AFTER}, Box(0, 0, 1, 1), maker)
    go_on.set()
    qtbot.waitUntil(lambda: loader.idle)
    assert deliveries.tiles[_key(0)][1] is False


def test_tiles_of_a_picture_that_is_gone_are_thrown_away(qtbot, loader, deliveries):
    reading, go_on = threading.Event(), threading.Event()

    def read(_level, box):
        reading.set()
        go_on.wait(5)
        return flat(3, box.height, box.width)

    loader.use(TileMaker(Picture((300, 300), 1, read), Picture((300, 300), 1, read)))
    loader.want([_key(0)])
    assert reading.wait(5)
    loader.use(TileMaker(picture(flat(9)), picture(flat(9))))
    go_on.set()
    loader.want([_key(0, Layer.BEFORE)])
    qtbot.waitUntil(lambda: loader.idle)
    assert list(deliveries.tiles) == [_key(0, Layer.BEFORE)]


def test_what_is_no_longer_wanted_is_not_made(qtbot, loader, deliveries):
    reading, go_on, read_columns = threading.Event(), threading.Event(), []

    def read(_level, box):
        read_columns.append(box.left)
        reading.set()
        go_on.wait(5)
        return flat(3, box.height, box.width)

    far = Picture((300, 60 * TILE), 1, read)
    loader.use(TileMaker(far, far))
    loader.want([_key(column) for column in range(50)])
    assert reading.wait(5)
    loader.want([_key(55)])
    go_on.set()
    qtbot.waitUntil(lambda: loader.idle)
    assert _key(55) in deliveries.tiles
    assert len(read_columns) < 10


def test_an_error_while_reading_reaches_the_window_once(qtbot, loader):
    def read(_level, _box):
        raise ValueError("broken")

    loader.use(TileMaker(Picture((300, 300), 1, read), Picture((300, 300), 1, read)))
    with qtbot.captureExceptions() as caught:
        loader.want([_key(0)])
        qtbot.waitUntil(lambda: loader.idle and bool(caught))
        loader.want([_key(0)])
        qtbot.waitUntil(lambda: loader.idle)
    assert [str(error) for _, error, _ in caught] == ["broken"]


def test_shutting_down_ends_all_threads(qtbot, deliveries):
    loader = TileLoader(deliveries.deliver, deliveries.delivered)
    before = set(threading.enumerate())
    loader.use(TileMaker(picture(noise()), picture(noise())))
    loader.want([_key(0)])
    qtbot.waitUntil(lambda: loader.idle)
    assert set(threading.enumerate()) - before
    loader.shut_down()
    loader.shut_down()
    loader.want([_key(0)])
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("canvas")]


@pytest.mark.parametrize(
    ("dtype", "channels", "value", "shown"),
    [("uint16", 3, 65535, 255), ("uint16", 1, 257 * 90, 90), ("uint8", 1, 90, 90)],
)
def test_any_depth_becomes_an_image_for_the_screen(dtype, channels, value, shown):
    one = picture(np.full((20, 30, channels), value, dtype))
    image = TileMaker(one, one).make(TileKey(Layer.AFTER, 0, 0, 0))
    assert (image.width(), image.height()) == (30, 20)
    assert image.pixelColor(29, 19).getRgb() == (shown, shown, shown, 255)


def test_alpha_is_seen_through():
    alpha = np.zeros((20, 30, 1), np.uint16)
    alpha[:, 15:] = 65535
    one = picture(flat(200, 20, 30), alpha=Pyramid.build(alpha))
    image = TileMaker(one, one).make(TileKey(Layer.BEFORE, 0, 0, 0))
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(29, 0).getRgb() == (200, 200, 200, 255)
