"""Learning to find watermarks, to restore what is beneath them, and to fill what a brush covers."""

from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from restorer.errors import InvalidRecipe
from restorer.training.ageing.compression import random_jpeg
from restorer.training.ageing.fields import LUMA, Pixels
from restorer.training.ageing.masks import brush_strokes, widened
from restorer.training.ageing.softening import sharpened
from restorer.training.ageing.watermarks import MARKS, Watermarked, own_mark, watermarked
from restorer.training.batches import Example, Material
from restorer.training.networks.watermark import WatermarkFinder, WatermarkRemover
from restorer.training.plan import TrainingPlan
from restorer.training.planes import planes
from restorer.training.tasks.losses import (
    average_precision,
    mask_loss,
    mean_psnr,
    picture_loss,
    weighted_mean,
)
from restorer.training.tasks.task import RGB, Parts, Task
from restorer.training.variation import Batch, recoloured

_BRUSH_SHARE, _SHARPENED_SHARE, _COMPRESSED_SHARE = 0.3, 0.35, 0.85
_GREY_SHARE, _DIMMED_SHARE = 0.12, 0.3
_WHOLE_SHARE, _LARGEST_CUT = 0.6, 1.4  # of the photos seen whole; others are cut from one so much larger
_LARGEST_ROOM, _LARGEST_FIELD = 2.5, 640  # a crop of 160 pixels is then a window into a photo of 400


class Watermark(Task):
    """The mask of a watermark, and the photo without it."""

    family = "watermark"
    inputs = (*RGB, "brush")
    outputs = (*RGB, "mask")
    needs_fonts = True
    clean_share = 0.3

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return WatermarkRemover(plan.shape, plan.finder)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        unmarked = random.random() < self.clean_share
        photos = material.photos
        clean = photos.busy_crop(size, random) if unmarked else photos.crop(size, random)
        if random.random() < _SHARPENED_SHARE:
            clean = sharpened(clean, random)
        brush = np.zeros((size, size), np.float32)
        if unmarked:
            seen, mask, opacity, colour = clean, brush, brush, np.zeros_like(clean)
        else:
            marked = self.marked(clean, material, random)
            seen, mask, opacity, colour = marked.pixels, marked.mask, marked.opacity, marked.colour
        if random.random() < _BRUSH_SHARE:
            over_mark = mask.any() and random.random() < 0.5
            brush = (
                widened(mask, int(random.integers(1, 5)))
                if over_mark
                else brush_strokes((size, size), random)
            )
        seen = _published(np.clip(seen, 0, 1), random)
        return {"seen": planes(seen, brush), "clean": planes(clean), "mask": planes(mask),
                "opacity": planes(opacity), "colour": planes(colour)}  # fmt: skip

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a marked crop that nobody brushed over."""
        clean = material.photos.crop(plan.validation_crop, random)
        marked = self.marked(clean, material, random)
        seen = planes(np.clip(marked.pixels, 0, 1), np.zeros(clean.shape[:2], np.float32))
        return {"seen": seen, "clean": planes(clean), "mask": planes(marked.mask)}

    def marked(self, clean: Pixels, material: Material, random: np.random.Generator) -> Watermarked:
        """Lay a mark over a picture."""
        largest = max(1.0, min(_LARGEST_ROOM, _LARGEST_FIELD / max(clean.shape[:2])))
        room = 1.0 if random.random() < 0.3 else random.uniform(1.0, largest)
        return watermarked(clean, material.fonts, random, room)

    def run(self, network: nn.Module, seen: Tensor) -> Parts:  # noqa: D102 - see Task
        return network.parts(seen)

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Add up what `finding_loss` says of the finder, and the photo beneath."""
        del network
        lost = (batch["mask"] + batch["seen"][:, 3:]).clamp(max=1)
        beneath = picture_loss(plan.loss, parts["filled"], batch["clean"], lost)
        whole = picture_loss(plan.loss, parts["restored"], batch["clean"])
        return finding_loss(parts, batch) + 2.0 * beneath + whole

    def quality(self, parts: Parts, batch: Parts) -> float:
        """Return the PSNR of marked photos, restored without help: what was not found counts too."""
        return mean_psnr(parts["restored"], batch["clean"])


class FindWatermarkClose(Watermark):
    """The first half of `Watermark`: where the mark is, how opaque and in what colour, seen at full size.

    The network is the whole one, of which the finder alone learns, at a quarter of the cost of a step. Half
    of what it sees is clean, as nearly all photos are, so that its chances mean something.
    """

    measure = "average precision"
    clean_share = 0.5

    def run(self, network: nn.Module, seen: Tensor) -> Parts:  # noqa: D102 - see Task
        return network.found(seen)

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:  # noqa: D102 - see Task
        del plan, network
        return finding_loss(parts, batch, dice_share=0.0)

    def quality(self, parts: Parts, batch: Parts) -> float:
        """Return how well the mask was found."""
        return average_precision(parts["logits"], batch["mask"])


class FindWatermark(Task):
    """Where the mark is, in whole photos at a small size.

    A mark is as large as its photo makes it, so that at one size of photos all marks are alike; and what is
    a mark, and what is a sign in the scene, is told from far off.
    """

    family = "watermark"
    outputs = ("mask",)
    needs_fonts = True
    measure = "average precision"
    checked_unmarked_share = 0.25

    def network(self, plan: TrainingPlan) -> nn.Module:  # noqa: D102 - see Task
        return WatermarkFinder(plan.shape)

    def example(  # noqa: D102 - see Task
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        return self._example(plan, material, size, random, plan.unmarked_share)

    def check(self, plan: TrainingPlan, material: Material, random: np.random.Generator) -> Example:
        """Draw a photo, as a rule with a mark."""
        return self._example(plan, material, plan.validation_crop, random, self.checked_unmarked_share)

    def _example(
        self,
        plan: TrainingPlan,
        material: Material,
        size: int,
        random: np.random.Generator,
        unmarked_share: float,
    ) -> Example:
        """Mark a photo at twice the size, and reduce both: letters are smooth then, as in real photos."""
        unmarked = random.random() < unmarked_share
        clean = _toned(material.photos.view(2 * size, random), random)
        if unmarked:
            nothing = np.zeros(clean.shape[:2], np.float32)
            marked = Watermarked(clean, nothing, nothing, np.zeros_like(clean))
        else:
            room = 1.0 if random.random() < _WHOLE_SHARE else random.uniform(1.0, _LARGEST_CUT)
            marked = watermarked(clean, material.fonts, random, room, _drawn_kinds(plan, random))
        seen = _published(np.clip(marked.pixels, 0, 1), random)
        truth = {"mask": marked.mask, "opacity": marked.opacity, "colour": marked.colour}
        return {name: planes(_halved(field)) for name, field in {"seen": seen, **truth}.items()}

    def run(self, network: nn.Module, seen: Tensor) -> Parts:  # noqa: D102 - see Task
        return network.found(seen)

    def loss(self, plan: TrainingPlan, network: nn.Module, parts: Parts, batch: Parts) -> Tensor:
        """Add up the mask, and a little of what the mark is made of, which teaches to see it as one."""
        del plan, network
        mask = batch["mask"]
        find = mask_loss(parts["logits"], mask, torch.ones_like(mask), 0.0)
        opacity = weighted_mean((parts["opacity"] - batch["opacity"]).abs(), mask)
        colour = weighted_mean((parts["colour"] - batch["colour"]).abs(), mask * batch["opacity"])
        return find + 0.1 * (opacity + colour)

    def quality(self, parts: Parts, batch: Parts) -> float:
        """Return how well the mask was found."""
        return average_precision(parts["logits"], batch["mask"])

    def varied(self, plan: TrainingPlan, batch: Batch, chance: torch.Generator) -> Batch:
        """Exchange colours, if the plan says so: letters and photos are no longer themselves when turned."""
        return recoloured(batch, chance, ("seen", "colour")) if plan.other_colours else batch

    def facts(self, network: nn.Module) -> dict[str, Any]:
        """Return that the size of the crops is that of whole photos."""
        del network
        return {"whole_views": True}


class OwnWatermark(Watermark):
    """The mark of one archive, which is known."""

    needs_fonts = False

    def marked(self, clean: Pixels, material: Material, random: np.random.Generator) -> Watermarked:
        """Lay the archive's mark over a picture."""
        return own_mark(clean, material.own_mark, random)


def finding_loss(parts: Parts, batch: Parts, dice_share: float = 0.5) -> Tensor:
    """Add up the mask, and inside it the mark's opacity and colour; what a brush hides does not count.

    ``dice_share`` is that of Dice in what is said of the mask; it finds more, and is too sure of it.
    """
    brush, mask = batch["seen"][:, 3:], batch["mask"]
    visible = mask * (1 - brush)
    find = mask_loss(parts["logits"], mask, 1 - brush, dice_share)
    opacity = weighted_mean((parts["opacity"] - batch["opacity"]).abs(), visible)
    colour = weighted_mean((parts["colour"] - batch["colour"]).abs(), visible * batch["opacity"])
    return 0.5 * find + 0.2 * (opacity + colour)


def _drawn_kinds(plan: TrainingPlan, random: np.random.Generator) -> tuple[str, ...]:
    """Draw the kind of mark that the plan's ``mark_shares`` ask for; all of them where it does not say.

    Raises:
        InvalidRecipe: the plan names a kind that there is not.
    """
    if not plan.mark_shares:
        return ()
    if unknown := plan.mark_shares.keys() - MARKS.keys():
        raise InvalidRecipe(
            f"There are no marks called {', '.join(sorted(unknown))}.",
            hint=f"Choose from: {', '.join(MARKS)}.",
        )
    names, shares = list(plan.mark_shares), np.array(list(plan.mark_shares.values()))
    return (names[random.choice(len(names), p=shares / shares.sum())],)


def _published(picture: Pixels, random: np.random.Generator) -> Pixels:
    """Compress, and before that now and then soften by scaling down and up, as sites do."""
    if random.random() < 0.2:
        scale = random.uniform(0.6, 0.95)
        image = Image.fromarray(np.rint(picture * 255).astype(np.uint8))
        small = image.resize([round(side * scale) for side in image.size], Image.Resampling.BICUBIC)
        picture = np.asarray(small.resize(image.size, Image.Resampling.BICUBIC), np.float32) / np.float32(255)
    return random_jpeg(picture, random, lowest=60) if random.random() < _COMPRESSED_SHARE else picture


def _toned(picture: Pixels, random: np.random.Generator) -> Pixels:
    """Make a photo grey, darker or flatter, or sharpen it, now and then."""
    if random.random() < _GREY_SHARE:
        picture = np.repeat((picture @ LUMA)[..., None], 3, axis=-1)
    if random.random() < _DIMMED_SHARE:
        picture = np.float32(random.uniform(0.6, 1.0)) * picture ** np.float32(random.uniform(0.7, 1.4))
    return sharpened(picture, random) if random.random() < _SHARPENED_SHARE else picture


def _halved(field: Pixels) -> Pixels:
    """Return the means of squares of two pixels a side."""
    rows = field[::2] + field[1::2]
    return np.asarray(0.25 * (rows[:, ::2] + rows[:, 1::2]), np.float32)
