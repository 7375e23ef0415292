"""What was done to a photo, written into its file: for people, for archives, and for programs that ask.

IPTC's "digital source type" (https://cv.iptc.org/newscodes/digitalsourcetype/) tells in one term how a
picture came to be. Taking noise, damage and fading away is a correction by algorithm; colours that a network
thought up are content from a trained model, put together with the photo. No time is written, so that the same
restoration makes the same file.
"""

import dataclasses
from collections.abc import Sequence

from restorer import __version__
from restorer.photo import Photo
from restorer.photo.xmp import record
from restorer.restoration.recipe import Recipe, name_of
from restorer.restoration.stages import Deed, colour_step
from restorer.restoration.steps import (
    Colorize,
    Denoise,
    General,
    MaskStep,
    RemoveWatermark,
    RepairDamage,
    Step,
)

_TERMS = "http://cv.iptc.org/newscodes/digitalsourcetype/"
CORRECTED = f"{_TERMS}algorithmicallyEnhanced"
COLOURED = f"{_TERMS}compositeWithTrainedAlgorithmicMedia"

PROGRAM = f"Restorer {__version__}"


def with_provenance(photo: Photo, recipe: Recipe, deeds: Sequence[Deed]) -> Photo:
    """Return a restored photo that will tell, in its file, what was done to it; itself if nothing was."""
    if not recipe.active:
        return photo
    entries = [
        {
            "Step": name_of(deed.step),
            "Strength": f"{deed.step.strength:g}",
            "Model": deed.model,
            "Version": deed.version,
            "SHA256": deed.sha256,
            "Program": PROGRAM,
        }
        for deed in deeds
    ]
    source_type = COLOURED if colour_step(recipe) else CORRECTED
    made = record(entries, summary(recipe), source_type)
    return dataclasses.replace(photo, metadata=dataclasses.replace(photo.metadata, record=made))


def summary(recipe: Recipe) -> str:
    """Return what a recipe does, in a sentence that needs no technical knowledge."""
    done = [_in_words(step) for step in recipe.active]
    if not done:
        return "Nothing was changed."
    listed = done[0] if len(done) == 1 else f"{', '.join(done[:-1])} and {done[-1]}"
    return f"{listed[0].upper()}{listed[1:]}."


def _in_words(step: Step) -> str:
    strength = "" if step.strength == 1.0 else f" (at {100 * step.strength:.0f} %)"
    match step:
        case Denoise():
            what = "noise and compression damage were taken out"
        case General(detail=True, coarse=True, tones=True):
            what = "worn detail, coarse grain or printing dots and faded tones were restored"
        case General(detail=True, coarse=True):
            what = "worn detail and coarse grain or printing dots were restored"
        case General(detail=True, tones=True):
            what = "worn detail and faded tones were restored"
        case General(detail=True):
            what = "worn detail was restored"
        case General():
            what = "faded tones were restored"
        case RemoveWatermark():
            what = "a watermark or stamp was removed"
        case RepairDamage() | MaskStep():
            what = "damaged places were repaired"
        case Colorize(hints=()):
            what = "colours were added that a computer thinks likely; they are not known to be true"
        case Colorize():
            what = "colours were added, some by hand, the others such as a computer thinks likely"
    return what + strength
