"""A finished photo of a batch is opened beside its original."""

from pathlib import Path

import numpy as np
import pytest
from program import noisy_photo

from restorer.app.finished import open_finished
from restorer.errors import PhotoError
from restorer.photo import Box, Photo, save_photo


def _pair(folder: Path, before: Photo, after: Photo) -> tuple[Path, Path]:
    save_photo(before, folder / "a.png")
    save_photo(after, folder / "a restored.png")
    return folder / "a.png", folder / "a restored.png"


@pytest.mark.parametrize("bits", [8, 16])
def test_before_and_after_are_the_two_files(tmp_path: Path, bits: int) -> None:
    before = noisy_photo(bits=bits)
    after = Photo(before.pixels // 2)
    document, finished = open_finished(*_pair(tmp_path, before, after))
    whole = Box.of(before.pixels)
    np.testing.assert_array_equal(document.before.read(0, whole), before.pixels)
    np.testing.assert_array_equal(finished.read(0, whole), after.pixels)
    assert not document.unsaved
    assert document.undo_name is None


def test_a_result_that_was_cut_since_is_refused(tmp_path: Path) -> None:
    source, result = _pair(tmp_path, noisy_photo(), noisy_photo(height=40))
    with pytest.raises(PhotoError, match="another size"):
        open_finished(source, result)
