"""Carrying out a recipe: everything but the pixels stays, and the report is true."""

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoise_card

from restorer.errors import Cancelled, ModelError
from restorer.inference.card import Task
from restorer.photo import Metadata, Photo
from restorer.progress import Progress, ProgressReport
from restorer.restoration import layers
from restorer.restoration import restore as restore_module
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
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
    (step,) = restore(_photo(), Recipe((Denoise(0.5),)), FakeEngine(), FakeCatalog()).steps
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
