"""What a diagnosis consists of: findings in words, each with how sure it is, and the recipe that follows."""

import enum
from dataclasses import dataclass, replace

from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import General, Step


class Subject(enum.StrEnum):
    """What a finding is about."""

    NOISE = "noise"
    COMPRESSION = "compression"
    WEAR = "wear"
    TONES = "tones"
    COLOUR = "colour"
    DAMAGE = "damage"
    WATERMARK = "watermark"
    UNUSUAL = "unusual"


@dataclass(frozen=True)
class Finding:
    """Something about a photo, in a sentence.

    ``sure`` (0..1) is how sure it is that it is ``there``, or not. ``step`` is what would mend it; with
    ``suggested`` it is likely to help, without it is only done on request. ``amount`` is a number for a
    meter (σ of 255, repairs, a change of tones).
    """

    subject: Subject
    there: bool
    sure: float
    sentence: str
    step: Step | None = None
    suggested: bool = False
    amount: float = 0.0


@dataclass(frozen=True)
class Diagnosis:
    """All findings, and what follows from them.

    ``look`` says why a person should look before anything is done (or ""), ``unknown`` what could not be
    judged, and why; ``estimate`` is the noise as a number, if it was estimated.
    """

    findings: tuple[Finding, ...]
    look: str = ""
    unknown: tuple[str, ...] = ()
    estimate: NoiseEstimate | None = None

    @property
    def recipe(self) -> Recipe:
        """What is suggested; empty if the photo needs nothing."""
        recipe = Recipe()
        for it in self.findings:
            if it.suggested and it.step and not self.look:
                recipe = recipe.with_step(_together(recipe.step(type(it.step)), it.step))
        return recipe

    def with_denoiser(self, model: str) -> Recipe:
        """Return what is suggested, with another model against noise, one of the user's own perhaps.

        What is suggested against compression alone stays: such a model knows nothing of it.
        """
        recipe = self.recipe
        step = recipe.denoise
        noisy = any(it.subject is Subject.NOISE and it.suggested for it in self.findings)
        return recipe.with_step(replace(step, model=model)) if step and noisy else recipe

    @property
    def offers(self) -> tuple[Finding, ...]:
        """The findings whose steps are done on request only."""
        return tuple(it for it in self.findings if it.step is not None and not it.suggested)

    @property
    def needs_nothing(self) -> bool:
        """Whether nothing is suggested, and nothing warned of."""
        return not self.recipe.steps and not self.look

    @property
    def in_doubt(self) -> bool:
        """Whether something that is only offered is as likely there as not: a person should judge."""
        return any(not it.there and it.sure <= _AS_LIKELY and it.subject in _MENDED for it in self.offers)

    @property
    def statement(self) -> str:
        """The diagnosis in one sentence."""
        if self.look:
            return self.look
        if self.needs_nothing:
            return "Perhaps this photo needs nothing." if self.in_doubt else "This photo needs nothing."
        names = [_NEEDS[it.subject] for it in self.findings if it.suggested]
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        return f"This photo would gain from {listed}."


def _together(step: Step | None, other: Step) -> Step:
    """Return one step that does what two of a kind do."""
    if isinstance(step, General) and isinstance(other, General):
        worn = step if step.detail else other
        toned = step if step.tones else other
        return replace(worn, tones=step.tones or other.tones, tones_model=toned.tones_model)
    return other


_AS_LIKELY = 0.5
_MENDED = frozenset({Subject.TONES, Subject.DAMAGE, Subject.WATERMARK})
_NEEDS = {
    Subject.NOISE: "less noise",
    Subject.COMPRESSION: "less compression damage",
    Subject.WEAR: "a smoother surface",
    Subject.TONES: "fresh tones",
    Subject.DAMAGE: "repairs",
}
