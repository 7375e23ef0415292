"""Carrying out a recipe: everything but the pixels stays, and the report is true."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoise_card, denoised

from restorer.errors import Cancelled, ModelError, PhotoError
from restorer.inference.card import Task
from restorer.photo import Metadata, Photo, open_photo, save_photo
from restorer.progress import Progress, ProgressReport
from restorer.restoration import layers
from restorer.restoration import restore as restore_module
from restorer.restoration.planes import to_planes
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.stages import Deed
from restorer.restoration.steps import Denoise


def _photo() -> Photo:
    pixels = np.random.default_rng(5).integers(0, 65536, (80, 60, 3), np.uint16)
    alpha = np.random.default_rng(6).integers(0, 65536, (80, 60), np.uint16)
    return Photo(pixels, alpha, b"profile", Metadata(b"exif", b"xmp", (300, 300)))


def test_everything_but_the_pixels_stays() -> None:
    photo = _photo()
    result = restore(photo, Recipe((Denoise(),)), FakeEngine(), FakeCatalog()).photo
    assert result.pixels.dtype == np.uint16
    assert np.abs(result.pixels - photo.pixels / 2).max() <= 0.51
    assert (result.alpha, result.profile, result.metadata) == (photo.alpha, photo.profile, photo.metadata)


def test_an_empty_recipe_gives_the_photo_itself() -> None:
    photo = _photo()
    restoration = restore(photo, Recipe(), FakeEngine(), FakeCatalog())
    assert restoration.photo is photo
    assert restoration.unchanged == 1.0


def test_strength_nought_leaves_every_pixel() -> None:
    photo = _photo()
    restoration = restore(photo, Recipe((Denoise(0.0),)), FakeEngine(), FakeCatalog())
    np.testing.assert_array_equal(restoration.photo.pixels, photo.pixels)
    assert restoration.unchanged == 1.0


def test_the_share_of_unchanged_pixels_is_counted() -> None:
    pixels = np.full((100, 50, 3), 100, np.uint8)
    pixels[:25] = 0  # black stays black when halved
    restoration = restore(Photo(pixels), Recipe((Denoise(),)), FakeEngine(), FakeCatalog())
    assert restoration.unchanged == 0.25


def test_the_report_names_the_model_and_what_it_found() -> None:
    engine = FakeEngine(lambda planes: denoised(planes, 10))
    (step,) = restore(_photo(), Recipe((Denoise(0.5),)), engine, FakeCatalog()).steps
    assert (step.model, step.version) == ("Denoise", "1.0")
    assert step.estimate.noise == pytest.approx(10, abs=1e-3)


def test_a_scratch_file_gives_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe((Denoise(0.7),))
    in_memory = restore(_photo(), recipe, FakeEngine(), FakeCatalog()).photo.pixels
    monkeypatch.setattr(restore_module, "SCRATCH_LIMIT", 0)
    monkeypatch.setattr(layers, "SCRATCH_LIMIT", 0)
    on_disk = restore(_photo(), recipe, FakeEngine(), FakeCatalog()).photo.pixels
    np.testing.assert_array_equal(on_disk, in_memory)


def test_a_model_for_another_task_is_refused() -> None:
    catalog = FakeCatalog(denoise_card(task=Task.COLORIZE))
    with pytest.raises(ModelError, match="not made for removing noise"):
        restore(_photo(), Recipe((Denoise(),)), FakeEngine(), catalog)


def test_it_can_be_stopped_in_the_middle() -> None:
    reports: list[ProgressReport] = []

    def stop_after_three(report: ProgressReport) -> None:
        reports.append(report)
        if len(reports) == 3:
            progress.token.cancel()

    progress = Progress(stop_after_three)
    with pytest.raises(Cancelled):
        restore(_photo(), Recipe((Denoise(),)), FakeEngine(), FakeCatalog(), progress=progress)
    assert len(reports) == 3


def test_the_result_is_saved_while_it_is_made(tmp_path: Path) -> None:
    """The network's last tile waits here until the first rows are read."""
    rows_read = threading.Event()
    tiles = 0

    def before_tile() -> None:
        nonlocal tiles
        tiles += 1
        if tiles == 6:  # of 3 × 2
            assert rows_read.wait(60), "nothing is read before the end"

    def save(result: Photo, deeds: Sequence[Deed]) -> None:
        assert [(deed.model, deed.version) for deed in deeds] == [("Denoise", "1.0")]
        assert result.arrival is not None
        result.arrival.wait_for(1)
        rows_read.set()
        save_photo(result, tmp_path / "a.png")

    engine = FakeEngine(before_tile=before_tile)
    restoration = restore(_photo(), Recipe((Denoise(),)), engine, FakeCatalog(), save=save)

    assert tiles == 6
    assert restoration.photo.arrival is None
    without = restore(_photo(), Recipe((Denoise(),)), FakeEngine(), FakeCatalog())
    np.testing.assert_array_equal(restoration.photo.pixels, without.photo.pixels)
    np.testing.assert_array_equal(open_photo(tmp_path / "a.png").pixels, without.photo.pixels)
    assert restoration.unchanged == without.unchanged


@pytest.mark.parametrize("recipe", [Recipe(), Recipe((Denoise(0.5),))])
def test_what_does_not_come_in_parts_is_saved_at_the_end(recipe: Recipe) -> None:
    saved: list[tuple[Photo, Sequence[Deed]]] = []

    def save(photo: Photo, deeds: Sequence[Deed]) -> None:
        saved.append((photo, deeds))

    restoration = restore(_photo(), recipe, FakeEngine(), FakeCatalog(), save=save)
    assert saved == [(restoration.photo, restoration.steps)]


def test_a_disk_that_refuses_ends_the_work_at_once() -> None:
    refused = threading.Event()
    tiles: list[int] = []

    def before_tile() -> None:
        tiles.append(1)
        if len(tiles) == 2:
            assert refused.wait(60)

    def save(result: Photo, deeds: Sequence[Deed]) -> None:
        try:
            raise PhotoError("The disk is full.")
        finally:
            refused.set()

    photo = Photo(np.zeros((32 * 5000, 1, 3), np.uint8))
    engine = FakeEngine(before_tile=before_tile)
    with pytest.raises(PhotoError, match="disk is full"):
        restore(photo, Recipe((Denoise(),)), engine, FakeCatalog(), save=save)
    assert len(tiles) < 5000


def test_who_saves_learns_that_the_work_has_failed(tmp_path: Path) -> None:
    def before_tile() -> None:
        raise ModelError("The network is broken.")

    outcomes: list[type[BaseException]] = []

    def save(result: Photo, deeds: Sequence[Deed]) -> None:
        try:
            save_photo(result, tmp_path / "a.png")
        except BaseException as error:
            outcomes.append(type(error))
            raise

    engine = FakeEngine(before_tile=before_tile)
    with pytest.raises(ModelError, match="broken"):
        restore(_photo(), Recipe((Denoise(),)), engine, FakeCatalog(), save=save)
    assert outcomes == [Cancelled]
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_stopped_while_only_saving_goes_on() -> None:
    progress = Progress()

    def save(result: Photo, deeds: Sequence[Deed]) -> None:
        assert result.arrival is not None
        result.arrival.wait_for(result.height)
        progress.token.cancel()
        progress(0.5)

    with pytest.raises(Cancelled):
        restore(_photo(), Recipe((Denoise(),)), FakeEngine(), FakeCatalog(), save=save, progress=progress)


def test_whoever_stops_when_all_is_saved_is_too_late() -> None:
    asked = threading.Event()
    saved: list[Photo] = []

    def report(told: ProgressReport) -> None:
        if told.note == "Saving":
            asked.set()
            raise Cancelled

    def save(result: Photo, deeds: Sequence[Deed]) -> None:
        assert asked.wait(60)
        saved.append(result)

    recipe = Recipe((Denoise(),))
    restoration = restore(_photo(), recipe, FakeEngine(), FakeCatalog(), save=save, progress=Progress(report))
    assert len(saved) == 1
    assert restoration.steps


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1), (30, 40)])
def test_a_photo_of_floats_keeps_its_own_pixels(channels: int, size: tuple[int, int]) -> None:
    values = np.linspace(-0.5, 1.5, size[0] * size[1] * channels, dtype=np.float32).reshape(*size, channels)
    photo = Photo(values.copy())
    planes = to_planes(photo.pixels)
    assert planes.shape == (3, *size)
    assert 0 <= planes.min() <= planes.max() <= 1
    np.testing.assert_array_equal(photo.pixels, values)
