"""What a model is: its identity, its contract with the engine, and the truth about its training."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CARD_FILE = "card.json"
_FORMAT = 1


class Task(enum.StrEnum):
    """What a model is for."""

    DENOISE = "denoise"
    COLORIZE = "colorize"
    WATERMARK = "watermark"
    FIND_DAMAGE = "find-damage"
    REPAIR_DAMAGE = "repair-damage"
    RESTORE = "restore"


@dataclass(frozen=True)
class ModelCard:
    """All that is known about a model without running it.

    The contract: the network takes one float32 tensor ``(1, len(inputs), H, W)`` and returns one float32
    tensor ``(1, len(outputs), H, W)``, values 0..1, planes in the order named. H and W must be multiples of
    ``multiple_of``. A pixel of the result depends on no pixel further away than ``receptive_radius``
    (rows or columns); None means that it may depend on the whole photo.
    ``bytes_per_pixel`` is the memory the network needs while it runs, measured at export.
    """

    id: str
    name: str
    task: Task
    version: str
    file: str
    sha256: str
    licence: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    multiple_of: int
    receptive_radius: int | None
    bytes_per_pixel: int
    kilo_macs_per_pixel: float = 0.0
    parameters: int = 0
    description: str = ""
    trained_on: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    scores: tuple[Mapping[str, Any], ...] = ()
    recipe: Mapping[str, Any] = field(default_factory=dict)
