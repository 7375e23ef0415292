"""Numbers in plain words."""

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from program import noisy_photo
from PySide6.QtGui import QColorSpace
from PySide6.QtWidgets import QApplication

import restorer.gui
from restorer.app.findings import Finding, Subject
from restorer.app.training.goals import Goal
from restorer.gui.languages import Languages
from restorer.gui.numbers import photos, significant, tiny, written_here
from restorer.gui.panels.findings import Need, line_of
from restorer.gui.panels.wording import (
    compression_in_words,
    depth,
    noise_in_words,
    percent,
    profile_name,
    seconds,
    size,
)
from restorer.gui.queue.wording import length, room
from restorer.gui.windows.training.words import goals, in_the_middle
from restorer.photo import Photo
from restorer.restoration.steps import RemoveWatermark, RepairDamage


def test_what_is_stronger_is_called_stronger() -> None:
    assert len({noise_in_words(level) for level in (0.4, 3, 8, 20, 50)}) == 5
    assert noise_in_words(0.4) == "Hardly any noise"
    assert len({compression_in_words(level) for level in (0.4, 2, 6, 20)}) == 4


@pytest.mark.parametrize(
    ("left", "said"),
    [(0.3, "a moment left"), (7.2, "about 7 s left"), (43, "about 45 s left"), (130, "about 2 min left"),
     (9000, "about 2.5 h left")],
)  # fmt: skip
def test_time_left_is_said_no_more_exactly_than_it_is_known(left: float, said: str) -> None:
    assert seconds(left) == said


@pytest.mark.parametrize(
    ("language", "many", "half"), [("en", "2,400 photos", "1.5 s"), ("de", "2.400 Fotos", "1,5 s")]
)
def test_numbers_are_written_as_is_usual_in_a_language(
    qapp: QApplication, language: str, many: str, half: str
) -> None:
    spoken = Languages(language)
    assert (photos(2400), length(1.5)) == (many, half)
    spoken.remove()


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["3.2", "1,600", "33.33", "0.034", "1.2e-05", "1.5 TB", "2.5 h", "about 2.5 h left"]),
        ("de", ["3,2", "1.600", "33,33", "0,034", "1,2e-05", "1,5 TB", "2,5 h", "noch etwa 2,5 h"]),
        ("fr", ["3,2", "1\u202f600", "33,33", "0,034", "1,2e-05", "1,5 To", "2,5 h", "encore 2,5 h environ"]),
    ],
)
def test_decimals_follow_the_language(qapp: QApplication, language: str, written: list[str]) -> None:
    spoken = Languages(language)
    said = [significant(value, digits) for value, digits in ((3.16, 2), (1600, 4), (33.333, 4), (0.0341, 2))]
    said += [tiny(1.2e-5), room(1_500_000_000_000), length(9000), seconds(9000)]
    spoken.remove()
    assert said == written


def test_figures_in_a_sentence_follow_the_language_and_versions_do_not(qapp: QApplication) -> None:
    text = "CBM3D 33.52, FFDNet 33.87 of 1,900.5; version 1.2.3, scan1.5, CC15."
    assert written_here(text) == text
    spoken = Languages("de")
    said = written_here(text)
    spoken.remove()
    assert said == "CBM3D 33,52, FFDNet 33,87 of 1.900,5; version 1.2.3, scan1.5, CC15."


_PRINTED = re.compile(r"\{[^{}]*:[+,]?(\.\d+)?[efgn,]\}")
_APART = {"numbers.py", "stylesheet.py"}  # Qt reads the numbers of the latter


def test_no_text_of_the_window_writes_decimals_by_itself() -> None:
    """They would have a point in every language; `restorer.gui.numbers` writes them."""
    found = [
        f"{file.name}: {written[0]}"
        for file in sorted(Path(restorer.gui.__file__).parent.rglob("*.py"))
        if file.name not in _APART
        for line in file.read_text(encoding="utf-8").splitlines()
        for written in _PRINTED.finditer(line)
        if not written[0].endswith(":.0f}") and "float(f" not in line
    ]
    assert found == []


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "A scratch or dust in one place"),
        (2, "Scratches or dust: 2 places"),
        (0, "No plain scratches or dust"),
    ],
)
def test_one_place_is_not_places(count: int, said: str) -> None:
    line = line_of(Finding(Subject.DAMAGE, bool(count), 0.99, "", RepairDamage(), True, float(count)))
    assert line is not None
    assert line.text == said


@pytest.mark.parametrize(
    ("step", "sure", "said"),
    [
        (RemoveWatermark(), 0.5, "Perhaps a watermark, a date or lettering"),
        (None, 0.5, "Whether it bears a watermark cannot be told"),
        (None, 0.6, "No plain watermark"),
    ],
)
def test_a_mark_is_no_more_than_perhaps_one(step: RemoveWatermark | None, sure: float, said: str) -> None:
    line = line_of(Finding(Subject.WATERMARK, False, sure, "", step))
    assert line is not None
    assert line.text == said


def test_a_mark_that_repeats_is_told_of_as_one() -> None:
    line = line_of(Finding(Subject.WATERMARK, True, 0.95, "", RemoveWatermark()))
    assert line is not None
    assert line.text == "A mark that repeats all over the photo"
    assert line.need is Need.OPTIONAL


def test_a_goal_within_a_sentence_keeps_the_capitals_of_its_nouns(qapp: QApplication) -> None:
    spoken = Languages("de")
    name = in_the_middle(goals()[Goal.SCANNER][0])
    spoken.remove()
    assert name == "das Rauschen dieses Scanners"


def test_photos_are_described() -> None:
    assert depth(noisy_photo()) == "8-bit RGB"
    assert depth(noisy_photo(grey=True, bits=16)) == "16-bit grey"
    assert depth(Photo(noisy_photo().pixels.astype("float32"))) == "32-bit float RGB"
    assert size(noisy_photo(70, 90)) == "90 × 70"


def test_profiles_are_named_by_their_makers(qtlog: Any) -> None:
    photo = noisy_photo()
    assert profile_name(photo) == "untagged"
    for space, name in (
        (QColorSpace.NamedColorSpace.SRgb, "sRGB"),
        (QColorSpace.NamedColorSpace.AdobeRgb, "Adobe RGB"),
        (QColorSpace.NamedColorSpace.DisplayP3, "Display P3"),
    ):
        profile = bytes(QColorSpace(space).iccProfile().data())
        assert profile_name(dataclasses.replace(photo, profile=profile)) == name
    with qtlog.disabled():  # Qt warns of what is wrong with it
        assert profile_name(dataclasses.replace(photo, profile=b"nonsense")) == "own profile"


def test_all_and_none_are_said_only_when_they_are_true() -> None:
    assert [percent(share) for share in (0.0, 1e-9, 0.5, 0.97849, 1 - 1e-9, 1.0)] == [
        "0 %", "0.1 %", "50.0 %", "97.8 %", "99.9 %", "100 %",
    ]  # fmt: skip
