"""The picture is found within what surrounds it in a scan, and that is neither looked at nor changed."""

import numpy as np
import pytest
from family import FamilyCatalog, FamilyEngine, Planes
from numpy.typing import DTypeLike, NDArray
from PIL import Image

from restorer.photo import Box, Photo
from restorer.photo.pyramid import Pyramid
from restorer.restoration.computing import compute
from restorer.restoration.framing import Frame, find_frame
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import restore
from restorer.restoration.softness import softness
from restorer.restoration.steps import Colorize, General, Hint, RepairDamage

PAPER, BED = (240, 232, 215), (12, 12, 12)
LEFT_OUT = Box(40, 110, 240, 370)
"""Where a picture lies that is not in the middle of its page."""
PICTURE = Box(40, 30, 240, 370)
SIZE = (300, 400)

Array = NDArray[np.uint8]


def picture(height: int, width: int) -> Array:
    """Return a picture of overlapping rectangles in middle tones."""
    random = np.random.default_rng(4)
    pixels = np.full((height, width, 3), 110, np.uint8)
    for _ in range(300):
        top, left, tall, wide = random.integers((height, width, height // 4, width // 4))
        pixels[top : top + tall + 3, left : left + wide + 3] = random.integers(40, 190, 3)
    return pixels


def print_of(inside: Array, paper: tuple[int, int, int] = PAPER, box: Box = PICTURE) -> Array:
    """Return a scan of a picture on paper."""
    page = np.empty((*SIZE, 3), np.uint8)
    page[:] = paper
    page[box.slices] = inside
    return page


def askew(pixels: Array, degrees: float, bed: tuple[int, int, int] = BED) -> Array:
    """Return a scan of a print that lies askew on a scanner's bed."""
    margin = 15
    page = Image.new("RGB", (pixels.shape[1] + 2 * margin, pixels.shape[0] + 2 * margin), bed)
    page.paste(Image.fromarray(pixels), (margin, margin))
    return np.array(page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=bed))


class StretchingEngine(FamilyEngine):
    """Its network for tones makes the lightest that it sees white, and the darkest black."""

    def __init__(self) -> None:
        super().__init__(tile=1 << 20)

        def answer(planes: Planes) -> Planes:
            least, most = planes.min(), planes.max()
            return (planes - least) / max(most - least, np.float32(1e-3))

        self._answers["restore-tones"] = answer


def inside() -> Array:
    return picture(PICTURE.height, PICTURE.width)


@pytest.mark.parametrize("paper", [PAPER, (255, 255, 255), BED])
def test_the_picture_is_found_on_paper_of_any_colour(paper: tuple[int, int, int]) -> None:
    found = find_frame(print_of(inside(), paper))
    assert found.picture.intersect(PICTURE) == found.picture
    assert found.picture.grow(4).intersect(PICTURE) == PICTURE
    assert np.abs(found.colours * 255 - paper).max() < 1


def test_grain_and_uneven_light_on_the_paper_do_no_harm() -> None:
    page = print_of(inside()).astype(np.float64)
    page += np.random.default_rng(2).normal(0, 3, page.shape)
    page -= np.linspace(0, 20, SIZE[1])[None, :, None]
    found = find_frame(np.clip(page, 0, 255).astype(np.uint8))
    assert found.picture.grow(4).intersect(PICTURE) == PICTURE


def test_white_paper_on_a_white_bed_is_one_border_or_two() -> None:
    page = print_of(inside(), (243, 238, 230)).astype(np.float64)
    waves = np.sin(np.arange(SIZE[0]) / 25)[:, None] + np.sin(np.arange(SIZE[1]) / 25)[None]
    page -= 6 * waves[..., None]  # here it is alike, there it is not
    scan = np.pad(np.clip(page, 0, 255).astype(np.uint8), ((15, 15), (15, 15), (0, 0)), constant_values=255)
    there = PICTURE.moved(15, 15)
    found = find_frame(scan).picture
    assert found.intersect(there) == found
    assert found.grow(6).intersect(there) == there


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.0, 1.3])
def test_a_print_may_lie_askew_on_a_dark_bed(degrees: float) -> None:
    scan = askew(print_of(inside()), degrees)
    found = find_frame(scan)
    there = askew(print_of(np.full_like(inside(), 255), (0, 0, 0)), degrees)[..., 0] > 127
    assert there[found.picture.slices].mean() > 0.99
    assert there[found.picture.slices].sum() > 0.88 * there.sum()
    assert len(found.colours) == 2


@pytest.mark.parametrize("side", ["top", "right"])
def test_a_sliver_of_a_border_is_found_on_any_side(side: str) -> None:
    pixels = picture(*SIZE)
    if side == "top":
        pixels[:5] = 255
        expected = Box(5, 0, *SIZE)
    else:
        pixels[:, -7:] = 255
        expected = Box(0, 0, SIZE[0], SIZE[1] - 7)
    found = find_frame(pixels).picture
    assert found.intersect(expected) == found
    assert found.grow(4).intersect(expected) == expected


def test_a_photo_without_a_border_is_all_picture() -> None:
    pixels = picture(683, 1021)
    assert find_frame(pixels).picture == Box.of(pixels)
    assert len(find_frame(pixels).colours) == 0


def test_a_thing_before_a_plain_ground_has_no_border() -> None:
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    pixels = np.full((*SIZE, 3), 250, np.uint8)
    pixels[np.hypot(rows - 150, (columns - 200) * 0.8) < 120] = (90, 60, 40)
    assert find_frame(pixels).empty
    star = np.full((*SIZE, 3), 250, np.uint8)
    turn = np.arctan2(rows - 150, columns - 200)
    star[np.hypot((rows - 150) / 145, (columns - 200) / 195) < 0.8 + 0.15 * np.cos(5 * turn)] = (90, 60, 40)
    assert find_frame(star).empty
    sail = np.full((*SIZE, 3), 250, np.uint8)  # straight at its left side alone
    sail[(columns > 80) & (columns < 80 + rows) & (rows > 20) & (rows + columns / 3 < 340)] = (90, 60, 40)
    assert find_frame(sail).empty


def test_a_plain_wall_at_one_side_is_no_border() -> None:
    pixels = picture(*SIZE)
    pixels[:, :60] = (200, 190, 170)
    assert find_frame(pixels).empty


def test_a_line_that_hardly_differs_from_the_picture_is_no_sliver() -> None:
    pixels = np.clip(picture(*SIZE), 100, 150)
    pixels[-6:] = 170
    assert find_frame(pixels).empty


def test_sky_is_no_border() -> None:
    pixels = picture(*SIZE)
    horizon = (100 + 30 * np.sin(np.arange(SIZE[1]) / 40)).astype(int)
    for column, row in enumerate(horizon):
        pixels[:row, column] = (170, 200, 230)
    assert find_frame(pixels).picture == Box.of(pixels)


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 300, 3), (3, 2, 1), (40, 60, 1)])
def test_photos_of_any_size_have_a_frame(shape: tuple[int, int, int]) -> None:
    pixels = np.full(shape, 200, np.uint8)
    assert not find_frame(pixels).picture.empty


def oval_print(middle: tuple[float, float] = (150, 200), radii: tuple[float, float] = (140, 185)) -> Array:
    """Return a scan of a picture that is seen through an oval in white card."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    within = np.hypot((rows - middle[0]) / radii[0], (columns - middle[1]) / radii[1]) <= 1
    return np.where(within[..., None], picture(*SIZE), np.uint8(250))


@pytest.mark.parametrize("radii", [(140, 185), (158, 212)])
def test_an_oval_is_found_even_if_the_scan_cuts_it(radii: tuple[float, float]) -> None:
    found = find_frame(oval_print((152, 197), radii))
    assert found.oval is not None
    assert found.oval.row == pytest.approx(152, abs=2)
    assert found.oval.column == pytest.approx(197, abs=2)
    assert (found.oval.high, found.oval.wide) == pytest.approx(radii, rel=0.02)
    core = found.core
    assert core.height > 1.3 * radii[0]
    assert core.width > 1.3 * radii[1]
    assert (oval_print((152, 197), radii)[core.slices] < 250).all()


def test_a_line_on_the_card_does_not_mislead_an_oval() -> None:
    page = oval_print()
    card = (page == 250).all(axis=-1)
    page[:, 30:32][card[:, 30:32]] = 20
    found = find_frame(page).oval
    assert found is not None
    assert (found.row, found.column) == pytest.approx((150, 200), abs=2)
    assert (found.high, found.wide) == pytest.approx((140, 185), rel=0.02)


def test_an_oval_on_a_page_is_found_within_the_page() -> None:
    scan = askew(oval_print(), 0.0)
    found = find_frame(scan)
    assert found.oval is not None
    assert found.oval.row == pytest.approx(165, abs=3)
    assert len(found.colours) == 2


def test_a_plate_on_a_dark_table_is_no_oval_print() -> None:
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    pixels = np.full((*SIZE, 3), 30, np.uint8)
    pixels[np.hypot((rows - 150) / 140, (columns - 200) / 185) < 1] = (230, 230, 225)
    assert find_frame(pixels).oval is None


def test_what_is_around_an_oval_is_its_card() -> None:
    page = oval_print()
    around = find_frame(page).around(page, Box.of(page))
    card = (page == 250).all(axis=-1)
    assert around[card].min() == 1
    assert (around[~card] == 0).mean() > 0.99


def test_what_is_around_is_known_by_its_colour_close_to_the_picture() -> None:
    page = print_of(inside())
    page[30:38, 100:120] = (150, 40, 40)  # close to the picture, and no paper
    page[5:10, 100:120] = (30, 30, 80)  # a word written on the border
    frame = Frame(PICTURE, np.array([PAPER], np.float32) / np.float32(255))
    around = frame.around(page, Box.of(page))
    assert around[PICTURE.slices].max() == 0
    assert around[30:38, 100:120].max() == 0
    assert around[5:10, 100:120].min() == 1
    assert around[:, :20].min() == 1


def test_what_is_around_a_part_is_a_part_of_what_is_around() -> None:
    page = askew(print_of(inside()), 1.0)
    frame = find_frame(page)
    whole = frame.around(page, Box.of(page))
    part = Box(30, 50, 90, 130)
    np.testing.assert_array_equal(frame.around(page[part.slices], part), whole[part.slices])


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize("page", [print_of(inside()), oval_print()], ids=["border", "oval"])
def test_tones_are_those_of_the_picture_and_the_paper_stays(page: Array, dtype: DTypeLike) -> None:
    most = 1 if dtype == np.float32 else np.iinfo(dtype).max
    pixels = (page.astype(np.float64) / 255 * most).astype(dtype)
    recipe = Recipe((General(detail=False),))
    made = restore(Photo(pixels), recipe, StretchingEngine(), FamilyCatalog()).photo.pixels
    paper = (page == page[0, 0]).all(axis=-1)
    np.testing.assert_array_equal(made[paper], pixels[paper])
    # From 40..190 to 0..255, but for what was averaged away in the small copy.
    dark, light = np.percentile(made[~paper] / most, (2, 98))
    assert dark < 0.06
    assert light > 0.94


@pytest.mark.parametrize("is_oval", [False, True])
def test_tones_change_where_they_were_seen_to(is_oval: bool) -> None:
    inner = np.full((LEFT_OUT.height, LEFT_OUT.width, 3), 128, np.uint8)
    page = oval_print() if is_oval else print_of(inner, box=LEFT_OUT)
    if is_oval:
        page[(page != 250).any(axis=-1)] = 128
    page[60:220:9, 125:330] = 90
    engine = StretchingEngine()

    def lit_from_the_left(planes: Planes) -> Planes:
        return planes + np.where(np.arange(planes.shape[2]) < planes.shape[2] / 4, 0.2, -0.2)

    engine._answers["restore-tones"] = lit_from_the_left
    made = restore(Photo(page), Recipe((General(detail=False),)), engine, FamilyCatalog()).photo.pixels
    change = made[120:180].astype(int) - page[120:180]
    core = find_frame(page).core
    quarter = core.left + core.width // 4
    assert change[:, core.left + 5 : quarter - 12].min() > 0
    assert change[:, quarter + 12 : core.right - 5].max() < 0


def test_colours_are_those_of_the_picture() -> None:
    page = print_of(np.full((LEFT_OUT.height, LEFT_OUT.width, 3), 128, np.uint8), box=LEFT_OUT)
    page[60:220:9, 115:365] = 90
    recipe = Recipe((Colorize(),))
    rendition = Rendition(Photo(page))
    engine = FamilyEngine(tile=1 << 20)
    compute(rendition, recipe, engine, FamilyCatalog())
    ((_, seen),) = engine.ran
    assert seen.height / seen.width == pytest.approx(LEFT_OUT.height / LEFT_OUT.width, abs=0.01)
    made = rendition.read(recipe, 0, Box.of(page)).astype(int)
    warmth = (made[..., 0] - made[..., 2])[100:180]
    # The family's network sees another colour in the left half than in the right one.
    assert warmth[:, 130:225].min() > 0
    assert warmth[:, 255:350].max() < 0


@pytest.mark.parametrize("step", [General(detail=False), Colorize()])
def test_that_the_border_was_left_alone_is_told(step: General | Colorize) -> None:
    page = print_of(np.repeat(inside()[..., :1], 3, axis=2))
    for pixels, told in ((page, True), (page[PICTURE.slices], False)):
        done = restore(Photo(pixels), Recipe((step,)), FamilyEngine(), FamilyCatalog())
        assert [("surrounds" in report.finding) for report in done.steps] == [told]


def test_colours_are_given_to_the_picture_and_the_paper_keeps_its_own() -> None:
    grey = np.repeat(inside()[..., :1], 3, axis=2)
    page = print_of(grey)
    recipe = Recipe((Colorize(),))
    rendition = Rendition(Photo(page), Pyramid.build(page))
    compute(rendition, recipe, FamilyEngine(), FamilyCatalog())
    made = rendition.read(recipe, 0, Box.of(page))
    paper = np.ones(SIZE, np.bool_)
    paper[PICTURE.slices] = False
    np.testing.assert_array_equal(made[paper], page[paper])
    assert np.ptp(made[PICTURE.slices].astype(int), axis=-1).mean() > 3
    step = recipe.step(Colorize)
    assert step is not None
    guess = rendition.guess(step, 0, Box.of(page))
    assert guess is not None
    assert guess[paper].max() == 0
    assert guess[PICTURE.slices].max() > 0
    assert rendition.alternatives(recipe, (10, 10)) == ()
    assert rendition.alternatives(recipe, (100, 300)) != ()
    small = rendition.read(recipe, 1, Box.of(rendition.before.levels[1]))
    np.testing.assert_array_equal(small[:18], rendition.before.levels[1][:18])


def test_the_corners_of_a_cut_oval_keep_their_colours() -> None:
    page = oval_print((152, 197), (158, 212))
    page = np.repeat(page[..., :1], 3, axis=2)
    page[(page == 250).all(axis=-1)] = PAPER
    recipe = Recipe((Colorize(),))
    rendition = Rendition(Photo(page))
    compute(rendition, recipe, FamilyEngine(), FamilyCatalog())
    made = rendition.read(recipe, 0, Box.of(page))
    paper = (page == PAPER).all(axis=-1)
    np.testing.assert_array_equal(made[paper], page[paper])
    assert np.ptp(made[~paper].astype(int), axis=-1).mean() > 3


@pytest.mark.parametrize("larger", [1, 4])
def test_damage_is_looked_for_in_the_picture_alone(larger: int) -> None:
    page = print_of(inside())
    on_paper, in_picture = Box(10, 100, 16, 130), Box(100, 100, 106, 130)
    for spot in (on_paper, in_picture):
        page[spot.slices] = (255, 30, 30)  # what the family's finder takes for damage
    image = Image.fromarray(page).resize((SIZE[1] * larger, SIZE[0] * larger), Image.Resampling.BICUBIC)
    photo, step = Photo(np.array(image)), RepairDamage()
    recipe = Recipe((step,))
    rendition = Rendition(photo)
    compute(rendition, recipe, FamilyEngine(), FamilyCatalog())
    repairs = rendition.repairs(step)
    assert repairs is not None
    (repair,) = repairs.all
    assert repair.box.intersect(Box(*(larger * side for side in (100, 100, 106, 130)))).area > 0
    picture, softness = rendition.frame.picture, rendition.softness
    assert repairs.megapixels == pytest.approx(picture.area / softness**2 / 1e6)
    assert repairs.share == pytest.approx(repair.area / picture.area, rel=0.01)
    made = rendition.read(recipe, 0, Box.of(photo.pixels))
    paper = np.ones(photo.pixels.shape[:2], np.bool_)
    paper[rendition.frame.picture.slices] = False
    np.testing.assert_array_equal(made[paper], photo.pixels[paper])


def test_what_is_painted_on_the_border_is_repaired() -> None:
    page = print_of(inside())
    spot = Box(10, 100, 16, 130)
    page[spot.slices] = 20
    painted = np.zeros(SIZE, np.bool_)
    painted[spot.slices] = True
    recipe = Recipe((RepairDamage(edits=Edits(Mask.of(painted), Mask(SIZE))),))
    made = restore(Photo(page), recipe, FamilyEngine(), FamilyCatalog()).photo.pixels
    assert made[spot.slices].mean() > 40


def test_a_soft_scan_is_soft_whatever_surrounds_it() -> None:
    soft = np.array(Image.fromarray(picture(220, 300)).resize((1200, 880), Image.Resampling.BICUBIC))
    page = np.full((1480, 1800, 3), 245, np.uint8)
    page[40:260:10, 20:1780:10] = page[1220:1440:10, 20:1780:10] = 20  # writing, sharper than the picture
    page[300:1180, 300:1500] = soft
    rendition = Rendition(Photo(page))
    assert not rendition.frame.empty
    assert softness(Photo(page)) == 1
    assert rendition.softness == softness(Photo(soft)) > 1


def test_a_colour_pinned_on_the_paper_makes_it_picture() -> None:
    page = print_of(np.repeat(inside()[..., :1], 3, axis=2))
    recipe = Recipe((Colorize(hints=(Hint(10, 10, (0.2, 0.3, 0.9), 8),)),))
    rendition = Rendition(Photo(page))
    compute(rendition, recipe, FamilyEngine(), FamilyCatalog())
    made = rendition.read(recipe, 0, Box.of(page)).astype(int)
    assert (made[5:15, 5:15, 2] > page[5:15, 5:15, 2]).all()
