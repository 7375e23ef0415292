"""Whether a new model is worth having, in words; only one that beats the built-in is offered."""

from dataclasses import dataclass

from restorer.app.training.goals import Goal
from restorer.app.training.state import Comparison, TrainingState

_LEAST_GAIN = {"psnr": 0.1, "average precision": 1.0}
"""Below this nobody sees a difference, and chance alone may make one."""


@dataclass(frozen=True)
class Verdict:
    """What came of a training: whether the model is offered, a sentence, and what would help otherwise."""

    offered: bool
    sentence: str
    advice: tuple[str, ...]


def judge(state: TrainingState, goal: Goal, *, has_builtin: bool) -> Verdict:
    """Return the verdict on a finished training."""
    found = state.comparison
    if found is None:
        return Verdict(False, "The training ended before anything could be said of it.", ("Train longer.",))
    rival = "the built-in model" if has_builtin else "leaving photos as they are"
    estimate = " (an estimate: there are no clean photos to compare with)" if found.estimated else ""
    if found.gain >= _LEAST_GAIN.get(found.measure, 0.1):
        return Verdict(
            True, f"Better than {rival} by {in_units(found)} on photos it has not seen{estimate}.", ()
        )
    how = f"worse than {rival} by {in_units(found)}" if found.gain <= -0.05 else f"no better than {rival}"
    return Verdict(
        False, f"It is {how} on photos it has not seen{estimate}. It is not offered.", _advice(state, goal)
    )


def in_units(found: Comparison) -> str:
    """Write a gain as "0.6 dB" or "4 points"."""
    return gain_in_units(found.gain, found.measure)


def gain_in_units(gain: float, measure: str) -> str:
    """Write a gain, without its sign, in the unit of what was measured."""
    return f"{abs(gain):.1f} dB" if measure == "psnr" else f"{abs(gain):.0f} points of 100"


def _advice(state: TrainingState, goal: Goal) -> tuple[str, ...]:
    """What would help, the likeliest first."""
    advice = []
    if goal in (Goal.SCANNER, Goal.GRAIN):
        if state.noise and max(state.noise.values()) < 1.5:
            advice.append("There is hardly any noise in these photos: the built-in model is all they need.")
        advice.append("Use scans as they come from the scanner, before any noise removal or compression.")
        if not state.noise:
            advice.append("See that the noisy and the clean photos show the same, pixel by pixel.")
    if state.photos and sum(state.photos.values()) < 40:
        advice.append("Use more photos: 60 and more, of many different things.")
    if still_rising(state):
        advice.append("Train longer: it was still getting better.")
    if not advice:
        advice.append("More time or more photos will hardly change that: keep the built-in model.")
    return tuple(advice)


def still_rising(state: TrainingState) -> bool:
    """Whether the best came at the end."""
    values = [point.value for point in state.gains]
    return len(values) >= 3 and max(values[-2:]) >= max(values) and values[-1] > values[0] + 0.05
