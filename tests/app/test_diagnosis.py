"""The diagnosis: what is there is found, what is not is not, and a photo that needs nothing is told so."""

import dataclasses

import numpy as np
import pytest
from fakes import denoised
from family import FamilyCatalog, FamilyEngine
from numpy.typing import NDArray
from repeating import eight_bit, laid, scene, waves

from restorer.app.diagnosis import _more_than_chance, diagnose
from restorer.app.findings import Diagnosis, Finding, Subject
from restorer.inference.catalog import Model
from restorer.photo import Photo
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.steps import Colorize, Denoise, General, RemoveWatermark, RepairDamage
from restorer.training.ageing.compression import jpeg


class QuietEngine(FamilyEngine):
    """Its denoiser finds ``noise`` and ``compression`` (of 255)."""

    def __init__(self, noise: float = 0.2, compression: float = 0.1) -> None:
        super().__init__()

        self._answers["denoise"] = lambda planes: denoised(planes, noise, compression)


def _colourful() -> NDArray[np.float64]:
    """A photo with all tones and several colours."""
    tones = np.linspace(0.0, 1.0, 200)[None, :, None] * np.ones((150, 1, 3))
    tones[:75, :, 0] *= 0.6
    tones[75:, :, 2] *= 0.5
    return tones * 0.97


def _diagnosed(unit: NDArray[np.floating], engine: FamilyEngine | None = None, *models: str) -> Diagnosis:
    photo = Photo(np.rint(np.clip(unit, 0, 1) * 255).astype(np.uint8))
    return diagnose(Rendition(photo), engine or QuietEngine(), FamilyCatalog(*models))


def _of(diagnosis: Diagnosis, subject: Subject) -> Finding:
    return next(it for it in diagnosis.findings if it.subject == subject)


def test_a_photo_that_needs_nothing_is_told_so() -> None:
    diagnosis = _diagnosed(_colourful())
    assert diagnosis.needs_nothing
    assert diagnosis.statement == "This photo needs nothing."
    assert diagnosis.recipe.steps == ()
    assert all(finding.sure > 0.5 for finding in diagnosis.findings)
    assert diagnosis.unknown == ()
    damage = _of(diagnosis, Subject.DAMAGE)
    assert damage.sentence == "No plain scratches or dust."
    assert damage.sure == pytest.approx(0.75), "a finder that misses much is not sure that there is nothing"


def test_noise_is_found_and_its_removal_suggested() -> None:
    diagnosis = _diagnosed(_colourful(), QuietEngine(noise=12))
    assert [type(step) for step in diagnosis.recipe.steps] == [Denoise]
    assert _of(diagnosis, Subject.NOISE).sure > 0.95
    assert diagnosis.statement == "This photo would gain from less noise."


def test_faint_noise_is_offered_and_not_suggested() -> None:
    diagnosis = _diagnosed(_colourful(), QuietEngine(noise=4))
    finding = _of(diagnosis, Subject.NOISE)
    assert finding.there
    assert finding.sentence == "Faint noise of 4.0 (of 255)."
    assert isinstance(finding.step, Denoise)
    assert diagnosis.needs_nothing
    compressed = _diagnosed(_colourful(), QuietEngine(noise=4, compression=8))
    assert [type(step) for step in compressed.recipe.steps] == [Denoise], "compression is plain all the same"


def test_the_texture_of_ordinary_photos_is_no_reason() -> None:
    class Textured(QuietEngine):
        """Finds noise over the lower half of what it is shown."""

        def __init__(self) -> None:
            super().__init__()

            def answer(planes: NDArray[np.float32]) -> NDArray[np.float32]:
                noise = np.full(planes.shape[1:], 8.0)
                noise[: planes.shape[1] // 2] = 0
                return denoised(planes, noise, 1.5)

            self._answers["denoise"] = answer

    diagnosis = _diagnosed(_colourful(), Textured())
    assert diagnosis.needs_nothing
    assert "nothing to speak of" in _of(diagnosis, Subject.NOISE).sentence


def test_compression_alone_is_a_reason_too() -> None:
    diagnosis = _diagnosed(_colourful(), QuietEngine(compression=8))
    assert [type(step) for step in diagnosis.recipe.steps] == [Denoise]


def test_blocks_that_can_be_seen_are_compression_whatever_the_network_says() -> None:
    texture = np.random.default_rng(1).normal(0, 0.03, (150, 200, 1))
    rough = np.clip(0.05 + 0.85 * _colourful() + texture, 0.0, 0.95)
    assert _diagnosed(rough).needs_nothing
    diagnosis = _diagnosed(jpeg(rough.astype(np.float32), 15, (2, 5), 2))
    assert _of(diagnosis, Subject.COMPRESSION).there
    assert [type(step) for step in diagnosis.recipe.steps] == [Denoise]


def test_noise_beyond_all_training_is_left_to_a_person() -> None:
    diagnosis = _diagnosed(_colourful(), QuietEngine(noise=70))
    assert diagnosis.look
    assert diagnosis.recipe.steps == ()
    assert not diagnosis.needs_nothing
    assert _of(diagnosis, Subject.UNUSUAL).there


def test_scratches_and_specks_are_counted_and_placed() -> None:
    unit = _colourful()
    unit[10:12, 20:120] = (1.0, 0.2, 0.2)
    for column in (30, 60, 90):
        unit[30:33, column : column + 3] = (1.0, 0.2, 0.2)
    diagnosis = _diagnosed(unit)
    finding = _of(diagnosis, Subject.DAMAGE)
    assert finding.sentence == "One scratch or fold and 3 specks, mostly at the top left."
    assert finding.there
    assert finding.sure > 0.9
    assert [type(step) for step in diagnosis.recipe.steps] == [RepairDamage]


def test_one_find_may_be_a_mistake_and_is_not_suggested() -> None:
    unit = _colourful()
    unit[30:33, 30:33] = (0.985, 0.2, 0.2)
    diagnosis = _diagnosed(unit)
    finding = _of(diagnosis, Subject.DAMAGE)
    assert not finding.there
    assert "may be a mistake" in finding.sentence
    assert diagnosis.needs_nothing
    assert finding in diagnosis.offers
    assert finding.sure == 0.5
    assert diagnosis.in_doubt
    assert diagnosis.statement == "Perhaps this photo needs nothing."


def test_what_a_clean_photo_has_as_often_leaves_it_in_no_doubt() -> None:
    unit = _colourful()
    unit[30:33, 30:33] = (0.981, 0.2, 0.2)
    diagnosis = _diagnosed(unit)
    finding = _of(diagnosis, Subject.DAMAGE)
    assert "may be a mistake" in finding.sentence
    assert finding.sure == pytest.approx(0.6)
    assert finding in diagnosis.offers
    assert diagnosis.statement == "This photo needs nothing."


def test_what_is_offered_for_what_is_surely_there_leaves_no_doubt() -> None:
    grey = _diagnosed(_colourful().mean(axis=2, keepdims=True).repeat(3, axis=2))
    assert _of(grey, Subject.COLOUR) in grey.offers
    faint = _diagnosed(_colourful(), QuietEngine(noise=4))
    assert _of(faint, Subject.NOISE) in faint.offers
    assert {grey.statement, faint.statement} == {"This photo needs nothing."}


def test_where_the_network_takes_everything_for_damage_nothing_is_said_of_it() -> None:
    unit = _colourful()
    unit[::2] = (1.0, 0.0, 0.0)  # as a halftone print looks to it
    diagnosis = _diagnosed(unit)
    finding = _of(diagnosis, Subject.DAMAGE)
    assert finding.sentence == "Whether it is damaged cannot be told."
    assert finding.step is None
    assert finding.sure == 0.5
    assert _of(diagnosis, Subject.UNUSUAL).there
    assert "50 % of it look damaged" in diagnosis.look


def test_a_model_of_ones_own_takes_the_place_of_the_one_against_noise_alone() -> None:
    step, subjects = Denoise(0.7), (Subject.NOISE, Subject.COMPRESSION)
    noise, compression = (Finding(subject, True, 0.9, "", step, True) for subject in subjects)
    damage = Finding(Subject.DAMAGE, True, 0.9, "", RepairDamage(), True)
    for found, expected in ((noise, "attic"), (compression, "denoise")):
        recipe = Diagnosis((found, damage)).with_denoiser("attic")
        assert recipe == Recipe((Denoise(0.7, expected), RepairDamage()))
    assert Diagnosis((damage,)).with_denoiser("attic") == Recipe((RepairDamage(),))
    assert Diagnosis(()).with_denoiser("attic") == Recipe()


def test_wide_damage_is_said_and_left_to_the_user() -> None:
    unit = _colourful()
    unit[20:90, 30:105] = (1.0, 0.2, 0.2)
    diagnosis = _diagnosed(unit)
    finding = _of(diagnosis, Subject.DAMAGE)
    assert finding.there
    assert finding.amount == 0
    assert "what is wide is repaired if you accept it" in finding.sentence
    assert isinstance(finding.step, RepairDamage)
    assert not diagnosis.needs_nothing


def test_a_photo_that_is_damaged_all_over_is_searched_more_generously() -> None:
    unit = _colourful()
    for column in (120, 140, 160):
        unit[30:33, column : column + 3] = (253 / 255, 0.2, 0.2)  # likely, not plain
    catalog = FamilyCatalog()
    finder = catalog.find("find-damage")
    calibration = tuple(
        {"score": score, "wrong_per_megapixel": wrong}
        for score, wrong in ((0.99, 0.3), (0.95, 50), (0.8, 1000))
    )
    card = dataclasses.replace(finder.card, calibration=calibration)
    catalog._models["find-damage"] = Model(card, finder.folder)

    def damage() -> Finding:
        photo = Photo(np.rint(unit * 255).astype(np.uint8))
        return _of(diagnose(Rendition(photo), QuietEngine(), catalog), Subject.DAMAGE)

    assert damage().amount == 0
    unit[50:140, 20:80] = (1.0, 0.2, 0.2)
    assert damage().amount == 3
    assert damage().step == RepairDamage(model="find-damage", filler="repair-damage", wrong_repairs=10.0)


def test_a_pattern_taken_for_damage_many_times_proves_less_than_a_few_sure_finds() -> None:
    few, many = _more_than_chance(2, 0.1), _more_than_chance(5, 1.0)
    assert many < 0.95 < few, "wrong finds come in swarms"
    assert _more_than_chance(0, 1.0) == 0.0
    assert 0.999 < _more_than_chance(100_000, 1.0) <= 1.0


def test_a_finder_that_nobody_has_measured_suggests_nothing() -> None:
    unit = _colourful()
    unit[10:12, 20:120] = (1.0, 0.2, 0.2)
    catalog = FamilyCatalog()
    finder = catalog.find("find-damage")
    unmeasured = Model(dataclasses.replace(finder.card, calibration=()), finder.folder)
    catalog._models["find-damage"] = unmeasured
    photo = Photo(np.rint(unit * 255).astype(np.uint8))
    diagnosis = diagnose(Rendition(photo), QuietEngine(), catalog)
    finding = _of(diagnosis, Subject.DAMAGE)
    assert not finding.there
    assert finding.sure == 0.5
    assert finding in diagnosis.offers


def test_a_finder_is_not_believed_beyond_what_was_measured() -> None:
    unit = _colourful()
    unit[10:12, 20:120] = (1.0, 0.2, 0.2)
    catalog = FamilyCatalog()
    finder = catalog.find("find-damage")
    often_wrong = ({"score": 0.99, "wrong_per_megapixel": 30.0},)
    catalog._models["find-damage"] = Model(
        dataclasses.replace(finder.card, calibration=often_wrong), finder.folder
    )
    photo = Photo(np.rint(unit * 255).astype(np.uint8))
    finding = _of(diagnose(Rendition(photo), QuietEngine(), catalog), Subject.DAMAGE)
    assert not finding.there, "at its surest it finds as much in a photo that has nothing"
    assert finding.amount == 1
    assert finding.sure <= 0.6, "nor is it sure that there is nothing"


def test_a_watermark_is_offered_and_never_suggested() -> None:
    unit = _colourful()
    for left in (20, 60, 100, 140):
        unit[100:120, left : left + 20] = (0.2, 0.2, 1.0)
    diagnosis = _diagnosed(unit)
    finding = _of(diagnosis, Subject.WATERMARK)
    assert not finding.there, "it may be a sign that stands in the scene"
    assert finding.sure == 0.5
    assert isinstance(finding.step, RemoveWatermark)
    assert diagnosis.needs_nothing
    assert diagnosis.in_doubt


def test_a_mark_that_repeats_is_told_of_surely_and_offered_only() -> None:
    catalog = FamilyCatalog("find-marks")
    catalog._models["watermark"] = catalog.find("find-marks")
    photo = Photo(eight_bit(laid(scene(), waves(), 0.5, 1.0)))
    finding = _of(diagnose(Rendition(photo), QuietEngine(), catalog), Subject.WATERMARK)
    assert finding.there
    assert not finding.suggested
    assert finding.sure > 0.9
    assert finding.sentence.startswith("A mark that repeats all over the photo, on ")
    assert isinstance(finding.step, RemoveWatermark)


@pytest.mark.parametrize(("marked", "sure"), [(False, 0.75), (True, 0.6)])
def test_what_may_be_taken_for_a_watermark_by_chance_is_not_told_of(marked: bool, sure: float) -> None:
    unit = _colourful()
    if marked:
        unit[100:120, 20:40] = (0.2, 0.2, 1.0)
    catalog = FamilyCatalog()
    finder = catalog.find("watermark")
    often_wrong = ({"score": 0.98, "wrong_per_megapixel": 30.0},)
    card = dataclasses.replace(finder.card, calibration=often_wrong)
    catalog._models["watermark"] = Model(card, finder.folder)
    photo = Photo(np.rint(unit * 255).astype(np.uint8))
    finding = _of(diagnose(Rendition(photo), QuietEngine(), catalog), Subject.WATERMARK)
    assert finding.sentence == "No plain watermark or date stamp."
    assert finding.step is None
    assert finding.sure == pytest.approx(sure)


def test_black_and_white_is_seen_and_colour_offered_only() -> None:
    grey = np.repeat(_colourful().mean(axis=2, keepdims=True), 3, axis=2)
    diagnosis = _diagnosed(grey)
    finding = _of(diagnosis, Subject.COLOUR)
    assert finding.sentence == "Black and white."
    assert isinstance(finding.step, Colorize)
    assert diagnosis.needs_nothing
    sepia = grey * np.array([1.0, 0.93, 0.8])
    assert "toned" in _of(_diagnosed(sepia), Subject.COLOUR).sentence


def test_whether_a_toned_print_has_yellowed_or_is_meant_so_is_left_to_its_owner() -> None:
    sepia = _colourful().mean(axis=2, keepdims=True) * np.array([1.0, 0.86, 0.62])
    engine = QuietEngine()
    engine._answers["restore-tones"] = lambda planes: np.repeat(planes.mean(0, keepdims=True), 3, axis=0)
    diagnosis = _diagnosed(sepia, engine)
    finding = _of(diagnosis, Subject.TONES)
    assert finding.sentence == "The paper may have yellowed, or its one colour is meant."
    assert isinstance(finding.step, General)
    assert not finding.suggested
    assert finding.sure == 0.5
    assert diagnosis.needs_nothing
    engine._answers["restore-tones"] = lambda planes: planes
    assert _of(_diagnosed(sepia, engine), Subject.TONES).sentence == "Tones and colours are fresh."


def test_no_photo_is_fresh_for_sure() -> None:
    assert _of(_diagnosed(_colourful()), Subject.TONES).sure == pytest.approx(0.95)


def test_fading_needs_both_the_look_and_the_network() -> None:
    faded = 0.3 + 0.3 * _colourful()
    diagnosis = _diagnosed(faded)  # the family's network moves these tones by little
    finding = _of(diagnosis, Subject.TONES)
    assert finding.sentence.startswith("Tones reach from 30 to 57 % only")
    assert not finding.suggested
    engine = QuietEngine()
    engine._answers["restore-tones"] = lambda planes: (planes - 0.3) / 0.3
    finding = _of(_diagnosed(faded, engine), Subject.TONES)
    assert finding.suggested
    assert isinstance(finding.step, General)


def test_fading_is_told_by_the_picture_whatever_surrounds_it() -> None:
    faded = np.ones((190, 240, 3))  # white paper
    faded[20:170, 20:220] = 0.3 + 0.3 * _colourful()
    engine = QuietEngine()
    engine._answers["restore-tones"] = lambda planes: (planes - 0.3) / 0.3
    finding = _of(_diagnosed(faded, engine), Subject.TONES)
    assert finding.suggested
    assert finding.sentence.startswith("Tones reach from 30 to 57 % only")


def test_a_great_change_of_tones_is_believed_without_the_look() -> None:
    unit = 0.05 + 0.8 * _colourful()  # too little for the look to be sure
    assert not _of(_diagnosed(unit), Subject.TONES).suggested
    engine = QuietEngine()
    engine._answers["restore-tones"] = lambda planes: np.clip((planes - 0.05) / 0.5, 0, 1)
    finding = _of(_diagnosed(unit, engine), Subject.TONES)
    assert finding.suggested
    assert finding.sentence == "Tones and colours have changed with age."


def test_a_dark_photo_with_a_black_that_has_lasted_is_not_called_faded() -> None:
    engine = QuietEngine()
    engine._answers["restore-tones"] = lambda planes: np.clip(planes * 1.6, 0, 1)
    assert not _of(_diagnosed(0.5 * _colourful(), engine), Subject.TONES).suggested
    assert _of(_diagnosed(0.15 + 0.4 * _colourful(), engine), Subject.TONES).suggested


@pytest.mark.parametrize("missing", ["denoise", "find-damage", "watermark"])
def test_what_no_model_is_there_for_is_said_to_be_unknown(missing: str) -> None:
    models = [name for name in ("denoise", "find-damage", "repair-damage", "watermark") if name != missing]
    diagnosis = _diagnosed(_colourful(), None, *models)
    assert any(missing in sentence for sentence in diagnosis.unknown)


def test_what_was_found_serves_the_restoration() -> None:
    photo = Photo(np.rint(_colourful() * 255).astype(np.uint8))
    rendition, engine = Rendition(photo), QuietEngine()
    diagnose(rendition, engine, FamilyCatalog())
    assert rendition.repairs(RepairDamage()) is not None
    engine.ran.clear()
    diagnose(rendition, engine, FamilyCatalog())
    assert engine.ran == []
