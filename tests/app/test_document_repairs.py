"""Walking through repairs in a document: proposals, verdicts, masks, colours, and the way back."""

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine

from restorer.app.document import Document, diagnose_document, document_of, restore_document
from restorer.photo import Box, Photo
from restorer.photo.xmp import record, steps_of
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import Colorize, Denoise, RepairDamage

WHOLE = Box(0, 0, 120, 160)


def _document(*steps: RepairDamage | Denoise | Colorize) -> Document:
    pixels = np.random.default_rng(4).integers(60, 180, (120, 160, 3), np.uint8)
    pixels[20:22, 20:90] = (255, 90, 90)
    pixels[60:63, 30:33] = (252, 90, 90)
    document = document_of(Photo(pixels)).with_recipe(Recipe(steps), "Start")
    restore_document(document, FamilyEngine(), FamilyCatalog())  # type: ignore[arg-type]
    return document


def test_repairs_are_walked_accepted_rejected_and_taken_back() -> None:
    document = _document(RepairDamage(wrong_repairs=0.02))
    first, second = document.proposals(RepairDamage)
    assert (first.counts, first.verdict) == (True, None)
    assert (second.counts, second.verdict) == (False, None)
    rejected = document.with_verdict(RepairDamage, first.repair.place, False, "Reject")
    assert [it.counts for it in rejected.proposals(RepairDamage)] == [False, False]
    assert not rejected.mask(RepairDamage, 0, WHOLE).any()
    accepted = rejected.with_verdict(RepairDamage, (61, 31), True, "Accept")
    assert [it.verdict for it in accepted.proposals(RepairDamage)] == [False, True]
    assert accepted.complete
    changed = (accepted.after_pixels(0, WHOLE) != document.photo.pixels).any(axis=-1)
    assert changed[60:63, 30:33].all()
    assert not changed[20:22].any()
    judged = accepted.recipe.step(RepairDamage)
    assert judged is not None
    assert judged.judged_on == document.rendition.size
    undecided = accepted.with_verdict(RepairDamage, first.repair.place, None, "Forget")
    assert undecided.proposals(RepairDamage)[0].counts
    assert accepted.undo().recipe == rejected.recipe
    assert accepted.undo_name == "Accept"


def test_a_click_beside_all_repairs_changes_nothing() -> None:
    document = _document(RepairDamage())
    assert document.with_verdict(RepairDamage, (110, 150), False, "Reject") is document
    assert document.with_verdict(RepairDamage, (20, 30), False, "Reject") is not document


def test_before_a_network_has_looked_there_is_nothing_to_walk() -> None:
    document = document_of(Photo(np.zeros((20, 30, 3), np.uint8)))
    assert document.proposals(RepairDamage) == ()
    assert not document.mask(RepairDamage, 0, Box(0, 0, 20, 30)).any()
    assert document.guess(0, Box(0, 0, 20, 30)) is None
    assert document.alternatives((3, 3)) == ()


def test_guesses_and_alternatives_are_there_once_it_is_coloured() -> None:
    document = _document(Colorize())
    guess = document.guess(0, WHOLE)
    assert guess is not None
    assert guess.shape == (120, 160)
    assert guess[:, :60].max() < guess[:, 100:].min()
    assert len(document.alternatives((60, 150))) > len(document.alternatives((60, 10)))


def test_a_disabled_step_keeps_its_settings_and_does_nothing() -> None:
    document = _document(Denoise(0.4, enabled=False))
    np.testing.assert_array_equal(document.after_pixels(0, WHOLE), document.photo.pixels)
    assert document.result() is document.photo
    assert document.complete


@pytest.mark.parametrize("subject", ["damage", "noise"])
def test_the_diagnosis_is_kept_and_its_recipe_can_be_taken(subject: str) -> None:
    document = _document()
    heard = []
    diagnosis = diagnose_document(document, FamilyEngine(), FamilyCatalog(), found=heard.append)  # type: ignore[arg-type]
    assert tuple(heard) == diagnosis.findings
    assert subject in [finding.subject for finding in heard if finding.suggested]
    document = document.with_diagnosis(diagnosis).with_recipe(diagnosis.recipe, "Use suggestions")
    assert document.estimate == diagnosis.estimate
    engine = FamilyEngine()
    restore_document(document, engine, FamilyCatalog())  # type: ignore[arg-type]
    assert document.complete
    assert "find-damage" not in {name for name, _ in engine.ran}, "it has looked already"


def test_the_result_carries_its_record() -> None:
    document = _document(Denoise(0.4))
    metadata = document.result().metadata
    assert metadata.record is not None
    (entry,) = steps_of(metadata.record)
    assert (entry["Step"], entry["Strength"]) == ("denoise", "0.4")
    assert metadata.record != record([entry], "", "")
