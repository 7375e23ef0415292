"""What jobs do: finding photos, and loading heavy things only then."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine
from program import noisy_photo, photo_file

from restorer.app.document import document_of
from restorer.errors import Cancelled
from restorer.gui import work
from restorer.gui.equipment import Equipment, Makers
from restorer.photo import Box, display_pixels
from restorer.progress import CancelToken, Progress
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Denoise


def _files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    return [folder / name for name in names]


def test_folders_give_their_photos_in_the_order_people_expect(tmp_path: Path) -> None:
    _files(tmp_path, "scan 10.jpg", "scan 2.JPG", "notes.txt", "1²3.png", "below/deep.png", "ä.tif")
    found = work.find_photos([tmp_path], False, Progress())
    assert [path.name for path in found.photos] == ["1²3.png", "scan 2.JPG", "scan 10.jpg", "ä.tif"]
    assert found.refused == ()


def test_named_files_are_taken_whatever_they_are_called(tmp_path: Path) -> None:
    first, second = _files(tmp_path, "b.xyz", "a.jpg")
    first.write_bytes(b"\x89PNG\r\n\x1a\n")
    found = work.find_photos([first, second, first, tmp_path / "gone.jpg"], False, Progress())
    assert found.photos == (first, second)
    assert found.refused == ("gone.jpg",)
    # A single file that is gone is opened all the same: what is wrong with it is said in full.
    assert work.find_photos([tmp_path / "gone.jpg"], False, Progress()).photos == (tmp_path / "gone.jpg",)


def test_a_text_among_photos_is_no_photo(tmp_path: Path) -> None:
    photo, text, other = _files(tmp_path, "a.jpg", "notes.txt", "b.tif")
    text.write_text("two boxes of slides")
    found = work.find_photos([photo, text, other], False, Progress())
    assert found == work.Listing((photo, other), ("notes.txt",))
    # A text alone is opened all the same: why it cannot be is said in full.
    assert work.find_photos([text], False, Progress()).photos == (text,)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert work.find_photos([empty], False, Progress()) == work.Listing((), ("empty",))


def test_what_cannot_be_looked_at_is_named_too(tmp_path: Path) -> None:
    (photo,) = _files(tmp_path, "a.jpg")
    never = tmp_path / ("x" * 300)  # the system answers with an error, as it does for a drive that is dead
    assert work.find_photos([photo, never], False, Progress()) == work.Listing((photo,), (never.name,))
    assert work.find_photos([never], False, Progress()).photos == (never,), "opening it tells more"


def test_sub_folders_are_listed_if_so_wished(tmp_path: Path) -> None:
    for name in ("b.png", "deep/er/a.png"):
        photo_file((tmp_path / name).parent, Path(name).name)
    names = [path.name for path in work.find_photos([tmp_path], True, Progress()).photos]
    assert names == ["a.png", "b.png"]


def test_looking_can_be_cancelled(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        work.find_photos([tmp_path], False, Progress(token=token))


def test_a_restoration_tells_of_the_visible_part_first() -> None:
    engine, news = FakeEngine(), []
    equipment = Equipment(makers=Makers(lambda _: engine, lambda _: FakeCatalog()))  # type: ignore[arg-type,return-value]
    document = document_of(noisy_photo()).with_recipe(Recipe((Denoise(),)), "Noise")
    first = Box(32, 32, 64, 64)
    work.restore(document, equipment, first, news.append, Progress())
    assert news[0] == first
    covered = np.zeros(document.photo.pixels.shape[:2], bool)
    for box in news[1:]:
        covered[box.slices] = True
    assert covered.all()


def test_saving_takes_the_result(tmp_path: Path) -> None:
    document = document_of(noisy_photo(grey=True, bits=16))
    path = photo_file(tmp_path, "old.png")
    work.save(document, path, work.SaveOptions(), False, Progress())
    again = work.open_path(path, Progress())
    assert np.array_equal(again.photo.pixels, document.photo.pixels)


def test_the_window_loads_nothing_heavy_before_it_is_shown() -> None:
    script = (
        "import sys, restorer.gui.application;"
        "print([m for m in ('onnxruntime', 'tifffile', 'imagecodecs', 'rawpy', 'pi_heif', 'PIL.Image',"
        " 'rich', 'torch', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("grey", [False, True])
def test_a_result_is_painted_in_strips_as_it_would_be_as_a_whole(grey: bool) -> None:
    alpha = np.random.default_rng(2).integers(0, 65536, (600, 30), np.uint16)
    photo = dataclasses.replace(noisy_photo(600, 30, bits=16, grey=grey), alpha=alpha)
    canvas = np.zeros((600, 30, 3), np.uint8)
    work.paint(document_of(photo), canvas, Progress())
    assert np.array_equal(canvas, display_pixels(photo.pixels, None, alpha))
