"""What the core says is said in the window's language, with what it says it of; what is unknown stays."""

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from batching import click, ended, label, planned, queue_of
from fakes import FakeCatalog, FakeEngine
from PIL import Image
from program import photo_file, running_program
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.app.diagnosis import diagnose
from restorer.errors import PhotoError, RestorerError
from restorer.gui.core_sentences import CONTEXT, translated
from restorer.gui.languages import LANGUAGES, Languages
from restorer.gui.messages import describe
from restorer.gui.queue.model import sentence
from restorer.gui.windows.model_page import ModelPage
from restorer.inference.card import ModelCard, load_card
from restorer.photo import Photo, SaveOptions, losses, open_photo
from restorer.restoration.rendition import Rendition
from restorer.settings import Settings, save_settings

TEMPLATES = json.loads((paths.resources() / "translations" / "core.json").read_text(encoding="utf-8"))
_PLACE = re.compile(r"\{(\d+)\}")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    spoken = Languages("de")
    yield
    spoken.remove()


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    spoken = Languages("fr")
    yield
    spoken.remove()


class Marking(QTranslator):
    """Shows which sentences of the core are known: it puts them into brackets."""

    def translate(self, context: str, text: str, _about: str | None = None, _n: int = -1) -> str:
        return f"⟦{text}⟧" if context == CONTEXT else text

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[None]:
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def _trouble(path: Path) -> RestorerError:
    with pytest.raises(PhotoError) as caught:
        open_photo(path)
    return caught.value


def _cut_jpeg(path: Path) -> Path:
    noise = np.random.default_rng(1).integers(0, 255, (200, 200, 3), np.uint8)
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[:-5000])
    return path


def test_an_empty_file_is_spoken_of_in_german(german: None, tmp_path: Path) -> None:
    path = tmp_path / "takes.jpg"
    path.touch()
    said = describe(_trouble(path))
    assert said.text == "„takes.jpg“ ist leer."
    assert said.hint.startswith("Versuchen Sie, die Datei noch einmal von dort zu bekommen")


def test_a_truncated_jpeg_is_spoken_of_in_german(german: None, tmp_path: Path) -> None:
    said = describe(_trouble(_cut_jpeg(tmp_path / "cut.jpg")))
    assert said.text == "Das Ende dieser JPEG-Datei fehlt."


def test_french_keeps_its_spaces(french: None, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.touch()
    assert describe(_trouble(path)).text == "«\u00a0a.jpg\u00a0» est vide."


def test_every_template_is_recognised_with_what_is_in_its_places(marking: None) -> None:
    for template in TEMPLATES:
        said = _PLACE.sub(lambda place: f"x{place[1]}", template)
        assert translated(said) == f"⟦{said}⟧"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_template_is_translated_and_keeps_its_places(qapp: QApplication, language: str) -> None:
    spoken = Languages(language)
    try:
        for template in TEMPLATES:
            words = QCoreApplication.translate(CONTEXT, template)
            assert sorted(_PLACE.findall(words)) == sorted(_PLACE.findall(template)), template
            said = _PLACE.sub(lambda place: f"x{place[1]}", template)
            assert translated(said) != said or words == template
            assert all(f"x{place}" in translated(said) for place in _PLACE.findall(template))
        alike = {it for it in TEMPLATES if QCoreApplication.translate(CONTEXT, it) == it}
    finally:
        spoken.remove()
    assert alike <= {"16 bits", "8 bits", "saturation"}  # French has the same words


def _said_of_scores(card: ModelCard) -> list[str]:
    """Return what a card says of its scores, but for what is a mere name, as "CBSD68"."""
    names = ("test_set", "case", "published", "same_run")
    told = (str(score[name]) for score in card.scores for name in names if name in score)
    return [text for text in told if not (text.isalnum() and text.isupper())]


def test_a_card_says_in_german_what_it_was_trained_on_and_measured_by(german: None, qtbot: QtBot) -> None:
    scores = (
        {
            "test_set": "31 everyday photos, kept from training",
            "case": "Gaussian σ = 15",
            "after_dB": 33.2,
            "colourfulness": 16.3,
            "same_run": "best of 72 chains of classical methods 25.76",
            "published": "Somebody 33.52",
        },
    )
    card = load_card(paths.bundled_models() / "denoise")
    told = ("1,234 photos of cats and dogs (CC-BY-SA 4.0)", "said by a model from elsewhere")
    page = ModelPage(dataclasses.replace(card, scores=scores, trained_on=told))
    qtbot.addWidget(page)
    texts = [it.text() for it in page.findChildren(QLabel)]
    assert "31 Alltagsfotos, dem Training vorenthalten · Gaußsches Rauschen, σ = 15" in texts
    assert "33,20 dB · Farbigkeit 16,30" in texts
    assert "Andere, im selben Durchgang: beste von 72 Ketten klassischer Verfahren 25,76" in texts
    assert "Veröffentlicht: Somebody 33,52" in texts
    assert "• 1.234 Fotos von Katzen und Hunden (CC-BY-SA 4.0)" in texts
    assert "• said by a model from elsewhere" in texts


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_what_bundled_cards_say_is_translated(qapp: QApplication, language: str) -> None:
    spoken = Languages(language)
    try:
        forgotten = {
            f"{card.id}: {sentence_}"
            for folder in sorted(paths.bundled_models().iterdir())
            if (folder / "card.json").is_file()
            for card in [load_card(folder)]
            for sentence_ in (card.description, *card.limits, *card.trained_on, *_said_of_scores(card))
            if translated(sentence_) == sentence_
        }
    finally:
        spoken.remove()
    assert forgotten == set(), "python packaging/translate.py, then translate what it names"


def test_english_stays_as_it_is_said(qapp: QApplication) -> None:
    for text in (*TEMPLATES, "", " ", "a. b. c", " “a” is empty.  Unknown. It may be damaged. "):
        assert translated(text) == text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nobody ever said this.", "Nobody ever said this."),
        ("It may be damaged. Nobody said this.", "Sie ist vielleicht beschädigt. Nobody said this."),
        ("“a” is empty. “b. c” is empty.", "„a“ ist leer. „b. c“ ist leer."),
        ("“takes” is a folder.", "„takes“ ist ein Ordner."),
        ("“a{0}b” is a folder.", "„a{0}b“ ist ein Ordner."),
        ("“a” cannot be read: Input/output error.", "„a“ lässt sich nicht lesen: Input/output error."),
        (
            "The network of the model “m” takes something else than its card says.",
            "Das Netz des Modells „m“ nimmt etwas anderes, als seine Karte sagt.",
        ),
        (
            "GPU (WebGPU) cannot be used: it does not answer. CPU computes instead.",
            "GPU (WebGPU) ist nicht zu gebrauchen: es antwortet nicht. Stattdessen rechnet CPU.",
        ),
        (
            "Set aside for a look: Its noise of 60 is stronger than any the network was trained on: "
            "look at the result before you trust it.",
            "Zum Ansehen beiseitegelegt: Das Rauschen von 60 ist stärker als alles, woran das Netz gelernt "
            "hat: Sehen Sie sich das Ergebnis an, ehe Sie ihm trauen.",
        ),
        (
            "3 scratches or folds and one speck, mostly at the top left. It may be a mistake.",
            "3 Kratzer oder Knicke und ein Fleck, vor allem oben links. Das kann ein Irrtum sein.",
        ),
        (
            "Denoise 1.0, strength 50 %, on CPU: noise 3.0 and compression 1.0 (of 255) found. "
            "Black and white.",
            "Denoise 1.0, Stärke 50 %, auf CPU: Rauschen 3,0 und Kompression 1,0 (von 255) gefunden. "
            "Schwarzweiß.",
        ),
        (
            "It is worse than the built-in model by 0.6 dB on photos it has not seen (an estimate: there are "
            "no clean photos to compare with). It is not offered.",
            "Es ist um 0,6 dB schlechter als das eingebaute Modell, an Fotos, die es nicht gesehen hat (eine "
            "Schätzung: Es gibt keine sauberen Fotos zum Vergleich). Es wird nicht angeboten.",
        ),
        ("This file has 1 extra channel (infrared, perhaps), which will not be kept.",
         "Diese Datei hat 1 zusätzlichen Kanal (vielleicht Infrarot); das wird nicht erhalten."),
        (
            "The model in “a.zip” does not compute rightly: Mine 1 differs by at most 3 from when it was "
            "made.",
            "Das Modell in „a.zip“ rechnet nicht richtig: Mine 1 weicht um höchstens 3 davon ab, wie es "
            "gemacht wurde.",
        ),
        ("Looking through “Album”", "„Album“ wird durchgesehen"),
        ("“3.5” is a folder.", "„3.5“ ist ein Ordner."),
        (
            "The connection ended after 1.5 of 1,070.0 MB.",
            "Die Verbindung endete nach 1,5 von 1.070,0 MB.",
        ),
        (
            "It differs by at most 1.2e-06 from the processor (1e-03 allowed).",
            "Es weicht um höchstens 1,2e-06 vom Prozessor ab (1e-03 erlaubt).",
        ),
        ("This is version 0.1.0.", "Dies ist Version 0.1.0."),
    ],
)  # fmt: skip
def test_what_is_known_is_translated_and_what_is_not_stays(german: None, said: str, expected: str) -> None:
    assert translated(said) == expected


@pytest.mark.parametrize(
    "piece", ["12, strength 3 %, on ", "Noise of 3 (of 255). ", "a. ", "a × ", "{0} ", "“"]
)
def test_what_was_made_to_be_long_is_shown_all_the_same(german: None, piece: str) -> None:
    for times in (90, 100_000):
        assert translated(piece * times)


def test_what_a_file_cannot_hold_is_known(marking: None) -> None:
    deep = Photo(np.zeros((8, 8, 3), np.uint16), alpha=np.zeros((8, 8), np.uint16))
    for name in ("a.jpg", "a.webp", "a.avif", "a.png"):
        for sentence_ in losses(deep, Path(name), SaveOptions(quality=80)):
            assert _outside(translated(sentence_)) == "", sentence_


def test_what_a_diagnosis_finds_is_known(marking: None) -> None:
    for value in (0, 90, 200):
        photo = Photo(np.full((64, 64, 3), value, np.uint8))
        for finding in diagnose(Rendition(photo), FakeEngine(), FakeCatalog()).findings:
            assert _outside(translated(finding.sentence)) == "", finding.sentence


def _outside(text: str) -> str:
    while (shorter := re.sub("⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return text.rstrip(".")  # added to a phrase that is said as a sentence


def test_the_window_gives_a_german_reason_in_plan_and_queue(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    photo_file(folder, "a.png")
    (folder / "empty.jpg").touch()
    (folder / "note.txt").write_text("words", encoding="utf-8")
    save_settings(Settings(language="de"), paths.settings_file())
    with running_program(qapp) as program:
        planned(qtbot, program, folder)
        assert "empty.jpg: „empty.jpg“ ist leer." in label(program, "preflight_left_out")
        click(program, "preflight_start")
        ended(qtbot, program)
        model = queue_of(program).model
        rows = [model.row_at(model.index(line, 0)) for line in range(model.rowCount())]
        (reason,) = [sentence(row) for row in rows if row.source.name == "empty.jpg"]
        assert reason == "„empty.jpg“ ist leer."
    save_settings(Settings(language="en"), paths.settings_file())
