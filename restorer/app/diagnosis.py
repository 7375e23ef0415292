"""What a photo needs, found out by looking at it: findings in words, each with how sure it is, and a recipe.

Only what is likely to help is suggested: a photo that needs nothing is told so. Colour and the removal of
watermarks are offered, never suggested: the one invents, the other is for one's own pictures alone.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

from restorer.app.fading import chance_of_fading, change_of_tones, fitted_odds
from restorer.app.finding_words import damage_in_words, level_in_words, tones_in_words
from restorer.app.findings import Diagnosis, Finding, Subject
from restorer.errors import ModelError
from restorer.inference.card import Task
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.restoration.appearance import Appearance, appearance
from restorer.restoration.blocking import VISIBLE_BLOCKS, visible_blocks
from restorer.restoration.levels import VISIBLE_NOISE, NoiseEstimate
from restorer.restoration.looking import coarse_wear_of, look, noise_of, tones_of
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.repairs import Repair, fewest_wrong, is_calibrated
from restorer.restoration.stages import sparing_faces, watermark_step
from restorer.restoration.steps import (
    Colorize,
    Denoise,
    General,
    MaskStep,
    RemoveWatermark,
    RepairDamage,
)

DENOISER = "denoise"
"""The model that estimates noise, and that is suggested against it and against compression."""
MODELS = (
    DENOISER,
    "find-damage",
    "watermark",
    "restore",
    "restore-tones",
    "colorize",
    "repair-damage",
    "find-faces",
)
"""The models that a diagnosis asks, or that what it suggests needs."""
_HEAVY_COMPRESSION, _LEAST_COMPRESSION = 5.0, 1.5
"""Of 255. Damage that no clean photo has by the network's estimate, even if rescaling has blurred its blocks;
and the least that is called damage where blocks can be seen."""
_BLOCKS_SLOPE = 4.0  # blocks are measured in finer steps than their damage
_NOISE_SLOPE, _HARDLY = 3.0, 0.05  # noise by how many times as strong it is; less than the latter is none
_PLAIN_NOISE = 5.0
"""Of 255. Half-way from what nobody wants taken out to what anybody sees; fainter noise is not suggested."""
_SURE_ENOUGH = 0.99
_PLAIN = 0.01
"""Number of wrong repairs in a photo at which the true ones are told from chance: one that is plain says more
than many that are likely, for where a pattern is mistaken for damage, it is so many times."""
_EVENNESS = 0.1
"""How evenly wrong repairs fall on photos: the shape of a negative binomial distribution, by the mean and
variance of their numbers in 125 photos from elsewhere (docs/decisions/015)."""
MUCH_DAMAGE = 0.065
"""Share of a photo that looks damaged; more does so in one of 125 clean photos (docs/decisions/029).

Wide damage shows in this, for it lies in few places."""
GENEROUS = 10.0
"""Wrong repairs that are put up with in such a photo. In 12 of them three times as many places are found as
with one, and nearly as large a share of them is right (59 instead of 67 %)."""
_DOUBTFUL = 0.6
"""As sure as one may be that there is nothing where something was found that may be a mistake."""
_LIKELY_DAMAGE, _LIKELY = 0.5, 0.1
"""The same where something was found of which a clean photo has 0.1: one in ten has any, half of the dusty
ones and two in three of the scratched (docs/decisions/036)."""
_NOTHING_FOUND = 0.75
"""As sure as one may be that there is nothing where nothing was found. Of photos made scratched or dusty by
code one in three is known as such: if one scan in three is damaged, so is one in four without finds."""
_MARK_OR_SIGN = 0.5
"""As sure as one may be of a mark, or of none, where something like one was found: six of 40 everyday photos
without any show something as plain, an advertisement on a wall among them."""
_REPEATED_MARK = 0.95
"""As sure as one may be of a mark that repeats all over a photo: no scene does (docs/decisions/027)."""
_STRONGEST_NOISE = 55.0
"""Of 255. The denoiser was trained up to here; beyond, its answer is a guess."""
_LEAST_CHANGE, _PLAIN_CHANGE = 0.025, 0.05
"""OKLab. A change of tones that is smaller on average is not worth making; and one that confirms what is
seen."""
_SUREST = 0.95
"""As sure as one may be of tones that are as a photographer wanted them: nobody has asked."""
_FRESH = "Tones and colours are fresh."
_UNUSUAL_SHARE = 0.15
_WORN, _WORN_SLOPE = 0.3, 0.1
"""From which share of its detail on (`coarse_wear`) a photo's surface is worn, and how soon that is sure."""
_MOST_COUNTED = 1000


def diagnose(
    rendition: Rendition,
    engine: Engine,
    catalog: Catalog,
    *,
    found: Callable[[Finding], None] | None = None,
    progress: Progress | None = None,
) -> Diagnosis:
    """Look at a rendition's photo. What networks find is kept in the rendition, and serves the restoration.

    ``found`` hears of each finding as it is made. What no model is there for stays unknown.

    Raises:
        DeviceError: no device can run a network.
        Cancelled: somebody asked to stop.
    """
    work = _Diagnosing(rendition, engine, catalog)
    progress = progress or Progress()
    findings: list[Finding] = []
    looks = (work.wear, work.noise, work.tones, work.colour, work.damage, work.watermark, work.unusual)
    shares = (0.1, 0.4, 0.05, 0.01, 0.23, 0.2, 0.01)  # of the time, between 0.3 and 21 megapixels
    done = 0.0
    for glance, share in zip(looks, shares, strict=True):
        for seen in glance(progress.part(done, share)):
            finding = _sparing(seen, catalog)
            findings.append(finding)
            if found:
                found(finding)
        done += share
    progress(1.0)
    return Diagnosis(tuple(findings), work.warning, tuple(work.unknown), work.estimate)


class _Diagnosing:
    """One look at a photo, subject by subject."""

    def __init__(self, rendition: Rendition, engine: Engine, catalog: Catalog) -> None:
        self._rendition, self._engine, self._catalog = rendition, engine, catalog
        self._photo = rendition.photo
        self._appearance: Appearance | None = None
        self.estimate: NoiseEstimate | None = None
        self.unknown: list[str] = []
        self.warning = ""
        self.worn = False

    def noise(self, progress: Progress) -> Iterator[Finding]:
        model = self._model(DENOISER, Task.DENOISE, "noise")
        if model is None:
            return
        progress(0.0, "Looking at the noise")
        self.estimate = estimate = noise_of(self._rendition, model, self._engine, progress=progress)
        step = Denoise(model=model.card.id)
        there = estimate.noisy
        plain = there and estimate.noise >= _PLAIN_NOISE
        # What restores a worn surface takes its noise too, and does not know dots that were half removed.
        suggested = plain and not self.worn
        yield Finding(
            Subject.NOISE,
            there,
            _sure(_NOISE_SLOPE * math.log((estimate.calm_noise + _HARDLY) / (VISIBLE_NOISE + _HARDLY))),
            level_in_words("Noise" if plain or not there else "Faint noise", estimate.noise, there),
            step if there else None,
            suggested,
            estimate.noise,
        )
        yield self._compression(estimate, None if plain else step)
        if estimate.noise > _STRONGEST_NOISE:
            self.warning = (
                f"Its noise of {estimate.noise:.0f} is stronger than any the network was trained on: "
                "look at the result before you trust it."
            )

    def _compression(self, estimate: NoiseEstimate, step: Denoise | None) -> Finding:
        """Look for JPEG's blocks; ``step`` mends them, unless it is suggested already."""
        blocks = visible_blocks(self._photo.pixels)
        there = blocks >= VISIBLE_BLOCKS or estimate.compression >= _HEAVY_COMPRESSION
        level = max(estimate.compression, _LEAST_COMPRESSION) if there else estimate.compression
        return Finding(
            Subject.COMPRESSION,
            there,
            _sure(_BLOCKS_SLOPE * (blocks - VISIBLE_BLOCKS)),
            level_in_words("Compression damage", level, there),
            step if there else None,
            there and step is not None and not self.worn,
            level,
        )

    def wear(self, progress: Progress) -> Iterator[Finding]:
        """Look for grain, paper and printing dots too large to be noise; if there are none, say nothing."""
        model = self._model("restore", Task.RESTORE, "worn surfaces", noted=False)
        if model is None:
            return
        share = coarse_wear_of(self._rendition, model, self._engine, progress=progress).share
        self.worn = share >= _WORN
        if self.worn:
            sure = 1 - 0.5 * math.exp(-(share - _WORN) / _WORN_SLOPE)
            step = General(tones=False, coarse=True, model=model.card.id)
            yield Finding(Subject.WEAR, True, sure, "Thick grain, paper or printing dots.", step, True, share)

    def tones(self, progress: Progress) -> Iterator[Finding]:
        look_ = self._looks(progress.part(0.0, 0.5))
        sure = max(look_.fading, look_.cast)
        seen = sure >= 0.5
        what = "whether fresh tones would help"
        model = self._model("restore-tones", Task.RESTORE, what, noted=seen)
        if model is None:
            sentence = tones_in_words(look_) if seen else _FRESH
            fresh = min(1 - sure, _SUREST)
            yield Finding(Subject.TONES, seen, sure if seen else fresh, sentence, amount=sure)
            return
        toning = tones_of(self._rendition, model, self._engine, progress=progress.part(0.5, 0.5))
        change, faded = change_of_tones(toning), chance_of_fading(toning, look_)
        surely = faded >= fitted_odds().surely
        step = General(detail=False, tones_model=model.card.id)
        if change >= (_LEAST_CHANGE if surely else _PLAIN_CHANGE) and (seen or surely):
            sentence = tones_in_words(look_) if seen else "Tones and colours have changed with age."
            yield Finding(Subject.TONES, True, max(sure, faded), sentence, step, True, change)
        elif seen:
            sentence = f"{tones_in_words(look_)} It may well be meant."
            sure = 1 - sure * change / _PLAIN_CHANGE / 2
            yield Finding(Subject.TONES, False, sure, sentence, step, False, change)
        elif look_.toned and change >= _LEAST_CHANGE:
            sentence = "The paper may have yellowed, or its one colour is meant."
            yield Finding(Subject.TONES, False, 0.5, sentence, step, False, change)
        else:
            sure = min(max(0.5, 1 - faded), _SUREST)
            yield Finding(Subject.TONES, False, sure, _FRESH, amount=change)

    def colour(self, progress: Progress) -> Iterator[Finding]:
        look_ = self._looks(progress)
        if not (look_.grey or look_.toned):
            yield Finding(Subject.COLOUR, True, 0.95, "A photo in colour.", amount=look_.chroma)
            return
        sentence = "Black and white." if look_.grey else "Black and white, toned in one colour."
        model = self._model("colorize", Task.COLORIZE, "colours")
        step = Colorize(model=model.card.id) if model else None
        yield Finding(Subject.COLOUR, False, 0.95 if look_.grey else 0.8, sentence, step, amount=look_.chroma)

    def damage(self, progress: Progress) -> Iterator[Finding]:
        model = self._model("find-damage", Task.FIND_DAMAGE, "damage")
        if model is None:
            return
        step = RepairDamage(model=model.card.id)
        repairs, sure = self._counted(step, model, progress)
        share = self._share(step)
        patterned = self.worn and share > MUCH_DAMAGE  # dots and grain are taken for damage
        if self._is_lost(step) or patterned:
            yield Finding(Subject.DAMAGE, False, 0.5, "Whether it is damaged cannot be told.")
            return
        much = share > MUCH_DAMAGE and is_calibrated(model.card)
        if much:
            sure = max(sure, _SURE_ENOUGH)
            step = replace(step, wrong_repairs=GENEROUS)
            repairs, _ = self._counted(step, model, progress)
        there = sure >= _SURE_ENOUGH
        mended = step if self._model("repair-damage", Task.REPAIR_DAMAGE, "repairs") else None
        sentence = (
            damage_in_words(repairs, self._rendition.size) if repairs else "No plain scratches or dust."
        )
        if much:
            all_of_it = (
                f"Damage over {100 * share:.0f} % of the photo; what is wide is repaired if you accept it."
            )
            sentence = f"{sentence} {all_of_it}" if repairs else all_of_it
        elif repairs and not there:
            sentence = f"{sentence} It may be a mistake."
            sure = max(sure, 1 - (_LIKELY_DAMAGE if self._likely(step) else _DOUBTFUL))
        elif not there:
            sure = max(sure, 1 - _NOTHING_FOUND)
        yield Finding(
            Subject.DAMAGE,
            there,
            sure if there else 1 - sure,
            sentence,
            mended if repairs or much else None,
            there and mended is not None,
            float(len(repairs)),
        )

    def watermark(self, progress: Progress) -> Iterator[Finding]:
        model = self._model("watermark", Task.WATERMARK, "watermarks")
        if model is None:
            return
        step = watermark_step([model], RemoveWatermark())
        repairs, sure = self._counted(step, model, progress)
        if repeated := self._repeated_share(step):
            sentence = f"A mark that repeats all over the photo, on {100 * repeated:.0f} % of it."
            amount = float(len(repairs))
            yield Finding(Subject.WATERMARK, True, _REPEATED_MARK, sentence, step, amount=amount)
            return
        if self._is_lost(step):
            yield Finding(Subject.WATERMARK, False, 0.5, "Whether it bears a watermark cannot be told.")
            return
        if sure < _SURE_ENOUGH:
            nothing = _DOUBTFUL if repairs else min(1 - sure, _NOTHING_FOUND)
            yield Finding(Subject.WATERMARK, False, nothing, "No plain watermark or date stamp.")
            return
        share = 100 * sum(repair.area for repair in repairs) / math.prod(self._rendition.size)
        sentence = (
            f"Perhaps a watermark, a stamp or a date, over {max(share, 0.1):.1f} % of the photo, "
            "or lettering in the scene."
        )
        amount = float(len(repairs))
        yield Finding(Subject.WATERMARK, False, _MARK_OR_SIGN, sentence, step, amount=amount)

    def unusual(self, progress: Progress) -> Iterator[Finding]:
        progress(0.0)
        reasons: list[str] = []
        if self.estimate is not None and self.estimate.noise > _STRONGEST_NOISE:
            reasons.append("its noise is stronger than any a network was trained on")
        repairs = self._rendition.repairs(RepairDamage())
        if repairs is not None and repairs.share > _UNUSUAL_SHARE and not self.worn:
            share = f"{100 * repairs.share:.0f} %"
            reasons.append(f"{share} of it look damaged to a network that knows intact photos")
        if reasons:
            sentence = f"This looks unlike the photos that the networks know: {' and '.join(reasons)}."
            self.warning = self.warning or sentence
            yield Finding(Subject.UNUSUAL, True, 0.8, sentence)

    def _looks(self, progress: Progress) -> Appearance:
        if self._appearance is None:
            picture = self._photo.pixels[self._rendition.frame.core.slices]
            self._appearance = appearance(picture, progress=progress)
        return self._appearance

    def _counted(self, step: MaskStep, model: Model, progress: Progress) -> tuple[tuple[Repair, ...], float]:
        """Return the repairs that count at the step's sensitivity, and how sure it is that some are right.

        The network looks if it has not yet.
        """
        self._rendition.cards[model.card.id] = model.card
        look(self._rendition, step, model, self._engine, progress=progress)
        repairs = self._rendition.repairs(step)
        assert repairs is not None
        plain = self._rendition.counting(replace(step, wrong_repairs=_PLAIN))
        assert plain is not None
        wrong = max(_PLAIN, fewest_wrong(model.card, repairs.megapixels))
        sure = _more_than_chance(int(plain.sum()), wrong)
        if not is_calibrated(model.card):  # nobody has measured how often it is wrong
            sure = min(sure, 0.5)
        counting = self._rendition.counting(step)
        assert counting is not None
        return tuple(it for it, counts in zip(repairs.all, counting, strict=True) if counts), sure

    def _likely(self, step: MaskStep) -> bool:
        """Return whether anything was found that few clean photos have."""
        counting = self._rendition.counting(replace(step, wrong_repairs=_LIKELY))
        return counting is not None and bool(counting.any())

    def _share(self, step: MaskStep) -> float:
        """Return how much of the photo (0..1) looks damaged."""
        repairs = self._rendition.repairs(step)
        return repairs.share if repairs is not None else 0.0

    def _repeated_share(self, step: MaskStep) -> float:
        """Return how much of the photo (0..1) bears a mark that repeats."""
        repairs = self._rendition.repairs(step)
        return repairs.exact_share if repairs is not None else 0.0

    def _is_lost(self, step: MaskStep) -> bool:
        repairs = self._rendition.repairs(step)
        return repairs is not None and repairs.lost

    def _model(self, name: str, task: Task, what: str, *, noted: bool = True) -> Model | None:
        """Return a model, or None; if ``noted``, say that something could not be judged without it."""
        try:
            model = self._catalog.find(name)
        except ModelError as error:
            note = f"Nothing can be said of {what}: {error.message}"
        else:
            if model.card.task == task:
                return model
            note = f"Nothing can be said of {what}: the model “{name}” is made for something else."
        if noted and note not in self.unknown:
            self.unknown.append(note)
        return None


def _sparing(finding: Finding, catalog: Catalog) -> Finding:
    """Return the finding with a step that spares delicate faces, if it is one that can."""
    if finding.step is None:
        return finding
    return replace(finding, step=sparing_faces(Recipe((finding.step,)), catalog).steps[0])


def _sure(distance: float) -> float:
    """Return how sure a measured level is: near its limit it could be either, far from it is plain."""
    return 1 - 0.5 * math.exp(-abs(distance))


def _more_than_chance(count: int, expected: float) -> float:
    """Return how sure it is that ``count`` finds are not all wrong, where ``expected`` are on average."""
    if not count:
        return 0.0
    none, fewer, chance = _EVENNESS / (_EVENNESS + expected), 0.0, 1.0
    for number in range(min(count, _MOST_COUNTED)):
        fewer += chance
        chance *= (number + _EVENNESS) / (number + 1) * (1 - none)
    return min(float(fewer * none**_EVENNESS), 1.0)
