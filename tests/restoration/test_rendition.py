"""The chain of steps: exact at full strength, untouched outside its masks, and no network for a slider."""

import dataclasses

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine
from numpy.typing import DTypeLike, NDArray
from pictures import gradient

from restorer.errors import InvalidRecipe, ModelError
from restorer.photo import Box, Photo
from restorer.photo.pyramid import Pyramid
from restorer.restoration.computing import compute
from restorer.restoration.framing import Frame
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import restore
from restorer.restoration.stages import watermark_step
from restorer.restoration.steps import (
    Colorize,
    Denoise,
    General,
    Hint,
    MaskStep,
    RemoveWatermark,
    RepairDamage,
)

SIZE = (300, 600)
SCRATCH = Box(40, 100, 43, 180)
SPECK = Box(200, 520, 204, 524)
MARK = Box(100, 300, 120, 340)
EVERYTHING = Recipe((RemoveWatermark(), RepairDamage(), Denoise(), General(), Colorize()))


def _photo(dtype: DTypeLike = np.uint8, channels: int = 3) -> Photo:
    """A quiet photo with a sure scratch, a less sure speck and, if it has colours, a watermark."""
    most = np.iinfo(dtype).max
    unit = np.random.default_rng(1).uniform(0.2, 0.7, (*SIZE, channels))
    unit[SCRATCH.slices] = 1.0
    unit[SPECK.slices] = 0.985
    if channels == 3:
        unit[SCRATCH.slices][..., 1:] = 0.5
        unit[SPECK.slices][..., 1:] = 0.5
        unit[MARK.slices] = (0.5, 0.5, 1.0)
    return Photo(np.rint(unit * most).astype(dtype))


def _computed(photo: Photo, recipe: Recipe, engine: FamilyEngine | None = None) -> Rendition:
    rendition = Rendition(photo, Pyramid.build(photo.pixels))
    compute(rendition, recipe, engine or FamilyEngine(), FamilyCatalog())
    assert rendition.covers(recipe)
    return rendition


def _whole(rendition: Rendition, recipe: Recipe, level: int = 0) -> NDArray[np.generic]:
    return rendition.read(recipe, level, Box.of(rendition.before.levels[level]))


def _outside(*boxes: Box, margin: int = 3) -> NDArray[np.bool_]:
    outside = np.ones(SIZE, np.bool_)
    for box in boxes:
        outside[box.grow(margin).intersect(Box(0, 0, *SIZE)).slices] = False
    return outside


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_full_strength_is_one_step_after_the_other_to_the_bit(dtype: DTypeLike) -> None:
    recipe = Recipe((General(tones=False), Denoise()))
    made = _whole(_computed(_photo(dtype), recipe), recipe)
    photo = _photo(dtype)
    for step in recipe.steps:
        photo = restore(photo, Recipe((step,)), FamilyEngine(), FamilyCatalog()).photo
    np.testing.assert_array_equal(made, photo.pixels)


def test_tones_are_brought_from_small_to_large() -> None:
    recipe = Recipe((General(detail=False),))
    photo = Photo(gradient(300, 400))
    made = _whole(_computed(photo, recipe), recipe)
    assert np.abs(made - (photo.pixels * 0.8 + 25.5)).max() <= 1


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize(
    ("step", "boxes"), [(RepairDamage(wrong_repairs=100), (SCRATCH, SPECK)), (RemoveWatermark(), (MARK,))]
)
def test_outside_a_mask_every_pixel_stays(dtype: DTypeLike, step: MaskStep, boxes: tuple[Box, ...]) -> None:
    photo = _photo(dtype)
    for others in (Recipe(), Recipe((Denoise(0.6), General(0.3)))):
        recipe = others.with_step(step)
        rendition = _computed(photo, recipe)
        made, plain = _whole(rendition, recipe), _whole(rendition, others)
        outside = _outside(*boxes)
        np.testing.assert_array_equal(made[outside], plain[outside])
        for box in boxes:
            assert (made[box.slices] != plain[box.slices]).any(axis=-1).all()


def test_no_slider_and_no_verdict_runs_a_network() -> None:
    engine = FamilyEngine()
    rendition = _computed(_photo(), EVERYTHING, engine)
    ran = len(engine.ran)
    damage = RepairDamage(0.5, wrong_repairs=0.01, accepted=((201, 521),), rejected=((41, 120),))
    changed = Recipe(
        (damage, RemoveWatermark(0.2), Denoise(0.3), General(0.7), Colorize(0.5, vividness=1, warmth=0.4))
    )
    assert rendition.covers(changed)
    compute(rendition, changed, engine, FamilyCatalog())
    assert len(engine.ran) == ran
    assert not np.array_equal(_whole(rendition, changed), _whole(rendition, EVERYTHING))


def test_sensitivity_and_verdicts_choose_the_repairs() -> None:
    photo = _photo()
    few, many = RepairDamage(wrong_repairs=0.01), RepairDamage(wrong_repairs=100)
    rendition = _computed(photo, Recipe((few,)))
    repairs = rendition.repairs(few)
    assert repairs is not None
    assert [repair.box for repair in repairs.all] == [SCRATCH.grow(3), SPECK.grow(3)]
    assert [repair.area for repair in repairs.all] == [240, 16]
    assert rendition.counting(few).tolist() == [True, False]
    assert rendition.counting(many).tolist() == [True, True]
    rejected = dataclasses.replace(many, rejected=(repairs.all[0].place,))
    assert rendition.counting(rejected).tolist() == [False, True]
    accepted = dataclasses.replace(few, accepted=(repairs.all[1].place,))
    assert rendition.counting(accepted).tolist() == [True, True]
    made = _whole(rendition, Recipe((rejected,)))
    outside = _outside(SPECK)
    np.testing.assert_array_equal(made[outside], photo.pixels[outside])


@pytest.mark.parametrize(
    "judged",
    [
        RepairDamage(rejected=((41, 120),), judged_on=(1000, 1200)),
        RepairDamage(
            rejected=((41, 120_000),)
        ),  # beyond the end of its row another row's pixel would be meant
        RepairDamage(accepted=((-1, 5),)),
    ],
)
def test_verdicts_on_a_photo_of_another_size_are_refused(judged: RepairDamage) -> None:
    engine = FamilyEngine()
    with pytest.raises(InvalidRecipe, match="another size"):
        _computed(_photo(), Recipe((judged,)), engine)
    assert engine.ran == []


def test_a_repair_goes_through_the_later_steps() -> None:
    recipe = Recipe((RepairDamage(), Denoise()))
    made = _whole(_computed(_photo(), recipe), recipe)
    assert np.abs(made[41, 120].astype(float) - (0.25 * 255 + 10)).max() <= 1  # filled, and denoised


def test_painting_is_repaired_and_erasing_is_not() -> None:
    photo = _photo()
    values = np.zeros(SIZE, np.uint8)
    painted, erased = Box(10, 10, 30, 40), Box(40, 140, 43, 180)
    values[painted.slices] = 255
    removed = np.zeros(SIZE, np.uint8)
    removed[erased.grow(3).slices] = 255
    step = RepairDamage(wrong_repairs=0.01, edits=Edits(Mask.of(values), Mask.of(removed)))
    recipe = Recipe((step,))
    made = _whole(_computed(photo, recipe), recipe)
    changed = (made != photo.pixels).any(axis=-1)
    assert changed[painted.slices].mean() > 0.95
    assert not changed[erased.slices].any()
    assert changed[40:43, 100:137].all()
    assert not changed[_outside(painted, SCRATCH, margin=3)].any()


def test_a_painted_watermark_is_filled_by_the_repairer_where_nothing_knows_watermarks() -> None:
    photo, catalog = _photo(), FamilyCatalog("repair-damage")
    values = np.zeros(SIZE, np.uint8)
    values[MARK.slices] = 255
    edits = Edits(Mask.of(values), Mask(SIZE))
    step = RemoveWatermark(finding=False, filler="repair-damage", edits=edits)
    recipe = Recipe.from_json(Recipe((step,)).to_json())
    made = restore(photo, recipe, FamilyEngine(), catalog)
    inside = made.photo.pixels[MARK.slices]
    assert np.abs(inside[2:-2, 2:-2] - 0.25 * 255).max() < 1
    outside = _outside(MARK)
    np.testing.assert_array_equal(made.photo.pixels[outside], photo.pixels[outside])
    assert [report.model for report in made.steps] == ["Repair damage"]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_marks_are_found_in_a_photo_made_small_and_filled_at_its_full_size(dtype: DTypeLike) -> None:
    photo, engine = _photo(dtype), FamilyEngine()
    catalog = FamilyCatalog("find-marks", "repair-damage")
    step = watermark_step(catalog.models(), RemoveWatermark())
    assert (step.model, step.filler, step.finding) == ("find-marks", "repair-damage", True)
    made = restore(photo, Recipe((step,)), engine, catalog).photo.pixels
    assert engine.ran[0] == ("find-marks", Box(0, 0, 100, 200))
    most = np.iinfo(dtype).max
    inside = made[MARK.grow(3).slices]  # a pixel of the small photo is three of this one
    assert np.abs(inside / most - 0.25).max() < 1 / 255, "the margin is filled whole"
    outside = _outside(MARK, margin=3 + 2 * 3 + 3)
    np.testing.assert_array_equal(made[outside], photo.pixels[outside])


def test_a_model_that_only_finds_marks_cannot_fill_them() -> None:
    catalog = FamilyCatalog("find-marks", "repair-damage")
    recipe = Recipe((RemoveWatermark(model="find-marks"),))
    with pytest.raises(ModelError, match="not made for removing watermarks"):
        restore(_photo(), recipe, FamilyEngine(), catalog)


def test_a_step_for_watermarks_is_as_the_models_can_do_it() -> None:
    models = {
        model.card.id: model for model in (*FamilyCatalog().models(), *FamilyCatalog("find-marks").models())
    }
    usual = RemoveWatermark(0.4)
    both = [models["watermark"], models["find-marks"]]
    assert watermark_step(both, usual) == usual, "the one that is asked for is there"
    found = watermark_step([models["denoise"], models["find-marks"]], usual)
    assert found == RemoveWatermark(0.4, model="find-marks", filler="repair-damage")
    assert watermark_step([models["watermark"]], found) == usual
    painted = watermark_step([models["denoise"]], usual)
    assert painted == RemoveWatermark(0.4, finding=False, filler="repair-damage")


def test_a_stroke_runs_the_cells_near_it_alone_and_undoing_it_gives_what_was() -> None:
    photo, engine = _photo(), FamilyEngine()
    before = Recipe((RepairDamage(), Denoise()))
    rendition = _computed(photo, before, engine)
    was = _whole(rendition, before)
    values = np.zeros(SIZE, np.uint8)
    values[200:210, 300:310] = 255
    after = before.with_step(RepairDamage(edits=Edits(Mask.of(values), Mask(SIZE))))
    assert not rendition.covers(after)
    engine.ran.clear()
    compute(rendition, after, engine, FamilyCatalog())
    cells = {box for _, box in engine.ran}
    assert cells == {Box(0, 256, 256, 512)}, "one cell, for the filler and for the denoiser"
    np.testing.assert_array_equal(_whole(rendition, after), _whole(_computed(photo, after), after))
    compute(rendition, before, engine, FamilyCatalog())
    np.testing.assert_array_equal(_whole(rendition, before), was)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_colours_keep_luma_to_the_bit(dtype: DTypeLike, channels: int) -> None:
    photo = _photo(dtype, channels)
    recipe = Recipe((Colorize(0.8, vividness=1.0, saturation=2.0, warmth=0.7),))
    made = _whole(_computed(photo, recipe), recipe)
    assert made.shape == (*SIZE, 3)
    assert made.dtype == dtype
    np.testing.assert_array_equal(_luma(made), _luma(photo.pixels))
    assert np.ptp(made.astype(int), axis=-1).mean() > 5


def _luma(pixels: NDArray[np.generic]) -> NDArray[np.int64]:
    if pixels.shape[2] == 1:
        return pixels[..., 0].astype(np.int64)
    red, green, blue = pixels.astype(np.int64).transpose(2, 0, 1)
    return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16


def test_the_faithful_setting_draws_back_what_is_a_guess() -> None:
    photo = _photo(channels=1)
    faithful, meant = Recipe((Colorize(vividness=0.0),)), Recipe((Colorize(vividness=0.5),))
    rendition = _computed(photo, faithful)
    colourful = [np.ptp(_whole(rendition, recipe).astype(int), axis=-1) for recipe in (faithful, meant)]
    quiet = _outside(SCRATCH, SPECK)
    left, right = quiet.copy(), quiet.copy()
    left[:, 250:], right[:, :350] = False, False
    assert colourful[0][right].mean() < 0.6 * colourful[1][right].mean()
    assert np.abs(colourful[0][left] - colourful[1][left]).max() <= 1
    step = faithful.step(Colorize)
    assert step is not None
    guess = rendition.guess(step, 0, Box(0, 0, *SIZE))
    assert guess is not None
    assert guess[:, :250].max() == 0.0
    assert guess[:, 350:].min() > 0.5


def test_alternatives_are_apart_and_the_likeliest_comes_first() -> None:
    recipe = Recipe((Colorize(),))
    rendition = _computed(_photo(channels=1), recipe)
    found = rendition.alternatives(recipe, (150, 500))
    assert [round(one.share, 2) for one in found] == [0.4, 0.3, 0.2, 0.1]
    assert len({one.colour for one in found}) == 4
    assert len(rendition.alternatives(recipe, (150, 50))) == 1


def test_a_hint_is_followed() -> None:
    recipe = Recipe((Colorize(hints=(Hint(150, 450, (0.2, 0.3, 0.9), 30),)),))
    made = _whole(_computed(_photo(channels=1), recipe), recipe).astype(int)
    pixel = made[140:160, 440:460].mean(axis=(0, 1))
    assert pixel[2] > pixel[0] + 40


def test_what_is_shown_small_is_what_is_shown_large() -> None:
    photo = _photo()
    recipe = Recipe((RepairDamage(), Denoise(0.5)))
    rendition = _computed(photo, recipe)
    small, large = _whole(rendition, recipe, 1), _whole(rendition, recipe)
    assert np.abs(small - Pyramid.build(large).levels[1].astype(float)).mean() < 1


def test_a_window_and_the_command_line_make_the_same() -> None:
    for photo in (_photo(), _photo(np.uint16), _photo(channels=1)):
        made = _whole(_computed(photo, EVERYTHING), EVERYTHING)
        by_command = restore(photo, EVERYTHING, FamilyEngine(), FamilyCatalog())
        np.testing.assert_array_equal(made, by_command.photo.pixels)
        assert len(by_command.steps) == 8


def test_a_missing_model_is_said_before_anything_runs() -> None:
    engine = FamilyEngine()
    with pytest.raises(ModelError, match="repair-damage"):
        restore(_photo(), EVERYTHING, engine, FamilyCatalog("denoise", "find-damage", "watermark"))
    assert not engine.ran


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_a_grey_photo_in_three_channels_stays_grey(dtype: type[np.generic]) -> None:
    class Tinting(FamilyEngine):
        """Its networks tint what they are given."""

        def __init__(self) -> None:
            super().__init__()
            tint = np.array([0.9, 1.0, 1.1], np.float32)[:, None, None]
            plain = dict(self._answers)
            for name in ("restore", "restore-tones", "repair-damage"):
                self._answers[name] = lambda planes, name=name: plain[name](planes) * tint

    grey = np.random.default_rng(8).random((40, 60, 1))
    most = 1 if dtype == np.float32 else np.iinfo(dtype).max
    pixels = np.repeat((grey * most).astype(dtype), 3, axis=2)
    recipe = Recipe((General(coarse=True), RepairDamage()))
    result = restore(Photo(pixels), recipe, Tinting(), FamilyCatalog()).photo.pixels
    assert result.shape == pixels.shape
    assert np.any(result != pixels)
    np.testing.assert_array_equal(result[..., :1].repeat(3, axis=2), result)
    coloured = restore(Photo(pixels), Recipe((Colorize(),)), Tinting(), FamilyCatalog()).photo.pixels
    assert np.any(coloured[..., 0] != coloured[..., 2])


def _page() -> Photo:
    """A grey picture of patches on white paper."""
    grey = np.random.default_rng(1).integers(0, 180, (20, 30, 1), np.uint8)
    page = np.full((240, 340, 3), 245, np.uint8)
    page[20:220, 20:320] = np.kron(grey, np.ones((10, 10, 3), np.uint8))
    return Photo(page)


def _told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Box]]:
    """Return a list that tells of every area that is parted into picture and border, from now on."""
    told: list[tuple[int, Box]] = []

    def around(frame: Frame, pixels: NDArray[np.generic], box: Box, level: int = 0) -> NDArray[np.float32]:
        told.append((level, box))
        return tell(frame, pixels, box, level)

    tell = Frame.around
    monkeypatch.setattr(Frame, "around", around)
    return told


def test_where_the_border_lies_is_not_told_again_for_each_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = _page()
    rendition = _computed(photo, Recipe((Colorize(),)))
    assert not rendition.frame.empty
    told = _told(monkeypatch)
    parts = [Box(0, 0, 240, 170), Box(0, 170, 240, 340)]
    for saturation in (0.5, 1.0, 1.5):
        made = [rendition.read(Recipe((Colorize(saturation=saturation),)), 0, part) for part in parts]
        assert (made[0][:10] == photo.pixels[:10, :170]).all()
        assert (made[1][100:120, 20:100] != photo.pixels[100:120, 190:270]).any()
    assert told == [(0, part) for part in parts]


def test_the_border_is_told_anew_at_another_zoom(monkeypatch: pytest.MonkeyPatch) -> None:
    photo, recipe = _page(), Recipe((Colorize(),))
    rendition = Rendition(photo, Pyramid([photo.pixels, photo.pixels[::2, ::2]]))
    compute(rendition, recipe, FamilyEngine(), FamilyCatalog())
    told, box = _told(monkeypatch), Box(0, 0, 120, 170)
    rendition.read(recipe, 0, box)
    rendition.read(recipe, 1, box)
    assert told == [(0, box), (1, box)]


def test_what_is_remembered_of_borders_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("restorer.restoration.rendition._INSIDE_KEPT", 4 * 100 * 340)
    rendition = _computed(_page(), Recipe((Colorize(),)))
    told = _told(monkeypatch)
    top, bottom = Box(0, 0, 80, 340), Box(160, 0, 240, 340)
    for box in (top, bottom, bottom, top):
        rendition.read(Recipe((Colorize(),)), 0, box)
    assert told == [(0, top), (0, bottom), (0, top)], "there is room for one of them: the latest"
