"""What the networks have made of one photo, kept so that every setting is a blend; see docs/decisions/005.

`computing.compute` fills a `Rendition`; a window may read it meanwhile.
"""

import functools
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.photo import Box, Photo
from restorer.photo.buffers import release
from restorer.photo.photo import Pixels
from restorer.photo.pyramid import Pyramid
from restorer.restoration.blending import Part, mixed_in, rounded, telescoped, with_repairs
from restorer.restoration.colorize import Alternative, Colouring
from restorer.restoration.faces import SPARED, Faces
from restorer.restoration.framing import Frame, find_frame
from restorer.restoration.keeping import Kept
from restorer.restoration.layers import Layer
from restorer.restoration.looks import Looks
from restorer.restoration.overlays import Overlay
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import Mask, tile_box
from restorer.restoration.planes import without_colour
from restorer.restoration.recipe import Recipe
from restorer.restoration.recolour import recoloured
from restorer.restoration.repairs import Repairs, least_score, mask_pyramid
from restorer.restoration.small import Floats, luma, stretched
from restorer.restoration.softness import softness
from restorer.restoration.stages import (
    Stage,
    StepReport,
    colour_step,
    filler_of,
    mask_steps,
    spares_faces,
    stages,
)
from restorer.restoration.steps import MOST_WRONG, Colorize, Hint, MaskStep, Place, Step

Key = tuple[str, ...]
"""Names a layer by the checksums of the networks it went through."""

_MASKS_KEPT = 4
_LINES_KEPT = 4
_COLOURINGS_KEPT = 32
_INSIDE_KEPT = 1 << 25
"""Bytes of what lies within a border: twice as many pixels as a large view has."""
_SPARE = 1 << 29
"""Bytes of layers that are kept although the latest recipe needs them not: steps are tried on and off."""


class Rendition:
    """The networks' results for a photo; read by any thread, filled by one (`computing`).

    ``before`` is the photo at every zoom level; without it only full size is kept: what a file needs.
    """

    def __init__(self, photo: Photo, before: Pyramid | None = None) -> None:
        self.photo = photo
        self.size = photo.height, photo.width
        self.zoomable = before is not None
        self.before = before or Pyramid([photo.pixels])
        self.cards: dict[str, ModelCard] = {}
        self.found: dict[str, Repairs] = {}
        self.overlays: dict[str, Overlay | None] = {}
        self.faces: dict[str, Faces] = {}
        self.whole: dict[Key, Layer] = {}
        self.mended: dict[Key, Layer] = {}
        """Layers in the cells that hold repairs, with all of them made."""
        self.settled: dict[Key, tuple[Edits | None, ...]] = {}
        """What was painted when the mended layers were last complete."""
        self.looks = Looks()
        self.colourings: dict[tuple[str, tuple[Hint, ...]], Colouring] = {}
        self.reports: dict[Key, StepReport] = {}
        self._masks: Kept[object, Pyramid | None] = Kept(_MASKS_KEPT)
        self._lines: Kept[object, Floats] = Kept(_LINES_KEPT)
        self._inside: Kept[object, Floats] = Kept(_INSIDE_KEPT, lambda share: share.nbytes)

    @functools.cached_property
    def grey_in_colour(self) -> bool:
        """Whether the photo is grey in three channels: networks may tint it, and it has to stay grey."""
        return self.photo.pixels.shape[2] > 1 and without_colour(self.photo.pixels)

    @functools.cached_property
    def frame(self) -> Frame:
        """Where in the photo the picture lies; networks that judge look at that alone."""
        return find_frame(self.photo.pixels)

    @functools.cached_property
    def softness(self) -> int:
        """By how much the photo is reduced for what finds and fills damage."""
        return softness(Photo(self.photo.pixels[self.frame.picture.slices]))

    # What there is

    def covers(self, recipe: Recipe) -> bool:
        """Whether no network has to run for ``recipe``."""
        if any(model not in self.cards for model in recipe.models):
            return False
        masks, colours = mask_steps(recipe), colour_step(recipe)
        if any(step.finding and self.repairs(step) is None for step in masks):
            return False
        if any(self.faces_of(stage) is None for stage in stages(recipe) if spares_faces(stage)):
            return False
        if not all((layer := self.whole.get(key)) and layer.complete for key in self.whole_keys(recipe)):
            return False
        if masks and not self.mended_for(recipe):
            return False
        return colours is None or self.colouring(colours) is not None

    def mended_for(self, recipe: Recipe) -> bool:
        """Whether all is filled that a recipe's steps with a mask may repair."""
        painted = self.settled.get(self.mended_keys(recipe)[-1])
        return painted is not None and not changes(painted, [step.edits for step in mask_steps(recipe)])

    def repairs(self, step: MaskStep) -> Repairs | None:
        """Return all places that a step's network has proposed; None if it has not looked."""
        card = self.cards.get(step.model)
        return self.found.get(card.sha256) if card and step.finding else None

    def overlay(self, step: MaskStep) -> Overlay | None:
        """Return what lies over the photo and lets it shine through, as far as a step knows it."""
        card = self.cards.get(step.model)
        return self.overlays.get(card.sha256) if card and step.finding else None

    def faces_of(self, stage: Stage) -> Faces | None:
        """Return the faces whose delicate ones a stage spares; None if it spares none, or none are known."""
        card = self.cards.get(spares_faces(stage))
        return self.faces.get(card.sha256) if card else None

    def spared(self, recipe: Recipe) -> int:
        """Return how many delicate faces a recipe spares, as far as they are known."""
        known = [faces for stage in stages(recipe) if stage.step.strength and (faces := self.faces_of(stage))]
        return max((len(faces.delicate) for faces in known), default=0)

    def counting(self, step: MaskStep) -> NDArray[np.bool_] | None:
        """Return which of `repairs` are made, by the sensitivity and the verdicts."""
        repairs = self.repairs(step)
        return None if repairs is None else repairs.counting(step, self._least(step, step.wrong_repairs))

    def possible(self, step: MaskStep) -> float:
        """Return the score (0..1) from which a place is filled, whether its repair counts or not."""
        return self._least(step, MOST_WRONG)

    def _least(self, step: MaskStep, wrong_repairs: float) -> float:
        return least_score(self.cards[step.model], wrong_repairs, self.looked_at(step))

    def looked_at(self, step: MaskStep) -> float:
        """Return how many megapixels a step's network looked at: fewer than a soft photo has."""
        repairs = self.repairs(step)
        return repairs.megapixels if repairs else self.photo.megapixels

    def colouring(self, step: Colorize) -> Colouring | None:
        """Return what the network said of the colours, if it was asked with these hints."""
        card = self.cards.get(step.model)
        return self.colourings.get((card.sha256, step.hints)) if card else None

    def whole_keys(self, recipe: Recipe) -> list[Key]:
        """Return the keys of the layers of the pixel stages, first to last."""
        names = [f"{stage.kind} {self._sum(stage.model)}" for stage in stages(recipe)]
        return [tuple(names[:count]) for count in range(1, len(names) + 1)]

    def mended_keys(self, recipe: Recipe) -> list[Key]:
        """Return the keys of the mended layers: those of the steps with a mask, then of the pixel stages."""
        steps = mask_steps(recipe)
        names = [
            f"{type(step).__name__} {self._sum(step.model) if step.finding else ''} "
            f"{self._sum(filler_of(step))}"
            for step in steps
        ]
        masks = [(*names, str(count)) for count in range(1, len(names) + 1)]
        return masks + [(*names, *key) for key in self.whole_keys(recipe)]

    def _sum(self, model: str) -> str:
        card = self.cards.get(model)
        return card.sha256 if card else f"unknown {model}"

    def layer(self, key: Key, *, mended: bool = False) -> Layer:
        """Return the layer of a stage, a new one if there is none."""
        layers, pixels = self.mended if mended else self.whole, self.photo.pixels
        if key not in layers:
            layers[key] = Layer(pixels.shape, pixels.dtype, zoomable=self.zoomable)
        return layers[key]

    def reports_of(self, recipe: Recipe) -> tuple[StepReport, ...]:
        """Return a report for each network of a recipe that has run, in order."""
        keys: list[tuple[Key, Step]] = []
        pixel_stages = list(zip(self.whole_keys(recipe), stages(recipe), strict=True))
        for step in recipe.active:
            if isinstance(step, MaskStep):
                keys += [(("find", self._sum(step.model)), step)] if step.finding else []
                keys.append((("fill", self._sum(filler_of(step))), step))
            mine = [(key, stage) for key, stage in pixel_stages if stage.step is step]
            spared = [stage for _, stage in mine if (faces := self.faces_of(stage)) and faces.delicate]
            keys += [(("faces", self._sum(spares_faces(stage))), step) for stage in spared]
            keys += [(key, step) for key, _ in mine]
            if isinstance(step, Colorize):
                keys.append((("colour", self._sum(step.model)), step))
        return tuple(replace(self.reports[key], step=step) for key, step in keys if key in self.reports)

    def forget(self, recipe: Recipe) -> None:
        """Let go of layers that ``recipe`` does not need, the oldest first, if they take much memory."""
        for layers, needed in (
            (self.whole, self.whole_keys(recipe)),
            (self.mended, self.mended_keys(recipe)),
        ):
            spare = [key for key in layers if key not in needed]
            while spare and sum(layers[key].pixels.nbytes for key in spare) > _SPARE:
                del layers[key := spare.pop(0)]
                self.settled.pop(key, None)
        hinted = [asked for asked in self.colourings if asked[1]]
        for asked in hinted[:-_COLOURINGS_KEPT]:
            del self.colourings[asked]

    def release(self) -> None:
        """Give back the memory of layers that lie on disk; their values stay there."""
        for layer in (*self.whole.values(), *self.mended.values()):
            release(layer.pixels)

    # What it looks like

    def read(self, recipe: Recipe, level: int, box: Box) -> Pixels:
        """Return the restored pixels of ``box`` at a zoom level, in the photo's own depth. Runs no network.

        They have three channels where the recipe gives colours. What is not computed yet is left out.
        """
        result = self._restored(recipe, level, box)
        step = colour_step(recipe)
        if step is None or (colouring := self.colouring(step)) is None:
            return result
        field = colouring.over(self._lines_of(step, colouring), level, box)
        strength = step.strength * self._within(colouring, level, box)
        return recoloured(result, field, strength, step.saturation, step.warmth)

    def mask(self, step: MaskStep, level: int, box: Box) -> NDArray[np.uint8]:
        """Return ``(h, w)``: 255 where a step repairs in ``box`` of a zoom level, 0 where not."""
        pyramid = self._mask(step)
        if pyramid is None:
            return np.zeros((box.height, box.width), np.uint8)
        return pyramid.read(level, box)[..., 0]

    def guess(self, step: Colorize, level: int, box: Box) -> Floats | None:
        """Return how far the colours in ``box`` of a zoom level are a guess: ``(h, w)``, 0 (sure) to 1."""
        colouring = self.colouring(step)
        if colouring is None:
            return None
        guess = colouring.over(colouring.guess[None], level, box)[0]
        return np.asarray(guess * self._within(colouring, level, box), np.float32)

    def _within(self, colouring: Colouring, level: int, box: Box) -> Floats | float:
        """Return how far pixels in ``box`` of a zoom level lie in the picture that was coloured (0..1)."""
        frame = colouring.frame
        if frame.empty or frame.holds(box, level):
            return 1.0
        return self._inside.get(
            (frame, level, box), lambda: 1 - frame.around(self.before.read(level, box), box, level)
        )

    def alternatives(self, recipe: Recipe, place: Place) -> tuple[Alternative, ...]:
        """Return colours that would fit at a pixel, likeliest first."""
        step = colour_step(recipe)
        if step is None or (colouring := self.colouring(step)) is None:
            return ()
        pixel = self._restored(recipe, 0, Box(place[0], place[1], place[0] + 1, place[1] + 1))
        most = 1.0 if pixel.dtype == np.float32 else float(np.iinfo(pixel.dtype).max)
        return colouring.alternatives(place, float(luma(pixel)[0, 0]) / most)

    def _restored(self, recipe: Recipe, level: int, box: Box) -> Pixels:
        """Return what a recipe makes of ``box`` but for its colours."""
        whole = Part(level, box)
        layers = [self.whole.get(key) for key in self.whole_keys(recipe)]
        before = whole.read(self.before)
        plain = rounded(self._chained(recipe, before, layers, whole), before.dtype)
        masks = [self._mask(step) for step in mask_steps(recipe)]
        chosen = [mask.read(level, box) for mask in masks if mask is not None]
        if not any(mask.any() for mask in chosen):
            return plain
        result = plain.copy()
        part = Part(level, box, np.nonzero(functools.reduce(np.bitwise_or, chosen)[..., 0]))
        result[part.places] = self._mended(recipe, layers, part)
        return result

    def _chained(
        self, recipe: Recipe, base: Pixels, layers: Sequence[Layer | None], part: Part
    ) -> Pixels | Floats:
        """Return what the pixel stages make of ``base`` in a part; less of it in delicate faces."""
        wanted = stages(recipe)
        strengths = [stage.step.strength for stage in wanted]
        result = telescoped(base, layers, strengths, part)
        faces = [self.faces_of(stage) for stage in wanted]
        field = next((one.field for one in faces if one and one.delicate), None)
        if (
            field is None
            or not (share := part.choose(stretched(field, self.size, part.level, part.box)[0])).any()
        ):
            return result
        held = [s * (1 - SPARED) if one else s for s, one in zip(strengths, faces, strict=True)]
        return result + share[..., None] * (telescoped(base, layers, held, part).astype(np.float32) - result)

    def _mended(self, recipe: Recipe, layers: Sequence[Layer | None], part: Part) -> Pixels:
        """Return what a recipe makes of a part, repairs included, but for its colours."""
        before = part.read(self.before)
        plain = self._chained(recipe, before, layers, part)
        steps = mask_steps(recipe)
        mended = [self.mended.get(key) for key in self.mended_keys(recipe)]
        repaired, share = self._repaired(steps, mended, part, before)
        filled = mended[len(steps) - 1]
        if share is None or filled is None:
            return rounded(plain, before.dtype)
        base = part.read(filled.pyramid)
        fresh = self._chained(recipe, base, mended[len(steps) :], part)
        return with_repairs(before, plain, repaired, fresh, base, share)

    def _repaired(
        self, steps: Sequence[MaskStep], layers: Sequence[Layer | None], part: Part, before: Pixels
    ) -> tuple[Floats, Floats | None]:
        """Return the photo with the repairs that count, and how far each pixel is repaired."""
        result, share = before, None
        for step, layer in zip(steps, layers, strict=False):
            pyramid = self._mask(step) if step.strength else None
            if layer is None or pyramid is None:
                continue
            mix = mixed_in(result, layer, part.read(pyramid), step.strength, part)
            if mix is not None:
                result = mix[0]
                share = mix[1] if share is None else np.maximum(share, mix[1])
        return result, share

    def _mask(self, step: MaskStep) -> Pyramid | None:
        """Return what a step repairs, at every zoom level; None if nothing."""
        counting = self.counting(step)
        edits = step.edits
        if (edits is None or edits.empty) and (counting is None or not counting.any()):
            return None
        key = (type(step), step.model, None if counting is None else counting.tobytes(), edits)
        return self._masks.get(key, lambda: self._drawn(step, counting, edits))

    def _drawn(self, step: MaskStep, counting: NDArray[np.bool_] | None, edits: Edits | None) -> Pyramid:
        repairs = self.repairs(step)
        touched: set[Box] = set()
        if repairs is None or counting is None:
            mask = np.zeros((*self.size, 1), np.uint8)
        else:
            mask, touched = repairs.mask(counting), repairs.touched(counting)
        if edits is not None:
            for place in edits.added.tiles.keys() | edits.removed.tiles.keys():
                box = tile_box(place).intersect(Box(0, 0, *self.size))
                mask[box.slices][..., 0] = edits.applied(mask[box.slices][..., 0], 0, box)
                touched.add(box)
        return mask_pyramid(mask, tuple(touched)) if self.zoomable else Pyramid([mask])

    def _lines_of(self, step: Colorize, colouring: Colouring) -> Floats:
        return self._lines.get((colouring, step.vividness), lambda: colouring.lines(step.vividness))


def changes(old: Sequence[Edits | None], new: Sequence[Edits | None]) -> list[Box]:
    """Return the boxes in which something was painted or its painting taken back; erasing is neither."""
    boxes: list[Box] = []
    for before, after in zip(old, new, strict=True):
        if before is after:
            continue
        known = before or after
        assert known is not None
        nothing = Edits.none(known.added.size)
        one, other = (before or nothing).added, (after or nothing).added
        boxes += [_tight(one, other, box) for box in one.differs(other)]
    return [box for box in boxes if not box.empty]


def _tight(one: Mask, other: Mask, box: Box) -> Box:
    """Return the part of ``box`` in which two masks differ."""
    rows, columns = np.nonzero(one.read(0, box) != other.read(0, box))
    if not len(rows):
        return Box(0, 0, 0, 0)
    top, left = box.top + int(rows.min()), box.left + int(columns.min())
    return Box(top, left, box.top + int(rows.max()) + 1, box.left + int(columns.max()) + 1)
