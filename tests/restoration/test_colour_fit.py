"""A colourizer's answer is read as its card says: at which size, how sure, how far the settings go."""

import dataclasses

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine

from restorer.inference.catalog import Model
from restorer.photo import Box
from restorer.restoration.colorize import Colouring, find_colours
from restorer.restoration.colour_fit import ColourFit, fit_of, tempered
from restorer.restoration.steps import Hint

LEFT, RIGHT = np.s_[:, :, :40], np.s_[:, :, 60:]
"""Where the family's colourizer is sure, and where it is not."""


def _model(**fit: float) -> Model:
    model = FamilyCatalog().find("colorize")
    return dataclasses.replace(model, card=dataclasses.replace(model.card, fit=fit))


def _seen(*hints: Hint, engine: FamilyEngine | None = None, **fit: float) -> Colouring:
    photo = np.full((80, 100, 1), 120, np.uint8)
    return find_colours(photo, _model(**fit), engine or FamilyEngine(), hints)


def test_a_card_that_states_nothing_is_read_as_it_is() -> None:
    assert fit_of(_model().card) == ColourFit()
    chances = np.array([[0.7], [0.3]], np.float32)
    assert tempered(chances, 1.0) is chances


@pytest.mark.parametrize(("learnt_at", "taken"), [(192, 192.0), ("large", 256.0)])
def test_without_a_word_it_looks_as_it_learnt_to(learnt_at: object, taken: float) -> None:
    card = dataclasses.replace(_model().card, recipe={"large_crop": learnt_at})
    assert fit_of(card).longest == taken
    assert fit_of(dataclasses.replace(card, fit={"longest": 128.0})).longest == 128


def test_unknown_numbers_of_a_newer_card_are_passed_over() -> None:
    assert fit_of(_model(temperature=2.0, mood=3.0).card) == ColourFit(temperature=2.0)


@pytest.mark.parametrize(("temperature", "expected"), [(0.5, 0.49 / 0.58), (2.0, 0.604356)])
def test_a_temperature_sharpens_or_flattens_chances(temperature: float, expected: float) -> None:
    result = tempered(np.array([[0.7], [0.3]], np.float32), temperature)
    assert result[0, 0] == pytest.approx(expected, abs=1e-5)
    assert result.sum() == pytest.approx(1)


def test_chances_of_nought_and_a_temperature_of_nought_break_nothing() -> None:
    result = tempered(np.array([[1.0], [0.0]], np.float32), 0.0)
    np.testing.assert_allclose(result[:, 0], [1, 0], atol=1e-6)


def test_the_network_sees_the_photo_at_the_size_that_its_card_states() -> None:
    engine = FamilyEngine()
    _seen(engine=engine, longest=64.0)
    assert engine.ran == [("colorize", Box(0, 0, 51, 64))]


@pytest.mark.parametrize(("stated", "taken"), [(1.0, 64), (1e9, 1024), (200.4, 200)])
def test_a_size_that_makes_no_sense_is_brought_to_one_that_does(stated: float, taken: int) -> None:
    assert ColourFit(longest=stated).pixels == taken


def test_a_hotter_network_is_less_sure_and_never_where_it_has_no_doubt() -> None:
    plain, hot = _seen(), _seen(temperature=3.0)
    assert hot.chances[:, -1, -1].max() < plain.chances[:, -1, -1].max()
    np.testing.assert_allclose(hot.chances[:, 0, 0], plain.chances[:, 0, 0], atol=1e-3)


def _colours(seen: Colouring, vividness: float) -> np.ndarray:
    return seen._set(vividness)


def test_faithful_draws_back_as_far_as_the_card_says() -> None:
    for share in (0.0, 0.4, 1.0):
        seen = _seen(drawn_back=share)
        kept = np.abs(_colours(seen, 0.0)) / np.abs(_colours(seen, 0.5))
        np.testing.assert_allclose(kept[RIGHT], np.broadcast_to(1 - share * seen.guess, kept.shape)[RIGHT])
        np.testing.assert_allclose(kept[LEFT], 1, atol=1e-5)


def test_vivid_goes_as_far_as_the_card_says() -> None:
    plain, bold = _seen(vivid=1.0), _seen(vivid=1.5)
    np.testing.assert_allclose(_colours(bold, 1.0), 1.5 * _colours(plain, 1.0), rtol=1e-4)
    np.testing.assert_array_equal(_colours(bold, 0.5), _colours(plain, 0.5))
    halfway = 0.5 * (_colours(bold, 0.5) + _colours(bold, 1.0))
    np.testing.assert_allclose(_colours(bold, 0.75), halfway, rtol=1e-4, atol=1e-7)


def test_known_colours_stay_in_every_setting() -> None:
    seen = _seen(Hint(40, 90, (0.7, 0.3, 0.3), 4), vivid=1.5, drawn_back=1.0)
    (place,) = seen.hints
    for vividness in (0.0, 0.5, 1.0):
        colours = _colours(seen, vividness)[:, *place]
        np.testing.assert_allclose(colours, np.broadcast_to(colours[:, :1, :1], colours.shape))
        np.testing.assert_allclose(colours, _colours(seen, 0.5)[:, *place], atol=1e-6)
