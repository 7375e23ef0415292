"""What is said of a folder before anything is learnt from it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.app.training.goals import Goal, Way
from restorer.app.training.report import FolderReport, find_pairs, inspect_folder, prospect
from restorer.errors import PhotoError
from restorer.photo import Photo
from restorer.restoration.levels import NoiseEstimate


def _write(folder: Path, name: str, seed: int, *, side: int = 200, noise: float = 0.0) -> Path:
    random = np.random.default_rng(seed)
    coarse = random.integers(30, 220, (9, 9, 3), np.uint8)
    picture = np.asarray(Image.fromarray(coarse).resize((side, side), Image.Resampling.BICUBIC), np.float32)
    noisy = picture + noise * np.random.default_rng(seed + 1000).standard_normal(picture.shape)
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(folder / name)
    return folder / name


def _estimate(photo: Photo) -> NoiseEstimate:
    """Tell the noise from the differences of neighbours: enough for smooth pictures."""
    steps = np.diff(photo.pixels.astype(np.float32), axis=1)
    noise = float(np.median(np.abs(steps))) / 0.95
    return NoiseEstimate(noise, 0.0, calm_noise=0.42 * noise)


def _look(folder: Path) -> FolderReport:
    return inspect_folder(folder, _estimate)


def test_a_folder_is_sorted_out(tmp_path: Path) -> None:
    for seed in range(3):
        _write(tmp_path, f"clean {seed}.png", seed)
    for seed in range(3, 6):
        _write(tmp_path, f"noisy {seed}.png", seed, noise=12)
    _write(tmp_path / "again", "copy.jpg", 0)
    _write(tmp_path, "tiny.png", 9, side=100)
    (tmp_path / "broken.jpg").write_bytes(b"no photo")
    (tmp_path / "notes.txt").write_text("no photo either")

    report = _look(tmp_path)

    assert [path.name for path in report.too_small] == ["tiny.png"]
    assert [path.name for path in report.unreadable] == ["broken.jpg"]
    assert [[path.name for path in group] for group in report.duplicates] == [["copy.jpg", "clean 0.png"]]
    assert len(report.usable) == 6
    assert {photo.path.name for photo in report.noisy} == {"noisy 3.png", "noisy 4.png", "noisy 5.png"}
    assert all(photo.coloured for photo in report.usable)


def test_an_empty_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match="no photos"):
        _look(tmp_path)
    with pytest.raises(PhotoError, match="no folder"):
        _look(tmp_path / "nowhere")


def test_noisy_scans_alone_are_enough(tmp_path: Path) -> None:
    for seed in range(14):
        _write(tmp_path, f"{seed}.png", seed, noise=10)
    expected = prospect(_look(tmp_path), Goal.SCANNER)
    assert (expected.way, expected.enough) == (Way.ALONE, True)


def test_clean_photos_cannot_teach_a_noise(tmp_path: Path) -> None:
    for seed in range(14):
        _write(tmp_path, f"{seed}.png", seed)
    report = _look(tmp_path)
    expected = prospect(report, Goal.SCANNER)
    assert not expected.enough
    assert "little can be learnt" in expected.sentence
    assert "built-in" in expected.hint
    assert not prospect(report, Goal.RESTORE).enough, "fourteen are too few"


def test_clean_and_noisy_photos_together_are_the_way_of_clean_ones(tmp_path: Path) -> None:
    for seed in range(20):
        _write(tmp_path, f"{seed}.png", seed, noise=10 if seed < 7 else 0)
    expected = prospect(_look(tmp_path), Goal.SCANNER)
    assert (expected.way, expected.enough) == (Way.CLEAN, True)


def test_pairs_are_found_by_name_and_by_folder() -> None:
    names = ("a/one_noisy.png", "a/one_clean.png", "noisy/two.tif", "clean/two.tif", "three_noisy.png")
    found = find_pairs([Path(name) for name in names])
    assert found == (
        (Path("a/one_noisy.png"), Path("a/one_clean.png")),
        (Path("noisy/two.tif"), Path("clean/two.tif")),
    )
