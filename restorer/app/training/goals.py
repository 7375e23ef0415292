"""What a folder can teach: one entry for each goal, in the user's words and in the training's."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from restorer.inference.card import Task


class Goal(enum.StrEnum):
    """What the user wants a network to learn; also its name on the command line."""

    SCANNER = "scanner"
    GRAIN = "grain"
    COLOURS = "colours"
    WATERMARK = "watermark"
    INTACT = "intact"
    RESTORE = "restore"


class Way(enum.StrEnum):
    """How a network learns: from clean photos made old, from pairs, or from noisy scans alone."""

    CLEAN = "clean"
    PAIRS = "pairs"
    ALONE = "alone"


@dataclass(frozen=True)
class GoalFacts:
    """What a goal needs: the built-in model's id and recipe, the card's task, and the training task each way.

    ``fewest`` is how many photos make sense at least. ``unit`` is what the measure counts in.
    """

    builtin: str
    task: Task
    ways: Mapping[Way, str]
    fewest: int
    unit: str = "dB"


_NOISE = {Way.CLEAN: "denoise-scanner", Way.PAIRS: "denoise-pairs", Way.ALONE: "denoise-alone"}

GOALS: Mapping[Goal, GoalFacts] = {
    Goal.SCANNER: GoalFacts("denoise", Task.DENOISE, _NOISE, 12),
    Goal.GRAIN: GoalFacts("denoise", Task.DENOISE, _NOISE, 12),
    Goal.COLOURS: GoalFacts("colorize", Task.COLORIZE, {Way.CLEAN: "colorize"}, 30),
    Goal.WATERMARK: GoalFacts("own-watermark", Task.WATERMARK, {Way.CLEAN: "own-watermark"}, 20),
    Goal.INTACT: GoalFacts("find-damage", Task.FIND_DAMAGE, {Way.CLEAN: "find-damage"}, 20, "points"),
    Goal.RESTORE: GoalFacts("restore", Task.RESTORE, {Way.CLEAN: "restore"}, 20),
}
