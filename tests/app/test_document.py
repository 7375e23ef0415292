"""A photo being worked on: what is shown is what is saved, and every change can be taken back."""

import dataclasses

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoised

from restorer.app.document import Document, document_of, estimate, restore_document
from restorer.errors import Cancelled
from restorer.photo import Box, Photo
from restorer.progress import CancelToken, Progress
from restorer.restoration import layers
from restorer.restoration.recipe import Recipe
from restorer.restoration.restore import restore
from restorer.restoration.steps import Denoise


def _document(height: int = 90, width: int = 130) -> Document:
    pixels = np.random.default_rng(2).integers(0, 256, (height, width, 3), np.uint8)
    return document_of(Photo(pixels))


def _restored(document: Document, strength: float = 1.0) -> Document:
    document = document.with_recipe(Recipe((Denoise(strength),)), "Remove noise")
    restore_document(document, FakeEngine(), FakeCatalog())
    return document


def _whole(document: Document, level: int = 0) -> np.ndarray:
    return document.after_pixels(level, Box.of(document.before.levels[level]))


def test_before_any_work_the_result_is_the_photo() -> None:
    document = _document()
    np.testing.assert_array_equal(_whole(document), document.photo.pixels)
    assert document.result() is document.photo
    assert not document.unsaved


@pytest.mark.parametrize("strength", [0.0, 0.4, 1.0])
def test_what_is_shown_is_saved_and_is_what_the_command_line_makes(strength: float) -> None:
    document = _restored(_document(), strength)
    result = document.result().pixels
    np.testing.assert_array_equal(_whole(document), result)
    recipe = Recipe((Denoise(strength),))
    by_command = restore(document.photo, recipe, FakeEngine(), FakeCatalog()).photo.pixels
    np.testing.assert_array_equal(result, by_command)


def test_every_zoom_level_shows_the_restored_photo() -> None:
    document = _restored(_document())
    for level in range(len(document.before.levels)):
        before = document.before.levels[level].astype(np.float64)
        assert np.abs(_whole(document, level) - before / 2).max() <= 2


def test_a_strength_does_not_run_the_network_again() -> None:
    document = _restored(_document())
    weaker = document.with_recipe(Recipe((Denoise(0.2),)), "Strength")
    assert weaker.complete
    assert not np.array_equal(_whole(weaker), _whole(document))


def test_changes_are_taken_back_and_done_again() -> None:
    first = _restored(_document())
    second = first.with_recipe(Recipe((Denoise(0.3),)), "Strength")
    assert second.undo_name == "Strength"
    back = second.undo()
    assert back.recipe == first.recipe
    assert back.undo().recipe == Recipe()
    assert back.undo().undo().recipe == Recipe()
    again = back.undo().redo().redo()
    assert again.recipe == second.recipe
    assert again.redo_name is None
    assert back.with_recipe(Recipe((Denoise(0.9),)), "Strength").redo_name is None


def test_a_dragged_slider_is_one_change() -> None:
    document, drag = _restored(_document()), object()
    for strength in (0.9, 0.8, 0.7):
        document = document.with_recipe(Recipe((Denoise(strength),)), "Strength", gesture=drag)
    assert document.undo().recipe == Recipe((Denoise(1.0),))
    for gesture in (None, object()):
        other = document.with_recipe(Recipe((Denoise(0.5),)), "Strength", gesture=gesture)
        assert other.undo().recipe == Recipe((Denoise(0.7),))


def test_ten_thousand_changes_can_be_taken_back() -> None:
    document = _restored(_document(20, 20))
    for number in range(10_500):
        document = document.with_recipe(Recipe((Denoise((number % 100) / 100),)), "Strength")
    count = 0
    while document.undo_name:
        document, count = document.undo(), count + 1
    assert count == 10_000


def test_unsaved_means_different_from_what_was_saved() -> None:
    document = _restored(_document())
    assert document.unsaved
    saved = document.as_saved()
    assert not saved.unsaved
    changed = saved.with_recipe(Recipe((Denoise(0.1),)), "Strength")
    assert changed.unsaved
    assert not changed.undo().unsaved


def test_the_visible_area_comes_first_and_parts_are_told() -> None:
    document, engine, parts = _document(), FakeEngine(), []
    document = document.with_recipe(Recipe((Denoise(),)), "Remove noise")
    visible = Box(10, 20, 50, 60)
    restore_document(document, engine, FakeCatalog(), first=visible, on_part=parts.append)
    assert engine.runs == [visible, Box(0, 0, 90, 130)]
    assert document.complete
    assert all(part.intersect(visible) == part for part in parts[:2])


def test_a_stop_keeps_what_is_ready_and_the_rest_as_it_was() -> None:
    document = _document().with_recipe(Recipe((Denoise(),)), "Remove noise")
    token = CancelToken()
    with pytest.raises(Cancelled):
        restore_document(
            document,
            FakeEngine(),
            FakeCatalog(),
            on_part=lambda _: token.cancel(),
            progress=Progress(token=token),
        )
    assert not document.complete
    changed = (_whole(document) != document.photo.pixels).any(axis=-1)
    assert changed[:32, :32].mean() > 0.9
    assert not changed[32:].any()


def test_the_estimate_is_kept() -> None:
    document = _document()
    found = estimate(document, FakeEngine(lambda planes: denoised(planes, 10)), FakeCatalog(), "denoise")
    assert document.with_estimate(found).estimate == found
    assert found.noise == pytest.approx(10, abs=1e-3)


def test_big_results_in_a_scratch_file_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _restored(_document(), 0.6).result().pixels
    monkeypatch.setattr(layers, "SCRATCH_LIMIT", 0)
    np.testing.assert_array_equal(_restored(_document(), 0.6).result().pixels, expected)


def test_alpha_profile_and_metadata_stay() -> None:
    photo = dataclasses.replace(_document().photo, profile=b"profile")
    document = _restored(document_of(photo))
    assert document.result().profile == b"profile"
