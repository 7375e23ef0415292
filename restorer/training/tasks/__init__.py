"""The families of networks, each by the name that a recipe's ``task`` gives it."""

from collections.abc import Mapping

from restorer.errors import InvalidRecipe
from restorer.training.tasks.colorize import Colorize
from restorer.training.tasks.damage import FindDamage, RepairDamage
from restorer.training.tasks.denoise import Denoise, DenoiseThoroughly
from restorer.training.tasks.faces import FindFaces
from restorer.training.tasks.restore import RestoreDetail, RestoreTones
from restorer.training.tasks.scanner import DenoiseAlone, DenoisePairs, DenoiseScanner
from restorer.training.tasks.task import Task
from restorer.training.tasks.watermark import FindWatermark, FindWatermarkClose, OwnWatermark, Watermark

TASKS: Mapping[str, Task] = {
    "denoise": Denoise(),
    "denoise-thorough": DenoiseThoroughly(),
    "denoise-scanner": DenoiseScanner(),
    "denoise-pairs": DenoisePairs(),
    "denoise-alone": DenoiseAlone(),
    "colorize": Colorize(),
    "watermark": Watermark(),
    "find-watermark": FindWatermark(),
    "find-watermark-close": FindWatermarkClose(),
    "own-watermark": OwnWatermark(),
    "find-damage": FindDamage(),
    "repair-damage": RepairDamage(),
    "find-faces": FindFaces(),
    "restore": RestoreDetail(),
    "restore-tones": RestoreTones(),
}


def task_named(name: str) -> Task:
    """Return the family.

    Raises:
        InvalidRecipe: there is none of this name.
    """
    if name not in TASKS:
        raise InvalidRecipe(f"There is no task “{name}”.", hint=f"Choose from: {', '.join(TASKS)}.")
    return TASKS[name]
